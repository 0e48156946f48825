#!/usr/bin/env bash
# Runs the geometry bench beside the peers' plain C++ program on the same data, and prints ratios.
#
#   tools/bench/compare.sh PEERS_DIR DATA_DIR [THREADS]
#
# PEERS_DIR holds limit/build.sh; DATA_DIR is a folder that the peers' gen_city.py made. Needs the
# release build of survey_bench. VACANT=0 leaves task 4 out, which takes the peer minutes.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
peers=${1:?usage: compare.sh PEERS_DIR DATA_DIR [THREADS]}
data=${2:?usage: compare.sh PEERS_DIR DATA_DIR [THREADS]}
threads=${3:-$(nproc)}
bench=$top/build/release/tools/bench/survey_bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sh "$peers/limit/build.sh" "$scratch/limit"
ours=(--threads "$threads")
theirs=(--threads "$threads" --mode fast --t4 geos2)
if [ "${VACANT:-1}" = 0 ]; then
    ours+=(--without-vacant)
    theirs+=(--skip4)
fi
# Once to warm the page cache, then in turn.
"$scratch/limit" "$data" --readonly >/dev/null
"$scratch/limit" "$data" "${theirs[@]}" >"$scratch/theirs"
"$bench" "$data" "${ours[@]}" >"$scratch/ours"

awk '
    FNR == 1 { file++ }
    $1 == "TIME" && $4 == "cpu" { wall[file, $2] = $3; cpu[file, $2] = $5; if (file == 1) order[++n] = $2 }
    $1 == "SUM" { for (i = 2; i < NF; i += 2) sum[file, $i] = $(i + 1) }
    END {
        printf "%-8s %18s %18s %8s %8s\n", "step", "peer wall (cpu)", "ours wall (cpu)", "wall", "cpu"
        for (k = 1; k <= n; ++k) {
            s = order[k]
            if (!((2, s) in wall) || wall[2, s] + 0 == 0) continue
            printf "%-8s %8.3f (%7.3f) %8.3f (%7.3f) %7.2fx %7.2fx\n", s, wall[1, s], cpu[1, s], \
                wall[2, s], cpu[2, s], wall[1, s] / wall[2, s], cpu[1, s] / (cpu[2, s] + 1e-9)
        }
        print ""
        count = split("parcels buildings parcel_area built floor bycode bypoint tax va inside outside flagged blocks block_area vacant parts", names, " ")
        for (k = 1; k <= count; ++k) {
            s = names[k]
            if (!((1, s) in sum) || !((2, s) in sum)) continue
            d = sum[1, s] == 0 ? 0 : (sum[2, s] - sum[1, s]) / sum[1, s]
            least = s == "vacant" || s == "parts" ? 5e-4 : 1e-9
            good = d <= least && d >= -least
            bad += !good
            printf "%-12s %20s %20s %10.1e %s\n", s, sum[1, s], sum[2, s], d, good ? "equal" : "DIFFERS"
        }
        exit bad > 0
    }' "$scratch/theirs" "$scratch/ours"
