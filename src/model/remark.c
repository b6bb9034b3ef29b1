// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of what may hang on any record: notes, tags, links, recurrences.
#include "mawari/model/kinds.h"

#define RECORD Note
const Entity entity_note = ENTITY("note", "notes", N_("Note"), N_("Notes"), NOTE, "-day");
#undef RECORD

#define RECORD Tag
const Entity entity_tag = ENTITY("tag", "tags", N_("Tag"), N_("Tags"), TAG, "word");
#undef RECORD

#define RECORD Link
const Entity entity_link = ENTITY("link", "links", N_("Link"), N_("Links"), LINK, "why");
#undef RECORD

const KindSet kinds_recurring = KINDS(&entity_client, &entity_commitment);

#define RECORD Recurrence
const Entity entity_recurrence = ENTITY("recurrence", "recurrences", N_("Recurrence"),
                                        N_("Recurrences"), RECURRENCE, "rule");
#undef RECORD
