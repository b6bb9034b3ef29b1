# SPDX-License-Identifier: GPL-3.0-or-later
# Floor cards, price demands, the ledger, and the record of words said; floors only with --reveal.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 new client name=北店
run 0 new contact name=中村
run 0 new post contact=中村 party=青葉商店 title=課長
run 0 new post contact=中村 party=北店 title=課長
run 0 new product name=豆腐 list_price=2000
run 0 new price client=青葉商店 product=豆腐 now=1800 mine=1717 boss=1616 floor=1515 volume=1000
run 0 new price client=北店 product=豆腐 now=1919

# what cannot be
run 1 new price client=青葉商店 product=豆腐 now=1
says "there is a floor card for this product already"
run 0 new product name=納豆 list_price=100
run 1 new price client=青葉商店 product=納豆 floor=101
says "The floor is above the list price"
run 1 new price client=青葉商店 product=納豆 now=0
says "that is no price"
run 1 new price client=青葉商店 product=納豆 mine=80 floor=90
says "My limit is below the floor"
run 1 new price client=青葉商店 product=納豆 volume=-1
run 1 demand 青葉商店 -- -100%
says "1 to 99 per cent"
run 1 demand 青葉商店 安く
says "that is no price; right are 1180, ¥1,180, -5%"
run 1 new demand client=青葉商店 asked=安く

# the card
run 0 floor 青葉商店
has "nothing given, nothing got"
has "Price now ¥1,800"
has "Floor price ***"
has "Will hear of it: 北店 (中村) ***"
lacks "1,515"
lacks "1,616"
lacks "1,919"
run 0 --reveal floor 青葉商店
has "Floor price ¥1,515"
has "北店 (中村) ¥1,919"
run 0 --json floor 青葉商店
has '"floor":null'
run 0 --reveal --json floor 青葉商店
has '"floor":1515'
for out in "list prices" "export csv prices" "export json" "search 豆腐" "--json list prices"; do
    run 0 $out
    lacks "1515"
    lacks "1,515"
    lacks "1616"
done
run 0 --reveal export csv prices
has "1515"

# a floor is not found by asking for it: no filter, no order, no word that is made of it
for filter in floor:1515 floor:..1600 -floor:..1600 mine:1700 sort:floor sort:-boss; do
    run 2 list prices -- "$filter"
    says ' is masked (--reveal)'
    run 2 --json export csv prices -- "$filter"
    says ' is masked (--reveal)'
    run 0 --reveal list prices -- "$filter"
done
run 0 list prices floor:any
has 豆腐
run 0 --lang en export csv prices
before=$out
run 0 set price "$(echo "$before" | sed -n 2p | cut -c1-8)" floor=1400
run 0 export csv prices
[ "$out" = "$before" ] || fail "a word of the export tells that the floor is another one"
run 0 --reveal export csv prices
revealed=$out
run 0 undo
run 0 --reveal export csv prices
[ "$out" != "$revealed" ] || fail "what is revealed does not tell another floor"
run 0 export csv contacts
before=$out
run 0 set contact 中村 avoid=値段の話
run 0 export csv contacts
[ "$out" = "$before" ] || fail "a word of the export tells what to avoid"
run 0 undo
run 2 list contacts avoid:値段
says ' is masked (--reveal)'

# a demand is answered in one line, taken back, answered; the ledger follows
run 0 demand 青葉商店 -- '-10%'
has "¥1,620: gap to the floor •••, ¥180,000 a year, the boss must approve. Ask for:"
run 0 --reveal demand 青葉商店 '1500 #豆腐'
has "gap to the floor ¥-15, ¥300,000 a year, below the floor: nobody may"
run 0 note 青葉商店 '¥-5% #豆腐 はい'
run 0 list demands
has "-5% #豆腐"
run 0 answer-by -- -10% fri 上司に聞く
has "I promised to answer by Fri 27 Nov: 上司に聞く"
run 0 list commitments
has "answer on the price: -10%"
run 0 answer -- -10% halfway 1700 これで
run 0 list concessions
has "price: -10% → ¥1,700"
has "¥100,000"
run 0 floor 青葉商店
has "given 1, got 0, the last today"
run 0 tick 'price: -10% → ¥1,700'
run 0 floor 青葉商店
has "given 1, got 1"
run 0 undo
run 0 undo
run 0 list concessions
lacks "1700"
run 1 answer -- -10% perhaps
says "the answer is agreed, halfway, refused or dropped"

# what was agreed is on the card from its day on, and one undo takes both back
run 0 --json list demands
last=$(echo "$out" | grep -o '"id":[0-9]*' | head -1 | cut -d: -f2)
run 0 answer "$last" halfway '1750 from 12/1 これで'
has "Floor card: ¥1,800 → ¥1,750 from Tue 1 Dec"
run 0 floor 青葉商店
has "Price now ¥1,800"
has "¥1,750 from Tue 1 Dec"
run 0 --json floor 青葉商店
has '"now":1800'
has '"coming":1750,"coming_from":"2026-12-01"'
run 0 --now 2026-12-01T09:00+09:00 floor 青葉商店
has "Price now ¥1,750"
has "price since"
run 0 --now 2026-12-01T09:00+09:00 list prices now:1750
has 青葉商店
run 0 --now 2026-12-01T09:00+09:00 --json list prices
has '"now":1750'
has '"coming":null'
run 0 --now 2026-12-01T09:00+09:00 demand 青葉商店 -- -10%
has "¥1,575:"
run 0 --now 2026-12-01T09:00+09:00 undo
run 0 answer "$last" 承諾 '1700 20日から'
has "¥1,800 → ¥1,700 from Sun 20 Dec"
run 0 list concessions
lacks "1750"
run 0 answer "$last" agreed 1690
has "¥1,800 → ¥1,690 from today"
run 0 floor 青葉商店
has "Price now ¥1,690"
run 0 --now 2026-11-26T09:30+09:00 answer "$last" agreed 1690
has "¥1,690 from Tue 24 Nov" # the same price holds since it was agreed first
run 0 --now 2026-11-26T09:30+09:00 answer "$last" agreed 1680
has "¥1,800 → ¥1,680 from today"
run 0 --now 2026-11-26T09:30+09:00 undo
run 0 --now 2026-11-26T09:30+09:00 undo
run 0 undo
run 0 floor 青葉商店
has "Price now ¥1,800"
run 0 answer "$last" halfway
has "no price was said: the floor card stays"
run 0 answer "$last" refused
run 0 list concessions
lacks "price: "
run 0 floor 青葉商店
lacks "1,690"
run 0 new concession what=口約束 client=青葉商店 product=豆腐 price=1790 effective=2027-04-01
run 0 floor 青葉商店
has "¥1,790 from Thu 1 Apr 2027"
run 0 undo
run 1 new concession what=口約束 client=青葉商店 price=1790
says "Agreed price: of which product?"
run 1 set price 青葉商店 since=2027-01-01
says "Price since: Fri 1 Jan 2027 is still to come; enter it as coming price"
run 1 set price 青葉商店 coming=1900
says "Coming price: from which day it holds?"

# a promise, a trouble: theirs is the card of their client
run 0 new commitment what=冬の見積 client=青葉商店
run 0 floor 冬の見積
has "青葉商店: nothing given"
run 0 new contact name=山本
run 0 new post contact=山本 party=青葉商店
run 0 new commitment what=電話する contact=山本
run 0 floor 電話する
has "青葉商店: nothing given"
run 0 new round title=値上げ matter=price_rise product=豆腐 old_price=1800 new_price=1900 effective=2027-01-01
run 0 round add 値上げ
run 0 --json list round_clients client:青葉商店
run 0 floor "$(echo "$out" | grep -o '"id":[0-9]*' | head -1 | cut -d: -f2)"
has "青葉商店: nothing given"
run 0 new commitment what=机を片づける
run 1 floor 机を片づける
says "belongs to no client"

# words said stay
run 0 incident 中村 '二度と来るな' --witness 木村 --answer 失礼しました
has "Nothing takes it back"
run 0 list incidents
has "二度と来るな"
has "木村"
run 0 undo
run 0 list incidents
has "二度と来るな"
run 1 archive incident 二度と来るな
says "a later entry may strike it out"
run 1 set incident 二度と来るな words=別
says "cannot be changed any more"
run 0 incident 二度と来るな 聞き違いでした
run 0 list incidents
has '(struck out) 二度と来るな'
lacks '(struck out) 聞き違い'
run 0 report incidents 中村
has "Record of words said"
has "struck out by entry"
has "Our answer     失礼しました"
run 0 new incident contact=中村 words=昔の一言 day=2026-10-01 at=9:00
run 0 report incidents 中村
case "$out" in *昔の一言*二度と来るな*) ;; *) fail "not as it was said: $out" ;; esac
run 2 report incidents
run 1 new incident contact=中村 words=明日の一言 day=tomorrow
says "Day: Wed 25 Nov is still to come; words are kept once they are said"
run 1 new incident contact=中村 words=午後の一言 at=18:00
says "Hour: 18:00 is still to come"
run 0 list incidents
lacks 明日の一言
lacks 午後の一言
# a demand in a line is answered where the line is read back
run 0 out 青葉商店 '1 ¥-5% #豆腐'
has "to say        ¥1,710: gap to the floor •••, ¥90,000 a year, the boss must"
run 0 out 青葉商店 '1 ¥1700' --instead
has "price         ¥1,700, 豆腐" # the only card
run 0 --reveal out 青葉商店 '1 ¥-15% #豆腐' --instead
has "gap to the floor ¥15"
run 0 out 青葉商店 '1 ¥-5% #新しい品' --instead
lacks "to say"
# what is asked says its field, and a length its limits
run 1 new demand client=青葉商店 asked=-500%
says 'Demand: 1 to 99 per cent can be asked off'
run 1 new meeting title=会 minutes=0
says 'Length: right is 1 to 1440 minutes'
run 1 new round title=年末 door_minutes=999
says 'Minutes a door: right is 1 to 240 minutes'

run 0 check
finish
