// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's relations: two rivals and what they have, a deal, a meeting next week, an evening with
// guests, topics to talk about.
#include "sample_fill.h"

static const struct {
    const char *name, *reading, *strength, *weakness;
} rivals[] = {
    {"丸山商事", "まるやましょうじ", "値段、専務が元同級生", "納期が読めない"},
    {"石狩フーズ", "いしかりふーず", "品ぞろえ", "冷凍は外注"},
};
enum { RIVALS = sizeof rivals / sizeof *rivals };

static const struct {
    const char *client, *line;
    int rival; // of the table above; -1: none
    int32_t holder, since_ago, until_in, lead;
} shares[] = {
    {"青葉商店", "冷凍庫の保守", 0, HOLDER_RIVAL, 700, 120, 130},
    {"青葉商店", "乾物", -1, HOLDER_US, 2000, NONE, NONE},
    {"北海酒販", "酒の肴", 1, HOLDER_SEVERAL, 400, 200, 120},
    {"渡邊工務店", "金物", -1, HOLDER_US, 1500, NONE, NONE},
};

static const struct {
    const char *client, *contact;
    int rival;
    int32_t ago;
    const char *what;
} sightings[] = {
    {"青葉商店", "中村 恵", 0, 42, "名刺が置いてあった"},
    {"北海酒販", "工藤 実", 1, 43, "試飲会の案内"},
};

static const char *const roster[] = {"渡邊 勝", "高橋 誠", "中村 恵", "三浦 健", "工藤 実"};

static const char *const topics[] = {
    "駅前に来春、二百席の食堂ができる",
    "豊漁で鮭の値が下がり始めた",
    "環状通りの工事は年明けまで",
    "冷蔵庫の補助金は二月が締切",
};

typedef struct Relations {
    Filling *filling;
    Id rivals[RIVALS];
} Relations;

static bool fill_rivals(Relations *made)
{
    for (size_t i = 0; i < RIVALS; i++) {
        Rival *rival = sample_blank(made->filling, &entity_rival);
        rival->name = rivals[i].name;
        rival->reading = rivals[i].reading;
        rival->strength = rivals[i].strength;
        rival->weakness = rivals[i].weakness;
        if (!sample_keep(made->filling, &entity_rival, rival, &made->rivals[i]))
            return false;
    }
    return true;
}

static bool fill_shares(Relations *made)
{
    Day today = made->filling->app->today;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        Share *share = sample_blank(made->filling, &entity_share);
        share->client = sample_client(made->filling, shares[i].client)->id;
        share->line = shares[i].line;
        share->holder = shares[i].holder;
        share->rival = shares[i].rival < 0 ? 0 : made->rivals[shares[i].rival];
        share->since = today - shares[i].since_ago;
        share->until = shares[i].until_in == NONE ? NONE : today + shares[i].until_in;
        share->lead = shares[i].lead;
        if (!sample_keep(made->filling, &entity_share, share, NULL))
            return false;
    }
    return true;
}

static bool fill_sightings(Relations *made)
{
    for (size_t i = 0; i < sizeof sightings / sizeof *sightings; i++) {
        Sighting *seen = sample_blank(made->filling, &entity_sighting);
        seen->client = sample_client(made->filling, sightings[i].client)->id;
        seen->contact = sample_person(made->filling, sightings[i].contact);
        seen->rival = made->rivals[sightings[i].rival];
        seen->what = sightings[i].what;
        seen->day = made->filling->app->today - sightings[i].ago;
        if (!sample_keep(made->filling, &entity_sighting, seen, NULL))
            return false;
    }
    return true;
}

static bool fill_deal(Relations *made)
{
    Filling *filling = made->filling;
    Deal *deal = sample_blank(filling, &entity_deal);
    deal->name = "厨房機器の入替え";
    deal->client = sample_client(filling, "中島公園ホテル")->id;
    deal->contact = sample_person(filling, "三浦 健");
    deal->stage = DEAL_QUOTED;
    deal->amount = 2400000;
    deal->line = "厨房機器";
    deal->rival = made->rivals[0];
    deal->opened = filling->app->today - 40;
    deal->quoted = filling->app->today - 12;
    deal->answer = filling->app->today + 1;
    return sample_keep(filling, &entity_deal, deal, NULL);
}

static bool fill_meeting(Relations *made)
{
    Filling *filling = made->filling;
    Id id;
    Meeting *meeting = sample_blank(filling, &entity_meeting);
    meeting->title = "渡邊工務店 協力会";
    meeting->client = sample_client(filling, "渡邊工務店")->id;
    meeting->day = filling->app->today + 9;
    meeting->start = 17 * 60 + 30;
    meeting->place = "中島公園ホテル 2階";
    if (!sample_keep(filling, &entity_meeting, meeting, &id))
        return false;
    for (size_t i = 0; i <= sizeof roster / sizeof *roster; i++) {
        bool last = i == sizeof roster / sizeof *roster;
        Attendee *one = sample_blank(filling, &entity_attendee);
        one->meeting = id;
        one->who = last ? made->rivals[0] : sample_person(filling, roster[i]);
        one->seat = arena_print(filling->arena, "%zu", i + 1);
        if (!sample_keep(filling, &entity_attendee, one, NULL))
            return false;
    }
    return true;
}

static bool fill_evening(Relations *made)
{
    Filling *filling = made->filling;
    Id id;
    Entertainment *evening = sample_blank(filling, &entity_entertainment);
    evening->shop = "炉ばた 北の灯";
    evening->address = "札幌市中央区南三条西四丁目";
    evening->client = sample_client(filling, "㈱みなと物産")->id;
    evening->day = filling->app->today - 33;
    evening->start = 18 * 60 + 30;
    evening->heads = 3;
    evening->amount = 26400;
    evening->outcome = "倉庫の移転は来年秋";
    if (!sample_keep(filling, &entity_entertainment, evening, &id))
        return false;
    Guest *guest = sample_blank(filling, &entity_guest);
    guest->entertainment = id;
    guest->contact = sample_person(filling, "高橋 誠");
    return sample_keep(filling, &entity_guest, guest, NULL);
}

static bool fill_topics(Relations *made)
{
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        Topic *topic = sample_blank(made->filling, &entity_topic);
        topic->text = topics[i];
        topic->since = made->filling->app->today - (Day)(3 * i) - 1;
        if (!sample_keep(made->filling, &entity_topic, topic, NULL))
            return false;
    }
    return true;
}

static bool fill_no_gift(Relations *made)
{
    NoGift *rule = sample_blank(made->filling, &entity_no_gift);
    rule->party = sample_client(made->filling, "北海道庁")->id;
    rule->why = "公務員倫理規程";
    return sample_keep(made->filling, &entity_no_gift, rule, NULL);
}

static bool fill_gift(Relations *made)
{
    enum { SINCE_SUMMER = 130 };
    Gift *gift = sample_blank(made->filling, &entity_gift);
    gift->what = "水ようかん";
    gift->sort = GIFT_MIDSUMMER;
    gift->day = made->filling->app->today - SINCE_SUMMER;
    gift->client = sample_client(made->filling, "㈱みなと物産")->id;
    gift->contact = sample_person(made->filling, "高橋 誠");
    gift->yen = 3000;
    return sample_keep(made->filling, &entity_gift, gift, NULL);
}

bool sample_fill_rivals(Filling *filling)
{
    Relations made = {.filling = filling};
    return fill_rivals(&made) && fill_shares(&made) && fill_sightings(&made) && fill_deal(&made) &&
           fill_meeting(&made) && fill_evening(&made) && fill_topics(&made) &&
           fill_no_gift(&made) && fill_gift(&made);
}
