// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts, and what their renewal asks for: the notice deadline, the steps counted back from it,
// the lights before it.
#ifndef MAWARI_MODEL_CONTRACT_H
#define MAWARI_MODEL_CONTRACT_H

#include "mawari/base/err.h"
#include "mawari/model/entity.h"
#include "mawari/model/workday.h"

typedef enum ContractState {
    CONTRACT_RUNNING,
    CONTRACT_RENEWED,      // agreed: nothing more is asked for this term
    CONTRACT_NOTICE_GIVEN, // one side will not go on
    CONTRACT_ENDED,
} ContractState;
extern const Words words_contract_state;
extern const Range range_notice_months; // 0–36
extern const Range range_notice_days;   // 0–730

/// `end` is the last day of the term; notice must be given so many months and days before it.
/// `supplier`: whose contract it is, none: our own. `agreed`: the day on which the next term's price
/// was agreed. `step_done`: the step of so many days before the notice is done, and all before it.
#define CONTRACT(X)                                                                                \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 26, NULL, NULL,                \
      "内容|契約|件名|契約名")                                                                     \
    X(T_REF, client, N_("Client"), NEEDED | OWNER | LISTED, 20, &entity_client, NULL, "得意先")    \
    X(T_REF, site, N_("Site"), 0, 20, &entity_site, NULL, "事業所|施設")                           \
    X(T_TEXT, line, N_("Product line"), SEARCHED, 14, NULL, NULL, "商品群|品目")                   \
    X(T_DAY, start, N_("From"), 0, 10, NULL, NULL, "開始日|契約日")                                \
    X(T_DAY, end, N_("Ends on"), NEEDED | LISTED, 11, NULL, NULL, "満了日|終了日|満了")            \
    X(T_WHOLE, notice_months, N_("Notice, months"), 0, 6, &range_notice_months, NULL, "申出月数")  \
    X(T_WHOLE, notice_days, N_("Notice, days"), 0, 6, &range_notice_days, NULL, "申出日数")        \
    X(T_YES, automatic, N_("Renews itself"), 0, 5, NULL, NULL, "自動更新")                         \
    X(T_YEN, yen_a_year, N_("Yen a year"), LISTED, 11, NULL, NULL, "年額|年間金額")                \
    X(T_REF, supplier, N_("Maker"), 0, 18, &entity_supplier, NULL, "仕入先|メーカー")              \
    X(T_WORD, state, N_("State"), LISTED, 10, &words_contract_state, "running", "状態")            \
    X(T_DAY, agreed, N_("Price agreed"), 0, 10, NULL, NULL, "価格合意日")                          \
    X(T_WHOLE, step_done, N_("Steps done to"), HIDDEN, 5, NULL, NULL, NULL)
ENTITY_STRUCT(Contract, CONTRACT);

/// Derived: contract_notice() while the contract is running, else nothing.
#define CONTRACT_DERIVED(X)                                                                        \
    X(T_DAY, notice, N_("Notice by"), LISTED, 11, NULL, NULL, "解約申出期限|申出期限")
ENTITY_STRUCT(ContractDerived, CONTRACT_DERIVED);

/// The last working day on which notice can be given: so many months (to the same day of the month,
/// or its last), then days before the end; on a day off the working day before. Without either it is
/// the end itself. NONE without an end.
Day contract_notice(const Contract *contract, const WorkCalendar *calendar);
/// The end of the term after this one: as long as this one was, a year where its start is unknown.
Day contract_next_end(const Contract *contract);

/// A step towards the renewal, `days` before the notice.
typedef struct RenewalStep {
    int32_t days;
    const char *name; // as typed in the table: "usage", 見積
} RenewalStep;
enum { RENEWAL_STEPS = 16, RENEWAL_FURTHEST = 730 };
/// The table as it begins.
#define RENEWAL_STEPS_START "usage 120, key 90, quote 60, approval 45, notice 30"

/// Reads "usage 120, quote 60", the furthest first in `ret`; wide digits and 、 are read too.
/// ERR_INPUT with what is wrong. Texts are in `arena`.
bool renewal_steps_read(const char *typed, Arena *arena, RenewalStep ret[RENEWAL_STEPS],
                        size_t *ret_count, Err *err);
/// What the program calls a step that it knows itself ("talk about usage"), else its own name.
const char *renewal_step_title(const RenewalStep *step);

/// What a client's days stand against.
typedef struct RenewalDays {
    const WorkCalendar *calendar;
    int32_t closing_day; // of the month, NONE
    int32_t closed_days; // weekdays on which the client is closed, NONE
} RenewalDays;
/// The day of a step: so many days before the notice; on a day off, a day on which the client is
/// closed, a 五十日 or its closing day, the nearest day before that is none of these. Where two weeks
/// have none, the working day before.
Day renewal_step_day(Day notice, const RenewalStep *step, const RenewalDays *days);

/// Whether that day is not after `today`.
bool renewal_step_has_come(Day notice, const RenewalStep *step, const RenewalDays *days, Day today);

/// The step that is to be taken: the last one whose day has come and that is not done, else the next
/// one. `count` when nothing is left, or the contract does not run.
size_t renewal_step_now(const Contract *contract, Day notice, const RenewalStep *steps,
                        size_t count, const RenewalDays *days, Day today);

/// What the lights are read from.
typedef struct RenewalFacts {
    bool has_key;     // a key person is known there
    Day key_seen;     // when one was last spoken to; NONE: never
    int32_t troubles; // open ones
    int32_t late;     // promises of mine that are late
    Day agreed;       // NONE
    bool rival_known;
    Day today;
} RenewalFacts;
typedef enum RenewalLight {
    LIGHT_KEY_PERSON, // spoken to within KEY_PERSON_DAYS
    LIGHT_TROUBLE,    // none is open
    LIGHT_PROMISES,   // none of mine is late
    LIGHT_PRICE,      // agreed
    LIGHT_RIVAL,      // who else could have it is known
    RENEWAL_LIGHTS
} RenewalLight;
enum { KEY_PERSON_DAYS = 60 };
bool renewal_light(const RenewalFacts *facts, RenewalLight light);

#endif
