// SPDX-License-Identifier: GPL-3.0-or-later
// The ten voices of the screen. A theme says how each looks; nothing else knows a colour.
#ifndef MAWARI_VIEW_ROLE_H
#define MAWARI_VIEW_ROLE_H

/// X(ROLE, name): the name stands in theme files and in the goldens' second half by its letter.
#define ROLES(X)                                                                                   \
    X(PLAIN, "plain", '.')                                                                         \
    X(DIM, "dim", 'd')       /* known already: past stops, units, sources */                       \
    X(STRONG, "strong", 's') /* do now */                                                          \
    X(BAD, "bad", 'b')       /* broken; always with its sign */                                    \
    X(TODAY, "today", 't')   /* the word "today" */                                                \
    X(CURSOR, "cursor", 'c') /* the chosen row */                                                  \
    X(MARK, "mark", 'm')     /* a marked row */                                                    \
    X(ENTRY, "entry", 'e')   /* where text is typed */                                             \
    X(KEY, "key", 'k')       /* a key in the key bar, the chosen tab */                            \
    X(CODE, "code", 'q')     /* a code for a camera: dark on light, whatever the rest is */

typedef enum Role {
#define X(name, word, letter) ROLE_##name,
    ROLES(X)
#undef X
        ROLE_COUNT
} Role;

#endif
