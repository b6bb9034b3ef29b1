// SPDX-License-Identifier: GPL-3.0-or-later
// Codes as a camera sees them: the terminal's cells become a picture, and zbar reads it. In every
// theme, without colour, where half blocks are two columns wide.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zbar.h>
#include <cmocka.h>

#include "../support/tty.h"

enum { DOTS = 4 }; // of the picture, for the width of a cell and for half its height

/// What the camera takes of the whole screen: a byte a dot, 0 is black. The caller frees it.
static unsigned char *photograph(Tty *tty, int rows, int columns, bool light)
{
    size_t width = (size_t)columns * DOTS, height = (size_t)rows * 2 * DOTS;
    unsigned char *picture = malloc(width * height);
    assert_non_null(picture);
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++) {
            int half = (int)(y / DOTS), column = (int)(x / DOTS);
            picture[y * width + x] = tty_brightness(tty, half / 2, column, half % 2, light);
        }
    return picture;
}

/// What zbar reads in it; "" when there is no code.
static void read_code(unsigned char *picture, int rows, int columns, char *ret, size_t room)
{
    unsigned width = (unsigned)columns * DOTS, height = (unsigned)rows * 2 * DOTS;
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, width, height);
    zbar_image_set_data(image, picture, (unsigned long)width * height, NULL);
    zbar_scan_image(scanner, image);
    const zbar_symbol_t *symbol = zbar_image_first_symbol(image);
    snprintf(ret, room, "%s", symbol ? zbar_symbol_get_data(symbol) : "");
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
}

static void assert_reads(Tty *tty, int rows, int columns, bool light, const char *wanted)
{
    char text[512];
    tty_settle(tty);
    unsigned char *picture = photograph(tty, rows, columns, light);
    read_code(picture, rows, columns, text, sizeof text);
    free(picture);
    if (strcmp(text, wanted) != 0)
        fail_msg("zbar reads \"%s\", not \"%s\", in\n%s", text, wanted, tty_text(tty));
}

static const struct {
    const char *const environment[4];
    bool light;
} terminals[] = {
    {{"COLORFGBG=15;0", NULL}, false},
    {{"COLORFGBG=0;15", NULL}, true},
    {{"NO_COLOR=1", "COLORFGBG=15;0", NULL}, false},
    {{"NO_COLOR=1", "COLORFGBG=0;15", NULL}, true},
    {{"TERM=xterm", "COLORFGBG=0;15", NULL}, true}, // eight colours
    {{"TERM=vt100", NULL}, false},
};

static Tty *start(const char *const *environment, int rows, int columns, bool wide)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T09:52+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start_with((TtyStart){
        .rows = rows, .columns = columns, .argv = argv, .environment = environment, .wide = wide});
    tty_wait(tty, "青葉商店");
    return tty;
}

static void a_camera_dials_from_every_terminal(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++) {
        Tty *tty = start(terminals[i].environment, 24, 80, false);
        tty_type(tty, "ｃ");           // the input method is on
        tty_wait(tty, "011-000-1181"); // her own, and the shop's
        tty_type(tty, "１");
        tty_wait_gone(tty, "011-000-1181");
        tty_wait(tty, "なかむら めぐみ");
        assert_reads(tty, 24, 80, terminals[i].light, "tel:09000001182");
        tty_leave(tty, "１");
    }
}

static void the_way_fits_a_small_screen_and_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof terminals / sizeof *terminals; i++) {
        Tty *tty = start(terminals[i].environment, 24, 80, false);
        tty_type(tty, "。");
        tty_settle(tty);
        tty_type(tty, "ｈ");
        tty_wait(tty, "札幌市中央区北1条西2丁目");
        assert_reads(tty, 24, 80, terminals[i].light,
                     "https://www.google.com/maps/dir/?api=1&destination=43.06260%2C141.35360");
        tty_leave(tty, "１");
    }
}

static void where_half_blocks_are_wide_whole_ones_are_read(void **state)
{
    (void)state;
    const char *const dark[] = {"COLORFGBG=15;0", NULL};
    Tty *tty = start(dark, 40, 120, true);
    tty_type(tty, "ｃ");
    tty_settle(tty);
    tty_type(tty, "１");
    tty_wait(tty, "なかむら めぐみ");
    assert_reads(tty, 40, 120, false, "tel:09000001182");
    tty_resize(tty, 24, 80); // here it is told that there is no room, and the number stays
    tty_wait(tty, "31");
    tty_wait(tty, "090-0000-1182");
    tty_wait(tty, "tel:09000001182");
    tty_leave(tty, "１");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_camera_dials_from_every_terminal),
        cmocka_unit_test(the_way_fits_a_small_screen_and_is_read),
        cmocka_unit_test(where_half_blocks_are_wide_whole_ones_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
