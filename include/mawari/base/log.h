// SPDX-License-Identifier: GPL-3.0-or-later
// The log: ids and errors only, no names; 1 MiB × 2 in $XDG_STATE_HOME/mawari.
#ifndef MAWARI_BASE_LOG_H
#define MAWARI_BASE_LOG_H

/// Opens the log file; without it (or on failure) log_error is silent. Lines carry UTC.
void log_open(const char *path);
void log_close(void);
/// For a crash handler, which may call nothing but write(): the log's descriptor, -1 without one.
int log_descriptor(void);
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
