# SPDX-License-Identifier: GPL-3.0-or-later
# Late, weather, gaps and calls on the command line, as text and as JSON.
. "$(dirname "$0")/helpers"

run 0 setting lunch no
run 0 new office name=Office home=yes latitude=43.0 longitude=141.35
run 0 new client name=青葉商店
run 0 new site name=本店 client=青葉商店 latitude=43.01 longitude=141.35 telephone=011-000-1182
run 0 visit 青葉商店 today 10:30

run 0 late 20
has '! 10:30 → 10:50'
has 011-000-1182
has 'may I come at 10:50'
run 0 late +30 --json
has '"late":30'
has '"becomes":"11:00","breaks":true'
run 0 today --json
has '"late":30'
run 0 late 0
run 0 today --json
has '"late":null'
run 2 late soon

run 0 weather tomorrow fs
has 'Fine, after noon Snow'
run 0 day 明日 --json
has '"weather":"fine","weather_pm":"snow"'
run 2 weather x
says 'is no weather'
run 0 weather 雪
run 0 today --json
has '"weather_minutes":5'

# the alarm of the first one tomorrow rings earlier
run 0 visit 青葉商店 tomorrow 9:30
run 0 weather tomorrow f
run 0 export calendar --from tomorrow --to tomorrow -o "$folder/fine.ics"
run 0 weather tomorrow s
run 0 export calendar --from tomorrow --to tomorrow -o "$folder/snow.ics"
fine=$(grep '^TRIGGER' "$folder/fine.ics" | tr -dc '0-9')
snow=$(grep '^TRIGGER' "$folder/snow.ics" | tr -dc '0-9')
[ -n "$fine" ] && [ "$snow" -eq $((fine + 5)) ] || fail "alarm $fine minutes before, in snow $snow"

run 0 new contact name=中村
run 0 phoned 中村 パレットの件
has '09:35–09:45, parked'
run 0 list commitments --json
has '"way":"call"'
has '"planned":"2026-11-24","planned_at":"09:35"'
run 0 gap
has free
run 0 gap 11:30 --json
has '"near":[]'
has '"phone":['
has '"desk":['
has '"rest":['
has '"minutes":'
run 0 new resting_place name=公園 latitude=43.005 longitude=141.352 parking=yes
run 0 gap 12:00
has 公園
run 0 book 公園 12:00 30
has '12:00'
run 0 today
has 'rest: 公園'
run 0 undo
run 0 today
lacks 'rest: 公園'
run 1 --now 2026-11-24T23:50+09:00 gap
says 'no gap'
finish
