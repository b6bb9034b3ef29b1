// SPDX-License-Identifier: GPL-3.0-or-later
// Part of every test program of a portable build, where the system does not tell where a program
// lies: says it before main, as main.c does in mawari itself.
#include "mawari/base/file.h"

#if defined(__GLIBC__) // hands a constructor what main gets
__attribute__((constructor)) static void say_where(int argc, char **argv)
{
    if (argc > 0)
        file_set_program(argv[0]);
}
#endif
