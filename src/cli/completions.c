// SPDX-License-Identifier: GPL-3.0-or-later
// What bash, zsh and fish complete, from the same tables as the help.
#include <limits.h>
#include <string.h>

#include "cli.h"
#include "mawari/app/usage.h"
#include "mawari/model/kinds.h"

/// The first words of all commands, each once, blanks between.
static char *command_words(Arena *arena)
{
    Buffer out = {.arena = arena};
    const Command *command;
    const char *before = "";
    for (size_t i = 0; (command = cli_command_at(i)); i++) {
        size_t size = strcspn(command->name, " ");
        if (strlen(before) == size && strncmp(before, command->name, size) == 0)
            continue;
        before = arena_copy_bytes(arena, command->name, size);
        buffer_print(&out, "%s%s", out.size ? " " : "", before);
    }
    return out.text;
}

static char *kind_words(Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s%s", i ? " " : "", kinds[i]->plural);
    return out.text;
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

/// What may stand behind a command: second words, kinds, choices, options.
static char *words_behind(const char *first, Arena *arena)
{
    Buffer out = {.arena = arena};
    const Command *command;
    size_t size = strlen(first);
    for (size_t i = 0; (command = cli_command_at(i)); i++) {
        if (strncmp(command->name, first, size) != 0)
            continue;
        if (command->name[size] == ' ')
            buffer_print(&out, " %s", command->name + size + 1);
        if (command->name[size] != ' ' && command->name[size] != '\0')
            continue;
        Usage usage = usage_parse(command->usage, arena);
        for (size_t p = 0; p < usage.count; p++) {
            const UsagePart *part = &usage.parts[p];
            if (part->take == TAKE_KIND)
                buffer_print(&out, " %s", kind_words(arena));
            if (part->take == TAKE_OPTION)
                buffer_print(&out, " %s", part->name);
            for (const char *at = part->name; part->take == TAKE_CHOICE && at && *at;) {
                size_t length = strcspn(at, "|");
                bool kinds = length == strlen("KIND") && strncmp(at, "KIND", length) == 0;
                buffer_print(&out, " %.*s", kinds ? INT_MAX : (int)length,
                             kinds ? kind_words(arena) : at);
                at += length + (at[length] == '|');
            }
        }
    }
    return out.size ? out.text + 1 : arena_copy(arena, "");
}

typedef void (*EachFirst)(Buffer *out, const char *first, const char *behind, Arena *arena);

static void each_first(Buffer *out, EachFirst each, Arena *arena)
{
    char *words = command_words(arena);
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
        const char *behind = words_behind(word, arena);
        if (*behind)
            each(out, word, behind, arena);
    }
}

static void shell_case(Buffer *out, const char *first, const char *behind, Arena *arena)
{
    (void)arena;
    buffer_print(out, "        %s) behind=\"%s\" ;;\n", first, behind);
}

static char *bash(Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_add(&out, "# mawari for bash\n_mawari() {\n    local behind at first=\n"
                     "    for ((at = 1; at < COMP_CWORD; at++)); do\n"
                     "        case \"${COMP_WORDS[at]}\" in\n"
                     "        --store | --lang | --now | --completions) ((at++)) ;;\n"
                     "        -*) ;;\n        *) first=${COMP_WORDS[at]}; break ;;\n"
                     "        esac\n    done\n    case \"$first\" in\n");
    buffer_print(&out, "        '') behind=\"%s %s\" ;;\n", command_words(arena),
                 option_words(arena));
    each_first(&out, shell_case, arena);
    buffer_add(&out, "    esac\n"
                     "    mapfile -t COMPREPLY < <(compgen -f -W \"$behind\" -- "
                     "\"${COMP_WORDS[COMP_CWORD]}\")\n}\ncomplete -F _mawari mawari\n");
    return out.text;
}

static char *zsh(Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out,
                 "#compdef mawari\nlocal first=$words[2] behind\n"
                 "if (( CURRENT == 2 )); then\n    compadd -- %s %s\n    return\nfi\n"
                 "case \"$first\" in\n",
                 command_words(arena), option_words(arena));
    each_first(&out, shell_case, arena);
    buffer_add(&out, "esac\ncompadd -- ${=behind}\n_files\n");
    return out.text;
}

static void fish_case(Buffer *out, const char *first, const char *behind, Arena *arena)
{
    (void)arena;
    buffer_print(out, "complete -c mawari -n '__fish_seen_subcommand_from %s' -a '%s'\n", first,
                 behind);
}

static char *fish(Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count;
    const OptionRow *options = cli_option_rows(&count);
    buffer_add(&out, "# mawari for fish\n");
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "complete -c mawari -l %s%s\n", options[i].name,
                     options[i].value ? " -r" : "");
    buffer_print(&out, "complete -c mawari -n __fish_use_subcommand -a '%s'\n",
                 command_words(arena));
    each_first(&out, fish_case, arena);
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
