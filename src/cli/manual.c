// SPDX-License-Identifier: GPL-3.0-or-later
// --help and the manual page, made from the tables of options, commands and kinds.
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"

enum { INDENT = 26 };

static void help_row(Buffer *out, const char *left, const char *right)
{
    int width = text_width(left);
    buffer_print(out, "  %s", left);
    if (width >= INDENT)
        buffer_print(out, "\n%*s%s\n", INDENT + 4, "", right);
    else
        buffer_print(out, "%*s%s\n", INDENT + 2 - width, "", right);
}

static char *option_left(const OptionRow *row, Arena *arena)
{
    return row->value ? arena_print(arena, "--%s %s", row->name, row->value)
                      : arena_print(arena, "--%s", row->name);
}

static char *command_left(const Command *row, Arena *arena)
{
    return *row->usage ? arena_print(arena, "%s %s", row->name, row->usage)
                       : arena_copy(arena, row->name);
}

/// The kinds' plurals in lines of some length.
static void add_kinds(Buffer *out, const char *indent)
{
    size_t count, column = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++) {
        if (column == 0)
            buffer_add(out, indent);
        buffer_print(out, "%s%s", column ? " " : "", kinds[i]->plural);
        column += strlen(kinds[i]->plural) + 1;
        if (column > 60 || i + 1 == count) {
            buffer_add(out, "\n");
            column = 0;
        }
    }
}

char *cli_help(Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count;
    const OptionRow *options = cli_option_rows(&count);
    buffer_print(&out, "%s\n\n", _("mawari [OPTION]… [COMMAND …]"));
    buffer_print(&out, "%s\n\n",
                 _("A route-sales rep's day. Without a command the screen opens; without a "
                   "terminal today is printed."));
    buffer_print(&out, "%s\n", _("Options:"));
    for (size_t i = 0; i < count; i++)
        help_row(&out, option_left(&options[i], arena), _(options[i].help));
    buffer_print(&out, "\n%s\n", _("Commands:"));
    const Command *command;
    for (size_t i = 0; (command = cli_command_at(i)); i++)
        help_row(&out, command_left(command, arena), _(command->help));
    buffer_print(&out, "\n%s\n", _("KIND is one of:"));
    add_kinds(&out, "  ");
    return out.text;
}

static void add_fields(Buffer *out, Arena *arena)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    buffer_print(out, "\n%s\n", _("Fields:"));
    for (size_t k = 0; k < count; k++) {
        Buffer names = {.arena = arena};
        for (size_t f = 0; f < kinds[k]->count; f++)
            if (!(kinds[k]->fields[f].flags & HIDDEN))
                buffer_print(&names, "%s%s", names.size ? " " : "", kinds[k]->fields[f].name);
        help_row(out, kinds[k]->name, buffer_text(&names));
    }
}

char *cli_help_on(const Command *command, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out, "mawari %s\n\n%s\n", command_left(command, arena), _(command->help));
    if (strstr(command->usage, "FIELD=VALUE"))
        add_fields(&out, arena);
    else if (strstr(command->usage, "KIND")) {
        buffer_print(&out, "\n%s\n", _("KIND is one of:"));
        add_kinds(&out, "  ");
    }
    return out.text;
}

/// Text of the page: a dot or quote at the start of a line and a backslash mean something to roff.
static void roff(Buffer *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        buffer_add(out, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            buffer_add(out, "\\e");
        else if (*text == '-')
            buffer_add(out, "\\-");
        else
            buffer_add_bytes(out, text, 1);
    }
}

static void roff_entry(Buffer *out, const char *name, const char *arguments, const char *help)
{
    buffer_add(out, ".TP\n\\fB");
    roff(out, name);
    buffer_add(out, "\\fR");
    if (arguments && *arguments) {
        buffer_add(out, " ");
        roff(out, arguments);
    }
    buffer_add(out, "\n");
    roff(out, help);
    buffer_add(out, ".\n");
}

static void roff_commands(Buffer *out)
{
    const Command *command;
    buffer_add(out, ".SH COMMANDS\n");
    for (size_t i = 0; (command = cli_command_at(i)); i++)
        roff_entry(out, command->name, command->usage, command->help);
}

static void roff_kinds(Buffer *out, Arena *arena)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    buffer_add(out, ".SH KINDS\nEach KIND is named by its singular or its plural; these are the "
                    "fields of FIELD=VALUE and of filters.\n");
    for (size_t k = 0; k < count; k++) {
        Buffer names = {.arena = arena};
        for (size_t f = 0; f < kinds[k]->count; f++)
            buffer_print(&names, "%s%s", names.size ? ", " : "", kinds[k]->fields[f].name);
        roff_entry(out, kinds[k]->plural, NULL, buffer_text(&names));
    }
}

static const char page_head[] =
    ".TH MAWARI 1 \"\" \"mawari %s\" \"User Commands\"\n"
    ".SH NAME\nmawari \\- a route\\-sales rep's rounds, promises and troubles\n"
    ".SH SYNOPSIS\n.B mawari\n[OPTION]... [COMMAND ...]\n"
    ".SH DESCRIPTION\n"
    "Without a command the screen opens on today; its keys are shown by ?. Without a terminal "
    "today is printed as text. Every change is one step that undo takes back, also after a "
    "restart.\n";

static const char page_tail[] =
    ".SH EXIT STATUS\n.TP\n0\nDone.\n.TP\n1\nIt could not be done; standard error says why in one "
    "line.\n.TP\n2\nWrong usage.\n"
    ".SH FILES\n.TP\n$XDG_DATA_HOME/mawari/mawari.db\nThe store.\n"
    ".TP\n$XDG_CONFIG_HOME/mawari/keys, theme\nKeys and colours, two text files.\n"
    ".TP\n$XDG_STATE_HOME/mawari/log\nErrors, without names.\n"
    ".SH ENVIRONMENT\n.TP\nMAWARI_NOW\nAs \\-\\-now.\n.TP\nNO_COLOR\nNo colours.\n";

char *cli_manual(Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count;
    const OptionRow *options = cli_option_rows(&count);
    buffer_print(&out, page_head, MAWARI_VERSION);
    buffer_add(&out, ".SH OPTIONS\n");
    for (size_t i = 0; i < count; i++)
        roff_entry(&out, arena_print(arena, "--%s", options[i].name), options[i].value,
                   options[i].help);
    roff_commands(&out);
    roff_kinds(&out, arena);
    buffer_add(&out, page_tail);
    return out.text;
}
