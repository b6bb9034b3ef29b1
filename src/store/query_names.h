// SPDX-License-Identifier: GPL-3.0-or-later
// The queries of assets/sql by name; a test prepares them all and finds those that nobody uses.
#ifndef MAWARI_STORE_QUERY_NAMES_H
#define MAWARI_STORE_QUERY_NAMES_H

#define QUERIES(X)                                                                                 \
    X(begin)                                                                                       \
    X(begin_reading)                                                                               \
    X(commit)                                                                                      \
    X(data_version)                                                                                \
    X(replica_add)                                                                                 \
    X(replica_count)                                                                               \
    X(record_add)                                                                                  \
    X(record_keep)                                                                                 \
    X(record_name)                                                                                 \
    X(record_kind)                                                                                 \
    X(record_uid)                                                                                  \
    X(record_head)                                                                                 \
    X(record_archive)                                                                              \
    X(record_by_uid)                                                                               \
                                                                                                   \
    X(ticket_next)                                                                                 \
    X(step_add)                                                                                    \
    X(step_settle)                                                                                 \
    X(step_next_undo)                                                                              \
    X(step_next_redo)                                                                              \
    X(step_mark)                                                                                   \
    X(step_list)                                                                                   \
    X(change_before)                                                                               \
    X(change_after)                                                                                \
    X(change_keep)                                                                                 \
    X(record_erase)                                                                                \
    X(record_recreate)                                                                             \
    X(record_of_uid)                                                                               \
    X(change_add)                                                                                  \
    X(redo_drop_changes)                                                                           \
    X(redo_drop_steps)                                                                             \
    X(search_text)                                                                                 \
    X(search_add)                                                                                  \
    X(search_forget)                                                                               \
    X(search_text_add)                                                                             \
    X(search_text_forget)                                                                          \
    X(search_merge)                                                                                \
    X(search_readings)                                                                             \
    X(search_telephones)                                                                           \
    X(search_names)                                                                                \
    X(search_texts)                                                                                \
    X(search_where)                                                                                \
    X(find_number)                                                                                 \
    X(find_ticket)                                                                                 \
    X(find_name)                                                                                   \
    X(find_me)                                                                                     \
    X(find_home_office)                                                                            \
    X(reading_add)                                                                                 \
    X(reading_forget)                                                                              \
    X(telephone_add)                                                                               \
    X(telephone_forget)                                                                            \
    X(touch_nothing)                                                                               \
    X(touch_all)                                                                                   \
    X(touch_changed)                                                                               \
    X(touch_referred_then)                                                                         \
    X(touch_referred)                                                                              \
    X(touch_chains)                                                                                \
    X(cycles_changed)                                                                              \
    X(cycles)                                                                                      \
    X(touch_cycles)                                                                                \
    X(client_recurrences)                                                                          \
    X(client_due)                                                                                  \
    X(derive_clients)                                                                              \
    X(derive_contacts)                                                                             \
    X(derive_commitments)                                                                          \
    X(derive_tickets)                                                                              \
    X(chain_waits)                                                                                 \
    X(chain_latest)                                                                                \
    X(chain_pull)                                                                                  \
    X(ticket_silences)                                                                             \
    X(ticket_tell_by)                                                                              \
    X(holidays)                                                                                    \
    X(holiday_name)                                                                                \
    X(day_loads)                                                                                   \
    X(typed_leg)                                                                                   \
    X(typed_legs)                                                                                  \
    X(day_plan)                                                                                    \
    X(blocks)                                                                                      \
    X(private_times)                                                                               \
    X(visits_between)                                                                              \
    X(closed_days)                                                                                 \
    X(absence_around)                                                                              \
    X(hours_of)                                                                                    \
    X(visits_order)                                                                                \
    X(visits_last)                                                                                 \
    X(visit_next)                                                                                  \
    X(visit_one)                                                                                   \
    X(landmines)                                                                                   \
    X(riders)                                                                                      \
    X(visit_row)                                                                                   \
    X(promises_due)                                                                                \
    X(promises_to_do)                                                                              \
    X(promises_open)                                                                               \
    X(promises_there)                                                                              \
    X(open_promises)                                                                               \
    X(kept_words)                                                                                  \
    X(chain_of)                                                                                    \
    X(chain_edges_of)                                                                              \
    X(promise_row)                                                                                 \
    X(troubles_open)                                                                               \
    X(troubles_now)                                                                                \
    X(last_ticket)                                                                                 \
    X(trouble_row)                                                                                 \
    X(open_counts)                                                                                 \
    X(people)                                                                                      \
    X(person_now)                                                                                  \
    X(person_met)                                                                                  \
    X(setting_get)                                                                                 \
    X(setting_put)                                                                                 \
    X(setting_forget)                                                                              \
    X(setting_names)                                                                               \
    X(draft_get)                                                                                   \
    X(draft_put)                                                                                   \
    X(draft_forget)                                                                                \
    X(draft_places)                                                                                \
    X(import_base_put)                                                                             \
    X(import_base_walk)                                                                            \
    X(import_bases)

typedef enum QueryId {
#define X(name) Q_##name,
    QUERIES(X)
#undef X
        Q_COUNT
} QueryId;

#endif
