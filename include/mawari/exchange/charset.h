// SPDX-License-Identifier: GPL-3.0-or-later
// Character sets of files that come from elsewhere: told apart, and turned into UTF-8.
#ifndef MAWARI_EXCHANGE_CHARSET_H
#define MAWARI_EXCHANGE_CHARSET_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

typedef enum Charset { CHARSET_UTF8, CHARSET_UTF16LE, CHARSET_UTF16BE, CHARSET_CP932 } Charset;

const char *charset_name(Charset charset); // "UTF-8", "UTF-16LE", "UTF-16BE", "CP932"

/// Tells the character set of a whole file by its byte order mark, else by what is valid and by
/// how many kana and common kanji each reading gives. `*ret_mark` is the size of the byte order
/// mark. ERR_INPUT when it is no text in any of them.
bool charset_guess(const char *bytes, size_t size, Charset *ret, size_t *ret_mark, Err *err);

/// UTF-16 into UTF-8. A unit without its partner, or U+0000, becomes the byte FF, which is no
/// UTF-8: what reads the result finds it as any broken byte.
char *charset_from_utf16(const char *bytes, size_t size, bool big_endian, Arena *arena,
                         size_t *ret_size);

/// Turns texts of one character set, cell by cell, so that a broken byte spoils no neighbour.
typedef struct Converter Converter;

/// For CHARSET_UTF8 and CHARSET_CP932. To be opened before the door is shut: iconv loads tables.
bool converter_open(Charset from, Converter **ret, Err *err);
void converter_close(Converter *converter); // NULL is fine

/// `bytes` as UTF-8 in `arena`. False when some are broken: U+FFFD stands in their place.
bool converter_text(Converter *converter, const char *bytes, size_t size, Arena *arena, char **ret);

/// Turns UTF-8 into CP932. To be opened before the door is shut.
typedef struct Encoder Encoder;
bool encoder_open(Encoder **ret, Err *err);
void encoder_close(Encoder *encoder); // NULL is fine
/// False when a letter has no place in CP932.
bool encoder_text(Encoder *encoder, const char *text, Arena *arena, char **ret);

#endif
