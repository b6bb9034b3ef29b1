// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of src/geo/gazetteer.c and gazetteer_make.c: a small country, and files that lie.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "geo/gazetteer_file.h"
#include "mawari/base/file.h"
#include "mawari/geo/gazetteer.h"

typedef struct Land {
    char path[64];
    Gazetteer *gazetteer;
    Arena *arena;
} Land;

typedef struct Town {
    const char *prefecture, *municipality; // NULL: the one above
    const char *town, *block;
    int32_t latitude, longitude;
} Town;

static const Town towns[] = {
    {"北海道", "札幌市中央区", "北一条西三丁目", "", 43062000, 141352000},
    {NULL, NULL, "北一条西四丁目", "", 43062000, 141350000},
    {NULL, NULL, "大通西五丁目", "", 43060000, 141349000},
    {NULL, NULL, "大通西六丁目", "", 43060000, 141347000},
    {NULL, NULL, "宮の森", "", 43045000, 141287000},
    {"北海道", "札幌市西区", "琴似一条三丁目", "", 43075000, 141301000},
    {NULL, NULL, "宮の沢一条一丁目", "", 43089000, 141277000},
    {"北海道", "紋別郡興部町", "字興部", "", 44470000, 143122000},
    {NULL, NULL, "字興部", "旭町", 44471000, 143125000},
    {"北海道", "函館市", "港町一丁目", "", 41805000, 140730000},
    {NULL, NULL, "港町", "", 41804000, 140729000},
    {"京都府", "京都市中京区", "上本能寺前町", "", 35011000, 135767000},
    {NULL, NULL, "寺町", "", 35013000, 135766000},
    {NULL, NULL, "藪之内町", "", 35023000, 135755000},
    {NULL, NULL, "下之町", "", 35024000, 135756000},
    {"福岡県", "福岡市早良区", "東入部一丁目", "", 33520000, 130340000},
    {"茨城県", "龍ヶ崎市", "直鮒", "", 35911000, 140182000},
    {"大阪府", "高槻市", "桃園町", "", 34846000, 135617000},
    {"埼玉県", "吉川市", "きよみ野一丁目", "", 35896000, 139841000},
    {"東京都", "渋谷区", "宇田川町", "", 35661000, 139698000},
    {"千葉県", "鎌ヶ谷市", "新鎌ケ谷二丁目", "", 35777000, 140001000},
    {"東京都", "府中市", "宮町一丁目", "", 35672000, 139480000},
    {NULL, NULL, "八幡町", "", 35670000, 139490000},
    {"広島県", "府中市", "府川町", "", 34568000, 133236000},
    {NULL, NULL, "八幡町", "", 34570000, 133240000},
    {"愛知県", "蒲郡市", "中央本町", "", 34826000, 137219000},
};

static int settle(void **state)
{
    Land *land = calloc(1, sizeof *land);
    snprintf(land->path, sizeof land->path, "/tmp/mawari-gazetteer-XXXXXX");
    int file = mkstemp(land->path);
    assert_true(file >= 0);
    close(file);
    GazetteerMaker *maker = gazetteer_maker_open();
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++) {
        if (towns[i].municipality)
            gazetteer_add_municipality(maker, towns[i].prefecture, towns[i].municipality);
        assert_true(gazetteer_add_town(maker, towns[i].town, towns[i].block,
                                       (Position){towns[i].latitude, towns[i].longitude}));
    }
    Err err = {0};
    assert_true(gazetteer_write(maker, land->path, &err));
    gazetteer_maker_close(maker);
    assert_true(gazetteer_open(land->path, &land->gazetteer, &err));
    land->arena = arena_open();
    *state = land;
    return 0;
}

static int leave(void **state)
{
    Land *land = *state;
    arena_close(land->arena);
    gazetteer_close(land->gazetteer);
    unlink(land->path);
    free(land);
    return 0;
}

static const struct {
    const char *address, *name;
    PlaceLevel level;
} answers[] = {
    {"北海道札幌市中央区北1条西3丁目2番1号", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"札幌市中央区北1西3", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"札幌市中央区北１条西３−２−１", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"札幌市北1条西3", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK}, // the ward left out
    {"札幌市西区琴似1条3丁目1番45号", "北海道札幌市西区琴似一条三丁目", PLACE_BLOCK},
    {"札幌市琴似1-3-1", "北海道札幌市西区琴似", PLACE_TOWN}, // neither 条 nor 丁目: the middle
    {"札幌市中央区大通西", "北海道札幌市中央区大通西", PLACE_TOWN},
    {"札幌市中央区大通西99丁目", "北海道札幌市中央区大通西", PLACE_TOWN},
    {"札幌市中央区宮の森1237番地1", "北海道札幌市中央区宮の森", PLACE_TOWN},
    {"札幌市中央区宮ノ森1237", "北海道札幌市中央区宮の森", PLACE_TOWN},
    {"札幌市中央区どこか1番地", "北海道札幌市中央区", PLACE_MUNICIPALITY},
    {"北海道紋別郡興部町字興部1322番地の23", "北海道紋別郡興部町字興部", PLACE_TOWN},
    {"興部町興部旭町5", "北海道紋別郡興部町字興部旭町", PLACE_BLOCK}, // county left out
    {"北海道興部町字興部", "北海道紋別郡興部町字興部", PLACE_TOWN},
    {"北海道紋別郡字興部", "北海道紋別郡興部町字興部", PLACE_TOWN}, // the town's own name left out
    {"函館市港町1丁目10番1号", "北海道函館市港町一丁目", PLACE_BLOCK},
    {"函館市港町18番16号", "北海道函館市港町", PLACE_TOWN}, // 18番 is no 丁目
    {"函館市港町1番16号", "北海道函館市港町", PLACE_TOWN},
    {"京都市中京区寺町通御池上る上本能寺前町488", "京都府京都市中京区上本能寺前町", PLACE_TOWN},
    {"京都府京都市中京区寺町通御池上ル上本能寺前町", "京都府京都市中京区上本能寺前町", PLACE_TOWN},
    {"京都市中京区下立売通新町西入薮ノ内町", "京都府京都市中京区藪之内町", PLACE_TOWN},
    {"京都市中京区下立売通新町西入", "京都府京都市中京区", PLACE_MUNICIPALITY}, // no 下之町
    {"京都市中京区下立売通新町西入どこか町", "京都府京都市中京区", PLACE_MUNICIPALITY},
    {"福岡市早良区東入部1-2", "福岡県福岡市早良区東入部一丁目", PLACE_BLOCK},
    {"竜ケ崎市3710", "茨城県龍ヶ崎市", PLACE_MUNICIPALITY},
    {"髙槻市桃園町2番1号", "大阪府高槻市桃園町", PLACE_TOWN},
    {"𠮷川市きよみ野１丁目１", "埼玉県吉川市きよみ野一丁目", PLACE_BLOCK},
    {"澁谷区宇田川町1-1", "東京都渋谷区宇田川町", PLACE_TOWN},
    {"鎌ヶ谷市新鎌ヶ谷2-6-1", "千葉県鎌ヶ谷市新鎌ケ谷二丁目", PLACE_BLOCK},
    {"紋別郡興部町大字興部1", "北海道紋別郡興部町字興部", PLACE_TOWN},
    {"札幌市中央区北１西３", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"北海道 札幌市 中央区 北1条 西3丁目 道庁3階", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"札幌市中央区北1条西3丁目2番地の1", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"札幌市中央区北一西三", "北海道札幌市中央区北一条西三丁目", PLACE_BLOCK},
    {"府中市府川町315", "広島県府中市府川町", PLACE_TOWN}, // two 府中市: the town decides
    {"東京都府中市八幡町1", "東京都府中市八幡町", PLACE_TOWN},
    {"〒443-8601 蒲郡市中央本町", "愛知県蒲郡市中央本町", PLACE_TOWN},
};

static void an_address_in_any_spelling_finds_its_place(void **state)
{
    Land *land = *state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        Place place = {0};
        if (!gazetteer_find(land->gazetteer, answers[i].address, land->arena, &place))
            fail_msg("%s is not found", answers[i].address);
        bool right = place.level == answers[i].level && strstr(place.name, answers[i].name);
        if (!right)
            fail_msg("%s: %s, level %d", answers[i].address, place.name, (int)place.level);
    }
}

static void what_two_places_may_be_is_called_ambiguous(void **state)
{
    Land *land = *state;
    Place place;
    assert_true(gazetteer_find(land->gazetteer, "府中市八幡町1", land->arena, &place));
    assert_true(place.ambiguous);
    assert_true(gazetteer_find(land->gazetteer, "広島県府中市八幡町1", land->arena, &place));
    assert_false(place.ambiguous);
    assert_int_equal(place.position.latitude, 34570000);
}

static void what_is_no_address_is_not_found(void **state)
{
    Land *land = *state;
    Place place;
    const char *const nowhere[] = {"", "市", "山田商店", "43.06,141.35", "\xff\xfe", "１２３"};
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        assert_false(gazetteer_find(land->gazetteer, nowhere[i], land->arena, &place));
}

static void an_error_is_never_smaller_than_a_house(void **state)
{
    Land *land = *state;
    Place place;
    assert_true(gazetteer_find(land->gazetteer, "札幌市中央区北1条西3丁目", land->arena, &place));
    assert_true(place.error_m >= 30);
    Place whole;
    assert_true(gazetteer_find(land->gazetteer, "札幌市中央区", land->arena, &whole));
    assert_true(whole.error_m > place.error_m);
}

static void a_town_without_a_position_is_left_out(void **state)
{
    (void)state;
    GazetteerMaker *maker = gazetteer_maker_open();
    Err err = {0};
    assert_false(gazetteer_add_town(maker, "本町", "", (Position){43000000, 141000000}));
    gazetteer_add_municipality(maker, "北海道", "旭川市");
    assert_false(gazetteer_add_town(maker, "本町", "", (Position){NONE, NONE}));
    assert_false(gazetteer_add_town(maker, "本町", "", (Position){91000000, 0}));
    assert_false(gazetteer_write(maker, "/tmp/mawari-never-written", &err));
    assert_int_not_equal(access("/tmp/mawari-never-written", F_OK), 0);
    gazetteer_maker_close(maker);
}

/// Each byte of a whole file is changed in turn: a look-up never leaves the file.
static void a_file_that_lies_is_refused_or_read_within_its_bounds(void **state)
{
    Land *land = *state;
    char *bytes;
    size_t size;
    Err err = {0};
    assert_true(file_read(land->path, 1 << 20, land->arena, &bytes, &size, &err));
    char lying[72];
    snprintf(lying, sizeof lying, "%s.lies", land->path);
    for (size_t i = 0; i < size; i += 3) {
        char was = bytes[i];
        bytes[i] = (char)(was ^ 0x81);
        assert_true(file_write(lying, bytes, size, 0600, &err));
        bytes[i] = was;
        Gazetteer *gazetteer;
        Place place;
        if (!gazetteer_open(lying, &gazetteer, &err))
            continue;
        (void)gazetteer_find(gazetteer, "札幌市中央区北1条西3丁目", land->arena, &place);
        (void)gazetteer_find(gazetteer, "北海道", land->arena, &place);
        gazetteer_close(gazetteer);
    }
    assert_true(file_write(lying, bytes, size / 2, 0600, &err));
    Gazetteer *half;
    assert_false(gazetteer_open(lying, &half, &err));
    assert_non_null(strstr(err.text, lying));
    unlink(lying);
}

/// abs() has no answer for the least number.
static void an_error_that_cannot_be_is_the_largest(void **state)
{
    Land *land = *state;
    char *bytes;
    size_t size;
    Err err = {0};
    Place place;
    assert_true(file_read(land->path, 1 << 20, land->arena, &bytes, &size, &err));
    FileHeader *header = (void *)bytes;
    FileMunicipality *municipalities = (void *)(header + 1);
    FileName *names = (void *)(municipalities + header->municipalities);
    FilePlace *places = (void *)(names + header->names);
    for (size_t i = 0; i < header->places; i++)
        places[i].error_m = INT32_MIN;
    assert_true(file_write(land->path, bytes, size, 0600, &err));
    Gazetteer *lying;
    assert_true(gazetteer_open(land->path, &lying, &err));
    assert_true(gazetteer_find(lying, "札幌市中央区北1条西3丁目", land->arena, &place));
    assert_int_equal(place.error_m, INT32_MAX);
    gazetteer_close(lying);
}

/// All its parts, copied as they are tried, would be more than any memory.
static void an_address_of_a_megabyte_is_found_by_its_beginning(void **state)
{
    enum { LETTERS = 1 << 20 };
    static const char begin[] = "札幌市中央区北1条西3丁目 ";
    Land *land = *state;
    Place place;
    char *address = arena_take(land->arena, LETTERS + 1);
    memset(address, 'a', LETTERS);
    memcpy(address, begin, sizeof begin - 1);
    assert_true(gazetteer_find(land->gazetteer, address, land->arena, &place));
    assert_int_equal(place.level, PLACE_BLOCK);
}

/// Each compared with each, writing would not end in time.
static void a_list_with_all_its_places_on_one_spot_is_taken_in(void **state)
{
    enum { PLACES = 200000 };
    Land *land = *state;
    Err err = {0};
    Gazetteer *made;
    GazetteerMaker *maker = gazetteer_maker_open();
    gazetteer_add_municipality(maker, "北海道", "旭川市");
    for (int i = 0; i < PLACES; i++) {
        char town[16];
        snprintf(town, sizeof town, "%d町", i);
        assert_true(gazetteer_add_town(maker, town, "", (Position){43770000, 142360000}));
    }
    assert_true(gazetteer_write(maker, land->path, &err));
    gazetteer_maker_close(maker);
    assert_true(gazetteer_open(land->path, &made, &err));
    assert_int_equal(gazetteer_places(made), PLACES);
    gazetteer_close(made);
}

/// A file that would not be opened again must not stand in the place of one that is.
static void what_is_too_large_to_be_opened_is_not_written(void **state)
{
    enum { TOWNS = 65, LETTERS = 1 << 20 };
    Land *land = *state;
    Err err = {0};
    Gazetteer *kept;
    char *town = arena_take(land->arena, LETTERS + 1);
    memset(town, ' ', LETTERS); // of which the key holds none
    *town = 'a';
    GazetteerMaker *maker = gazetteer_maker_open();
    gazetteer_add_municipality(maker, "北海道", "旭川市");
    for (int i = 0; i < TOWNS; i++) {
        assert_true(gazetteer_add_town(maker, town, "", (Position){43770000, 142360000 + i}));
    }
    assert_false(gazetteer_write(maker, land->path, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    gazetteer_maker_close(maker);
    assert_true(gazetteer_open(land->path, &kept, &err));
    gazetteer_close(kept);
}

static void what_is_not_there_or_no_file_is_refused(void **state)
{
    (void)state;
    Gazetteer *gazetteer;
    Err err = {0};
    assert_false(gazetteer_open("/nonexistent/gazetteer", &gazetteer, &err));
    assert_false(gazetteer_open("/tmp", &gazetteer, &err));
    assert_false(gazetteer_open("/dev/null", &gazetteer, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_error_that_cannot_be_is_the_largest, settle, leave),
        cmocka_unit_test_setup_teardown(an_address_of_a_megabyte_is_found_by_its_beginning, settle,
                                        leave),
        cmocka_unit_test_setup_teardown(a_list_with_all_its_places_on_one_spot_is_taken_in, settle,
                                        leave),
        cmocka_unit_test_setup_teardown(what_is_too_large_to_be_opened_is_not_written, settle,
                                        leave),
        cmocka_unit_test_setup_teardown(an_address_in_any_spelling_finds_its_place, settle, leave),
        cmocka_unit_test_setup_teardown(what_two_places_may_be_is_called_ambiguous, settle, leave),
        cmocka_unit_test_setup_teardown(what_is_no_address_is_not_found, settle, leave),
        cmocka_unit_test_setup_teardown(an_error_is_never_smaller_than_a_house, settle, leave),
        cmocka_unit_test(a_town_without_a_position_is_left_out),
        cmocka_unit_test_setup_teardown(a_file_that_lies_is_refused_or_read_within_its_bounds,
                                        settle, leave),
        cmocka_unit_test(what_is_not_there_or_no_file_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
