# SPDX-License-Identifier: GPL-3.0-or-later
# A helper program that is missing, of another version, killed, or lies: one sentence, nothing kept.
. "$(dirname "$0")/helpers"
mkdir -p "$folder/bin" "$folder/libexec/mawari"
cp "$MAWARI" "$folder/bin/mawari"
MAWARI="$folder/bin/mawari"
child="$folder/libexec/mawari/mawari-import"
printf 'name\nA\n' >"$folder/list.csv"
version=$("$MAWARI" --version | cut -d ' ' -f 2 | tr -d ,)

# What a child speaks: number and length of the texts in four bytes each, the lowest first.
cat >"$folder/speak" <<'EOF'
word() { printf "\\$(printf %o $(($1 % 256)))\\$(printf %o $(($1 / 256 % 256)))\\0\\0"; }
say() {
    size=4
    for text; do size=$((size + 4 + ${#text})); done
    word $size
    word $#
    for text; do word ${#text} && printf %s "$text"; done
}
EOF

# child_does SENTENCE SCRIPT: the import fails and says so.
child_does() {
    printf '#!/bin/sh\n. "%s/speak"\n%s\n' "$folder" "$2" >"$child"
    chmod 755 "$child"
    run 1 --lang en import clients "$folder/list.csv"
    says "$1"
    case "$err" in *"$(printf '\033')"* | *^) fail "an escape of the child: $err" ;; *) ;; esac
    run 0 list clients --json
    [ "$out" = "[]" ] || fail "a lying child was believed: $out"
}
hello="say version $version"
begin="$hello; say format UTF-8; say header name; say known client.name"

run 1 --lang en import clients "$folder/list.csv"
says "cannot be started"
child_does "is not of version" 'say version 9.9.9'
child_does "is not of version" 'say hello'
child_does "no message" 'printf "\377\377\377\377garbage"'
child_does "no message" 'yes'
child_does "out of paper" "echo '$(printf '\033')[31mout of paper' >&2; exit 3"
child_does "was killed" "kill -9 \$\$"
child_does "was killed" "$begin; say row 2 A; kill -9 \$\$"
child_does "stopped without a reason" "$begin; say row 2 A; exit 1"
child_does "was too slow and was stopped" "$begin; say row 2 A; ulimit -S -t 1; while :; do :; done"
child_does "said nothing for 15 seconds" "$begin; say row 2 A; exec sleep 1000"
child_does "makes no sense" "$begin; say row 2 A"
child_does "makes no sense" "$hello; say row 2 A; say done"
child_does "makes no sense" "$begin; say row 2 A B; say done"
child_does "makes no sense" "$begin; say row -1 A; say done"
child_does "makes no sense" "$begin; say header name; say done"
child_does "makes no sense" "$begin; say row 2 A; say done; say row 3 B"
child_does "makes no sense" "$hello; say header name; say known client.name; say row 2 A; say done"
child_does "makes no sense" "$hello; say format UTF-8; say header name; say known client.secret; say done"
child_does "makes no sense" "$hello; say format UTF-8; say header name; say known step.id; say done"
child_does "makes no sense" "$begin; say drop everything; say done"
child_does "in the middle of a message" "$begin; printf '\\100\\0\\0\\0\\1\\0'"
child_does "no message" "$begin; printf '\\377\\377\\377\\177\\1\\0\\0\\0'; cat /dev/zero"
child_does "list.csv, line 2: Name" "$begin; say row 2 \"$(printf 'A\033[2J')\"; say done"
child_does "the disk is gone" "$hello; say failed 'the disk is gone'"

# The one that asks for travel times: what it makes up is not kept.
child="$folder/libexec/mawari/mawari-dav"
run 0 new office name=O latitude=43.06 longitude=141.35
run 0 new client name=C
run 0 new site name=S client=C latitude=43.07 longitude=141.35
run 0 new visit client=C site=S day=today
run 0 setting osrm_server http://localhost:1
dav_does() { # SENTENCE SCRIPT
    printf '#!/bin/sh\n. "%s/speak"\n%s\n' "$folder" "$2" >"$child"
    chmod 755 "$child"
    run 1 --lang en travel-times
    says "$1"
    case "$err" in *"$(printf '\033')"* | *^) fail "an escape of the child: $err" ;; *) ;; esac
    run 0 --lang en --json today
    lacks OSRM
}
run 1 --lang en travel-times
says "cannot be started"
dav_does "is not of version" 'say version 9.9.9'
dav_does "makes no sense" "$hello"
dav_does "makes no sense" "$hello; say done"
dav_does "makes no sense" "$hello; say row; say row; say done"
dav_does "makes no sense" "$hello; say row 60 600 60; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 60 600 60 600; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 60 600; say row 60 600 60 600; say row 1 1 1 1; say done"
dav_does "makes no sense" "$hello; say row 60 600 -1 600; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 99999999999999999999 600; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 604801 600; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 6x 600; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 '' 600; say row 60 600 60 600; say done"
dav_does "makes no sense" "$hello; say row 60 600 60 600; say done"
dav_does "OSRM: out of roads" "$hello; say row 60 600 60 600; say failed 'out of roads'"
dav_does "out of paper" "echo '$(printf '\033')[31mout of paper' >&2; exit 3"
dav_does "stopped without a reason" "$hello; exit 1"
dav_does "no message" "$hello; yes"
# The one that prints: what is no PDF is not written.
child="$folder/libexec/mawari/mawari-print"
print_does() { # SENTENCE SCRIPT
    printf '#!/bin/sh\n. "%s/speak"\n%s\n' "$folder" "$2" >"$child"
    chmod 755 "$child"
    run 1 --lang en report day --pdf "$folder/out.pdf"
    says "$1"
    case "$err" in *"$(printf '\033')"* | *^) fail "an escape of the child: $err" ;; *) ;; esac
    [ ! -e "$folder/out.pdf" ] || fail "a lying child was believed: $2"
}
run 1 --lang en report day --pdf "$folder/out.pdf"
says "cannot be started"
print_does "is not of version" 'say version 9.9.9'
print_does "not finished" "$hello"
print_does "not finished" "$hello; say bytes 25504446"
print_does "not finished" "$hello; say bytes 2550444; say done 1"
print_does "not finished" "$hello; say bytes XY; say done 1"
print_does "not finished" "$hello; say bytes 25504446; say done 0"
print_does "not finished" "$hello; say bytes 25504446; say done"
print_does "not finished" "$hello; say drop everything"
print_does "no paper" "echo 'no paper' >&2; exit 3"
finish
