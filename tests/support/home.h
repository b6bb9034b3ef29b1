// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for a store that outlives the programs which open it.
#ifndef MAWARI_TESTS_HOME_H
#define MAWARI_TESTS_HOME_H

enum { FOLDER_SIZE = 64 };

/// A fresh folder of 0700 in $TMPDIR, or in /tmp: `/tmp/mawari-WHAT-…`. Whatever is left of it when
/// the test program ends, also because a test failed, is removed then.
void folder_make(const char *what, char ret[FOLDER_SIZE]);
/// With all that is in it.
void folder_remove(const char *folder);

typedef struct Home {
    char folder[64], store[80]; // the folder is 0700, the store not yet there
} Home;

void home_make(Home *home);
/// Nothing is left in the folder.
void home_empty(const Home *home);
void home_remove(const Home *home);

#endif
