# SPDX-License-Identifier: GPL-3.0-or-later
# A gazetteer taken in: addresses find their place; what the rep typed stays; what is none is refused.
. "$(dirname "$0")/helpers"
plain=$(cd "$(dirname "$0")/../data/gazetteer" && pwd)
cd "$folder" || exit 1

# A gazetteer says prefecture and municipality by the names of its folders and files.
towns=$folder/towns
mkdir -p "$towns/北海道" "$towns/京都府"
cp "$plain/sapporo-nishi.json" "$towns/北海道/札幌市西区.json"
cp "$plain/okoppe.json" "$towns/北海道/紋別郡興部町.json"
cp "$plain/kyoto-nakagyo.json" "$towns/京都府/京都市中京区.json"

# position KIND NAME: level and error, latitude and longitude, as JSON says them.
position() {
    run 0 --json show "$1" "$2"
    for field in position_level latitude longitude; do
        printf '%s ' "$(printf '%s\n' "$out" | sed -n "s/.*\"$field\": *\([^,}]*\).*/\1/p" |
            head -n 1 | sed -E 's/(\.[0-9]*[1-9])0+$/\1/; s/\.0+$//')"
    done
}
is_at() { # KIND NAME EXPECTED
    found=$(position "$1" "$2")
    [ "$found" = "$3 " ] || fail "$2 is at $found, not $3"
}

run 0 new client name=青葉商店
run 0 new site name=琴似店 client=青葉商店 address=北海道札幌市西区琴似1条3丁目1番45号
run 0 new site name=平和倉庫 client=青葉商店 address=札幌市西区平和306番1
run 0 new site name=手打 client=青葉商店 address=札幌市西区琴似1条4丁目 latitude=43.1 longitude=141.1
run 0 new site name=どこか client=青葉商店 address=青森市本町1-1
is_at site 琴似店 'null null null'

# The whole folder, and the same again.
run 0 --lang en --json import gazetteer "$towns"
has '{"places":8,"block":1,"town":1,"municipality":0,"ambiguous":0,"unknown":1}'
is_at site 琴似店 '"block" 43.0748 141.3012'
is_at site 平和倉庫 '"town" 43.05 141.2174'
is_at site 手打 '"typed" 43.1 141.1'
is_at site どこか 'null null null'
run 0 --lang en --json import gazetteer "$towns"
has '{"places":8,"block":0,"town":0,"municipality":0,"ambiguous":0,"unknown":1}'
run 0 --lang ja import gazetteer "$towns"
has '8'

# Taken back as one step, done again.
run 0 undo
is_at site 琴似店 'null null null'
run 0 redo
is_at site 琴似店 '"block" 43.0748 141.3012'

# A looked-up place follows its address; a typed one does not; a link from a map is typed.
run 0 set site 琴似店 address=札幌市西区山の手五条七丁目1番1号
is_at site 琴似店 '"block" 43.0688 141.2889'
run 0 set site 琴似店 address=青森市
is_at site 琴似店 'null null null'
run 0 set site 手打 address=札幌市西区琴似1条3丁目
is_at site 手打 '"typed" 43.1 141.1'
run 0 set site 手打 'latitude=https://www.google.com/maps/place/x/@43,141,17z/data=!3d43.0621!4d141.3544'
is_at site 手打 '"typed" 43.0621 141.3544'
run 0 set site 手打 latitude=none longitude=none
is_at site 手打 '"block" 43.0748 141.3012'

# New records and imported ones are placed at once; offices and resting places, too.
run 0 new office name=京都営業所 address=京都市中京区寺町通御池上る上本能寺前町488
is_at office 京都営業所 '"town" 35.0112 135.7678'
run 0 new resting_place name=公園 address=京都市中京区寺町
is_at resting_place 公園 '"town" 35.0131 135.766'
printf '会社名,施設名,住所,緯度,経度\n丸井,丸井本店,興部町字興部旭町5,,\n' >c.csv
run 0 import clients c.csv
is_at site 丸井本店 '"block" 44.4712 143.1251'

# End customers, too; and a sheet says how a place is known, or why it is not.
run 0 new end_customer name=寿司政 client=青葉商店 address=札幌市西区琴似1条3丁目2
is_at end_customer 寿司政 '"block" 43.0748 141.3012'
run 0 --lang en show end_customer 寿司政
has '(block, ±'
run 0 set end_customer 寿司政 latitude=43.2 longitude=141.2
run 0 set end_customer 寿司政 address=札幌市西区平和1
is_at end_customer 寿司政 '"typed" 43.2 141.2'
run 0 --lang en show end_customer 寿司政
has '(as given)'
run 0 set site どこか address=札幌市西区
run 0 --lang en show site どこか
has '? municipality, ±'
has ': doubtful'
run 0 --lang ja show site どこか
has '? 市区町村'
run 0 set site どこか address=府中市
run 0 --lang en show site どこか
has '府中市 ? not found'
lacks 'Latitude'
run 0 set site どこか address=青森市本町1-1

# A list says which of its places are doubtful before anything is stored.
printf '会社名,施設名,住所\n甲,甲店,札幌市西区\n乙,乙店,札幌市西区琴似1条3丁目\n丙,丙店,大阪市\n' >d.csv
run 0 --lang en import clients d.csv --preview
has 'line 2, position of 甲店: ? municipality, ±'
has 'line 4, position of 丙店: ? not found'
lacks '乙店: ?'
run 0 --lang ja import clients d.csv --preview
has '甲店の位置: ? 市区町村'

# Where a day begins and ends, who is picked up, and what a gap offers: a rough place is said wherever
# its minutes are.
run 0 new office name=円山営業所 home=yes address=札幌市西区
run 0 new visit client=青葉商店 site=平和倉庫 start=14:00
run 0 new day_plan day=2026-11-24 from=円山営業所 to=円山営業所
run 0 new resting_place name=西公園 address=札幌市西区 parking=yes
run 0 new contact name=木村
run 0 --json list visits
visit=$(printf '%s\n' "$out" | sed -n 's/.*"id": *\([0-9]*\).*/\1/p' | head -n 1)
run 0 companion "$visit" 木村 '13:00 西公園'
run 0 --lang en today
printf '%s\n' "$out" | grep -q '西公園.*±' || fail "the pick-up says nothing: $out"
[ "$(printf '%s\n' "$out" | grep -c '円山営業所.*±')" = 2 ] || fail "the day's ends say nothing: $out"
has ', place ±'
run 0 --lang en --json today
[ "$(printf '%s\n' "$out" | grep -o '"place_about":"±' | wc -l)" -ge 3 ] || fail "JSON says nothing: $out"
run 0 --lang en plan today
has '円山営業所 lies where its address says, ±'
run 0 --lang ja plan today
has '円山営業所'
has '移動時間は大まか'
run 0 --lang en gap
has ', place ±'

# The file is right where it gives a position: nobody had typed the other one.
printf '会社名,施設名,住所,緯度,経度\n丸井,丸井本店,興部町字興部旭町5,44.5,143.2\n' >c.csv
run 0 --json import clients c.csv
has '"changed":1'
is_at site 丸井本店 '"typed" 44.5 143.2'

# An archive as it is published.
tar -cJf towns.tar.xz -C "$towns" .
run 0 --json import gazetteer towns.tar.xz
has '"places":8'

# refused SENTENCE FILE: and the gazetteer that was there stays.
refused() {
    run 1 --lang en import gazetteer "$2"
    says "$1"
    run 0 new site "name=$2" client=青葉商店 address=札幌市西区平和
    is_at site "$2" '"town" 43.05 141.2174'
    run 0 undo
}
refused 'none.tar.xz: there is no such file' none.tar.xz
refused '/dev/zero is not an ordinary file' /dev/zero
mkfifo fifo
refused 'fifo is not an ordinary file' fifo
: >empty
refused 'empty' empty
head -c 100000 "$MAWARI" >binary
refused 'binary cannot be unpacked' binary
head -c 400 towns.tar.xz >half.tar.xz
refused 'half.tar.xz cannot be unpacked' half.tar.xz
mkdir -p bare/x
refused 'bare holds no towns' bare
# bad NAME TEXT SENTENCE: a folder with one file that is wrong.
bad() {
    mkdir -p "$1/北海道"
    printf '%s' "$2" >"$1/北海道/札幌市.json"
    refused "$3" "$1"
}
bad broken '[{"town":"a"' '札幌市, line 1'
bad object '{"town":"a"}' '札幌市: no list of towns'
bad number '[{"town":5,"lat":1,"lng":1}]' '札幌市: entry 1 is no town'
bad control '[{"town":"a\u001b[31m","lat":1,"lng":1}]' '札幌市: entry 1 is no town'
bad space '[{"town":"a","lat":1e9,"lng":"x"}]' 'space holds no towns'
bad list '[1,[2],null]' '札幌市: entry 1 is no town'
mkdir -p large/北海道
{
    printf '["'
    head -c 9000000 /dev/zero | tr '\0' x
    printf '"]'
} >large/北海道/札幌市.json
refused 'larger than any list of towns' large

# A gazetteer that an older mawari made: what is asked is done, and what is missing is said.
printf '\001' | dd of=data/mawari/mawari.db.gazetteer bs=1 seek=8 conv=notrunc 2>/dev/null
for lang in en ja; do
    "$MAWARI" --lang $lang new site "name=古い$lang" client=青葉商店 address=札幌市西区平和 >out 2>err ||
        fail "an older gazetteer keeps a site from being added: $(cat err)"
    case "$(cat err)" in
    *'mawari import gazetteer'*) [ "$(wc -l <err)" -eq 1 ] || fail "more than a line: $(cat err)" ;;
    *) fail "an older gazetteer is not said: $(cat err)" ;;
    esac
    is_at site "古い$lang" 'null null null'
done
run 0 --json list clients

[ "$(stat -c %a data/mawari/mawari.db.gazetteer 2>/dev/null || echo 600)" = 600 ] || fail 'open to others'
finish
