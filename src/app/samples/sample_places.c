// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's other places: an end customer's house, and departments with their floors.
#include "sample_fill.h"

static bool fill_end_customer(Filling *filling)
{
    EndCustomer *customer = sample_blank(filling, &entity_end_customer);
    customer->client = sample_client(filling, "渡邊工務店")->id;
    customer->name = "佐藤邸";
    customer->reading = "さとうてい";
    customer->address = "札幌市北区北24条西6丁目1-1";
    customer->latitude = 43090800;
    customer->longitude = 141340900;
    customer->position_level = POSITION_TYPED;
    return sample_keep(filling, &entity_end_customer, customer, NULL);
}

static const struct {
    const char *client, *name, *floor;
    Minute door_minutes;
} departments[] = {
    {"青葉商店", "倉庫", "裏の別棟", NONE},
    {"北総合病院", "薬剤部", "3階", 12},
    {"中島公園ホテル", "宴会", "B1階", 8},
};

static bool fill_departments(Filling *filling)
{
    for (size_t i = 0; i < sizeof departments / sizeof *departments; i++) {
        Department *department = sample_blank(filling, &entity_department);
        department->site = sample_client(filling, departments[i].client)->site;
        department->name = departments[i].name;
        department->floor = departments[i].floor;
        department->door_minutes = departments[i].door_minutes;
        if (!sample_keep(filling, &entity_department, department, NULL))
            return false;
    }
    return true;
}

bool sample_fill_places(Filling *filling)
{
    return fill_end_customer(filling) && fill_departments(filling);
}
