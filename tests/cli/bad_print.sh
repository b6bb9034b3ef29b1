# SPDX-License-Identifier: GPL-3.0-or-later
# A PDF that cannot be written is refused in one sentence and leaves nothing behind; hostile text in
# every field, very long names and thousands of rows are printed, visibly.
. "$(dirname "$0")/helpers"
cd "$folder" || exit 1

pdf=out.pdf
# holds TEXT, holds_no TEXT: in the PDF, read back without its blanks.
read_back() {
    pdftotext "$pdf" - | tr -d ' \n\f'
}
holds() {
    read_back | grep -qF -- "$1" || fail "no “$1” in the PDF: $(read_back | head -c 2000)"
}
holds_no() {
    if read_back | grep -qF -- "$1"; then
        fail "what is hidden is in the PDF"
    fi
}
# refused SENTENCE FILE: no PDF at FILE, and why.
refused() {
    run 1 --lang en report client 店 --pdf "$2"
    says "$1"
    [ -z "$(find . -name '*.mawari-*')" ] || fail "something half-written: $(ls -a)"
}

# Direction overrides, zero-width and tag characters, in whatever a report can show.
hidden=$(printf 'A\342\200\256B\342\200\213\363\240\201\201C')
run 0 new client "name=店"
run 0 new client "name=$hidden"
run 0 new contact "name=$hidden" "reading=$hidden"
run 0 new visit "client=$hidden" "contact=$hidden" day=2026-11-10 outcome=met "text=$hidden" \
    "purpose=$hidden"
run 0 new ticket "what=$hidden" "client=$hidden" opened=2026-11-02 "harm=$hidden"
run 0 new contract "what=$hidden" "client=$hidden" end=2027-03-31 notice_months=1
run 0 new concession "what=$hidden" "client=$hidden" day=2026-10-01 yen=48000 "back=$hidden"
run 0 inside T1 "$hidden"
run 0 told T1 "$hidden"
for report in "client $hidden" T1 2026-11-10 month; do
    # shellcheck disable=SC2086
    run 0 --lang en report $report --pdf "$pdf"
    [ "$report" = month ] || holds "A?B??C"
    for sign in '\342\200\256' '\342\200\213' '\363\240\201\201'; do
        holds_no "$(printf "$sign")"
    done
done
run 0 --lang en first-report T1 --pdf "$pdf"
holds "A?B??C"

# A name of a thousand characters, and a client who was seen thousands of times.
long=$(awk 'BEGIN { for (i = 0; i < 1000; i++) printf "長" }')
run 0 new client "name=$long"
run 0 --lang en report client "$long" --pdf "$pdf"
[ "$(read_back | grep -o 長 | wc -l)" -ge 1000 ] || fail "the name was cut"
awk 'BEGIN { print "client,date,outcome,text"
    for (i = 0; i < 3000; i++) printf "店,2026-11-%02d,met,talk %d\n", i % 7 + 16, i }' >visits.csv
run 0 --lang en import visits visits.csv
run 0 --lang en report week 2026-11-16 --pdf "$pdf"
holds "Visits:3000"
holds "talk2999"
[ "$(pdfinfo "$pdf" | awk '/^Pages:/ { print $2 }')" -gt 20 ] || fail "rows are missing"

# Places that take no file.
mkdir dir
mkfifo fifo
refused "no such file or folder" nowhere/out.pdf
refused "not an ordinary file" /dev/full
refused "not an ordinary file" fifo
refused "dir" dir
refused "writing 長長" "$long.pdf"
if [ "$(id -u)" -ne 0 ]; then
    mkdir -m 500 locked
    refused "locked/out.pdf" locked/out.pdf
fi
cp "$pdf" before.pdf
if unshare -m sh -c 'mount -t tmpfs -o size=1m none /mnt' 2>/dev/null; then
    mkdir disk
    # shellcheck disable=SC2016
    unshare -m sh -c 'mount -t tmpfs -o size=16k none disk && mount -o remount,size=16k disk &&
        dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null
        "$MAWARI" --lang en report week 2026-11-16 --pdf disk/out.pdf >out 2>err && echo "it was said to be done" >err
        ls disk >left
        mount -o remount,ro disk
        "$MAWARI" --lang en report week 2026-11-16 --pdf disk/out.pdf >out 2>locked || :' || fail "no disk"
    grep -q "disk/out.pdf" err || fail "a full disk: $(cat err)"
    [ "$(cat left)" = filler ] || fail "half a PDF was left behind: $(cat left)"
    grep -q "disk/out.pdf" locked || fail "a disk that is only read: $(cat locked)"
fi

# A full or locked disk, a folder, a device: the file of before is as it was.
cmp -s "$pdf" before.pdf || fail "the old file changed"

# No font, no PDF, and what brings one. The child greets, and is greeted with its own words.
child="$(dirname "$MAWARI")/../libexec/mawari/mawari-print"
cat >fonts.conf <<'CONF'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/nowhere</dir></fontconfig>
CONF
"$child" pdf </dev/null >greeting 2>err
FONTCONFIG_FILE="$folder/fonts.conf" "$child" pdf <greeting >answer 2>err && fail "printed without fonts"
grep -q "no Japanese font is installed" err || fail "without fonts: $(cat err)"
grep -q bytes answer && fail "something was printed without fonts"
finish
