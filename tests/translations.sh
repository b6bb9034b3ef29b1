# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a string marked in the sources has no Japanese, or a doubtful one.
# translations.sh CMAKE BUILD MSGCMP CATALOGUE TEMPLATE
set -eu
"$1" --build "$2" --target pot >/dev/null
"$3" "$4" "$5"
# Brackets and colons are of one width everywhere.
if grep -n '[（）：]' "$4" | grep -v '^[0-9]*:\(msgid\|#\)'; then
    echo "$4: write (, ) and : here, not （, ） and ：" >&2
    exit 1
fi
