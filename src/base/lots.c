// SPDX-License-Identifier: GPL-3.0-or-later
// Chance, as the system gives it: by getentropy() where there is one, else by /dev/urandom.
#include "mawari/base/lots.h"

#ifdef MAWARI_GETENTROPY
#include <sys/random.h>
#include <unistd.h>

bool lots_draw(void *bytes, size_t size)
{
    return getentropy(bytes, size) == 0;
}
#else
#include <stdio.h>

bool lots_draw(void *bytes, size_t size)
{
    FILE *source = fopen("/dev/urandom", "rb");
    if (source == NULL)
        return false;
    bool whole = fread(bytes, 1, size, source) == size;
    (void)fclose(source);
    return whole;
}
#endif
