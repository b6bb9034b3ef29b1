# SPDX-License-Identifier: GPL-3.0-or-later
# The README shows the screens that the program shows, and names commands and kinds that there are.
. "$(dirname "$0")/helpers"
root=$(dirname "$0")/../..

for lang in en ja; do
    sed '/^--- roles/,$d' "$root/tests/golden/today-80-$lang.screen" >"$folder/golden"
    awk -v lang="$lang" '/^```/ { fence = !fence; blocks += fence; next }
        fence && blocks == (lang == "en" ? 1 : 2)' "$root/README.md" >"$folder/shown"
    diff "$folder/golden" "$folder/shown" || fail "the README's screen is not today's: $lang"
done

run 0 --lang en --help
known=" $(sed -n '/^Commands:/,$s/^  \([a-z][a-z-]*\).*/\1/p' "$folder/out" | sort -u | tr '\n' ' ')"
options=" $(sed -n 's/^  \(--[a-z]*\).*/\1/p' "$folder/out" | tr '\n' ' ')"
grep -o '`mawari [a-z-][a-z-]*' "$root/README.md" | sed 's/.* //' | sort -u >"$folder/words"
[ "$(wc -l <"$folder/words")" -ge 30 ] || fail "the README names hardly a command"
while read -r word; do
    case "$known$options" in *" $word "*) ;; *) fail "the README names “mawari $word”" ;; esac
done <"$folder/words"
finish
