// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of troubles: their two faces, stages, hours, roles and what was lent.
#include "mawari/model/kinds.h"

const Words words_severity = WORDS({SEVERITY_A, "A", N_("A"), "重大|大"},
                                   {SEVERITY_B, "B", N_("B"), "中|普通"},
                                   {SEVERITY_C, "C", N_("C"), "軽微|小"});

const Words words_side = WORDS({SIDE_INSIDE, "inside", N_("Inside"), "社内|内部"},
                               {SIDE_TOLD, "told", N_("Client told"), "先方連絡済|先方|連絡済"});

#define RECORD TicketDerived
static const Field ticket_derived[] = {TICKET_DERIVED(FIELD_ROW)};
#undef RECORD

#define RECORD Ticket
const Entity entity_ticket = ENTITY_AND_DERIVED(ticket_derived, "ticket", "tickets", N_("Trouble"),
                                                N_("Troubles"), TICKET, "-opened");
#undef RECORD

#define RECORD Stage
const Entity entity_stage = ENTITY("stage", "stages", N_("Stage"), N_("Stages"), STAGE, "place");
#undef RECORD

#define RECORD TicketLine
const Entity entity_ticket_line = ENTITY("ticket_line", "ticket_lines", N_("Entry"), N_("Entries"),
                                         TICKET_LINE, "day");
#undef RECORD

#define RECORD TicketHours
const Entity entity_ticket_hours = ENTITY("ticket_hours", "ticket_hours", N_("Hours worked"),
                                          N_("Hours worked"), TICKET_HOURS, "-day");
#undef RECORD

#define RECORD TicketRole
const Entity entity_ticket_role = ENTITY("ticket_role", "ticket_roles", N_("Role"), N_("Roles"),
                                         TICKET_ROLE, "role");
#undef RECORD

#define RECORD Loan
const Entity entity_loan = ENTITY("loan", "loans", N_("Loan"), N_("Loans"), LOAN, "-lent");
#undef RECORD
