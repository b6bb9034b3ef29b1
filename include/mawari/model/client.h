// SPDX-License-Identifier: GPL-3.0-or-later
// The companies: clients, their sites and departments; suppliers, offices, end customers.
#ifndef MAWARI_MODEL_CLIENT_H
#define MAWARI_MODEL_CLIENT_H

#include "mawari/model/entity.h"

typedef enum Rank { RANK_S, RANK_A, RANK_B, RANK_C } Rank;
extern const Words words_rank;
extern const Range range_cycle;     // days, 1–730
extern const Range range_window;    // days, 0–365
extern const Range range_month_day; // 1–31; 31 is 末日
extern const Range range_latitude, range_longitude;

#define CLIENT(X)                                                                                           \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 30, NULL, NULL,                         \
      "会社名|得意先名|顧客名|取引先名|得意先|顧客|企業名|法人名|開設者|"       \
      "client|company|customer|account")                                                                    \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL,                                          \
      "フリガナ|ふりがな|カナ|よみ|会社名カナ|得意先名カナ|reading|kana")                                   \
    X(T_TEXT, code, N_("Code"), KEY | SEARCHED, 8, NULL, NULL,                                              \
      "得意先コード|顧客コード|取引先コード|会社コード|得意先番号|顧客番号|" \
      "clientcode|customercode|accountcode")                                                                \
    X(T_WORD, rank, N_("Rank"), LISTED, 4, &words_rank, NULL,                                               \
      "ランク|顧客ランク|得意先ランク|重要度|rank|class")                                                   \
    X(T_WHOLE, cycle, N_("Visit cycle"), 0, 6, &range_cycle, NULL,                                          \
      "訪問周期|訪問サイクル|周期|cycle|interval")                                                          \
    X(T_WHOLE, cycle_window, N_("Window, ± days"), 0, 6, &range_window, NULL, NULL)                         \
    X(T_PHONE, telephone, N_("Telephone"), SEARCHED, 14, NULL, NULL,                                        \
      "代表電話|会社電話|companyphone")                                                                     \
    X(T_WHOLE, closing_day, N_("Closing day"), 0, 6, &range_month_day, NULL,                                \
      "締日|締め日|closingday")                                                                             \
    X(T_WHOLE, payment_day, N_("Payment day"), 0, 6, &range_month_day, NULL,                                \
      "支払日|支払い日|入金日|paymentday")                                                                  \
    X(T_WEEKDAYS, closed_days, N_("Closed on"), 0, 8, NULL, NULL,                                           \
      "定休日|休業日|休診日|休館日|closeddays|holiday")                                                     \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL,                                               \
      "備考|備考欄|メモ|摘要|remark|memo|notes")
ENTITY_STRUCT(Client, CLIENT);

/// Derived. Visits count when done (last) or planned (next); `address` is the first site's. Kept in
/// time: by the day first promised, of those with a day that are done. `closing`: the closing day
/// while something is open there. `rank_order`: 1 for S to 4 for C and for none.
#define CLIENT_DERIVED(X)                                                                          \
    X(T_DAY, last_visit, N_("Last visit"), LISTED, 10, NULL, NULL, "seen|前回訪問|最終訪問")       \
    X(T_DAY, next_visit, N_("Next visit"), LISTED, 10, NULL, NULL, "次回訪問")                     \
    X(T_DAY, due, N_("To see by"), LISTED, 10, NULL, NULL, "訪問期限")                             \
    X(T_WHOLE, open_mine, N_("Promises, mine"), LISTED, 4, NULL, NULL, "promises|約束")            \
    X(T_WHOLE, open_theirs, N_("Promises, theirs"), LISTED, 4, NULL, NULL, "先方待ち")             \
    X(T_WHOLE, tickets, N_("Troubles"), LISTED, 4, NULL, NULL, "トラブル")                         \
    X(T_WHOLE, sites, N_("Sites"), 0, 4, NULL, NULL, "事業所")                                     \
    X(T_TEXT, address, N_("Address"), LISTED, 30, NULL, NULL, "住所|所在地")                       \
    X(T_WHOLE, kept_mine, N_("Kept in time, mine"), 0, 4, NULL, NULL, NULL)                        \
    X(T_WHOLE, done_mine, N_("Kept, mine"), 0, 4, NULL, NULL, NULL)                                \
    X(T_WHOLE, kept_theirs, N_("Kept in time, theirs"), 0, 4, NULL, NULL, NULL)                    \
    X(T_WHOLE, done_theirs, N_("Kept, theirs"), 0, 4, NULL, NULL, NULL)                            \
    X(T_WHOLE, closing, N_("Closes with something open"), 0, 4, NULL, NULL, NULL)                  \
    X(T_WHOLE, rank_order, N_("Rank, in order"), 0, 4, NULL, NULL, NULL)
ENTITY_STRUCT(ClientDerived, CLIENT_DERIVED);

#define SUPPLIER(X)                                                                                \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 30, NULL, NULL, NULL)          \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL, NULL)                           \
    X(T_PHONE, telephone, N_("Telephone"), SEARCHED | LISTED, 14, NULL, NULL, NULL)                \
    X(T_TEXT, supplies, N_("Supplies"), SEARCHED | LISTED, 20, NULL, NULL, NULL)                   \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, NULL)                                \
    X(T_MINUTE, cut_off, N_("Orders shut"), LISTED, 6, NULL, NULL, "締切|受注締切")
ENTITY_STRUCT(Supplier, SUPPLIER);

typedef enum PositionLevel {
    POSITION_TYPED, // by the rep, or given in the imported file
    POSITION_BLOCK,
    POSITION_TOWN,
    POSITION_MUNICIPALITY,
} PositionLevel;
extern const Words words_position_level;

/// A place of our own company: the rep's office, engineering, the warehouse.
#define OFFICE(X)                                                                                  \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 30, NULL, NULL, NULL)          \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL, NULL)                           \
    X(T_PHONE, telephone, N_("Telephone"), SEARCHED | LISTED, 14, NULL, NULL, NULL)                \
    X(T_TEXT, postal_code, N_("Postal code"), SEARCHED, 8, NULL, NULL, NULL)                       \
    X(T_TEXT, address, N_("Address"), SEARCHED | LISTED, 30, NULL, NULL, NULL)                     \
    X(T_DEGREE, latitude, N_("Latitude"), 0, 10, &range_latitude, NULL, NULL)                      \
    X(T_DEGREE, longitude, N_("Longitude"), 0, 10, &range_longitude, NULL, NULL)                   \
    X(T_YES, home, N_("Home"), 0, 4, NULL, NULL, NULL)                                             \
    X(T_WORD, position_level, N_("Position from"), HIDDEN, 8, &words_position_level, NULL, NULL)   \
    X(T_WHOLE, position_error_m, N_("Position error, m"), HIDDEN, 8, NULL, NULL, NULL)
ENTITY_STRUCT(Office, OFFICE);

/// What one drives to.
#define SITE(X)                                                                                    \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 26, NULL, NULL,                \
      "施設名|事業所名|店舗名|店名|拠点名|支店名|"                               \
      "hospital_name|facility|site|store|branch|name|名称|名前")                                   \
    X(T_REF, client, N_("Client"), NEEDED | OWNER | LISTED, 22, &entity_client, NULL, NULL)        \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL,                                 \
      "施設名カナ|店舗名カナ|sitereading")                                                         \
    X(T_TEXT, code, N_("Code"), KEY | SEARCHED, 8, NULL, NULL,                                     \
      "施設コード|店舗コード|事業所コード|拠点コード|コード|番号|no|id|code|sitecode")             \
    X(T_TEXT, postal_code, N_("Postal code"), SEARCHED, 8, NULL, NULL,                             \
      "郵便番号|〒|〒番号|postal_num|postalcode|zip|zipcode|postcode")                             \
    X(T_TEXT, address, N_("Address"), SEARCHED | LISTED, 30, NULL, NULL,                           \
      "住所|住所1|所在地|address")                                                                 \
    X(T_PHONE, telephone, N_("Telephone"), SEARCHED | LISTED, 14, NULL, NULL,                      \
      "電話|電話番号|tel|telephone|phone|phone_number|phonenumber")                                \
    X(T_DEGREE, latitude, N_("Latitude"), 0, 10, &range_latitude, NULL, "緯度|latitude|lat")       \
    X(T_DEGREE, longitude, N_("Longitude"), 0, 10, &range_longitude, NULL,                         \
      "経度|longitude|longtitude|lng|lon")                                                         \
    X(T_WORD, position_level, N_("Position from"), HIDDEN, 8, &words_position_level, NULL, NULL)   \
    X(T_WHOLE, position_error_m, N_("Position error, m"), HIDDEN, 8, NULL, NULL, NULL)             \
    X(T_TEXT, parking, N_("Parking"), SEARCHED, 20, NULL, NULL, "駐車場|駐車|parking")             \
    X(T_TEXT, entrance, N_("Entrance"), SEARCHED, 20, NULL, NULL, "入口|玄関|entrance")            \
    X(T_TEXT, reception, N_("Reception desk"), SEARCHED, 20, NULL, NULL, "受付|reception")         \
    X(T_TEXT, stairs, N_("Stairs, lift"), SEARCHED, 20, NULL, NULL, "階段|エレベーター|stairs")    \
    X(T_MINUTES, door_minutes, N_("At the door"), 0, 6, NULL, NULL, NULL)                          \
    X(T_WEEKDAYS, closed_days, N_("Closed on"), 0, 8, NULL, NULL, NULL)                            \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, NULL)
ENTITY_STRUCT(Site, SITE);

/// A post there names it. `door_minutes`: from the parked car to it, instead of its site's.
#define DEPARTMENT(X)                                                                              \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 20, NULL, NULL, NULL)          \
    X(T_REF, site, N_("Site"), NEEDED | OWNER | LISTED, 26, &entity_site, NULL, NULL)              \
    X(T_TEXT, floor, N_("Floor"), LISTED, 6, NULL, NULL, NULL)                                     \
    X(T_PHONE, telephone, N_("Telephone"), SEARCHED | LISTED, 14, NULL, NULL, NULL)                \
    X(T_MINUTES, door_minutes, N_("At the door"), 0, 6, NULL, NULL, NULL)
ENTITY_STRUCT(Department, DEPARTMENT);

/// The client's own customer.
#define END_CUSTOMER(X)                                                                            \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 26, NULL, NULL, NULL)          \
    X(T_REF, client, N_("Client"), NEEDED | OWNER | LISTED, 22, &entity_client, NULL, NULL)        \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL, NULL)                           \
    X(T_PHONE, telephone, N_("Telephone"), SEARCHED | LISTED, 14, NULL, NULL, NULL)                \
    X(T_TEXT, address, N_("Address"), SEARCHED | LISTED, 30, NULL, NULL, NULL)                     \
    X(T_DEGREE, latitude, N_("Latitude"), 0, 10, &range_latitude, NULL, NULL)                      \
    X(T_DEGREE, longitude, N_("Longitude"), 0, 10, &range_longitude, NULL, NULL)                   \
    X(T_WORD, position_level, N_("Position from"), HIDDEN, 8, &words_position_level, NULL, NULL)   \
    X(T_WHOLE, position_error_m, N_("Position error, m"), HIDDEN, 8, NULL, NULL, NULL)
ENTITY_STRUCT(EndCustomer, END_CUSTOMER);

/// Hours in which a site or a person can be reached, or (with `closed`) cannot.
#define HOURS(X)                                                                                   \
    X(T_ANY, party, N_("Of"), NEEDED | OWNER | LISTED, 26, &kinds_with_hours, NULL, NULL)          \
    X(T_TEXT, label, N_("Label"), NAMES | LISTED, 16, NULL, NULL, NULL)                            \
    X(T_WEEKDAYS, weekdays, N_("Weekdays"), LISTED, 10, NULL, NULL, NULL)                          \
    X(T_MINUTE, opens, N_("From"), NEEDED | LISTED, 6, NULL, NULL, NULL)                           \
    X(T_MINUTE, closes, N_("Until"), NEEDED | LISTED, 6, NULL, NULL, NULL)                         \
    X(T_YES, closed, N_("Not then"), LISTED, 5, NULL, NULL, NULL)
ENTITY_STRUCT(Hours, HOURS);
extern const KindSet kinds_with_hours; // site, end customer, contact

/// A no-visit period: stock-taking, a long leave.
#define ABSENCE(X)                                                                                 \
    X(T_ANY, party, N_("Of"), NEEDED | OWNER | LISTED, 26, &kinds_absent, NULL, NULL)              \
    X(T_TEXT, why, N_("Why"), NAMES | SEARCHED | LISTED, 20, NULL, NULL, NULL)                     \
    X(T_DAY, since, N_("From"), NEEDED | LISTED, 10, NULL, "today", NULL)                          \
    X(T_DAY, until, N_("Until"), NEEDED | LISTED, 10, NULL, NULL, NULL)
ENTITY_STRUCT(Absence, ABSENCE);
extern const KindSet kinds_absent; // client, site, end customer, contact

#endif
