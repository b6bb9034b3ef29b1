// SPDX-License-Identifier: GPL-3.0-or-later
// What every new store begins with: the rep, the stages of a trouble, the public holidays. It is
// not journalled, so that nobody undoes it.
#include <string.h>

#include "derive.h"
#include "mawari/base/lang.h"
#include "mawari/model/japan_holidays.h"
#include "mawari/model/value.h"
#include "record_write.h"

enum { FIRST_YEAR = 2020, LAST_YEAR = 2035, STAGES = 6 };

static const char *const stages[][STAGES] = {
    {"Received", "First aid", "Cause", "Remedy", "Answer", "Done"},
    {"受付", "応急", "原因", "対策", "回答", "完了"},
};

static bool seed_me(Store *store, bool japanese, Moment now, Arena *arena, Err *err)
{
    Contact me;
    record_blank(&entity_contact, &me, 0, arena);
    me.name = japanese ? "自分" : "Me";
    me.me = 1;
    Id id = 0;
    return record_write_new(store, &entity_contact, NULL, &me, now, &id, err);
}

static bool seed_stages(Store *store, bool japanese, Moment now, Arena *arena, Err *err)
{
    for (int i = 0; i < STAGES; i++) {
        Stage stage;
        record_blank(&entity_stage, &stage, 0, arena);
        stage.name = stages[japanese][i];
        stage.place = i + 1;
        stage.ends = i == STAGES - 1 ? 1 : NONE;
        Id id = 0;
        if (!record_write_new(store, &entity_stage, NULL, &stage, now, &id, err))
            return false;
    }
    return true;
}

static bool seed_holidays(Store *store, Moment now, Arena *arena, Err *err)
{
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        JapanHoliday *days = NULL;
        size_t count = japan_holidays(year, arena, &days);
        for (size_t i = 0; i < count; i++) {
            Holiday holiday = {.day = days[i].day, .name = days[i].name};
            Id id = 0;
            if (!record_write_new(store, &entity_holiday, NULL, &holiday, now, &id, err))
                return false;
        }
    }
    return true;
}

bool seed(Store *store, Moment now, Err *err)
{
    Arena *arena = arena_open();
    bool japanese = strcmp(lang_now(), "ja") == 0;
    bool good = sql_run(store, sql_query(store, Q_replica_add), _("making the store"), err) &&
                seed_me(store, japanese, now, arena, err) &&
                seed_stages(store, japanese, now, arena, err) &&
                seed_holidays(store, now, arena, err) && derive_touch_all(store, err) &&
                derive_touched(store, err);
    arena_close(arena);
    return good;
}
