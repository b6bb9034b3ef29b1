# SPDX-License-Identifier: GPL-3.0-or-later
# Every kind can be listed and exported under its plural.
. "$(dirname "$0")/helpers"

for kind in clients suppliers offices sites departments contacts posts end_customers visits \
    commitments tickets notes tags links resting_places holidays private_times legs blocks; do
    run 0 list "$kind"
    run 0 list "$kind" --json
    case "$out" in "["*"]") ;; *) fail "no array: list $kind --json" ;; esac
    run 0 export csv "$kind"
    has uid,
done
run 0 export json
has '"commitments":['
run 0 export json -o "$folder/all.json"
[ -s "$folder/all.json" ] || fail "nothing was written"
run 1 export json -o "$folder/none/all.json"
says all.json
finish
