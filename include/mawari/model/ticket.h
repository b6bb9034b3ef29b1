// SPDX-License-Identifier: GPL-3.0-or-later
// Troubles: what we know inside, and what the client was told.
#ifndef MAWARI_MODEL_TICKET_H
#define MAWARI_MODEL_TICKET_H

#include "mawari/model/entity.h"

typedef enum Severity { SEVERITY_A, SEVERITY_B, SEVERITY_C } Severity;
extern const Words words_severity;
typedef enum Side { SIDE_INSIDE, SIDE_TOLD } Side;
extern const Words words_side;

/// `told_limit`: working days of silence that the client is not to see exceeded. `report_due`: when
/// the written report is to be there, as the client asked or by the severity; `reported`: it is.
#define TICKET(X)                                                                                  \
    X(T_WHOLE, number, N_("Number"), FROZEN | HIDDEN | LISTED, 5, NULL, NULL, "番号|no")           \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 30, NULL, NULL, "内容|件名")   \
    X(T_REF, client, N_("Client"), LISTED, 22, &entity_client, NULL, "得意先")                     \
    X(T_REF, site, N_("Site"), 0, 20, &entity_site, NULL, "事業所|施設")                           \
    X(T_REF, contact, N_("Reported by"), 0, 14, &entity_contact, NULL, "申出者|担当者")            \
    X(T_WORD, severity, N_("Severity"), LISTED, 4, &words_severity, "B", "重さ|重要度")            \
    X(T_REF, stage, N_("Stage"), LISTED, 10, &entity_stage, NULL, "段階")                          \
    X(T_DAY, opened, N_("Opened"), NEEDED | LISTED, 10, NULL, "today", "発生日")                   \
    X(T_MINUTE, opened_at, N_("Opened, hour"), 0, 6, NULL, NULL, NULL)                             \
    X(T_TEXT, harm, N_("Harm"), SEARCHED, 30, NULL, NULL, "影響")                                  \
    X(T_WHOLE, told_limit, N_("Silence, days"), 0, 6, NULL, "3", "連絡間隔")                       \
    X(T_DAY, closed, N_("Closed"), LISTED, 10, NULL, NULL, "完了日")                               \
    X(T_LONG, cause, N_("Cause"), SEARCHED, 30, NULL, NULL, "原因")                                \
    X(T_WHOLE, sequence, N_("Calendar sequence"), HIDDEN, 5, NULL, "0", NULL)                      \
    X(T_DAY, report_due, N_("Report due"), LISTED, 10, NULL, NULL, "report|報告期限|報告書")       \
    X(T_DAY, reported, N_("Reported on"), 0, 10, NULL, NULL, "報告日")
ENTITY_STRUCT(Ticket, TICKET);

/// Derived. `told_on`, `inside_on`: the day of the last line of either side; `tell_by`: when the
/// silence passes its limit; `ask_again`: when somebody else who has the ball is to be asked.
#define TICKET_DERIVED(X)                                                                          \
    X(T_REF, ball, N_("Ball"), LISTED, 14, &entity_contact, NULL, "ボール")                        \
    X(T_DAY, ball_since, N_("Ball since"), 0, 10, NULL, NULL, "since|ボールの日")                  \
    X(T_DAY, told_on, N_("Last told"), LISTED, 10, NULL, NULL, "told|最終連絡")                    \
    X(T_DAY, inside_on, N_("Last inside"), 0, 10, NULL, NULL, "社内の最新")                        \
    X(T_DAY, tell_by, N_("To tell by"), LISTED, 10, NULL, NULL, "連絡期限")                        \
    X(T_DAY, ask_again, N_("Ask again on"), 0, 10, NULL, NULL, "催促|催促日")
ENTITY_STRUCT(TicketDerived, TICKET_DERIVED);

/// The stages, in the rep's own order: 受付 応急 原因 対策 回答 完了.
#define STAGE(X)                                                                                   \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | LISTED, 12, NULL, NULL, NULL)                     \
    X(T_WHOLE, place, N_("Place in order"), NEEDED | LISTED, 6, NULL, NULL, NULL)                  \
    X(T_YES, ends, N_("Ends it"), LISTED, 5, NULL, NULL, NULL)
ENTITY_STRUCT(Stage, STAGE);

#define TICKET_LINE(X)                                                                             \
    X(T_REF, ticket, N_("Trouble"), NEEDED | OWNER | LISTED, 24, &entity_ticket, NULL, NULL)       \
    X(T_WORD, side, N_("Side"), NEEDED | LISTED, 8, &words_side, "inside", NULL)                   \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", NULL)                             \
    X(T_MINUTE, at, N_("Hour"), LISTED, 6, NULL, NULL, NULL)                                       \
    X(T_REF, contact, N_("Who"), LISTED, 14, &entity_contact, NULL, NULL)                          \
    X(T_TEXT, text, N_("Text"), NEEDED | NAMES | SEARCHED | LISTED, 40, NULL, NULL, NULL)
ENTITY_STRUCT(TicketLine, TICKET_LINE);

/// Hours worked for a trouble; night (22–5) and weekend are told apart from day and start.
#define TICKET_HOURS(X)                                                                            \
    X(T_REF, ticket, N_("Trouble"), NEEDED | OWNER | LISTED, 24, &entity_ticket, NULL, NULL)       \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", NULL)                             \
    X(T_MINUTE, start, N_("From"), LISTED, 6, NULL, NULL, NULL)                                    \
    X(T_MINUTES, minutes, N_("Minutes"), NEEDED | LISTED, 6, NULL, NULL, NULL)                     \
    X(T_TEXT, what, N_("What"), NAMES | SEARCHED | LISTED, 24, NULL, NULL, NULL)
ENTITY_STRUCT(TicketHours, TICKET_HOURS);

#define TICKET_ROLE(X)                                                                             \
    X(T_REF, ticket, N_("Trouble"), NEEDED | OWNER | LISTED, 24, &entity_ticket, NULL, NULL)       \
    X(T_REF, contact, N_("Who"), NEEDED | LISTED, 16, &entity_contact, NULL, NULL)                 \
    X(T_TEXT, role, N_("Role"), NAMES | SEARCHED | LISTED, 16, NULL, NULL, NULL)
ENTITY_STRUCT(TicketRole, TICKET_ROLE);

/// What was lent: a sample, a catalogue, or what bridges a trouble, whose client, building and person
/// are the loan's then. `back`: when it is picked up. Without one a loan of a trouble comes back when
/// that is closed; any other gets LOAN_DAYS.
#define LOAN(X)                                                                                    \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL,                \
      "品名|貸出品|内容")                                                                          \
    X(T_REF, client, N_("Client"), LISTED, 20, &entity_client, NULL, "得意先")                     \
    X(T_REF, site, N_("Site"), 0, 20, &entity_site, NULL, "事業所|施設")                           \
    X(T_REF, contact, N_("Lent to"), LISTED, 14, &entity_contact, NULL, "担当者|貸出先")           \
    X(T_REF, product, N_("Product"), 0, 16, &entity_product, NULL, "商品|製品")                    \
    X(T_REF, ticket, N_("Trouble"), OWNER | LISTED, 20, &entity_ticket, NULL, NULL)                \
    X(T_DAY, lent, N_("Lent"), NEEDED | LISTED, 10, NULL, "today", "貸出日")                       \
    X(T_DAY, back, N_("Due back"), LISTED, 10, NULL, NULL, "返却予定|回収予定")                    \
    X(T_DAY, returned, N_("Returned"), LISTED, 10, NULL, NULL, "返却日|回収日")                    \
    X(T_YES, heavy, N_("Heavy"), 0, 5, NULL, NULL, "重い")
ENTITY_STRUCT(Loan, LOAN);
enum { LOAN_DAYS = 14 };

#endif
