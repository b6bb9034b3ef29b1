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

# an agreed hour is kept, and what cannot be planned says why
run 0 visit 中店 明日 9:00 --json
run 0 new client name=迷子
run 0 visit 迷子 明日
run 0 --json plan 明日
has '"agreed":"2026-11-25T09:00:00+09:00"'
has '"name":"迷子","why":"no position: type the address or the leg"'

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
finish
