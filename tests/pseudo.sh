# SPDX-License-Identifier: GPL-3.0-or-later
# The pseudo-catalogue: every string of the template between ［ and ］, so that a test sees what was
# never marked for translation.
# pseudo.sh MSGFMT TEMPLATE CATALOGUE
set -eu
fmt=$1 template=$2 out=$3
mkdir -p "$(dirname "$out")"
msgen --lang=ja -o "$out.po" "$template"
sed -e '/^#, fuzzy$/d' -e 's/nplurals=INTEGER; plural=EXPRESSION/nplurals=2; plural=n != 1/' \
    -e 's/charset=CHARSET/charset=UTF-8/' "$out.po" |
  msgfilter --keep-header -o "$out.po.in" sed -e '1s/^/［/' -e '$s/$/］/'
"$fmt" -o "$out" "$out.po.in"
rm "$out.po" "$out.po.in"
