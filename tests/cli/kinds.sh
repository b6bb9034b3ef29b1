# SPDX-License-Identifier: GPL-3.0-or-later
# Every kind that the program completes can be listed, exported, shown, archived and brought back.
. "$(dirname "$0")/helpers"

run 0 --completions bash
kinds=$(sed -n 's/^ *show) behind="\(.*\)" ;;/\1/p' "$folder/out")
[ "$(echo "$kinds" | wc -w)" -ge 60 ] || fail "not all kinds: $kinds"
run 0 --demo backup "$folder/sample.db"
store="--store $folder/sample.db"

first_id() {
    sed -n '1s/^\[{"id":\([0-9]*\),.*/\1/p' "$folder/out"
}

walked=0
for kind in $kinds; do
    run 0 $store list "$kind" --json
    case "$out" in "["*"]") ;; *) fail "no array: list $kind --json" ;; esac
    rows=$out id=$(first_id)
    run 0 $store export csv "$kind"
    has uid,
    [ -n "$id" ] || continue
    walked=$((walked + 1))
    run 0 $store show "$kind" "$id" --json
    has "{\"id\":$id,"
    if [ "$kind" = incidents ]; then # what was said is kept for good
        run 1 $store archive "$kind" "$id"
        continue
    fi
    run 0 $store archive "$kind" "$id"
    run 0 $store list "$kind" --json
    [ "$(first_id)" != "$id" ] || fail "$kind $id is archived and still listed"
    run 0 $store undo
    run 0 $store list "$kind" --json
    [ "$out" = "$rows" ] || fail "taking back does not bring $kind $id back as it was"
done
[ $walked -ge 40 ] || fail "the sample data has rows of only $walked kinds"
run 2 list nothing
says nothing

# A step is called what the sentence called it that made it.
run 0 $store --lang en new visit client=青葉商店 day=2026-11-30 purpose=話
has "Added: Visit 青葉商店"
run 0 $store --lang en undo
has "Taken back: added 青葉商店"
run 0 $store --lang en list round_clients --json
run 0 $store --lang en archive round_clients "$(first_id)"
archived=${out#Archived }
run 0 $store --lang en undo
has "Taken back: archived $archived"

run 0 export json
has '"commitments":['
run 0 export json -o "$folder/all.json"
[ -s "$folder/all.json" ] || fail "nothing was written"
run 1 export json -o "$folder/none/all.json"
says all.json
finish
