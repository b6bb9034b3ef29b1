// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of how difficult people were, and of what they said.
#include "mawari/model/kinds.h"

const Range range_degree = {.least = 1, .most = 5};

#define RECORD Temper
const Entity entity_temper = ENTITY("temper", "tempers", N_("Temperature"), N_("Temperatures"),
                                    TEMPER, "-day");
#undef RECORD

#define RECORD Incident
const Entity entity_incident = ENTITY("incident", "incidents", N_("Words said"), N_("Words said"),
                                      INCIDENT, "-day");
#undef RECORD
