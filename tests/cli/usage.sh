# SPDX-License-Identifier: GPL-3.0-or-later
# Wrong usage is 2, what cannot be done is 1, each with one line; help, manual and completions.
. "$(dirname "$0")/helpers"

run 2 frobnicate
says frobnicate
run 2 --frobnicate
run 2 list
run 2 list dragons
run 2 show client
run 2 list clients colour:red
says colour
run 2 new client name
run 2 --lang fr list clients
run 2 --demo --store x.db list clients
run 2 --now yesterday list clients
run 2 --store "" list clients
says "--store needs FILE"
run 2 --store
run 2 do frobnicate
run 1 show client 999
run 1 show client nobody
run 1 new client rank=A
run 1 new client name=x cycle=often

run 0 --version
has "mawari "
has "schema "
has "SQLite "
has "utf8proc "
has "ncurses "
run 0 --help
has "list KIND [FILTER]"
has "--store FILE"
run 0 move --help
has "move "
run 0 export --help # no command, but where four begin
has "export calendar "
has "export json "
run 2 export
says "export --help lists them"
run 0 help round
has "round add "
run 0 plan --help
has "plan week "
run 0 new site --help
has "door_minutes"
lacks "end_customer"
run 0 help
has "the load list"
has "Expenses are typed in the line"
has "*quote"
run 0 --lang ja help
has "積込み表"
has "経費は一行に書きます"
run 0 help move
has "move VISIT"
run 2 help nothing
says "there is no command “nothing”"
run 0 --man
has ".TH MAWARI 1"
for shell in bash zsh fish; do
    run 0 --completions $shell
    has commitments
done
if command -v bash >/dev/null; then
    "$MAWARI" --completions bash >"$folder/completions"
    cat >"$folder/type" <<'END'
. "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_mawari
echo "${COMPREPLY[*]}"
END
    # completes EXPECTED WORD…: what bash offers for the last word
    completes() {
        expected=$1
        shift
        offered=$(bash "$folder/type" "$folder/completions" mawari "$@" 2>&1)
        [ "$offered" = "$expected" ] || fail "mawari $*: bash offers “$offered”, not “$expected”"
    }
    completes "list link" li
    completes "en ja" --lang ""
    completes "list link" --lang ja li
    completes clients list cl
    completes "rank=" set clients 3 ra
    completes "purpose=" --json new visits pur
    completes "week" plan --take w
    completes tick do ti
    completes "--map --notes --preview --rejects" import clients FILE --
    completes "$folder/completions" --store "$folder/comp"
    completes "$folder/completions" restore "$folder/comp"
    completes "$folder/completions" export calendar -o "$folder/comp"
    completes "" list "$folder/comp"
fi
for shell in zsh fish; do
    command -v $shell >/dev/null || continue
    "$MAWARI" --completions $shell >"$folder/completions"
    $shell -n "$folder/completions" || fail "$shell cannot read its completions"
done
if command -v man >/dev/null; then
    for lang in en ja; do
        page=$folder/man/$lang/man1/mawari.1 # the folder says how Japanese lines may break
        mkdir -p "${page%/*}"
        "$MAWARI" --lang $lang --man >"$page"
        complaints=$(man --warnings -l "$page" 2>&1 >/dev/null)
        [ -z "$complaints" ] || fail "the manual page ($lang): $complaints"
    done
fi
run 2 --completions tcsh

# Who closed the streams gets an error, and the log no names.
run 0 new client name=青葉商店
"$MAWARI" list clients >&- 2>"$folder/err" && fail "a closed standard output was not noticed"
grep -q "standard output" "$folder/err" || fail "a closed standard output was not named"
"$MAWARI" list clients <&- >&- 2>&- && fail "nobody heard of it, and it was no error"
grep -q 青葉 "$XDG_STATE_HOME/mawari/log" && fail "a name is in the log"

if [ -c /dev/full ]; then
    "$MAWARI" --help >/dev/full 2>"$folder/err" && fail "a full disk was not noticed"
    grep -q "standard output" "$folder/err" || fail "a full disk was not named"
fi
finish
