# SPDX-License-Identifier: GPL-3.0-or-later
# The hospitals of Hokkaidō by their addresses alone, beside their published positions: where the
# shared data are at hand.
. "$(dirname "$0")/helpers"
list="${MAWARI_SHARED:-/none}/data/clients/hokkaido-hospitals.utf8.csv"
towns="${MAWARI_SHARED:-/none}/data/gazetteer/japanese-addresses.tar.xz"
if [ ! -r "$list" ] || [ ! -r "$towns" ]; then
    echo "skipped: no shared data"
    exit 0
fi
cd "$folder" || exit 1

python3 - "$list" >bare.csv <<'PY'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8")))
left_out = {rows[0].index("latitude"), rows[0].index("longtitude")}
out = csv.writer(sys.stdout)
for row in rows:
    out.writerow([cell for i, cell in enumerate(row) if i not in left_out])
PY
run 0 import clients bare.csv
run 0 --json import gazetteer "$towns"
has '"ambiguous":0,"unknown":0}'
run 0 --json list sites
printf '%s' "$out" >sites.json

# None without its municipality, 560 to the town or nearer, half of them within 150 m, and four of
# five within what is said of them. Four have no address at all.
python3 - "$list" sites.json <<'PY' || fail "places are not as near as promised"
import csv, json, math, statistics, sys

def metres(a, b):
    p = math.pi / 180
    h = math.sin((a[0] - b[0]) * p / 2) ** 2 + math.cos(a[0] * p) * math.cos(b[0] * p) * math.sin((a[1] - b[1]) * p / 2) ** 2
    return 2 * 6371009 * math.asin(math.sqrt(h))

rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
known = {r["hospital_name"].strip(): (float(r["latitude"]), float(r["longtitude"])) for r in rows if r["latitude"]}
sites = [s for s in json.load(open(sys.argv[2])) if s["address"]]
levels = [s["position_level"] for s in sites]
near = [s for s in sites if s["name"] in known]
off = [metres(known[s["name"]], (s["latitude"], s["longitude"])) for s in near]
within = sum(o <= s["position_error_m"] for o, s in zip(off, near)) / len(near)
print(len(sites), "sites, median", round(statistics.median(off)), "m, within", round(within, 2))
assert len(sites) == 570 and None not in levels
assert levels.count("block") + levels.count("town") >= 560
assert statistics.median(off) <= 150 and 0.75 <= within
PY
finish
