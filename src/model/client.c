// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of companies and places: clients, sites, departments, suppliers, offices.
#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"

const Words words_rank = WORDS({RANK_S, "S", N_("S"), NULL}, {RANK_A, "A", N_("A"), NULL},
                               {RANK_B, "B", N_("B"), NULL}, {RANK_C, "C", N_("C"), NULL});

const Range range_cycle = {.least = 1, .most = 730, .said = cycle_text, .days = true};
const Range range_window = {.least = 0, .most = 365};
const Range range_month_day = {
    .least = 1, .most = 31, .most_title = N_("month's end"), .most_also = "末日|月末|末|eom|last"};
const Range range_latitude = {.least = -90000000, .most = 90000000};
const Range range_longitude = {.least = -180000000, .most = 180000000};

const Words words_position_level = WORDS(
    {POSITION_TYPED, "typed", N_("as given"), "入力"},
    {POSITION_BLOCK, "block", N_("block"), "街区"},
    {POSITION_TOWN, "town", N_("town"), "町丁目|町"},
    {POSITION_MUNICIPALITY, "municipality", N_("municipality"), "市区町村"});

const KindSet kinds_with_hours = KINDS(&entity_site, &entity_end_customer, &entity_contact);
const KindSet kinds_absent = KINDS(&entity_client, &entity_site, &entity_end_customer,
                                   &entity_contact);

#define RECORD ClientDerived
static const Field client_derived[] = {CLIENT_DERIVED(FIELD_ROW)};
#undef RECORD

#define RECORD Client
const Entity entity_client = ENTITY_AND_DERIVED(client_derived, "client", "clients", N_("Client"),
                                                N_("Clients"), CLIENT, "reading");
#undef RECORD

#define RECORD Supplier
const Entity entity_supplier = ENTITY("supplier", "suppliers", N_("Supplier"), N_("Suppliers"),
                                      SUPPLIER, "reading");
#undef RECORD

#define RECORD Office
const Entity entity_office = ENTITY("office", "offices", N_("Office"), N_("Offices"), OFFICE,
                                    "reading");
#undef RECORD

#define RECORD Site
const Entity entity_site = ENTITY("site", "sites", N_("Site"), N_("Sites"), SITE, "reading");
#undef RECORD

#define RECORD Department
const Entity entity_department = ENTITY("department", "departments", N_("Department"),
                                        N_("Departments"), DEPARTMENT, "name");
#undef RECORD

#define RECORD EndCustomer
const Entity entity_end_customer = ENTITY("end_customer", "end_customers", N_("End customer"),
                                          N_("End customers"), END_CUSTOMER, "reading");
#undef RECORD

#define RECORD Hours
const Entity entity_hours = ENTITY("hours", "hours", N_("Hours"), N_("Hours"), HOURS, "opens");
#undef RECORD

#define RECORD Absence
const Entity entity_absence = ENTITY("absence", "absences", N_("Absence"), N_("Absences"), ABSENCE,
                                     "since");
#undef RECORD
