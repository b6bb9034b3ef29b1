# SPDX-License-Identifier: GPL-3.0-or-later
# The 268 hospitals of Sapporo and around, with cycles: the week's proposal beside the same visits spread by their
# due dates, in kilometres; then all 574 of the island, most of which are too far for a day. Where the
# shared data are at hand.
. "$(dirname "$0")/helpers"
list="${MAWARI_SHARED:-/none}/data/clients/hokkaido-hospitals.utf8.csv"
if [ ! -r "$list" ]; then
    echo "skipped: no shared data"
    exit 0
fi
cd "$folder" || exit 1

# Within some 33 km. Every four weeks, last seen on one of the 60 days before, each by its number.
python3 - "$list" <<'PY'
import csv, datetime, sys
rows = [r for r in csv.DictReader(open(sys.argv[1], encoding="utf-8")) if r["latitude"]]
rows = [r for r in rows if abs(float(r["latitude"]) - 43.06) < 0.3 and abs(float(r["longtitude"]) - 141.35) < 0.42]
clients = csv.writer(open("clients.csv", "w", encoding="utf-8"))
clients.writerow(["得意先名", "施設名", "ランク", "訪問周期", "緯度", "経度"])
visits = csv.writer(open("visits.csv", "w", encoding="utf-8"))
visits.writerow(["得意先名", "施設名", "日付", "結果", "内容"])
for i, r in enumerate(rows):
    name = r["hospital_name"].strip()
    clients.writerow([f"{name} {i}", name, "SAABBBCCCC"[i % 10], 28, r["latitude"], r["longtitude"]])
    day = datetime.date(2026, 11, 24) - datetime.timedelta(days=1 + i * 37 % 60)
    visits.writerow([f"{name} {i}", name, day.isoformat(), "met", "定期"])
PY
run 0 import clients clients.csv
run 0 import visits visits.csv
run 0 new office name=営業所 latitude=43.06 longitude=141.35
run 0 setting visits_a_day 12
run 0 setting visit_minutes 20
run 0 --json plan week 2026-11-30 --nodes "${NODES:-3000000}"
printf '%s' "$out" >week.json
run 0 --json list sites
printf '%s' "$out" >sites.json
run 0 --json list clients
printf '%s' "$out" >clients.json

# The same visits by their due dates, as many a day, each day's way shortened as far as turning
# parts of it round helps: the proposal's way is a third shorter at least.
python3 - <<'PY' || fail "the week is not near together"
import json, math

def km(a, b):
    p = math.pi / 180
    h = math.sin((a[0] - b[0]) * p / 2) ** 2 + math.cos(a[0] * p) * math.cos(b[0] * p) * math.sin((a[1] - b[1]) * p / 2) ** 2
    return 2 * 6371.009 * math.asin(math.sqrt(h))

def length(day):
    way = [office] + [place[c] for c in day] + [office]
    return sum(km(a, b) for a, b in zip(way, way[1:]))

def shortened(day):
    best, turned = list(day), True
    while turned:
        turned = False
        for i in range(len(best)):
            for j in range(i + 2, len(best) + 1):
                other = best[:i] + best[i:j][::-1] + best[j:]
                if length(other) < length(best) - 1e-9:
                    best, turned = other, True
    return best

office = (43.06, 141.35)
week = json.load(open("week.json"))
place = {s["client_id"]: (s["latitude"], s["longitude"]) for s in json.load(open("sites.json"))}
due = {c["id"]: c["due"] or "9" for c in json.load(open("clients.json"))}
days = [[s["client_id"] for s in d["stops"] if s["kind"] == "visit"] for d in week["days"]]
added = sorted((c for d in days for c in d), key=lambda c: (due[c], c))
naive, at = [], 0
for d in days:
    naive.append(shortened(added[at:at + len(d)]))
    at += len(d)
ours, theirs = sum(map(length, days)), sum(map(length, naive))
loads = [len(d) for d in days]
print(len(added), "visits", loads, round(ours), "km, by due date", round(theirs), "km;", len(week["left_out"]), "left out")
assert len(added) >= 30 and ours < theirs * 2 / 3
assert week["stretched"] and all(l["why"] for l in week["left_out"])
PY

# The whole island from one office: no day is longer than it may be or holds more than it may, whoever
# is proposed can be driven to within the day, and each that is not has its reason.
python3 - "$list" <<'PY'
import csv, datetime, sys
clients = csv.writer(open("island.csv", "w", encoding="utf-8"))
clients.writerow(["得意先名", "施設名", "ランク", "訪問周期", "緯度", "経度"])
visits = csv.writer(open("seen.csv", "w", encoding="utf-8"))
visits.writerow(["得意先名", "施設名", "日付", "結果", "内容"])
for i, r in enumerate(csv.DictReader(open(sys.argv[1], encoding="utf-8"))):
    name = r["hospital_name"].strip()
    clients.writerow([f"{name} {i}", name, "SAABBBCCCC"[i % 10], 28, r["latitude"], r["longtitude"]])
    day = datetime.date(2026, 11, 24) - datetime.timedelta(days=1 + i * 37 % 60)
    visits.writerow([f"{name} {i}", name, day.isoformat(), "met", "定期"])
PY
island() { run 0 --store island.db "$@"; }
island import clients island.csv
island import visits seen.csv
island new office name=営業所 latitude=43.06 longitude=141.35
island setting visits_a_day 12
island setting visit_minutes 20
island --json plan week 2026-11-30 --nodes 300000
printf '%s' "$out" >island.json
island --json list sites
printf '%s' "$out" >sites.json
python3 - <<'PY' || fail "the island's week is none that can be driven"
import json, math

def km(a, b):
    p = math.pi / 180
    h = math.sin((a[0] - b[0]) * p / 2) ** 2 + math.cos(a[0] * p) * math.cos(b[0] * p) * math.sin((a[1] - b[1]) * p / 2) ** 2
    return 2 * 6371.009 * math.asin(math.sqrt(h))

office = (43.06, 141.35)
week = json.load(open("island.json"))
place = {s["client_id"]: (s["latitude"], s["longitude"]) for s in json.load(open("sites.json"))}
seen, far = [], 0
for day in week["days"]:
    visits = [s for s in day["stops"] if s["kind"] == "visit"]
    assert len(visits) <= 12
    for one, other in zip(visits, visits[1:]):
        assert one["leave"] <= other["arrive"] and other["leg_source"] == "estimated"
    if visits:
        assert visits[0]["arrive"][11:16] >= "08:30" and day["end"]["arrive"][11:16] <= "18:00"
    seen += [s["client_id"] for s in visits]
    far = max([far] + [km(office, place[s["client_id"]]) for s in visits])
print(len(seen), "visits, the farthest", round(far), "km away;", len(week["left_out"]), "left out")
assert len(seen) == len(set(seen)) >= 15 and far < 250
assert week["left_out"] and all(l["why"] for l in week["left_out"])
PY
finish
