# SPDX-License-Identifier: GPL-3.0-or-later
# Orders until the office has them: listed by the hour they shut, ticked when handed over.
. "$(dirname "$0")/helpers"

run 0 orders
has "The office has every order"
run 0 new client name=青葉商店
run 0 new supplier name=豆腐屋 supplies=豆腐 cut_off=9:00
run 0 note 青葉商店 '$豆腐10 明日'
run 0 note 青葉商店 '$いつもの'
run 0 orders
has "! 09:00  豆腐10"
has 豆腐屋
run 0 --json orders
has '"cut_off":"09:00"'
has '"past":true'
run 0 today
has "! orders shut 09:00, 2 open"
run 0 --lang ja today
has "! 受注締切 09:00"
run 1 setting order_cutoff someday
run 0 check
finish
