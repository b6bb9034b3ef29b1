// SPDX-License-Identifier: GPL-3.0-or-later
// 会合: who comes where, and whom one greeted; and what one can talk about (話題).
#ifndef MAWARI_MODEL_MEETING_H
#define MAWARI_MODEL_MEETING_H

#include "mawari/model/rival.h"

typedef enum MeetingSort {
    MEETING_ASSOCIATION, // 協力会
    MEETING_PARTNERS,    // 取引先会
    MEETING_STUDY,       // 研究会
    MEETING_OTHER,
} MeetingSort;
extern const Words words_meeting_sort;
extern const Range range_event_minutes; // 1–1440

#define MEETING(X)                                                                                 \
    X(T_TEXT, title, N_("Meeting"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL,            \
      "会合名|名称")                                                                               \
    X(T_WORD, sort, N_("Kind"), NEEDED | LISTED, 11, &words_meeting_sort, "association", "種類")   \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付|開催日")                    \
    X(T_MINUTE, start, N_("From"), LISTED, 6, NULL, NULL, "開始")                                  \
    X(T_MINUTES, minutes, N_("Length"), NEEDED, 6, &range_event_minutes, "120", "時間")            \
    X(T_TEXT, place, N_("Place"), SEARCHED | LISTED, 18, NULL, NULL, "場所|会場")                  \
    X(T_REF, client, N_("Client"), 0, 20, &entity_client, NULL, "得意先")                          \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Meeting, MEETING);

typedef enum Greeted {
    GREETED_YES,
    GREETED_NO,
} Greeted;
extern const Words words_greeted;
extern const KindSet kinds_at_meeting; // contact, rival

/// One of a meeting's roster. A greeting is a day on which this person was met; it is no visit.
#define ATTENDEE(X)                                                                                \
    X(T_REF, meeting, N_("Meeting"), NEEDED | OWNER | LISTED, 22, &entity_meeting, NULL, "会合")   \
    X(T_ANY, who, N_("Who"), NEEDED | LISTED, 20, &kinds_at_meeting, NULL, "出席者|氏名")          \
    X(T_TEXT, seat, N_("Seat"), LISTED, 8, NULL, NULL, "席次|席")                                  \
    X(T_WORD, greeted, N_("Greeted"), LISTED, 8, &words_greeted, NULL, "挨拶")                     \
    X(T_TEXT, word, N_("A word"), NAMES | SEARCHED | LISTED, 22, NULL, NULL, "ひと言")
ENTITY_STRUCT(Attendee, ATTENDEE);

/// What one can talk about.
#define TOPIC(X)                                                                                   \
    X(T_TEXT, text, N_("Topic"), NEEDED | NAMES | SEARCHED | LISTED, 36, NULL, NULL, "話題|内容")  \
    X(T_DAY, since, N_("From"), NEEDED | LISTED, 10, NULL, "today", "開始日")                      \
    X(T_DAY, until, N_("Good until"), LISTED, 10, NULL, NULL, "期限")                              \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, "備考|メモ")
ENTITY_STRUCT(Topic, TOPIC);

/// A person has heard a topic.
#define TOPIC_TOLD(X)                                                                              \
    X(T_REF, topic, N_("Topic"), NEEDED | OWNER | LISTED, 30, &entity_topic, NULL, "話題")         \
    X(T_REF, contact, N_("Who heard it"), NEEDED | LISTED, 16, &entity_contact, NULL, "担当者")    \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", "日付")                           \
    X(T_TEXT, note, N_("Note"), NAMES | SEARCHED | LISTED, 20, NULL, NULL, "メモ")
ENTITY_STRUCT(TopicTold, TOPIC_TOLD);

#endif
