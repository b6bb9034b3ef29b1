# SPDX-License-Identifier: GPL-3.0-or-later
# Travel times from an OSRM server: asked, kept, used behind what was typed and learnt; and whatever a
# server does instead of answering gives a sentence and changes nothing.
. "$(dirname "$0")/helpers"
support=$(cd "$(dirname "$0")/../support" && pwd)
cd "$folder" || exit 1
python3 "$support/osrm_server.py" "$folder" >said &
server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
while [ ! -e port ]; do sleep 0.02; done
at="http://127.0.0.1:$(cat port)"

shop() { # NAME LATITUDE LONGITUDE
    run 0 new client "name=$1"
    run 0 new site "name=$1店" "client=$1" "latitude=$2" "longitude=$3"
    run 0 new visit "client=$1" "site=$1店" day=2026-11-25
}
legs() { # minutes and source of all legs of tomorrow
    run 0 --lang en --json day 2026-11-25
    printf '%s' "$out" | python3 -c '
import json, sys
day = json.load(sys.stdin)
print(*(f"{s['"'leg_minutes'"']} {s['"'leg_source'"']}" for s in day["stops"] if s.get("leg_source")), sep=", ")'
}
are() {
    found=$(legs)
    [ "$found" = "$1" ] || fail "the legs are $found, not $1"
}
asked() { [ -e asked ] && wc -l <asked || echo 0; }

run 0 new office name=営業所 latitude=43.06 longitude=141.35
shop 青葉 43.07 141.35
shop 北 43.10 141.36
estimates=$(legs)
case $estimates in *OSRM*) fail "OSRM without a server" ;; esac

# Without a server nobody is asked; a server has a plain address.
run 1 --lang en travel-times 2026-11-25
says 'no server is named: setting osrm_server'
for address in 127.0.0.1:5000 ftp://127.0.0.1 file:///etc/passwd http:// http:///x http://a@b http://a/?q \
    'http://a b' 'http://a#b' 'http://日本' javascript:x; do
    run 1 --lang en setting osrm_server "$address"
    says "is not a server's address like http://localhost:5000"
done
run 1 --lang en setting osrm_seconds 0
says 'is not seconds from 1 to 10'
run 1 --lang en setting osrm_seconds 11
run 0 setting osrm_seconds 1

# Asked once for all ways between the places of the day, and only coordinates are sent.
run 0 setting osrm_server "$at/roads/"
run 0 --lang en travel-times 2026-11-25
has '青葉店: 3 min (OSRM)'
has '6 travel times from OSRM'
[ "$(asked)" = 1 ] || fail "asked $(asked) times"
[ "$(cat asked)" = "GET /roads/table/v1/driving/141.350000,43.060000;141.350000,43.070000;141.360000,43.100000;141.350000,43.070000;141.360000,43.100000;141.350000,43.060000?annotations=duration,distance&sources=0;1;2&destinations=3;4;5" ] ||
    fail "asked for $(cat asked)"
are '3 OSRM, 7 OSRM, 9 OSRM'
run 0 --json travel-times 2026-11-25
has '{"told":6,"without":0}'
run 0 --lang ja day 2026-11-25
run 0 --lang ja travel-times 2026-11-25
has '青葉店: 3分 (OSRM)'
run 0 --json plan 2026-11-25
has '"leg_source":"OSRM"'

# What was typed wins, one leg of it; another place has another leg; nothing of it can be undone.
run 0 leg 営業所 青葉店 20
are '20 typed, 7 OSRM, 9 OSRM'
run 0 undo
are '3 OSRM, 7 OSRM, 9 OSRM'
run 0 set site 青葉店 latitude=43.08
case $(legs) in *'estimated, '*'estimated, 9 OSRM') ;; *) fail "a moved place kept its legs: $(legs)" ;; esac
run 0 undo

# By foot nobody asks a server for cars, and what it said is not used.
run 0 new day_plan day=2026-11-25 mode=walk
case $(legs) in *OSRM*) fail "walking by the car's times" ;; esac
run 0 --json travel-times 2026-11-25
has '{"told":0,"without":0}'
run 0 undo

# A way that the server does not know stays an estimate; old servers say no metres.
run 0 setting osrm_server "$at/none"
run 0 --lang en travel-times 2026-11-25
has '5 travel times from OSRM; 1 way that it does not know'
run 0 setting osrm_server "$at/astray"
run 0 --json travel-times 2026-11-25
has '{"told":4,"without":2}'
run 0 setting osrm_server "$at/old"
run 0 --json travel-times 2026-11-25
has '{"told":6,"without":0}'
run 0 setting osrm_server "$at/slow"
run 0 --json travel-times 2026-11-25
has '{"told":6,"without":0}'

# Another server, another answer: until then nothing is known. Whatever a server does is said.
refused() { # HABIT SENTENCE
    run 0 setting osrm_server "$at/$1"
    run 1 --lang en travel-times 2026-11-25
    says "OSRM: $2"
    case "$err" in *"$(printf '\033')"*) fail "an escape of the server: $err" ;; *) ;; esac
    [ "$(legs)" = "$estimates" ] || fail "$1 left legs: $(legs)"
}
for habit in negative text years short ragged empty; do
    refused "$habit" 'the answer makes no sense'
done
for habit in page list binary; do
    refused "$habit" 'this is no answer of an OSRM server'
done
refused refuses 'the server refuses: Too many table'
refused silent '127.0.0.1 did not answer within 1 seconds'
refused dribble '127.0.0.1 did not answer within 1 seconds'
refused half '127.0.0.1 broke off before its answer was whole'
refused closes '127.0.0.1 broke off before its answer was whole'
refused huge 'the answer of 127.0.0.1 is larger than 4 MiB'
refused large 'the answer of 127.0.0.1 is larger than 4 MiB'
refused elsewhere '127.0.0.1 sends us elsewhere, which is not followed'
refused file '127.0.0.1 sends us elsewhere, which is not followed'
refused broken 'the server answers with error 500'
refused other '127.0.0.1 does not speak HTTP'
grep -q 'GET /roads' asked || fail "the log of the server is not read"
[ "$(grep -c 'GET /roads' asked)" = 3 ] || fail "a redirect was followed"

at=http://127.0.0.1:1
refused '' '127.0.0.1 cannot be reached'
at=http://nowhere.invalid
refused '' 'nowhere.invalid is not found'
at=http://127.0.0.1:99999
refused '' '“http://127.0.0.1:99999” is no server'
at=http://[::1
refused "" "“http://[::1” is no server"

# Over https: nobody is believed but who is vouched for, and only for the name that is asked.
authority() { # NAME: a certificate authority of its own
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -keyout "$1.key" -out "$1.pem" 2>/dev/null
}
vouched() { # NAME AUTHORITY ADDRESS: a certificate for that address
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$1.key" -out "$1.csr" 2>/dev/null
    printf 'subjectAltName=%s\n' "$3" >"$1.ext"
    openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -CAcreateserial -days 2 \
        -extfile "$1.ext" -out "$1.pem" 2>/dev/null
}
secure() { # NAME: a server that shows this certificate
    kill $server
    rm -f port
    python3 "$support/osrm_server.py" "$folder" "$1.pem" "$1.key" >said &
    server=$!
    while [ ! -e port ]; do sleep 0.02; done
    at="https://127.0.0.1:$(cat port)"
}
authority ours
authority foreign
vouched road ours IP:127.0.0.1
vouched elsewhere ours DNS:roads.example
secure road
refused roads '127.0.0.1 cannot prove who it is: its certificate is not valid'
export SSL_CERT_FILE="$folder/foreign.pem"
refused roads '127.0.0.1 cannot prove who it is: its certificate is not valid'
export SSL_CERT_FILE="$folder/ours.pem"
run 0 setting osrm_server "$at/roads"
run 0 --lang en travel-times 2026-11-25
has '6 travel times from OSRM'
are '3 OSRM, 7 OSRM, 9 OSRM'
refused silent '127.0.0.1 did not answer within 1 seconds'
secure elsewhere
refused roads '127.0.0.1 cannot prove who it is: its certificate is not valid'
export SSL_CERT_FILE="$folder/none.pem"
refused roads '127.0.0.1 cannot prove who it is: its certificate is not valid'
unset SSL_CERT_FILE

# A day of which nothing is known by position has nothing to ask.
run 0 --json travel-times 2027-01-05
has '{"told":0,"without":0}'
finish
