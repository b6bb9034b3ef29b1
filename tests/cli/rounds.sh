# SPDX-License-Identifier: GPL-3.0-or-later
# Rounds and products without a screen: who comes in, what became of a door, what is planned.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店 rank=A
run 0 new client name=みなと物産 rank=A
run 0 new client name=遠くの店 rank=C
run 0 new round title=年末カレンダー deadline=2026-12-25 stock=3 since=2026-11-01
run 0 round add 年末カレンダー rank:A
has "2 clients into 年末カレンダー"
run 0 into round 遠くの店 年末カレンダー
has "1 client into 年末カレンダー"
run 1 round add 年末カレンダー rank:S
run 2 round add 年末カレンダー colour:red
run 0 list rounds
has "年末カレンダー"
run 0 --json list round_clients client:青葉
door=$(printf '%s' "$out" | sed -n 's/.*"id":\([0-9]*\).*/\1/p' | head -1)
run 0 door "$door" given 2
has "青葉商店: given. ! 2 are needed and 1 are there: get more"
run 2 door "$door" perhaps
run 0 undo
run 0 --json brief 青葉商店
has '"rounds":[{"id":'
has '"title":"年末カレンダー"'
has '"offer":null'

run 0 new product name=保冷ボックス code=A-7 line=保冷用品 list_price=28000
run 0 new product_talk product=A-7 role=management text=停電でも冷えたままです
run 0 --json brief 青葉商店
has '"product":"保冷ボックス"'
run 0 add '@青葉 #A-7 ○'
run 0 new contact name=中村
run 0 new post contact=中村 party=青葉商店 title=社長
run 0 add '@中村 #A-7 ◎ #新顔 ×'
has "offered       new: 新顔 → 中村 ×"
run 0 list offers
has "保冷ボックス"
run 0 add '@中村 夏までに決めたい #A-7 △' # what was said stands beside the reaction
run 0 list offers
has "夏までに決めたい"
run 0 list products line:保冷
has "A-7"
run 0 round plan 年末カレンダー
has "visits 0 → 0"
run 2 round plan 年末カレンダー --a-day none

# A sample is lent without a trouble, and comes back.
run 0 new loan what=見本A-7 client=青葉商店 product=A-7
run 0 list loans client:青葉
has "見本A-7"
run 1 new loan what=カタログ
says "A loan needs a client, or a trouble"
run 1 new loan what=カタログ client=青葉商店 lent=2026-11-24 back=2026-11-20
says "It is to come back before it was lent"
run 0 --json brief 青葉商店
has '"loans":[]'
run 0 --json add '@青葉 *見本'
run 0 search 見本
has "見本A-7"

# The answers to a price rise stand in the ledger.
run 0 new round title=価格改定 matter=price_rise old_price=1200 new_price=1260 effective=2027-01-01 last_order=2026-12-20
run 0 into round 青葉商店 価格改定
run 0 brief 青葉商店
has "価格改定 ¥1,200 → ¥1,260 excl. tax from 1 Jan 2027"
run 0 set round 価格改定 tax=税込
run 0 --lang ja brief 青葉商店
has "¥1,200 → ¥1,260 税込"
run 0 --json list round_clients round:価格改定
door=$(printf '%s' "$out" | sed -n 's/.*"id":\([0-9]*\).*/\1/p' | head -1)
run 0 door "$door" held
run 0 list concessions client:青葉
has "価格改定: on hold, the old price goes on"
run 1 new round title=値上げ matter=price_rise effective=2027-01-01 last_order=2027-01-02
says "Orders at the old price end before the new one holds"
run 1 new round title=昔 since=2026-11-24 deadline=2026-11-20
says "The deadline is before the beginning"
run 0 check
finish
