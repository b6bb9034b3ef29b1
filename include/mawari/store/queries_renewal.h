// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on contracts, and on what their renewal is judged by.
#ifndef MAWARI_STORE_QUERIES_RENEWAL_H
#define MAWARI_STORE_QUERIES_RENEWAL_H

#include "mawari/model/kinds.h"
#include "mawari/store/store.h"

/// A running contract with its notice, and the days of its client that a step keeps clear of.
typedef struct RunningContract {
    Id id, client;
    const char *client_name;
    Contract contract;
    Day notice;
    int32_t closing_day, closed_days; // NONE
} RunningContract;
typedef struct RunningContracts {
    RunningContract *rows;
    size_t count;
} RunningContracts;
/// Those whose notice is to be given from `from` to `to`, the soonest first; at most `most`.
bool query_contracts_between(Store *store, Day from, Day to, size_t most, Arena *arena,
                             RunningContracts *ret, Err *err);
/// What the steps of a running contract are counted from.
typedef struct ContractTerm {
    Day notice;
    int32_t step_done, closing_day, closed_days; // NONE
} ContractTerm;
/// Of those whose notice is to be given from `from` to `to`, the soonest first; at most `most`, or all
/// of them (CONTRACTS_ALL). Counted for every frame: no record is read for it.
enum { CONTRACTS_ALL = -1 };
bool query_contract_terms(Store *store, Day from, Day to, int64_t most, Arena *arena,
                          ContractTerm **ret, size_t *ret_count, Err *err);
/// Those of one client, however far away; at most `most`.
bool query_contracts_of_client(Store *store, Id client, size_t most, Arena *arena,
                               RunningContracts *ret, Err *err);

/// What the lights of a client's contracts are read from, all but what the contract itself says. A
/// rival is known when one was seen there within a year, or has a product line.
bool query_renewal_facts(Store *store, Id client, Day today, RenewalFacts *ret, Err *err);

/// With whom one spoke at a client from `from` to `to`.
typedef struct TalkedWith {
    int32_t talks, people;
    Id one; // of them; 0: with nobody
} TalkedWith;
bool query_talked_with(Store *store, Id client, Day from, Day to, TalkedWith *ret, Err *err);
/// The last visits with an outcome to a person up to `day`, the newest first; at most `most`.
bool query_talks_with(Store *store, Id contact, Day day, size_t most, Arena *arena, Id **ret,
                      size_t *ret_count, Err *err);

/// A client's year, from its visits, promises and troubles.
typedef struct KeptOf {
    int32_t done, dated, in_time; // dated: of those done that had a day
} KeptOf;
typedef struct MetWith {
    const char *name;
    int32_t often;
} MetWith;
enum { OUTCOMES = 10 };
typedef struct ClientYear {
    int32_t outcomes[OUTCOMES]; // visits, by what came of them
    MetWith *met;               // the most often first
    size_t met_count;
    KeptOf mine, theirs;
    Id *troubles; // closed then, or still open
    size_t trouble_count;
} ClientYear;
bool query_client_year(Store *store, Id client, Day from, Day to, Arena *arena, ClientYear *ret,
                       Err *err);

#endif
