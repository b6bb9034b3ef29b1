// SPDX-License-Identifier: GPL-3.0-or-later
// The help: what works where the rep was, every key with its command, the signs, out of the tables.
#include <string.h>

#include "ground/keymap.h"
#include "ground/pane.h"
#include "mawari/base/text.h"
#include "shell.h"

typedef struct HelpRow {
    const char *key, *text;
    bool heading;
} HelpRow;

typedef struct HelpData {
    HelpRow *rows;
    size_t count, room;
} HelpData;

enum { TEXT_AT = 14, TITLE_WIDTH = 19, HERE = 60 };

typedef struct HelpView {
    const Keymap *keymap; // the keys as they are now, the rep's own among them
    const Entity *kind;   // that the cursor was on, NULL: none
    const char *own;      // N_(): what the last line said there instead of verbs, NULL: nothing
    const Command *here[HERE];
    size_t count; // of them
} HelpView;

static const struct {
    const char *sign, *meaning; // N_()
} signs[] = {
    {"✓", N_("done")},
    {"=", N_("agreed hour")},
    {"~", N_("floating: no hour agreed")},
    {"?", N_("asked or tentative")},
    {"▶", N_("next")},
    {"!", N_("overdue, late, or silent too long")},
    {"↑ ↓", N_("promise: mine, theirs")},
    {"○ ●", N_("the ball: with me, with somebody else")},
    {"±", N_("the place is known only about, from its address: its minutes are rough")},
    {"-#_L=.", N_("in the bar of a day: drive, visit, wait, lunch, desk or private, free")},
    {"^", N_("nailed: the planner leaves it there")},
    {N_("kg"), N_("heavy: loaded first, at the bottom")},
    {"+", N_("marked")},
    {"x", N_("cancelled")},
    {"…", N_("there is more than fits")},
};

/// The line, by examples; both columns N_().
static const struct {
    const char *typed, *read;
} line_words[] = {
    {N_("2"), N_("first, after the door only: the outcome's digit")},
    {N_("@Sato/buyer"), N_("who, for what follows up to the next @; behind / what narrows")},
    {N_("@+Sato"), N_("somebody new here, who is kept with the line")},
    {N_("+quote fri"), N_("I promise, with a day and an hour if you like")},
    {N_("-plan 20th"), N_("they promise; what they owe already moves to that day")},
    {N_("*quote"), N_("done: a promise of either side, a round at this door, a loan back")},
    {N_("$tofu 10"), N_("an order, open until d says that the office has it")},
    {N_("<flyer 20th"), N_("lent: picked up on that day, else in two weeks")},
    {N_("!door stuck"), N_("a new trouble; behind !T12 a line inside that one")},
    {N_("vs Sakura"), N_("another vendor was seen")},
    {N_("\\-5% #A-7 o"), N_("a price demanded; a product with ◎ ○ △ × (oo o ~ x)")},
    {N_("parking600"), N_("an expense; also toll, train, bus, taxi, fuel, 駐600, 高速1200")},
    {N_(">next tue"), N_("the next visit; >none: there is none")},
    {N_(";"), N_("ends a part, as 。 does; what follows is the note again")},
    {N_("\"a fri\""), N_("quotes (「」 too) hide marks and days; ++5 writes +5")},
    {N_("word"), N_("済 * 約束 + 先方 - 受注 $ 貸出 < トラブル ! 他社 vs 指値 ¥ 商品 # 次回 >: "
                    "with a blank behind")},
    {N_("days"), N_("fri, tomorrow, eom, 20th, 11/24, +3d, +2w: a bare number is none")},
    {N_("months"), N_("in fields: 2027-05, 5月, May: the next where it is ahead, else the last")},
    {N_("?"), N_("in doubt: Enter goes there with what it may mean; Enter again keeps it as note")},
};

static const char *const mouse[] = {
    N_("A click chooses a row, a second one opens it. The wheel moves."),
    N_("A tab, a key of the last line, an answer or a field is taken at once."),
    N_("To select text with the terminal hold Shift, or turn the setting `mouse` off."),
};

static const char *const brief[] = {
    N_("The brief is one screen. Where rows run out, long texts are cut first and the topics share "
       "a row, then talks go down to one, then the place, then people, then what else is open."),
    N_("Promises, troubles, people and what to avoid are never cut without a row that says how "
       "many "
       "more there are: Enter on it opens all of them."),
    N_("There o and @ mean its visit from every row; y copies what may be sent to who rides "
       "along."),
    N_("What to avoid stands in the brief alone: in no list, beside none, and in no search."),
};

static const char *const rounds[] = {
    N_("A round is one thing for many clients: n makes it; in Clients . j puts those that are "
       "marked "
       "into it, * marks all that are shown."),
    N_("At its doors o asks one after the other: a digit answers and goes on, ↑↓ goes to another, "
       "and with marks one digit answers for all of them."),
    N_("What is open or on hold rides on the next visit: in the brief, on the load list, among "
       "what "
       "is ticked after the door. `:` round plan makes short visits of the rest."),
    N_("The brief offers one product that was not offered there yet, with the line for the role of "
       "the person; lines with ten reactions and more are ranked by the share of ◎ and ○."),
};

static const char *const relations[] = {
    N_("Shares (0) say who has a product line and until when. From our lead before a rival's end "
       "on the window to ask for a quote is a reason to come."),
    N_("s moves a deal; a lost one asks who decided, what decided and when the next door opens, "
       "and opens that window."),
    N_("p is the floor card. Floors are masked; Enter on a card shows its own for 20 seconds. "
       "Above stands what was given and what came back."),
    N_("There n takes what they ask (-5%, 1180) and says what it means; z takes it back with a day "
       "and a reason, which is a promise."),
    N_("On a meeting r shows who comes, with the open promise and the last words; o goes over the "
       "roster, one key each."),
    N_("On an evening with guests r is the line for accounting. d on a topic: who has heard it; in "
       "the brief whoever is seen."),
    N_("Of a contract the notice counts: its steps are reasons to come on their days, d ticks one "
       "off, the sheet says of each light what clears it."),
    N_("A last day, a post that ends or another company opens what goes with whoever leaves (`:` "
       "hand-over)."),
    N_("Who is marked as with care is asked about after the door: temperature 1 to 5, what set it "
       "off, what calmed it."),
    N_("Words said (0) are never changed: a later entry strikes one out."),
    N_("Their steps back are dated sentences: two within 60 days put a client on Friday's list, w "
       "says what clears them, / finds them."),
    N_("With nothing to bring the brief says: do not go; to whom nobody has been yet, that it "
       "would be the first visit."),
};

static const char *const promises[] = {
    N_("A promise is mine or theirs, has a day, a way (call, mail, desk, bring, deliver) and "
       "somebody "
       "who has the ball: b throws it, z lets it sleep until a day; when what it waits for is "
       "there, it wakes."),
    N_("l on a promise names another that it waits for: a chain. Without a working day to spare "
       "its sheet says "
       "whom to tell, in order, with the sentence."),
    N_("One that comes again counts from the day on which it was done last."),
    N_("Kept in time is what was done by the day first promised. From five on the share stands "
       "above the list and on the client's sheet."),
};

static const char *const car[] = {
    N_("An order is open until d says that the office has it; Today counts down to the hour at "
       "which it is shut. “the usual” orders what this client ordered last."),
    N_("The load list (. x) holds what is promised as bring or deliver, orders and what is lent, "
       "for "
       "each visit of the day: last stop first, heavy things (kg) at the bottom. Space: it is in "
       "the "
       "car."),
    N_("What comes back stands below it. After the door what is in the car for that visit stands "
       "ticked as delivered; unticked it comes back, and = shows it until it is out of the car."),
    N_("Expenses are typed in the line (parking600). The month as text: `mawari report expenses "
       "2026-11`; as a table: `mawari export csv expenses day:2026-11-01..2026-11-30`."),
    N_("The driving log (. o) takes odometer and alcohol check, first at the start and then at the "
       "end of a day. The settings `odometer` and `alcohol` say, each for itself, whether it is "
       "asked for with the first arrival and in =."),
    N_("Who rides along (. c Sato 8:40 station) is picked up on the way; y on the brief copies "
       "what "
       "may be sent to them."),
    N_("Invoices and money (. u): what closing and payment days ask for. Three working days before "
       "a closing day its client says what is still open there."),
};

static const char *const reports[] = {
    N_("r shows and copies the report of the day, the week or the trouble. Templates are yours: "
       "`mawari template day >t`, edit it, `mawari template day t`; a setting has | for a new "
       "line."),
    N_("They know {date} {name} {visit_count} {outcomes} {visits} {days} {unreported} {made_count} "
       "{made} {kept_count} {kept} {order_count} {orders} {trouble_count} {troubles} {km} "
       "{odometer} {alcohol} {expense_sum} {expenses} {tomorrow}."),
    N_("A line on which nothing came of them is left out. Copied text goes to the terminal's "
       "clipboard, or to a file, and the message says which."),
};

static const char *const words[] = {
    N_("The Japanese input method may stay on: ｊ is j, あいうえお are a i u e o."),
    N_("While a word is composed the input method keeps every key, Ctrl-P too: commit it first."),
    N_("Late: the delay holds until `@` stamps an arrival; `+` 0 takes it back."),
    N_("A gap ends when one must set out for what is next: its hour less drive, door and spare "
       "minutes. Visits without an hour have their place before it."),
    N_("Week: to see are clients whose cycle has come, closing their closing days, renewal steps "
       "of "
       "contracts, gotōbi a day of payments (5, 10 …). Where a day has much, what says least is "
       "left "
       "out."),
    N_("Near are clients that are due; a detour is the way there and on, less the way straight "
       "on."),
    N_("Phone: promised calls and what they owe, at hours when somebody answers. Desk: reports, "
       "mails and desk work that fit. Rest: your own places, never on a client's ground."),
    N_("Weather: two letters are before noon and after it. What it adds to a leg stands in the "
       "setting `weather_delays`."),
    N_("Kana or kanji typed in a list open the search with them."),
    N_("A message stays until the next one or Esc. Every change can be undone."),
    N_("Keys can be changed in the file `keys`, one line each: COMMAND KEY."),
};

static void add(Pane *pane, const char *key, const char *text, bool heading)
{
    HelpData *data = pane->data;
    data->rows = arena_more(pane->arena, data->rows, data->count, &data->room, sizeof *data->rows);
    data->rows[data->count++] = (HelpRow){key, text, heading};
}

/// `before` (a title, or nothing) and then `text`, wrapped beside it.
static void add_wrapped(Pane *pane, const char *key, const char *before, const char *text)
{
    char **lines;
    int used = *before ? TITLE_WIDTH + 2 : 0;
    size_t count = text_wrap(text, pane->columns - TEXT_AT - used - 1, pane->arena, &lines);
    for (size_t i = 0; i < count; i++)
        add(pane, i ? "" : key,
            arena_print(pane->arena, "%s%s", text_pad(i ? "" : before, used, pane->arena),
                        lines[i]),
            false);
}

static void add_command(Pane *pane, const Command *command)
{
    const HelpView *view = pane->view;
    const char *keys = view->keymap ? keymap_keys(view->keymap, command, pane->arena)
                                    : command->keys; // without a screen nobody reads the keys file
    if (!keys || !*keys || !(command->scope & (IN_LIST | IN_TEXT)))
        return;
    add_wrapped(pane, keys, lang_text(command->title), lang_text(command->help));
}

static void add_texts(Pane *pane, const char *heading, const char *const *texts, size_t count)
{
    add(pane, "", heading, true);
    for (size_t i = 0; i < count; i++)
        add_wrapped(pane, "", "", lang_text(texts[i]));
}

static void add_line_words(Pane *pane)
{
    add(pane, "", _("The line of `a` and `o`; whatever else stands in it is the note"), true);
    for (size_t i = 0; i < sizeof line_words / sizeof *line_words; i++)
        add_wrapped(pane, lang_text(line_words[i].typed), "", lang_text(line_words[i].read));
}

/// "Enter: store it   Space: answer a doubt": what stands between blanks, two or more, is a row.
static void add_own(Pane *pane, const char *own)
{
    while (*own) {
        const char *end = strstr(own, "  ");
        size_t size = end ? (size_t)(end - own) : strlen(own);
        add_wrapped(pane, "", "", arena_copy_bytes(pane->arena, own, size));
        own += size + strspn(own + size, " ");
    }
}

static void add_here(Pane *pane)
{
    const HelpView *view = pane->view;
    if (view->count == 0 && !view->own)
        return;
    const char *on = view->kind ? lang_text(view->kind->title) : NULL;
    add(pane, "", on ? arena_print(pane->arena, _("Keys here: %s"), on) : _("Keys here"), true);
    if (view->own)
        add_own(pane, lang_text(view->own));
    for (size_t i = 0; i < view->count; i++)
        add_command(pane, view->here[i]);
}

static bool load(Pane *pane, App *app, Err *err)
{
    (void)app, (void)err;
    size_t count;
    add_here(pane);
    add(pane, "", _("Keys"), true);
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        add_command(pane, &own[i].row);
    add(pane, "", _("On the record under the cursor, or on all that are marked"), true);
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        add_command(pane, &all[i]);
    add(pane, "", _("Signs"), true);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        add_wrapped(pane, lang_text(signs[i].sign), "", lang_text(signs[i].meaning));
    add_line_words(pane);
    add_texts(pane, _("The brief before the door"), brief, sizeof brief / sizeof *brief);
    add_texts(pane, _("Promises"), promises, sizeof promises / sizeof *promises);
    add_texts(pane, _("Orders, the car, money"), car, sizeof car / sizeof *car);
    add_texts(pane, _("Rounds and products"), rounds, sizeof rounds / sizeof *rounds);
    add_texts(pane, _("Rivals, prices, contracts, people"), relations,
              sizeof relations / sizeof *relations);
    add_texts(pane, _("Reports and copying"), reports, sizeof reports / sizeof *reports);
    add_texts(pane, _("The mouse"), mouse, sizeof mouse / sizeof *mouse);
    add_texts(pane, _("Good to know"), words, sizeof words / sizeof *words);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const HelpData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    bool heading = ((const HelpData *)pane->data)->rows[index].heading;
    return (PaneRow){.stop = !heading, .heading = heading};
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const HelpData *data = pane->data;
    int line = at.row;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        const HelpRow *shown = &data->rows[i];
        canvas_text(at.canvas, line, at.column + 2, 11, ROLE_KEY, shown->key);
        canvas_text(at.canvas, line, at.column + (shown->heading ? 1 : TEXT_AT),
                    at.columns - TEXT_AT - 1, shown->heading ? ROLE_STRONG : ROLE_PLAIN,
                    shown->text);
        if (i == pane->index)
            canvas_cursor(at.canvas, line, at.column + 2);
    }
}

static void note_here(HelpView *view, const Screen *screen, const Command *command)
{
    bool known = view->count == HERE || !command || !*keymap_key(&screen->keymap, command);
    for (size_t i = 0; i < view->count; i++)
        known = known || view->here[i] == command;
    if (!known && !command_blocked(screen, command, screen->frame))
        view->here[view->count++] = command;
}

static void note_named(HelpView *view, const Screen *screen, const char *names)
{
    while (*names) {
        size_t size = strcspn(names, "|");
        const char *name = arena_copy_bytes(screen->frame, names, size);
        note_here(view, screen, any_command_named(name));
        names += size + strspn(names + size, "|");
    }
}

/// What the last line has no room for.
static const struct {
    const Entity *kind;
    const char *commands;
} more_here[] = {
    {&entity_visit, "brief|dial|why|copy"},  {&entity_client, "brief|dial|report-here|copy"},
    {&entity_commitment, "brief|dial|copy"}, {&entity_ticket, "brief|dial|report-here|copy"},
    {&entity_contact, "brief|dial|copy"},
};

void help_open(Screen *screen)
{
    if (screen_pane(screen)->what == &pane_help)
        return;
    const Pane *under = screen_pane(screen);
    Pane *pane = pane_open(&pane_help, NULL, 0);
    HelpView *view = pane->view;
    size_t count;
    view->keymap = &screen->keymap;
    view->own = under->what->keys_now ? under->what->keys_now(under) : under->what->keys;
    view->kind = under->at ? under->at_kind : under->subject ? under->kind : NULL;
    note_named(view, screen, screen_bar(screen));
    for (size_t i = 0; i < sizeof more_here / sizeof *more_here; i++)
        if (more_here[i].kind == view->kind)
            note_named(view, screen, more_here[i].commands);
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        if (all[i].scope & IN_LIST)
            note_here(view, screen, &all[i]);
    screen_push(screen, pane);
}

const PaneKind pane_help = {.alone = true,
                            .reads = true,
                            .view_bytes = sizeof(HelpView),
                            .note = pane_hidden_rows,
                            .data_bytes = sizeof(HelpData),
                            .load = load,
                            .draw = draw,
                            .count = count,
                            .row = row};
