# SPDX-License-Identifier: GPL-3.0-or-later
# A day as text and as JSON; what was planned, moved and written stands in it.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 new client name=みなと物産
run 0 visit 青葉商店 today 14:00 --json
has '"changed":true'
id=${out#*\"id\":}
id=${id%%\}*}
run 0 visit みなと物産
run 0 new commitment what=見積 client=青葉商店 due=today
run 0 new ticket what=扉 client=青葉商店
run 0 move "$id" 15:30
has 15:30

run 0
has 青葉商店
run 0 today
has 青葉商店
has 15:30
run 0 today --plain
has 青葉商店
run 0 day 明日
run 0 --json today
has '"date":"2026-11-24"'
has '"stops":['
has '"promises_due":['
has '"tickets":['
has '2026-11-24T15:30:00+09:00'
has '"client":"青葉商店"'

run 0 outcome "$id" 1 棚替えは1月
run 0 report
has 青葉商店
has 棚替えは1月
run 2 day someday

# A train is left for by its departure; one that cannot be had is said, and nothing of another hour.
run 0 day 明日
run 0 new office name=札幌営業所
run 0 new client name=西商会
run 0 new site name=西店 client=西商会 door_minutes=3
run 0 new leg from=札幌営業所 to=西店 mode=train line=函館線 departure=10:20 arrival=10:50 fare=640
run 0 new day_plan day=明日 mode=train
run 0 --json new visit client=西商会 site=西店 day=明日 start=11:00
there=${out#*\"id\":}
run 0 day 明日
has 'FIRST  西商会 西店, leave by 10:15 for the 10:20 train'
has 'trip  30 min (函館線 10:20–10:50 ¥640)'
run 0 --lang ja day 明日
has '最初  西商会 西店  10:15 までに出発、10:20 の電車'
run 0 --json day 明日
has '"train":"2026-11-25T10:20:00+09:00"'
has '"leave_by":"2026-11-25T10:15:00+09:00"'
run 0 export calendar --from 明日 --to 明日 -o "$folder/train.ics"
out=$(cat "$folder/train.ics")
has 'TRIGGER:-PT45M'
has 'X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT40M'
run 0 set visit "${there%%\}*}" start=10:52
run 0 --lang ja day 明日
has '10:20 の電車では遅刻'
run 0 --json day 明日
has '"no_train":"10:20 train is too late"'
run 0 plan 明日
has '函館線 ¥640, 10:20 train is too late'

# What is wider than its column in hours and minutes is told in minutes: nothing of it is cut.
run 0 --demo --lang ja --now 2026-11-24T12:30+09:00 today
has ' 65分'
run 0 --demo --now 2026-11-24T12:30+09:00 today
has '1h05'
run 0 --demo --now 2026-11-24T13:15+09:00 today
lacks '1h05' # its hour has come: nothing is to spare
# An hour that nobody stamped is about.
run 0 new client name=霧の店
run 0 visit 霧の店 today 9:00
run 0 out 霧の店 2
run 0 today
has 'Short word (about)'
run 0 --json today
has '"about":true'
finish
