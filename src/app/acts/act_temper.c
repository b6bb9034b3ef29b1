// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody who is handled with care was at a visit: of each who was there one temperature, what
// set it off, what calmed it.
#include "act_temper.h"

#include <string.h>

#include "mawari/app/find.h"
#include "mawari/base/text.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/record.h"

/// What one --temper says, with the --set-off and --calmed behind it.
typedef struct Said {
    const char *degree, *who; // who: NULL: in the order in which they are asked about
    const char *set_off, *calmed;
    Id found; // of whom it is
} Said;

typedef struct SaidList {
    Said *rows;
    size_t count;
} SaidList;

static bool is_option(const FieldArg *option, const char *name)
{
    return strcmp(option->name + strspn(option->name, "-"), name) == 0;
}

/// "2" or "2@山本".
static void take_degree(Said *said, const char *typed, Arena *arena)
{
    const char *at = strchr(typed, '@');
    said->degree = at ? arena_copy_bytes(arena, typed, (size_t)(at - typed)) : typed;
    said->who = at ? at + 1 : NULL;
}

/// What stands before the first --temper belongs to it.
static SaidList read_said(const Args *args, Arena *arena)
{
    SaidList list = {.rows = arena_array(arena, Said, args->option_count + 1)};
    for (size_t i = 0; i < args->option_count; i++) {
        const FieldArg *option = &args->options[i];
        Said *last = &list.rows[list.count ? list.count - 1 : 0];
        if (is_option(option, "temper"))
            take_degree(&list.rows[list.count++], option->value, arena);
        else if (is_option(option, "set-off"))
            last->set_off = option->value;
        else if (is_option(option, "calmed"))
            last->calmed = option->value;
    }
    return list;
}

/// Of those who were there first, by any part of the name; else anybody.
static bool find_who(App *app, const CarefulPeople *careful, const char *typed, Id *ret, Err *err)
{
    const KindSet people = KINDS(&entity_contact);
    const char *folded = text_fold(typed, app->scratch);
    Id found = 0;
    size_t hits = 0;
    for (size_t i = 0; i < careful->count; i++)
        if (strstr(text_fold(app_name(app, careful->ids[i], app->scratch), app->scratch), folded)) {
            found = careful->ids[i];
            hits++;
        }
    if (hits != 1)
        return app_find(app, &people, typed, ret, err);
    *ret = found;
    return true;
}

/// Of whom the `at`-th is.
static bool read_who(App *app, const Said *said, const Visit *visit, const CarefulPeople *careful,
                     size_t at, Id *ret, Err *err)
{
    if (said->who)
        return find_who(app, careful, said->who, ret, err);
    *ret = at < careful->count ? careful->ids[at] : at == 0 ? visit->contact : 0;
    if (*ret)
        return true;
    return err_set(err, ERR_INPUT,
                   at == 0 ? _("--temper: the visit is to nobody in particular")
                           : _("--temper: of whom is the %zu. one? Say it as in --temper 2@WHO"),
                   at + 1);
}

/// What is written anew: this one's at the visit, else that of somebody whom the report names no more.
/// `*ret` 0: a new one, and blank.
static bool there_before(App *app, Id visit, Id who, const CarefulPeople *careful, Temper *temper,
                         Id *ret, Err *err)
{
    Id *ids;
    size_t count;
    Temper found;
    *ret = 0;
    record_blank(&entity_temper, temper, app->today, app->scratch);
    if (!query_tempers_at(app->store, visit, app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!record_get(app->store, &entity_temper, ids[i], app->scratch, &found, err))
            return false;
        if (found.contact != who && is_careful(careful, found.contact))
            continue;
        *temper = found;
        *ret = ids[i];
        if (found.contact == who)
            break;
    }
    return true;
}

/// Two temperatures of one person are no answer, and which of them was meant is not ours to say.
static bool is_said_once(App *app, const SaidList *list, size_t at, Err *err)
{
    for (size_t i = 0; i < at; i++)
        if (list->rows[i].found == list->rows[at].found)
            return err_set(err, ERR_INPUT, _("--temper: %s has two, %s and %s; one is enough"),
                           app_name(app, list->rows[at].found, app->scratch), list->rows[i].degree,
                           list->rows[at].degree);
    return true;
}

static bool put_one(App *app, Step *step, const Said *said, const Visit *visit, Id id,
                    const CarefulPeople *careful, Err *err)
{
    Id who = said->found;
    Temper temper;
    Value degree;
    Id there;
    if (!app_read_field(app, &entity_temper, entity_field(&entity_temper, "degree"), said->degree,
                        app->scratch, &degree, err) ||
        !there_before(app, id, who, careful, &temper, &there, err))
        return false;
    temper.contact = who;
    temper.day = visit->day < app->today ? visit->day : app->today; // settled ahead, by phone
    temper.visit = id;
    temper.degree = (int32_t)degree.whole;
    temper.set_off = said->set_off ? said->set_off : temper.set_off;
    temper.calmed = said->calmed ? said->calmed : temper.calmed;
    return act_put(app, step, &entity_temper, there, &temper, NULL, err);
}

bool act_temper(App *app, Step *step, const Args *args, Id id, const CarefulPeople *careful,
                Err *err)
{
    Visit visit;
    SaidList list = read_said(args, app->scratch);
    if (list.count == 0)
        return !(list.rows[0].set_off || list.rows[0].calmed) ||
               err_set(err, ERR_USAGE,
                       _("--set-off and --calmed say why it was so: give --temper, too"));
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        Said *said = &list.rows[i];
        if (!read_who(app, said, &visit, careful, i, &said->found, err) ||
            !is_said_once(app, &list, i, err) ||
            !put_one(app, step, said, &visit, id, careful, err))
            return false;
    }
    return true;
}
