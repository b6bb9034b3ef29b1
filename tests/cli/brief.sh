# SPDX-License-Identifier: GPL-3.0-or-later
# The brief before the door as text, as JSON and for a companion; what to avoid is nowhere else.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店 reading=あおばしょうてん rank=A cycle=14
run 0 new site name=青葉商店 client=青葉商店 parking=裏に2台 "address=札幌市中央区北1条西2丁目"
run 0 new contact name=中村 reading=なかむら mobile=090-0000-1182 key_person=yes
run 0 new post contact=中村 party=青葉商店 title=仕入課長
run 0 new commitment what=見積 client=青葉商店 contact=中村 due=today
run 0 new ticket what=扉 client=青葉商店
run 0 avoid 中村 前任の話をしない
lacks 前任
run 0 visit 青葉商店 today 14:00

run 0 brief 青葉商店 # client and site are one place
has "青葉商店"
has "14:00 agreed"
has "見積"
has "なかむら"
has "090-0000-1182"
has "中村  ***"
has "裏に2台 · 札幌市中央区北1条西2丁目" # nobody was met there yet
run 0 --lang ja brief なかむら
has "避ける"
run 0 --plain brief 青葉商店
has "mine"

run 0 --json brief 青葉商店
has '"client":"青葉商店"'
has '"start":"2026-11-24T14:00:00+09:00"'
has '"proposed":true'
has '"give":[{"id":'
has '"say":[{"id":'
has '"avoid":[{"who":"中村","text":null}]'
lacks 前任
run 0 --reveal --json brief 青葉商店
has '"avoid":[{"who":"中村","text":"前任の話をしない"}]'
has '"key_person":true'
has '"talks":[]'
has '"parking":"裏に2台"'

# an open order stands where one looks
run 0 new order_memo what=化粧箱 client=青葉商店 taken=today wanted=2026-11-27
run 0 brief 青葉商店
has "order: 化粧箱 · not handed over"
run 0 --json brief 青葉商店
has '"what":"化粧箱","contact":null,"wanted":"2026-11-27","handed":false,"deliver":false'
run 0 undo

run 0 brief 青葉商店 --companion
has "仕入課長"
lacks 前任
lacks 090

run 0 list notes
lacks 前任
run 0 --json list notes
lacks 前任
run 0 --json show contact 中村
lacks 前任
run 0 search 前任
lacks 前任
run 0 set contact 中村 avoid=値段の話
run 0 show contact 中村
lacks 値段
run 0 --json list contacts
lacks 値段
run 0 brief 中村
lacks 値段の話
has "中村  ***"
run 0 --reveal brief 中村
has 値段の話
run 0 --reveal show contact 中村
has 値段の話
run 0 --reveal --json list contacts
has 値段の話
for what in "export csv contacts" "export csv notes" "export json"; do
    run 0 $what
    lacks 値段の話
    lacks 前任
    run 0 --reveal $what
    case "$out" in *値段の話* | *前任*) ;; *) fail "not even with --reveal: $what" ;; esac
done

# what the screen shows as codes
run 0 call 中村
has '090-0000-1182'
has 'なかむら'
run 0 --json call 見積
has '"link":"tel:09000001182","name":"中村"'
run 0 new contact name=無口
run 1 call 無口
says 'no telephone is known'
run 0 --json call 無口
has '[]'
run 0 way 青葉商店
has '札幌市中央区北1条西2丁目'
has 'https://www.google.com/maps/dir/?api=1&destination=%E6%9C%AD'
run 0 set site 青葉商店 latitude=43.0626 longitude=141.3536
run 0 --json way 見積
has '"link":"https://www.google.com/maps/dir/?api=1&destination=43.06260%2C141.35360"'
run 0 new client name=霧の店
run 1 way 霧の店
says 'neither position nor address is known'
run 0 archive client 霧の店

run 2 brief
run 1 brief 霧の店
says 霧の店
run 0 new supplier name=木村製作所
run 1 brief 木村製作所
says 木村製作所
finish
