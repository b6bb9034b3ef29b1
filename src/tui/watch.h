// SPDX-License-Identifier: GPL-3.0-or-later
// What wakes the loop besides keys: the next minute of the wall clock, and a change in a folder.
#ifndef MAWARI_TUI_WATCH_H
#define MAWARI_TUI_WATCH_H

#include <stdbool.h>
#include <stdint.h>

/// A descriptor that becomes readable when something changes in the folder that `file` stands in; -1
/// where the system cannot tell: then look each second. The caller closes it.
int watch_folder_of(const char *file);

/// Takes what a folder's descriptor has to say, some dozens of events at a time: more of them wake
/// the next poll. Was one about `file`, or about one beside it that is called after it
/// ("mawari.db-wal")?
bool watch_saw(int fd, const char *file);

/// A descriptor for watch_until(); -1 where there is none: then let poll count.
int watch_clock(void);

/// Becomes readable when the wall clock reaches the whole second `seconds` from now, also when
/// that passed in sleep, and when the clock is set; 0: at once. Negative: never.
void watch_until(int fd, int seconds);

/// Takes all there is to read.
void watch_drain(int fd);

/// Milliseconds by which the machine has slept since it was started; where no clock tells them,
/// those by which the wall clock ran ahead of one that stands still in sleep.
int64_t watch_slept(void);

#endif
