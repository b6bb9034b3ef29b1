// SPDX-License-Identifier: GPL-3.0-or-later
// The client's sheet: next visit, open promises both ways, troubles, last talks, people, sites.
#include <string.h>

#include "ground/signs.h"
#include "lists/columns.h"
#include "lists/kept.h"
#include "mawari/app/find.h"
#include "mawari/app/habit_text.h"
#include "mawari/app/meetings.h"
#include "mawari/app/reasons.h"
#include "mawari/app/renewal.h"
#include "mawari/app/slipping.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "mawari/store/list.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "sheet.h"

enum { TALKS = 5, MET_COLUMNS = 13 };

static const char *cell(const char *text, int columns, Arena *arena)
{
    return text_pad(text ? text : "", columns, arena);
}

static void promise_row(Sheet *sheet, App *app, const Promise *promise)
{
    Arena *arena = sheet->arena;
    const Commitment *what = &promise->commitment;
    Shown due = due_shown(what->due, what->due_at, what->kept != NONE, app, arena);
    const char *ball = promise->ball == app->me ? _("me") : promise->ball_name;
    const char *turn = ball ? arena_print(
                                  arena, "%s %s",
                                  sign_word(app->plain, promise->ball == app->me ? "○" : "●"), ball)
                            : "";
    sheet_row(sheet,
              (SheetRow){.text = arena_print(
                             arena, "%s %s  %s  %s  %s",
                             sign_word(app->plain, what->direction == DIRECTION_THEIRS ? "↓" : "↑"),
                             cell(due.text, 12, arena), cell(promise->contact_name, 10, arena),
                             cell(what->what, 32, arena), turn),
                         .role = due.role == ROLE_BAD ? ROLE_BAD : ROLE_PLAIN,
                         .id = promise->id,
                         .kind = &entity_commitment});
}

static bool add_promises(Sheet *sheet, App *app, Id client, Err *err)
{
    Promises promises;
    if (!query_promises_of_client(app->store, client, sheet->arena, &promises, err))
        return false;
    if (promises.count == 0)
        return true;
    sheet_heading(sheet, _("Open promises"), arena_print(sheet->arena, "%zu", promises.count));
    for (size_t i = 0; i < promises.count; i++)
        promise_row(sheet, app, &promises.rows[i]);
    return true;
}

static bool add_troubles(Sheet *sheet, App *app, Id client, Err *err)
{
    Troubles troubles;
    Arena *arena = sheet->arena;
    if (!query_troubles(app->store, client, arena, &troubles, err))
        return false;
    if (troubles.count)
        sheet_heading(sheet, _("Troubles"), arena_print(arena, "%zu", troubles.count));
    for (size_t i = 0; i < troubles.count; i++) {
        const Trouble *trouble = &troubles.rows[i];
        bool silent = trouble->tell_by != NONE && trouble->tell_by <= app->today;
        const char *told = trouble->told_on == NONE
                               ? _("never told")
                               : arena_print(arena, _("told %s"),
                                             day_text(trouble->told_on, app->today, arena));
        sheet_row(sheet,
                  (SheetRow){.text = arena_print(arena, "%sT%d  %s  %s  %s", silent ? "! " : "  ",
                                                 trouble->ticket.number,
                                                 cell(trouble->ticket.what, 34, arena),
                                                 cell(trouble->stage_name, 8, arena), told),
                             .role = silent ? ROLE_BAD : ROLE_PLAIN,
                             .id = trouble->id,
                             .kind = &entity_ticket});
    }
    return true;
}

static const char *first_line(const char *text, Arena *arena)
{
    return text ? arena_copy_bytes(arena, text, strcspn(text, "\n")) : "";
}

static void talk_row(Sheet *sheet, App *app, const DayVisit *talk)
{
    Arena *arena = sheet->arena;
    const Word *outcome = words_by_value(&words_outcome, talk->visit.outcome);
    sheet_row(sheet, (SheetRow){.text = arena_print(
                                    arena, "%s  %s  %s  %s",
                                    cell(day_text(talk->visit.day, app->today, arena), 10, arena),
                                    cell(outcome ? lang_text(outcome->title) : "", 12, arena),
                                    cell(talk->contact_name, 10, arena),
                                    first_line(talk->visit.text, arena)),
                                .id = talk->id,
                                .kind = &entity_visit});
}

static bool add_talks(Sheet *sheet, App *app, Id client, Err *err)
{
    DayVisits talks;
    if (!query_last_talks(app->store, client, app->today + 1, TALKS, sheet->arena, &talks, err))
        return false;
    if (talks.count)
        sheet_heading(sheet, _("Last talks"), NULL);
    for (size_t i = 0; i < talks.count; i++)
        talk_row(sheet, app, &talks.rows[i]);
    return true;
}

static bool add_people(Sheet *sheet, App *app, Id client, Err *err)
{
    People people;
    Arena *arena = sheet->arena;
    const char *one;
    if (!query_people(app->store, client, app->today, arena, &people, err) ||
        !hangs_on_one(app, client, arena, &one, err))
        return false;
    if (people.count)
        sheet_heading(sheet, _("People"), arena_print(arena, "%zu", people.count));
    for (size_t i = 0; i < people.count; i++) {
        const Person *person = &people.rows[i];
        const Contact *who = &person->contact;
        sheet_row(sheet,
                  (SheetRow){.text = arena_print(
                                 arena, "%s  %s  %s  %s  %s  %s", cell(who->name, 12, arena),
                                 cell(who->reading, 16, arena), cell(person->title, 12, arena),
                                 who->key_person == 1 ? _("KEY") : cell("", 3, arena),
                                 cell(who->mobile ? who->mobile : who->telephone, 13, arena),
                                 habit_within(&person->habit, MET_COLUMNS, arena)),
                             .id = person->id,
                             .kind = &entity_contact});
    }
    if (one)
        sheet_row(sheet, (SheetRow){.text = arena_print(arena, "! %s", one), .role = ROLE_BAD});
    return true;
}

/// Without what stands over the sheet already.
static const char *site_cell(const Site *site, const char *client, Arena *arena)
{
    enum { COLUMNS_OF_NAME = 24 };
    const char *name = text_company_branch(site->name, client);
    return cell(text_company_fit(name, COLUMNS_OF_NAME, arena), COLUMNS_OF_NAME, arena);
}

static bool add_sites(Sheet *sheet, App *app, Id client, Err *err)
{
    Id *ids;
    size_t count;
    Arena *arena = sheet->arena;
    const char *own_name = app_name(app, client, arena);
    if (!record_ids_by(app->store, &entity_site, entity_field(&entity_site, "client"), client,
                       arena, &ids, &count, err))
        return false;
    if (count)
        sheet_heading(sheet, _("Sites"), arena_print(arena, "%zu", count));
    for (size_t i = 0; i < count; i++) {
        Site site;
        if (!record_get(app->store, &entity_site, ids[i], arena, &site, err))
            return false;
        sheet_row(sheet, (SheetRow){.text = arena_print(arena, "%s  %s  %s",
                                                        site_cell(&site, own_name, arena),
                                                        cell(site.telephone, 14, arena),
                                                        site.address ? site.address : ""),
                                    .id = ids[i],
                                    .kind = &entity_site});
    }
    return true;
}

/// The day of the cycle with the window around it.
static const char *due_text(const Client *client, Day due, const char *text, Arena *arena)
{
    Day from, to;
    cycle_window(client, due, &from, &to);
    if (from == to)
        return text;
    return arena_print(arena,
                       ngettext("%s (± %d day)", "%s (± %d days)", (unsigned long)(to - due)), text,
                       (int)(to - due));
}

/// Next visit, last visit, cycle: what is known is shown, what is not is left out.
static bool add_cycle(Sheet *sheet, App *app, Id id, Err *err)
{
    Arena *arena = sheet->arena;
    Client client;
    Filter one = {0};
    static const char *const names[] = {"last_visit", "next_visit", "due"};
    const Field *fields[3];
    for (size_t i = 0; i < 3; i++)
        fields[i] = entity_field(&entity_client, names[i]);
    ListQuery query = {.kind = &entity_client,
                       .columns = fields,
                       .column_count = 3,
                       .filter = one,
                       .today = app->today,
                       .archived = true};
    Table table;
    if (!record_get(app->store, &entity_client, id, arena, &client, err) ||
        !list_read(app->store, &query, LIST_AT, id, 1, arena, &table, err))
        return false;
    for (size_t i = 0; i < 3 && table.rows == 1; i++) {
        if (table.cells[i].value.kind != V_WHOLE)
            continue;
        Day day = (Day)table.cells[i].value.whole;
        const char *text = day_text_full(day, app->today, arena);
        sheet_row(sheet, (SheetRow){.label = lang_text(fields[i]->title),
                                    .text = i == 2 ? due_text(&client, day, text, arena) : text});
    }
    return true;
}

static bool add_kept(Sheet *sheet, App *app, Id id, Err *err)
{
    KeptRate rate;
    if (!query_kept_of_client(app->store, id, &rate, err))
        return false;
    const char *text = kept_shown(&rate, sheet->arena);
    if (*text)
        sheet_row(sheet, (SheetRow){.label = _("kept in time"), .text = text});
    return true;
}

static bool add_entertained(Sheet *sheet, App *app, Id id, Err *err)
{
    const char *text;
    if (!entertaining_of_client(app, id, sheet->arena, &text, err))
        return false;
    if (*text)
        sheet_row(sheet, (SheetRow){.label = _("entertained"), .text = text});
    return true;
}

/// What one would bring or ask today: the purpose that the brief proposes.
static bool add_reasons(Sheet *sheet, App *app, Id id, Err *err)
{
    Reasons reasons;
    if (!reasons_of(app, id, 0, app->today, sheet->arena, &reasons, err))
        return false;
    sheet_row(sheet, (SheetRow){.summary = true,
                                .label = _("to come for"),
                                .text = reasons_purpose(&reasons, sheet->arena)});
    return true;
}

/// Their steps back of the last 60 days; two of them make the client slip.
static bool add_signals(Sheet *sheet, App *app, Id id, Err *err)
{
    Signals signals;
    Arena *arena = sheet->arena;
    if (!signals_of_client(app, id, arena, &signals, err))
        return false;
    if (signals.count)
        sheet_heading(sheet, _("Stepping back"),
                      signals.count > 1 ? _("slipping") : arena_print(arena, "%zu", signals.count));
    for (size_t i = 0; i < signals.count; i++)
        sheet_row(sheet,
                  (SheetRow){.text = arena_print(
                                 arena, "  %s  %s  · %s",
                                 cell(day_text(signals.rows[i].day, app->today, arena), 10, arena),
                                 signal_fact(app, &signals.rows[i], arena),
                                 lang_text(retreat_clears(signals.rows[i].rule)))});
    return true;
}

bool sheet_client(Sheet *sheet, App *app, Id id, Err *err)
{
    return add_cycle(sheet, app, id, err) && sheet_closing(sheet, app, id, err) &&
           add_kept(sheet, app, id, err) && add_entertained(sheet, app, id, err) &&
           add_reasons(sheet, app, id, err) && add_promises(sheet, app, id, err) &&
           sheet_orders(sheet, app, id, err) && add_troubles(sheet, app, id, err) &&
           add_talks(sheet, app, id, err) && add_signals(sheet, app, id, err) &&
           sheet_contracts_of(sheet, app, id, err) && add_people(sheet, app, id, err) &&
           add_sites(sheet, app, id, err);
}
