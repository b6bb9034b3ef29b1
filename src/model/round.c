// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of rounds and of their doors.
#include "mawari/model/kinds.h"

const Words words_matter = WORDS(
    {MATTER_MATERIAL, "material", N_("material"), "配布物|資料|カレンダー"},
    {MATTER_PRICE_RISE, "price_rise", N_("price rise"), "価格改定|値上げ"},
    {MATTER_NEW_PRODUCT, "new_product", N_("new product"), "新製品|新商品"},
    {MATTER_NOTICE, "notice", N_("notice"), "お知らせ|案内"},
    {MATTER_RECALL, "recall", N_("recall"), "回収|リコール"});

const Words words_door_state = WORDS(
    {DOOR_OPEN, "open", N_("not yet"), "未"},
    {DOOR_GIVEN, "given", N_("given"), "渡した|済|回収済|回収|collected"},
    {DOOR_EXPLAINED, "explained", N_("explained"), "説明済|説明"},
    {DOOR_AGREED, "agreed", N_("agrees"), "了承"}, {DOOR_HELD, "held", N_("on hold"), "保留"},
    {DOOR_AGAINST, "against", N_("against"), "反対"});

const Range range_door_minutes = {.least = 1, .most = 240};
const Range range_stock = {.least = -1000000000, .most = 1000000000};

#define RECORD RoundDerived
static const Field round_derived[] = {ROUND_DERIVED(FIELD_ROW)};
#undef RECORD

#define RECORD Round
const Entity entity_round = ENTITY_AND_DERIVED(round_derived, "round", "rounds", N_("Round"),
                                               N_("Rounds"), ROUND, "-deadline");
#undef RECORD

#define RECORD RoundClient
const Entity entity_round_client = ENTITY("round_client", "round_clients", N_("Door of a round"),
                                          N_("Doors of a round"), ROUND_CLIENT, "state");
#undef RECORD

bool door_is_left(int32_t state)
{
    return state == DOOR_OPEN || state == DOOR_HELD;
}

bool door_has_pieces(int32_t state)
{
    return !door_is_left(state) && state != DOOR_AGAINST;
}

bool round_collects(int32_t matter)
{
    return matter == MATTER_RECALL;
}
