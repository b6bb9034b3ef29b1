// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the large store that the figures are measured on: ten years of a rep with 100,000 clients.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "large_store/maker.h"
#include "mawari/base/buffer.h"
#include "mawari/store/record.h"

static const char usage[] =
    "usage: bench_large_store FILE [CLIENTS VISITS]\n"
    "Makes FILE (which must not be there yet) with CLIENTS (100000) clients, each with a site and "
    "a\n"
    "contact, VISITS (1000000) visits over ten years up to 100 days behind Tuesday, 24 Nov 2026,\n"
    "40 a day at most from that day on,\n"
    "one promise for two clients and one trouble for twenty; fifty rounds with one client in a\n"
    "hundred at each, a share for each client, contracts and a year of sales for one in five,\n"
    "prices, price demands, orders, offers, notes and rivals seen. The same numbers give the same\n"
    "store (but for its random uids). Look at it with `mawari --store FILE --now "
    "2026-11-24T09:30+09:00`.\n";

enum {
    OPEN_DAYS = 14, // promises of the last two weeks are still open …
    OLD_OPEN = 100, // … and one in so many of the older ones
    TROUBLE_DAYS = 60,
    STOPS = 40,   // of a planned day, at most: the longest that a rep drives; the past has the rest
    STEP = 10000, // records in one step: about as many as a large import
};

static const Moment now = (Moment)TODAY * 86400 + 1800;

// 90 × 30 × 8 names
static const char *const places[] = {
    "青葉",     "赤平",   "旭川",   "厚別", "石狩",   "岩内",   "歌志内",   "浦河",   "江別",
    "恵庭",     "円山",   "帯広",   "小樽", "音更",   "折茂",   "上富良野", "川西",   "北広島",
    "北見",     "木古内", "清田",   "釧路", "倶知安", "栗山",   "小林",     "桜木",   "佐藤",
    "札幌",     "様似",   "士別",   "静内", "篠路",   "標津",   "白石",     "知内",   "新川",
    "新十津川", "鈴木",   "砂川",   "瀬棚", "高砂",   "高橋",   "滝川",     "伊達",   "田中",
    "千歳",     "月寒",   "手稲",   "天塩", "当別",   "苫小牧", "富川",     "豊平",   "中島",
    "長沼",     "中村",   "名寄",   "七飯", "西岡",   "新冠",   "根室",     "登別",   "函館",
    "花畔",     "浜頓別", "東川",   "平岸", "美唄",   "美瑛",   "深川",     "富良野", "古平",
    "北斗",     "幌延",   "真駒内", "松前", "円山西", "三笠",   "宮の森",   "室蘭",   "芽室",
    "紋別",     "八雲",   "山鼻",   "余市", "羅臼",   "利尻",   "留萌",     "稚内",   "渡辺"};
static const char *const readings[] = {
    "アオバ",       "アカビラ",   "アサヒカワ", "アツベツ",   "イシカリ",     "イワナイ",
    "ウタシナイ",   "ウラカワ",   "エベツ",     "エニワ",     "マルヤマ",     "オビヒロ",
    "オタル",       "オトフケ",   "オリモ",     "カミフラノ", "カワニシ",     "キタヒロシマ",
    "キタミ",       "キコナイ",   "キヨタ",     "クシロ",     "クッチャン",   "クリヤマ",
    "コバヤシ",     "サクラギ",   "サトウ",     "サッポロ",   "サマニ",       "シベツ",
    "シズナイ",     "シノロ",     "シベツ",     "シロイシ",   "シリウチ",     "シンカワ",
    "シントツカワ", "スズキ",     "スナガワ",   "セタナ",     "タカサゴ",     "タカハシ",
    "タキカワ",     "ダテ",       "タナカ",     "チトセ",     "ツキサム",     "テイネ",
    "テシオ",       "トウベツ",   "トマコマイ", "トミカワ",   "トヨヒラ",     "ナカジマ",
    "ナガヌマ",     "ナカムラ",   "ナヨロ",     "ナナエ",     "ニシオカ",     "ニイカップ",
    "ネムロ",       "ノボリベツ", "ハコダテ",   "バンナグロ", "ハマトンベツ", "ヒガシカワ",
    "ヒラギシ",     "ビバイ",     "ビエイ",     "フカガワ",   "フラノ",       "フルビラ",
    "ホクト",       "ホロノベ",   "マコマナイ", "マツマエ",   "マルヤマニシ", "ミカサ",
    "ミヤノモリ",   "ムロラン",   "メムロ",     "モンベツ",   "ヤクモ",       "ヤマハナ",
    "ヨイチ",       "ラウス",     "リシリ",     "ルモイ",     "ワッカナイ",   "ワタナベ"};
static const char *const trades[] = {
    "商店",   "電機", "建設", "運輸", "食品",   "印刷", "病院",   "歯科", "薬局",   "自動車",
    "製作所", "工業", "水産", "牧場", "乳業",   "酒造", "菓子舗", "書店", "不動産", "設備",
    "硝子",   "塗装", "造園", "旅館", "金物店", "家具", "繊維",   "化学", "測量",   "保育園"};
static const char *const forms[] = {"株式会社%s%s", "%s%s株式会社",   "有限会社%s%s", "%s%s",
                                    "㈱%s%s",       "%s%s北海道支店", "%s中央%s",     "%s第二%s"};

// 46 × 46 words of a note
static const char *const stems[] = {
    "見積", "納品", "図面", "在庫", "価格", "契約", "請求", "試作", "検査", "修理", "更新", "配管",
    "電源", "塗料", "部品", "日程", "改装", "増設", "点検", "搬入", "仕様", "保証", "返品", "廃番",
    "特注", "代替", "競合", "値引", "支払", "移転", "新人", "部長", "社長", "現場", "倉庫", "展示",
    "講習", "棚卸", "決算", "予算", "補助", "入札", "回線", "空調", "照明", "断熱"};
static const char *const tails[] = {
    "の件",   "待ち",   "依頼",   "確認", "相談", "変更",   "延期", "済み", "不足",   "資料",
    "手配",   "希望",   "了承",   "保留", "遅れ", "追加",   "完了", "報告", "打合せ", "要望",
    "見直し", "再提出", "引継ぎ", "中止", "準備", "交渉",   "申請", "承認", "差戻し", "調整",
    "比較",   "検討",   "提案",   "説明", "同席", "立会い", "下見", "持参", "受取り", "送付",
    "取消し", "予定",   "問合せ", "苦情", "お礼", "挨拶"};
static const char *const titles[] = {"部長", "課長", "係長", "主任", "店長", "社長", "工場長"};

#define COUNT(array) (sizeof(array) / sizeof *(array))
_Static_assert(COUNT(places) == COUNT(readings), "every place has its reading");
_Static_assert(COUNT(places) * COUNT(trades) * COUNT(forms) >= 20000, "distinct names");
_Static_assert(COUNT(stems) * COUNT(tails) >= 2000, "distinct words");

/// splitmix64
size_t maker_any(Maker *maker, size_t limit)
{
    uint64_t mixed = maker->chance += 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return (size_t)((mixed ^ (mixed >> 31)) % limit);
}

const char *maker_note(Maker *maker, size_t least)
{
    enum { LONGEST_WORD = 5 };
    Buffer text = {.arena = maker->arena};
    size_t letters = 0, wanted = least + maker_any(maker, 60 - least - LONGEST_WORD + 1);
    while (letters < wanted) {
        const char *stem = stems[maker_any(maker, COUNT(stems))],
                   *tail = tails[maker_any(maker, COUNT(tails))];
        buffer_add(&text, stem);
        buffer_add(&text, tail);
        letters += (strlen(stem) + strlen(tail)) / 3; // three bytes each
    }
    return buffer_text(&text);
}

const char *maker_noun(size_t at)
{
    return stems[at % COUNT(stems)];
}

bool maker_put(Maker *maker, const Entity *kind, const void *record, Id *ret, Err *err)
{
    maker->in_step++;
    return record_put(maker->step, kind, 0, record, ret, err);
}

static bool make_contact(Maker *maker, size_t at, Err *err)
{
    Contact contact;
    record_blank(&entity_contact, &contact, TODAY, maker->arena);
    size_t family = maker_any(maker, COUNT(places));
    contact.name = arena_print(maker->arena, "%s %zu郎", places[family], 1 + at % 99);
    contact.reading = readings[family];
    contact.mobile = arena_print(maker->arena, "090-%04zu-%04zu", maker_any(maker, 10000),
                                 at % 10000);

    Post post;
    record_blank(&entity_post, &post, TODAY, maker->arena);
    post.party = maker->client_ids[at];
    post.site = maker->site_ids[at];
    post.title = titles[maker_any(maker, COUNT(titles))];
    if (!maker_put(maker, &entity_contact, &contact, &maker->contact_ids[at], err))
        return false;
    post.contact = maker->contact_ids[at];
    return maker_put(maker, &entity_post, &post, NULL, err);
}

static bool make_site(Maker *maker, size_t at, const char *name, Err *err)
{
    Site site;
    record_blank(&entity_site, &site, TODAY, maker->arena);
    site.name = name;
    site.client = maker->client_ids[at];
    site.postal_code = arena_print(maker->arena, "0%02zu-%04zu", maker_any(maker, 100),
                                   maker_any(maker, 10000));
    site.address = arena_print(maker->arena, "北海道%s市%zu条%zu丁目%zu-%zu",
                               places[maker_any(maker, COUNT(places))], 1 + maker_any(maker, 30),
                               1 + maker_any(maker, 20), 1 + maker_any(maker, 30), 1 + at % 20);
    site.telephone = arena_print(maker->arena, "011-%03zu-%04zu", maker_any(maker, 1000),
                                 at % 10000);
    site.latitude = 42000000 + (int32_t)maker_any(maker, 3000000);
    site.longitude = 140000000 + (int32_t)maker_any(maker, 5000000);
    site.position_level = POSITION_TYPED;
    return maker_put(maker, &entity_site, &site, &maker->site_ids[at], err);
}

static bool make_client(Maker *maker, size_t at, Err *err)
{
    size_t place = at % COUNT(places), trade = at / COUNT(places) % COUNT(trades);
    size_t form = at / COUNT(places) / COUNT(trades) % COUNT(forms);
    Client client;
    record_blank(&entity_client, &client, TODAY, maker->arena);
    client.name = arena_print(maker->arena, forms[form], places[place], trades[trade]);
    client.reading = readings[place];
    client.code = arena_print(maker->arena, "K%07zu", at);
    client.rank = (int32_t)maker_any(maker, RANK_C + 1);
    client.cycle = 30 + (int32_t)maker_any(maker, 4) * 30;
    return maker_put(maker, &entity_client, &client, &maker->client_ids[at], err) &&
           make_site(maker, at, client.name, err) && make_contact(maker, at, err);
}

/// The visits are made as they were: day after day.
static Day day_of_visit(const Maker *maker, size_t at)
{
    size_t stops = maker->visits / DAYS < STOPS ? maker->visits / DAYS : STOPS;
    size_t planned = stops * (AHEAD + 1), behind = maker->visits - planned;
    return at < behind ? FIRST_DAY + (Day)(at * (DAYS - AHEAD - 1) / behind)
                       : TODAY + (Day)((at - behind) / stops);
}

static bool make_visit(Maker *maker, size_t at, Err *err)
{
    size_t client = maker_any(maker, maker->clients);
    Visit visit;
    record_blank(&entity_visit, &visit, TODAY, maker->arena);
    visit.client = maker->client_ids[client];
    visit.site = maker->site_ids[client];
    visit.contact = maker->contact_ids[client];
    visit.day = day_of_visit(maker, at);
    if (maker_any(maker, 2) == 0) {
        visit.start = 480 + (Minute)maker_any(maker, 40) * 15;
        visit.appointment = APPOINTMENT_CONFIRMED;
    }
    visit.purpose = stems[maker_any(maker, COUNT(stems))];
    if (visit.day < TODAY)
        visit.outcome = (int32_t)maker_any(maker, OUTCOME_VIDEO + 1);
    if (maker_any(maker, 10) < 6)
        visit.text = maker_note(maker, 20);
    return maker_put(maker, &entity_visit, &visit, NULL, err);
}

static bool make_promise(Maker *maker, size_t at, Err *err)
{
    size_t client = maker_any(maker, maker->clients);
    Commitment promise;
    record_blank(&entity_commitment, &promise, TODAY, maker->arena);
    promise.direction = maker_any(maker, 3) == 0 ? DIRECTION_THEIRS : DIRECTION_MINE;
    promise.what = maker_note(maker, 4);
    promise.client = maker->client_ids[client];
    promise.site = maker->site_ids[client];
    promise.contact = maker->contact_ids[client];
    promise.due = FIRST_DAY + (Day)(at * DAYS / (maker->clients / 2));
    promise.promised = promise.due - 7 < TODAY ? promise.due - 7 : TODAY;
    promise.first_due = promise.due;
    promise.way = (int32_t)maker_any(maker, WAY_DELIVER + 1);
    if (promise.due < TODAY - OPEN_DAYS && maker_any(maker, OLD_OPEN) > 0)
        promise.kept = promise.due;
    return maker_put(maker, &entity_commitment, &promise, NULL, err);
}

static bool make_line(Maker *maker, Id ticket, Side side, Day day, Id contact, Err *err)
{
    TicketLine line;
    record_blank(&entity_ticket_line, &line, TODAY, maker->arena);
    line.ticket = ticket;
    line.side = (int32_t)side;
    line.day = day;
    line.contact = contact;
    line.text = maker_note(maker, 20);
    return maker_put(maker, &entity_ticket_line, &line, NULL, err);
}

static bool make_trouble(Maker *maker, size_t at, Err *err)
{
    size_t client = maker_any(maker, maker->clients);
    Ticket ticket;
    Id id = 0;
    record_blank(&entity_ticket, &ticket, TODAY, maker->arena);
    ticket.what = maker_note(maker, 8);
    ticket.client = maker->client_ids[client];
    ticket.site = maker->site_ids[client];
    ticket.contact = maker->contact_ids[client];
    ticket.severity = (int32_t)maker_any(maker, SEVERITY_C + 1);
    ticket.opened = FIRST_DAY + (Day)(at * (DAYS - AHEAD) / (maker->clients / 20));
    bool open = ticket.opened >= TODAY - TROUBLE_DAYS;
    ticket.stage = open ? maker->first_stage : maker->last_stage;
    if (!open)
        ticket.closed = ticket.opened + 20;
    return maker_put(maker, &entity_ticket, &ticket, &id, err) &&
           make_line(maker, id, SIDE_INSIDE, ticket.opened, 0, err) &&
           make_line(maker, id, SIDE_TOLD, ticket.opened, ticket.contact, err);
}

/// The stages that every new store has, in their order.
static bool note_stage(void *maker_, Id id, const void *record, Err *err)
{
    (void)record, (void)err;
    Maker *maker = maker_;
    if (maker->first_stage == 0)
        maker->first_stage = id;
    maker->last_stage = id;
    return true;
}

/// Those from `*at` on that one step takes.
static bool make_step(Maker *maker, Make *make, size_t count, size_t *at, Err *err)
{
    maker->in_step = 0;
    if (!step_begin(maker->store, "import", now, &maker->step, err))
        return false;
    for (; *at < count && maker->in_step < STEP; ++*at)
        if (!make(maker, *at, err))
            return false;
    Step *step = maker->step;
    maker->step = NULL;
    arena_empty(maker->arena);
    return step_end(step, NULL, err) && store_tidy(maker->store, err);
}

static bool make_all(Maker *maker, Err *err)
{
    const struct {
        Make *make;
        size_t count;
        const char *what;
    } rows[] = {
        {make_client, maker->clients, "clients"},
        {make_visit, maker->visits, "visits"},
        {make_promise, maker->clients / 2, "promises"},
        {make_trouble, maker->clients / 20, "troubles"},
        {make_product, PRODUCTS, "products"},
        {make_rival, RIVALS, "rivals"},
        {make_round, ROUNDS, "rounds"},
        {make_door, ROUNDS * (maker->clients / DOOR_EVERY), "doors"},
        {make_share, maker->clients, "shares"},
        {make_contract, maker->clients / DEALT_WITH_EVERY, "contracts"},
        {make_sales, maker->clients / DEALT_WITH_EVERY, "clients with a year of sales"},
        {make_price, maker->clients / 2, "prices"},
        {make_demand, maker->clients / 20, "price demands"},
        {make_order, maker->clients / 5, "orders"},
        {make_offer, maker->clients / 5, "offers"},
        {make_about, maker->clients / DEALT_WITH_EVERY, "notes, and rivals seen"},
    };
    if (!record_each(maker->store, &entity_stage, false, note_stage, maker, err))
        return false;
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t at = 0; at < rows[i].count;)
            if (!make_step(maker, rows[i].make, rows[i].count, &at, err))
                return false;
        printf("%zu %s\n", rows[i].count, rows[i].what);
        fflush(stdout);
    }
    return true;
}

/// Ten years of evenings: a store that was just filled has its search index in many parts.
static bool rest(Store *store, Err *err)
{
    enum { MERGES = 5000 }; // what is merged already costs nothing
    for (int i = 0; i < MERGES; i++)
        if (!store_tidy(store, err))
            return false;
    return true;
}

static bool read_count(const char *typed, size_t least, size_t *ret)
{
    char *end;
    unsigned long count = strtoul(typed, &end, 10);
    *ret = count;
    return *end == '\0' && count >= least && count <= 100000000;
}

int main(int argc, char **argv)
{
    Maker maker = {.clients = 100000, .visits = 1000000};
    bool right = argc == 2 || (argc == 4 && read_count(argv[2], 20, &maker.clients) &&
                               read_count(argv[3], 1, &maker.visits));
    if (!right || argv[1][0] == '-' || access(argv[1], F_OK) == 0) {
        bool help = argc == 2 && strcmp(argv[1], "--help") == 0;
        fputs(usage, help ? stdout : stderr);
        return help ? 0 : 2;
    }
    Err err = {0};
    Arena *ids = arena_open();
    maker.arena = arena_open();
    maker.client_ids = arena_take(ids, maker.clients * sizeof(Id));
    maker.site_ids = arena_take(ids, maker.clients * sizeof(Id));
    maker.contact_ids = arena_take(ids, maker.clients * sizeof(Id));
    bool good = store_open(argv[1], STORE_WORKING, now, &maker.store, &err) &&
                make_all(&maker, &err) && rest(maker.store, &err);
    if (!good)
        fprintf(stderr, "large_store: %s\n", err.text);
    step_drop(maker.step);
    store_close(maker.store);
    arena_close(maker.arena);
    arena_close(ids);
    return good ? 0 : 1;
}
