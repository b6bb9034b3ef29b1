// SPDX-License-Identifier: GPL-3.0-or-later
// How the lines of the brief are put together: the parts of brief_lines.c and brief_things.c.
#ifndef MAWARI_VIEW_BRIEF_PARTS_H
#define MAWARI_VIEW_BRIEF_PARTS_H

#include "brief_lines.h"

enum { BRIEF_LABEL = 8, BRIEF_DUE = 12, BRIEF_WIDE = 70 };

BriefLine *brief_add_line(BriefPage *page, BriefSection section, const Entity *kind, Id id);
/// Behind what the line has already, one blank between; the columns that are left after it.
int brief_add_span(BriefPage *page, BriefLine *line, int columns, Role role, const char *text);
/// All that is left.
void brief_add_rest(BriefPage *page, BriefLine *line, Role role, const char *text);
/// Fills the line with `text`; where there is room for it, what does not fit goes on below.
void brief_add_text(BriefPage *page, BriefSection section, BriefLine *line, const char *text);
/// Columns of a name; beside a list it shares them with more.
int brief_who_columns(const BriefPage *page);

// brief_things.c
void brief_add_doors(BriefPage *page);
void brief_add_no_gifts(BriefPage *page);
void brief_add_loans(BriefPage *page);
/// Those that are to be delivered `now`, or the others.
void brief_add_orders(BriefPage *page, bool now);

#endif
