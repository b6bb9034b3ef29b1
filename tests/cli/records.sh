# SPDX-License-Identifier: GPL-3.0-or-later
# new, set, show, list, search, archive, undo and redo over several runs of the program.
. "$(dirname "$0")/helpers"

run 0 new client name=青葉商店 rank=A cycle=14
run 0 new site name=本店 client=青葉商店 latitude=43.0646 longitude=141.3468 address=札幌市中央区
run 0 new contact name=中村恵 reading=なかむらめぐみ mobile=090-0000-1182
run 0 new post contact=中村恵 party=青葉商店 site=本店 title=仕入課長
run 0 new commitment direction=mine what="冬の棚 見積" client=青葉商店 due=11/27 way=desk ball=中村恵
[ "$(stat -c %a "$XDG_DATA_HOME/mawari" 2>/dev/null || stat -f %Lp "$XDG_DATA_HOME/mawari")" = 700 ] ||
    fail "the folder is open to others"
[ "$(stat -c %a "$XDG_DATA_HOME/mawari/mawari.db" 2>/dev/null ||
    stat -f %Lp "$XDG_DATA_HOME/mawari/mawari.db")" = 600 ] || fail "the store is open to others"

run 0 list clients
has 青葉商店
run 0 list sites --json
for key in id name client postal_code address telephone latitude longitude position_level \
    position_error_m; do
    has "\"$key\":"
done
has '"client":"青葉商店"'
has '"client_id":'
has '"latitude":43.064600'
has '"position_level":"typed"'
run 0 list commitments --json
for key in direction what due way ball; do
    has "\"$key\":"
done
has '"direction":"mine"'
has '"due":"2026-11-27"'
has '"ball":"中村恵"'
run 0 list commitments due:..fri is:mine sort:due
has "冬の棚 見積"
run 0 list commitments due:..wed --json
has '[]'

run 0 show client 青葉商店
has 本店
has "冬の棚 見積"
run 0 show client 青葉商店 --json
has '"sections":{'
run 0 search ナカムラ
has 中村恵
run 0 search 1182 --json
has '"by":"telephone"'

run 0 set client 青葉商店 rank=S
run 0 list clients rank:S
has 青葉商店
run 0 undo
has "Taken back"
run 0 list clients rank:S
lacks 青葉商店
run 0 redo
run 0 list clients rank:S
has 青葉商店
run 0 do tick "冬の棚 見積"
run 0 list commitments is:done
has "冬の棚 見積"
run 0 archive clients 青葉商店
run 0 list clients
lacks 青葉商店
run 0 undo
run 0 --json list clients
has 青葉商店

run 0 new client name=北海
run 0 new client name=北海
run 1 new site name=x client=北海
says 北海
run 0 --lang ja list clients
has 名称
# With --json everything answers one document, lists of settings and reports too.
run 0 --json setting
has '"text":"lang '
run 0 --json report 2026-11-24
has '{"status":'
run 0 --json export csv clients
has '"text":"'
run 0 --json export json
lacks '"text":"'

# the same record named twice is one; a kind may be left out in front of several
run 0 new client name=二度
run 0 new client name=三度
run 0 archive client 二度 二度
has "Archived 二度"
lacks "more"
run 0 unarchive 二度 二度
lacks "more"
run 0 archive 二度 三度
has "二度 and 1 more"
run 0 undo
run 2 archive clinet 二度
says "there is no kind “clinet”"

# a day and its hour may stand in one pair of quotes, and a day may be two words
run 0 visit 二度 "today 9:00"
has "二度: Tue 24 Nov 09:00"
run 0 visit 二度 next fri 10:00
has "二度: Fri 4 Dec 10:00"
run 0 visit 二度 "next fri 9:30"
has "二度: Fri 4 Dec 09:30"
run 0 lunch "tomorrow 12:30"
has "Wed 25 Nov at 12:30"
run 0 weather "tomorrow snow"
has "Wed 25 Nov: Snow"

# what ends is ahead
run 0 new contract what=賃貸 client=二度 start=2026-04-01 end=3/31
run 0 --json show contract 賃貸
has '"end":"2027-03-31"'

# What is a record of a kind that is not taken, or the name of such a kind, is told so.
run 0 new round title=年末カレンダー
run 1 sheet 年末カレンダー
says '“年末カレンダー” is of the kind Round; taken here: Client, Site, Contact'
run 1 --lang ja sheet 年末カレンダー
says '「年末カレンダー」は案内・配布です。ここで使えるもの: 得意先、事業所、担当者'
run 1 sheet round 年末カレンダー
says '“round” is of the kind Round'
run 1 sheet どこにもない
says 'there is no record “どこにもない”'

# Settings stand in columns; a value that is wider than its own is below.
run 0 setting
printf '%s\n' "$out" | awk '/^[^ ]/ && (length($1) > 18 || substr($0, 19, 1) != " " || substr($0, 34, 1) != " " ||
    substr($0, 35, 1) == " ") { print; bad = 1 } END { exit bad }' || fail "settings are ragged"
has '
                   rain=car 2'

finish
