# SPDX-License-Identifier: GPL-3.0-or-later
# What is masked stands in no PDF: neither floors and limits, nor what is never to be said, nor what is
# kept discreet, by no report and no sheet; nor does the file say it beside its pages.
. "$(dirname "$0")/helpers"

pdf="$folder/out.pdf"
# All that can be read in the PDF: its pages, what it says of itself, and its bytes.
words_of() {
    pdftotext "$pdf" - | tr -d ' \n,'
    pdfinfo "$pdf"
    strings -e S "$pdf" | tr -d ' '
}
secrets='7913 7924 7935 値段の話は禁句 前任の退職の件 夜の店の話'

# prints WORD…: the command writes a PDF in which a plain word stands and no secret does.
prints() {
    plain=$1
    shift
    rm -f "$pdf"
    run 0 "$@" --pdf "$pdf"
    [ -s "$pdf" ] || { fail "no PDF: $*"; return; }
    words=$(words_of)
    case "$words" in *"$plain"*) ;; *) fail "no “$plain” in the PDF: $*: $words" ;; esac
    for secret in $secrets; do
        case "$words" in *"$secret"*) fail "“$secret” in the PDF: $*" ;; *) ;; esac
    done
}

run 0 new client name=青葉商店 rank=A
run 0 new site name=本店 client=青葉商店
run 0 new contact name=中村恵 key_person=yes handle=with_care avoid=値段の話は禁句
run 0 new post contact=中村恵 party=青葉商店
run 0 new note on=青葉商店 text=前任の退職の件 avoid=yes
run 0 new note on=中村恵 text=夜の店の話 avoid=yes
run 0 new product name=豆腐 list_price=9000
run 0 new price client=青葉商店 product=豆腐 now=8800 mine=7935 boss=7924 floor=7913
run 0 new demand client=青葉商店 product=豆腐 asked=-5% day=2026-11-20
run 0 new concession what=送料無料 client=青葉商店 day=2026-10-01 yen=48000 product=豆腐
run 0 new visit client=青葉商店 contact=中村恵 day=2026-11-20 outcome=met text=棚の話
run 0 new visit client=青葉商店 contact=中村恵 day=2026-11-24 start=14:00
run 0 new temper contact=中村恵 day=2026-11-20 degree=1 set_off=納期
run 0 new contract what=年間保守 client=青葉商店 end=2027-03-31 notice_months=1
run 0 new ticket what=冷凍ケースの扉 client=青葉商店 opened=2026-11-02
run 0 new meeting title=秋の研究会 day=2026-11-30 client=青葉商店
run 0 new attendee meeting=秋の研究会 who=中村恵
run 0 new commitment what=冬の見積 client=青葉商店 contact=中村恵
run 0 incident 中村恵 "二度と来るな"
run 0 new entertainment shop=炉ばた client=青葉商店 day=2026-11-12 amount=26400 heads=3
run 0 new expense what=駐車 yen=300 client=青葉商店 day=2026-11-20

prints 送料無料 report client 青葉商店
prints 棚の話 report 2026-11-20
prints 棚の話 report week 2026-11-20
prints 冷凍ケースの扉 report month 2026-11
prints 二度と来るな report incidents 中村恵
prints 冷凍ケースの扉 report T1
prints 冷凍ケースの扉 first-report T1
prints 中村恵 report 秋の研究会
prints 炉ばた report 炉ばた
prints 駐車 report expenses 2026-11
for what in 青葉商店 本店 中村恵 冬の見積 T1 年間保守 秋の研究会; do
    prints "$what" sheet "$what"
done
run 0 --json list visits day:today
visit=${out#*'"id":'}
prints 14:00 sheet "${visit%%,*}"

# it can fail: where a number that looks like the floor was told, it is found
run 0 out 青葉商店 '1 7,913件の話'
run 0 report today --pdf "$pdf"
words_of | grep -qF 7913 || fail "what is printed is not read"
finish
