// SPDX-License-Identifier: GPL-3.0-or-later
// A field of any kind as sheets show it.
#include <string.h>

#include "mawari/app/prices.h"
#include "mawari/app/rounds.h"
#include "mawari/store/record.h"
#include "sheet.h"

const char *sheet_name(App *app, Id id, Arena *arena)
{
    RecordHead head;
    return id && record_head(app->store, id, arena, &head, NULL) ? head.name : "";
}

const char *sheet_text(App *app, const Entity *kind, const Field *field, const void *record, Id id,
                       Arena *arena)
{
    const Field *only_month = field_only_month(kind, field);
    Value value = value_of(field, record);
    ValueContext context = app_context(app);
    if (value.kind == V_NONE)
        return "";
    if (field_is_reference(field))
        return sheet_name(app, value.whole, arena);
    if ((field->flags & MASKED) && !app_reveals(app, id))
        return "•••";
    if (only_month && value_of(only_month, record).whole == 1)
        return month_text((Day)value.whole, arena);
    if (field_is_door_state(field))
        return *doors_shown(app, &id, &value.text, 1, arena);
    return value_shown(field, value, &context, arena);
}
