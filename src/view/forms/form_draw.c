// SPDX-License-Identifier: GPL-3.0-or-later
// How a form looks: labels end in column 14, values start in 16, one field a row; under the field
// being edited a row says what was understood.
#include <string.h>

#include "form.h"
#include "ground/pane.h"
#include "mawari/app/prices.h"
#include "mawari/base/text.h"

enum { LABEL_END = 14, VALUE_AT = 16, TITLE_ROWS = 2 };

static void draw_title(const Form *form, Canvas *canvas, Region at)
{
    const char *title = lang_text(form->kind->title);
    int used = canvas_text(canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG,
                           form->id ? form_name(form) : _("New"));
    used += canvas_text(canvas, at.row, at.column + used + 3, at.columns - used - 4, ROLE_DIM,
                        title) +
            2;
    if (form->resumed)
        canvas_text(canvas, at.row, at.column + used + 3, at.columns - used - 4, ROLE_STRONG,
                    _("draft"));
}

static void draw_label(const FormField *row, Canvas *canvas, int line, int column)
{
    const char *title = lang_text(row->field->title);
    int width = text_width(title);
    int room = width < LABEL_END ? width : LABEL_END;
    canvas_text(canvas, line, column + LABEL_END - room, room, ROLE_DIM, title);
    if (row->field->flags & NEEDED && !row->line.size)
        canvas_text(canvas, line, column + VALUE_AT - 1, 1, ROLE_STRONG, "*");
}

static const char *one_line(const char *text, Arena *arena)
{
    char *copy = arena_copy(arena, text);
    for (char *c = copy; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return copy;
}

/// The row under the field, and the offers below it; returns the rows used.
static int draw_below(const Form *form, Canvas *canvas, int line, Region at)
{
    const FormField *row = &form->fields[form->at];
    int used = 1, left = at.row + at.rows - line - 1;
    canvas_text(canvas, line, at.column + VALUE_AT, at.columns - VALUE_AT - 1,
                row->wrong ? ROLE_BAD : ROLE_DIM, row->covered ? "" : row->said);
    for (size_t i = 0; i < form->offer_count && (int)i < left; i++, used++) {
        Role role = form->choosing && i == form->chosen ? ROLE_CURSOR : ROLE_PLAIN;
        canvas_field(canvas, line + 1 + (int)i, at.column + VALUE_AT + 1, at.columns - VALUE_AT - 2,
                     role, form->offers[i]);
    }
    return used;
}

/// A masked figure that was typed is seen while it is being typed, unless it may be seen (`hides` false).
static void draw_value(const Form *form, size_t i, bool hides, Canvas *canvas, int line, Region at,
                       Arena *arena)
{
    const FormField *row = &form->fields[i];
    int columns = at.columns - VALUE_AT - 1;
    draw_label(row, canvas, line, at.column);
    if (i == form->at && row->covered)
        canvas_cursor(canvas, line, at.column + VALUE_AT);
    else if (i == form->at)
        line_draw(&row->line, canvas, line, at.column + VALUE_AT, columns);
    if (row->covered || (!row->line.size && row->masked))
        canvas_text(canvas, line, at.column + VALUE_AT + (i == form->at), columns,
                    row->covered ? ROLE_STRONG : ROLE_DIM, "•••");
    else if (i != form->at && row->line.size && row->field->flags & MASKED && hides)
        canvas_text(canvas, line, at.column + VALUE_AT, columns, ROLE_STRONG, "•••");
    else if (!row->line.size && *row->proposed)
        canvas_text(canvas, line, at.column + VALUE_AT, columns, ROLE_DIM,
                    arena_print(arena, "%s ?", row->proposed));
    else if (i != form->at && row->unread)
        canvas_text(canvas, line, at.column + VALUE_AT, columns, ROLE_BAD,
                    arena_print(arena, "! %s", row->shown));
    else if (i != form->at)
        canvas_text(canvas, line, at.column + VALUE_AT, columns,
                    row->changed ? ROLE_STRONG : ROLE_PLAIN, one_line(row->shown, arena));
}

static void draw_save(const Form *form, Canvas *canvas, int line, Region at)
{
    bool here = form->at == form->count;
    canvas_text(canvas, line, at.column + VALUE_AT, at.columns - VALUE_AT,
                here ? ROLE_CURSOR : ROLE_STRONG, _("[ Save ]"));
    if (here)
        canvas_cursor(canvas, line, at.column + VALUE_AT);
}

/// The first field to show, so that the one being edited, its reading and offers are in view.
static size_t first_shown(const Form *form, int rows)
{
    size_t need = form->offer_count + 2;
    size_t room = rows > (int)need ? (size_t)rows - need : 1;
    return form->at >= room ? form->at - room + 1 : 0;
}

bool form_spot(const Form *form, int rows, int row, FormSpot *ret)
{
    int line = TITLE_ROWS, offers = (int)form->offer_count;
    for (size_t i = first_shown(form, rows - TITLE_ROWS); i <= form->count && line < rows;
         i++, line++) {
        if (row == line) {
            *ret = (FormSpot){.index = i};
            return true;
        }
        if (i != form->at || i == form->count)
            continue;
        if (row > line + 1 && row <= line + 1 + offers) {
            *ret = (FormSpot){.offer = true, .index = (size_t)(row - line - 2)};
            return true;
        }
        line += 1 + offers;
    }
    return false;
}

/// How many rows are out of sight, Save among them: at the right of the title.
static void draw_hidden(size_t above, size_t below, Canvas *canvas, Region at, Arena *arena)
{
    const char *text = hidden_words(above, below, arena);
    int width = text_width(text);
    if (width)
        canvas_text(canvas, at.row, at.column + at.columns - width - 2, 1, ROLE_PLAIN, " ");
    canvas_text(canvas, at.row, at.column + at.columns - width - 1, width, ROLE_DIM, text);
}

void form_draw(const Form *form, const App *app, Canvas *canvas, Region at)
{
    bool hides = !app_reveals(app, form->id);
    Arena *arena = arena_open();
    draw_title(form, canvas, at);
    int line = at.row + TITLE_ROWS;
    size_t first = first_shown(form, at.rows - TITLE_ROWS), next = first;
    for (; next < form->count && line < at.row + at.rows; next++) {
        draw_value(form, next, hides, canvas, line++, at, arena);
        if (next == form->at)
            line += draw_below(form, canvas, line, at);
    }
    bool all = line < at.row + at.rows;
    if (all)
        draw_save(form, canvas, line, at);
    draw_hidden(first, form->count + !all - next, canvas, at, arena);
    arena_close(arena);
}
