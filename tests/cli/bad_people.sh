# SPDX-License-Identifier: GPL-3.0-or-later
# Nonsense about relations: one sentence each, through the line, the commands and a file, and nothing is
# lost or changed.
. "$(dirname "$0")/helpers"
cd "$folder" || exit 1
export TZ=Asia/Tokyo LC_ALL=C.UTF-8

run 0 new client name=霧の店
run 0 new contact name=大野
run 0 new post contact=大野 party=霧の店
run 0 new product name=A-7
run 0 --json new price client=霧の店 product=A-7 list_price=28000 now=25000 floor=23000
card=$(printf '%s' "$out" | sed -n 's/.*"id":\([0-9]*\).*/\1/p')
run 0 new contract what=保守 client=霧の店 start=2026-04-01 end=2027-03-31
run 0 new round title=暦 stock=10
run 0 round add 暦
run 0 new visit client=霧の店 contact=大野 day=today
run 0 export json
before=$out

# refused SENTENCE WORD…: the command fails with this sentence.
refused() {
    sentence=$1
    shift
    run 1 --lang en "$@"
    says "$sentence"
}
refused "Ends on: the contract ends before it starts" set contract 保守 end=2026-03-31
refused "Ends on: the contract ends before it starts" new contract what=B client=霧の店 start=2027-01-01 end=2026-01-01
refused "Ends on: “2027-02-30” is not right" set contract 保守 end=2027-02-30
refused "Notice, months: “37” is not right; right is 0 to 36" set contract 保守 notice_months=37
refused "Notice, months: “-1” is not right; right is 0 to 36" set contract 保守 notice_months=-1
refused "Notice, months: the notice is longer than the term" set contract 保守 notice_months=12
refused "Notice, days: the notice is longer than the term" set contract 保守 notice_days=365
refused "Notice, months: the notice is longer than the term" \
    new contract what=B client=霧の店 start=2026-04-01 end=2027-03-31 notice_months=11 notice_days=30
refused "Pieces, in all: “-1” is not right; right is 0 or more" set round 暦 stock=-1
refused "Pieces, in all: “99999999999” is not right" set round 暦 stock=99999999999
refused "New price: “-3” is not right" new round title=改定 matter=price_rise new_price=-3
refused "Orders at the old price end before the new one holds" \
    new round title=改定 matter=price_rise old_price=1 new_price=2 effective=2027-01-01 last_order=2027-02-01
refused "New price: ¥1,100 is below the old price of ¥1,200; a price rise goes up" \
    new round title=改定 matter=price_rise old_price=1200 new_price=1100
run 2 --lang en out 霧の店 ''
says "LINE is empty"
run 2 --lang en out 霧の店 ' 　'
says "LINE is empty"
refused "Floor price: “abc” is not right" set price "$card" floor=abc
refused "The floor is above the list price" set price "$card" floor=28001
for nonsense in 0 -100% '¥-101%' -0% 1e9 0.5 ¥ 99999999999 安く; do
    run 1 --lang en demand 霧の店 "$nonsense"
    [ "$(wc -l <"$folder/err")" -eq 1 ] || fail "$nonsense is refused in more than one sentence"
done
run 0 --json list round_clients
door=$(printf '%s' "$out" | sed -n 's/.*"id":\([0-9]*\).*/\1/p' | head -1)
run 2 --lang en door "$door" ◎○
says "is no answer: given explained agreed held against open"
refused "Reaction: “☆” is not right" new offer product=A-7 client=霧の店 reaction=☆
refused "is not right; right is 1 to 5" out 霧の店 1 --temper 6
refused "is not right" new entertainment shop=料亭 heads=0
refused "Answer by: that is before it was asked" new demand client=霧の店 asked=10000 due=2020-01-01
refused "Day: Tue 1 Jan 2030 is still to come" new offer product=A-7 client=霧の店 day=2030-01-01
refused "is still to come" new loan what=見本 client=霧の店 returned=2030-01-01
refused "is still to come" set round_client "$door" state=given day=2030-01-01
refused "Longest stay: right is a minute at least" set contact 大野 longest=0

# A file: the line and the field are named, and the rest of it is not taken either way.
file() { # KIND SENTENCE HEADER ROW
    printf '%s\n%s\n' "$3" "$4" >"$1.csv"
    run 1 --lang en import "$1" "$1.csv"
    says "$1.csv, line 2: "
    says "$2"
}
file contracts "ends before it starts" what,client,start,end B,霧の店,2027-01-01,2026-01-01
file contracts "is not right" what,client,end B,霧の店,2027-02-30
file contracts "notice is longer than the term" what,client,start,end,notice_months B,霧の店,2026-04-01,2027-03-31,12
file rounds "New price: ¥1,100 is below" title,matter,old_price,new_price 改定,price_rise,1200,1100
file prices "from which day it holds" client,product,coming 霧の店,A-7,30000
file rounds "0 or more" title,stock 暦2,-1
file prices "floor is above" client,product,list_price,floor 霧の店,A-7,10,11
file demands "per cent" client,asked 霧の店,-100%
file offers "is not right" client,product,reaction 霧の店,A-7,☆
file shares "ends before it begins" client,line,holder,since,until 霧の店,保守,rival,2027-03-01,2027-01-01
run 0 export json
[ "$out" = "$before" ] || fail "a refused command or row changed something"

# The line: what is impossible is asked about, and kept word for word with its mark.
for nonsense in '¥0' '¥-200%' '¥99999999999999999999' '¥0.5'; do
    run 0 --lang en add "@大野 $nonsense #A-7"
    has "$nonsense?"
    run 0 --json list demands
    [ "$out" = "[]" ] || fail "$nonsense became a demand"
    run 0 undo
done
run 0 --lang en add '@大野 <カタログ 2020-01-01 値引きの話'
has "<カタログ 2020-01-01: it would come back before it was lent"
run 0 --json list loans
[ "$out" = "[]" ] || fail "a loan that comes back before it is lent was kept"
run 0 undo
run 0 --lang en add '@大野 ¥99999999999999999999 #A-7'
has "¥99999999999999999999: that is no price"
finish
