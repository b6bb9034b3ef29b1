// SPDX-License-Identifier: GPL-3.0-or-later
// What the brief cuts when rows run out.
#include "brief_fit.h"

/// In this order each section shrinks to so many rows, until all fits.
static const struct {
    BriefSection section;
    size_t least;
} cuts[] = {
    {BRIEF_TOPICS, 1}, {BRIEF_TALKS, 1}, {BRIEF_OFFER, 1},   {BRIEF_TOPICS, 0}, {BRIEF_PLACE, 0},
    {BRIEF_PEOPLE, 4}, {BRIEF_ALSO, 4},  {BRIEF_GIVE, 4},    {BRIEF_ASK, 4},    {BRIEF_PEOPLE, 3},
    {BRIEF_ALSO, 2},   {BRIEF_GIVE, 3},  {BRIEF_ASK, 3},     {BRIEF_AVOID, 3},  {BRIEF_RENEWAL, 3},
    {BRIEF_SAY, 4},    {BRIEF_GIVE, 2},  {BRIEF_ASK, 2},     {BRIEF_SAY, 3},    {BRIEF_PEOPLE, 2},
    {BRIEF_AVOID, 2},  {BRIEF_SAY, 2},   {BRIEF_RIDERS, 1},  {BRIEF_TALKS, 0},  {BRIEF_OFFER, 0},
    {BRIEF_MONEY, 0},  {BRIEF_WHY, 1},   {BRIEF_RENEWAL, 1}, {BRIEF_ALSO, 1},   {BRIEF_ASK, 1},
    {BRIEF_PEOPLE, 1}, {BRIEF_GIVE, 1},  {BRIEF_AVOID, 1},   {BRIEF_SAY, 1},
};

bool brief_begins_group(BriefSection section)
{
    return section == BRIEF_PEOPLE || section == BRIEF_ALSO || section == BRIEF_TALKS;
}

bool brief_says_more(BriefSection section)
{
    return section != BRIEF_TALKS && section != BRIEF_OFFER && section != BRIEF_TOPICS &&
           section != BRIEF_PLACE && section != BRIEF_WHY && section != BRIEF_MONEY;
}

static size_t total(const BriefFit *fit)
{
    size_t sum = 0;
    for (size_t i = 0; i < BRIEF_SECTIONS; i++) {
        bool blank = fit->blanks && fit->rows[i] && brief_begins_group((BriefSection)i);
        sum += fit->rows[i] + blank;
    }
    return sum;
}

BriefFit brief_fit(const size_t lines[BRIEF_SECTIONS], size_t rows)
{
    BriefFit fit = {.blanks = true};
    for (size_t i = 0; i < BRIEF_SECTIONS; i++)
        fit.rows[i] = lines[i];
    if (total(&fit) > rows)
        fit.blanks = false;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++)
        while (total(&fit) > rows && fit.rows[cuts[i].section] > cuts[i].least)
            fit.rows[cuts[i].section]--;
    return fit;
}
