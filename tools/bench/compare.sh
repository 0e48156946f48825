#!/usr/bin/env bash
# Runs the geometry bench and the program beside the peers on the same data in one run, and prints
# ratios, checksums and memory.
#
#   tools/bench/compare.sh PEERS_DIR DATA_DIR [THREADS]
#
# PEERS_DIR holds limit/build.sh, peer_postgis.py and peer_geopandas.py; DATA_DIR is a folder that
# the peers' gen_city.py made. Needs the release build of survey_bench; without that of tenglong, or
# where a peer cannot run, the script says so and goes on without.
#
#   VACANT=0     leaves task 4 out, which takes the peers minutes
#   ROUNDS=N     runs the fast ones in turn N times (3) and takes the least of each figure, because
#                other users of the machine only ever add to it; the slow peers run once
#   SLOW=0       leaves PostGIS and GeoPandas out
#   BUILD=DIR    the release build (build/release)
#   PYTHON=FILE  the Python of the peers: one with geopandas, pyogrio, scipy and shapely 2
#   PGHOST=...   a PostGIS that may make databases; without it one is started for the run
#
# R is the time in which the peer reads both layers by two threads through GDAL's Arrow stream; by
# CPU where the machine is shared, for then the wall tells of its other users.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
usage="usage: compare.sh PEERS_DIR DATA_DIR [THREADS]"
peers=$(realpath "${1:?$usage}")
data=$(realpath "${2:?$usage}")
threads=${3:-$(nproc)}
build=$(realpath -m "${BUILD:-$top/build/release}")
python=${PYTHON:-python3}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "compare.sh: $1" >&2
    exit 2
}
left_out() {
    echo "compare.sh: without $1: $2" >&2
}

bench=$build/tools/bench/survey_bench
[ -x "$bench" ] || fail "there is no '$bench'; build it: cmake --preset release && cmake --build --preset release --target survey_bench tenglong"
for file in parcels.gpkg buildings.gpkg control.gpkg enterprises.csv; do
    [ -f "$data/$file" ] || fail "'$data' has no $file; make it: python3 $peers/gen_city.py --n 100000 --seed 7 --no-shp --out $data"
done
[ -f "$peers/limit/build.sh" ] || fail "'$peers' has no limit/build.sh, by which R is measured"
sh "$peers/limit/build.sh" "$scratch/limit" >"$scratch/log" 2>&1 || {
    cat "$scratch/log" >&2
    fail "the peers' program 'limit' does not build; it needs g++, libgdal-dev, libgeos-dev and libsqlite3-dev"
}

ours=()
theirs=(--threads "$threads" --mode fast --t4 geos2)
slow=()
if [ "${VACANT:-1}" = 0 ]; then
    ours+=(--without-vacant)
    theirs+=(--skip4)
    slow+=(--skip4)
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
    local code=0
    TIMEFORMAT='TIME total %R cpu %U %S'
    {
        time "$build/bin/tenglong" check "$scratch/job.toml" --json --threads "$threads" \
            >"$scratch/json" 2>"$scratch/log" || code=$?
    } 2>"$scratch/time"
    [ "$code" -le 1 ] || { # 1: there are findings
        cat "$scratch/log" >&2
        fail "tenglong check ends with $code"
    }
    awk '/"timing"/ { on = 1; next } on && /:/ { gsub(/[",:]/, ""); print "TIME", $1, $2 }' \
        "$scratch/json"
    awk '$1 == "TIME" { print $1, $2, $3, $4, $5 + $6 }' "$scratch/time"
}

# PostGIS with the settings of the peers' README that a session may set.
postgis() {
    export PGOPTIONS="-c work_mem=512MB -c maintenance_work_mem=1GB -c jit=off \
        -c max_parallel_workers_per_gather=2 -c parallel_setup_cost=0 -c parallel_tuple_cost=0 \
        -c min_parallel_table_scan_size=0 -c min_parallel_index_scan_size=0 \
        -c random_page_cost=1.0 -c synchronous_commit=off"
    local run=("$python" "$peers/peer_postgis.py" "$data" "${slow[@]}")
    if [ -n "${PGHOST-}" ]; then
        "${run[@]}"
        return
    fi
    # shellcheck disable=SC2016 # the inner shell expands it
    bash "$top/tests/geo/postgis/with_postgis.sh" bash -c '
        words=${TENGLONG_TEST_PG#PG:host=}
        export PGHOST=${words%% *} PGUSER=tester
        exec "$@"' - "${run[@]}"
}

# run_slow NAME FILE COMMAND...: a peer that may be absent; what stopped it is told.
run_slow() {
    local name=$1 file=$2
    shift 2
    if ! "$@" >"$file" 2>"$scratch/log" || ! grep -q '^TIME total' "$file"; then
        left_out "$name" "$(cat "$file" "$scratch/log" | tail -1)"
        rm -f "$file"
    fi
}

"$scratch/limit" "$data" --readonly >/dev/null # warms the page cache
[ -x "$build/bin/tenglong" ] || left_out "tenglong check" "there is no '$build/bin/tenglong'"
for round in $(seq "${ROUNDS:-3}"); do
    "$scratch/limit" "$data" "${theirs[@]}" >"$scratch/1.$round"
    "$bench" "$data" --threads "$threads" "${ours[@]}" >"$scratch/2.$round"
    "$bench" "$data" --threads 1 "${ours[@]}" >"$scratch/3.$round"
    [ ! -x "$build/bin/tenglong" ] || program >"$scratch/4.$round"
done
if [ "${SLOW:-1}" != 0 ]; then
    run_slow PostGIS "$scratch/5.1" postgis
    run_slow GeoPandas "$scratch/6.1" "$python" "$peers/peer_geopandas.py" "$data" "${slow[@]}"
fi

awk -v threads="$threads" '
    FNR == 1 { split(FILENAME, part, /[.]/); file = substr(part[length(part) - 1], length(part[length(part) - 1])) }
    $1 == "TIME" {
        step = $2 == "load" ? "read" : $2
        if (!((file, step) in wall)) order[file, ++n[file]] = step
        if (!((file, step) in wall) || $3 < wall[file, step]) wall[file, step] = $3 + 0
        if ($4 == "cpu" && (!((file, step) in cpu) || $5 < cpu[file, step])) cpu[file, step] = $5 + 0
        for (i = 4; i < NF; ++i) if ($i == "rss_mb" && $(i + 1) > rss[file]) rss[file] = $(i + 1)
    }
    $1 == "RSS_MB" && $2 > rss[file] { rss[file] = $2 }
    $1 == "SUM" { for (i = 2; i < NF; i += 2) sum[file, $i] = $(i + 1) }
    function ratio(a, b) { return b > 0 && a > 0 ? sprintf("%.2fx", a / b) : "-" }
    # All but the vacant parts, which are judged apart.
    function rest(of, f) { return f == "cpu" ? cpu[of, "total"] - cpu[of, "task4"] : wall[of, "total"] - wall[of, "task4"] }
    function checksums(of, title,    k, s, d, least, good) {
        printf "\nchecksums of %s and ours\n", title
        count = split("parcels buildings parcel_area built floor bycode bypoint tax va inside outside flagged blocks block_area vacant parts", names, " ")
        for (k = 1; k <= count; ++k) {
            s = names[k]
            if (!((of, s) in sum) || !((2, s) in sum)) continue
            d = sum[of, s] == 0 ? 0 : (sum[2, s] - sum[of, s]) / sum[of, s]
            least = s == "vacant" || s == "parts" ? 5e-4 : 1e-9
            good = d <= least && d >= -least && sum[3, s] == sum[2, s]
            bad += !good
            printf "%-12s %20s %20s %10.1e %s\n", s, sum[of, s], sum[2, s], d, good ? "equal" : "DIFFERS"
        }
    }
    END {
        r = wall[1, "read"]; rc = cpu[1, "read"]
        printf "%-8s %18s %18s %8s %8s %14s\n", "step", "limit wall (cpu)", "ours wall (cpu)", "wall", "cpu", "ours wall cpu"
        for (k = 1; k <= n[1]; ++k) {
            s = order[1, k]
            if (!(wall[2, s] > 0)) continue
            printf "%-8s %8.3f (%7.3f) %8.3f (%7.3f) %8s %8s %6.2f %6.2f R\n", s, wall[1, s], cpu[1, s], \
                wall[2, s], cpu[2, s], ratio(wall[1, s], wall[2, s]), ratio(cpu[1, s], cpu[2, s]), \
                wall[2, s] / r, cpu[2, s] / rc
        }
        printf "\nall but task 4: limit %.2f R, ours %.2f R; by cpu %.2f and %.2f\n", \
            rest(1, "wall") / r, rest(2, "wall") / r, rest(1, "cpu") / rc, rest(2, "cpu") / rc
        if (wall[2, "task4"] > 0)
            printf "vacant parts: ours %.1f us a parcel, %.1f of cpu\n", \
                wall[2, "task4"] / sum[2, "parcels"] * 1e6, cpu[2, "task4"] / sum[2, "parcels"] * 1e6
        printf "%d threads are %s as fast as one; memory of limit %d MB, ours %d MB\n", \
            threads, ratio(wall[3, "total"], wall[2, "total"]), rss[1], rss[2]
        title[5] = "PostGIS"; title[6] = "GeoPandas"
        for (f = 5; f <= 6; ++f) {
            if (!((f, "total") in wall)) continue
            printf "\n%-10s wall and cpu against ours; memory %d MB\n", title[f], rss[f]
            for (k = 1; k <= n[f]; ++k) {
                s = order[f, k]
                if (!(wall[2, s] > 0)) continue
                printf "%-8s %8.3f (%7.3f) %8s %8s\n", s, wall[f, s], cpu[f, s], \
                    ratio(wall[f, s], wall[2, s]), ratio(cpu[f, s], cpu[2, s])
            }
            printf "%-8s %8.3f %18s\n", "but 4", rest(f, "wall"), ratio(rest(f, "wall"), rest(2, "wall"))
        }
        if (n[4]) print "\ntenglong check, with issues, register and facts"
        for (k = 1; k <= n[4]; ++k)
            printf "%-12s %8.3f %6.2f R\n", order[4, k], wall[4, order[4, k]], wall[4, order[4, k]] / r
        if (n[4]) printf "%-12s %8.3f %6.2f R\n", "cpu", cpu[4, "total"], cpu[4, "total"] / rc
        checksums(1, "limit")
        for (f = 5; f <= 6; ++f) if ((f, "total") in wall) checksums(f, title[f])
        exit bad > 0
    }' "$scratch"/[1-6].*
