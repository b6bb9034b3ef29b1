// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of visits and companions, and which result resets the visit cycle.
#include "mawari/model/kinds.h"

const Words words_outcome = WORDS(
    {OUTCOME_MET, "met", N_("Met"), "1|面談|商談|面会|訪問"},
    {OUTCOME_SHORT_WORD, "short_word", N_("Short word"), "2|立ち話|立話|挨拶"},
    {OUTCOME_CARD_LEFT, "card_left", N_("Card left"), "3|名刺置き|名刺|名刺置"},
    {OUTCOME_ABSENT, "absent", N_("Absent"), "4|不在|留守"},
    {OUTCOME_RECEPTION, "reception", N_("Reception"), "5|受付まで|受付"},
    {OUTCOME_REFUSED, "refused", N_("Turned away"), "6|面会不可|不可|断られた"},
    {OUTCOME_BY_PHONE, "by_phone", N_("By phone"), "7|電話で済み|電話|TEL"},
    {OUTCOME_DELIVERY_ONLY, "delivery_only", N_("Delivery only"),
     "8|届け物のみ|届け物|納品|納品のみ"},
    {OUTCOME_VIDEO, "video", N_("Video"), "9|Web面談|ウェブ面談|オンライン|リモート"},
    {OUTCOME_PUT_OFF, "put_off", N_("Put off"), "0|行けず・延期|延期|行けず|中止"});

const Words words_appointment = WORDS(
    {APPOINTMENT_ASKED, "asked", N_("Asked"), "打診中|打診|依頼中"},
    {APPOINTMENT_TENTATIVE, "tentative", N_("Tentative"), "仮|仮押さえ"},
    {APPOINTMENT_CONFIRMED, "confirmed", N_("Confirmed"), "確定|約束済|済"},
    {APPOINTMENT_CANCELLED, "cancelled", N_("Cancelled"), "取消|中止|キャンセル|canceled"});

const Words words_put_off_by = WORDS({PUT_OFF_BY_THEM, "them", N_("Them"), "先方|先方都合|theirs"},
                                     {PUT_OFF_BY_ME, "me", N_("Me"), "自分|当方|自己都合|mine"});

const KindSet kinds_visited = KINDS(&entity_site, &entity_end_customer);

#define RECORD Visit
const Entity entity_visit = ENTITY("visit", "visits", N_("Visit"), N_("Visits"), VISIT, "-day");
#undef RECORD

#define RECORD Companion
const Entity entity_companion = ENTITY("companion", "companions", N_("Companion"), N_("Companions"),
                                       COMPANION, "pick_up_at");
#undef RECORD

bool visit_is_ahead(const Visit *visit)
{
    return visit->appointment != APPOINTMENT_CANCELLED && visit->outcome == NONE &&
           visit->arrived == NO_MOMENT;
}

bool visit_resets_cycle(const Visit *visit)
{
    switch (visit->outcome) {
    case OUTCOME_MET:
    case OUTCOME_SHORT_WORD:
    case OUTCOME_BY_PHONE:
    case OUTCOME_VIDEO:
        return true;
    case OUTCOME_DELIVERY_ONLY:
        return visit->spoke == 1;
    default:
        return false;
    }
}
