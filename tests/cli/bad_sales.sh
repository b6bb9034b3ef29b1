# SPDX-License-Identifier: GPL-3.0-or-later
# Sales of the office's system that cannot be right: one sentence with file, line and field, and
# nothing is written; what is right is read, however the system writes it.
. "$(dirname "$0")/helpers"
cd "$folder" || exit 1
run 0 new client name=青葉商店 code=A001
header='得意先コード,年月,金額,商品群'

# refused SENTENCE [FILE]: the import fails, says so, and leaves no sale behind.
refused() {
    run 1 --lang en import sales "${2:-sales.csv}"
    says "$1"
    run 0 list sales --json
    [ "$out" = "[]" ] || fail "$1: something was left behind: $out"
}
# row ROW: the list has this one row.
row() {
    printf '%s\n%b\n' "$header" "$1" >sales.csv
}

for month in 2026-13 2026-00 0000-01 99999-01 -2026-1 202613 2026-05-32 R8.13 令和 26-5 45000; do
    row "A001,$month,100,x"
    refused "sales.csv, line 2: Month: “$month” is not right; right is a month like 2026-10"
done
for amount in 1.5 1e9 NaN --1000 1000- '(1000' 2147483648 -2147483648 99999999999999 '1 000'; do
    row "A001,2026-05,$amount,x"
    refused "sales.csv, line 2: Yen: “$amount” is not right; right is an amount like"
done
while IFS='|' read -r line sentence; do
    row "$line"
    refused "sales.csv, line 2: $sentence"
done <<'ROWS'
A001|1 field, the header has 4
A001,2026-05,100,x,more|5 fields, the header has 4
,2026-05,100,x|Client is missing
A001,,100,x|Month is missing
A001,2026-05,,x|Yen is missing
Z999,2026-05,100,x|Client: there is no
A001,2026-05,100,x\0033[31my|Product line: a control character is in it
A001,2026-05,100,x\0007y|Product line: a control character is in it
A001,2026-05,100,\0377\0376|商品群: a broken byte, not UTF-8
ROWS


# What is still to come has not been sold; nor has anything else of a day to come been so.
row 'A001,2999-01,100,x'
refused "sales.csv, line 2: Month: 2999-01 is still to come"
run 1 new sale client=A001 month=2999-01 yen=100
says "Month: 2999-01 is still to come"
run 0 new contact name=中村
for kind_fields in \
    'tempers|contact,degree,day|中村,2,2999-01-05' \
    'incidents|contact,words,day|中村,昔,2999-01-05' \
    'entertainments|shop,outcome,day|料亭,受注,2999-01-05' \
    'demands|client,asked,day|A001,-5%,2999-01-05' \
    'concessions|client,what,day|A001,値引,2999-01-05'; do
    kind=${kind_fields%%|*} rest=${kind_fields#*|}
    printf '%s\n%s\n' "${rest%|*}" "${rest#*|}" >ahead.csv
    run 1 import "$kind" ahead.csv
    says "ahead.csv, line 2: Day: Sat 5 Jan 2999 is still to come"
    run 0 list "$kind" --json
    [ "$out" = "[]" ] || fail "$kind: something was left behind: $out"
done
run 0 new meeting title=協力会 day=2999-01-05
printf 'meeting,who,greeted\n協力会,中村,yes\n' >ahead.csv
run 1 import attendees ahead.csv
says "ahead.csv, line 2: Day: Sat 5 Jan 2999 is still to come"
# an evening may be planned: only what came of it waits
run 0 new entertainment shop=予約 day=2999-01-05
run 1 set entertainment 予約 outcome=受注
says "Day: Sat 5 Jan 2999 is still to come"
# so does what came of a visit; that it was put off is known before
run 1 new visit client=A001 day=2999-01-05 outcome=met
says "Day: Sat 5 Jan 2999 is still to come; before it a visit can be put off (0) or moved to today"
run 0 new visit client=A001 day=2999-01-05 --json
visit=$(printf %s "$out" | sed 's/.*"id":\([0-9]*\).*/\1/')
run 1 set visit "$visit" outcome=by_phone
says "Day: Sat 5 Jan 2999 is still to come; before it"
run 1 outcome "$visit" 1 会えた
says "Day: Sat 5 Jan 2999 is still to come; before it"
printf 'client,day,outcome\n青葉商店,2999-01-06,met\n' >ahead.csv
run 1 import visits ahead.csv
says "ahead.csv, line 2: Day: 2999-01-06 is still to come"
run 0 outcome "$visit" 0
run 1 set visit "$visit" outcome=absent
says "Day: Sat 5 Jan 2999 is still to come; before it"
run 0 archive visit "$visit"
# this month's goes on
run 0 --now 2026-05-03T09:00+09:00 new sale client=A001 month=2026-05 yen=100
run 0 --now 2026-05-03T09:00+09:00 undo

row 'A001,2026-05,100,"x'
refused "sales.csv: line 2, column 4: a quotation mark is opened and never closed"
row 'A001,2026-05,100,x\0000y'
refused "sales.csv, line 2: 商品群: a zero byte"
{ printf '%s\nA001,2026-05,100,' "$header" && head -c 50000000 /dev/zero | tr '\0' x; } >sales.csv
refused "sales.csv: line 2, column 4: a field is larger than 64 KiB"
rm sales.csv
mkfifo sales.csv
refused "sales.csv is not an ordinary file"
rm sales.csv
refused "/dev/zero is not an ordinary file" /dev/zero
refused "data is not an ordinary file" data
printf '年月,金額\n2026-05,100\n' >sales.csv
refused "sales.csv, line 2: Client is missing"

# A wrong row takes nobody with it; the same one twice is one; two that differ are asked about.
printf '%s\n' "$header" 'A001,2026-05,100,x' 'A001,2026-05,100,x' 'A001,2026/5,300,x' \
    'A001,2026-13,1,x' >sales.csv
run 0 --lang en --json import sales sales.csv --preview
has '{"new":1,"changed":0,"unchanged":1,"doubtful":1,"refused":1}'
run 0 --lang en import sales sales.csv --preview
has "line 4, doubtful: Yen: line 2 says “¥100”"

# As office systems write it: CP932, eras, either width, thousands.
printf '%s\n' "$header" 'A001,令和8年5月,"1,000",保冷' 'A001,R8.6,¥2000,保冷' \
    'A001,２０２６年７月,３０００,保冷' | iconv -f UTF-8 -t CP932 >sales.csv
run 0 --lang en --json import sales sales.csv
has '{"new":3,"changed":0,"unchanged":0,"doubtful":0,"refused":0}'
run 0 export csv sales
has "2026-05-01,1000,保冷"
has "2026-06-01,2000,保冷"
has "2026-07-01,3000,保冷"

# What came back is taken off: returns and credit notes, as offices write them.
printf '%s\n' "$header" 'A001,2026-05,-1000,返品' 'A001,2026-06,▲2000,返品' \
    'A001,2026-07,"(3,000)",返品' 'A001,2026-09,△4000円,返品' >sales.csv
run 0 --lang en --json import sales sales.csv
has '{"new":4,"changed":0,"unchanged":0,"doubtful":0,"refused":0}'
run 0 --lang en --json import sales sales.csv
has '{"new":0,"changed":0,"unchanged":4,"doubtful":0,"refused":0}'
run 0 export csv sales line:返品 -o back.csv
run 0 --lang en --json import sales back.csv
has '{"new":0,"changed":0,"unchanged":4,"doubtful":0,"refused":0}'
run 0 list sales line:返品
has '¥-3,000'
run 0 --json list sales line:返品
has '"yen":-4000'

# A direction override is kept and never reaches the terminal.
printf '%s\nA001,2026-08,1,a\342\200\256b\n' "$header" >sales.csv
run 0 --lang en import sales sales.csv
run 0 list sales
lacks "$(printf '\342\200\256')"

[ -z "$(find . -name '*.mawari-*')" ] || fail "something half-written: $(ls -a)"
finish
