// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of products, of what to say about them, and of what was offered to whom.
#include <string.h>
#include <strings.h>

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

// --- whom a sentence is for

/// What titles and departments say of the role; the first that is found holds: 購買部長 buys.
static const struct {
    const char *part;
    BuyerRole role;
} spoken[] = {
    {"購買", BUYER_PURCHASING},     {"仕入", BUYER_PURCHASING},      {"調達", BUYER_PURCHASING},
    {"資材", BUYER_PURCHASING},     {"用度", BUYER_PURCHASING},      {"バイヤー", BUYER_PURCHASING},
    {"事務長", BUYER_MANAGEMENT},   {"社長", BUYER_MANAGEMENT},      {"専務", BUYER_MANAGEMENT},
    {"常務", BUYER_MANAGEMENT},     {"取締役", BUYER_MANAGEMENT},    {"代表", BUYER_MANAGEMENT},
    {"役員", BUYER_MANAGEMENT},     {"支店長", BUYER_MANAGEMENT},    {"院長", BUYER_MANAGEMENT},
    {"園長", BUYER_MANAGEMENT},     {"理事", BUYER_MANAGEMENT},      {"店主", BUYER_MANAGEMENT},
    {"オーナー", BUYER_MANAGEMENT}, {"所長", BUYER_MANAGEMENT},      {"現場", BUYER_FLOOR},
    {"工場", BUYER_FLOOR},          {"倉庫", BUYER_FLOOR},           {"製造", BUYER_FLOOR},
    {"厨房", BUYER_FLOOR},          {"売場", BUYER_FLOOR},           {"店長", BUYER_FLOOR},
    {"主任", BUYER_FLOOR},          {"職長", BUYER_FLOOR},           {"buyer", BUYER_PURCHASING},
    {"purchas", BUYER_PURCHASING},  {"president", BUYER_MANAGEMENT}, {"owner", BUYER_MANAGEMENT},
    {"director", BUYER_MANAGEMENT}, {"floor", BUYER_FLOOR},          {"warehouse", BUYER_FLOOR},
};

/// In letters of either case: Purchasing Manager.
static bool speaks_of(const char *words, const char *part)
{
    size_t size = strlen(part);
    for (; words && *words; words++)
        if (strncasecmp(words, part, size) == 0)
            return true;
    return false;
}

int32_t buyer_role_of(const char *title, const char *department)
{
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
        if (speaks_of(title, spoken[i].part) || speaks_of(department, spoken[i].part))
            return (int32_t)spoken[i].role;
    return NONE;
}
