#!/usr/bin/env bash
# Kills runs at a hundred moments and looks at the earlier result after each: kill.sh PROGRAM SAMPLE [TIMES]
#
# Two runs that differ in their day give two results. One stands in the folder while runs of the
# other are killed there: at moments spread over the length of a run, and, every third one, while the
# new result is moved into its place. Odd ones are killed outright (SIGKILL), even ones interrupted
# (SIGINT), which must end with 130, say one sentence and leave nothing behind. Each time the folder
# must be one of the two results, whole; what killed runs leave is gone after the next one.
set -euo pipefail
sample=$(realpath "$2")
times=${3-100}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
program=$scratch/tenglong # a copy: whoever builds meanwhile does not disturb
cp "$1" "$program"
export TMPDIR=$scratch/tmp LC_ALL=C.UTF-8
mkdir "$TMPDIR" "$scratch/input" "$scratch/out"

# Without its .shx a Shapefile is read from a copy in a temporary folder, so that there is one.
cp "$sample"/parcels.{shp,dbf,prj,cpg} "$scratch/input"
cat >"$scratch/input/job.toml" <<END
[job]
name   = "killed"
policy = "zhuji-2021"
[parcels]
path = "parcels.shp"
where = "ZDDM LIKE '330699001%'"
[buildings]
path = "$sample/buildings.shp"
END

die() {
    echo "kill.sh: $*" >&2
    exit 1
}
analyze=("$program" analyze "$scratch/input/job.toml" --overwrite -q --lang en)
run() { # day, folder
    "${analyze[@]}" --as-of "$1" -o "$2" >/dev/null 2>"$scratch/err" || [ $? -eq 1 ] ||
        die "the run failed: $(<"$scratch/err")"
}
# The names and sums of the files. Times differ from run to run: they are left out.
state() { # folder
    (cd "$1" && find . -type f ! -name summary.json | LC_ALL=C sort | xargs sha256sum
     sed '/"timing"/,$d' summary.json)
}
# The spreadsheet library makes a file in TMPDIR and unlinks it at once; between the two a kill leaves
# an empty one.
left() { find "$TMPDIR" "$scratch/out" -mindepth 1 -maxdepth 1 ! -name result ! \( -name 'tmp.*' -empty \); }
is_running() { kill -0 "$1" 2>/dev/null; }

run 2022-12-31 "$scratch/a"
begin=$(date +%s%N)
run 2023-12-31 "$scratch/b"
length=$(($(date +%s%N) - begin))
first=$(state "$scratch/a")
second=$(state "$scratch/b")
[ "$first" != "$second" ] || die "the two results are equal: nothing could be told"
[ -z "$(left)" ] || die "a run that ended well left something behind: $(left)"

result=$scratch/out/result
cp -R "$scratch/a" "$result"
finished=0
interrupted=0
swept=0
for ((i = 1; i <= times; ++i)); do
    if ((i % 2)); then signal=KILL; else signal=INT; fi
    before=$(left) # by the kill before this one
    # A script's background jobs are deaf to SIGINT unless it is given back to them.
    env --default-signal=INT "${analyze[@]}" --as-of 2023-12-31 -o "$result" >/dev/null 2>"$scratch/err" &
    child=$!
    if ((i % 3 == 0)); then
        # The summary is written last, then the folders are exchanged and the old one is removed.
        while [ ! -e "$result.partial/summary.json" ] && is_running "$child"; do sleep 0.01; done
        sleep "0.00$((i % 10))"
    else
        # A little beyond the length of a run, so that its very end is met too.
        sleep "$(awk -v ns="$length" -v i="$i" -v n="$times" 'BEGIN { printf "%.4f", ns / 1e9 * 1.1 * i / n }')"
    fi
    kill -$signal "$child" 2>/dev/null || true
    code=0
    wait "$child" 2>/dev/null || code=$?
    now=$(state "$result") || die "kill $i of $times left no result"
    if [ "$now" = "$second" ]; then
        finished=$((finished + 1))
        rm -rf "$result"
        cp -R "$scratch/a" "$result"
    elif [ "$now" != "$first" ]; then
        die "kill $i of $times left a result that is neither the earlier nor the later one:
$(diff <(echo "$first") <(echo "$now"))"
    fi
    if [ $signal = KILL ]; then
        [ -z "$(left)" ] || swept=$((swept + 1))
    elif [ $code -eq 130 ]; then
        case $(<"$scratch/err") in
        "tenglong: interrupted; nothing is left behind, and an earlier result is as it was")
            interrupted=$((interrupted + 1)) ;;
        '') ;; # its libraries were still being loaded
        *) die "interrupt $i of $times said: $(<"$scratch/err")" ;;
        esac
        # What the kill before it left may be there still: it had not come to sweep all of it.
        new=$(comm -13 <(sort <<<"$before") <(left | sort))
        [ -z "$new" ] || die "interrupt $i of $times left something behind: $new"
    elif [ $code -gt 1 ]; then
        die "interrupt $i of $times ended with $code: $(<"$scratch/err")"
    fi
done
run 2023-12-31 "$result"
[ "$(state "$result")" = "$second" ] || die "the run after the kills gave another result"
[ -z "$(left)" ] || die "the run after the kills left something behind: $(left)"
((times < 100 || (interrupted > 0 && swept > 0))) ||
    die "only $interrupted interrupts and $swept kills met a run at work: the moments are wrong"
echo "$times kills, $finished of them after the end, $interrupted interrupted, $swept with something left to sweep"
