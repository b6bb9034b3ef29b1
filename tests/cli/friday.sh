# SPDX-License-Identifier: GPL-3.0-or-later
# Friday's look back: who slips and why, in dated sentences; sales brought in twice double nothing.
. "$(dirname "$0")/helpers"

run 0 friday
has "Who is slipping: 0"
has "No sales data: import sales FILE"
has "Contracts inside their notice: 0"
has "Not seen, and on no plan: 0"
has "Proposal:"

run 0 new client name=青葉商店 code=A001 cycle=14
run 0 new contact name=中村
run 0 new post contact=中村 party=青葉商店
run 0 new visit client=青葉商店 contact=中村 day=2026-11-02 start=10:00 outcome=met
run 0 new visit client=青葉商店 contact=中村 day=2026-11-09 start=10:00 outcome=refused
run 0 new visit client=青葉商店 contact=中村 day=2026-11-16 start=14:00 outcome=refused
run 0 list signals
has "turned away 2 times running"
has "being received"
run 0 slipping 青葉商店
has "No sales data: import sales FILE"
run 0 search 'turned away'
has '青葉商店  turned away 2 times running'
run 0 --json search refused
has '"by":"signal"'
run 0 --lang ja search '引き潮'
has '2回続けて面会不可'
run 0 search '受注減'
lacks '青葉商店'
run 0 export csv signals
has "client,client_uid,day,signal,text,rule,cleared_by"
has ",2026-11-16,refused,turned away 2 times running,turned away twice running,being received"
run 0 friday
has "Who is slipping: 0"

cat > "$folder/sales.csv" <<'CSV'
得意先コード,年月,金額,商品群
A001,2026-05,100000,保冷用品
A001,2026/06,"100,000",保冷用品
A001,202607,100000,保冷用品
A001,2026年8月,60000,保冷用品
A001,2026-09,60000,保冷用品
A001,2026-10,60000,保冷用品
Z999,2026-10,60000,保冷用品
A001,2026-13,60000,保冷用品
CSV
run 0 --json import sales "$folder/sales.csv" --preview
has '{"new":6,"changed":0,"unchanged":0,"doubtful":0,"refused":2}'
run 0 list sales
lacks "保冷用品"
run 0 --json import sales "$folder/sales.csv" --rejects "$folder/left.csv"
has '{"new":6,"changed":0,"unchanged":0,"doubtful":0,"refused":2}'
grep -q "Z999" "$folder/left.csv" || fail "the refused row is not in the file"
run 0 --json import sales "$folder/sales.csv"
has '{"new":0,"changed":0,"unchanged":6,"doubtful":0,"refused":2}'
sed -i 's/A001,2026-10,60000/A001,2026-10,61000/' "$folder/sales.csv"
run 0 --json import sales "$folder/sales.csv"
has '{"new":0,"changed":1,"unchanged":5,"doubtful":0,"refused":2}'

run 0 friday
has "Who is slipping: 1"
has "青葉商店"
has "since 16 Nov"
has "turned away 2 times running"
has "orders ¥181,000 in 3 months, before ¥300,000"
lacks "No sales data"
run 0 new client name=北海
run 0 --json list clients is:slipping
has '"name":"青葉商店"'
lacks "北海"
run 0 export csv clients is:slipping
has "青葉商店"
lacks "北海"
run 0 list clients -- -is:slipping
has "北海"
lacks "青葉商店"
run 0 slipping 青葉商店
has "Rule: turned away twice running."
has "Cleared by: being received."
lacks "No sales data"
run 0 list signals 青葉商店
has "turned away 2 times running"
run 0 new client name=北店
run 0 list signals 北店
lacks "turned away"
run 1 list signals 無い店
run 0 --json list signals
has '"signal":"orders"'
has '"day":"2026-10-31"'
run 0 --json friday
has '"slipping":[{"kind":"client"'
has '"week":{'
run 0 --lang ja friday
has "2回続けて面会不可"
run 0 --json brief 青葉商店
has '"mornings":2,"met_mornings":1,"afternoons":1,"met_afternoons":0'
run 0 show contact 中村
has "1/2 · 0/1"

run 0 new visit client=青葉商店 contact=中村 day=2026-11-20 outcome=met
run 0 friday
has "Who is slipping: 0"
run 0 undo
run 0 friday
has "Who is slipping: 1"
run 0 check
run 0 reasons 青葉商店 2026-11-30
has "to be seen"
finish
