// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of people and of the posts that they hold or held.
#include "mawari/model/kinds.h"

const Words words_handle = WORDS({HANDLE_WITH_CARE, "with_care", N_("with care"), "要注意|難しい"});

#define RECORD ContactDerived
static const Field contact_derived[] = {CONTACT_DERIVED(FIELD_ROW)};
#undef RECORD

#define RECORD Contact
const Entity entity_contact = ENTITY_AND_DERIVED(contact_derived, "contact", "contacts",
                                                 N_("Contact"), N_("Contacts"), CONTACT, "reading");
#undef RECORD

#define RECORD Post
const Entity entity_post = ENTITY("post", "posts", N_("Post"), N_("Posts"), POST, "-since");
#undef RECORD
