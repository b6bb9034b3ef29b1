#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Counts the instructions of fixed work and compares them with those that were approved: what got
# slower is found without a clock. Counted are the program's own code and SQLite's, by the object
# that they stand in; libc picks its functions by the processor and is left out. Of the first frame
# the statements are counted as well that it prepares, for every start pays for each of them.
#
#     counts.sh BENCH_FOLDER COUNTS      COUNTS: a line "WORK own N sqlite N" for each work; that of
#                                        the frame goes on "prepared N"
#
# MAWARI_COUNTS=write in the environment writes COUNTS anew. 77: there is no valgrind here.
set -eu
benches=$1 counts=$2
tolerance=5 # percent
command -v valgrind >/dev/null || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export MAWARI_SEED=1 HOME="$folder" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" \
    XDG_STATE_HOME="$folder/state"

make_csv() {
    echo '会社名,施設名,フリガナ,得意先コード,郵便番号,住所,電話番号,担当者'
    awk 'BEGIN {
        for (i = 0; i < 200; i++)
            printf "株式会社青葉商店%d,本店,アオバショウテン,K%04d,060-%04d,北海道札幌市北%d条西%d丁目%d-1,011-200-%04d,佐藤 %d郎\n",
                i / 2, i, i, i % 30 + 1, i % 20 + 1, i % 9 + 1, i, i
    }'
}

# Own costs by object; the line behind "calls=" is what the callee cost.
count() {
    awk '
        /^c?ob=/ {
            id = $0; sub(/^c?ob=/, "", id); name = id
            sub(/\).*/, ")", id)
            if (sub(/^\([0-9]+\) /, "", name)) names[id] = name
            if (/^ob=/) object = id
        }
        /^c?fn=/ {
            id = $0; sub(/^c?fn=/, "", id); name = id
            sub(/\).*/, ")", id)
            if (sub(/^\([0-9]+\) /, "", name)) functions[id] = name
            if (/^cfn=/) callee = functions[id]
        }
        /^calls=/ {
            sub(/^calls=/, "")
            if (callee == "sqlite3_prepare_v3") prepared += $1
            getline
            next
        }
        /^[-+*0-9]/ { cost[object] += $2 }
        END {
            for (id in cost) {
                if (names[id] ~ /\/bench_work$/) own += cost[id]
                if (names[id] ~ /\/libsqlite3/) sqlite += cost[id]
            }
            printf "own %.0f sqlite %.0f", own, sqlite
            if (frame) printf " prepared %d", prepared
            printf "\n"
        }' frame="$2" "$1"
}

make_csv >"$folder/clients.csv"
"$benches/bench_large_store" "$folder/store" 2000 20000 >"$folder/made"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do # until the index is merged
    "$benches/bench_work" save "$folder/store" "$folder/clients.csv"
done
for work in frame keys panes days weeks size today search save import; do
    cp "$folder/store" "$folder/copy"
    valgrind --tool=callgrind --callgrind-out-file="$folder/out" --log-file="$folder/log" \
        "$benches/bench_work" "$work" "$folder/copy" "$folder/clients.csv"
    [ "$work" = frame ] && frame=1 || frame=0
    echo "$work $(count "$folder/out" $frame)"
    rm -f "$folder/copy"*
done >"$folder/now"

if [ "${MAWARI_COUNTS:-}" = write ]; then
    { sed '/^#/!d' "$counts"; cat "$folder/now"; } >"$folder/new"
    cp "$folder/new" "$counts"
fi
grep -v '^#' "$counts" | awk -v tolerance=$tolerance -v counts="$counts" '
    NR == FNR { own[$1] = $3; sqlite[$1] = $5; prepared[$1] = $7; next }
    function compare(what, was, is, most) {
        percent = was > 0 ? (is / was - 1) * 100 : 100
        printf "%-8s %-8s %12d approved, %12d now, %+.1f %%\n", $1, what, was, is, percent
        if (percent > most || percent < -most) off = 1
    }
    { compare("own", own[$1], $3, tolerance); compare("sqlite", sqlite[$1], $5, tolerance) }
    $7 { compare("prepared", prepared[$1], $7, 0) }
    END {
        if (off)
            printf "Instructions more than %d %% away, or another number of statements. If that is " \
                "meant, approve it: MAWARI_COUNTS=write ctest -R \"^counts$\" in a Release build " \
                "writes %s, which belongs into the commit that says why.\n", tolerance, counts
        exit off
    }' - "$folder/now"
