// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as PDF files, made by the child mawari-print.
#ifndef MAWARI_APP_PRINT_H
#define MAWARI_APP_PRINT_H

#include "mawari/report/page.h"

/// Writes the page to `file`, which is replaced only when all went well. `*ret_pages`: sheets of A4.
/// ERR_CHILD, ERR_INPUT with the child's own words; ERR_FILE.
bool print_pdf(const Page *page, const char *file, int *ret_pages, Err *err);

/// Text as a page: its first line is the title, each other one a line.
Page page_of_text(const char *text, Arena *arena);

#endif
