# SPDX-License-Identifier: GPL-3.0-or-later
# The evening on the command line: can I stop, reports and their templates, expenses, the driving
# log, and what a trouble wants asked and when.
. "$(dirname "$0")/helpers"

run 0 stop
has 'Yes. Nothing is left.'
run 0 stop --json
has '"can_stop":true'

run 0 new client name=青葉商店
run 0 new site name=本店 client=青葉商店
run 0 new contact name='木村 達也'
run 0 visit 青葉商店 9:00
export MAWARI_NOW=2026-11-24T18:30+09:00
run 0 stop
has 'Not yet: 1 thing, about 2 min'
has 'to write'
run 0 out 青葉商店 '1 $豆腐10 明朝 駐600 高速1200 +見積 金 +鍵 今日 @誰か !扉が閉まらない'
run 0 stop
lacks 'to write'
has '豆腐10'
has '鍵'
lacks '見積  Fri'
has '@誰か'
run 0 stop --json
has '"can_stop":false'
has '"what":"order"'
run 0 tick 豆腐10
run 0 stop
lacks 豆腐10

# expenses are records of their own, and the month of them is text and a table
run 0 list expenses
has '駐車'
has '1,200'
run 0 new expense what=電車 yen=240 day=2026-10-31
run 0 report expenses 2026-11
has '2026-11-24  駐車  ¥600  青葉商店'
has 'Together: ¥1,800'
lacks 電車
run 0 export csv expenses day:2026-11-01..2026-11-30
has '駐車,600'
lacks 電車
run 0 undo
run 1 new expense what=駐車

# the driving log: first the start, then the end; what is asked for is a setting each
run 0 setting alcohol yes
run 0 stop
has 'alcohol check: start and end'
run 0 --now 2026-11-25T18:30+09:00 stop
lacks 'alcohol check' # nobody was visited that day
run 0 setting alcohol no
run 0 drive 48210 none
run 0 drive 48295 なし
has '85 km today'
run 1 drive 100
says 'The odometer ends below its start'
run 2 drive 48300 maybe

# reports
run 0 report
has 'Daily report, 2026-11-24 (Tue)'
has 'Visits: 1  Met 1'
has '青葉商店'
has 'Orders: 1'
has 'Driven: 85 km  48210–48295'
has 'Alcohol check: No alcohol before, No alcohol after'
has 'Expenses: ¥1,800'
run 0 report yesterday
has 'No visits'
run 0 report week 2026-11-26
has 'Weekly report, 2026-11-23 (Mon) – 2026-11-29 (Sun)'
run 0 report month 2026-11
has 'Monthly report, 2026-11-01'
run 2 report week soon
run 0 whiteboard
has '09:00 青葉商店'
run 1 whiteboard 2026-12-24

# templates
run 0 template day
has '{visits}'
printf 'R {date}\n{visit_count} of {nothing}\n' >"$folder/t"
run 1 template day "$folder/t"
says 'line 2: there is no {nothing}'
printf 'R {date}\nkm {km}\n' >"$folder/t"
run 0 template day "$folder/t"
run 0 report
has 'R 2026-11-24 (Tue)
km 85'
run 1 setting report_day 'a|{b}'
says 'line 2: there is no {b}'
run 0 setting report_day ''
for period in week month; do
    printf 'P {date}\n{visit_count} made, {kept_count} kept\n{days}\n' >"$folder/t"
    run 0 template $period "$folder/t"
    run 0 report $period
    has 'P 2026-11-'
    has 'made, '
    lacks 'Visits:'
    run 0 setting report_$period ''
    run 0 report $period
    has 'Visits:'
done

# troubles: the report falls due by severity, whoever has the ball is asked again, one page of it
run 0 show ticket T1
has 'Report due'
has 'Thu 3'
run 0 intake T1
has 'Since when?'
run 0 inside T1 'Since when? 今朝から'
run 0 ball T1 '木村 達也' 27日 部品の件
run 0 list tickets ask_again:..2026-11-27
has '扉が閉まらない'
run 0 ask-again T1 30日
run 0 list tickets ask_again:..2026-11-27
lacks '扉が閉まらない'
run 0 told T1 '調べています'
run 0 report T1
has 'History of trouble T1'
has '今朝から'
has '部品の件'
run 0 report T1 --told
has '調べています'
lacks '今朝から'
run 0 first-report T1
has 'First report: trouble T1'
run 0 report-due T1 today
run 0 stop
has 'report due'
run 0 report-due T1 none
run 0 stop
lacks 'report due'
run 1 setting intake 'door'
run 0 check
finish
