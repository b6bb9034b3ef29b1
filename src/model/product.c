// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of products, of what to say about them, and of what was offered to whom.
#include "mawari/model/kinds.h"

const Words words_buyer_role = WORDS(
    {BUYER_FLOOR, "floor", N_("shop floor"), "現場"},
    {BUYER_PURCHASING, "purchasing", N_("purchasing"), "購買|仕入"},
    {BUYER_MANAGEMENT, "management", N_("management"), "経営|役員"});

const Words words_reaction = WORDS({REACTION_WANTS, "wants", N_("◎ keen"), "◎|oo"},
                                   {REACTION_LIKES, "likes", N_("○ good"), "○|o"},
                                   {REACTION_UNSURE, "unsure", N_("△ so-so"), "△|~"},
                                   {REACTION_REFUSES, "refuses", N_("× no"), "×|x"});

#define RECORD Product
const Entity entity_product = ENTITY("product", "products", N_("Product"), N_("Products"), PRODUCT,
                                     "reading");
#undef RECORD

#define RECORD ProductTalk
const Entity entity_product_talk = ENTITY("product_talk", "product_talks", N_("Talk line"),
                                          N_("Talk lines"), PRODUCT_TALK, "role");
#undef RECORD

#define RECORD Objection
const Entity entity_objection = ENTITY("objection", "objections", N_("Objection"), N_("Objections"),
                                       OBJECTION, "role");
#undef RECORD

#define RECORD ProductOffer
const Entity entity_offer = ENTITY("offer", "offers", N_("Offer"), N_("Offers"), OFFER, "-day");
#undef RECORD
