# SPDX-License-Identifier: GPL-3.0-or-later
# Lines on the command line: add, add -, out. What was read is printed; the doubtful is said.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店
run 0 new site name=本店 client=青葉商店
run 0 new contact name='中村 恵' reading='なかむら めぐみ'
run 0 new post contact='中村 恵' party=青葉商店 site=本店 title=仕入課長
run 0 new commitment direction=theirs what=10月実績 client=青葉商店 due=11/25
run 0 visit 青葉商店

run 0 out 青葉商店 '1 @中村課長 +見積 金 -10月実績 27日 vs B社 ¥-5% #A-7 ○ 棚替えは1月'
has '見積, Fri 27 Nov → 中村 恵'
has '10月実績: Wed 25 → Fri 27 Nov'
has 'offered       new: A-7 → 中村 恵 ○'
has 'rival         new: B社'
has 'Saved: 青葉商店 本店, Met'
run 0 list sightings rival:B社
has '青葉商店'
run 0 list rivals
has 'B社'
lacks A-7
run 0 list kept_words about:rival
lacks 'B社'

# a hyphen at the beginning is theirs, not an option; the digits and marks of both widths
run 0 add '-図面 ２５日'
has 'they promise  図面, Wed 25 Nov'
run 0 add ＠ｎａｋａｍ　＋電話　＋３ｄ
has '電話, Fri 27 Nov → 中村 恵'
run 2 add --x
run 2 add

run 0 add '@鈴木 電話あり'
has '?             @鈴木: nobody is called so'
has 'Saved; 1 kept as note, with a ?'
run 0 list kept_words about:unsettled
has '@鈴木'
run 0 list notes
has '@鈴木? 電話あり'

run 0 out 青葉商店 '1 @+新田課長 +見積 金'
has 'with          new: 新田 課長'
has 'I promise     見積, Fri 27 Nov → 新田'
run 0 list contacts party:青葉商店
has '新田'
run 0 undo
run 0 list contacts
lacks '新田'

# what can be no amount, day, hour or number is kept as note, and no record is made of it
for line in '駐99999999999' '駐1.5' '高速-500' '!T99999999999 壊れ' '!T0 壊れ' '+納品 13/45' \
    '+納品 金 25:70' '>13/45' '$豆腐 2/30' '<見本 2026-13-01' '+納品 +99999d'; do
    run 0 add "$line"
    has "?             $line: "
    has 'Saved; 1 kept as note, with a ?'
    run 0 undo
done
run 0 add '駐９９９９９９９９９９９'
has 'that is no amount in yen'
run 0 --lang ja add '+納品 13/45'
has '「13/45」という日はありません。"で囲めば言葉'
run 0 list expenses
lacks 駐車
run 0 list kept_words about:unsettled
has '+納品 13/45'
run 0 undo
run 0 undo

run 0 add --json '$豆腐10 明朝'
has '"kind":"order","typed":"$豆腐10 明朝","text":"豆腐10"'
has '"day":"2026-11-25","time":null,"doubt":null'

run 0 out 青葉商店 '＜カタログ 25日'
has 'lent          カタログ → 中村 恵, picked up Wed 25 Nov'
run 0 list loans back:2026-11-25
has 'カタログ'
run 0 --lang ja add '@中村 貸出 見本'
has '貸出          見本 → 中村 恵、12/8(火) に回収'
run 0 undo
run 0 undo

printf '+一つ目 金\n\n*見積\n' >"$folder/lines"
out=$("$MAWARI" add - <"$folder/lines") || fail "add - was not done"
has '一つ目, Fri 27 Nov'
has 'kept          見積'
printf '+a\0b\n' | "$MAWARI" add - 2>"$folder/err" && fail "a zero byte was taken"
err=$(cat "$folder/err")
says 'zero byte'
run 0 undo
run 0 list commitments
lacks 一つ目

# written again, the line changes what it made; what was moved since is left alone unless said so
run 0 out 青葉商店 '1 @中村課長 +資料 木 *10月実績' --instead
has '資料, Thu 26 Nov → 中村 恵'
run 0 list commitments what:資料
has 26
run 0 list sightings
lacks 'B社'
run 0 list rivals
lacks 'B社'
run 0 move 資料 12/1
run 0 out 青葉商店 '1 @中村課長 +資料 金' --instead
run 0 show commitment 資料
has 'Tue 1'
run 0 out 青葉商店 '1 @中村課長 +資料 金' --instead --over
run 0 show commitment 資料
has 'Fri 27'
visit=$("$MAWARI" --json list visits day:today | sed 's/.*"id":\([0-9]*\).*/\1/')
run 0 outcome "$visit" 0 --by me --instead
run 0 show visit "$visit"
has 'Put off by  Me'
run 2 outcome "$visit" 0 --by nobody --instead
says 'them or me'
run 0 outcome "$visit" 1 '@中村 棚替えの話' --instead
run 0 thanks "$visit"
has 'Dear 仕入課長 中村 恵'
has '棚替えの話'

run 0 out 青葉商店 棚は来月
has 'Saved: 青葉商店 本店, Met'
run 1 out nobody 1
run 2 out 青葉商店
run 0 --lang ja add '+納品 月末 @誰か'
has '約束          納品'
has '保存しました。1件は ? を付けてメモに残しました'
finish
