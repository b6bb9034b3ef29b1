# SPDX-License-Identifier: GPL-3.0-or-later
# Promises that come again, wait, and are counted when they are kept.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 new commitment what=月次報告 client=青葉商店 due=2026-11-30 promised=2026-11-01
run 0 repeat 月次報告 月末
has "the last day of the month"
run 0 repeat 月次報告 the last day of the month
has "comes again: the last day of the month"
run 1 repeat 月次報告 sometimes
says "“sometimes” is no rule"
run 0 tick 月次報告
run 0 --json list commitments -- -is:done
has '"due":"2026-12-31"'
run 0 --json show client 青葉商店
has '"kept_mine":1'
has '"done_mine":1'
run 0 undo
run 0 --json show client 青葉商店
has '"done_mine":0'

run 0 new commitment what=見積 due=2026-12-10
run 0 --json show commitment 見積
has '"way":"desk"'
run 0 wait 見積 today 決裁
run 0 list commitments is:today
has 見積
run 0 wait 見積 2026-12-01 決裁
run 0 list commitments is:today
lacks 見積

# a chain without slack says whom to tell, in order, with the sentence
run 0 new contact name=施主 mobile=090-0000-0001
run 0 new contact name=社長 telephone=011-000-0002
run 0 new commitment what=図面 direction=theirs client=青葉商店 contact=施主 due=2026-11-26
run 0 new commitment what=納品計画 client=青葉商店 contact=社長 due=2026-11-27
run 0 new chain_link commitment=納品計画 waits_for=図面 working_days=1
run 0 sheet 図面
has 'slack 0 working days'
has 'If it slips, tell in this order'
has '1 社長            011-000-0002'
has '“納品計画” of Fri 27 may be late, “図面” is missing'
run 0 --lang ja sheet 図面
has '余裕'
run 0 --json sheet 図面
has '"what":"図面"'
run 0 sheet 青葉商店
has 'Open promises  3'
run 2 sheet

run 0 setting promise_words "見積 = 電話 10 | 点検=机"
run 1 setting promise_words "見積=いつか"
says "row 1, 見積: “いつか”"
run 0 check
finish
