// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's client that steps back, and fifteen months of sales of a few clients.
#include "sample_fill.h"

enum { MONTHS = 15, SHRUNK = 3 };

static const struct {
    const char *client, *line;
    Yen yen;              // of a month
    int32_t last_percent; // the last three months, of that
} sales[] = {
    {"青葉商店", "保冷用品", 182000, 104},
    {"青葉商店", "包装資材", 64000, 98},
    {"北海酒販", "保冷用品", 240000, 58},
    {"渡邊工務店", "電子機器", 96000, 100},
};

/// How far a month is from the usual: a year has its seasons.
static const int32_t seasons[12] = {88, 86, 97, 99, 101, 104, 108, 106, 98, 97, 103, 124};

static Yen yen_of(size_t row, Day month, int32_t back)
{
    int year, number, day;
    day_to(month, &year, &number, &day);
    int32_t percent = back < SHRUNK ? sales[row].last_percent : 100;
    return (Yen)((int64_t)sales[row].yen * seasons[number - 1] / 100 * percent / 100 / 100 * 100);
}

static bool fill_sales(Filling *filling, size_t row)
{
    const Named *client = sample_client(filling, sales[row].client);
    Day month = day_month_first(day_month_first(filling->app->today) - 1);
    for (int32_t back = 0; back < MONTHS; back++, month = day_month_first(month - 1)) {
        Sale *sale = sample_blank(filling, &entity_sale);
        sale->client = client->id;
        sale->month = month;
        sale->yen = yen_of(row, month, back);
        sale->line = sales[row].line;
        if (!sample_keep(filling, &entity_sale, sale, NULL))
            return false;
    }
    return true;
}

/// Turned away twice running.
static bool fill_steps_back(Filling *filling)
{
    static const struct {
        int32_t ago;
        const char *text;
    } refusals[] = {{15, "受付で「本日は会えない」とのこと"}, {8, "アポなしは受けないと言われる"}};
    const Named *client = sample_client(filling, "北海酒販");
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        Visit *visit = sample_blank(filling, &entity_visit);
        visit->client = client->id;
        visit->site = client->site;
        visit->day = filling->app->today - refusals[i].ago;
        visit->outcome = OUTCOME_REFUSED;
        visit->text = refusals[i].text;
        visit->about = 1;
        if (!sample_keep(filling, &entity_visit, visit, NULL))
            return false;
    }
    return true;
}

bool sample_fill_slipping(Filling *filling)
{
    for (size_t row = 0; row < sizeof sales / sizeof *sales; row++)
        if (!fill_sales(filling, row))
            return false;
    return fill_steps_back(filling);
}
