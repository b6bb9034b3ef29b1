# SPDX-License-Identifier: GPL-3.0-or-later
# The sample stands in for the store, and nothing of it is left behind.
. "$(dirname "$0")/helpers"

mkdir "$folder/tmp"
TMPDIR=$folder/tmp
export TMPDIR
run 0 --demo list clients --json
case "$out" in "[{"*) ;; *) fail "the sample has no clients" ;; esac
run 0 --demo --lang ja
[ -z "$(ls "$folder/tmp")" ] || fail "left behind: $(ls "$folder/tmp")"
[ ! -e "$XDG_DATA_HOME/mawari/mawari.db" ] || fail "the demo made a store"
finish
