// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for a store that outlives the programs which open it.
#ifndef MAWARI_TESTS_HOME_H
#define MAWARI_TESTS_HOME_H

typedef struct Home {
    char folder[64], store[80]; // the folder is 0700, the store not yet there
} Home;

void home_make(Home *home);
/// Nothing is left in the folder.
void home_empty(const Home *home);
void home_remove(const Home *home);

#endif
