// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all kinds. A new kind is one row here, a table of fields and a migration.
#ifndef MAWARI_MODEL_KINDS_H
#define MAWARI_MODEL_KINDS_H

#include "mawari/model/client.h"
#include "mawari/model/commitment.h"
#include "mawari/model/contact.h"
#include "mawari/model/contract.h"
#include "mawari/model/day_plan.h"
#include "mawari/model/deal.h"
#include "mawari/model/defence.h"
#include "mawari/model/entertaining.h"
#include "mawari/model/meeting.h"
#include "mawari/model/memo.h"
#include "mawari/model/price.h"
#include "mawari/model/product.h"
#include "mawari/model/remark.h"
#include "mawari/model/rival.h"
#include "mawari/model/round.h"
#include "mawari/model/sale.h"
#include "mawari/model/ticket.h"
#include "mawari/model/visit.h"

/// X(name)
#define ENTITIES(X)                                                                                \
    X(client)                                                                                      \
    X(supplier)                                                                                    \
    X(office)                                                                                      \
    X(site)                                                                                        \
    X(department)                                                                                  \
    X(contact)                                                                                     \
    X(post)                                                                                        \
    X(end_customer)                                                                                \
    X(contract)                                                                                    \
    X(hours)                                                                                       \
    X(absence)                                                                                     \
    X(visit)                                                                                       \
    X(companion)                                                                                   \
    X(commitment)                                                                                  \
    X(chain_link)                                                                                  \
    X(ball)                                                                                        \
    X(ticket)                                                                                      \
    X(stage)                                                                                       \
    X(ticket_line)                                                                                 \
    X(ticket_hours)                                                                                \
    X(ticket_role)                                                                                 \
    X(loan)                                                                                        \
    X(order_memo)                                                                                  \
    X(temper)                                                                                      \
    X(incident)                                                                                    \
    X(loading)                                                                                     \
    X(product)                                                                                     \
    X(product_talk)                                                                                \
    X(objection)                                                                                   \
    X(offer)                                                                                       \
    X(round)                                                                                       \
    X(round_client)                                                                                \
    X(price)                                                                                       \
    X(demand)                                                                                      \
    X(concession)                                                                                  \
    X(expense)                                                                                     \
    X(rival)                                                                                       \
    X(share)                                                                                       \
    X(sighting)                                                                                    \
    X(deal)                                                                                        \
    X(meeting)                                                                                     \
    X(attendee)                                                                                    \
    X(entertainment)                                                                               \
    X(guest)                                                                                       \
    X(gift)                                                                                        \
    X(no_gift)                                                                                     \
    X(topic)                                                                                       \
    X(topic_told)                                                                                  \
    X(kept_word)                                                                                   \
    X(line_part)                                                                                   \
    X(note)                                                                                        \
    X(tag)                                                                                         \
    X(sale)                                                                                        \
    X(link)                                                                                        \
    X(recurrence)                                                                                  \
    X(day_plan)                                                                                    \
    X(block)                                                                                       \
    X(private_time)                                                                                \
    X(leg)                                                                                         \
    X(resting_place)                                                                               \
    X(holiday)

#define X(name) extern const Entity entity_##name;
ENTITIES(X)
#undef X

/// Who may hold a ball, be visited, be called: client, supplier, office.
extern const KindSet kinds_party;
/// What one can drive to or start from: site, office, resting place, end customer.
extern const KindSet kinds_place;
/// What has a ball: commitment, ticket.
extern const KindSet kinds_with_ball;

#endif
