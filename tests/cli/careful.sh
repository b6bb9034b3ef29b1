# SPDX-License-Identifier: GPL-3.0-or-later
# People who are to be handled with care, on the route: the breather behind them wherever they stand,
# "bring the boss" after two bad visits, the exit alarm and its sentence in the phone's event.
. "$(dirname "$0")/helpers"
export TZ=Asia/Tokyo

run 0 new client name=霧の店
run 0 new contact name=大野 handle=with_care longest=20 'exit_line=次の約束がありますので'
run 0 new post contact=大野 party=霧の店
run 0 new client name=北海
run 0 new visit client=霧の店 contact=大野 day=tomorrow start=13:00
run 0 new visit client=北海 day=tomorrow

# agreed: right behind it; the phone rings when the longest stay is over, with the sentence
run 0 day tomorrow
has "13:20   to recover"
run 0 export calendar --from tomorrow --to tomorrow -o "$folder/out.ics"
out=$(tr -d '\r' < "$folder/out.ics")
has "DESCRIPTION:次の約束がありますので
TRIGGER:PT20M"

# floating: right behind it as well, and in front of what comes next
run 0 set visit 霧の店 start=
run 0 day tomorrow
has "08:35 ~ 霧の店"
has "08:55   to recover"
has "09:10 ~ 北海"
run 0 plan tomorrow
run 0 day tomorrow
has "08:55   to recover"
run 0 setting recovery_minutes 0
run 0 day tomorrow
lacks "to recover"
has "09:00 ~ 北海"
run 0 setting recovery_minutes 10

# and the phone rings when the longest stay from the day's own hour on is over
run 0 export calendar --from tomorrow --to tomorrow -o "$folder/floating.ics"
out=$(tr -d '\r' < "$folder/floating.ics")
has "T083500"
has "DESCRIPTION:次の約束がありますので
TRIGGER:PT20M"

# nobody was there: nothing to recover from
morning="--now 2026-11-25T07:30:00+09:00"
run 0 $morning day today
has "to recover"
run 0 $morning outcome 霧の店 4
run 0 $morning day today
lacks "to recover"
run 0 $morning undo

# two bad visits running, not one, not with a better one behind them
run 0 new visit client=霧の店 contact=大野 day=2026-11-10 outcome=met
run 0 new temper contact=大野 day=2026-11-10 degree=2 set_off=値上げ
run 0 brief 霧の店
lacks "bring the boss"
run 0 new temper contact=大野 day=2026-11-17 degree=1
run 0 brief 霧の店
has "bring the boss"
has "set off by 値上げ"
run 0 day tomorrow
has "bring the boss: 大野 (霧の店)"
run 0 brief 霧の店
has "2 bad visits running: bring the boss"
run 0 new temper contact=大野 day=2026-11-18 degree=2
run 0 brief 霧の店
has "3 bad visits running: bring the boss"
run 0 --lang ja brief 霧の店
has "悪い訪問が3回続いた: 上司と同行"
run 0 new temper contact=大野 day=2026-11-19 degree=2
run 0 new temper contact=大野 day=2026-11-19 degree=1
run 0 brief 霧の店
has "5 bad visits running or more: bring the boss"
run 0 new temper contact=大野 day=2026-11-20 degree=4
run 0 brief 霧の店
lacks "bring the boss"
run 0 day tomorrow
lacks "bring the boss"

# who is named in the line alone is who the temperature is of
run 0 new visit client=北海 day=2026-11-23
run 0 out 北海 '1 @大野 値上げの話' --temper 2 --set-off 値上げ --calmed 図面
run 0 list tempers day:2026-11-23
has "大野"
has "図面"
run 0 undo
run 0 list tempers day:2026-11-23
lacks "大野"
run 1 out 北海 '1' --temper 9
run 2 out 北海 '1' --set-off 値上げ
says "--set-off and --calmed say why it was so: give --temper, too"
run 1 out 北海 '1' --temper 3
says "--temper: the visit is to nobody in particular"

# a visit to a client of whom one person alone is known is to that person: on the route, at the door, in
# what is counted, unless the line names somebody else
run 0 new client name=一人商会
run 0 new contact name=独田 handle=with_care longest=15 exit_line=これで失礼
run 0 new post contact=独田 party=一人商会
run 0 visit 一人商会 'tomorrow 16:00'
run 0 day tomorrow
has "16:15   to recover"
run 0 export calendar --from tomorrow --to tomorrow -o "$folder/alone.ics"
out=$(tr -d '\r' < "$folder/alone.ics")
has "DESCRIPTION:これで失礼
TRIGGER:PT15M"
run 0 visit 一人商会 today
run 0 --lang en out 一人商会 '1 +見積 金' --temper 2
has "with          独田, the only one known here"
has "見積, Fri 27 Nov → 独田"
run 0 --json list visits client:一人商会
has '"contact":"独田"'
run 0 list tempers contact:独田
has "独田"
# who came to be known there since was not there; and of somebody who left, nothing is to recover from
run 0 new contact name=後任
run 0 new post contact=後任 party=一人商会
run 0 out 一人商会 '1 +見積書 金' --instead
run 0 --json list visits client:一人商会
has '"contact":"独田"'
run 0 undo
run 0 archive 後任
run 0 day tomorrow
has "16:15   to recover"
run 0 set contact 独田 left=yesterday
run 0 day tomorrow
lacks "16:15   to recover"
run 0 undo
run 0 --lang en out 一人商会 '1 @+新人 挨拶' --instead
lacks "the only one known"
run 0 --json list visits client:一人商会
has '"contact":"新人"'
run 0 undo
run 0 undo
run 0 --lang en out 一人商会 '8 置いてきた'
lacks "the only one known"
run 0 undo

# two of them at one door: each has a temperature of his own, and a report written again keeps them apart
run 0 new client name=霜月堂
for who in 白川 黒木; do
    run 0 new contact name=$who handle=with_care
    run 0 new post contact=$who party=霜月堂
done
run 0 new visit client=霜月堂 contact=白川 day=today
run 0 out 霜月堂 '1 @黒木 立会' --temper 2 --set-off 納期 --temper 5@黒木
run 0 --json list tempers contact:白川
has '"degree":2,"set_off":"納期"'
run 0 --json list tempers contact:黒木
has '"degree":5,"set_off":null'
run 0 out 霜月堂 '1 @黒木 立会' --instead --temper 4@黒木
run 0 --json list tempers contact:白川
has '"degree":2,"set_off":"納期"'
run 0 --json list tempers contact:黒木
has '"degree":4'
run 1 out 霜月堂 '1 @黒木 立会' --instead --temper 3 --temper 3 --temper 3
says "of whom is the 3. one?"
run 1 --lang en out 霜月堂 '1 @黒木 立会' --instead --temper 3 --temper 1@黒木 --temper 2@黒木
says "--temper: 黒木 has two, 1 and 2; one is enough"
run 1 --lang en out 霜月堂 '1 @黒木 立会' --instead --temper 3 --temper 2@白川
says "--temper: 白川 has two, 3 and 2; one is enough"
run 0 --json list tempers degree:3
lacks '"degree":3'

# Nothing takes an incident back, nor whom it is about; what was done before that can be taken back.
run 0 new contact name=朝市
run 0 new contact name=西野
run 0 --lang en incident 西野 "never again" --answer silence
run 1 --lang en undo
says "cannot be taken back: added 西野. What is kept for good refers to it"
run 0 show contact 西野
run 0 --lang en undo
has "Taken back: added 朝市"
run 0 --lang en redo
has "Done again: added 朝市"
run 0 --lang en undo
run 0 show contact 西野
run 0 check
run 2 --lang en incident 西野
says "LINE is missing"
finish
