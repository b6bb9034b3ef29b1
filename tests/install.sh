# SPDX-License-Identifier: GPL-3.0-or-later
# Installs into a folder of its own and asks the installed program for what lies beside it.
# install.sh CMAKE BUILD
set -eu
folder=$2/tests/installed
rm -rf "$folder"
"$1" --install "$2" --prefix "$folder" >/dev/null
mawari=$folder/bin/mawari

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

"$mawari" --version | grep -q '^mawari [0-9]*\.[0-9]*\.[0-9]*' || fail '--version names no version'
"$mawari" --demo --lang en --now 2026-11-24T09:00 today | grep -q . || fail 'it does not start'
grep -q '^\.SH NAME$' "$folder/share/man/man1/mawari.1" || fail 'no man page'
grep -q '^\.SH 名前$' "$folder/share/man/ja/man1/mawari.1" || fail 'no Japanese man page'
for child in "$2"/libexec/mawari/*; do
    [ -x "$folder/libexec/mawari/${child##*/}" ] || fail "${child##*/} is missing"
done
english=$("$mawari" --lang en --help)
japanese=$("$mawari" --lang ja --help)
[ "$english" != "$japanese" ] || fail 'the catalogue is not found'
