// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as PDF, A4, every font embedded. Only children draw: pango and cairo are at home here.
#ifndef MAWARI_PRINT_PDF_H
#define MAWARI_PRINT_PDF_H

#include "mawari/report/page.h"

typedef struct PdfFonts PdfFonts;

/// Looks the system's fonts up, by threads. Faces are read when they are drawn. Never NULL.
PdfFonts *pdf_fonts_open(void);
void pdf_fonts_close(PdfFonts *fonts);
/// Is there one for Japanese? Else ERR_INPUT with what to install.
bool pdf_fonts_japanese(PdfFonts *fonts, Err *err);

/// Takes the next bytes of the file; false ends the drawing with its `err`.
typedef bool PdfTake(void *context, const unsigned char *bytes, size_t count, Err *err);

/// Draws the blocks of `page`, aligned as its text would be, on as many sheets as it takes, numbered.
/// Control characters are shown as marks. ERR_INPUT beyond PDF_PAGES_MOST.
bool pdf_draw(PdfFonts *fonts, const Page *page, PdfTake *take, void *context, int *ret_pages,
              Err *err);
enum { PDF_PAGES_MOST = 500 };

#endif
