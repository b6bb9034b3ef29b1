// SPDX-License-Identifier: GPL-3.0-or-later
// Chance for benches that make days: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine.
#ifndef MAWARI_TESTS_BENCH_CHANCE_H
#define MAWARI_TESTS_BENCH_CHANCE_H

#include <stdint.h>

static inline uint64_t draw(uint64_t *chance)
{
    *chance += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = (*chance ^ (*chance >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static inline long below(uint64_t *chance, long most)
{
    return (long)(draw(chance) % (uint64_t)most);
}

#endif
