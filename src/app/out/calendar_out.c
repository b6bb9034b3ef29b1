// SPDX-License-Identifier: GPL-3.0-or-later
// To the phone: the store's visits, promises and troubles handed to the calendar child, and what it
// gives back written where the rep finds it.
#include "mawari/app/calendar_out.h"

#include <stdlib.h>
#include <string.h>

#include "calendar_events.h"
#include "core/act.h"
#include "mawari/app/child.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"

enum { CHILD_SECONDS = 60, YEARS_AHEAD = 3, FILE_LIMIT = 64 << 20 };

/// One sending.
typedef struct Sending {
    App *app;
    Arena *arena, *piece;
    const char *file; // or folder
    bool vdir;
    Child *child; // NULL before there is something to send
    MadeEvents made;
} Sending;

// --- the child

/// The text stands in `sending->piece` until the next one comes.
static bool receive(Sending *sending, const char *tag, const char **ret_text, bool *ret_done,
                    Err *err)
{
    Message message;
    bool end = false;
    arena_empty(sending->piece);
    if (!child_receive(sending->child, CHILD_SECONDS, sending->piece, &message, &end, err))
        return false;
    *ret_done = !end && message.count == 1 && message.texts[0] &&
                strcmp(message.texts[0], "done") == 0;
    if (*ret_done)
        return true;
    if (end || message.count != 2 || !message.texts[0] || !message.texts[1] ||
        strcmp(message.texts[0], tag) != 0)
        return err_set(err, ERR_CHILD, _("the calendar was not finished"));
    *ret_text = message.texts[1];
    return true;
}

static bool start(Sending *sending, Err *err)
{
    char name[] = "mawari 回り"; // not in ASCII: Google guesses the character set from it
    char *const arguments[] = {sending->vdir ? "vdir" : "file", name, NULL};
    return child_start("mawari-calendar", arguments, &sending->child, err);
}

/// The child reads while the next day is made.
static bool send_events(void *sending_, const OutEvents *events, Err *err)
{
    Sending *sending = sending_;
    if (!sending->child && !start(sending, err))
        return false;
    Arena *arena = sending->piece;
    Message *messages = arena_array(arena, Message, events->count);
    for (size_t i = 0; i < events->count; i++)
        messages[i] = (Message){.texts = events->rows[i].texts, .count = events->rows[i].count};
    bool sent = child_send_all(sending->child, messages, events->count, err);
    arena_empty(arena);
    return sent;
}

static bool write_one(Sending *sending, Err *err)
{
    Buffer text = {.arena = sending->arena};
    for (;;) {
        const char *piece = NULL;
        bool done = false;
        if (!receive(sending, "text", &piece, &done, err))
            return false;
        if (done)
            return file_write(sending->file, buffer_text(&text), text.size, 0600, err);
        buffer_add(&text, piece);
        if (text.size > FILE_LIMIT)
            return err_set(err, ERR_CHILD, _("the calendar is too large"));
    }
}

/// A file that holds the same already is left alone, so that nobody syncs it again.
static bool write_if_new(const char *path, const char *text, Arena *arena, Err *err)
{
    char *there = NULL;
    size_t size = 0, wanted = strlen(text);
    if (file_read(path, FILE_LIMIT, arena, &there, &size, NULL) && size == wanted &&
        memcmp(there, text, size) == 0)
        return true;
    return file_write(path, text, wanted, 0600, err);
}

static bool write_files(Sending *sending, Err *err)
{
    Arena *arena = sending->arena;
    for (size_t i = 0;; i++) {
        const char *text = NULL;
        bool done = false;
        if (!receive(sending, "file", &text, &done, err))
            return false;
        if (done && i == sending->made.count)
            return true;
        if (done || i == sending->made.count)
            return err_set(err, ERR_CHILD, _("the calendar was not finished"));
        const char *path = arena_print(arena, "%s/%s.ics", sending->file,
                                       sending->made.rows[i].uid);
        if (!write_if_new(path, text, arena, err))
            return false;
    }
}

/// Where nothing could be written, no folder is left behind that was not there before.
static bool write_folder(Sending *sending, Err *err)
{
    size_t there = file_folder_there(sending->file);
    if (file_make_folders(sending->file, err) && write_files(sending, err))
        return true;
    file_remove_folders(sending->file, there);
    return false;
}

/// What the child gives back once it was told all.
static bool write_calendar(Sending *sending, Err *err)
{
    child_sent_all(sending->child);
    return sending->vdir ? write_folder(sending, err) : write_one(sending, err);
}

/// After something went wrong: what the child said itself is the better reason, if it said
/// anything.
static bool give_up(Sending *sending, const Err *why, Err *err)
{
    if (why->kind == ERR_CHILD && sending->child && !child_end(sending->child, err))
        return false;
    if (why->kind != ERR_CHILD)
        child_kill(sending->child);
    return err_set(err, why->kind, "%s", why->text);
}

// --- what is sent

static const char *beside_store(App *app, Arena *arena)
{
    const char *store = store_path(app->store), *slash = strrchr(store, '/');
    const char *folder = slash ? arena_copy_bytes(arena, store, (size_t)(slash - store)) : ".";
    return arena_print(arena, "%s/mawari.ics", folder);
}

static const char *default_file(App *app, Arena *arena)
{
    const char *set = app_setting(app, "calendar_file");
    return *set ? set : beside_store(app, arena);
}

static bool keep_sent(Sending *sending, const SentList *before, Day from, Day to, Err *err)
{
    const MadeEvents *made = &sending->made;
    SentNow now = {.rows = made->rows,
                   .count = made->count,
                   .from = from,
                   .to = to,
                   .days = made->days,
                   .day_count = made->day_count};
    return sent_write(sending->app, before, &now, sending->arena, err);
}

/// Of one moment: another mawari may write meanwhile.
static bool gather(Sending *sending, Day from, Day to, SentList *before, Err *err)
{
    App *app = sending->app;
    Arena *arena = sending->arena;
    store_read_much(app->store, true);
    bool begun = store_read_begin(app->store);
    bool read = sent_read(app, arena, before, err) &&
                calendar_events(app, from, to, before, send_events, sending, arena, &sending->made,
                                err);
    store_read_end(app->store, begun);
    store_read_much(app->store, false);
    if (read && sending->made.count == 0) // RFC 5545 3.6 wants one; an empty one helps nobody
        return err_set(err, ERR_NOT_FOUND, _("nothing is planned in these days"));
    return read;
}

static bool send(Sending *sending, Day from, Day to, Err *err)
{
    SentList before;
    Err why = {0};
    if (!gather(sending, from, to, &before, &why) || !write_calendar(sending, &why))
        return give_up(sending, &why, err);
    return child_end(sending->child, err) && keep_sent(sending, &before, from, to, err);
}

bool calendar_out(App *app, Day from, Day to, const char *file, bool vdir, Arena *arena,
                  CalendarOut *ret, Err *err)
{
    from = from == NONE ? app->today : from;
    to = to == NONE ? day_add_months(app->today > from ? app->today : from, YEARS_AHEAD * 12) : to;
    if (to < from)
        return err_set(err, ERR_INPUT, _("the last day is before the first"));
    Sending sending = {.app = app, .arena = arena, .vdir = vdir};
    sending.file = file ? arena_copy(arena, file) : default_file(app, arena);
    sending.piece = arena_open();
    bool sent = send(&sending, from, to, err);
    arena_close(sending.piece);
    if (!sent)
        return false;

    *ret = (CalendarOut){.file = sending.file, .from = from, .to = to};
    ret->todos = sending.made.todos;
    ret->events = sending.made.count - sending.made.todos;
    return true;
}

// --- how it gets into the phone

/// A row for each way; `phone` is the setting's word, or the words that mean the same.
static const struct {
    const char *phones;
    const char *sentence; // with one %s: the file, whose folder was said above
} ways[] = {
    {"mail iphone ios", N_("Mail %s to yourself and open it on the phone: Add All.")},
    {"mail iphone ios", N_("Choose the same calendar each time.")},
    {"web android google", N_("Open calendar.google.com on this computer: Settings, Import, %s. "
                              "The app on the phone takes "
                              "no files.")},
    {"web android google", N_("Another calendar on the phone takes one visit a file: mawari export "
                              "calendar --vdir FOLDER")},
};

static bool is_meant(const char *phones, const char *set)
{
    size_t size = strlen(set);
    for (const char *at = phones; (at = strstr(at, set)) != NULL; at++)
        if ((at == phones || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

size_t calendar_ways(App *app, const CalendarOut *out, Arena *arena, const char ***ret)
{
    enum { WAYS = sizeof ways / sizeof *ways };
    const char *set = app_setting(app, "phone"),
               **sentences = arena_array(arena, const char *, WAYS);
    size_t count = 0;
    bool known = false;
    const char *slash = strrchr(out->file, '/'), *name = slash ? slash + 1 : out->file;
    for (size_t i = 0; i < WAYS; i++)
        known = known || (*set && is_meant(ways[i].phones, set));
    for (size_t i = 0; i < WAYS; i++)
        if (!known || is_meant(ways[i].phones, set))
            sentences[count++] = arena_print(arena, _(ways[i].sentence), name);
    *ret = sentences;
    return count;
}

// --- the command

static bool day_option(App *app, const Args *args, const char *name, Day *ret, Err *err)
{
    const char *typed = args_option(args, name);
    *ret = NONE;
    if (!typed || day_parse(typed, app->today, LOOK_FORWARD, ret))
        return true;
    return err_set(err, ERR_USAGE, _("%s: “%s” is no day"), name, typed);
}

/// Entries: meetings and notices stand among the visits, without tasks what is owed as well.
static const char *counted(const CalendarOut *out, Arena *arena)
{
    const char *entries = arena_print(arena, ngettext("%zu entry", "%zu entries", out->events),
                                      out->events);
    if (out->todos == 0)
        return entries;
    return arena_print(
        arena, _("%s, %s"), entries,
        arena_print(arena,
                    ngettext("%zu promise or trouble", "%zu promises and troubles", out->todos),
                    out->todos));
}

bool act_export_calendar(App *app, const Args *args, Effect *ret, Err *err)
{
    Arena *arena = app->scratch;
    const char *folder = args_option(args, "--vdir"), *file = args_option(args, "-o");
    Day from, to;
    CalendarOut out;
    if (!day_option(app, args, "--from", &from, err) || !day_option(app, args, "--to", &to, err) ||
        !calendar_out(app, from, to, folder ? folder : file, folder != NULL, arena, &out, err))
        return false;

    const char **sentences;
    size_t count = calendar_ways(app, &out, arena, &sentences);
    Buffer printed = {.arena = arena};
    ret->status = arena_print(arena, _("Wrote %s: %s"), out.file, counted(&out, arena));
    buffer_print(&printed, "%s\n", ret->status);
    for (size_t i = 0; i < count; i++)
        buffer_print(&printed, "%s\n", sentences[i]);
    ret->printed = printed.text;
    ret->changed = true; // Today says no longer that the phone is older
    return true;
}
