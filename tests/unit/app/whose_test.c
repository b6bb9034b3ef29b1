// SPDX-License-Identifier: GPL-3.0-or-later
// A new record that names a place or a person and no client is about theirs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/model/kinds.h"

static void furnish(App *app)
{
    add(app, "client name=霧の店");
    add(app, "client name=双葉会");
    add(app, "supplier name=製氷");
    add(app, "site name=霧の店本店 client=霧の店");
    add(app, "site name=北病院 client=双葉会");
    add(app, "site name=南病院 client=双葉会");
    add(app, "end_customer name=施主 client=双葉会");
    add(app, "contact name=一人");
    add(app, "post contact=一人 site=北病院"); // whose it is follows too
    add(app, "contact name=二人");
    add(app, "post contact=二人 party=双葉会 site=北病院");
    add(app, "post contact=二人 party=霧の店");
    add(app, "contact name=異動");
    add(app, "post contact=異動 party=霧の店 until=2026-03-31");
    add(app, "post contact=異動 party=双葉会");
    add(app, "contact name=氷屋");
    add(app, "post contact=氷屋 party=製氷");
}

static void the_client_is_taken_from_who_and_where(void **state)
{
    App *app = *state;
    furnish(app);
    static const struct {
        const char *kind, *typed, *client, *site;
    } rows[] = {
        {"visit", "site=北病院", "双葉会", "北病院"},
        {"visit", "site=施主", "双葉会", "施主"},
        {"visit", "contact=一人", "双葉会", "北病院"},
        {"visit", "contact=異動", "双葉会", ""},            // two sites: which, is not known
        {"visit", "client=霧の店", "霧の店", "霧の店本店"}, // its only one
        {"visit", "client=霧の店 contact=一人", "霧の店", "霧の店本店"}, // what was typed stays
        {"commitment", "what=鍵 site=南病院", "双葉会", "南病院"},
        {"commitment", "what=鍵 end_customer=施主", "双葉会", ""},
        {"commitment", "what=鍵 contact=二人", "", ""}, // of two posts none is taken
        {"commitment", "what=鍵 contact=氷屋", "", ""}, // a supplier is no client
        {"ticket", "what=扉 contact=一人", "双葉会", "北病院"},
        {"contract", "what=保守 site=北病院 end=2027-03-31", "双葉会", "北病院"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Entity *kind = entity_named(rows[i].kind);
        Id id = add(app, arena_print(app->kept, "%s %s", rows[i].kind, rows[i].typed));
        const char *client = field(app, kind, id, "client"), *site = field(app, kind, id, "site");
        if (strcmp(client, rows[i].client) != 0 || strcmp(site, rows[i].site) != 0)
            fail_msg("%s %s: “%s”, “%s”", rows[i].kind, rows[i].typed, client, site);
    }
}

static void who_is_nobodys_still_needs_a_client(void **state)
{
    App *app = *state;
    furnish(app);
    refuses(app, ERR_INPUT, "new", "visit contact=二人");
    refuses(app, ERR_INPUT, "new", "visit contact=氷屋");
    refuses(app, ERR_INPUT, "new", "visit day=today");
}

static void a_record_that_stands_is_left_as_it_is(void **state)
{
    App *app = *state;
    furnish(app);
    Id id = add(app, "commitment what=鍵");
    does(app, "set", arena_print(app->kept, "commitment %lld contact=一人", (long long)id));
    assert_string_equal(field(app, &entity_commitment, id, "client"), "");
}

static const char *refusal(App *app, const char *command, const char *line)
{
    Args args;
    Err err = {0};
    Effect effect;
    const Command *row = command_named(command);
    if (args_from_line(app, row, NULL, NULL, 0, line, app->kept, &args, &err) &&
        command_run(app, row, &args, &effect, &err))
        fail_msg("%s %s was done", command, line);
    return arena_copy(app->kept, err.text);
}

static void what_is_another_clients_is_refused_and_both_are_named(void **state)
{
    App *app = *state;
    furnish(app);
    add(app, "ticket what=扉 client=双葉会");
    Id shop = add(app, "client name=大通書房");
    add(app, arena_print(app->kept, "site name=大通書房 client=%lld", (long long)shop));
    static const struct {
        const char *typed, *refusal;
    } rows[] = {
        {"visit client=霧の店 site=北病院", "Site: 北病院 belongs to 双葉会, not to 霧の店"},
        {"visit client=霧の店 site=施主", "Site: 施主 belongs to 双葉会, not to 霧の店"},
        {"commitment what=鍵 client=霧の店 site=北病院",
         "Site: 北病院 belongs to 双葉会, not to 霧の店"},
        {"commitment what=鍵 client=霧の店 end_customer=施主",
         "End customer: 施主 belongs to 双葉会, not to 霧の店"},
        {"commitment what=鍵 site=霧の店本店 end_customer=施主", // the client follows from the site
         "End customer: 施主 belongs to 双葉会, not to 霧の店"},
        {"order_memo what=箱 client=霧の店 site=北病院",
         "Site: 北病院 belongs to 双葉会, not to 霧の店"},
        {"ticket what=窓 client=霧の店 site=北病院",
         "Site: 北病院 belongs to 双葉会, not to 霧の店"},
        {"contract what=保守 client=霧の店 site=北病院 end=2027-03-31",
         "Site: 北病院 belongs to 双葉会, not to 霧の店"},
        {"loan what=代替機 client=霧の店 ticket=T1",
         "Trouble: 扉 belongs to 双葉会, not to 霧の店"},
        {"visit client=霧の店 site=大通書房", "Site: 大通書房 does not belong to 霧の店"},
        {"post contact=異動 party=霧の店 site=北病院",
         "Site: 北病院 belongs to 双葉会, not to 霧の店"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(refusal(app, "new", rows[i].typed), rows[i].refusal);
}

/// People are met at others' places, and who works for a supplier may sit at a client's.
static void people_may_be_elsewhere(void **state)
{
    App *app = *state;
    furnish(app);
    add(app, "visit client=霧の店 contact=異動");
    add(app, "commitment what=鍵 client=霧の店 contact=一人");
    add(app, "post contact=氷屋 party=製氷 site=北病院");
}

/// A building can change hands: what is known of it before then can still be edited.
static void only_what_is_said_now_is_judged(void **state)
{
    App *app = *state;
    furnish(app);
    long long id = add(app, "visit site=北病院");
    assert_string_equal(refusal(app, "set", arena_print(app->kept, "visit %lld client=霧の店", id)),
                        "Site: 北病院 belongs to 双葉会, not to 霧の店");
    assert_string_equal(field(app, &entity_visit, id, "client"), "双葉会");
    does(app, "set", arena_print(app->kept, "visit %lld client=霧の店 site=霧の店本店", id));
    does(app, "set", "site 霧の店本店 client=双葉会");
    does(app, "set", arena_print(app->kept, "visit %lld outcome=met", id));
    assert_string_equal(field(app, &entity_visit, id, "client"), "霧の店");
}

#define test(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(the_client_is_taken_from_who_and_where),
        test(who_is_nobodys_still_needs_a_client),
        test(a_record_that_stands_is_left_as_it_is),
        test(what_is_another_clients_is_refused_and_both_are_named),
        test(people_may_be_elsewhere),
        test(only_what_is_said_now_is_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
