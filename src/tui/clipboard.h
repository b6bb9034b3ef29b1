// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's clipboard, set by the sequence OSC 52.
#ifndef TUI_CLIPBOARD_H
#define TUI_CLIPBOARD_H

#include "mawari/base/arena.h"
#include "mawari/view/screen.h"

/// What to expect of this terminal: by the setting ("auto", "terminal", "file") and, for auto, by
/// what the environment says, since no terminal answers whether it took anything.
ScreenClipboard clipboard_expected(const char *setting);

/// The bytes that hand `text` over. Inside tmux twice: as tmux takes it itself (set-clipboard on),
/// and wrapped, as it passes it on (allow-passthrough on); what it does not do it drops silently.
/// Source: xterm's ctlseqs, "Manipulate Selection Data"; tmux(1).
const char *clipboard_sequence(const char *text, bool in_tmux, Arena *arena);
bool clipboard_in_tmux(void);

#endif
