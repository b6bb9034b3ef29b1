// SPDX-License-Identifier: GPL-3.0-or-later
// The log: ids and errors only, no names; 1 MiB × 2 in $XDG_STATE_HOME/mawari.
#ifndef MAWARI_BASE_LOG_H
#define MAWARI_BASE_LOG_H

/// Opens the log file; without it (or on failure) log_error is silent. Lines carry UTC.
void log_open(const char *path);
void log_close(void);
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
