// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's screen against an approved one.
#include "golden.h"
#include "tty_inside.h"

void tty_match(Tty *tty, const char *name)
{
    tty_settle(tty);
    if (!golden_same(name, tty_text(tty), NULL))
        tty_give_up(tty, "%s is not as approved", name);
}
