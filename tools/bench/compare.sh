#!/usr/bin/env bash
# Runs the geometry bench and the program beside the peers' plain C++ program on the same data, and
# prints ratios, checksums and memory.
#
#   tools/bench/compare.sh PEERS_DIR DATA_DIR [THREADS]
#
# PEERS_DIR holds limit/build.sh; DATA_DIR is a folder that the peers' gen_city.py made. Needs the
# release build of survey_bench and tenglong. VACANT=0 leaves task 4 out, which takes the peer
# minutes; ROUNDS=N runs all in turn N times (3) and takes the least of each figure, because other
# users of the machine only ever add to it.
#
# R is the time in which the peer reads both layers by two threads through GDAL's Arrow stream.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
peers=${1:?usage: compare.sh PEERS_DIR DATA_DIR [THREADS]}
data=$(realpath "${2:?usage: compare.sh PEERS_DIR DATA_DIR [THREADS]}")
threads=${3:-$(nproc)}
build=$top/build/release
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sh "$peers/limit/build.sh" "$scratch/limit"
ours=()
theirs=(--threads "$threads" --mode fast --t4 geos2)
if [ "${VACANT:-1}" = 0 ]; then
    ours+=(--without-vacant)
    theirs+=(--skip4)
fi
cat >"$scratch/job.toml" <<EOF
[job]
name = "bench"
policy = "zhuji-2021"
as_of = 2023-12-31
[parcels]
path = "$data/parcels.gpkg"
[buildings]
path = "$data/buildings.gpkg"
[enterprises]
path = "$data/enterprises.csv"
crs = "EPSG:4549"
[control_line]
path = "$data/control.gpkg"
EOF

# Times and memory of the program as the benches print them.
program() {
    local start=$EPOCHREALTIME code=0
    "$build/bin/tenglong" check "$scratch/job.toml" --json --threads "$threads" >"$scratch/json" ||
        code=$?
    [ "$code" -le 1 ] || exit "$code" # 1: there are findings
    awk '/"timing"/ { on = 1; next } on && /:/ { gsub(/[",:]/, ""); print "TIME", $1, $2 }' \
        "$scratch/json"
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "TIME total %.3f\n", b - a }'
}

"$scratch/limit" "$data" --readonly >/dev/null # warms the page cache
for round in $(seq "${ROUNDS:-3}"); do
    "$scratch/limit" "$data" "${theirs[@]}" >"$scratch/1.$round"
    "$build/tools/bench/survey_bench" "$data" --threads "$threads" "${ours[@]}" >"$scratch/2.$round"
    "$build/tools/bench/survey_bench" "$data" --threads 1 "${ours[@]}" >"$scratch/3.$round"
    program >"$scratch/4.$round"
done

awk -v threads="$threads" '
    FNR == 1 { split(FILENAME, part, /[.]/); file = substr(part[length(part) - 1], length(part[length(part) - 1])) }
    $1 == "TIME" {
        if (!((file, $2) in wall)) order[file, ++n[file]] = $2
        if (!((file, $2) in wall) || $3 < wall[file, $2]) wall[file, $2] = $3 + 0
        if ($4 == "cpu" && (!((file, $2) in cpu) || $5 < cpu[file, $2])) cpu[file, $2] = $5 + 0
        for (i = 4; i < NF; ++i) if ($i == "rss_mb" && $(i + 1) > rss[file]) rss[file] = $(i + 1)
    }
    $1 == "RSS_MB" && $2 > rss[file] { rss[file] = $2 }
    $1 == "SUM" { for (i = 2; i < NF; i += 2) sum[file, $i] = $(i + 1) }
    function ratio(a, b) { return b > 0 ? sprintf("%.2fx", a / b) : "-" }
    END {
        r = wall[1, "read"]
        printf "%-8s %18s %18s %8s %8s %8s\n", "step", "peer wall (cpu)", "ours wall (cpu)", "wall", "cpu", "ours"
        for (k = 1; k <= n[1]; ++k) {
            s = order[1, k]
            if (!((2, s) in wall) || wall[2, s] == 0) continue
            printf "%-8s %8.3f (%7.3f) %8.3f (%7.3f) %8s %8s %6.2f R\n", s, wall[1, s], cpu[1, s], \
                wall[2, s], cpu[2, s], ratio(wall[1, s], wall[2, s]), ratio(cpu[1, s], cpu[2, s]), \
                r > 0 ? wall[2, s] / r : 0
        }
        printf "\nthe peer takes %.2f R, ours %.2f R; %d threads are %s as fast as one; memory %d MB, ours %d MB\n", \
            wall[1, "total"] / r, wall[2, "total"] / r, threads, \
            ratio(wall[3, "total"], wall[2, "total"]), rss[1], rss[2]
        print "\ntenglong check, with issues, register and facts"
        for (k = 1; k <= n[4]; ++k)
            printf "%-12s %8.3f %6.2f R\n", order[4, k], wall[4, order[4, k]], wall[4, order[4, k]] / r
        print ""
        count = split("parcels buildings parcel_area built floor bycode bypoint tax va inside outside flagged blocks block_area vacant parts", names, " ")
        for (k = 1; k <= count; ++k) {
            s = names[k]
            if (!((1, s) in sum) || !((2, s) in sum)) continue
            d = sum[1, s] == 0 ? 0 : (sum[2, s] - sum[1, s]) / sum[1, s]
            least = s == "vacant" || s == "parts" ? 5e-4 : 1e-9
            good = d <= least && d >= -least && sum[3, s] == sum[2, s]
            bad += !good
            printf "%-12s %20s %20s %10.1e %s\n", s, sum[1, s], sum[2, s], d, good ? "equal" : "DIFFERS"
        }
        exit bad > 0
    }' "$scratch"/[1-4].*
