# SPDX-License-Identifier: GPL-3.0-or-later
# Files that cannot be imported: one sentence with file, line and field, nothing written.
. "$(dirname "$0")/helpers"
cd "$folder" || exit 1

# refused SENTENCE WORD…: the import fails, says so, and leaves no client behind.
refused() {
    sentence=$1
    shift
    run 1 --lang en import "$@"
    says "$sentence"
    run 0 list clients --json
    [ "$out" = "[]" ] || fail "import $* left something behind: $out"
}
# reads COUNTS WORD…: the counts of a file that is only looked at.
reads() {
    counts=$1
    shift
    run 0 --lang en --json import "$@" --preview
    has "$counts"
}

refused "none.csv: there is no such file" clients none.csv
: >empty.csv
refused "empty.csv is empty" clients empty.csv
printf '\357\273\277' >mark.csv
refused "mark.csv: there is no header" clients mark.csv
echo 'name,tel' >header.csv
refused "header.csv has no row" clients header.csv
truncate -s 1G sparse.csv
refused "sparse.csv is larger than 64 MiB" clients sparse.csv
rm sparse.csv
mkfifo fifo.csv
refused "fifo.csv is not an ordinary file" clients fifo.csv
refused "/dev/zero is not an ordinary file" clients /dev/zero
for file in fifo.csv /dev/zero .; do
    run 1 restore "$file"
    says "$file is not an ordinary file"
    run 1 --store "$file" check --salvage "$folder/saved.db"
    says "$file is not an ordinary file"
done
run 1 restore nowhere.db
says "there is no such file"
"$MAWARI" add - </dev/zero >"$folder/out" 2>"$folder/err" && fail "lines without end were added"
grep -q "standard input is larger than" "$folder/err" || fail "$(cat "$folder/err")"
refused "data is not an ordinary file" clients data
head -c 65536 "$MAWARI" >binary.csv
refused "binary.csv: this is no text" clients binary.csv
# Another user must be able to reach the program for this: below /root nobody can.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null &&
    setpriv --reuid 65534 --clear-groups test -x "$MAWARI"; then
    printf 'name\na\n' >secret.csv
    chmod 600 secret.csv
    chmod 755 "$folder"
    mkdir -m 777 other
    if (XDG_DATA_HOME="$folder/other" setpriv --reuid 65534 --clear-groups "$MAWARI" --lang en \
        --store "$folder/other/a.db" import clients "$folder/secret.csv") 2>err >out; then
        fail "another's file was read"
    fi
    grep -q "secret.csv" err || fail "unreadable: $(cat err)"
fi

# Bytes that are no text in the character set of the others.
printf 'name,tel\n\351\235\222\350\221\211,011-231-4567\n\220\302\227t,2\n' >stray.csv
reads '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' clients stray.csv
run 0 --lang en import clients stray.csv --preview
has "line 3, refused: name: a broken byte, not UTF-8"
printf '\377\376n\0a\0m\0e\0\n\0A\0\n\0B\0\60' >cut.csv
reads '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' clients cut.csv
# A zero among letters is no letter: its row is refused, whichever character set the others are in.
for list in 'name\nA\nB\000x\n' 'name\nAB\nC\000x\n' '\346\226\275\350\250\255\345\220\215\n\351\235\222\n\350\000\221\n' \
    '\216\173\220\335\226\274\n\223\372\n\000\223\372\n'; do
    printf "$list" >zero.csv
    reads '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":1}' clients zero.csv
    run 0 --lang en import clients zero.csv --preview
    has "line 3, refused: "
    has ": a zero byte"
done
printf 'na\000me\nA\n' >zero.csv
refused "zero.csv: line 1, column 1: a zero byte" clients zero.csv
printf 'name,tel\na,\377\376\n' >neither.csv
refused "neither.csv: this is text neither in UTF-8, UTF-16 nor Shift_JIS" clients neither.csv

# Shapes.
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "c%d,", i; print "" }' >wide.csv
refused "wide.csv: line 1, column 513: there are more than 512 columns" clients wide.csv
{ printf 'name,remark\nA,' && head -c 50000000 /dev/zero | tr '\0' x; } >field.csv
refused "field.csv: line 2, column 2: a field is larger than 64 KiB" clients field.csv
rm field.csv
awk 'BEGIN { print "name"; for (i = 0; i <= 200000; i++) print "N" i }' >long.csv
refused "long.csv: line 200002, column 1: there are more than 200000 rows" clients long.csv
printf 'name,tel\nA,"011\n\n' >open.csv
refused "open.csv: line 2, column 2: a quotation mark is opened and never closed" clients open.csv
printf 'name,tel\nA\nB,011-231-4567\nC,1,2,3\n' >ragged.csv
reads '{"new":1,"changed":0,"unchanged":0,"doubtful":0,"refused":2}' clients ragged.csv
run 0 --lang en import clients ragged.csv --preview
has "line 2, refused: 1 field, the header has 2"
has "line 4, refused: 4 fields, the header has 2"

# Values.
refuses_each() { # RECIPE HEADER ROW…: every row is refused, and the field is named
    recipe=$1 header=$2
    shift 2
    for row in "$@"; do
        printf '%s\n%b\n' "$header" "$row" >value.csv
        run 1 --lang en import "$recipe" value.csv
        says "value.csv, line 2: "
    done
}
refuses_each clients 'name,latitude,longitude' 'A,91,141' 'A,43,181' 'A,x,141'
refuses_each clients 'name,cycle' 'A,0' 'A,99999' 'A,-7' 'A,often'
refuses_each clients 'name,closing_day' 'A,32' 'A,0'
refuses_each clients 'name,remark' 'A,\0033[2J' '\0007B,x' 'C\0033]2;title\0007,x' 'D,\0302\0233m'
refuses_each sites 'name,client' ',nobody' 'A,nobody' 'A,'
refuses_each visits 'date,client,text' '2026-02-30,A,x' 'R99.1.1,A,x' '2026/13/1,A,x' '25:00,A,x'
refuses_each hours 'opens,closes' '25:00,26:00' 'x,y'
refuses_each holidays 'day,name' '2026-02-29,x' ',x' 'soon,x'
run 0 list clients --json
[ "$out" = "[]" ] || fail "a refused row was written: $out"

# Direction overrides, zero-width and tag characters are kept and never reach the terminal.
printf 'name,remark\nC\342\200\256d\342\200\213\363\240\201\201,\342\201\246x\n' >hidden.csv
run 0 --lang en import clients hidden.csv
run 0 list clients
for sign in '\342\200\256' '\342\200\213' '\363\240\201\201' '\342\201\246'; do
    lacks "$(printf "$sign")"
done
run 0 export csv clients
has "$(printf 'C\342\200\256d\342\200\213\363\240\201\201')"
run 0 undo

[ -z "$(find . -name '*.mawari-*')" ] || fail "something half-written: $(ls -a)"
finish
