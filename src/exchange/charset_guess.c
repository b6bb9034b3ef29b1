// SPDX-License-Identifier: GPL-3.0-or-later
// Tells UTF-8, UTF-16 and CP932 apart: what is broken in one reading, and what is likely in it.
#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/exchange/charset.h"

/// How likely a reading is. The weights were found on names, addresses and readings: UTF-8 that is
/// read as CP932 gives rare kanji of JIS level 2, CP932 read as UTF-8 gives broken bytes.
typedef struct Reading {
    long score;
    size_t good, broken; // characters beyond ASCII
} Reading;

enum {
    SCORE_JAPANESE = 6, // in UTF-8: three bytes
    SCORE_VALID = 4,    // any other character of UTF-8: two bytes
    SCORE_COMMON = 2,   // in CP932: kana, signs, kanji of level 1
    SCORE_KANA_RUN = 3, // half-width kana, four and more in a row
    SCORE_RARE = -4,
    SCORE_BROKEN = -6,
    KANA_RUN = 4,
};

static void count(Reading *reading, int score)
{
    reading->score += score;
    reading->broken += score == SCORE_BROKEN;
    reading->good += score != SCORE_BROKEN;
}

static bool is_japanese(uint32_t code)
{
    return (code >= 0x3000 && code <= 0x30FF) || (code >= 0x4E00 && code <= 0x9FFF) ||
           (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0x2000 && code <= 0x27BF);
}

static Reading read_utf8(const char *bytes, size_t size)
{
    Reading reading = {0};
    for (size_t at = 0; at < size;) {
        uint32_t code;
        at += text_next(bytes + at, size - at, &code);
        if (code == TEXT_BAD)
            count(&reading, SCORE_BROKEN);
        else if (code >= 0x80)
            count(&reading, is_japanese(code) ? SCORE_JAPANESE : SCORE_VALID);
    }
    return reading;
}

static bool is_lead(unsigned char c)
{
    return (c >= 0x81 && c <= 0x9F) || (c >= 0xE0 && c <= 0xFC);
}

static bool is_trail(unsigned char c)
{
    return (c >= 0x40 && c <= 0x7E) || (c >= 0x80 && c <= 0xFC);
}

static bool is_half_kana(unsigned char c)
{
    return c >= 0xA1 && c <= 0xDF;
}

/// Signs, kana (81–83), NEC's row 13 (87) and the kanji of JIS level 1 (88–97, 9840–9872).
static bool is_common(unsigned char lead, unsigned char trail)
{
    return (lead >= 0x81 && lead <= 0x83) || (lead >= 0x87 && lead <= 0x97) ||
           (lead == 0x98 && trail <= 0x72);
}

static size_t half_kana_run(const unsigned char *at, size_t left)
{
    size_t run = 0;
    while (run < left && is_half_kana(at[run]))
        run++;
    return run;
}

static Reading read_cp932(const char *bytes, size_t size)
{
    const unsigned char *at = (const unsigned char *)bytes, *end = at + size;
    Reading reading = {0};
    while (at < end) {
        size_t left = (size_t)(end - at), run = half_kana_run(at, left);
        if (run > 0) {
            for (size_t i = 0; i < run; i++)
                count(&reading, run >= KANA_RUN ? SCORE_KANA_RUN : 0);
            at += run;
        } else if (is_lead(*at) && left > 1 && is_trail(at[1])) {
            count(&reading, is_common(at[0], at[1]) ? SCORE_COMMON : SCORE_RARE);
            at += 2;
        } else {
            if (*at >= 0x80)
                count(&reading, SCORE_BROKEN);
            at++;
        }
    }
    return reading;
}

/// A text has line ends and tabs, and Ctrl-Z at the end of very old files. A few zeros are a damaged
/// cell, whose row is refused.
static bool is_binary(const char *bytes, size_t size)
{
    size_t controls = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        controls += c < 0x20 && (c == '\0' || !strchr("\t\n\r\f\x1A", c));
    }
    return controls > size / 20 + 8;
}

/// Is there a unit of UTF-16 that ends a line? A list without one has no rows.
static bool has_line_end(const char *bytes, size_t size, bool big_endian)
{
    for (size_t i = 0; i + 1 < size; i += 2) {
        char high = bytes[i + !big_endian], low = bytes[i + big_endian];
        if (high == '\0' && (low == '\n' || low == '\r'))
            return true;
    }
    return false;
}

/// Without a mark: commas, digits and line ends of UTF-16 have their zeros on one side; a few kanji
/// (一 is 4E00) have them on the other. A zero that strayed into a small list of bytes looks the same; but
/// letters of UTF-8 are never kanji in pairs, and those of ASCII alone have a zero each.
static bool is_utf16(const char *bytes, size_t size, Charset *ret)
{
    enum { MUCH_RARER = 8, OF_ASCII = 3 };
    size_t zeros[2] = {0};
    for (size_t i = 0; i < size; i++)
        zeros[i % 2] += bytes[i] == '\0';
    bool big = zeros[0] > zeros[1];
    *ret = big ? CHARSET_UTF16BE : CHARSET_UTF16LE;
    if (zeros[big ? 0 : 1] < size / OF_ASCII &&
        (text_valid(bytes, size) || !has_line_end(bytes, size, big)))
        return false;
    return size % 2 == 0 && zeros[big ? 0 : 1] > size / 100 &&
           zeros[big ? 0 : 1] > MUCH_RARER * zeros[big ? 1 : 0];
}

static bool is_utf16_text(const char *bytes, size_t size, bool big_endian)
{
    const unsigned char *at = (const unsigned char *)bytes;
    size_t odd = 0;
    for (size_t i = 0; i + 1 < size; i += 2) {
        unsigned char high = at[i + !big_endian], low = at[i + big_endian];
        odd += high == 0 && low < 0x20 && !strchr("\t\n\r\f", low);
    }
    return odd <= size / 40;
}

static bool has_mark(const char *bytes, size_t size, Charset *ret, size_t *ret_mark)
{
    static const struct {
        const char *mark;
        size_t size;
        Charset charset;
    } marks[] = {
        {"\xEF\xBB\xBF", 3, CHARSET_UTF8},
        {"\xFF\xFE", 2, CHARSET_UTF16LE},
        {"\xFE\xFF", 2, CHARSET_UTF16BE},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (size >= marks[i].size && memcmp(bytes, marks[i].mark, marks[i].size) == 0) {
            *ret = marks[i].charset;
            *ret_mark = marks[i].size;
            return true;
        }
    return false;
}

bool charset_guess(const char *bytes, size_t size, Charset *ret, size_t *ret_mark, Err *err)
{
    size_t mark = 0;
    bool marked = has_mark(bytes, size, ret, &mark);
    if ((marked && *ret != CHARSET_UTF8) || (!marked && is_utf16(bytes, size, ret))) {
        *ret_mark = mark;
        return is_utf16_text(bytes, size, *ret == CHARSET_UTF16BE) ||
               err_set(err, ERR_INPUT, _("this is no text"));
    }
    if (is_binary(bytes, size))
        return err_set(err, ERR_INPUT, _("this is no text"));

    Reading utf8 = read_utf8(bytes + mark, size - mark);
    Reading cp932 = read_cp932(bytes + mark, size - mark);
    bool is_cp932 = !marked && cp932.score > utf8.score;
    const Reading *likely = is_cp932 ? &cp932 : &utf8;
    if (likely->broken > likely->good)
        return err_set(err, ERR_INPUT, _("this is text neither in UTF-8, UTF-16 nor Shift_JIS"));
    *ret = is_cp932 ? CHARSET_CP932 : CHARSET_UTF8;
    *ret_mark = mark;
    return true;
}
