# SPDX-License-Identifier: GPL-3.0-or-later
# The best order of a day: proved, taken, nailed; what cannot be planned is said, never invented.
. "$(dirname "$0")/helpers"

shop() { # NAME LATITUDE LONGITUDE FIELD=VALUE…
    name=$1 north=$2 east=$3
    shift 3
    run 0 new client name="$name" rank=B
    run 0 new site name="$name店" client="$name" latitude="$north" longitude="$east" "$@"
    run 0 visit "$name店" 明日
}

run 0 new office name=営業所 latitude=43.06 longitude=141.35
shop 遠い 43.20 141.35
shop 近い 43.07 141.35
shop 中 43.12 141.35
run 0 --json plan 明日
has '"status":"optimal"'
has '"gap_pct":0.000'
has '"leg_source":"estimated"'
has '"dropped":[]'
has '"in_hand_ms":'
has '"proof_ms":'
has '"metres_source":"estimated"'
has '"place_about":null'
run 0 plan 明日
has 'best possible'
has 'km (estimated)'
run 0 set site 中店 position_level=municipality position_error_m=2300
run 0 --json plan 明日
has '"place_about":"±2.3 km"'
run 0 plan 明日
has 'estimated, place ±2.3 km'
run 0 set site 中店 position_level=typed position_error_m=
run 0 --lang ja plan 明日
has '最良'

# the same nodes, the same answer; no time at all still gives a day
run 0 plan 明日 --nodes 1000
first=$out
run 0 plan 明日 --nodes 1000
[ "$out" = "$first" ] || fail "the same nodes gave another day"
run 0 --json plan 明日 --deadline 0
has '"stops":[{'
run 2 plan 明日 --deadline soon
run 2 plan 明日 --nodes -5x
run 2 plan someday
run 2 --lang en leg 営業所 中店 99999
says 'longer than a day'
run 2 --lang en leg 営業所 中店 -5

# an agreed hour is kept, and what cannot be planned says why
run 0 visit 中店 明日 9:00 --json
run 0 new client name=迷子
run 0 visit 迷子 明日
run 0 --json plan 明日
has '"agreed":"2026-11-25T09:00:00+09:00"'
has '"name":"迷子","why":"no position: type the address or the leg"'

# what an order saves is not said without what it leaves out
run 0 --lang en plan 明日
has '; 1 left out'
run 0 --lang ja plan 明日
has '、1件を外す'

# taken as one step, and taken back
run 0 plan 明日 --take
has 'is taken'
run 0 plan 明日
has 'the order that stands is as good'
run 0 undo
has 'Taken back'

# a day of no length
run 0 visit 近い店 11/27
run 0 setting day_end 08:00
run 0 --json plan 11/27
has '"status":"best_known"'
has 'the day has no hours'
run 0 setting day_end 18:00

# nobody goes where a stop of twelve hours would not end
run 0 new day_plan day=11/26 start=9:00 end=18:00
run 0 visit 近い店 11/26 --json
id=${out#*\"id\":}
id=${id%%\}*}
run 0 set visit "$id" minutes=12h
run 0 --json plan 11/26
has '"dropped":[{'
has 'even alone'

# a nail
run 0 set visit "$id" minutes=30
run 0 nail "$id" 15:00
has 15:00
run 0 --json plan 11/26
has '"begin":"2026-11-26T15:00:00+09:00"'
has '"nailed":true'
run 0 nail "$id"
has 'not nailed any more'

# an urgent call: where it fits, who slips, whom to phone
run 0 urgent 中店 40
has 'nobody slips'
run 0 --json urgent 中店 40
has '"ways":[{"aim":"soonest"'
run 0 urgent 迷子
has 'the way there is not known'
run 1 urgent 誰も
run 0 urgent 中店 40 --take 1
has 'Put '
run 0 today
has 中店
run 0 undo
run 1 urgent 中店 --take 9

# a long drive has its rest, snow counts, who rides along is fetched, orders are called in
run 0 new client name=果て
run 0 new site name=果ての店 client=果て latitude=43.06 longitude=141.9
run 0 leg 営業所 果ての店 150
run 0 visit 果ての店 11/30 --json
id=${out#*\"id\":}
id=${id%%\}*}
run 0 --json plan 11/30
has '{"kind":"rest","id":null,"name":"rest from the wheel"'
has '"leg_minutes":150,"leg_source":"typed"'
run 0 weather 11/30 雪
run 0 --json plan 11/30
has '"leg_minutes":155,"leg_source":"typed"'
run 0 --lang ja plan 11/30
has 運転の休憩
run 0 new contact name=松田
run 0 new resting_place name=駅北口 latitude=43.07 longitude=141.36
run 0 companion "$id" 松田 "9:10 駅北口"
run 0 --json plan 11/30
has '{"kind":"pick_up","id":'
has '"leg_source":"estimated"'
has '"agreed":"2026-11-30T09:10:00+09:00"'
run 0 --lang en day 11/30
has 'pick up 松田: 駅北口'
run 0 new order_memo client=果て what=見本
run 0 --lang en plan today
has 'call in 1 order, by 15:00'
run 0 --lang ja plan today
has '会社に電話: 注文1件 (15:00締切)'

# A visit may go to a client's own customer: to that address, in the hours there, by the leg typed for it.
run 0 new end_customer name=佐藤邸 client=果て latitude=43.09 longitude=141.36 telephone=011-111-2222
run 0 new hours party=佐藤邸 opens=13:00 closes=15:00
run 0 --lang en visit 佐藤邸 12/3 10:00
has 'only 13:00–15:00'
run 0 undo
run 0 --lang en visit 佐藤邸 12/3
run 0 --json plan 12/3
has '"begin":"2026-12-03T13:00:00+09:00","leave":"2026-12-03T13:30:00+09:00","leg_minutes":14,"leg_source":"estimated"'
run 0 --json list visits day:2026-12-03
has '"client":"果て"'
has '"site":"佐藤邸"'
run 0 leg 営業所 佐藤邸 25
run 0 --json plan 12/3
has '"leg_minutes":25,"leg_source":"typed"'
run 0 --json day 12/3
has '"leg_minutes":25,"leg_source":"typed"'
run 0 set end_customer 佐藤邸 latitude=43.5 longitude=142
run 0 undo
run 0 --lang ja brief 佐藤邸
has '果て 佐藤邸'
run 0 new absence party=佐藤邸 why=留守 since=2026-12-01 until=2026-12-10
run 0 --lang ja plan 12/3
has '留守'
run 0 undo
run 0 --lang en urgent 佐藤邸
has '佐藤邸, 30 min'
run 0 out 佐藤邸 '1 色見本を見せた'
run 0 --lang en check
has 'in order'
# The next visit by the cycle goes to the client's own place.
run 0 set client 果て cycle=1
run 0 --json plan week
has '"name":"果ての店"'
lacks '"name":"果て 佐藤邸"'

# Behind the door of a site there is a department: its floor is said, its minutes count instead of the
# site's, its telephone where the person has none.
run 0 new department name=薬剤部 site=果ての店 floor=3階 telephone=011-333-4444 door_minutes=25
run 0 new contact name=伊藤
run 0 new post contact=伊藤 party=果て site=果ての店 department=薬剤部 title=部長
run 0 new leg from=営業所 to=果ての店 minutes=30 mode=car
run 0 visit 伊藤 12/4 10:00
run 0 --json plan 12/4
has '"arrive":"2026-12-04T09:00:00+09:00","begin":"2026-12-04T10:00'
run 0 --json day 12/4
has '"leave_by":"2026-12-04T09:00:00+09:00","leg_minutes":30' # 10:00 − 30 − 25 − 5 to spare
run 0 --lang ja brief 伊藤
has '薬剤部 3階'
has '25分'
run 0 --json brief 伊藤
has '"floor":"3階"'
run 0 --lang ja day 12/4
has '薬剤部 3階'
has '011-333-4444'
run 0 archive department 薬剤部
run 0 --json day 12/4
has '"leave_by":"2026-12-04T09:20:00+09:00"'
run 0 undo
run 0 --lang en check
has 'in order'

# Three hundred stops on a day and no time at all: what is possible, and why not the rest.
{
    echo 得意先名,施設名,緯度,経度
    for i in $(seq 300); do echo "客$i,客$i店,43.$((100 + i)),141.$((600 - i))"; done
} >"$folder/many.csv"
{
    echo uid,client,site,day
    for i in $(seq 300); do echo ",客$i,客$i店,2026-12-09"; done
} >"$folder/visits.csv"
run 0 import clients "$folder/many.csv"
run 0 import visits "$folder/visits.csv"
run 0 --json plan 12/9 --deadline 0
has '"status":"best_known"'
[ "$(printf '%s' "$out" | grep -o '"why":"[^"]' | wc -l)" -gt 250 ] || fail "what is left out has no reason"
finish
