// SPDX-License-Identifier: GPL-3.0-or-later
// Our signs, and the words that stand for them where a screen reader speaks (--plain).
#ifndef MAWARI_VIEW_SIGNS_H
#define MAWARI_VIEW_SIGNS_H

#include <stdbool.h>

/// `sign` itself, or the word for it when `plain`. Only for signs that stand for themselves: what
/// stands in the rep's data is never a sign of ours.
const char *sign_word(bool plain, const char *sign);
/// The same before a number or a name that follows it closely: "↑2", "mine 2".
const char *sign_before(bool plain, const char *sign);

#endif
