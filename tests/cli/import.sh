# SPDX-License-Identifier: GPL-3.0-or-later
# Imports on the command line: counts, idempotence, edited files, and what is refused.
set -eu
unset MAWARI_NOW || true
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
store="$folder/a.db"

counts() { # LINE RECIPE FILE [OPTION…]
    expected=$1
    shift
    found=$("$MAWARI" --lang en --store "$store" --json import "$@" | head -n 1)
    [ "$found" = "$expected" ] || { echo "import $*: $found, not $expected"; exit 1; }
}
refused() { # SENTENCE FILE
    if "$MAWARI" --lang en --store "$store" import clients "$2" 2> "$folder/err"; then
        echo "$2 was taken"; exit 1
    fi
    grep -q "$1" "$folder/err" || { cat "$folder/err"; echo "does not say: $1"; exit 1; }
}

cat > "$folder/c.csv" <<'CSV'
得意先コード,会社名,住所,電話,担当者,役職,ランク
A1,㈱青葉商店,札幌市中央区北1条1,011-111-1111,中村 恵,課長,A
A2,みなと物産,札幌市北区2,011-222-2222,,,B
CSV
sed 's/222-2222/222-3333/' "$folder/c.csv" > "$folder/edited.csv"
counts '{"new":2,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/c.csv" --preview
counts '{"new":2,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/c.csv"
counts '{"new":0,"changed":0,"unchanged":2,"doubtful":0,"refused":0}' clients "$folder/c.csv"
"$MAWARI" --lang en --store "$store" import clients "$folder/edited.csv" --preview |
    grep -q '^line 3, changed: Telephone: 011-222-2222 → 011-222-3333$'
counts '{"new":0,"changed":1,"unchanged":1,"doubtful":0,"refused":0}' clients "$folder/edited.csv"
"$MAWARI" --store "$store" undo > /dev/null

# An import that was taken back can be done again.
counts '{"new":0,"changed":1,"unchanged":1,"doubtful":0,"refused":0}' clients "$folder/edited.csv"
"$MAWARI" --store "$store" undo > /dev/null

# The rep changes one field, the file another: both stay. Both change the same one: it is asked.
"$MAWARI" --store "$store" set site みなと物産 address=札幌市北区99 > /dev/null
counts '{"new":0,"changed":1,"unchanged":1,"doubtful":0,"refused":0}' clients "$folder/edited.csv"
site=$("$MAWARI" --store "$store" show site みなと物産)
case "$site" in *札幌市北区99*) ;; *) echo "the rep's address is gone"; exit 1 ;; esac
case "$site" in *011-222-3333*) ;; *) echo "the file's telephone is not there"; exit 1 ;; esac
"$MAWARI" --store "$store" set site みなと物産 telephone=011-999-9999 > /dev/null
counts '{"new":0,"changed":0,"unchanged":2,"doubtful":0,"refused":0}' clients "$folder/edited.csv"
sed 's/222-2222/222-4444/' "$folder/c.csv" > "$folder/again.csv"
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":1,"refused":0}' clients "$folder/again.csv" \
    --rejects "$folder/asked.csv"
"$MAWARI" --store "$store" show site みなと物産 | grep -q 011-999-9999
cp "$folder/asked.csv" "$folder/kept.csv"
sed -i '2s/,\r$/,new\r/' "$folder/kept.csv" # “new”: what is here is right
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":0,"refused":0}' clients "$folder/kept.csv"
"$MAWARI" --store "$store" show site みなと物産 | grep -q 011-999-9999
sed 's/222-4444/222-5555/; 2s/,\r$/,same\r/' "$folder/asked.csv" > "$folder/taken.csv"
counts '{"new":0,"changed":1,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/taken.csv"
"$MAWARI" --store "$store" show site みなと物産 | grep -q 011-222-5555

printf '会社名,担当者,携帯\n青葉商店,山本 太,090-0000-1183\nなし商店,森,\n' > "$folder/p.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' contacts "$folder/p.csv" \
    --rejects "$folder/r.csv"
sed -i 's/なし商店/みなと物産/' "$folder/r.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' contacts "$folder/r.csv"
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":0,"refused":0}' contacts "$folder/r.csv"
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":0,"refused":1}' contacts "$folder/p.csv"
printf '日付,会社名,担当者,内容\nR7.11.10,青葉商店,中村課長,高い\n' > "$folder/v.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' visits "$folder/v.csv"
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":0,"refused":0}' visits "$folder/v.csv"
"$MAWARI" --store "$store" set client 青葉商店 reading=アオバショウテン > /dev/null
cat > "$folder/w.csv" <<'CSV'
訪問日,得意先番号,得意先,面談者,商談内容
令和7年11月11日,A1,,,by code
2025-11-12,,株式会社 青葉商店,,by name
'25.11.13,,ｱｵﾊﾞｼｮｳﾃﾝ,,by reading
11/14,,あおばしょうてん,中村,by reading and surname
11/15,A9,どこでもない,,nowhere
CSV
counts '{"new":3,"changed":0,"unchanged":0,"doubtful":0,"refused":2}' visits "$folder/w.csv" --preview
sed -i "s/^'25/2025/; s/^'//" "$folder/w.csv"
counts '{"new":4,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' visits "$folder/w.csv"
counts '{"new":0,"changed":0,"unchanged":4,"doubtful":0,"refused":1}' visits "$folder/w.csv"

# A column that nobody knows is said, becomes a note or a field when that is wanted, and is
# remembered for the header.
printf '会社名,呼び名,趣味\n緑屋,ミドリヤ,釣り\n' > "$folder/m.csv"
"$MAWARI" --lang en --store "$store" import clients "$folder/m.csv" > "$folder/out"
grep -q 'columns left out: 呼び名, 趣味' "$folder/out"
"$MAWARI" --store "$store" undo > /dev/null
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/m.csv" \
    --map client.reading=呼び名 --notes
"$MAWARI" --store "$store" show client 緑屋 > "$folder/out"
grep -q ミドリヤ "$folder/out" && grep -q '趣味: 釣り' "$folder/out"
printf '会社名,呼び名,趣味\n金物屋,カナモノヤ,釣り\n' > "$folder/m.csv"
"$MAWARI" --lang en --store "$store" import clients "$folder/m.csv" | grep -q 'left out: 趣味'
"$MAWARI" --store "$store" show client 金物屋 | grep -q カナモノヤ

: > "$folder/empty.csv"
printf 'name,tel\na,"b\n' > "$folder/open.csv"
printf 'name,tel\na,b,c\n' > "$folder/long.csv"
mkfifo "$folder/fifo"
refused 'is empty' "$folder/empty.csv"
refused 'line 2, column 2' "$folder/open.csv"
refused 'line 2: 3 fields' "$folder/long.csv"
refused 'not an ordinary file' "$folder/fifo"
refused 'not an ordinary file' /dev/zero
refused 'no such file' "$folder/none.csv"

# A doubtful row that is the same makes no second client, and is not asked about again.
store="$folder/b.db"
printf '会社名,住所,電話\n青葉商店,札幌市中央区北1条西2丁目3番,011-231-4567\n' > "$folder/a.csv"
printf '会社名,住所,電話\n青葉商会,札幌市中央区北一条西2-3,\n' > "$folder/b.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/a.csv"
counts '{"new":0,"changed":0,"unchanged":0,"doubtful":1,"refused":0}' clients "$folder/b.csv" --rejects "$folder/r.csv"
"$MAWARI" --lang en --store "$store" import clients "$folder/b.csv" --preview > "$folder/out"
grep -q '札幌市中央区北一条西2-3 *| 札幌市中央区北1条西2丁目3番' "$folder/out"
sed '2s/,\r$/,same\r/' "$folder/r.csv" > "$folder/same.csv"
counts '{"new":0,"changed":1,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/same.csv"
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":0,"refused":0}' clients "$folder/b.csv"
[ "$("$MAWARI" --store "$store" --json list clients | grep -c '"id":')" -eq 1 ]
"$MAWARI" --store "$store" list sites | grep -q 青葉商会
"$MAWARI" --lang en --store "$store" undo | grep -q 'imported Clients from same.csv (records: '
sed '2s/,\r$/,new\r/' "$folder/r.csv" > "$folder/other.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/other.csv"
[ "$("$MAWARI" --store "$store" --json list clients | grep -c '"id":')" -eq 2 ]

# The rows that are left come back in the character set of the file; what has no place there in UTF-8.
store="$folder/e.db"
printf '会社名,電話\n渡邊工務店－本店,x\n高橋,011-231-4567\n' | iconv -f UTF-8 -t CP932 > "$folder/s.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' clients "$folder/s.csv" --rejects "$folder/r.csv"
iconv -f CP932 -t UTF-8 "$folder/r.csv" | grep -q '^渡邊工務店.*本店,x,2,'
iconv -f CP932 -t UTF-8 "$folder/r.csv" | sed 's/,x,2,/,011-222-3333,2,/' | iconv -f UTF-8 -t CP932 > "$folder/t.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$folder/t.csv"
printf '\377\376n\0a\0m\0e\0,\0t\0e\0l\0\n\0A\0,\0x\0\n\0' > "$folder/u.csv"
"$MAWARI" --store "$store" import clients "$folder/u.csv" --preview --rejects "$folder/r.csv" > /dev/null
[ "$(head -c 7 "$folder/r.csv")" = "$(printf '\357\273\277name')" ]

# Places that the next list of the same header is silent about are named, and stay; not those whose
# row was only refused, and not by what is left of a list.
store="$folder/g.db"
cat > "$folder/first.csv" <<'CSV'
得意先コード,会社名,店舗名,住所,電話
A1,㈱青葉商店,本店,札幌市中央区北1条1,011-111-1111
A1,㈱青葉商店,駅前店,札幌市中央区北5条1,011-111-1113
A2,みなと物産,みなと物産,札幌市北区2,011-222-2222
A3,緑屋,緑屋,札幌市南区3,011-333-2222
CSV
sed '/駅前店/d; /みなと/d; s/011-333-2222/電話なし/' "$folder/first.csv" > "$folder/next.csv"
gone() { "$MAWARI" --lang "$1" --store "$store" import clients "$2" $3 > "$folder/out"; }
gone en "$folder/first.csv" ""
if grep -q 'no longer' "$folder/out"; then echo "a first list misses something"; exit 1; fi
for option in --preview "--rejects $folder/left.csv"; do
    gone en "$folder/next.csv" "$option"
    grep -q '^no longer in the list, still here: 駅前店 (㈱青葉商店)$' "$folder/out"
    grep -q '^no longer in the list, still here: みなと物産$' "$folder/out"
    grep -q '^2 rows: .*1 refused; 2 no longer in the list' "$folder/out"
done
gone ja "$folder/next.csv" --preview
grep -q '^名簿になくなった行先 (そのまま残ります): みなと物産$' "$folder/out"
[ "$("$MAWARI" --store "$store" --json list sites | grep -c '"id":')" -eq 4 ]
sed -i 's/電話なし/011-333-2223/' "$folder/left.csv"
gone en "$folder/left.csv" ""
if grep -q 'no longer' "$folder/out"; then echo "what was left of a list misses the rest"; exit 1; fi
printf '会社名,電話\n高橋,011-231-4567\n' > "$folder/other.csv"
gone en "$folder/other.csv" ""
if grep -q 'no longer' "$folder/out"; then echo "another list misses something"; exit 1; fi
"$MAWARI" --store "$store" archive client みなと物産 > /dev/null
gone en "$folder/next.csv" ""
grep -q '; 1 no longer in the list$' "$folder/out"

if [ -n "${MAWARI_SHARED:-}" ]; then
    store="$folder/hospitals.db"
    list="$MAWARI_SHARED/data/clients/hokkaido-hospitals"
    counts '{"new":574,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$list.utf8.csv"
    counts '{"new":0,"changed":0,"unchanged":574,"doubtful":0,"refused":0}' clients "$list.cp932.csv"
    bodies=$("$MAWARI" --store "$store" --json list clients | grep -c '"id":')
    [ "$bodies" -eq 457 ] || { echo "$bodies bodies run the 574 hospitals, not 457"; exit 1; }
    sites=$("$MAWARI" --store "$store" --json list sites client:日本赤十字社 | grep -c '"id":')
    [ "$sites" -eq 10 ] || { echo "the Red Cross has $sites hospitals, not 10"; exit 1; }
fi
