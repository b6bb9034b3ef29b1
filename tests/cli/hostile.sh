# SPDX-License-Identifier: GPL-3.0-or-later
# No text of any origin reaches the terminal as a sequence; bad stores get a sentence.
. "$(dirname "$0")/helpers"

name=$(printf 'A\033]2;title\007\342\200\256B\342\200\213C')
run 0 new supplier name=x
"$MAWARI" new supplier "name=$name" >"$folder/out" 2>"$folder/err"
"$MAWARI" list suppliers >"$folder/out" 2>>"$folder/err"
"$MAWARI" show supplier 1 >>"$folder/out" 2>>"$folder/err"
"$MAWARI" "$name" >>"$folder/out" 2>>"$folder/err"
"$MAWARI" search "$name" >>"$folder/out" 2>>"$folder/err"
for bad in "$(printf '\033')" "$(printf '\007')" "$(printf '\342\200\256')"; do
    if grep -qF "$bad" "$folder/out" "$folder/err"; then
        fail "a control reached the terminal"
    fi
done

# What a person types may hold no control either, whichever way it comes.
run 0 new client name=AA
run 1 note AA "$(printf 'x\033[31mb')"
says "LINE: a control character"
run 1 add "$(printf '@AA x\033[31mb')"
says "a control character"
printf 'fine\n@AA x\007\n' | "$MAWARI" add - >"$folder/out" 2>"$folder/err" && fail "it was taken"
grep -q "line 2: a control character" "$folder/err" || fail "$(cat "$folder/err")"

echo "no store" >"$folder/text.db"
run 1 --store "$folder/text.db" list clients
says text.db
[ "$(cat "$folder/text.db")" = "no store" ] || fail "a file that is not ours was changed"
mkdir "$folder/dir.db"
run 1 --store "$folder/dir.db" list clients
run 1 restore "$folder/text.db"
run 1 restore "$folder/none.db"
finish
