// SPDX-License-Identifier: GPL-3.0-or-later
// The table of sales.
#include "mawari/model/kinds.h"

const Range range_sales = {.least = -INT32_MAX, .most = INT32_MAX};

#define RECORD Sale
const Entity entity_sale = ENTITY("sale", "sales", N_("Sale"), N_("Sales"), SALE, "-month");
#undef RECORD
