// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks for a price: whoever the floor card was opened from.
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "shell.h"

/// Whom a record is of or about: itself, or its person; 0: nobody.
static Id person_of(const Screen *screen, const RecordHead *head)
{
    const Field *contact = entity_own_field(head->kind, "contact");
    if (head->kind == &entity_contact || !contact)
        return head->kind == &entity_contact ? head->id : 0;
    void *record = arena_take(screen->frame, head->kind->size);
    if (!record_get(screen->app->store, head->kind, head->id, screen->frame, record, NULL))
        return 0;
    Value value = value_of(contact, record);
    return value.kind == V_WHOLE ? value.whole : 0;
}

void floor_pane_says_who(const Screen *screen, Args *args)
{
    RecordHead head;
    Id about = floor_pane_about(screen_pane(screen));
    if (!about || !record_head(screen->app->store, about, screen->frame, &head, NULL))
        return;
    Id who = person_of(screen, &head);
    if (!who)
        return;
    FieldArg *by = arena_new(screen->frame, FieldArg);
    *by = (FieldArg){"by", arena_print(screen->frame, "%lld", (long long)who)};
    args->fields = by;
    args->field_count = 1;
}
