// SPDX-License-Identifier: GPL-3.0-or-later
// What bash, zsh and fish complete, from the same tables as the help.
#include <ctype.h>
#include <limits.h>
#include <string.h>

#include "cli.h"
#include "mawari/app/usage.h"
#include "mawari/model/kinds.h"

/// Words with blanks between them, each once.
static void add_once(Buffer *words, const char *word, size_t size)
{
    const char *at = buffer_text(words);
    while (*at) {
        size_t length = strcspn(at, " ");
        if (length == size && strncmp(at, word, size) == 0)
            return;
        at += length + strspn(at + length, " ");
    }
    buffer_print(words, "%s%.*s", words->size ? " " : "", (int)size, word);
}

/// The first words of all commands.
static char *command_words(Arena *arena)
{
    Buffer out = {.arena = arena};
    const Command *command;
    for (size_t i = 0; (command = cli_command_at(i)); i++)
        add_once(&out, command->name, strcspn(command->name, " "));
    return out.text;
}

static char *kind_words(Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        add_once(&out, kinds[i]->plural, strlen(kinds[i]->plural));
    return out.text;
}

/// "name= reading= …" of what may be typed.
static const char *field_words(const Entity *kind, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < kind->count; i++)
        if (!(kind->fields[i].flags & HIDDEN))
            buffer_print(&out, "%s%s=", out.size ? " " : "", kind->fields[i].name);
    return buffer_text(&out);
}

static char *option_words(Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count;
    const OptionRow *options = cli_option_rows(&count);
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s--%s", i ? " " : "", options[i].name);
    return out.text;
}

/// What may stand behind a command.
typedef struct Behind {
    const char *words; // second words, kinds, choices, options
    bool files;
} Behind;

static void add_words(Buffer *words, const char *all)
{
    for (const char *word = all; *word; word += strcspn(word, " "), word += strspn(word, " "))
        add_once(words, word, strcspn(word, " "));
}

/// Each of one|of|these; KIND stands for all kinds.
static void add_choices(Buffer *words, const char *choices)
{
    for (const char *at = choices; *at;) {
        size_t length = strcspn(at, "|");
        bool kinds = length == strlen("KIND") && strncmp(at, "KIND", length) == 0;
        char *all = kinds ? kind_words(words->arena) : arena_copy_bytes(words->arena, at, length);
        add_words(words, all);
        at += length + (at[length] == '|');
    }
}

static void add_usage(Buffer *words, const Command *command, bool *files)
{
    Usage usage = usage_parse(command->usage, words->arena);
    for (size_t i = 0; i < usage.count; i++) {
        const UsagePart *part = &usage.parts[i];
        if (part->take == TAKE_KIND)
            add_choices(words, "KIND");
        if (part->take == TAKE_OPTION)
            add_once(words, part->name, strlen(part->name));
        if (part->take == TAKE_CHOICE)
            add_choices(words, part->name);
        if (strcmp(part->name, "COMMAND") == 0)
            add_words(words, command_words(words->arena));
        *files = *files || part->take == TAKE_FILE;
    }
}

static Behind behind(const char *first, Arena *arena)
{
    Buffer words = {.arena = arena};
    const Command *command;
    bool files = false;
    size_t size = strlen(first);
    for (size_t i = 0; (command = cli_command_at(i)); i++) {
        const char *rest = command->name + size;
        if (strncmp(command->name, first, size) != 0 || (*rest != ' ' && *rest != '\0'))
            continue;
        if (*rest == ' ')
            add_once(&words, rest + 1, strcspn(rest + 1, " "));
        add_usage(&words, command, &files);
    }
    return (Behind){buffer_text(&words), files};
}

typedef void (*EachFirst)(Buffer *out, const char *first, Behind behind);

static void each_first(Buffer *out, EachFirst each)
{
    char *words = command_words(out->arena);
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
        Behind found = behind(word, out->arena);
        if (*found.words || found.files)
            each(out, word, found);
    }
}

// --- options that take a value

typedef struct ValueOption {
    const char *name, *value; // "--lang", "en|ja"
} ValueOption;

enum { VALUE_OPTIONS = 64 };

typedef struct ValueOptions {
    ValueOption rows[VALUE_OPTIONS];
    size_t count;
} ValueOptions;

/// One that is a flag somewhere (--take) takes none, for its name is all that is looked at.
static void add_value_option(ValueOptions *options, const char *name, const char *value)
{
    for (size_t i = 0; i < options->count; i++)
        if (strcmp(options->rows[i].name, name) == 0) {
            options->rows[i].value = value ? options->rows[i].value : NULL;
            return;
        }
    if (options->count < VALUE_OPTIONS)
        options->rows[options->count++] = (ValueOption){name, value};
}

static void drop_flags(ValueOptions *options)
{
    size_t kept = 0;
    for (size_t i = 0; i < options->count; i++)
        if (options->rows[i].value)
            options->rows[kept++] = options->rows[i];
    options->count = kept;
}

/// Those of the program and of all commands.
static ValueOptions value_options(Arena *arena)
{
    ValueOptions ret = {.count = 0};
    const Command *command;
    size_t count;
    const OptionRow *rows = cli_option_rows(&count);
    for (size_t i = 0; i < count; i++)
        add_value_option(&ret, arena_print(arena, "--%s", rows[i].name), rows[i].value);
    for (size_t i = 0; (command = cli_command_at(i)); i++) {
        Usage usage = usage_parse(command->usage, arena);
        for (size_t p = 0; p < usage.count; p++)
            if (usage.parts[p].take == TAKE_OPTION)
                add_value_option(&ret, usage.parts[p].name, usage.parts[p].value);
    }
    drop_flags(&ret);
    return ret;
}

static bool is_path(const ValueOption *option)
{
    return strcmp(option->value, "FILE") == 0 || strcmp(option->value, "DIR") == 0 ||
           strcmp(option->value, "NEW") == 0;
}

/// "en|ja" as words; "" where the value is anything.
static const char *words_of_value(const ValueOption *option, Arena *arena)
{
    Buffer words = {.arena = arena};
    if (islower((unsigned char)*option->value))
        add_choices(&words, option->value);
    return buffer_text(&words);
}

// --- bash and zsh: one function each, of the same cases

static void shell_case(Buffer *out, const char *first, Behind found)
{
    buffer_print(out, "        %s) behind=\"%s\"%s ;;\n", first, found.words,
                 found.files ? " files=1" : "");
}

static void add_names(Buffer *out, const ValueOptions *options)
{
    for (size_t i = 0; i < options->count; i++)
        buffer_print(out, "%s%s", i ? " | " : "", options->rows[i].name);
}

/// What an option's value may be: files, words, or nothing that is known.
static void add_value_cases(Buffer *out, const ValueOptions *options)
{
    for (size_t i = 0; i < options->count; i++)
        buffer_print(out, "    %s) behind=\"%s\"%s ;;\n", options->rows[i].name,
                     words_of_value(&options->rows[i], out->arena),
                     is_path(&options->rows[i]) ? " files=1" : "");
}

static void add_field_cases(Buffer *out)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    buffer_add(out, "    case \"$first $second\" in\n");
    for (size_t i = 0; i < count; i++)
        buffer_print(out, "        \"new %s\" | \"set %s\") behind=\"%s\" ;;\n", kinds[i]->plural,
                     kinds[i]->plural, field_words(kinds[i], out->arena));
    buffer_add(out, "    esac\n");
}

/// Sets $behind and $files from the words before the one that is typed. `word` is how the shell
/// writes the word at `at`, `from` and `to` where they begin and end.
static void add_cases(Buffer *out, const char *word, const char *from, const char *to)
{
    ValueOptions options = value_options(out->arena);
    buffer_print(out,
                 "    local at this before= first= second= behind= files=\n"
                 "    for ((at = %s; at < %s; at++)); do\n"
                 "        this=%s before=%s\n        case \"$this\" in\n        ",
                 from, to, word, word);
    add_names(out, &options);
    buffer_add(out, ") ((at + 1 < ");
    buffer_print(out,
                 "%s)) && before= && ((at++)) ;;\n        -*) ;;\n"
                 "        *) if [[ -z $first ]]; then first=$this\n"
                 "           elif [[ -z $second ]]; then second=$this; fi ;;\n"
                 "        esac\n    done\n    case \"$first\" in\n"
                 "        '') behind=\"%s %s\" ;;\n",
                 to, command_words(out->arena), option_words(out->arena));
    each_first(out, shell_case);
    buffer_add(out, "    esac\n");
    add_field_cases(out);
    buffer_add(out, "    case \"$before\" in\n");
    add_value_cases(out, &options);
    buffer_add(out, "    esac\n");
}

static char *bash(Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_add(&out, "# mawari for bash\n_mawari() {\n    local typed=${COMP_WORDS[COMP_CWORD]}\n");
    add_cases(&out, "${COMP_WORDS[at]}", "1", "COMP_CWORD");
    buffer_add(&out,
               "    mapfile -t COMPREPLY < <(compgen -W \"$behind\" -- \"$typed\")\n"
               "    if [[ -n $files ]]; then\n        compopt -o filenames 2>/dev/null\n"
               "        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$typed\")\n"
               "    fi\n"
               "    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] &&\n"
               "        compopt -o nospace 2>/dev/null\n    return 0\n}\n"
               "complete -F _mawari mawari\n");
    return out.text;
}

static char *zsh(Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_add(&out, "#compdef mawari\n_mawari() {\n");
    add_cases(&out, "$words[at]", "2", "CURRENT");
    buffer_add(&out, "    compadd -- ${${=behind}:#*=}\n"
                     "    compadd -S '' -- ${(M)${=behind}:#*=}\n"
                     "    [[ -n $files ]] && _files\n    return 0\n}\n"
                     "if [[ $funcstack[1] == _mawari ]]; then _mawari \"$@\"\n"
                     "else compdef _mawari mawari; fi\n");
    return out.text;
}

// --- fish

static void fish_case(Buffer *out, const char *first, Behind found)
{
    const char *when = arena_print(out->arena,
                                   "complete -c mawari -n '__fish_seen_subcommand_from "
                                   "%s'",
                                   first);
    Buffer words = {.arena = out->arena};
    char *all = arena_copy(out->arena, found.words);
    for (char *word = all, *end; *word; word = end) {
        size_t size = strcspn(word, " ");
        end = word + size + strspn(word + size, " ");
        if (*word != '-')
            add_once(&words, word, size);
        else // an option: by its letter or by its name
            buffer_print(out, "%s %s %.*s\n", when, word[1] == '-' ? "-l" : "-s",
                         (int)(size - (word[1] == '-' ? 2 : 1)), word + (word[1] == '-' ? 2 : 1));
    }
    if (words.size)
        buffer_print(out, "%s -a '%s'\n", when, words.text);
    if (found.files)
        buffer_print(out, "%s -F\n", when);
}

static void fish_value(Buffer *out, const ValueOption *option)
{
    bool whole = option->name[1] == '-';
    const char *words = words_of_value(option, out->arena);
    buffer_print(out, "complete -c mawari %s %s %s", whole ? "-l" : "-s",
                 option->name + (whole ? 2 : 1), is_path(option) ? "-r -F" : "-x");
    buffer_print(out, *words ? " -a '%s'\n" : "\n", words);
}

static void fish_fields(Buffer *out)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        buffer_print(out,
                     "complete -c mawari -n '__fish_seen_subcommand_from new set; and "
                     "__fish_seen_subcommand_from %s' -a '%s'\n",
                     kinds[i]->plural, field_words(kinds[i], out->arena));
}

static char *fish(Arena *arena)
{
    Buffer out = {.arena = arena};
    ValueOptions values = value_options(arena);
    size_t count;
    const OptionRow *options = cli_option_rows(&count);
    buffer_add(&out, "# mawari for fish\ncomplete -c mawari -f\n");
    for (size_t i = 0; i < count; i++)
        if (!options[i].value)
            buffer_print(&out, "complete -c mawari -l %s\n", options[i].name);
    for (size_t i = 0; i < values.count; i++)
        fish_value(&out, &values.rows[i]);
    // Fish's own question whether there is a command takes the value of an option for one.
    buffer_print(&out, "complete -c mawari -n 'not __fish_seen_subcommand_from %s' -a '%s'\n",
                 command_words(arena), command_words(arena));
    each_first(&out, fish_case);
    fish_fields(&out);
    return out.text;
}

bool cli_completions(const char *shell, Arena *arena, char **ret, Err *err)
{
    static const struct {
        const char *name;
        char *(*make)(Arena *arena);
    } shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (strcmp(shell, shells[i].name) == 0) {
            *ret = shells[i].make(arena);
            return true;
        }
    return err_set(err, ERR_USAGE, _("--completions knows bash, zsh and fish"));
}
