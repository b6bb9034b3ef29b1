#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures everything that the README's section on speed says, and prints it. It takes some ten
# minutes and 2 GB of the folder for temporary files; nothing fails because it is slow.
#
#     figures.sh BUILD CLIENTS.CSV [ROUNDS]
#
# BUILD is the folder of a Release build with tests, CLIENTS.CSV the small list (the README's: 574
# hospitals). The large store is made once and kept as BUILD/bench/large.db. ROUNDS (10) times 200
# keys.
set -eu
[ $# -ge 2 ] || { sed -n '3,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
build=$(cd "$1" && pwd) csv=$2 rounds=${3:-10}
tests=$build/tests large=$build/bench/large.db
export MAWARI="$build/bin/mawari" TZ=Asia/Tokyo MAWARI_SEED=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" \
    XDG_STATE_HOME="$folder/state"

# A list of 100,000 clients with sites, codes and positions.
make_list() {
    echo '会社名,施設名,フリガナ,得意先コード,郵便番号,住所,電話番号,緯度,経度,ランク'
    awk 'BEGIN {
        split("青葉 旭川 石狩 恵庭 帯広 小樽 北見 釧路 札幌 函館", places, " ")
        split("商店 電機 建設 食品 印刷 薬局 水産 牧場 書店 設備", trades, " ")
        for (i = 0; i < 100000; i++) {
            name = "株式会社" places[i % 10 + 1] places[int(i / 10) % 10 + 1] \
                trades[int(i / 100) % 10 + 1] int(i / 1000)
            printf "%s,%s本店,アオバ,K%06d,0%02d-%04d,北海道%s市%d条%d丁目%d-%d,011-%03d-%04d,%d.%06d,%d.%06d,%s\n",
                name, name, i, i % 100, i % 9999, places[i % 7 + 1], i % 30 + 1, i % 20 + 1,
                i % 40 + 1, i % 17 + 1, 200 + i / 10000, i % 10000, 42 + i % 3, i * 7919 % 1000000,
                140 + i % 5, i * 104729 % 1000000, substr("SABC", i % 4 + 1, 1)
        }
    }'
}

seconds_of() {
    start=$(date +%s%N)
    "$@" >"$folder/said" 2>&1
    echo "$(($(date +%s%N) - start))" | awk -v what="$*" '{ printf "%.0f ms\n", $1 / 1e6 }'
}

all_of() {
    printf '\n== %s\n' "$1"
    "$tests/bench_screen" "$2" "$rounds"
    "$tests/bench_store" search "$2"
    cp "$2" "$folder/saved.db"
    sync # or the first saves wait until the disk has taken the copy
    "$tests/bench_store" save "$folder/saved.db"
    rm -f "$folder/saved.db"*
    for _ in 1 2 3 4 5; do
        printf 'mawari today, whole process: '
        seconds_of "$MAWARI" --store "$2" --now 2026-11-24T09:30+09:00 today
    done
}

if [ ! -e "$large" ]; then
    mkdir -p "$build/bench"
    "$tests/bench_large_store" "$large.part"
    mv "$large.part" "$large"
fi
for _ in 1 2 3 4 5; do
    rm -f "$folder/small.db"*
    "$tests/bench_store" import "$folder/small.db" "$csv"
done
all_of "$csv" "$folder/small.db"
all_of '100,000 clients, 1,000,000 visits' "$large"

printf '\n== once\n'
make_list >"$folder/list.csv"
"$tests/bench_store" import "$folder/list.db" "$folder/list.csv"
rm -f "$folder/list.db"*
cp "$large" "$folder/saved.db" # what was exported is remembered in the store
sync
printf '10,000 events as .ics, child included: '
seconds_of "$MAWARI" --store "$folder/saved.db" --now 2026-11-24T09:30+09:00 export calendar \
    --from 2026-10-18 --to 2026-11-23 -o "$folder/visits.ics"
printf '%s events\n' "$(grep -c '^BEGIN:VEVENT' "$folder/visits.ics")"
