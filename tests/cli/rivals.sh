# SPDX-License-Identifier: GPL-3.0-or-later
# Rivals, deals, meetings, entertaining, gifts and topics without a screen.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 new contact name=中村 key_person=yes
run 0 new post contact=中村 party=青葉商店 title=課長
run 0 new rival name=B社 strength=値段
run 0 new share client=青葉商店 line=保守 rival=B社 until=2027-03-31
run 0 list shares
has 'B社'
run 0 reasons 青葉商店 2026-12-01
has 'B社 保守 ends 31 Mar 2027: ask to quote from Tue 1 Dec on'
run 0 new share client=青葉商店 line=複写機 rival=B社 until=２０２７年９月
run 0 --json show share 複写機
has '"until":"2027-09-01"'
has '"until_month":true'
run 0 reasons 青葉商店 2027-06-01
has 'B社 複写機 ends 2027-09: ask to quote from 4 May 2027 on'
run 0 set share 複写機 until=2027-09-15
run 0 --json show share 複写機
has '"until_month":null'
run 1 set share 複写機 until=いつか
says 'a day like 11/24, or a month like 2026-10'
run 0 archive share 複写機
run 1 new share client=青葉商店 line=保守 since=2027-03-31 until=2026-03-31
says 'It ends before it begins'

run 0 new deal name=改装 client=青葉商店 line=金物 rival=B社 amount=2400000
run 0 list deals
has '改装'
run 0 stage 改装
has 'now at quoting'
run 0 lost 改装 購買 price 1y
has 'lost; the next door opens 2027-11'
run 0 list shares
has '金物'
run 0 lost 改装 購買 price 2027-04
has 'lost; the next door opens 2027-04'
run 0 list shares until:4月
has "2027-04" # nobody knows the day
lacks "1 Apr"
run 2 lost 改装 購買 price someday
run 2 lost 改装 nobody
says 'none of the answers: person purchasing shop_floor'

run 0 new meeting title=協力会 day=2026-11-30 start=18:00
run 0 new attendee meeting=協力会 who=中村 seat=1
run 0 report 協力会
has '中村'
run 0 new commitment what=冬の棚の見積 contact=中村 client=青葉商店
run 0 sheet 協力会
has 'seat, who  company   I promised  last words'
has '1 中村     青葉商店  冬の棚の見積'
run 0 --json sheet 協力会
has '"people":[{"who":"中村"'
has '"promise":"冬の棚の見積"'
run 0 --lang ja sheet 協力会
has '出席者'
run 0 sheet 協力会 --pdf "$folder/meeting.pdf"
has "Meeting: $folder/meeting.pdf, pages: 1"
grep -q '%PDF' "$folder/meeting.pdf" || fail "that is no PDF"
run 0 sheet 青葉商店 --pdf "$folder/client.pdf"
has "Sheet: $folder/client.pdf, pages: "
run 1 sheet 協力会 --pdf "$folder/no/where.pdf"
run 0 undo
run 0 list meetings
has '協力会'
# a part of a name is enough where only one has it
run 0 new deal name=看板 client=商店 rival=B社
run 0 --json list deals client:青葉商店
has '看板'
run 0 new meeting title='渡邊工務店 研究会' day=2026-12-07
run 0 sheet 研究
has '渡邊工務店 研究会'
run 1 sheet 究会 --pdf "$folder/no/where.pdf"
run 0 new client name=赤レンガ商店
run 1 new deal name=看板 client=商店
says 'Client: 商店 may be several: 赤レンガ商店 ('
says ', 青葉商店 ('
run 0 move 協力会 12/1 17:00
run 0 list meetings
has '17:00'
run 0 export calendar --from today -o "$folder/out.ics"
grep -q 'SUMMARY:協力会' "$folder/out.ics" || fail "the meeting is not in the calendar"
grep -q 'DTSTART.*20261201T170000' "$folder/out.ics" || fail "the meeting has not its hour"

run 0 new entertainment shop=料亭 day=today heads=2 amount=24000 client=青葉商店
run 0 new guest entertainment=料亭 contact=中村
run 0 report 料亭
has '¥24,000 for 2, ¥12,000 a head, over ¥10,000'
run 0 report entertaining
has '料亭'
run 0 entertained
has '中村'
run 1 new entertainment shop=料亭 heads=0
says 'Heads'
run 1 new entertainment shop=料亭 amount=-1
says 'Amount'

run 0 new no_gift party=青葉商店 why=社内規程
run 1 new gift what=煎餅 client=青葉商店
says 'Client: 青葉商店 may not accept gifts: 社内規程'
run 0 brief 青葉商店
has 'no gifts: 社内規程'
run 0 list gifts

run 0 new topic text=駅前の食堂
run 0 brief 青葉商店
has '駅前の食堂'
run 0 heard 駅前の食堂 中村
run 0 brief 青葉商店
lacks '駅前の食堂'
run 0 undo
run 0 brief 青葉商店
has '駅前の食堂'
run 0 list topics
run 0 export csv deals
has '改装'
run 0 search B社
has 'B社'

# what was said beside a rival's name is what was seen; alone it was seen
run 0 out 青葉商店 '1 vs 丙社 値札を替えていた'
run 0 --json list sightings
has '"what":"値札を替えていた"'
run 0 --lang en note 青葉商店 'vs 丁社'
run 0 --json list sightings
has '"what":"seen"'
lacks '"what":"丁社"'
finish
