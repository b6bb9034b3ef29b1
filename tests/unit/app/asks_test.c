// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved record asks for next: whose hand-over opens, and which loss is to be explained.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/asks.h"
#include "mawari/model/kinds.h"

/// What a form hands over: one field of a record that is there already, or of a new one.
static Args given(const Entity *kind, const FieldArg *field, bool is_new)
{
    return (Args){.kind = kind,
                  .id_count = is_new ? 0 : 1,
                  .fields = field,
                  .field_count = 1,
                  .day = NONE,
                  .minute = NONE};
}

static Id asks(App *app, const Entity *kind, Id id, bool is_new, FieldArg field)
{
    Args saved = given(kind, &field, is_new);
    return asks_hand_over(app, &saved, id);
}

static void who_leaves_or_moves_is_handed_over(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "client name=双葉会");
    Id who = add(app, "contact name=前田");
    Id first = add(app, "post contact=前田 party=霧の店");
    assert_true(asks(app, &entity_contact, who, false, (FieldArg){"left", "2026-11-30"}) == who);
    assert_true(asks(app, &entity_contact, who, false, (FieldArg){"left", ""}) == 0);
    assert_true(asks(app, &entity_contact, who, false, (FieldArg){"name", "前田"}) == 0);
    assert_true(asks(app, &entity_post, first, false, (FieldArg){"until", "2026-11-30"}) == who);
    assert_true(asks(app, &entity_post, first, false, (FieldArg){"party", "双葉会"}) == who);
    assert_true(asks(app, &entity_post, first, false, (FieldArg){"title", "課長"}) == 0);
}

static void a_first_post_is_no_transfer_and_one_elsewhere_is(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "client name=双葉会");
    Id who = add(app, "contact name=前田");
    Id first = add(app, "post contact=前田 party=霧の店");
    assert_true(asks(app, &entity_post, first, true, (FieldArg){"party", "霧の店"}) == 0);
    Id second = add(app, "post contact=前田 party=双葉会");
    assert_true(asks(app, &entity_post, second, true, (FieldArg){"party", "双葉会"}) == who);
}

static void a_loss_is_explained_once(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    Id deal = add(app, "deal name=冷蔵庫 client=霧の店 stage=lost");
    Args stage = given(&entity_deal, &(FieldArg){"stage", "lost"}, false);
    Args name = given(&entity_deal, &(FieldArg){"name", "冷蔵庫"}, false);
    assert_true(asks_why_lost(app, &stage, deal));
    assert_false(asks_why_lost(app, &name, deal));
    does(app, "set", arena_print(app->kept, "deal %lld deciding=price", (long long)deal));
    assert_false(asks_why_lost(app, &stage, deal));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(who_leaves_or_moves_is_handed_over, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_first_post_is_no_transfer_and_one_elsewhere_is, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_loss_is_explained_once, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
