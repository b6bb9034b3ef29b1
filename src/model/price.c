// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of prices, demands and the ledger, and the arithmetic of a demanded price.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/model/value.h"

const Words words_price_tax = WORDS({TAX_EXCLUDED, "excluded", N_("excl. tax"), "税抜|税別"},
                                    {TAX_INCLUDED, "included", N_("incl. tax"), "税込"});

const Words words_demand_state = WORDS(
    {DEMAND_OPEN, "open", N_("open"), "未回答|未"},
    {DEMAND_TAKEN_BACK, "taken_back", N_("taken back"), "持ち帰り|持帰り"},
    {DEMAND_AGREED, "agreed", N_("we agree"), "承諾"},
    {DEMAND_MET_HALFWAY, "halfway", N_("met halfway"), "折衷|一部承諾"},
    {DEMAND_REFUSED, "refused", N_("we refuse"), "拒否|断り"},
    {DEMAND_DROPPED, "dropped", N_("dropped by them"), "取下げ"});

const Words words_ledger_side = WORDS({LEDGER_GAVE, "gave", N_("we gave"), "貸し|貸"},
                                      {LEDGER_GOT, "got", N_("they gave"), "借り|借"});

const Range range_volume = {.least = 0, .most = 100000000};

#define RECORD Price
const Entity entity_price = ENTITY("price", "prices", N_("Floor card"), N_("Floor cards"), PRICE,
                                   "client");
#undef RECORD

#define RECORD Demand
const Entity entity_demand = ENTITY("demand", "demands", N_("Price demand"), N_("Price demands"),
                                    DEMAND, "-day");
#undef RECORD

#define RECORD Concession
const Entity entity_concession = ENTITY("concession", "concessions", N_("Give and take"),
                                        N_("Give and take"), CONCESSION, "-day");
#undef RECORD

// --- what was agreed

void price_turn(Price *card, Day today)
{
    if (card->coming == NONE || card->coming_from == NONE || card->coming_from > today)
        return;
    card->now = card->coming;
    card->since = card->coming_from;
    card->coming = card->coming_from = NONE;
}

void record_turn(const Entity *kind, void *record, Day today)
{
    if (kind == &entity_price)
        price_turn(record, today);
}

void price_agree(Price *card, const Concession *entry, Day today)
{
    price_turn(card, today);
    if (entry->effective > today) {
        card->coming = entry->price;
        card->coming_from = entry->effective;
    } else if (card->now != entry->price &&
               (card->since == NONE || card->since <= entry->effective)) {
        card->now = entry->price;
        card->since = entry->effective;
    }
}

void price_agree_not(Price *card, const Concession *entry, Day today)
{
    price_turn(card, today);
    if (card->coming == entry->price && card->coming_from == entry->effective)
        card->coming = card->coming_from = NONE;
    else if (card->now == entry->price && card->since == entry->effective && entry->was != NONE) {
        card->now = entry->was;
        card->since = NONE; // from when that one held nobody knows any more
    }
}

const char *price_agreed_text(const Concession *entry, Day today, Arena *arena)
{
    const char *price = yen_text(entry->price, arena);
    if (entry->was != NONE && entry->was != entry->price)
        price = arena_print(arena, "%s → %s", yen_text(entry->was, arena), price);
    return arena_print(arena, _("%s from %s"), price,
                       entry->effective == today ? _("today")
                                                 : day_text_full(entry->effective, today, arena));
}

// --- what was asked

enum { HUNDREDTHS = 100, MOST_OFF = 99 * HUNDREDTHS, WHOLE_OFF = 100 * HUNDREDTHS };

static bool take(const char **at, const char *word)
{
    size_t size = strlen(word);
    if (strncmp(*at, word, size) != 0)
        return false;
    *at += size;
    return true;
}

/// "2.5" in hundredths; at most two digits behind the point, commas are passed over.
static bool take_number(const char **at, int64_t *ret)
{
    const char *from = *at;
    int64_t number = 0;
    for (; (**at >= '0' && **at <= '9') || (**at == ',' && *at > from); (*at)++)
        if (**at != ',' && (number = number * 10 + (**at - '0')) > INT32_MAX)
            return false;
    if (*at == from)
        return false;
    number *= HUNDREDTHS;
    if (!take(at, "."))
        return *ret = number, true;
    for (int worth = HUNDREDTHS / 10; worth && **at >= '0' && **at <= '9'; worth /= 10)
        number += (int64_t)(*(*at)++ - '0') * worth;
    *ret = number;
    return true;
}

/// The signs before a number: ¥ and minus, in either order.
static bool take_signs(const char **at)
{
    bool below = false;
    for (;;) {
        if (take(at, "-") || take(at, "−") || take(at, "ー"))
            below = true;
        else if (!take(at, "¥") && !take(at, "￥") && !take(at, "\\") && !take(at, " "))
            return below;
    }
}

static bool refuse(Err *err)
{
    return err_set(err, ERR_INPUT, _("that is no price; right are 1180, ¥1,180, -5%%"));
}

static bool take_off(const char **at, int64_t number, PriceAsked *ret, Err *err)
{
    (void)(take(at, "引き") || take(at, "引") || take(at, "off"));
    if (number == 0 || number > MOST_OFF)
        return err_set(err, ERR_INPUT, _("1 to 99 per cent can be asked off"));
    *ret = (PriceAsked){.yen = NONE, .less = NONE, .off = (int32_t)number};
    return true;
}

static bool take_yen(const char **at, int64_t number, bool below, PriceAsked *ret, Err *err)
{
    number *= take(at, "万") ? 10000 : 1;
    (void)(take(at, "円") || take(at, "yen"));
    if (number % HUNDREDTHS)
        return refuse(err);
    if (number == 0 || number / HUNDREDTHS > INT32_MAX)
        return err_set(err, ERR_INPUT, _("that is no price"));
    Yen yen = (Yen)(number / HUNDREDTHS);
    *ret = (PriceAsked){.yen = below ? NONE : yen, .less = below ? yen : NONE, .off = NONE};
    return true;
}

/// Behind a blank and # stands the product, as a line has it.
static bool ends(const char *at)
{
    at += strspn(at, " ");
    return !*at || *at == '#';
}

bool price_asked_read(const char *typed, Arena *arena, PriceAsked *ret, Err *err)
{
    const char *at = text_trim(text_narrow(typed, arena), arena);
    PriceAsked asked;
    int64_t number;
    bool below = take_signs(&at);
    if (!take_number(&at, &number))
        return refuse(err);
    bool read = take(&at, "%") ? take_off(&at, number, &asked, err)
                               : take_yen(&at, number, below, &asked, err);
    if (!read)
        return false;
    if (!ends(at))
        return refuse(err);
    *ret = asked;
    return true;
}

char *price_asked_text(PriceAsked asked, Arena *arena)
{
    if (asked.yen != NONE)
        return yen_text(asked.yen, arena);
    if (asked.less != NONE)
        return arena_print(arena, "-%s", yen_text(asked.less, arena));
    if (asked.off % HUNDREDTHS == 0)
        return arena_print(arena, "-%d%%", asked.off / HUNDREDTHS);
    if (asked.off % 10 == 0)
        return arena_print(arena, "-%d.%d%%", asked.off / HUNDREDTHS, asked.off % HUNDREDTHS / 10);
    return arena_print(arena, "-%d.%02d%%", asked.off / HUNDREDTHS, asked.off % HUNDREDTHS);
}

char *price_asked_kept(const char *typed, Arena *arena)
{
    PriceAsked asked;
    const char *product = strchr(text_narrow(typed, arena), '#');
    if (!price_asked_read(typed, arena, &asked, NULL))
        return arena_copy(arena, typed);
    const char *price = price_asked_text(asked, arena);
    return arena_print(arena, "%s%s%s", price, product ? " " : "", product ? product : "");
}

Yen price_asked_yen(PriceAsked asked, Yen now)
{
    bool nothing = asked.less == NONE && asked.off == NONE;
    if (asked.yen != NONE || now == NONE || nothing)
        return asked.yen;
    if (asked.less != NONE)
        return asked.less < now ? now - asked.less : NONE;
    Yen yen = (Yen)(((int64_t)now * (WHOLE_OFF - asked.off) + WHOLE_OFF / 2) / WHOLE_OFF);
    return yen > 0 ? yen : NONE;
}

// --- what it means

static PriceApproval approval_of(const Price *card, Yen yen)
{
    if (card->floor != NONE && yen < card->floor)
        return APPROVAL_NOBODY;
    if (card->mine != NONE && yen >= card->mine)
        return APPROVAL_ME;
    if (card->boss != NONE && yen >= card->boss)
        return APPROVAL_BOSS;
    if (card->boss != NONE)
        return APPROVAL_ABOVE;
    return card->mine != NONE ? APPROVAL_BOSS : APPROVAL_UNKNOWN;
}

PriceVerdict price_judge(const Price *card, PriceAsked asked)
{
    PriceVerdict verdict = {.yen = price_asked_yen(asked, card ? card->now : NONE),
                            .gap = INT64_MIN,
                            .a_year = INT64_MIN,
                            .paid = NONE};
    if (!card || verdict.yen == NONE)
        return verdict;
    if (card->now != NONE && verdict.yen > card->now) {
        verdict.paid = card->now;
        return verdict;
    }
    if (card->floor != NONE)
        verdict.gap = (int64_t)verdict.yen - card->floor;
    if (card->now != NONE && card->volume != NONE)
        verdict.a_year = ((int64_t)card->now - verdict.yen) * card->volume;
    verdict.approval = approval_of(card, verdict.yen);
    return verdict;
}

// --- in words

static const char *approval_shown(PriceApproval approval)
{
    static const char *const words[] = {
        [APPROVAL_UNKNOWN] = N_("who must approve is not on the card"),
        [APPROVAL_ME] = N_("I may agree"),
        [APPROVAL_BOSS] = N_("the boss must approve"),
        [APPROVAL_ABOVE] = N_("above the boss"),
        [APPROVAL_NOBODY] = N_("below the floor: nobody may"),
    };
    return lang_text(words[approval]);
}

static void add_gap(Buffer *out, int64_t gap, bool reveal)
{
    if (gap == INT64_MIN)
        buffer_add(out, _("floor unknown"));
    else if (!reveal)
        buffer_add(out, _("gap to the floor •••"));
    else
        buffer_print(out, _("gap to the floor %s"), yen_text(gap, out->arena));
}

/// At most three of `asks`.
static void add_asks(Buffer *out, const char *asks)
{
    int said = 0;
    while (*asks && said < 3) {
        size_t size = strcspn(asks, "/");
        const char *ask = text_trim(arena_copy_bytes(out->arena, asks, size), out->arena);
        if (*ask)
            buffer_print(out, "%s%s", said++ ? _(", ") : _(". Ask for: "), ask);
        asks += size + (asks[size] == '/');
    }
}

const char *price_answer(const PriceVerdict *verdict, const char *asks, bool reveal, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (verdict->yen == NONE)
        buffer_add(&out, _("the price now is not on a card"));
    else if (verdict->paid != NONE) {
        buffer_print(&out, _("%s: more than the %s that they pay now; is it this product?"),
                     yen_text(verdict->yen, arena), yen_text(verdict->paid, arena));
        return buffer_text(&out);
    } else {
        buffer_print(&out, "%s: ", yen_text(verdict->yen, arena));
        add_gap(&out, verdict->gap, reveal);
        if (verdict->a_year != INT64_MIN)
            buffer_print(&out, _(", %s a year"), yen_text(verdict->a_year, arena));
        buffer_print(&out, "%s%s", _(", "), approval_shown(verdict->approval));
    }
    add_asks(&out, asks);
    return buffer_text(&out);
}

const char *ledger_balance(LedgerBalance balance, Day today, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (balance.given == 0 && balance.got == 0)
        return _("nothing given, nothing got");
    buffer_print(&out, _("given %d, got %d"), balance.given, balance.got);
    if (balance.last == today)
        buffer_add(&out, _(", the last today"));
    else if (balance.last != NONE && balance.last < today)
        buffer_print(&out,
                     ngettext(", last %d day ago", ", last %d days ago",
                              (unsigned long)(today - balance.last)),
                     today - balance.last);
    return buffer_text(&out);
}
