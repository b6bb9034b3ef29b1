// SPDX-License-Identifier: GPL-3.0-or-later
// Zone files and rules: broken ones are refused, the others give offsets within a day.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/tzif.h"
#include "mawari/base/zone.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static void check_rule(const char *text)
{
    ZoneRule rule;
    if (!zone_rule_read(text, &rule))
        return;
    for (Moment moment = FIRST_MOMENT; moment < LAST_MOMENT; moment += 40000000000)
        must(abs(zone_rule_offset(&rule, moment)) < 26 * HOUR_SECONDS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    Transitions read;
    if (tzif_read((const char *)data, size, arena, &read)) {
        for (size_t i = 0; i < read.count; i++)
            must(abs(read.offsets[i]) < 26 * HOUR_SECONDS);
        check_rule(read.footer);
    }
    check_rule(arena_copy_bytes(arena, (const char *)data, size));
    Moment moment;
    Zone *utc;
    if (zone_open("UTC", &utc, NULL)) {
        (void)zone_parse_iso(utc, arena_copy_bytes(arena, (const char *)data, size), &moment);
        zone_close(utc);
    }
    arena_close(arena);
    return 0;
}
