# SPDX-License-Identifier: GPL-3.0-or-later
# The sample stands in for the store, and nothing of it is left behind.
. "$(dirname "$0")/helpers"

mkdir "$folder/tmp"
TMPDIR=$folder/tmp
export TMPDIR
run 0 --demo list clients --json
case "$out" in "[{"*) ;; *) fail "the sample has no clients" ;; esac
# The same uids each time, also where chance is not fixed: a phone's calendar doubles nothing.
first=$out
unset MAWARI_SEED
run 0 --demo list clients --json
[ "$out" = "$first" ] || fail "the sample's clients have other uids"
MAWARI_SEED=1
export MAWARI_SEED
run 0 --demo --lang ja
[ -z "$(ls "$folder/tmp")" ] || fail "left behind: $(ls "$folder/tmp")"

# Who is killed leaves his copy; the next demo removes it, but none that is in use.
mkfifo "$folder/line"
"$MAWARI" --demo add - <"$folder/line" >"$folder/out" 2>&1 &
process=$!
exec 9>"$folder/line"
until ls "$folder/tmp"/*/in-use >/dev/null 2>&1; do :; done
run 0 --demo list clients
[ -n "$(ls "$folder/tmp")" ] || fail "a copy in use was removed"
kill -9 $process
wait $process 2>/dev/null
exec 9>&-
[ -n "$(ls "$folder/tmp")" ] || fail "the killed one left nothing to remove"
run 0 --demo list clients
[ -z "$(ls "$folder/tmp")" ] || fail "a killed demo is left behind: $(ls "$folder/tmp")"
[ ! -e "$XDG_DATA_HOME/mawari/mawari.db" ] || fail "the demo made a store"
# What mends a store has nothing to mend here, and does what it does all the same.
run 0 --demo backup "$folder/sample.db"
run 0 --demo restore "$folder/sample.db"
run 0 --demo check --salvage "$folder/saved.db"
has "; lost: 0"
finish
