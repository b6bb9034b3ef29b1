# SPDX-License-Identifier: GPL-3.0-or-later
# Travel times learnt from the rep's own stamps: how often is said, what is about teaches nothing.
. "$(dirname "$0")/helpers"
export TZ=Asia/Tokyo
cd "$folder" || exit 1

run 0 new client name=東
run 0 new site name=東店 client=東 latitude=43.06 longitude=141.40
run 0 new client name=西
run 0 new site name=西店 client=西 latitude=43.06 longitude=141.30

# trip DAY LEFT ARRIVED [FIELD=VALUE…]: from 東店 to 西店 on a day that is over.
trip() {
    day=$1 left=$2 there=$3
    shift 3
    run 0 new visit client=東 site=東店 "day=$day" outcome=met "arrived=${day}T08:00:00+09:00" \
        "departed=${day}T$left:00+09:00"
    run 0 new visit client=西 site=西店 "day=$day" outcome=met "arrived=${day}T$there:00+09:00" \
        "departed=${day}T18:00:00+09:00" "$@"
}
leg() { # the leg that leads to 西店 today
    run 0 --lang en --json day 2026-11-25
    printf '%s' "$out" | python3 -c '
import json, sys
for stop in json.load(sys.stdin)["stops"]:
    if stop["kind"] == "visit" and stop["client"] == "西":
        print(stop["leg_minutes"], stop["leg_source"])'
}
is() {
    found=$(leg)
    [ "$found" = "$1" ] || fail "the leg is $found, not $1"
}

run 0 new visit client=東 site=東店 day=2026-11-25 start=9:00
run 0 new visit client=西 site=西店 day=2026-11-25 place=2
estimate=$(leg)
case $estimate in *estimated) ;; *) fail "no estimate: $estimate" ;; esac

# Two trips are too few; times that are about teach nothing; the third does.
trip 2026-11-02 09:00 09:31
trip 2026-11-04 09:00 09:33
trip 2026-11-05 09:00 09:58 about=yes
is "$estimate"
trip 2026-11-06 09:00 09:35
is '33 learnt, 3 trips'

# One that took three times as long was more than a leg, and a visit between makes two legs of it.
trip 2026-11-09 09:00 12:00
is '33 learnt, 3 trips'
run 0 new client name=間
run 0 new site name=間店 client=間 latitude=43.06 longitude=141.35
run 0 new visit client=間 site=間店 day=2026-11-10 outcome=met arrived=2026-11-10T09:10:00+09:00 \
    departed=2026-11-10T09:20:00+09:00
trip 2026-11-10 09:00 09:30
is '33 learnt, 3 trips'

# By the hour of setting out: noons are quicker than mornings, in the day and in the plan.
for day in 11 12 13; do
    trip 2026-11-$day 13:00 13:12
done
is '33 learnt, 3 trips'
run 0 new visit client=東 site=東店 day=2026-11-27 start=13:00
run 0 new visit client=西 site=西店 day=2026-11-27 place=2
run 0 --lang en --json day 2026-11-27
has '"leg_minutes":12,"leg_source":"learnt, 3 trips"'
run 0 --lang en --json plan 2026-11-27
has '"leg_minutes":12,"leg_source":"learnt, 3 trips"'

# However many places the day has.
place=0
while [ $place -lt 16 ]; do
    run 0 new site name=中$place client=間
    run 0 new visit client=間 site=中$place day=2026-11-27
    place=$((place + 1))
done
run 0 --lang en --json plan 2026-11-27
has '"leg_source":"learnt, 3 trips"'

# The planner drives by it, too; what is typed wins; another way to travel knows nothing of it.
run 0 --lang en --json plan 2026-11-25
has '"leg_source":"learnt, 3 trips"'
run 0 new day_plan day=2026-11-25 mode=bicycle
case $(leg) in *estimated) ;; *) fail "a bicycle is no car: $(leg)" ;; esac
run 0 undo
run 0 leg 東店 西店 20
is '20 typed'
finish
