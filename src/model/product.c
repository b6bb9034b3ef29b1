// SPDX-License-Identifier: GPL-3.0-or-later
// The table of products.
#include "mawari/model/kinds.h"

#define RECORD Product
const Entity entity_product = ENTITY("product", "products", N_("Product"), N_("Products"), PRODUCT,
                                     "reading");
#undef RECORD
