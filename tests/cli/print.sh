# SPDX-License-Identifier: GPL-3.0-or-later
# Reports as PDF: the text can be read back, every font is embedded, long ones have more pages.
. "$(dirname "$0")/helpers"

pdf="$folder/out.pdf"
# holds TEXT: in the PDF, read back without its blanks.
holds() {
    pdftotext "$pdf" - | tr -d ' \n' | grep -qF -- "$1" || fail "no “$1” in the PDF: $(pdftotext "$pdf" -)"
}
embedded() {
    fonts=$(pdffonts "$pdf" | tail -n +3)
    [ -n "$fonts" ] || fail "the PDF has no font"
    echo "$fonts" | awk '$(NF-4) != "yes" { bad = 1 } END { exit bad }' ||
        fail "a font is not embedded: $fonts"
}
pages() {
    found=$(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }')
    [ "$found" = "$1" ] || fail "$found pages, not $1"
}

run 0 new client name=青葉商店
run 0 new contact name=中村恵
run 0 new visit client=青葉商店 contact=中村恵 day=2026-11-10 outcome=met text=棚の話
run 0 new ticket what=冷凍ケースの扉 client=青葉商店 opened=2026-11-02 closed=2026-11-20
run 0 new contract what=年間保守 client=青葉商店 end=2027-03-31 notice_months=1
run 0 new commitment what=見積 client=青葉商店 due=2026-11-13 promised=2026-11-10 kept=2026-11-12
run 0 new concession what=送料無料 client=青葉商店 day=2026-10-01 yen=48000 back=棚の一段目
run 0 new concession what=棚替えを手伝う client=青葉商店 day=2026-10-02 back=新しい棚
run 0 new concession what=新店の紹介 side=got client=青葉商店 day=2026-11-01
run 0 new concession what=昔の値引 client=青葉商店 day=2024-11-01

run 0 report client 青葉商店
has "Visits: 1"
has "1; of 1 with a day 1 in time"
has "送料無料"
has "in return: 棚の一段目"
has "by us   Thu 1 Oct  送料無料        ¥48,000 a year  in return: 棚の一段目"
has "by us   Fri 2 Oct  棚替えを手伝う                  in return: 新しい棚"
has "新店の紹介"
lacks "昔の値引"
run 0 --lang ja report client 青葉商店 --pdf "$pdf"
has "1ページ"
holds "青葉商店年間実績"
holds "冷凍ケースの扉"
holds "申出期限2027/2/26(金)"
holds "中村恵"
holds "貸し借り"
holds "見返り:棚の一段目"
holds "見返り:新しい棚"
embedded
pages 1
# nobody was there; what ran out before the year began, or begins behind it, was not in it
run 0 new visit client=青葉商店 day=2026-11-09 outcome=put_off
run 0 new contract what=昔の契約 client=青葉商店 start=2023-04-01 end=2024-03-31 state=ended
run 0 new contract what=来年の契約 client=青葉商店 start=2027-04-01 end=2028-03-31
run 0 report client 青葉商店
has "Visits: 1"
lacks "昔の契約"
lacks "来年の契約"
# of what is much nothing is left out
{
    echo what,client,opened,closed
    for i in $(seq 1 45); do echo "故障$i件目,青葉商店,2026-11-03,2026-11-04"; done
} >"$folder/tickets.csv"
run 0 import tickets "$folder/tickets.csv"
for i in 1 2 3 4 5 6 7 8 9; do
    run 0 new contact "name=担当$i"
    run 0 new visit client=青葉商店 "contact=担当$i" day=2026-11-0$i outcome=met
done
run 0 report client 青葉商店
has "担当9"
has "故障45件目"
run 0 report client 青葉商店 --pdf "$pdf"
holds "故障45件目"
pages 2
# a sheet goes on in its column
run 0 set client 青葉商店 "remark=$(printf '長%.0s' $(seq 1 120))"
run 0 sheet 青葉商店 --pdf "$pdf"
holds 長長長
pdftotext -layout "$pdf" - | grep -q '^ \{0,4\}長' && fail "what goes on stands at the edge: $(pdftotext -layout "$pdf" -)"
# and the head of a part is never the last line of a page
for i in 1 2 3 4 5 6; do
    run 0 new note on=青葉商店 "text=覚え$i"
    run 0 sheet 青葉商店 --pdf "$pdf"
    pdftotext -layout "$pdf" - | awk '
        function ends() { if (last ~ /^[^ ]/) bad = bad last "\n" }
        /^\f/ { ends(); sub(/^\f/, ""); }
        NF && !/^ *[0-9]+$/ { last = $0 }
        END { printf "%s", bad; exit bad != "" }' || fail "a head stands alone"
done
run 0 report client 青葉商店 2025
has "Visits: 0"
run 2 report client 青葉商店 2027
run 2 report client 青葉商店 soon

run 0 --lang ja report 2026-11-10 --pdf "$pdf"
holds "棚の話"
embedded
run 0 report T1 --pdf "$pdf"
holds "冷凍ケースの扉"
embedded

# what does not fit on one sheet goes on on the next; nothing of it is lost
long=$(awk 'BEGIN { for (i = 1; i <= 400; i++) printf "経過%d番目のとても長い一行。", i }')
run 0 inside T1 "$long"
run 0 report T1 --pdf "$pdf"
holds "経過1番目"
holds "経過400番目"
[ "$(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }')" -gt 1 ] || fail "a long history is on one page"
embedded

# a file that cannot be written leaves nothing, and the old one as it was
cp "$pdf" "$folder/before.pdf"
run 1 report T1 --pdf "$folder/nowhere/out.pdf"
says "nowhere"
mkdir "$folder/folder"
run 1 report T1 --pdf "$folder/folder"
cmp -s "$pdf" "$folder/before.pdf" || fail "the old file changed"

# no child, no PDF, and a reason
run 0 check
finish
