// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of entertaining and of gifts; what a head may cost.
#include <stdlib.h>
#include <string.h>

#include "mawari/model/kinds.h"

const Range range_heads = {.least = 1, .most = 1000};
const Words words_gift_sort = WORDS(
    {GIFT_MIDSUMMER, "midsummer", N_("midsummer gift"), "中元|お中元"},
    {GIFT_YEAR_END, "year_end", N_("year-end gift"), "歳暮|お歳暮"},
    {GIFT_BROUGHT, "brought", N_("brought along"), "手土産"},
    {GIFT_OCCASION, "occasion", N_("for an occasion"), "慶弔|お祝い"});
const KindSet kinds_gifted = KINDS(&entity_client, &entity_contact);

#define RECORD Entertainment
const Entity entity_entertainment = ENTITY("entertainment", "entertainments", N_("Entertaining"),
                                           N_("Entertaining"), ENTERTAINMENT, "-day");
#undef RECORD

#define RECORD Guest
const Entity entity_guest = ENTITY("guest", "guests", N_("Guest"), N_("Guests"), GUEST, "name");
#undef RECORD

#define RECORD Gift
const Entity entity_gift = ENTITY("gift", "gifts", N_("Gift"), N_("Gifts"), GIFT, "-day");
#undef RECORD

#define RECORD NoGift
const Entity entity_no_gift = ENTITY("no_gift", "no_gifts", N_("May not accept gifts"),
                                     N_("May not accept gifts"), NO_GIFT, "why");
#undef RECORD

Yen yen_a_head(Yen amount, int32_t heads)
{
    if (amount == NONE || heads == NONE || heads <= 0)
        return NONE;
    return (Yen)(((int64_t)amount + heads - 1) / heads);
}

Yen head_limit(const char *table, Day day, Arena *arena)
{
    Yen limit = NONE;
    char *rest = NULL;
    for (char *row = strtok_r(arena_copy(arena, table), "|", &rest); row;
         row = strtok_r(NULL, "|", &rest)) {
        char *sign = strchr(row, '=');
        Day from = INT32_MIN + 1;
        if (sign) {
            *sign = '\0';
            if (!day_parse(row, day, LOOK_BACK, &from))
                continue;
        }
        long yen = strtol(sign ? sign + 1 : row, NULL, 10);
        if (yen > 0 && yen < INT32_MAX && from <= day)
            limit = (Yen)yen;
    }
    return limit;
}
