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
counts '{"new":0,"changed":1,"unchanged":1,"doubtful":0,"refused":0}' clients "$folder/edited.csv"
"$MAWARI" --store "$store" undo > /dev/null

# What the rep typed since stays.
"$MAWARI" --store "$store" set site みなと物産 telephone=011-999-9999 > /dev/null
counts '{"new":0,"changed":0,"unchanged":2,"doubtful":0,"refused":0}' clients "$folder/edited.csv"

printf '会社名,担当者,携帯\n青葉商店,山本 太,090-0000-1183\nなし商店,森,\n' > "$folder/p.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' contacts "$folder/p.csv" \
    --rejects "$folder/r.csv"
sed -i 's/なし商店/みなと物産/' "$folder/r.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' contacts "$folder/r.csv"
printf '日付,会社名,担当者,内容\nR7.11.10,青葉商店,中村課長,高い\n' > "$folder/v.csv"
counts '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' visits "$folder/v.csv"
counts '{"new":0,"changed":0,"unchanged":1,"doubtful":0,"refused":0}' visits "$folder/v.csv"

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

if [ -n "${MAWARI_SHARED:-}" ]; then
    store="$folder/hospitals.db"
    list="$MAWARI_SHARED/data/clients/hokkaido-hospitals"
    counts '{"new":574,"changed":0,"unchanged":0,"doubtful":0,"refused":0}' clients "$list.utf8.csv"
    counts '{"new":0,"changed":0,"unchanged":574,"doubtful":0,"refused":0}' clients "$list.cp932.csv"
fi
