# SPDX-License-Identifier: GPL-3.0-or-later
# The load list: what goes into the car for the day's visits, ticked there, and what comes back.
. "$(dirname "$0")/helpers"

run 0 load
has "Nothing is to be loaded, and nothing comes back"
run 0 new client name=青葉商店
run 0 note 青葉商店 '+鍵2本 明日 ; $米5袋 明日 ; -返品2箱 明日'
run 0 new visit client=青葉商店 day=2026-11-25 start=10:20
run 0 heavy 米5袋
run 0 load
has "Nothing is to be loaded"
run 0 load 2026-11-25
has "2 things, 1 heavy, 1 comes back"
has "[ ] kg 米5袋"
has "comes back"
run 0 do loaded 鍵2本 2026-11-25
has "In the car: 鍵2本"
run 0 --json load 2026-11-25
has '"what":"鍵2本"'
has '"loaded":true'
has '"part":"back","kind":"commitment"'
run 0 day 2026-11-25
has "load  1 thing, 1 heavy, 1 comes back"
run 0 --lang ja load 2026-11-25
has "1点、重い物 1、持ち帰り 1"
run 0 undo
run 0 load 2026-11-25
has "2 things"
run 0 do loaded 米5袋 2026-11-25
run 0 --now 2026-11-25T10:40+09:00 out 青葉商店 8
run 0 --json show order_memo 米5袋
has '"delivered":"2026-11-25"'
run 0 --now 2026-11-25T18:40+09:00 load
lacks "米5袋"
run 0 undo
run 1 loaded nothing
run 1 heavy 青葉商店
run 0 check
finish
