// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the sample: visits, talks, promises and troubles.
#include "sample_data.h"

#define AT(hour, minute) ((hour)*60 + (minute))

// clang-format off
const SampleVisit sample_visits[] = {
    {"北海道庁", 0, AT(9, 0), 40, APPOINTMENT_CONFIRMED, "来年度の仕様"},
    {"青葉商店", 0, AT(10, 20), 30, APPOINTMENT_CONFIRMED, "冬の棚の見積"},
    {"北総合病院", 0, NONE, 20, NONE, "安全データシート"},
    {"㈱みなと物産", 0, AT(13, 0), 40, APPOINTMENT_CONFIRMED, "年末の納品"},
    {"カフェ・ミモザ", 0, NONE, 15, NONE, "サンプルを渡す"},
    {"大通書房", 0, NONE, 15, NONE, NULL},
    {"渡邊工務店", 0, AT(15, 40), 40, APPOINTMENT_TENTATIVE, "納品計画"},
    {"円山青果", 0, NONE, 20, NONE, "新しい店の話"},
    {"北海酒販", 0, NONE, 20, NONE, "年末の発注"},
    {"中島公園ホテル", 1, AT(10, 0), 45, APPOINTMENT_CONFIRMED, "備品の入替え"},
    {"札幌駅北食品", 1, AT(14, 0), 30, APPOINTMENT_ASKED, "春の棚割り"},
    {"石狩水産", 2, AT(9, 30), 60, APPOINTMENT_CONFIRMED, "冷凍庫の点検"},
    {"中央設備", 2, AT(15, 0), 30, APPOINTMENT_CONFIRMED, "年内の見積"},
    {"清田クリニック", 3, AT(11, 0), 30, APPOINTMENT_CONFIRMED, "椅子四脚"},
    {"琴似金物", 3, NONE, 20, NONE, NULL},
    {"千歳空港サービス", 6, AT(13, 30), 60, APPOINTMENT_CONFIRMED, "月例の打合せ"},
    {"教育文化印刷", 7, AT(10, 30), 30, APPOINTMENT_TENTATIVE, "二月の値上げ"},
};
const size_t sample_visit_count = sizeof sample_visits / sizeof *sample_visits;

const SampleRider sample_riders[] = {
    {"石狩水産", 2, "木村 達也", AT(8, 40), "技術センターの玄関"},
};
const size_t sample_rider_count = sizeof sample_riders / sizeof *sample_riders;

const SampleTalk sample_talks[] = {
    {"青葉商店", 28, OUTCOME_CARD_LEFT, AT(10, 30), 10, NULL},
    {"青葉商店", 42, OUTCOME_MET, AT(10, 10), 40, "来年の契約は一月に社長と決める"},
    {"北海道庁", 30, OUTCOME_MET, AT(9, 0), 30, "予算の説明会は来月"},
    {"北総合病院", 41, OUTCOME_ABSENT, AT(11, 20), 5, NULL},
    {"㈱みなと物産", 27, OUTCOME_MET, AT(13, 10), 35, "倉庫を移すかもしれない"},
    {"渡邊工務店", 25, OUTCOME_MET, AT(15, 30), 30, "現場が一つ増える"},
    {"北海酒販", 43, OUTCOME_MET, AT(16, 0), 25, "年末は例年の二割増し"},
    {"中島公園ホテル", 30, OUTCOME_MET, AT(10, 0), 40, "宴会は去年より多い"},
    {"札幌駅北食品", 26, OUTCOME_SHORT_WORD, AT(14, 0), 10, "忙しい時期なので手短に"},
};
const size_t sample_talk_count = sizeof sample_talks / sizeof *sample_talks;

enum { DRAWINGS = 6 }; // the row on which the delivery plan waits

const SamplePromise sample_promises[] = {
    {DIRECTION_MINE, "青葉商店", "中村 恵", "冬の棚の見積", 0, AT(17, 0), WAY_DESK, 40, 14, NULL, -1},
    {DIRECTION_MINE, "㈱みなと物産", "高橋 誠", "パレットの件で折返し", 0, AT(14, 30), WAY_CALL, 10, 1, NULL, -1},
    {DIRECTION_THEIRS, "青葉商店", "中村 恵", "10月の店頭実績", -4, NONE, WAY_MAIL, NONE, 18, NULL, -1},
    {DIRECTION_MINE, "北総合病院", "山田 浩二", "安全データシート", -4, NONE, WAY_MAIL, NONE, 20, NULL, -1},
    {DIRECTION_MINE, "渡邊工務店", "渡邊 勝", "納品計画", 3, NONE, WAY_BRING, 60, 11, NULL, DRAWINGS},
    {DIRECTION_MINE, "青葉商店", "山本 太", "合鍵2本", 3, NONE, WAY_BRING, NONE, 4, NULL, -1},
    {DIRECTION_THEIRS, "渡邊工務店", "木村 達也", "納品計画の図面", 2, NONE, WAY_MAIL, NONE, 11, "木村 達也", -1},
    {DIRECTION_THEIRS, "渡邊工務店", "渡邊 勝", "施主の色決め", 6, NONE, WAY_CALL, NONE, 11, "渡邊 勝", -1},
    {DIRECTION_THEIRS, "北海酒販", "工藤 実", "年末の発注数", 2, NONE, WAY_CALL, NONE, 22, NULL, -1},
    {DIRECTION_MINE, "カフェ・ミモザ", "店主 岡", "ケーキ用の箱の見本", 0, NONE, WAY_BRING, NONE, 28, NULL, -1},
    {DIRECTION_MINE, "北海道庁", "佐藤 隆", "入札仕様の確認", 7, NONE, WAY_DESK, 30, 15, NULL, -1},
    {DIRECTION_THEIRS, "円山青果", "本間 静", "新しい店の図面", 10, NONE, WAY_MAIL, NONE, 18, NULL, -1},
    {DIRECTION_THEIRS, "渡邊工務店", "渡邊 勝", "見本板2枚の返却", NONE, NONE, WAY_BRING, NONE, 11, NULL, -1},
    {DIRECTION_THEIRS, "㈱みなと物産", "高橋 誠", "前回納品の受領書", NONE, NONE, WAY_BRING, NONE, 6, NULL, -1},
};
const size_t sample_promise_count = sizeof sample_promises / sizeof *sample_promises;

const SampleTrouble sample_troubles[] = {
    {"青葉商店", "中村 恵", "冷凍ケースの扉が閉まらない", "商品3箱を廃棄", "原因", "Cause", "木村 達也", "冷凍ストッカー LF-2", SEVERITY_B, 12, 0, 2},
    {"石狩水産", "浜田 力", "霜取りの後に温度が上がる", "ラインを半日止めた", "対策", "Remedy", NULL, NULL, SEVERITY_A, 19, 6, NONE},
    {"中島公園ホテル", "三浦 健", "届いた椅子の色が違う", "宴会までに20脚", "受付", "Received", "加藤 麻里", NULL, SEVERITY_C, 3, NONE, 1},
};
const size_t sample_trouble_count = sizeof sample_troubles / sizeof *sample_troubles;

const SampleOrder sample_orders[] = {
    {"㈱みなと物産", "高橋 誠", "年末用の化粧箱 12束", 4, 0, true, false},
    {"カフェ・ミモザ", "店主 岡", "紙ナプキン 2箱", 5, 0, false, false},
    {"中島公園ホテル", "三浦 健", "カタログスタンド 3台", 2, 1, true, false},
    {"大通書房", "西田 修", "ブックカバー 500枚", 0, 2, false, true},
};
const size_t sample_order_count = sizeof sample_orders / sizeof *sample_orders;

const SampleBooks sample_books[] = {
    {"青葉商店", 2, 6}, {"㈱みなと物産", 1, NONE}, {"北海酒販", 5, 3}};
const size_t sample_books_count = sizeof sample_books / sizeof *sample_books;

const SampleExpense sample_expenses[] = {
    {"北海道庁", "駐車", 1, 600},
    {"㈱みなと物産", "高速", 1, 1200},
    {"渡邊工務店", "駐車", 4, 300},
    {"青葉商店", "給油", 5, 6200},
};
const size_t sample_expense_count = sizeof sample_expenses / sizeof *sample_expenses;

const SampleDrive sample_drives[] = {{1, 48210, 48295}, {4, 48120, 48210}, {5, 48064, 48120}};
const size_t sample_drive_count = sizeof sample_drives / sizeof *sample_drives;

const SampleLine sample_lines[] = {
    {0, SIDE_TOLD, 12, AT(8, 15), "電話で受付"},
    {0, SIDE_INSIDE, 10, AT(18, 40), "テープで止めて−18度で運転"},
    {0, SIDE_TOLD, 10, AT(18, 50), "修理まで使ってよいと伝えた"},
    {0, SIDE_TOLD, 6, AT(9, 20), "調べていると伝えた"},
    {0, SIDE_INSIDE, 5, AT(11, 0), "蝶番の摩耗、部品を手配"},
    {0, SIDE_INSIDE, 0, AT(8, 10), "部品は明後日着、その翌朝9時に交換できる"},
    {1, SIDE_TOLD, 19, AT(7, 30), "工場長から電話"},
    {1, SIDE_INSIDE, 12, AT(16, 0), "制御基板の設定違いと分かった"},
    {1, SIDE_TOLD, 1, AT(13, 0), "設定を直し、一週間様子を見ると伝えた"},
    {2, SIDE_TOLD, 3, AT(15, 0), "写真を受け取った"},
    {2, SIDE_INSIDE, 2, AT(10, 0), "倉庫の在庫を確認中"},
};
const size_t sample_line_count = sizeof sample_lines / sizeof *sample_lines;
// clang-format on
