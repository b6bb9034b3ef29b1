// SPDX-License-Identifier: GPL-3.0-or-later
// The table of sales.
#include "mawari/model/kinds.h"

#define RECORD Sale
const Entity entity_sale = ENTITY("sale", "sales", N_("Sale"), N_("Sales"), SALE, "-month");
#undef RECORD
