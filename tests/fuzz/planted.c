// SPDX-License-Identifier: GPL-3.0-or-later
// A reader with a bug planted in it: a fuzzer that does not find it is no fuzzer.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Counts the fields of a line of CSV, and breaks on an open quote behind the third.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t fields = 1, quotes = 0;
    for (size_t i = 0; i < size && data[i] != '\n'; i++) {
        fields += data[i] == ',' && quotes % 2 == 0;
        quotes += data[i] == '"';
    }
    if (fields > 3 && quotes % 2 == 1)
        abort();
    return 0;
}
