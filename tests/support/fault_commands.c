// SPDX-License-Identifier: GPL-3.0-or-later
// What the fault tests play. The first rows are tried at many places: between them they do all that
// the store does to a disk. Of the others a few places show that they take a failure for one.
#include "fault_commands.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/app/usage.h"
#include "store/sql.h"
#include "store_hash.h"

#define FREEZER "冷凍ケースの扉が閉まらない"

const Played played[] = {
    {{NULL}, PLAYED_ELSEWHERE, 0},
    {{"new", "client", "name=Nova"}, PLAYED_WRITES, 0},
    {{"set", "client", "Alpha", "remark=loud"}, PLAYED_WRITES, 0},
    {{"archive", "client", "Alpha"}, PLAYED_WRITES, 0},
    {{"merge", "Alpha", "Beta"}, PLAYED_WRITES, 0},
    {{"undo"}, PLAYED_WRITES, 0},
    {{"redo"}, PLAYED_WRITES, 0},
    {{"setting", "lunch_minutes", "50"}, PLAYED_WRITES, 0},
    {{"outcome", "=visit", "1", "wide door +a sketch fri *Quote"}, PLAYED_WRITES, 0},
    {{"incident", "中村 恵", "never again", "--answer", "silence"}, PLAYED_WRITES, 0},
    {{"import", "clients", "@/list.csv"}, PLAYED_WRITES, 4},
    {{"import", "sales", "@/sales.csv"}, PLAYED_WRITES, 4},
    {{"import gazetteer", "@/towns"}, PLAYED_WRITES, 8},
    {{"backup", "@/copy.db"}, PLAYED_ELSEWHERE, 4},
    {{"restore", "@/older.db"}, PLAYED_ELSEWHERE, 4},
    {{"check", "--salvage", "@/saved.db"}, PLAYED_ELSEWHERE, 8},

    {{"unarchive", "=client"}, PLAYED_WRITES, 4},
    {{"add", "@Alpha +the leaflet fri"}, PLAYED_WRITES, 4},
    {{"out", "Alpha", "1 wide door +a sketch fri"}, PLAYED_WRITES, 4},
    {{"tick", "Quote"}, PLAYED_WRITES, 4},
    {{"tick", "=concession"}, PLAYED_WRITES, 4},
    {{"tick", "冷蔵棚 年間保守"}, PLAYED_WRITES, 4},
    {{"ball", "Quote", "木村 達也"}, PLAYED_WRITES, 4},
    {{"wait", "Quote", "2026-12-01", "the price"}, PLAYED_WRITES, 4},
    {{"renew", "工具リース"}, PLAYED_WRITES, 4},
    {{"demand", "青葉商店", "-4% #A-7"}, PLAYED_WRITES, 4},
    {{"answer-by", "=demand", "2026-12-01", "the boss"}, PLAYED_WRITES, 4},
    {{"answer", "=demand", "agreed", "24000"}, PLAYED_WRITES, 4},
    {{"repeat", "Quote", "14d"}, PLAYED_WRITES, 4},
    {{"told", FREEZER, "the part comes"}, PLAYED_WRITES, 4},
    {{"inside", FREEZER, "the part is late"}, PLAYED_WRITES, 4},
    {{"stage", FREEZER}, PLAYED_WRITES, 4},
    {{"stage", "厨房機器の入替え", "talk"}, PLAYED_WRITES, 4},
    {{"lost", "厨房機器の入替え", "person", "price"}, PLAYED_WRITES, 4},
    {{"greet", "=attendee", "of the new hall"}, PLAYED_WRITES, 4},
    {{"new", "gift", "client=青葉商店", "contact=中村 恵", "what=soap"}, PLAYED_WRITES, 4},
    {{"heard", "環状通りの工事は年明けまで", "中村 恵"}, PLAYED_WRITES, 4},
    {{"hours", FREEZER, "30"}, PLAYED_WRITES, 4},
    {{"link", "Alpha", "Beta"}, PLAYED_WRITES, 4},
    {{"move", "=visit", "15:00"}, PLAYED_WRITES, 4},
    {{"place-up", "=visit"}, PLAYED_WRITES, 4},
    {{"place-down", "=visit"}, PLAYED_WRITES, 4},
    {{"appointment", "=visit", "confirmed"}, PLAYED_WRITES, 4},
    {{"arrive", "=visit"}, PLAYED_WRITES, 4},
    {{"visit", "Alpha", "2026-11-26"}, PLAYED_WRITES, 4},
    {{"companion", "=visit", "木村 達也"}, PLAYED_WRITES, 4},
    {{"note", "Alpha", "behind the house"}, PLAYED_WRITES, 4},
    {{"avoid", "Alpha", "the old price"}, PLAYED_WRITES, 4},
    {{"tag", "Alpha", "north"}, PLAYED_WRITES, 4},
    {{"untag", "Beta", "south"}, PLAYED_WRITES, 4},
    {{"leg", "青葉商店", "北総合病院", "25"}, PLAYED_WRITES, 4},
    {{"lunch", "12:30"}, PLAYED_WRITES, 4},
    {{"weather", "fs"}, PLAYED_WRITES, 4},
    {{"late", "10"}, PLAYED_WRITES, 4},
    {{"book", "Alpha", "11:00"}, PLAYED_WRITES, 4},
    {{"phoned", "Alpha", "the pallets"}, PLAYED_WRITES, 4},
    {{"plan week", "--take"}, PLAYED_WRITES, 8},
    {{"plan", "--take"}, PLAYED_WRITES, 8},
    {{"urgent", "Alpha", "20", "--take", "1"}, PLAYED_WRITES, 8},
    {{"nail", "=visit"}, PLAYED_WRITES, 4},
    {{"loaded", "Quote"}, PLAYED_WRITES, 4},
    {{"into round", "Alpha", "年末カレンダー"}, PLAYED_WRITES, 4},
    {{"round add", "年末カレンダー", "rank:A"}, PLAYED_WRITES, 4},
    {{"round plan", "年末カレンダー", "--take"}, PLAYED_WRITES, 8},
    {{"door", "=round_client", "explained"}, PLAYED_WRITES, 4},
    {{"heavy", "Quote"}, PLAYED_WRITES, 4},
    {{"money", "--take"}, PLAYED_WRITES, 4},
    {{"drive", "48210", "none"}, PLAYED_WRITES, 4},
    {{"report-due", FREEZER, "2026-12-01"}, PLAYED_WRITES, 4},
    {{"ask-again", FREEZER, "2026-12-01"}, PLAYED_WRITES, 4},
    {{"export calendar", "-o", "@/visits.ics"}, PLAYED_WRITES, 8},
    {{"template", "day", "@/day.txt"}, PLAYED_WRITES, 4},

    {{"travel-times"}, PLAYED_REFUSED, 8}, // no server is named
    {{"renewals"}, PLAYED_READS, 4},
    {{"hand-over", "中村 恵"}, PLAYED_READS, 4},
    {{"floor", "青葉商店"}, PLAYED_READS, 4},
    {{"entertained"}, PLAYED_READS, 4},
    {{"thanks", "=visit WHERE outcome IS NOT NULL"}, PLAYED_READS, 4},
    {{"frame"}, PLAYED_READS, 4},
    {{"leg-here", "=visit WHERE outcome IS NULL AND start IS NOT NULL"}, PLAYED_READS, 4},
    {{"gap"}, PLAYED_READS, 4},
    {{"reasons", "青葉商店"}, PLAYED_READS, 4},
    {{"slipping", "青葉商店"}, PLAYED_READS, 4},
    {{"friday"}, PLAYED_READS, 4},
    {{"duplicates"}, PLAYED_READS, 4},
    {{"orders"}, PLAYED_READS, 4},
    {{"load"}, PLAYED_READS, 4},
    {{"export csv", "client"}, PLAYED_READS, 4},
    {{"export csv signals"}, PLAYED_READS, 4},
    {{"export json"}, PLAYED_READS, 4},
    {{"report client", "青葉商店"}, PLAYED_READS, 4},
    {{"report", "week"}, PLAYED_READS, 4},
    {{"first-report", FREEZER}, PLAYED_READS, 4},
    {{"whiteboard"}, PLAYED_READS, 4},
    {{"stop"}, PLAYED_READS, 4},
    {{"intake", FREEZER}, PLAYED_READS, 4},
};
const size_t played_count = sizeof played / sizeof *played;

const PlayedFault played_faults[] = {
    {"an I/O error", {.kind = FAULT_ERROR}},
    {"I/O errors from there on", {.kind = FAULT_ERROR, .lasting = true}},
    {"a full disk, once", {.kind = FAULT_FULL}},
    {"a full disk", {.kind = FAULT_FULL, .lasting = true}},
    {"a torn write", {.kind = FAULT_TORN, .lasting = true}},
    {"no memory, once", {.kind = FAULT_MEMORY}},
    {"no memory from there on", {.kind = FAULT_MEMORY, .lasting = true}},
    {"a power cut, nothing kept", {.kind = FAULT_CUT_NOTHING}},
    {"a power cut, all kept", {.kind = FAULT_CUT_ALL}},
    {"a power cut, some sectors kept", {.kind = FAULT_CUT_SOME}},
};
const size_t played_fault_count = sizeof played_faults / sizeof *played_faults;

const char *played_name(const Played *row)
{
    return row->words[0] ? row->words[0] : "open";
}

/// A word as the shell would hand it over.
static char *word_of(const char *word, const char *folder, App *app, Arena *arena)
{
    if (word[0] == '@' && word[1] == '/')
        return arena_print(arena, "%s/%s", folder, word + 2);
    if (word[0] != '=')
        return arena_copy(arena, word);
    sqlite3_stmt *last = NULL;
    sql_kept(app->store, &last, arena_print(arena, "SELECT max(id) FROM %s", word + 1));
    assert_int_equal(sqlite3_step(last), SQLITE_ROW);
    char *id = arena_print(arena, "%lld", (long long)sqlite3_column_int64(last, 0));
    sqlite3_finalize(last);
    return id;
}

PlayedLine played_line(const char *const *words, const char *folder, App *app, Arena *arena)
{
    PlayedLine line = {.command = command_named(words[0])};
    assert_non_null(line.command);
    for (size_t i = 1; i < PLAYED_WORDS && words[i]; i++)
        line.rest[line.count++] = word_of(words[i], folder, app, arena);
    return line;
}

bool played_run(PlayedLine *line, App *app, Arena *arena, uint64_t *ret_answer, Err *err)
{
    Args args;
    Effect effect;
    if (!args_from_words(app, line->command, line->rest, line->count, arena, &args, err) ||
        !command_run(app, line->command, &args, &effect, err))
        return false;
    // the JSON of a plan tells milliseconds: what is printed says the same without them
    const char *said = effect.printed ? effect.printed : effect.json;
    *ret_answer = hash_onto(effect.status, hash_onto(said, 0));
    return true;
}
