// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of meetings, of who comes, and of what one talks about.
#include "mawari/model/kinds.h"

const Words words_meeting_sort = WORDS(
    {MEETING_ASSOCIATION, "association", N_("association"), "協力会"},
    {MEETING_PARTNERS, "partners", N_("partners' meeting"), "取引先会"},
    {MEETING_STUDY, "study", N_("study meeting"), "研究会"},
    {MEETING_OTHER, "other", N_("other"), "その他"});
const Words words_greeted = WORDS({GREETED_YES, "yes", N_("greeted"), "済|はい"},
                                  {GREETED_NO, "no", N_("not greeted"), "未|いいえ"});
const Range range_event_minutes = {.least = 1, .most = 1440};
const KindSet kinds_at_meeting = KINDS(&entity_contact, &entity_rival);

#define RECORD Meeting
const Entity entity_meeting = ENTITY("meeting", "meetings", N_("Meeting"), N_("Meetings"), MEETING,
                                     "-day");
#undef RECORD

#define RECORD Attendee
const Entity entity_attendee = ENTITY("attendee", "attendees", N_("On the roster"), N_("Roster"),
                                      ATTENDEE, "seat");
#undef RECORD

#define RECORD Topic
const Entity entity_topic = ENTITY("topic", "topics", N_("Topic"), N_("Topics"), TOPIC, "-since");
#undef RECORD

#define RECORD TopicTold
const Entity entity_topic_told = ENTITY("topic_told", "topics_told", N_("Topic told"),
                                        N_("Topics told"), TOPIC_TOLD, "-day");
#undef RECORD
