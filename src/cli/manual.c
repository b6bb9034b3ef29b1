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

/// Of the kind that `only` names, else of all of them.
static void add_fields(Buffer *out, const char *only, Arena *arena)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    const Entity *asked = only ? entity_named(only) : NULL;
    buffer_print(out, "\n%s\n", _("Fields:"));
    for (size_t k = 0; k < count; k++) {
        if (asked && kinds[k] != asked)
            continue;
        Buffer names = {.arena = arena};
        for (size_t f = 0; f < kinds[k]->count; f++)
            if (!(kinds[k]->fields[f].flags & HIDDEN))
                buffer_print(&names, "%s%s", names.size ? " " : "", kinds[k]->fields[f].name);
        help_row(out, kinds[k]->name, buffer_text(&names));
    }
}

static void add_help(Buffer *out, const Command *command, const char *kind)
{
    Arena *arena = out->arena;
    buffer_print(out, "mawari %s\n\n%s\n", command_left(command, arena), _(command->help));
    if (strstr(command->usage, "FIELD=VALUE"))
        add_fields(out, kind, arena);
    else if (strstr(command->usage, "KIND")) {
        buffer_print(out, "\n%s\n", _("KIND is one of:"));
        add_kinds(out, "  ");
    }
}

/// The commands whose name goes on behind this word: "export" has export csv, export json …
static void add_family(Buffer *out, const char *word, const Command *but)
{
    const Command *command;
    size_t size = strlen(word);
    for (size_t i = 0; (command = cli_command_at(i)); i++)
        if (command != but && strncmp(command->name, word, size) == 0 && command->name[size] == ' ')
            help_row(out, command_left(command, out->arena), _(command->help));
}

char *cli_help_on(char *const *words, size_t count, Arena *arena)
{
    Buffer out = {.arena = arena}, family = {.arena = arena};
    size_t used;
    const Command *command = cli_find_command(words, count, &used);
    if (command)
        add_help(&out, command, used < count ? words[used] : NULL);
    if (!command || used == 1)
        add_family(&family, words[0], command);
    if (family.size)
        buffer_print(&out, "%s%s", command ? "\n" : "", buffer_text(&family));
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

static void roff_section(Buffer *out, const char *title)
{
    buffer_print(out, ".SH %s\n", title);
}

static void roff_paragraph(Buffer *out, const char *text)
{
    roff(out, text);
    buffer_add(out, "\n");
}

static void roff_entry(Buffer *out, const char *name, const char *arguments, const char *text)
{
    buffer_add(out, ".TP\n\\fB");
    roff(out, name);
    buffer_add(out, "\\fR");
    if (arguments && *arguments) {
        buffer_add(out, " ");
        roff(out, arguments);
    }
    buffer_add(out, "\n");
    roff_paragraph(out, text);
}

/// The help of a table's row is no sentence yet.
static char *sentence(const char *help, Arena *arena)
{
    return arena_print(arena, _("%s."), _(help));
}

static void roff_options(Buffer *out, Arena *arena)
{
    size_t count;
    const OptionRow *options = cli_option_rows(&count);
    roff_section(out, _("OPTIONS"));
    for (size_t i = 0; i < count; i++)
        roff_entry(out, arena_print(arena, "--%s", options[i].name), options[i].value,
                   sentence(options[i].help, arena));
}

static void roff_commands(Buffer *out, Arena *arena)
{
    const Command *command;
    roff_section(out, _("COMMANDS"));
    for (size_t i = 0; (command = cli_command_at(i)); i++)
        roff_entry(out, command->name, command->usage, sentence(command->help, arena));
}

static void roff_kinds(Buffer *out, Arena *arena)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    roff_section(out, _("KINDS"));
    roff_paragraph(out, _("Each KIND is named by its singular or its plural; these are the fields "
                          "of FIELD=VALUE and of filters."));
    for (size_t k = 0; k < count; k++) {
        Buffer names = {.arena = arena};
        for (size_t f = 0; f < kinds[k]->count; f++)
            buffer_print(&names, "%s%s", names.size ? ", " : "", kinds[k]->fields[f].name);
        roff_entry(out, kinds[k]->plural, NULL, buffer_text(&names));
    }
}

/// What stands behind the tables: a section, or an entry of the one above it.
static const struct {
    const char *section, *name, *text;
} page_end[] = {
    {N_("EXIT STATUS"), "0", N_("Done.")},
    {NULL, "1", N_("It could not be done; standard error says why in one line.")},
    {NULL, "2", N_("Wrong usage.")},
    {N_("TEMPLATES"), "{date} {name}", N_("The day or days; the rep.")},
    {NULL, "{visit_count} {outcomes} {visits} {days} {unreported}",
     N_("Visits done, by outcome, one by one, a line a day; how many are not written.")},
    {NULL, "{made_count} {made} {kept_count} {kept}", N_("Promises of mine made and kept.")},
    {NULL, "{order_count} {orders} {trouble_count} {troubles}",
     N_("Orders taken, troubles begun.")},
    {NULL, "{km} {odometer} {alcohol} {expense_sum} {expenses}",
     N_("The driving log; what was spent.")},
    {NULL, "{tomorrow}", N_("The next working day in one line.")},
    {N_("FILES"), "$XDG_DATA_HOME/mawari/mawari.db", N_("The store.")},
    {NULL, "$XDG_CONFIG_HOME/mawari/keys, theme", N_("Keys and colours, two text files.")},
    {NULL, "$XDG_STATE_HOME/mawari/log", N_("Errors, without names.")},
    {N_("ENVIRONMENT"), "MAWARI_NOW", N_("As --now.")},
    {NULL, "NO_COLOR", N_("No colours.")},
};

static void roff_head(Buffer *out)
{
    buffer_print(out, ".TH MAWARI 1 \"\" \"mawari %s\" \"%s\"\n", MAWARI_VERSION,
                 _("User Commands"));
    buffer_add(out, ".ad l\n"); // few blanks to stretch where the words are Japanese
    roff_section(out, _("NAME"));
    buffer_print(out, "mawari \\- %s\n", _("a route-sales rep's rounds, promises and troubles"));
    roff_section(out, _("SYNOPSIS"));
    buffer_add(out, ".B mawari\n[OPTION]... [COMMAND ...]\n");
    roff_section(out, _("DESCRIPTION"));
    roff_paragraph(out, _("Without a command the screen opens on today; its keys are shown by ?. "
                          "Without a terminal today is printed as text. Every change is one step "
                          "that undo takes back, also after a restart."));
}

char *cli_manual(Arena *arena)
{
    Buffer out = {.arena = arena};
    roff_head(&out);
    roff_options(&out, arena);
    roff_commands(&out, arena);
    roff_kinds(&out, arena);
    for (size_t i = 0; i < sizeof page_end / sizeof *page_end; i++) {
        if (page_end[i].section)
            roff_section(&out, _(page_end[i].section));
        roff_entry(&out, page_end[i].name, NULL, _(page_end[i].text));
    }
    return out.text;
}
