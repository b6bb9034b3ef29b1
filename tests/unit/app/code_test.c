// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a row leads to by telephone, and what a code says of it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/code.h"

static const struct {
    const char *number, *link;
} links[] = {
    {"090-0000-1182", "tel:09000001182"},
    {"０９０－００００－１１８２", "tel:09000001182"},
    {"(011) 000 1181", "tel:0110001181"},
    {"+81 90 0000 1182", "tel:09000001182"},
    {"+1 555 0100", "tel:+15550100"},
    {"011-000-1181 内線 12", "tel:0110001181"}, // an extension is not dialled with it
    {"011.000.1181", "tel:0110001181"},
    {"内線 12", NULL},
    {"", NULL},
};

static void a_number_is_dialled_without_what_is_no_part_of_it(void **state)
{
    App *app = *state;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        const char *link = number_link(links[i].number, app->kept);
        if (!links[i].link)
            assert_null(link);
        else
            assert_string_equal(link, links[i].link);
    }
}

static Site a_site(App *app, int32_t latitude, int32_t longitude, const char *address)
{
    Site site;
    record_blank(&entity_site, &site, app->today, app->kept);
    site.latitude = latitude;
    site.longitude = longitude;
    site.address = address;
    return site;
}

#define MAP "https://www.google.com/maps/dir/?api=1&destination="

static void the_way_is_told_by_position_else_by_address(void **state)
{
    App *app = *state;
    Site site = a_site(app, 43062600, 141353600, "札幌市");
    assert_string_equal(way_link(&site, app->kept), MAP "43.06260%2C141.35360");
    site = a_site(app, -33868800, -5, NULL);
    assert_string_equal(way_link(&site, app->kept), MAP "-33.86880%2C-0.00000");
    site = a_site(app, NONE, NONE, "北1 西2-3&x");
    assert_string_equal(way_link(&site, app->kept), MAP "%E5%8C%971%20%E8%A5%BF2-3%26x");
    site = a_site(app, NONE, NONE, NULL);
    assert_null(way_link(&site, app->kept));
}

static Numbers numbers(App *app, const Entity *kind, Id id)
{
    Numbers found;
    Err err = {0};
    if (!numbers_of(app, kind, id, app->kept, &found, &err))
        fail_msg("%s", err.text);
    return found;
}

static void the_nearest_number_comes_first_and_each_once(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店 telephone=011-000-0001");
    Id site = add(app, "site name=本店 client=霧の店 telephone=011-000-0002");
    Id sato = add(app,
                  "contact name=佐藤 reading=さとう mobile=090-0000-0003 telephone=011-000-0002");
    add(app, "post contact=佐藤 party=霧の店 title=店長");
    Id promise = add(app, "commitment what=見積 contact=佐藤");

    Numbers found = numbers(app, &entity_commitment, promise);
    assert_int_equal(found.count, 3);
    assert_string_equal(found.rows[0].number, "090-0000-0003");
    assert_string_equal(found.rows[0].name, "佐藤");
    assert_string_equal(found.rows[0].reading, "さとう");
    assert_string_equal(found.rows[0].post, "店長");
    assert_string_equal(found.rows[1].number, "011-000-0002"); // the site's is the same
    assert_string_equal(found.rows[2].number, "011-000-0001");
    assert_int_equal(numbers(app, &entity_contact, sato).count, 3);
    assert_string_equal(numbers(app, &entity_site, site).rows[0].number, "011-000-0002");
    assert_string_equal(numbers(app, &entity_site, site).rows[0].name, "霧の店 本店");
    assert_int_equal(numbers(app, &entity_client, client).count, 3);
}

static void suppliers_and_our_own_people_are_called_too(void **state)
{
    App *app = *state;
    Id supplier = add(app, "supplier name=木村製作所 telephone=011-000-0007");
    Id kimura = add(app, "contact name=木村 mobile=090-0000-0008");
    add(app, "post contact=木村 party=木村製作所");
    assert_string_equal(numbers(app, &entity_supplier, supplier).rows[0].number, "011-000-0007");
    Numbers found = numbers(app, &entity_contact, kimura);
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].number, "090-0000-0008");
    assert_string_equal(found.rows[1].name, "木村製作所");
    Id block = add(app, "block what=机 minutes=30");
    assert_int_equal(numbers(app, &entity_block, block).count, 0);
}

static void the_child_makes_a_square_of_light_and_dark(void **state)
{
    App *app = *state;
    Code code;
    Err err = {0};
    if (!code_make("tel:09000001182", app->kept, &code, &err))
        fail_msg("%s", err.text);
    assert_int_equal(code.size, 21);
    assert_memory_equal(code.rows[0], "1111111", 7);
    assert_false(code_make("", app->kept, &code, &err));
    assert_non_null(strstr(err.text, "no code can hold this text"));
}

#define CODE_TEST(name) cmocka_unit_test_setup_teardown(name, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CODE_TEST(a_number_is_dialled_without_what_is_no_part_of_it),
        CODE_TEST(the_way_is_told_by_position_else_by_address),
        CODE_TEST(the_nearest_number_comes_first_and_each_once),
        CODE_TEST(suppliers_and_our_own_people_are_called_too),
        CODE_TEST(the_child_makes_a_square_of_light_and_dark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
