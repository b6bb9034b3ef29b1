# SPDX-License-Identifier: GPL-3.0-or-later
# What is masked stands in no output of any command: floors and limits, and what is never to be said;
# not in lists, sheets, exports and briefs, in no name that a step or an error gives, and by no part of
# it is anything found.
. "$(dirname "$0")/helpers"

secrets='7913 7,913 7924 7,924 7935 7,935 値段の話は禁句 前任の退職の件 夜の店の話'
# says_no WHAT: nothing of it in what the last command wrote.
says_no() {
    for secret in $secrets; do
        case "$out$err" in
        *"$secret"*) fail "“$secret” in the output: $1" ;;
        *) ;;
        esac
    done
}
# hides COMMAND…: as text in both languages, and as JSON.
hides() {
    for as in "--lang en" "--lang ja" --json; do
        run 0 $as "$@"
        says_no "$as $*"
    done
}

run 0 new client name=青葉商店 rank=A
run 0 new site name=本店 client=青葉商店
run 0 new contact name=中村恵 key_person=yes handle=with_care avoid=値段の話は禁句 \
    mobile=090-0000-1182
run 0 new post contact=中村恵 party=青葉商店
run 0 new note on=青葉商店 text=前任の退職の件 avoid=yes
says_no 'new note'
run 0 new note on=中村恵 text=夜の店の話 avoid=yes
run 0 new product name=豆腐 list_price=9000
run 0 new price client=青葉商店 product=豆腐 now=8800 mine=7935 boss=7924 floor=7913
says_no 'new price'
run 0 new demand client=青葉商店 product=豆腐 asked=-5% day=2026-11-20
run 0 new visit client=青葉商店 contact=中村恵 day=2026-11-20 outcome=met text=棚の話
run 0 new visit client=青葉商店 contact=中村恵 day=2026-11-24 start=14:00
run 0 new temper contact=中村恵 day=2026-11-20 degree=1 set_off=納期
run 0 new contract what=年間保守 client=青葉商店 end=2027-03-31 notice_months=1
run 0 new ticket what=冷凍ケースの扉 client=青葉商店 opened=2026-11-02
run 0 new order_memo what=豆腐10 client=青葉商店 contact=中村恵
run 0 new round title=年末カレンダー
run 0 new round_client round=年末カレンダー client=青葉商店

for kind in notes prices contacts clients demands products; do
    hides list "$kind"
done
for who in 青葉商店 本店 中村恵; do
    for what in brief floor reasons slipping sheet; do
        hides "$what" "$who"
    done
done
for what in 'call 中村恵' 'renewals 青葉商店' today orders 'load today' friday 'report today' 'report month 2026-11' 'report T1' \
    'report client 青葉商店' 'list signals' check entertained 'demand 青葉商店 7000'; do
    hides $what
done
for kind in notes prices contacts; do
    run 0 export csv "$kind"
    says_no "export csv $kind"
done
run 0 export json
says_no "export json"
# No part of what is masked finds anything, or is worth a row.
for part in 前任 退職 禁句 夜の店; do
    run 0 search "$part"
    [ -z "$out" ] || fail "“$part” finds: $out"
    run 1 set note "$part" text=別
    run 1 archive note "$part"
    says_no "a note by $part"
    run 0 --json list notes -- "$part"
    [ "$out" = "[]" ] || fail "“$part” finds a note: $out"
done
run 2 list contacts -- avoid:値段
run 2 list contacts -- sort:avoid
# Steps and the words of undo name what was done without it.
run 0 avoid 青葉商店 夜の店の話
says_no avoid
run 0 undo
says_no undo
run 0 redo
says_no redo

# it can fail: asked for, it stands there
run 0 --reveal floor 青葉商店
has 7,913
run 0 --reveal brief 中村恵
has 値段の話は禁句
finish
