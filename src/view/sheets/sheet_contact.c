// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of a person: how often one met there, and when; that they are transferred.
#include "mawari/app/habit_text.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "sheet.h"

/// The last day that is known of a person's posts, or on which they left; NONE: they stay.
static bool last_day(App *app, Id id, Arena *arena, Day *ret, Err *err)
{
    Contact contact;
    Id *ids;
    size_t count;
    if (!record_get(app->store, &entity_contact, id, arena, &contact, err) ||
        !record_ids_by(app->store, &entity_post, entity_own_field(&entity_post, "contact"), id,
                       arena, &ids, &count, err))
        return false;
    Day last = contact.left;
    for (size_t i = 0; i < count; i++) {
        Post post;
        if (!record_get(app->store, &entity_post, ids[i], arena, &post, err))
            return false;
        last = post.until > last ? post.until : last;
    }
    *ret = last;
    return true;
}

/// Who is transferred, or was not long ago, is handed over.
static bool add_transfer(Sheet *sheet, App *app, Id id, Err *err)
{
    enum { TOLD_DAYS = 90 };
    Day last;
    if (!last_day(app, id, sheet->arena, &last, err))
        return false;
    if (last == NONE || last < app->today - TOLD_DAYS)
        return true;
    const char *day = day_text_full(last, app->today, sheet->arena);
    sheet_row(sheet,
              (SheetRow){.label = _("transfer"),
                         .text = arena_print(sheet->arena,
                                             _("%s  ! :hand-over tells what goes with them"), day),
                         .role = ROLE_STRONG});
    return true;
}

bool sheet_contact(Sheet *sheet, App *app, Id id, Err *err)
{
    Habit habit;
    if (!query_habit(app->store, id, sheet->arena, &habit, err))
        return false;
    const char *text = habit_sentence(&habit, sheet->arena);
    if (*text)
        sheet_row(sheet, (SheetRow){.label = _("met"), .text = text});
    return add_transfer(sheet, app, id, err);
}
