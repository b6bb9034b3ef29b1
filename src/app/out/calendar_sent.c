// SPDX-License-Identifier: GPL-3.0-or-later
// What the phone was sent, as lines of one setting, and a hash for each day that was sent.
#include "calendar_sent.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "day/day_parts.h"
#include "mawari/base/buffer.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"

enum { KEPT_DAYS = 62, AHEAD_DAYS = 366 };

static const char sent_setting[] = "calendar.sent", days_setting[] = "calendar.days";

uint64_t hash_text(uint64_t hash, const char *text)
{
    const char *bytes = text ? text : "\x01";
    for (size_t i = 0; i == 0 || bytes[i - 1] != '\0'; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    return hash;
}

static int by_uid(const void *a, const void *b)
{
    return strcmp(((const Sent *)a)->uid, ((const Sent *)b)->uid);
}

static bool read_line(const char *line, Arena *arena, Sent *ret)
{
    char uid[65];
    Sent sent;
    line = arena_copy_bytes(arena, line, strcspn(line, "\n")); // sscanf measures all that follows
    int fields = sscanf(line, "%64s %" SCNd32 " %" SCNd32 " %" SCNd64 " %" SCNx64 " %" SCNx64, uid,
                        &sent.day, &sent.sequence, &sent.stamp, &sent.core, &sent.whole);
    if (fields != 6)
        return false;
    sent.uid = arena_copy(arena, uid);
    *ret = sent;
    return true;
}

bool sent_read(App *app, Arena *arena, SentList *ret, Err *err)
{
    const char *lines = NULL;
    SentList list = {0};
    size_t room = 0;
    if (!setting_get(app->store, sent_setting, arena, &lines, err))
        return false;
    while (lines && *lines) {
        Sent sent;
        if (read_line(lines, arena, &sent)) {
            list.rows = arena_more(arena, list.rows, list.count, &room, sizeof(Sent));
            list.rows[list.count++] = sent;
        }
        lines += strcspn(lines, "\n");
        lines += *lines == '\n';
    }
    if (list.count > 0)
        qsort(list.rows, list.count, sizeof(Sent), by_uid);
    *ret = list;
    return true;
}

const Sent *sent_find(const SentList *list, const char *uid)
{
    Sent wanted = {.uid = uid};
    return list->count ? bsearch(&wanted, list->rows, list->count, sizeof(Sent), by_uid) : NULL;
}

static void add_line(Buffer *out, const Sent *sent)
{
    buffer_print(out, "%s %" PRId32 " %" PRId32 " %" PRId64 " %" PRIx64 " %" PRIx64 "\n", sent->uid,
                 sent->day, sent->sequence, sent->stamp, sent->core, sent->whole);
}

static const char *events_text(App *app, const SentList *before, const SentNow *now, Arena *arena)
{
    Buffer out = {.arena = arena};
    SentList sent = {.rows = now->rows, .count = now->count};
    if (sent.count > 0)
        qsort(sent.rows, sent.count, sizeof(Sent), by_uid);
    for (size_t i = 0; i < sent.count; i++)
        add_line(&out, &sent.rows[i]);
    for (size_t i = 0; i < before->count; i++) {
        const Sent *old = &before->rows[i];
        bool over = old->day != NONE && old->day < app->today - KEPT_DAYS;
        if (!over && !sent_find(&sent, old->uid))
            add_line(&out, old);
    }
    return buffer_text(&out);
}

static uint64_t hash_version(uint64_t hash, const char *uid, Moment changed)
{
    char text[32];
    (void)snprintf(text, sizeof text, "%" PRId64, changed);
    return hash_text(hash_text(hash, uid), text);
}

uint64_t sent_hash(const DayVisits *visits)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < visits->count; i++)
        hash = hash_version(hash, visits->rows[i].uid, visits->rows[i].changed);
    return hash;
}

/// The same of visits that may not have been named.
static uint64_t hash_unnamed(App *app, const DayVisits *visits, Arena *arena)
{
    uint64_t hash = HASH_START;
    RecordHead head;
    for (size_t i = 0; i < visits->count; i++)
        if (record_head(app->store, visits->rows[i].id, arena, &head, NULL))
            hash = hash_version(hash, head.uid, head.changed);
    return hash;
}

/// The line of a day: "20781 9f3c…"; NULL where it was never sent.
static const char *line_of_day(const char *lines, Day day)
{
    while (lines && *lines) {
        if (strtol(lines, NULL, 10) == day)
            return lines;
        lines += strcspn(lines, "\n");
        lines += *lines == '\n';
    }
    return NULL;
}

static void keep_other_days(App *app, const char *lines, Day from, Day to, Buffer *out)
{
    while (lines && *lines) {
        size_t size = strcspn(lines, "\n");
        long day = strtol(lines, NULL, 10);
        if ((day < from || day > to) && day >= app->today - KEPT_DAYS) {
            buffer_add_bytes(out, lines, size);
            buffer_add(out, "\n");
        }
        lines += size + (lines[size] == '\n');
    }
}

static bool days_text(App *app, const SentNow *now, Arena *arena, const char **ret, Err *err)
{
    size_t at = 0;
    Buffer out = {.arena = arena};
    const char *before = NULL;
    Day last = app->today + AHEAD_DAYS, to = now->to < last ? now->to : last;
    if (!setting_get(app->store, days_setting, arena, &before, err))
        return false;
    keep_other_days(app, before, now->from, to, &out);
    for (Day day = now->from; day <= to; day++) {
        bool visited = at < now->day_count && now->days[at].day == day;
        buffer_print(&out, "%" PRId32 " %" PRIx64 "\n", day,
                     visited ? now->days[at].hash : sent_hash(&(DayVisits){0}));
        at += visited;
    }
    *ret = buffer_text(&out);
    return true;
}

bool sent_write(App *app, const SentList *before, const SentNow *now, Arena *arena, Err *err)
{
    const char *days;
    if (!days_text(app, now, arena, &days, err))
        return false;
    const char *const names[] = {sent_setting, days_setting};
    const char *const values[] = {events_text(app, before, now, arena), days};
    return setting_put_two(app->store, names, values, err);
}

bool day_phone_is_older(App *app, Day day, const DayVisits *visits)
{
    Arena *arena = arena_open();
    const char *lines = NULL;
    bool older = false;
    if (setting_get(app->store, days_setting, arena, &lines, NULL)) {
        const char *line = line_of_day(lines, day);
        const char *hash = line ? strchr(line, ' ') : NULL;
        older = hash && strtoull(hash, NULL, 16) != hash_unnamed(app, visits, arena);
    }
    arena_close(arena);
    return older;
}
