// SPDX-License-Identifier: GPL-3.0-or-later
// What the screen is made of; shared by the files of this room, hidden from all others.
#ifndef MAWARI_VIEW_SHELL_H
#define MAWARI_VIEW_SHELL_H

#include "forms/form.h"
#include "ground/keymap.h"
#include "ground/line.h"
#include "ground/pane.h"
#include "ground/suggest.h"
#include "mawari/store/queries.h"
#include "mawari/view/screen.h"

/// The four modes of INTERACTION §1, and two whole-screen ones beside them.
typedef enum Mode {
    MODE_LIST,
    MODE_PROMPT, // a line at the foot, with what it finds above it
    MODE_FORM,
    MODE_MENU,     // after v or .
    MODE_QUESTION, // a numbered answer
    MODE_DOOR,     // after the door
    MODE_PHONE,    // it rings, over any of these
    MODE_PRIVATE,  // only free and taken hours
} Mode;

enum {
    SHEETS = 16,
    INTAKES = 32, // more at once: the command asks again
    OFFERS = 200,
    ANSWERS = 64,
    KEYS_SHOWN = 12,
    LATELY = 8,
    MESSAGE_BYTES = 600,
    SIDE_BY_SIDE = 120
};

/// One line offered above a prompt or in a menu: a record, a command or a word.
typedef struct Offer {
    const char *text, *right;
    const char *help; // all of it, for the chosen one; NULL: none
    const Command *command;
    Id id;
    const Entity *kind;
    const char *value;
    char letter; // in menus
    bool dim;
} Offer;

typedef struct Prompt Prompt;
typedef struct PromptKind {
    const char *label;                                    // N_()
    const char *keys;                                     // N_(): the last line
    void (*changed)(Screen *screen, Prompt *prompt);      // offers anew; also once at the start
    void (*accept)(Screen *screen, Prompt *prompt);       // Enter
    void (*cancel)(Screen *screen, Prompt *prompt);       // Esc; NULL: nothing more
    void (*step)(Screen *screen, Prompt *prompt, int by); // ↑ ↓; NULL: among the offers
} PromptKind;

struct Prompt {
    const PromptKind *what;
    Line line;
    Offer *offers; // in the prompt's arena
    size_t offer_count, chosen;
    Suggestions suggestions; // for the word that is typed; filled by the kind's `changed`
    Id about_id;             // what its command works on instead of what is chosen; 0: that
    const Entity *about_kind;
    Id taken;                 // the record of the last one that went into the line …
    size_t taken_at;          // … at this byte …
    char taken_word[128];     // … as this
    const Command *command;   // whose argument is typed
    const char *about;        // the setting whose value is
    int shift;                // of a move within the day: so many stops later
    char title[128];          // instead of the kind's label; "" for that
    size_t question;          // of the intake: which one
    Id subject;               // the record that a line is said on
    bool unsaved;             // the draft of the line is older than the line
    bool warned;              // of what is in doubt: the next Enter keeps it
    char said[MESSAGE_BYTES]; // what was understood, or what would be right
};

typedef struct Menu {
    const char *title; // translated
    Offer offers[ANSWERS];
    size_t count, chosen;
    void (*answer)(Screen *screen, const Offer *offer);
    void (*step)(Screen *screen, int by); // of answers in one row: ↑ ↓ go over the pane's rows
    Mode mode;                            // MODE_MENU or MODE_QUESTION
    bool words; // each answer is a word or two: they may stand side by side
} Menu;

/// A command that waits for another mawari's lock; none: `command` is NULL.
typedef struct Waiting {
    Arena *arena; // of what `args` points to
    const Command *command;
    Args args;
    const char *draft, *text; // the place of what goes when it is done, and what stood there
} Waiting;

/// A command of the screen itself: a row of the same type as the store's, and what it does.
typedef struct ScreenCommand {
    Command row;
    void (*act)(Screen *screen);
} ScreenCommand;

struct Screen {
    App *app;
    int rows, columns;
    ScreenStyle style;
    Arena *offers; // of prompts and menus: emptied with each key that changes them
    Arena *frame;  // emptied before each draw
    Keymap keymap;
    Pane *tabs[PANE_COUNT];
    PaneId tab;
    Pane *sheets[SHEETS]; // what was opened, the last on top
    size_t sheet_count;
    Pane *side; // beside a list from 120 columns on: the sheet of the chosen record
    Mode mode;
    Prompt prompt;
    Menu menu;
    Form *form;
    Waiting waiting;
    struct {
        Id tickets[INTAKES];
        size_t count;
    } intake;            // troubles whose questions are still to be put, the next one first
    struct Door *door;   // after the door, NULL: closed
    struct Phone *phone; // NULL: it does not ring
    char message[MESSAGE_BYTES];
    bool message_bad;
    int travel_percent; // of the question for travel times as it was last seen, -1: none was asked
    Line pin;           // typed on the private screen
    bool pin_wrong;
    Mode hidden;            // where the rep was before it
    int64_t clock, touched; // milliseconds: of now, and of the last key
    int64_t reveal_until;   // masked figures of app->revealed are seen (reveal.c)
    Moment shown_minute;
    bool counts_stale;
    OpenCounts counts; // beside the tabs; read again when the store changed
    int tab_at[PANE_COUNT], tab_end[PANE_COUNT]; // where they were drawn, for the mouse
    int hint_rows;                               // above the lower rule
    bool was_empty;                              // there was no client a moment ago
    int side_at;      // the first column of the pane beside the list, 0: there is none
    bool row_clicked; // the last click chose a row: a second one opens it
    struct {
        int column, end;
        const Command *command; // NULL: `key` is pressed
        Key key;
    } keys[KEYS_SHOWN]; // of the last line, for the mouse
    size_t key_count;
    const Command *lately[LATELY]; // from the palette, the last one first
    bool no_side;                  // the rep wants no pane beside the list
    int64_t undo_named;            // the step that u named: a second one takes it back; 0: none
    bool quit_named;               // q at the top: a second one leaves
    bool unsafe;                   // it was said that a draft could not be written yet
    bool changed;                  // something must be drawn
    char *board;                   // today's line as it was copied last, NULL: it was not
    Day board_day;
    const char *copy; // for the terminal's clipboard, in `frame`; NULL: nothing
    ScreenWish wish;
};

/// The pane that the keys go to: the sheet on top, else the tab.
Pane *screen_pane(const Screen *screen);
/// Nothing has been typed yet: the welcome stands where the day would.
bool screen_is_empty(const Screen *screen);
/// The pane takes the rows of tabs and rules too.
bool screen_is_bare(const Screen *screen);
void screen_say(Screen *screen, const char *format, ...) __attribute__((format(printf, 2, 3)));
void screen_fail(Screen *screen, const Err *err);
/// Loads the pane that the next key goes to, when it is not as the store is.
void screen_ready(Screen *screen);
/// Everything that reads the store reads it again at the next draw.
void screen_stale(Screen *screen);
void screen_open_sheet(Screen *screen, const Entity *kind, Id id);
void screen_push(Screen *screen, Pane *pane);
void screen_drop_sheet(Screen *screen);
bool screen_back(Screen *screen); // false: at the top already
void screen_tab(Screen *screen, PaneId tab);
/// Runs a command on the cursor's record or the marks; asks for a line first when it needs one.
void screen_run(Screen *screen, const Command *command);
void screen_run_line(Screen *screen, const Command *command, const char *line);
/// The same with what the open prompt holds. False: it cannot be read, and stays there with the reason.
bool screen_run_typed(Screen *screen, const Command *command, const char *line);
/// Asks for what `command` needs besides the record, beginning with `start`.
void screen_ask(Screen *screen, const Command *command, const char *start);
/// The same about record `id` instead of what is chosen.
void screen_ask_about(Screen *screen, const Command *command, const Entity *kind, Id id);
/// Opens the question that `command` begins with; false: it has none here.
bool ask_first(Screen *screen, const Command *command);
void screen_prompt(Screen *screen, const PromptKind *what, const char *start);
Offer *prompt_offers(Screen *screen, size_t count); // room for so many, emptied with the next key
void screen_menu(Screen *screen, Mode mode, const char *title,
                 void (*answer)(Screen *screen, const Offer *offer));
char menu_letter(size_t index); // 1–9, then a–z without q; blank where they are used up
Offer *menu_offer(Screen *screen, char letter, const char *text);
void screen_form(Screen *screen, const Entity *kind, Id id, const FieldArg *fields, size_t count);
/// The records that a command works on: the marks, else the cursor's, else the pane's own.
size_t screen_chosen(const Screen *screen, const Entity **ret_kind, const Id **ret_ids);
/// The same for `command`: a row that is none of its kinds gives way to the pane's own record where
/// that is one. On a brief `o` is about its visit from every row.
size_t screen_chosen_for(const Screen *screen, const Command *command, const Entity **ret_kind,
                         const Id **ret_ids);
int screen_body_rows(const Screen *screen);

// prompt.c, menu.c, form.c, frame.c: what the modes do with a key, and how they look
void prompt_key(Screen *screen, const Key *key);
void prompt_click(Screen *screen, int row);         // the offer there is taken
void prompt_refuse(Screen *screen, const Err *err); // says why, and what was typed stays
void form_key(Screen *screen, const Key *key);
void form_click(Screen *screen, int row);
void form_wheel(Screen *screen, int by); // to another field; never into its value
void mouse_key(Screen *screen, const Key *key);
void form_save(Screen *screen);
void screen_effect(Screen *screen, const Effect *effect); // what a command asked for
void prompt_draw(Screen *screen, Canvas *canvas);
void prompt_changed(Screen *screen); // the line did: offers and suggestions anew
void menu_key(Screen *screen, const Key *key);
void menu_click(Screen *screen, int row, int column); // the answer there is given
void menu_draw(Screen *screen, Canvas *canvas);
void frame_draw(Screen *screen, Canvas *canvas); // tabs, rules, message, keys
void private_draw(Screen *screen, Canvas *canvas);
void screen_hide(Screen *screen); // from the next frame on it is private
void welcome_draw(Screen *screen, Canvas *canvas);

// report_here.c: r, and the day's line that hangs on the office's whiteboard
void report_here(Screen *screen);
void month_report(Screen *screen);
void print_here(Screen *screen);                     // as PDF, in the home folder
void board_copied(Screen *screen, const char *line); // the line of today was copied
void board_check(Screen *screen);                    // says when it is another by now

// copy.c: text on its way to the clipboard, and what y copies
void screen_copy(Screen *screen, const char *text); // adds to the message what became of it
void copy_here(Screen *screen);

void stop_pane_open(Screen *screen);

// intake.c: the questions that a new trouble brings, one by one
void intake_add(Screen *screen, const Id *tickets, size_t count); // their turn comes
/// Begins with the first whose turn has not come; nothing where there is none.
void intake_begin(Screen *screen);

void text_pane_open(Screen *screen, const char *title, const char *text);
/// The open text is what `report` said of `client`, or without one of `line`.
void text_pane_reports(Screen *screen, Id client, const char *line);
bool text_pane_is(const Pane *pane);
/// That line, NULL: it is no report.
const char *text_pane_report(const Pane *pane, Id *ret_client);
void settings_pane_open(Screen *screen);
void late_pane_open(Screen *screen);
void gap_pane_open(Screen *screen, Minute at);
void load_pane_open(Screen *screen, Day day);
void round_grid_open(Screen *screen);           // clients × rounds
void floor_pane_open(Screen *screen, Id about); // floor_pane.c: of the client it is about
bool floor_pane_new(Screen *screen);            // `n`: a demanded price; false: it is another pane
bool floor_pane_shows(const Pane *pane);
void floor_pane_says_who(const Screen *screen, Args *args); // of what the pane was opened
void floor_pane_find(Screen *screen, Id id); // a demand that was just made comes under the cursor
void round_pane_open(Screen *screen, Id round);
/// The proposal is shown, and taken when the answer is yes.
void round_plan_ask(Screen *screen, Id round, const char *proposal);
bool round_pane_ask(Screen *screen);    // `o` at the doors of a round; false: it is another pane
bool deal_ask(Screen *screen, Id deal); // ask_deal.c: to which stage it goes
void deal_ask_lost(Screen *screen, Id deal); // who and what decided, when the next door opens
bool greet_ask(Screen *screen); // ask_greet.c: the roster of the meeting here; false: there is none
void friday_open(Screen *screen);         // friday_pane.c: the look back, in four parts
bool friday_next(Screen *screen, int by); // false: another pane is shown
bool friday_why(Screen *screen);          // false: another pane is shown
/// Why a contract is on the list: its notice, the step that has come, its lights.
void renewal_why(Screen *screen, Id contract);
void money_ask(Screen *screen); // money_ask.c: promises invoices and collections
Day load_pane_day(const Pane *pane, const App *app); // NONE: it is another pane
/// A record's name in a sentence: of a visit the site's or client's.
const char *screen_name_of(Screen *screen, Id id);
/// The prompt is called by its command and the record that it works on.
void prompt_name(Screen *screen, const Command *command);
const char *prompt_example(const Command *command); // what can be typed; NULL: the word says it
void prompt_wanted(Screen *screen,
                   Prompt *prompt); // what the command wants, while nothing is typed

// prompt_suggest.c: `suggestions` of any prompt stand right above its line
bool prompt_suggest_key(Screen *screen, const Key *key); // false: not theirs
bool prompt_suggest_click(Screen *screen, int row);
int prompt_suggest_rows(const Prompt *prompt); // that they take, with the rule over them
void prompt_suggest_draw(const Prompt *prompt, Canvas *canvas);

// prompt_names.c: records for the word that is typed, where the command wants one
void prompt_names(Screen *screen, Prompt *prompt);
/// The line, with the record that was taken in place of its name: two may be called the same.
const char *prompt_names_line(const Prompt *prompt, Arena *arena);

void prompt_move_open(Screen *screen, const Command *command);
void import_pane_open(Screen *screen, const Args *args);
void import_pane_go_on(Screen *screen); // when what Enter waited for is done
void import_pane_leave(Screen *screen); // what runs is cancelled
void menu_more(Screen *screen);
void menu_views(Screen *screen);
void menu_panes(Screen *screen);

extern const PromptKind prompt_search, prompt_palette, prompt_filter, prompt_argument,
    prompt_save_view, prompt_line, prompt_intake;

// after_door.c: what is open here, the digit, the line, the next visit; one visit after the other
typedef struct Door Door;
bool door_open(Screen *screen, const Id *ids, size_t count); // false: no visit is among them
/// On the row "2 to write" all of them; from a record at a client its visit of today. False: none.
bool door_from_here(Screen *screen, const Entity *kind, const Id *ids, size_t count);
bool door_may_open(const Screen *screen, Arena *arena); // without looking for the visit
bool door_reopen(Screen *screen, Id id);                // false: no visit whose report has a line
void door_close(Screen *screen);
void door_key(Screen *screen, const Key *key);
void door_click(Screen *screen, int row, int column);
void door_wheel(Screen *screen, const Key *arrow); // among the rows; never the next visit's day
void door_draw(Screen *screen, Canvas *canvas, Region at);
void door_keep(Screen *screen); // the draft, when it is older than what is typed
bool door_is_unsaved(const Screen *screen);
void door_say(Screen *screen, const char *text); // below the line
const char *door_keys(const Screen *screen);     // the last line

// phone.c: who, what, by when; then everything is as it was
typedef struct Phone Phone;
void phone_open(Screen *screen);
void phone_close(Screen *screen); // what was typed stays as a draft
void phone_key(Screen *screen, const Key *key);
void phone_click(Screen *screen, int row); // on a choice: it is taken
void phone_draw(Screen *screen, Region at);
void phone_keep(Screen *screen);
void phone_go_on(Screen *screen); // with each tick: shows what was found meanwhile
bool phone_is_unsaved(const Screen *screen);
const char *phone_keys(const Screen *screen); // the last line

// prompt_line.c: the line in the capture grammar, read back while it is typed
bool prompt_line_is_for(const Command *command);
/// `start`: what the line begins with; "": its draft, if there is one.
void prompt_line_open(Screen *screen, const Command *command, Id subject, const char *start);
void prompt_line_keep(Screen *screen); // its draft, when it is older than the line
void prompt_line_draw(const Screen *screen, Canvas *canvas);

/// Why `command` cannot run on what the cursor is on, in one short sentence; NULL: it can.
const char *command_blocked(const Screen *screen, const Command *command, Arena *arena);

/// The names, joined by |, of the commands that the last line teaches for what the cursor is on.
const char *screen_bar(const Screen *screen);

/// The help, what works on the cursor's record first (help.c).
void help_open(Screen *screen);

/// The screen's own commands (screen_commands.c).
const ScreenCommand *screen_commands(size_t *ret_count);
const Command *any_command_named(const char *name);

/// Moves the cursor of the pane in front; says why when it cannot.
void move_by(Screen *screen, Move move);

#endif
