# SPDX-License-Identifier: GPL-3.0-or-later
# To the phone, by the real program: the oracle on the sample, on a year of visits to real hospitals
# and on the nastiest names; the same bytes twice; other people's files left alone.
. "$(dirname "$0")/helpers"
export TZ=Asia/Tokyo
oracle="${MAWARI_SHARED:-/none}/tools/ics_oracle.py"
list="${MAWARI_SHARED:-/none}/data/clients/hokkaido-hospitals.utf8.csv"

# passes FILE: nothing to say against it. Without the oracle or Python it is not judged.
passes() {
    [ -r "$oracle" ] && [ -x /usr/bin/python3 ] || return 0
    /usr/bin/python3 "$oracle" --strict --quiet "$1" >"$folder/verdict" 2>&1 ||
        fail "the oracle on $1: $(head -n 3 "$folder/verdict")"
}

run 0 --demo export calendar -o "$folder/demo.ics"
passes "$folder/demo.ics"

# Names as nasty as the store takes them.
for name in 'a;b,c:d\e"f' "^n ^' ^^" '=1+1' "$(printf '\342\200\256evil\342\201\246')" \
    "$(printf '\303\251\314\201\314\202\314\203\314\204\314\205')" 'BEGIN:VEVENT' 'x\nEND:VCALENDAR' \
    "$(printf '%0200d' 0 | sed 's/0/森/g')"; do
    run 0 new client "name=$name"
    run 0 new site "name=$name" "client=$name" "address=$name" latitude=43.06 longitude=141.35 \
        "parking=$name" "entrance=$name"
    run 0 new visit "client=$name" "site=$name" day=2026-11-25 start=10:00 "purpose=$name" \
        appointment=confirmed
    run 0 new commitment "what=$name" "client=$name" direction=mine due=2026-11-25
done
run 0 export calendar -o "$folder/nasty.ics"
passes "$folder/nasty.ics"
cp "$folder/nasty.ics" "$folder/before.ics"
run 0 export calendar -o "$folder/nasty.ics"
cmp -s "$folder/nasty.ics" "$folder/before.ics" || fail "the same plan gave other bytes"

# A folder of single files: what is not ours stays.
mkdir "$folder/vdir"
printf 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' >"$folder/vdir/theirs.ics"
cp "$folder/vdir/theirs.ics" "$folder/theirs"
run 0 export calendar --vdir "$folder/vdir"
cmp -s "$folder/vdir/theirs.ics" "$folder/theirs" || fail "another's file in the folder was touched"
[ "$(find "$folder/vdir" -name '*.ics' | wc -l)" -eq 17 ] || fail "not one file each: $(ls "$folder/vdir")"
for file in "$folder"/vdir/*-*.ics; do passes "$file"; done

# A device is not renamed away, and a file in a folder that is not there is not made.
run 1 export calendar -o /dev/null
says "not an ordinary file"
[ -c /dev/null ] || fail "/dev/null is gone"
run 1 export calendar -o "$folder/none/a.ics"
says "a.ics"

# A year of the hospitals.
if [ -r "$list" ]; then
    export XDG_DATA_HOME="$folder/year"
    run 0 import clients "$list"
    run 0 --json list sites
    { # each of the 574 twice, eight a day; records are named by their numbers
        echo "uid,client,site,day,start,appointment,purpose"
        printf '%s\n' "$out" "$out" |
            sed -n 's/.*{"id":\([0-9]*\),.*"client_id":\([0-9]*\),.*/\2 \1/p' |
            awk '{ day = int(NR / 8) % 336
                printf ",%d,%d,2027-%02d-%02d,%d:%02d,%s,見積; %d, \n", $1, $2, day / 28 + 1,
                    day % 28 + 1, 9 + NR % 8, NR * 7 % 60,
                    NR % 5 ? "confirmed" : NR % 2 ? "tentative" : "cancelled", NR }' |
            sed 's/, $/、棚/'
    } >"$folder/plan.csv"
    run 0 --lang en import visits "$folder/plan.csv"
    has "1148 rows: 1148 new"
    run 0 export calendar -o "$folder/year.ics"
    passes "$folder/year.ics"
    run 0 export calendar -o "$folder/again.ics"
    cmp -s "$folder/year.ics" "$folder/again.ics" || fail "the same year gave other bytes"
fi
finish
