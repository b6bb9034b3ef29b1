# SPDX-License-Identifier: GPL-3.0-or-later
# Invoices to bring and money to collect: shown first, promised once, taken back in one step.
. "$(dirname "$0")/helpers"

run 0 money
has "No invoice is to be brought and nothing to be collected"
run 0 new client name=青葉商店 closing_day=26 payment_day=29
run 0 note 青葉商店 '+見積'
run 0 money
has "invoice Fri 27"
has "collect Fri 27"
has "closing within three working days, with something open"
has "1 open"
run 0 --json money
has '"money":"invoice","client":"青葉商店"'
has '"of":"2026-11-26","due":"2026-11-27"'
has '"closing":"2026-11-26","open":1'
run 0 list commitments
lacks "invoice (closing"
run 0 today
has "to bill or collect: 2"
has "closes  Thu 26 青葉商店 (1 open)"
run 0 --lang ja brief 青葉商店
has "請求書 27(金)"
run 0 money --take
has "Promised 2"
run 0 money
lacks "collect Fri 27"
run 0 money --take
has "each was promised once"
run 0 list commitments
has "invoice (closing 11/26)"
has "collect (payment 11/29)"
run 0 undo
run 0 money --only 青葉商店 --until 2026-12-24
has "invoice Fri 27"
run 1 money --only nobody --take
run 2 money --until someday
run 0 check
finish
