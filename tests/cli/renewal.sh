# SPDX-License-Identifier: GPL-3.0-or-later
# Contracts: the notice deadline, steps and lights, the next term, the calendar, who is transferred.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 renewals
has "No contract is inside its notice"
run 1 new contract what=保守 client=青葉商店 start=2027-04-01 end=2027-03-31
says "Ends on: the contract ends before it starts"
run 1 new contract what=保守 client=青葉商店 end=2027-03-31 notice_months=99
run 0 new contract what=年間保守 client=青葉商店 start=2026-04-01 end=2027-03-31 notice_months=1 yen_a_year=480000
run 0 list contracts
has "年間保守"
has "26 Feb 2027"
run 0 --json list contracts notice:2027-02-01..2027-02-28
has '"notice":"2027-02-26"'
run 0 renewals
has "青葉商店  年間保守"
has "notice by Fri 26 Feb 2027, in 94 days"
has "! no price agreed"
run 0 --lang ja renewals 青葉商店
has "申出期限 2027/2/26(金)、あと94日"
run 0 new contract what=リース client=青葉商店 end=2029-03-31
run 0 new contract what=旧契約 client=青葉商店 end=2020-03-31 state=ended
run 0 renewals リース
has "青葉商店  リース"
has "! no price agreed"
lacks 年間保守
run 0 renewals 青葉商店
has リース
has 年間保守
run 0 renewals 旧契約
has "This contract is not running"
run 0 --lang ja renewals 旧契約
has "この契約は現在有効ではありません"
run 0 undo
run 0 undo
run 0 --json renewals
has '"step":"talk about usage","step_day":"2026-10-29"'
run 0 brief 青葉商店
has "notice by Fri 26 Feb 2027"
run 0 tick 年間保守
run 0 tick 年間保守
run 0 --json renewals
has '"step":"quote"'
run 0 search 年間保守
has "年間保守"
run 0 export calendar -o "$folder/out.ics"
grep -q "Last day for notice: 年間保守" "$folder/out.ics" || fail "the notice is not in the calendar"
grep -q "DTSTART;VALUE=DATE:20270226" "$folder/out.ics" || fail "the notice is no whole day"
run 0 renew 年間保守
has "now runs until Fri 31 Mar 2028"
run 0 renewals
has "No contract is inside its notice"
run 0 undo
run 1 setting renewal_steps "quote sixty"
says "is no step"
run 0 check
finish
