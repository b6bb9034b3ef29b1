// SPDX-License-Identifier: GPL-3.0-or-later
// Promises and visits that come again.
#include <string.h>

#include "core/act.h"
#include "core/follow.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static bool repeat_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Recurrence recurrence;
    Id there;
    const char *rule = args->text;
    if (!follow_recurrence(app, id, &there, &recurrence, err))
        return false;
    if (strcmp(rule, "none") == 0 || strcmp(rule, "なし") == 0)
        return !there || record_archive(step, there, err);
    if (!there)
        record_blank(&entity_recurrence, &recurrence, app->today, app->scratch);
    recurrence.on = id;
    recurrence.rule = rule;
    return act_put(app, step, &entity_recurrence, there, &recurrence, NULL, err);
}

static const char *in_words(App *app, const char *rule)
{
    const ValueContext context = app_context(app);
    return value_shown(entity_field(&entity_recurrence, "rule"), value_text(rule), &context,
                       app->scratch);
}

bool act_repeat(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *rule = args->text;
    bool ends = strcmp(rule, "none") == 0 || strcmp(rule, "なし") == 0;
    if (!act_needs(args, 1, err))
        return false;
    if (!ends && !recurrence_known(rule))
        return err_set(err, ERR_INPUT,
                       _("“%s” is no rule: 14d, 2w, eom, 20, 2tue, lasttue, eom-1wd, mon,thu; none "
                         "ends it"),
                       rule);
    if (!act_each(app, "repeat", args, args->id_count, repeat_one, ret, err))
        return false;
    act_say(app, ret, ends ? _("%s no longer comes again") : _("%s comes again: %s"),
            act_names(app, args->ids, args->id_count), in_words(app, rule));
    return true;
}
