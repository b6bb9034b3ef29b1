# SPDX-License-Identifier: GPL-3.0-or-later
# What plan_bench says and when it fails: a bench that never complains proves nothing.
# plan_bench_test.sh PLAN_BENCH
set -u
bench=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

# run CODE WORD…: standard output is in $out, standard error in $err.
run() {
    expected=$1
    shift
    out=$("$bench" "$@" 2>"$folder/err")
    code=$? err=$(cat "$folder/err")
    [ $code -eq "$expected" ] || fail "exit $code, not $expected: $* ($err)"
}
fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}
has() {
    case "$out" in *"$1"*) ;; *) fail "no “$1” in: $out" ;; esac
}
says() {
    case "$err" in *"$1"*) ;; *) fail "no “$1” in the error: $err" ;; esac
}

# Four customers on a line, the second open only late: out to it, and the others on the way back.
mkdir "$folder/Line"
cat >"$folder/Line/line.txt" <<'END'
5
0 1 2 3 4
1 0 1 2 3
2 1 0 1 2
3 2 1 0 1
4 3 2 1 0
0 100
0 100
50 60
0 100
0 100
END
best() { # TRAVEL: the table of the best known
    echo 'set,instance,customers,best_travel,best_makespan'
    echo "Line,line.txt,4,$1,"
}

run 0 --kind tsptw --tours "$folder/Line/line.txt"
has 'instance,customers,objective,cost,best,gap_pct,status,in_hand_ms,proof_ms,nodes,tour'
has 'line.txt,4,travel,8,,0.000,optimal,'
says '1 files, 1 proved, 0 of 0 equal to the best known'
tour=$(echo "$out" | sed -n '2s/.*,//p' | tr ' ' '\n' | sort | tr '\n' ' ')
[ "$tour" = '1 2 3 4 ' ] || fail "not each customer once: $tour"

best 8 >"$folder/right.csv"
run 0 --kind tsptw --best "$folder/right.csv" "$folder/Line/line.txt"
has 'line.txt,4,travel,8,8,0.000,optimal,'
says '1 of 1 equal to the best known'

# a cost that beats what is called the best, and an optimum that is not the best known
best 9 >"$folder/beaten.csv"
run 1 --kind tsptw --best "$folder/beaten.csv" "$folder/Line/line.txt"
says 'line.txt: better than the best known'
best 7 >"$folder/missed.csv"
run 1 --kind tsptw --best "$folder/missed.csv" "$folder/Line/line.txt"
says 'line.txt: called optimal and is not'

# the same where a cost is not travel: a makespan that is called the best and is none
echo 'set,instance,customers,best_travel,best_makespan
Line,line.txt,4,,1000' >"$folder/late.csv"
run 1 --kind makespan --best "$folder/late.csv" "$folder/Line/line.txt"
says 'line.txt: better than the best known'

# the set that a row names is another one: nothing is known
sed 's/^Line/Other/' "$folder/missed.csv" >"$folder/other.csv"
run 0 --kind tsptw --best "$folder/other.csv" "$folder/Line/line.txt"
has 'line.txt,4,travel,8,,0.000,optimal,'

# a limit in nodes gives the same answer each time
run 0 --kind makespan --nodes 300 "$folder/Line/line.txt"
first=$(echo "$out" | cut -d, -f1-7,10)
run 0 --kind makespan --nodes 300 "$folder/Line/line.txt"
[ "$first" = "$(echo "$out" | cut -d, -f1-7,10)" ] || fail "not the same: $first and $out"

# nobody can be there in time: no plan, and it is said
sed '9s/.*/0 1/' "$folder/Line/line.txt" >"$folder/Line/late.txt"
run 1 --kind tsptw "$folder/Line/late.txt"

run 2 --kind nonsense "$folder/Line/line.txt"
says 'usage: plan_bench'
run 1 --kind tsptw "$folder/none.txt"
[ $failures -eq 0 ]
