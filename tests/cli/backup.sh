# SPDX-License-Identifier: GPL-3.0-or-later
# A backup restores what was there; check finds nothing in a sound store.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 backup "$folder/copy.db"
has copy.db
run 0 new client name=みなと物産
run 0 check
run 0 restore "$folder/copy.db"
run 0 list clients
has 青葉商店
lacks みなと物産
run 0 backup
[ "$(ls "$XDG_DATA_HOME/mawari/backups"/*.db | wc -l)" -eq 1 ] || fail "no backup beside the store"
run 0 check --salvage "$folder/saved.db"
run 0 --store "$folder/saved.db" list clients
has 青葉商店
run 0 setting lunch_minutes 1h
run 0 setting lunch_minutes
has lunch_minutes
run 1 setting lunch_minutes soon
run 2 setting colour red
finish
