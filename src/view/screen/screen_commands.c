// SPDX-License-Identifier: GPL-3.0-or-later
// The screen's own commands: opening, finding, marking. Rows of the same type as the store's.
#include <stdio.h>
#include <string.h>

#include "day/brief.h"
#include "day/route_pane.h"
#include "day/today.h"
#include "forms/drafts.h"
#include "mawari/store/journal.h"
#include "moves.h"
#include "panes/code_pane.h"
#include "prompts/ask_part.h"

static void open(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    Id *unwritten;
    size_t to_write = today_to_write(pane, screen->frame, &unwritten);
    if (pane->what->enter && pane->what->enter(screen))
        return;
    if (to_write && door_open(screen, unwritten, to_write))
        return;
    if (pane->at && pane->at_kind)
        screen_open_sheet(screen, pane->at_kind, pane->at);
    else if (pane->opens)
        screen_open_sheet(screen, pane->opens_kind, pane->opens);
    else
        screen_say(screen, _("There is nothing to open here"));
}

/// A list has no sections: Tab reaches what stands beside it.
static void section(Screen *screen)
{
    if (friday_next(screen, 1))
        return;
    if (screen->side_at && screen_pane(screen)->what == &pane_list)
        open(screen);
    else
        move_by(screen, MOVE_SECTION);
}

static void back(Screen *screen)
{
    (void)screen_back(screen);
}

/// Esc is pressed to be sure that nothing is open: only q leaves at the top, and only twice.
static void close_here(Screen *screen)
{
    bool named = screen->quit_named;
    screen->quit_named = false;
    if (screen_back(screen))
        return;
    if (named) {
        screen->wish = WISH_QUIT;
        return;
    }
    screen_say(screen,
               screen->waiting.command
                   ? _("The last change still waits for another mawari. q again leaves without it")
                   : _("q again leaves. Everything is saved."));
    screen->quit_named = true;
}

static void quit(Screen *screen)
{
    screen->wish = WISH_QUIT;
}

static void mark(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    if (pane->what->toggle && pane->what->toggle(screen))
        return;
    if (!pane->at)
        return;
    pane_mark(pane, pane->at, !pane_is_marked(pane, pane->at));
    move_by(screen, MOVE_DOWN);
}

static void mark_every(Screen *screen, Pane *pane)
{
    Err err = {0};
    if (!pane_mark_all(pane, screen->app, &err))
        screen_fail(screen, &err);
}

/// Marks what is shown, or takes all marks away when there are any.
static void mark_all(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    if (pane->mark_count)
        pane->mark_count = 0, pane->stale = true; // it counted those that were not shown
    else
        mark_every(screen, pane);
}

/// A new visit is on the day that is looked at.
static void new_visit(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    Day shown = pane->what == &pane_today ? today_day(pane, screen->app) : week_day_at(pane);
    FieldArg day = {"day", day_iso(shown, screen->frame)};
    screen_form(screen, &entity_visit, 0, &day, shown != NONE && shown != screen->app->today);
}

/// On a client's sheet a new record is a promise of that client; in a list one of the list's kind.
static void new_record(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    if (floor_pane_new(screen))
        return;
    if (screen->sheet_count && pane->kind == &entity_client) {
        FieldArg client = {"client", arena_print(screen->frame, "%lld", (long long)pane->subject)};
        screen_form(screen, &entity_commitment, 0, &client, 1);
        return;
    }
    const char *why = command_blocked(screen, any_command_named("new-here"), screen->frame);
    if (why)
        screen_say(screen, "%s: %s", _("New"), why);
    else if (pane->kind)
        screen_form(screen, pane->kind, 0, NULL, 0);
    else
        new_visit(screen);
}

static void edit(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    Id id = pane->at ? pane->at : pane->subject;
    const Entity *kind = pane->at ? pane->at_kind : pane->kind;
    if (id && kind == &entity_visit && door_reopen(screen, id))
        return;
    const char *why = command_blocked(screen, any_command_named("edit"), screen->frame);
    if (why)
        screen_say(screen, "%s: %s", _("Edit"), why);
    else
        screen_form(screen, kind, id, NULL, 0);
}

static void find(Screen *screen)
{
    screen_prompt(screen, &prompt_search, "");
}

static void palette(Screen *screen)
{
    screen_prompt(screen, &prompt_palette, "");
}

static bool is_list(const Pane *pane)
{
    return pane->what == &pane_list;
}

static void filter(Screen *screen)
{
    if (is_list(screen_pane(screen)))
        screen_prompt(screen, &prompt_filter, list_filter(screen_pane(screen)));
    else
        screen_say(screen, _("Only lists can be filtered"));
}

static void redraw(Screen *screen)
{
    screen->wish = WISH_REDRAW;
}

static void suspend(Screen *screen)
{
    screen->wish = WISH_SUSPEND;
}

static void side(Screen *screen)
{
    screen->no_side = !screen->no_side;
    screen_say(screen, "%s",
               screen->no_side ? _("Nothing stands beside the list")
                               : _("From 120 columns on the chosen one stands beside the list"));
    screen_pane(screen)->stale = true;
}

/// The first press names the step, the second takes it back. What another mawari has done in between
/// was never named: it is named first.
static void undo(Screen *screen)
{
    StepInfo next;
    Err err = {0};
    int64_t named = screen->undo_named;
    screen->undo_named = 0;
    if (!journal_next_undo(screen->app->store, screen->frame, &next, &err)) {
        screen_say(screen, "%s", *err.text ? err.text : _("There is nothing to take back"));
        return;
    }
    if (next.number == named) {
        screen_run(screen, command_named("undo"));
        return;
    }
    const char *said = arena_print(screen->frame, _("u takes back: %s"),
                                   step_sentence(&next, screen->frame));
    screen_say(screen, "%s",
               sentence_fit(said, (const char *const[]){next.about}, next.about ? 1 : 0,
                            screen->columns - 2, screen->frame));
    screen->undo_named = next.number;
}

static void redo(Screen *screen)
{
    screen_run(screen, command_named("redo"));
}

#define TAB(name_, title_, digit_, what_, kind_)                                                   \
    static void tab_##name_(Screen *screen)                                                        \
    {                                                                                              \
        screen_tab(screen, PANE_##name_);                                                          \
    }
PANES(TAB)
#undef TAB

/// X(scope, name, keys, words, title, help, act)
#define SCREEN_COMMANDS(X)                                                                         \
    X(IN_LIST, "open", "Enter", "開く", N_("Open"), N_("Opens what the cursor is on"), open)       \
    X(IN_LIST, "back", "Esc ^C", "戻る", N_("Back"), N_("One step back: marks, filter, sheet"),    \
      back)                                                                                        \
    X(IN_LIST, "close", "q", "閉じる", N_("Close"), N_("As Esc; at the top a second q leaves"),    \
      close_here)                                                                                  \
    X(IN_LIST, "down", "Down j", "下", N_("Down"), N_("The next row"), move_down)                  \
    X(IN_LIST, "up", "Up k", "上", N_("Up"), N_("The row before"), move_up)                        \
    X(IN_LIST, "page-down", "PgDn ^D", "次の頁", N_("Page down"), N_("A screenful on"),            \
      move_page_down)                                                                              \
    X(IN_LIST, "page-up", "PgUp ^U", "前の頁", N_("Page up"), N_("A screenful back"),              \
      move_page_up)                                                                                \
    X(IN_LIST, "first", "< Home", "先頭", N_("First"), N_("The first row"), move_first)            \
    X(IN_LIST, "last", "> End", "末尾", N_("Last"), N_("The last row"), move_last)                 \
    X(IN_LIST, "section", "Tab", "次の節", N_("Next section"),                                     \
      N_("The next section, or what stands beside the list"), section)                             \
    X(IN_LIST, "section-back", "Shift-Tab", "前の節", N_("Section before"),                        \
      N_("The section before"), move_section_back)                                                 \
    X(IN_LIST, "mark", "Space", "印 select", N_("Mark"),                                           \
      N_("Marks the row; a command then works on all that are marked"), mark)                      \
    X(IN_LIST, "mark-all", "*", "全て印 select all", N_("Mark all"),                               \
      N_("Marks every row that fits the filter, or takes the marks away"), mark_all)               \
    X(IN_LIST, "next", "J", "次の記録", N_("Next record"),                                         \
      N_("With a sheet open: the next record of the list below"), move_next_record)                \
    X(IN_LIST, "previous", "K", "前の記録", N_("Record before"),                                   \
      N_("With a sheet open: the record before"), move_previous_record)                            \
    X(IN_LIST, "new-here", "n", "新規 add create", N_("New"), N_("A new record of this list"),     \
      new_record)                                                                                  \
    X(IN_LIST, "brief", "i", "訪問前 before door", N_("Brief"),                                    \
      N_("Before the door: why, give, say, ask, avoid, who, what is open, the place"), brief_here) \
    X(IN_LIST, "dial", "c", "電話 call telephone QR", N_("Call"),                                  \
      N_("The number large, and as a code that the telephone's camera dials"), dial_here)          \
    X(IN_MENU, "way", "h", "地図 map drive route QR", N_("Way there"),                             \
      N_("A code that opens the way to the site on the telephone's map"), way_here)                \
    X(IN_LIST, "why", "w", "理由 なぜ slack reason", N_("Why"),                                    \
      N_("Why a visit stands there; a contract's lights; why one goes to a client"), why_here)     \
    X(IN_MENU, "route", "j", "最適 順路 plan order", N_("Best order"),                             \
      N_("The day's best order beside the one that stands; on Week a proposal"), route_here)       \
    X(IN_MENU, "map", "z", "地図 dots chart", N_("Map"),                                           \
      N_("The day's best way in dots, its stops by number"), map_here)                             \
    X(IN_LIST, "round grid", "", "案内 配布 一覧 matrix table", N_("Clients × rounds"),            \
      N_("Who stands where in all rounds that are open, on one screen"), round_grid_open)          \
    X(IN_LIST, "edit", "e", "編集 change", N_("Edit"), N_("Every field of the record"), edit)      \
    X(IN_LIST, "find", "/", "検索 search", N_("Search"),                                           \
      N_("Finds names, readings, digits of a telephone, and text"), find)                          \
    X(IN_LIST, "palette", ":", "命令 commands", N_("All commands"),                                \
      N_("Every command by its name, in either language"), palette)                                \
    X(IN_LIST, "filter", "f", "絞込み limit", N_("Filter"),                                        \
      N_("Shows only what fits: rank:S,A seen:..-60d sort:name"), filter)                          \
    X(IN_LIST, "views", "v", "保存した表示 sort", N_("Views"),                                     \
      N_("Saved filters, saving one, sorting"), menu_views)                                        \
    X(IN_LIST, "more", ".", "ほか menu", N_("more"), N_("What else can be done here"), menu_more)  \
    X(IN_LIST, "help", "?", "ヘルプ keys", N_("help"), N_("The keys and the signs"), help_open)    \
    X(IN_LIST, "day-before", "[", "前日 yesterday day before", N_("Day, week before"),             \
      N_("The day or week before"), move_day_before)                                               \
    X(IN_LIST, "day-after", "]", "翌日 tomorrow day after", N_("Day, week after"),                 \
      N_("The next day or week"), move_day_after)                                                  \
    X(IN_LIST, "fold", "Left", "畳む collapse", N_("Fold"),                                        \
      N_("Shows a day as one row; on Today hides what is past"), move_fold)                        \
    X(IN_LIST, "unfold", "Right", "広げる expand", N_("Unfold"), N_("Shows all of it again"),      \
      move_unfold)                                                                                 \
    X(IN_LIST, "copy", "y", "写す クリップボード yank clipboard", N_("Copy"),                      \
      N_("The marked rows, the row or the sheet as text; of Today the day in one line"),           \
      copy_here)                                                                                   \
    X(IN_LIST, "report-here", "r", "日報 経緯書 経費 daily weekly history", N_("Report of this"),  \
      N_("The report of this day, week, trouble, a month's expenses: shown, copied"), report_here) \
    X(IN_LIST, "month-report", "", "月報 month", N_("Monthly report"),                             \
      N_("The report of the month that is shown, to copy"), month_report)                          \
    X(IN_LIST, "can-i-stop", "=", "退勤 終わり evening stop", N_("Can I stop?"),                   \
      N_("Yes, or what is left tonight with its minutes; Enter opens it"), stop_pane_open)         \
    X(IN_LIST, "side", "|", "横 並べる beside", N_("Side pane"),                                   \
      N_("The chosen one beside the list, or not, from 120 columns on"), side)                     \
    X(IN_MENU, "part", "+", "所属 曜日 時間 繰返し 部分 post hours add to", N_("Add to this"),     \
      N_("What it has of its own: a post, hours, a site, what comes again"), part_ask)             \
    X(IN_MENU, "print", "r", "印刷 紙 pdf paper A4", N_("As PDF"),                                 \
      N_("What r shows as PDF to print or send, in the home folder"), print_here)                  \
    X(IN_MENU, "drop-draft", "d", "下書き破棄 forget draft", N_("Throw the draft away"),           \
      N_("What was half typed in a form is forgotten; the record stays as it is"),                 \
      draft_throw_away)                                                                            \
    X(IN_LIST, "take-back", "u", "取消 取り消し 戻す undo", N_("Undo"),                            \
      N_("Names the last step; a second u takes it back"), undo)                                   \
    X(IN_LIST, "do-again", "^R", "やり直し redo", N_("Redo"),                                      \
      N_("Does again what was taken back"), redo)                                                  \
    X(IN_LIST, "panes", "0", "全一覧 lists", N_("All lists"), N_("The lists of every kind"),       \
      menu_panes)                                                                                  \
    X(IN_LIST | IN_TEXT | IN_MENU | IN_QUESTION, "private", "^P", "目隠し hide", N_("Private"),    \
      N_("At once only a calendar of free and taken hours"), screen_hide)                          \
    X(IN_LIST | IN_TEXT | IN_MENU | IN_QUESTION, "phone", "^T", "電話 着信 telephone call ring",   \
      N_("The telephone rings"), N_("Who, what, by when, from anywhere; then all is as it was"),   \
      phone_open)                                                                                  \
    X(IN_LIST | IN_TEXT, "redraw", "^L", "再描画", N_("Redraw"), N_("Draws the screen anew"),      \
      redraw)                                                                                      \
    X(IN_LIST | IN_TEXT, "suspend", "^Z", "中断", N_("Suspend"),                                   \
      N_("Back to the shell; fg returns"), suspend)                                                \
    X(IN_LIST, "quit", "", "終了 exit leave", N_("Quit"), N_("Leaves mawari"), quit)

#define TAB(name_, title_, digit_, what_, kind_)                                                   \
    {.row = {.name = "tab-" #name_,                                                                \
             .scope = IN_LIST,                                                                     \
             .keys = (const char[]){digit_, 0},                                                    \
             .usage = "",                                                                          \
             .words = #name_,                                                                      \
             .title = title_,                                                                      \
             .help = N_("Goes to this tab")},                                                      \
     .act = tab_##name_},
#define ROW(scope_, name_, keys_, words_, title_, help_, act_)                                     \
    {.row = {.name = name_,                                                                        \
             .scope = scope_,                                                                      \
             .keys = keys_,                                                                        \
             .usage = "",                                                                          \
             .words = words_,                                                                      \
             .title = title_,                                                                      \
             .help = help_},                                                                       \
     .act = act_},
static const ScreenCommand rows[] = {SCREEN_COMMANDS(ROW) PANES(TAB)};
#undef ROW
#undef TAB

const ScreenCommand *screen_commands(size_t *ret_count)
{
    *ret_count = sizeof rows / sizeof *rows;
    return rows;
}

const Command *any_command_named(const char *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].row.name, name) == 0)
            return &rows[i].row;
    return command_named(name);
}
