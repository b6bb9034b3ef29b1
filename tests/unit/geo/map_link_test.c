// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of src/geo/map_link.c.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/geo/map_link.h"

static const struct {
    const char *text;
    Position position;
} links[] = {
    {"43.0621, 141.3544", {43062100, 141354400}},
    {"43.0621,141.3544", {43062100, 141354400}},
    {" 43.0621 141.3544", {43062100, 141354400}},
    {"-33.5,-70.25", {-33500000, -70250000}},
    {"geo:43.0621,141.3544;u=35", {43062100, 141354400}},
    {"https://www.google.com/maps/@43.0621,141.3544,17z", {43062100, 141354400}},
    {"https://www.google.com/maps/place/X/@43.1,141.3,17z/data=!3m1!4b1!3d43.0621!4d141.3544",
     {43062100, 141354400}}, // the pin, not the middle of the map
    {"https://www.google.com/maps/search/?api=1&query=43.0621%2C141.3544", {43062100, 141354400}},
    {"https://maps.google.com/?q=43.0621,141.3544", {43062100, 141354400}},
    {"https://maps.apple.com/?ll=43.0621,141.3544&q=%E5%BA%97", {43062100, 141354400}},
    {"https://maps.apple.com/?coordinate=43.0621,141.3544", {43062100, 141354400}},
    {"https://www.openstreetmap.org/?mlat=43.0621&mlon=141.3544#map=17/43.1/141.3",
     {43062100, 141354400}},
    {"https://www.openstreetmap.org/#map=17/43.0621/141.3544", {43062100, 141354400}},
};

static void a_position_is_read_out_of_what_people_copy(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        Position found = {0};
        assert_true(map_link_read(links[i].text, &found));
        assert_int_equal(found.latitude, links[i].position.latitude);
        assert_int_equal(found.longitude, links[i].position.longitude);
    }
}

static const char *const others[] = {
    "",          "43.0621", "札幌市北区", "https://maps.app.goo.gl/abc123",
    "91,0",      "0,181",   "nan,nan",    "1e3,2",
    "geo:",      "#map=",   "#map=17/1",  "@x,y",
    "43.06,",    "--1,2",   "q=東京駅,2", "99999999999999999999999999,1",
    "0x10,0x10",
};

static void what_holds_no_position_is_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        Position found = {1, 2};
        assert_false(map_link_read(others[i], &found));
        assert_int_equal(found.latitude, 1);
        assert_int_equal(found.longitude, 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_position_is_read_out_of_what_people_copy),
        cmocka_unit_test(what_holds_no_position_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
