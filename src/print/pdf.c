// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks drawn on sheets of A4 by pango, cairo writes the PDF.
#include "mawari/print/pdf.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#include "mawari/base/lang.h"
#include "mawari/base/text.h"

#define FONTS                                                                                      \
    "IPAexGothic,IPAGothic,Noto Sans CJK JP,Noto Sans JP,Hiragino Sans,VL Gothic,TakaoGothic,"     \
    "sans-serif"

// A4 in points.
static const double page_width = 595.28, page_height = 841.89, margin = 56, foot = 40;
static const double row_gap = 2, cell_gap = 10, least_last = 120;
enum { CELL_LINES = 6 }; // of one that is not the last of its row

typedef struct Printer {
    Arena *arena;
    cairo_t *cairo;
    PangoContext *context;
    double y;
    int pages;
    PdfTake *take;
    void *context_of_take;
    Err *err;
    bool refused; // by `take`
} Printer;

// --- fonts

struct PdfFonts {
    PangoContext *context;
};

PdfFonts *pdf_fonts_open(void)
{
    PdfFonts *fonts = g_new0(PdfFonts, 1);
    fonts->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_context_set_language(fonts->context, pango_language_from_string("ja"));
    (void)pdf_fonts_japanese(fonts, NULL); // what is measured first opens them
    return fonts;
}

void pdf_fonts_close(PdfFonts *fonts)
{
    if (!fonts)
        return;
    g_object_unref(fonts->context);
    g_free(fonts);
}

static PangoLayout *lay_out(PangoContext *context, const char *text, double size, bool bold)
{
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font = pango_font_description_from_string(FONTS);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    if (bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

bool pdf_fonts_japanese(PdfFonts *fonts, Err *err)
{
    PangoLayout *plain = lay_out(fonts->context, "日本語あア", 10, false);
    PangoLayout *bold = lay_out(fonts->context, "日本語 aA1 ¥ · – … ↑ ↓", 10, true);
    int width = 0;
    pango_layout_get_size(bold, &width, NULL);
    bool good = pango_layout_get_unknown_glyphs_count(plain) == 0 && width > 0;
    g_object_unref(plain);
    g_object_unref(bold);
    return good || err_set(err, ERR_INPUT,
                           _("no Japanese font is installed: fonts-ipafont-gothic or "
                             "fonts-noto-cjk bring one"));
}

// --- pages

static void number_page(Printer *printer)
{
    char number[16];
    int width = 0;
    (void)snprintf(number, sizeof number, "%d", ++printer->pages);
    PangoLayout *layout = lay_out(printer->context, number, 8, false);
    pango_layout_get_size(layout, &width, NULL);
    cairo_move_to(printer->cairo, (page_width - (double)width / PANGO_SCALE) / 2,
                  page_height - foot);
    pango_cairo_show_layout(printer->cairo, layout);
    g_object_unref(layout);
}

static void next_page(Printer *printer)
{
    number_page(printer);
    cairo_show_page(printer->cairo);
    printer->y = margin;
}

static void make_room(Printer *printer, double height)
{
    if (printer->y + height > page_height - margin && printer->y > margin)
        next_page(printer);
}

/// Line by line from `x` on, over as many pages as it takes.
static void draw_lines(Printer *printer, PangoLayout *layout, double x)
{
    PangoLayoutIter *at = pango_layout_get_iter(layout);
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(at, NULL, &box);
        double height = (double)box.height / PANGO_SCALE;
        int from_top = pango_layout_iter_get_baseline(at) - box.y;
        make_room(printer, height);
        cairo_move_to(printer->cairo, x + (double)box.x / PANGO_SCALE,
                      printer->y + (double)from_top / PANGO_SCALE);
        pango_cairo_show_layout_line(printer->cairo, pango_layout_iter_get_line_readonly(at));
        printer->y += height;
    } while (printer->pages < PDF_PAGES_MOST && pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

static const char *cleaned(const Printer *printer, const char *text)
{
    return text_clean(text, true, printer->arena);
}

static void draw_text(Printer *printer, const char *text, double size, bool bold, double x,
                      double width)
{
    PangoLayout *layout = lay_out(printer->context, cleaned(printer, text), size, bold);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    draw_lines(printer, layout, x);
    g_object_unref(layout);
}

static void draw_rule(Printer *printer)
{
    cairo_set_line_width(printer->cairo, 0.5);
    cairo_move_to(printer->cairo, margin, printer->y + 1);
    cairo_line_to(printer->cairo, page_width - margin, printer->y + 1);
    cairo_stroke(printer->cairo);
    printer->y += 5;
}

// --- rows

static double width_of(const Printer *printer, const char *text)
{
    int width = 0;
    PangoLayout *layout = lay_out(printer->context, cleaned(printer, text), 10, false);
    pango_layout_get_size(layout, &width, NULL);
    g_object_unref(layout);
    return (double)width / PANGO_SCALE;
}

/// Long cells give room to those behind them: the widest is narrowed until all fit.
static void narrow(double widths[PAGE_CELLS])
{
    for (;;) {
        double all = least_last;
        int widest = 0;
        for (int c = 0; c < PAGE_CELLS; c++) {
            all += widths[c] > 0 ? widths[c] + cell_gap : 0;
            widest = widths[c] > widths[widest] ? c : widest;
        }
        if (all <= page_width - 2 * margin)
            return;
        widths[widest] -= 1;
    }
}

/// Where the cells of the rows of one kind from `blocks` on begin. Returns how many rows they are.
static size_t measure(const Printer *printer, const PageBlock *blocks, size_t count,
                      double begins[PAGE_CELLS])
{
    double widths[PAGE_CELLS] = {0}, at = margin;
    size_t rows = 0;
    for (; rows < count && blocks[rows].kind == blocks[0].kind; rows++) {
        const char *const *cells = blocks[rows].cells;
        for (int c = 0; c + 1 < PAGE_CELLS && cells[c] && cells[c + 1]; c++) {
            double width = width_of(printer, cells[c]);
            widths[c] = width > widths[c] ? width : widths[c];
        }
    }
    narrow(widths);
    for (int c = 0; c < PAGE_CELLS; c++) {
        begins[c] = at;
        at += widths[c] > 0 ? widths[c] + cell_gap : 0;
    }
    return rows;
}

static int last_cell(const PageBlock *block)
{
    int last = 0;
    for (int c = 1; c < PAGE_CELLS && block->cells[c]; c++)
        if (*block->cells[c])
            last = c;
    return last;
}

static double height_of(PangoLayout *layout)
{
    int height = 0;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

/// Each cell in its column, on as many lines as it needs (but not without end); the last one goes on
/// below itself, over pages if need be.
static void draw_row(Printer *printer, const PageBlock *block, const double begins[PAGE_CELLS])
{
    int last = last_cell(block);
    double height = 14;
    PangoLayout *cells[PAGE_CELLS] = {NULL};
    for (int c = 0; c < last; c++) {
        cells[c] = lay_out(printer->context, cleaned(printer, block->cells[c]), 10, false);
        pango_layout_set_width(cells[c], (int)((begins[c + 1] - begins[c]) * PANGO_SCALE));
        pango_layout_set_height(cells[c], -CELL_LINES);
        pango_layout_set_ellipsize(cells[c], PANGO_ELLIPSIZE_END);
        height = height_of(cells[c]) > height ? height_of(cells[c]) : height;
    }
    make_room(printer, height);
    double below = printer->y + height;
    int page = printer->pages;
    for (int c = 0; c < last; c++) {
        cairo_move_to(printer->cairo, begins[c], printer->y);
        pango_cairo_show_layout(printer->cairo, cells[c]);
        g_object_unref(cells[c]);
    }
    draw_text(printer, block->cells[last], 10, false, begins[last],
              page_width - margin - begins[last]);
    if (page == printer->pages && last > 0 && printer->y < below)
        printer->y = below;
    printer->y += row_gap;
}

static size_t draw_rows(Printer *printer, const PageBlock *blocks, size_t count)
{
    double begins[PAGE_CELLS];
    size_t rows = measure(printer, blocks, count, begins);
    for (size_t i = 0; i < rows; i++)
        draw_row(printer, &blocks[i], begins);
    return rows;
}

/// How far a line stands in before its last column, where two blanks or more part columns.
static double before_last_column(const Printer *printer, const char *line)
{
    size_t last = 0;
    for (size_t i = 2; line[0] && line[1] && line[i]; i++)
        if (line[i] != ' ' && line[i - 1] == ' ' && line[i - 2] == ' ')
            last = i;
    return last ? width_of(printer, arena_copy_bytes(printer->arena, line, last)) : 0;
}

/// What does not fit goes on in the same column, where that leaves room enough.
static void draw_line(Printer *printer, const char *line, double width)
{
    PangoLayout *layout = lay_out(printer->context, cleaned(printer, line), 10, false);
    double hang = before_last_column(printer, line);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    if (hang <= width * 2 / 3)
        pango_layout_set_indent(layout, -(int)(hang * PANGO_SCALE));
    draw_lines(printer, layout, margin);
    g_object_unref(layout);
}

/// A line at the edge above one that stands in begins a part: it is never the last of a page.
static bool begins_part(const PageBlock *blocks, size_t count)
{
    const char *line = blocks[0].cells[0];
    return *line && *line != ' ' && count > 1 && blocks[1].kind == PAGE_LINE &&
           *blocks[1].cells[0] == ' ';
}

static size_t draw_block(Printer *printer, const PageBlock *blocks, size_t count)
{
    double width = page_width - 2 * margin;
    switch (blocks->kind) {
    case PAGE_TITLE:
        draw_text(printer, blocks->cells[0], 16, true, margin, width);
        printer->y += 6;
        return 1;
    case PAGE_HEADING:
        printer->y += 10;
        make_room(printer, 48); // never the last line of a page
        draw_text(printer, blocks->cells[0], 12, true, margin, width);
        draw_rule(printer);
        return 1;
    case PAGE_LINE:
        if (begins_part(blocks, count))
            make_room(printer, 40);
        draw_line(printer, *blocks->cells[0] ? blocks->cells[0] : " ", width);
        printer->y += row_gap;
        return 1;
    default:
        return draw_rows(printer, blocks, count);
    }
}

// --- out

static cairo_status_t hand_on(void *printer_, const unsigned char *bytes, unsigned count)
{
    Printer *printer = printer_;
    printer->refused = printer->refused ||
                       !printer->take(printer->context_of_take, bytes, count, printer->err);
    return printer->refused ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static void draw_blocks(Printer *printer, const Page *page)
{
    for (size_t i = 0; i < page->count && printer->pages < PDF_PAGES_MOST;)
        i += draw_block(printer, &page->blocks[i], page->count - i);
    number_page(printer);
    cairo_show_page(printer->cairo);
}

bool pdf_draw(PdfFonts *fonts, const Page *page, PdfTake *take, void *context, int *ret_pages,
              Err *err)
{
    Printer printer = {.arena = arena_open(),
                       .context = fonts->context,
                       .y = margin,
                       .take = take,
                       .context_of_take = context,
                       .err = err};
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(hand_on, &printer, page_width,
                                                                   page_height);
    printer.cairo = cairo_create(surface);
    draw_blocks(&printer, page);
    cairo_destroy(printer.cairo);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    arena_close(printer.arena);
    if (printer.refused)
        return false;
    if (printer.pages > PDF_PAGES_MOST)
        return err_set(err, ERR_INPUT, _("more than %d pages"), PDF_PAGES_MOST);
    if (status != CAIRO_STATUS_SUCCESS)
        return err_set(err, ERR_CHILD, "%s", cairo_status_to_string(status));
    *ret_pages = printer.pages;
    return true;
}
