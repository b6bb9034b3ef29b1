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

run 0 setting promise_words "見積 = 電話 10 | 点検=机"
run 1 setting promise_words "見積=いつか"
says "row 1, 見積: “いつか”"
run 0 check
finish
