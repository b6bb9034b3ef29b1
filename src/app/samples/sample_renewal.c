// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's contracts: one inside its notice, one far from it, one that was renewed.
#include "sample_fill.h"

/// `ends` days from now.
static const struct {
    const char *client, *what, *line;
    int32_t ends, notice_months, notice_days;
    bool automatic;
    Yen yen_a_year;
    ContractState state;
} contracts[] = {
    {"青葉商店", "冷蔵棚 年間保守", "冷蔵棚", 112, 1, NONE, true, 480000, CONTRACT_RUNNING},
    {"渡邊工務店", "工具リース", "工具", 300, NONE, 60, false, 1200000, CONTRACT_RUNNING},
    {"㈱みなと物産", "包装材 年間契約", "包装材", 340, 2, NONE, true, 2400000, CONTRACT_RENEWED},
};

bool sample_fill_contracts(Filling *filling)
{
    Day today = filling->app->today;
    for (size_t i = 0; i < sizeof contracts / sizeof *contracts; i++) {
        Contract *contract = sample_blank(filling, &entity_contract);
        const Named *client = sample_client(filling, contracts[i].client);
        contract->client = client->id;
        contract->site = client->site;
        contract->what = contracts[i].what;
        contract->line = contracts[i].line;
        contract->end = today + contracts[i].ends;
        contract->start = day_add_months(contract->end + 1, -12);
        contract->notice_months = contracts[i].notice_months;
        contract->notice_days = contracts[i].notice_days;
        contract->automatic = contracts[i].automatic ? 1 : NONE;
        contract->yen_a_year = contracts[i].yen_a_year;
        contract->state = (int32_t)contracts[i].state;
        if (!sample_keep(filling, &entity_contract, contract, NULL))
            return false;
    }
    return true;
}
