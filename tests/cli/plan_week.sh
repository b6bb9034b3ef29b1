# SPDX-License-Identifier: GPL-3.0-or-later
# Who is due by the cycles, spread over the coming days: a proposal, its reasons, taken as one step.
. "$(dirname "$0")/helpers"

shop() { # NAME LATITUDE CYCLE LAST FIELD=VALUE…
    name=$1 north=$2 cycle=$3 last=$4
    shift 4
    run 0 new client name="$name" rank=B cycle="$cycle" "$@"
    run 0 new site name="$name店" client="$name" latitude="$north" longitude=141.35
    run 0 new visit client="$name" site="$name店" day="$last" outcome=met
}

# nobody is due
run 0 new office name=営業所 latitude=43.06 longitude=141.35
run 0 plan week
has 'Proposal: 0 visits proposed'
run 1 plan week --take
says 'nothing to take'

shop 北 43.20 28 2026-10-28
shop 北隣 43.21 28 2026-10-29
shop 南 42.90 28 2026-10-28
shop 約束 43.205 90 2026-11-20
shop 待つ 42.70 60 2026-10-05
run 0 visit 約束店 11/26 14:00
run 0 plan week
has 'Proposal: 3 visits proposed'
has 'Thu 26 Nov  visits 1 → 3'
has 'near 約束店'
has '待つ店'
has 'can wait'
run 0 --lang ja plan week
has '案: 訪問3件を提案'
has '約束店の近く'
run 0 --json plan week
has '"status":"proposal","days":[{"date":"2026-11-25"'
has '"left_out":[{"client_id":'
has '"why":"window ends 12 Dec: can wait"'
has '"agreed":"2026-11-26T14:00:00+09:00"'

# another week by any of its days; one that is over
run 0 --json plan week 12/3
has '"days":[{"date":"2026-11-30"'
run 1 plan week 2026-11-16
says 'no working day of this week'
run 2 plan week someday
run 2 plan week --deadline soon

# the same nodes, the same answer; no time at all still gives a week
run 0 plan week --nodes 2000
first=$out
run 0 plan week --nodes 2000
[ "$out" = "$first" ] || fail "the same nodes gave another week"
run 0 plan week --deadline 0
has 'Proposal: '

# taken as one step; nobody is asked for twice; taken back
run 0 plan week --nodes 20000 --take
has '3 visits are planned'
run 0 plan week
has 'Proposal: 0 visits proposed'
run 0 day 11/26
has '14:00 = 約束店'
has '北店'
run 0 undo
has 'Taken back: planned the week from'
run 0 plan week
has 'Proposal: 3 visits proposed'
finish
