// SPDX-License-Identifier: GPL-3.0-or-later
// The people, and the posts that they hold or held.
#ifndef MAWARI_MODEL_CONTACT_H
#define MAWARI_MODEL_CONTACT_H

#include "mawari/model/entity.h"

/// Whom one cannot afford to lose and cannot be at ease with: asked how it was at each visit.
typedef enum Handle { HANDLE_WITH_CARE } Handle;
extern const Words words_handle;

/// `longest`, `exit_line`: how long to stay there at most, and what to say then. `merged_into`: of
/// one who was the same as another and is archived; what they said is found from there.
#define CONTACT(X)                                                                                 \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 16, NULL, NULL,                \
      "担当者|担当者名|担当者氏名|氏名|担当|ご担当者|ご担当者様|contact|person|contactname")       \
    X(T_READING, reading, N_("Reading"), SEARCHED | LISTED, 16, NULL, NULL,                        \
      "担当者フリガナ|担当者カナ|氏名カナ|contactreading")                                         \
    X(T_PHONE, mobile, N_("Mobile"), SEARCHED | LISTED, 14, NULL, NULL,                            \
      "携帯|携帯電話|携帯番号|携帯電話番号|mobile|mobilephone|cell")                               \
    X(T_PHONE, telephone, N_("Direct line"), SEARCHED, 14, NULL, NULL,                             \
      "直通|直通電話|内線|direct")                                                                 \
    X(T_TEXT, mail, N_("Mail"), SEARCHED, 24, NULL, NULL,                                          \
      "メール|メールアドレス|eメール|電子メール|mail|email|e-mail")                                \
    X(T_YES, key_person, N_("Key person"), LISTED, 5, NULL, NULL, "キーマン|決裁者|keyperson")     \
    X(T_YES, me, N_("Myself"), HIDDEN, 4, NULL, NULL, NULL)                                        \
    X(T_TEXT, avoid, N_("Avoid"), DISCREET, 24, NULL, NULL, NULL)                                  \
    X(T_DAY, left, N_("Left on"), 0, 10, NULL, NULL, NULL)                                         \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "担当者備考")                        \
    X(T_WORD, handle, N_("To handle"), DISCREET, 10, &words_handle, NULL, "扱い|要注意")           \
    X(T_MINUTES, longest, N_("Longest stay"), DISCREET, 6, NULL, NULL, "最長滞在|滞在上限")        \
    X(T_TEXT, exit_line, N_("Exit sentence"), DISCREET, 24, NULL, NULL, "退出のひと言")            \
    X(T_REF, merged_into, N_("Merged into"), HIDDEN, 16, &entity_contact, NULL, NULL)
ENTITY_STRUCT(Contact, CONTACT);

/// Derived: of the present post; `met`: how often of how many tries in the mornings and afternoons,
/// "4/5 · 0/7" (habit.h).
#define CONTACT_DERIVED(X)                                                                         \
    X(T_ANY, party, N_("Company"), LISTED, 24, &kinds_party, NULL, "会社|得意先")                  \
    X(T_TEXT, title, N_("Title"), LISTED, 12, NULL, NULL, "役職")                                  \
    X(T_REF, site, N_("Site"), 0, 20, &entity_site, NULL, "事業所|施設")                           \
    X(T_TEXT, department, N_("Department"), 0, 14, NULL, NULL, "部署")                             \
    X(T_TEXT, met, N_("Met am · pm"), LISTED, 11, NULL, NULL, "面会|met")
ENTITY_STRUCT(ContactDerived, CONTACT_DERIVED);

#define POST(X)                                                                                    \
    X(T_REF, contact, N_("Contact"), NEEDED | OWNER | LISTED, 16, &entity_contact, NULL, NULL)     \
    X(T_ANY, party, N_("Company"), NEEDED | LISTED, 24, &kinds_party, NULL, NULL)                  \
    X(T_REF, site, N_("Site"), LISTED, 20, &entity_site, NULL, NULL)                               \
    X(T_TEXT, department, N_("Department"), SEARCHED | LISTED, 14, NULL, NULL,                     \
      "部署|部署名|部門|所属|所属部署|department")                                                 \
    X(T_TEXT, title, N_("Title"), SEARCHED | LISTED | NAMES, 12, NULL, NULL,                       \
      "役職|役職名|肩書|肩書き|title|jobtitle|position")                                           \
    X(T_DAY, since, N_("From"), LISTED, 10, NULL, NULL, NULL)                                      \
    X(T_DAY, until, N_("Until"), LISTED, 10, NULL, NULL, NULL)
ENTITY_STRUCT(Post, POST);

#endif
