#!/usr/bin/env bash
# Kills runs at a hundred moments and looks at the earlier result after each: kill.sh PROGRAM SAMPLE [TIMES]
#
# Two runs that differ in their day give two results. One stands in the folder while runs of the
# other are killed there, at moments spread over the length of a run. Each time the folder must be
# one of the two, whole, and the next run must work. Exits with 77 where the program has no analyze.
set -euo pipefail
program=$(realpath "$1")
sample=$(realpath "$2")
times=${3-100}

"$program" analyze --help >/dev/null 2>&1 || { echo "skipped: there is no analyze"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
job=$(find "$sample" -maxdepth 1 -name '*.toml' | sort | head -1)

die() {
    echo "kill.sh: $*" >&2
    exit 1
}
run() { # day, folder
    "$program" analyze "$job" --as-of "$1" -o "$2" --overwrite -q >/dev/null 2>"$scratch/err"
}
# The names and sums of the files, times left out: they differ from run to run.
state() { # folder
    (cd "$1" && find . -type f ! -name summary.json ! -name report.html | LC_ALL=C sort | xargs sha256sum
     grep -m1 '"as_of"' summary.json)
}

run 2022-12-31 "$scratch/a" || [ $? -eq 1 ] || die "the run failed: $(<"$scratch/err")"
begin=$(date +%s%N)
run 2023-12-31 "$scratch/b" || [ $? -eq 1 ] || die "the run failed: $(<"$scratch/err")"
length=$(($(date +%s%N) - begin))
first=$(state "$scratch/a")
second=$(state "$scratch/b")
[ "$first" != "$second" ] || die "the two results are equal: nothing could be told"

cp -R "$scratch/a" "$scratch/result"
finished=0
for ((i = 1; i <= times; ++i)); do
    setsid "$program" analyze "$job" --as-of 2023-12-31 -o "$scratch/result" --overwrite -q \
        >/dev/null 2>&1 &
    child=$!
    # A little beyond the length of a run, so that its very end is met too.
    sleep "$(awk -v ns="$length" -v i="$i" -v n="$times" 'BEGIN { printf "%.4f", ns / 1e9 * 1.1 * i / n }')"
    kill -KILL "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    now=$(state "$scratch/result")
    if [ "$now" = "$second" ]; then
        finished=$((finished + 1))
        rm -rf "$scratch/result"
        cp -R "$scratch/a" "$scratch/result"
    elif [ "$now" != "$first" ]; then
        die "kill $i of $times left a result that is neither the earlier nor the later one:
$(diff <(echo "$first") <(echo "$now"))"
    fi
done
run 2023-12-31 "$scratch/result" || [ $? -eq 1 ] || die "a run after the kills failed: $(<"$scratch/err")"
[ "$(state "$scratch/result")" = "$second" ] || die "the run after the kills gave another result"
[ ! -e "$scratch/result.partial" ] || die "a partial is left behind"
echo "$times kills, $finished of them after the end; the earlier result stood every time"
