// SPDX-License-Identifier: GPL-3.0-or-later
// The question that adds a part to a record: its kinds by number, then the form of the chosen one.
#include "ask_part.h"

#include "mawari/model/kinds.h"

/// Parts that have a key of their own, and what commands keep.
static const Entity *const keyed[] = {
    &entity_note,         &entity_tag,        &entity_link,        &entity_ball,
    &entity_loading,      &entity_line_part,  &entity_ticket_line, &entity_ticket_hours,
    &entity_topic_told,   &entity_incident,   &entity_companion,   &entity_attendee,
    &entity_round_client, &entity_chain_link, &entity_leg,
};
static const KindSet kinds_keyed = {.kinds = keyed, .count = sizeof keyed / sizeof *keyed};

/// The sheet's own record, else the chosen one; false: neither.
static bool whole_of(const Screen *screen, const Entity **ret_kind, Id *ret)
{
    const Id *ids;
    const Pane *pane = screen_pane(screen);
    if (pane->subject && pane->kind) {
        *ret_kind = pane->kind;
        *ret = pane->subject;
        return true;
    }
    if (screen_chosen(screen, ret_kind, &ids) == 0)
        return false;
    *ret = *ids;
    return true;
}

static void answered(Screen *screen, const Offer *offer)
{
    const Entity *kind, *part = entity_named(offer->value);
    FieldArg owner;
    Id id;
    if (!part || !whole_of(screen, &kind, &id))
        return;
    owner.name = entity_owner_field(part)->name;
    owner.value = arena_print(screen->frame, "%lld", (long long)id);
    screen_form(screen, part, 0, &owner, 1);
}

void part_ask(Screen *screen)
{
    const Entity *kind;
    Id id;
    size_t count;
    const Entity *const *all = entities(&count);
    if (!whole_of(screen, &kind, &id)) {
        screen_say(screen, _("choose a record first"));
        return;
    }
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("What is added to %s?"), screen_name_of(screen, id)),
                answered);
    for (size_t i = 0; i < count; i++) {
        const Field *owner = entity_owner_field(all[i]);
        if (!owner || !field_refers_to(owner, kind) || kinds_hold(&kinds_keyed, all[i]))
            continue;
        Offer *offer = menu_offer(screen, menu_letter(screen->menu.count),
                                  lang_text(all[i]->title));
        offer->value = all[i]->name;
    }
    if (screen->menu.count > 0)
        return;
    screen->mode = MODE_LIST;
    screen_say(screen, _("Nothing is added to it: it has no parts"));
}
