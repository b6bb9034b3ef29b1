// SPDX-License-Identifier: GPL-3.0-or-later
// The one list of store commands: X(ID, scope, name, keys, usage, words, title, did, help, act).
// `did` says a step of this command in the past: "moved %s"; "" where none is made.
#ifndef MAWARI_APP_COMMANDS_H
#define MAWARI_APP_COMMANDS_H

#include "mawari/app/command.h"

#define ON_LIST (IN_LIST | IN_SHELL)
#define ON_MENU (IN_MENU | IN_SHELL)

// clang-format off
#define COMMANDS(X)                                                                                \
    X(NEW, IN_SHELL, "new", "", "KIND FIELD=VALUE…", "add create 新規 追加",                        \
      N_("New"), N_("added %s"), N_("Adds a record of any kind"), act_new)                         \
    X(SET, IN_SHELL, "set", "", "KIND ID FIELD=VALUE…", "change 変更 編集",                         \
      N_("Set fields"), N_("changed %s"), N_("Changes fields of a record"), act_set)               \
    X(ARCHIVE, ON_MENU, "archive", "a", "[KIND] ID…", "delete remove 削除 保管 消す",              \
      N_("Archive"), N_("archived %s"),                                                            \
      N_("Takes a record out of all lists; nothing is lost"), act_archive)                         \
    X(UNARCHIVE, ON_MENU, "unarchive", "", "[KIND] ARCHIVED…", "restore 復元 戻す",                \
      N_("Take out of the archive"), N_("took %s out of the archive"),                             \
      N_("Puts an archived record back into the lists"), act_unarchive)                            \
    X(ADD, IN_SHELL, "add", "", "LINE", "capture promise order 書く 追記 受注",                     \
      N_("Add a line"), N_("added a line: %s"),                                                    \
      N_("A line: @who +mine -theirs *kept $order <loan !trouble >next; - for many"), act_add) \
    X(OUT, IN_SHELL, "out", "", "WHO LINE [--temper DEGREE]… [--set-off WORDS]… [--calmed WORDS]… [--instead] [--over]", "after door report 訪問後 報告", \
      N_("Report a visit"), N_("reported %s"),                                                     \
      N_("After the door: the outcome's digit, then a line as add takes it"), act_out)             \
    X(UNDO, IN_SHELL, "undo", "", "", "take back 取消 元に戻す",                                   \
      N_("Undo"), "", N_("Takes the last step back"), act_undo)                                    \
    X(REDO, IN_SHELL, "redo", "", "", "again やり直し",                                            \
      N_("Redo"), "", N_("Does again what was taken back"), act_redo)                              \
    X(TICK, ON_LIST, "tick", "d", "PROMISE/TICKET/LOAN/ORDER/ROUND/KEPT/CONTRACT/CONCESSION…", "done kept close return hand settle 済 完了 返却 引渡し", \
      N_("Tick off"), N_("ticked off %s"),                                                         \
      N_("Kept, closed, back, handed over, round over, step taken; again opens it"), act_tick) \
    X(BALL, ON_LIST, "ball", "b", "PROMISE/TICKET PERSON [NOTE]", "throw turn ボール",                       \
      N_("Ball"), N_("threw the ball of %s"), N_("From today this person's turn; a day before the note: when to ask again"), act_ball) \
    X(WAIT, ON_LIST, "wait", "z", "PROMISE/DEMAND DATE [TEXT]", "snooze sleep later 待ち",                \
      N_("Wait until"), N_("put %s to sleep"),                                                     \
      N_("The promise waits until a day, for something"), act_wait)                                \
    X(RENEWALS, IN_SHELL, "renewals", "", "[CLIENT/CONTRACT]", "contract notice deadline 契約更新 更新 契約 申出",    \
      N_("Renewals"), "",                                                                          \
      N_("Contracts inside their notice, of a client, or one: step, day, lights"), act_renewals)\
    X(RENEW, IN_SHELL, "renew", "", "CONTRACT [DATE]", "extend contract term 更新する 契約更新",           \
      N_("Renew"), N_("renewed %s"),                                                               \
      N_("The next term of a contract: as long as the last one, or until DATE"), act_renew)        \
    X(HAND_OVER, IN_SHELL, "hand-over", "", "PERSON", "transfer successor 異動 引継ぎ 後任",              \
      N_("Hand-over"), "",                                                                         \
      N_("What goes with a person who leaves: open promises, talks, who comes after"), act_hand_over)\
    X(FLOOR, ON_LIST, "floor", "p", "CLIENT/SITE/PERSON/VISIT/PROMISE/TICKET/DOOR/DEMAND/PRICE", "price floor card 下限 底値 価格 単価 貸し借り", \
      N_("Floor card"), "",                                                                        \
      N_("Prices, masked floors, give and take, demands, who else will hear"), act_floor) \
    X(DEMAND, IN_SHELL, "demand", "", "CLIENT/SITE/PERSON/VISIT/PROMISE/TICKET/PRICE TEXT", "price lower ask 値下げ 指値 要請", \
      N_("Price demand"), N_("noted a price demand: %s"),                                          \
      N_("A price or per cent that is asked for, as -5% #PRODUCT: answered in one line"), act_demand) \
    X(TAKE_BACK, IN_SHELL, "answer-by", "", "DEMAND DATE [TEXT]", "price later 持ち帰り 持帰り 検討",   \
      N_("Answer later"), N_("took %s back"),                                                      \
      N_("Promises the answer to a price demand by a day, with the reason"), act_take_back)        \
    X(ANSWER, IN_SHELL, "answer", "", "DEMAND ANSWER [TEXT]", "price agree refuse 回答 承諾 断る",     \
      N_("Answer the price"), N_("answered %s"),                                                   \
      N_("agreed, halfway, refused, dropped; a price, from a day: the card follows"), act_answer) \
    X(REPEAT, IN_SHELL, "repeat", "", "PROMISE/CLIENT RULE", "recur every 繰返し 毎月 毎週 定期",       \
      N_("Repeat"), N_("made %s come again"),                                                      \
      N_("Comes again: 14d, 2w, eom, 20, 2tue; none ends it"), act_repeat) \
    X(TOLD, ON_LIST, "told", "t", "TICKET LINE", "client knows 連絡済",                            \
      N_("Client told"), N_("noted what was told about %s"),                                              \
      N_("What the client was told about a trouble"), act_told)                                    \
    X(INSIDE, IN_SHELL, "inside", "", "TICKET LINE", "know 社内 経過",                             \
      N_("Inside"), N_("added a line to %s"),                                                      \
      N_("What we know of a trouble and the client need not"), act_inside)                         \
    X(STAGE, ON_LIST, "stage", "s", "TICKET/DEAL [STAGE]", "step 段階",                            \
      N_("Stage"), N_("moved %s to a stage"),                                                      \
      N_("The next stage of a trouble or a deal, or the one that is named"), act_stage)            \
    X(LOST, IN_SHELL, "lost", "", "DEAL [DECIDER] [DECIDING] [NEXT]", "deal 失注",                   \
      N_("Deal lost"), N_("noted that %s is lost"),                                                \
      N_("Who and what decided, when the next door opens: a window to quote follows"), act_lost) \
    X(GREET, IN_SHELL, "greet", "", "ATTENDEE TEXT", "meeting roster 会合 挨拶",                   \
      N_("Greeted"), N_("noted who was greeted: %s"),                                              \
      N_("On a meeting's roster: yes, no, or the word that was exchanged"), act_greet)             \
    X(ENTERTAINED, IN_SHELL, "entertained", "", "", "guests never balance 接待 接待歴",            \
      N_("Whom I entertained"), "",                                                                \
      N_("Key persons by when they were entertained last; who never was stands first"), act_entertained) \
    X(HEARD, IN_SHELL, "heard", "", "TOPIC PERSON", "told topic 話した 話題",                      \
      N_("Topic told"), N_("told %s"),                                                             \
      N_("This person has heard a topic"), act_heard)                                              \
    X(HOURS, ON_LIST, "hours", "h", "TICKET MINUTES [TEXT]", "time worked 工数 時間",              \
      N_("Hours worked"), N_("noted hours on %s"),                                                        \
      N_("Time worked for a trouble, up to now"), act_hours)                                       \
    X(LINK, ON_LIST, "link", "l", "ID ID", "connect join つなぐ",                                  \
      N_("Link to"), N_("linked %s"), N_("Links two records; of two promises the first waits for the other"), act_link)  \
    X(MOVE, ON_LIST, "move", "m", "VISIT/PROMISE/BLOCK/MEETING/ENTERTAINMENT WHEN", "reschedule postpone 組替え 移動 延期",          \
      N_("Move"), N_("moved %s"),                                                                  \
      N_("To a day, an hour or both; none: no agreed hour"), act_move)                             \
    X(PLACE_UP, ON_MENU, "place-up", "e", "VISIT [TIMES]", "earlier order 上へ 先に",                       \
      N_("Earlier in the day"), N_("moved %s up"),                                                 \
      N_("Changes places with the stop before"), act_place_up)                                     \
    X(PLACE_DOWN, ON_MENU, "place-down", "f", "VISIT [TIMES]", "later order 下へ 後に",                     \
      N_("Later in the day"), N_("moved %s down"),                                                 \
      N_("Changes places with the stop after"), act_place_down)                                    \
    X(APPOINTMENT, ON_MENU, "appointment", "p",                                                    \
      "VISIT asked|tentative|confirmed|cancelled", "agree confirm cancel アポ 確定 取消",          \
      N_("Appointment"), N_("changed the appointment of %s"),                                      \
      N_("How far the hour is agreed"), act_appointment)                                           \
    X(OUTCOME, ON_LIST, "outcome", "o", "VISIT DIGIT [TEXT] [--by WORD] [--spoken] [--temper DEGREE]… [--set-off WORDS]… [--calmed WORDS]… [--instead] [--over]", "after door report 訪問後 結果",     \
      N_("After the door"), N_("wrote the visit to %s"),                                           \
      N_("The outcome's digit, then a line: +mine -theirs *kept >next"), act_outcome)                         \
    X(THANKS, IN_SHELL, "thanks", "", "VISIT", "mail letter お礼 メール 礼状",                          \
      N_("Mail of thanks"), "",                                                                    \
      N_("Copies a draft: what was talked about and promised, the next visit"), act_thanks) \
    X(ARRIVE, ON_LIST, "arrive", "@", "VISIT", "there stamp 到着",                                 \
      N_("I am there"), N_("stamped the arrival at %s"),                                           \
      N_("Stamps the arrival with the time of now"), act_arrive)                                   \
    X(VISIT, ON_MENU, "visit", "v", "WHO [WHEN]", "plan go 訪問予定",                       \
      N_("Plan a visit"), N_("planned a visit to %s"),                                             \
      N_("Plans a visit; the cycle's proposals before it go"), act_visit)                          \
    X(COMPANION, ON_MENU, "companion", "c", "VISIT PERSON [TEXT]", "ride along 同行 拾う",             \
      N_("Companion"), N_("noted who rides along to %s"),                                          \
      N_("Who rides along, and where to pick them up: 木村 8:40 駅北口"), act_companion)              \
    X(NOTE, ON_LIST, "note", "a", "ID LINE", "remark line メモ 追記",                              \
      N_("Add a line"), N_("noted on %s"),                                                         \
      N_("A note, or a line: +mine -theirs *kept; on a trouble a line inside"), act_note)              \
    X(AVOID, ON_MENU, "avoid", "n", "PERSON/SITE/CLIENT LINE", "never say landmine 避ける 地雷",           \
      N_("To avoid"), N_("noted what to avoid with %s"),                                           \
      N_("What never to say or do there; it stands in the brief alone"), act_avoid)                \
    X(INCIDENT, ON_MENU, "incident", "!", "PERSON/VISIT/INCIDENT [LINE] [--answer WORDS] [--witness NAME]", "words said record 言動記録 暴言 経緯", \
      N_("Words said"), "",                                                                        \
      N_("What somebody said, word for word: kept for good, never undone"), act_incident) \
    X(TAG, ON_MENU, "tag", "t", "ID WORD", "label 印 タグ",                                        \
      N_("Tag"), N_("tagged %s"), N_("Puts a word on a record"), act_tag)                          \
    X(UNTAG, ON_MENU, "untag", "", "ID WORD", "unlabel タグを外す",                                \
      N_("Untag"), N_("took a tag off %s"), N_("Takes a word off a record"), act_untag)            \
    X(LEG_HERE, IN_MENU, "leg-here", "g", "VISIT", "travel drive train fare leg 移動時間 所要時間 電車 運賃", \
      N_("Time on the way"), "",                                                                   \
      N_("The way to this stop: minutes, train, fare; kept for the two places"),       \
      act_leg_here)                                                                                \
    X(LEG, ON_MENU, "leg", "", "PLACE PLACE MINUTES [MODE]", "travel drive 移動時間",              \
      N_("Travel time"), N_("noted a leg from %s"),                                                        \
      N_("How long it really takes between two places; it wins over the estimate"), act_leg)       \
    X(TRAVEL_TIMES, IN_SHELL, "travel-times", "", "[DATE]", "osrm drive road server 所要時間 移動時間 経路", \
      N_("Ask for travel times"), "",                                                              \
      N_("Asks the OSRM server of the settings for all ways of a day"),         \
      act_travel_times)                                                                            \
    X(FRAME, IN_MENU, "frame", "s", "[DATE]", "start end home hotel office 直行 直帰 出発 到着",    \
      N_("Start and end"), "", N_("Where and when the day begins and ends, and how one travels"),  \
      act_frame)                                                                                   \
    X(LUNCH, ON_MENU, "lunch", "l", "[DATE] HOUR", "noon 昼食",                                    \
      N_("Lunch"), N_("moved the lunch of %s"), N_("Lunch at this hour"), act_lunch)               \
    X(WEATHER, ON_MENU, "weather", "w", "[DATE] LETTER", "snow rain 天気 雪",                      \
      N_("Weather"), N_("noted the weather of %s"),                                                \
      N_("f fine, r rain, s snow, w storm, h heat; two letters: before noon, after it"), act_weather)                                  \
    X(LATE, ON_LIST, "late", "+", "MINUTES", "delay behind 遅れ 遅刻",                              \
      N_("Late"), N_("said to be late: %s"),                                                       \
      N_("So many minutes late: whom to call first, and what to say; 0: no more"),                 \
      act_late)                                                                                    \
    X(GAP, ON_LIST, "gap", "g", "[HOUR]", "free fill spare 空き 隙間 空き時間",                     \
      N_("Gap"), "",                                                                               \
      N_("What fits into the free time: near, phone, desk, rest; Enter books it"), act_gap)        \
    X(BOOK, IN_SHELL, "book", "", "ID HOUR [LENGTH]", "gap put 入れる 予約",                       \
      N_("Book"), N_("booked %s"),                                                                 \
      N_("Puts a visit, a promise, a report or a rest into today at this hour"), act_book)         \
    X(PHONED, IN_SHELL, "phoned", "", "WHO TEXT", "call back telephone 電話 折返し 折り返し",       \
      N_("Call back"), N_("promised to call back: %s"),                                            \
      N_("A call came in: I promise to call back in the next gap of today"), act_phoned)           \
    X(PLAN_WEEK, IN_SHELL, "plan week", "", "[DATE] [--deadline MS] [--nodes N] [--take]",         \
      "cycle due spread week 週 訪問計画 割振り", N_("Plan the week"), N_("planned the week from %s on"), \
      N_("Who is due, spread over the next five days or DATE's week; --take plans them"),          \
      act_week)                                                                                    \
    X(PLAN, IN_SHELL, "plan", "", "[DATE] [--deadline MS] [--nodes N] [--take]",                   \
      "route best order 最適 順路 計画", N_("Best order"), N_("took the best order from %s on"),  \
      N_("The best order of a day, with its proof; --take stores it"), act_route)                  \
    X(REASONS, ON_MENU, "reasons", "", "WHO [DATE]", "why come purpose bring 口実 用件 訪問理由", \
      N_("Reasons to come"), "",                                                                   \
      N_("What one would go there for on a day; nothing to bring: do not go"), act_reasons) \
    X(SLIPPING, ON_MENU, "slipping", "", "WHO", "retreat churn signals leave 引き潮 離れ 兆し",           \
      N_("Stepping back"), "",                                                                     \
      N_("Why a client slips away: each step back, its rule, what clears it"), act_slipping)       \
    X(FRIDAY, IN_SHELL, "friday", "", "", "review weekly slipping contracts unseen 金曜 見直し 週の見直し", \
      N_("Friday"), "",                                                                            \
      N_("Who slips away and why, contracts, who was not seen, next week"), act_friday)            \
    X(URGENT, IN_SHELL, "urgent", "", "WHO [MINUTES] [--take N]", "interrupt fit in 至急 割込み 緊急", \
      N_("Urgent"), "",                                                                            \
      N_("Three ways to go there today: who slips, whom to phone; --take stores one"),             \
      act_urgent)                                                                                  \
    X(NAIL, ON_MENU, "nail", "k", "VISIT [HOUR]", "fix keep pin 固定 釘",                         \
      N_("Nail"), N_("nailed %s"),                                                                 \
      N_("The planner leaves it at its place, or at HOUR; again takes it off"),    \
      act_nail)                                                                                    \
    X(MERGE, ON_MENU, "merge", "m", "WHO WHO", "join same double 統合 重複",                     \
      N_("Merge"), N_("merged %s"),                                                                \
      N_("Two records that are one: the first keeps all, the second is archived"), act_merge)      \
    X(DUPLICATES, IN_SHELL, "duplicates", "", "[KIND]", "twins double 重複",                       \
      N_("Duplicates"), "", N_("Lists records that are likely the same"), act_duplicates)          \
    X(ORDERS, IN_SHELL, "orders", "", "", "office cut-off shut 受注 締切 受注メモ",                     \
      N_("Open orders"), "", N_("The orders that the office does not have yet, by the hour they shut"), act_orders) \
    X(LOAD, ON_MENU, "load", "x", "[DATE]", "car boot bring pack list 積込み 持参 積む",                 \
      N_("Load list"), "",                                                                         \
      N_("What goes into the car for a day's visits, last stop first; what comes back"), act_load) \
    X(LOADED, IN_SHELL, "loaded", "", "PROMISE/ORDER/LOAN/DOOR [DATE]", "car boot packed 積んだ 積載",     \
      N_("In the car"), N_("put %s into the car"),                                                 \
      N_("It is in the car for today or that day; again takes it out"), act_loaded)                \
    X(INTO_ROUND, ON_MENU, "into round", "j", "CLIENT ROUND", "distribute calendar hand 案内 配布 入れる",     \
      N_("Into a round"), N_("put clients into %s"),                                               \
      N_("This client, or all that are marked, become doors of a round"), act_into_round)          \
    X(ROUND_ADD, IN_SHELL, "round add", "", "ROUND [FILTER]", "distribute clients 案内 配布 追加",         \
      N_("Clients of a filter into a round"), N_("put clients into %s"),                           \
      N_("The clients of a filter become doors of a round"), act_round_add)                        \
    X(ROUND_PLAN, ON_MENU, "round plan", "", "ROUND [DATE] [--a-day N] [--deadline MS] [--nodes N] [--take]", "distribute doors 案内 配布 計画 割振り", \
      N_("Plan the doors"), N_("planned the doors of %s"),                         \
      N_("What is left as short doors before the deadline; --take plans them"), \
      act_round_plan)                                                                              \
    X(DOOR, IN_SHELL, "door", "", "DOOR ANSWER [PIECES]", "given explained agreed 渡した 説明 了承 保留 反対", \
      N_("Answer of a door"), N_("noted the door of %s"),                                          \
      N_("given explained agreed held against open, or ◎ ○ △ × for a product"), act_door)          \
    X(HEAVY, ON_MENU, "heavy", "y", "PROMISE/ORDER/LOAN…", "weight kg 重い 重量物",                  \
      N_("Heavy"), N_("changed the weight of %s"),                                                 \
      N_("Heavy: marked kg on the load list, and loaded first; again takes it off"), act_heavy)    \
    X(MONEY, ON_MENU, "money", "u", "[--only CLIENT] [--until DATE] [--take]",                       \
      "invoice bill closing payment 請求書 集金 締日 支払日",                                        \
      N_("Invoices, money"), N_("promised an invoice or collection of %s"),                                      \
      N_("What closing and payment days ask for: invoices, money; --take promises it"), act_money) \
    X(SETTING, IN_SHELL, "setting", "", "[NAME [VALUE]]",                                          \
      "option preference theme colours language mouse lock pin idle 設定 配色 言語 暗証番号",      \
      N_("Settings"), "", N_("Shows or changes a setting"), act_setting)                           \
    X(IMPORT_GAZETTEER, IN_SHELL, "import gazetteer", "", "FILE", "address position map 住所 位置 地名",   \
      N_("Import a gazetteer"), N_("looked up the position of %s"),                                \
      N_("Towns of Japan with positions: addresses find their place"), act_import_gazetteer)       \
    X(IMPORT, IN_SHELL, "import",                                                                  \
      "", "clients|contacts|visits|KIND FILE [--map FIELD=COLUMN]… [--notes] [--preview] [--rejects FILE]", \
      "read csv excel clients contacts visits sales 取込み 名簿", N_("Import"), N_("imported %s"),                                    \
      N_("Brings in a list (CSV), or what export csv wrote, as one step"), act_import)                                        \
    X(EXPORT_CALENDAR, ON_LIST, "export calendar", "x",                                            \
      "[--from DATE] [--to DATE] [-o FILE | --vdir DIR]", "phone ics カレンダー 携帯 送る",        \
      N_("To the calendar"), N_("sent %s to the calendar"),                                        \
      N_("Writes the visits for the phone's calendar"), act_export_calendar)                       \
    X(EXPORT_SIGNALS, IN_SHELL, "export csv signals", "", "[--for-excel] [-o FILE]",               \
      "excel table slipping retreat 引き潮 書出し", N_("Export steps back"), "",                   \
      N_("Their steps back of the last 60 days as CSV"), act_export_signals)                       \
    X(EXPORT_CSV, IN_SHELL, "export csv", "", "KIND [--for-excel] [-o FILE] [FILTER]", "excel table 書出し", \
      N_("Export as CSV"), "", N_("Records of a kind as CSV: all, or those that fit"), act_export_csv)                 \
    X(EXPORT_JSON, IN_SHELL, "export json", "", "[-o FILE]", "all dump 書出し",                    \
      N_("Export as JSON"), "", N_("All records of all kinds as JSON"), act_export_json)           \
    X(REPORT_CLIENT, IN_SHELL, "report client", "", "CLIENT [YEAR] [--pdf FILE]", "year sheet evidence renewal 年間実績 一年",\
      N_("The year"), "",                                                                          \
      N_("A client's year on one sheet: visits, promises, troubles, contracts"), act_report_client)\
    X(REPORT, IN_SHELL, "report", "", "[WHAT] [AT] [--told] [--pdf FILE]", "text 報告 週報 月報", \
      N_("Report"), "",                                                                            \
      N_("Text of a DATE, week, month or expenses (of AT), or of a trouble (T12)"), act_report)    \
    X(FIRST_REPORT, ON_MENU, "first-report", "", "TICKET [--pdf FILE]", "boss quick 速報 上司",                 \
      N_("First report"), "", N_("What is known of a trouble, for the boss, to paste"), act_first_report) \
    X(WHITEBOARD, ON_MENU, "whiteboard", "b", "[DATE]", "day line office 行動予定 白板",           \
      N_("Day in one line"), "", N_("The day for the office's whiteboard, to paste"), act_whiteboard) \
    X(TEMPLATE, IN_SHELL, "template", "", "day|week|month [FILE]", "report placeholders 雛形 日報", \
      N_("Report template"), "",                                                                   \
      N_("Prints a report's template, or takes FILE (- is standard input) for it"), act_template)  \
    X(STOP, IN_SHELL, "stop", "", "", "evening left done 退勤 終わり",                             \
      N_("Can I stop?"), "", N_("Yes, or what is left tonight with its minutes"), act_stop)        \
    X(DRIVE, ON_MENU, "drive", "o", "KM [ALCOHOL]", "odometer alcohol kilometres 運転 メーター アルコール", \
      N_("Driving log"), N_("wrote the driving log of %s"),                                        \
      N_("Odometer, alcohol (none, found): first the start, then the end; - for none"), act_drive) \
    X(REPORT_DUE, ON_MENU, "report-due", "r", "TICKET WHEN", "deadline 報告 期限",                 \
      N_("Report due"), N_("set the report of %s"),                                                \
      N_("By when the client wants a written report; none: it was handed over"), act_report_due)   \
    X(ASK_AGAIN, ON_MENU, "ask-again", "z", "TICKET DATE", "nag remind 催促",                      \
      N_("Ask again"), N_("put off asking about %s"),                                              \
      N_("When whoever has the ball of a trouble is to be asked again"), act_ask_again)            \
    X(INTAKE, ON_MENU, "intake", "i", "TICKET", "questions 聞き取り 質問",                         \
      N_("Intake questions"), "",                                                                  \
      N_("What to ask about a trouble, one by one; answers become lines inside"), act_intake)      \
    X(BACKUP, IN_SHELL, "backup", "", "[FILE]", "save copy バックアップ 控え",                     \
      N_("Back up"), "", N_("Makes a proven copy of the store"), act_backup)                       \
    X(RESTORE, IN_SHELL, "restore", "", "FILE", "backup 復元",                                     \
      N_("Restore"), "", N_("Puts a backup in the store's place; the old one is kept"), act_restore) \
    X(CHECK, IN_SHELL, "check", "", "[--salvage NEW]", "verify test 検査",                         \
      N_("Check"), "", N_("Checks the store from end to end, or saves what can be read"), act_check)
// clang-format on

typedef enum CmdId {
#define X(id, ...) CMD_##id,
    COMMANDS(X)
#undef X
        CMD_COUNT
} CmdId;

#endif
