#!/usr/bin/env bash
# Runs one case of the command line: run_case.sh PROGRAM CASE SCRATCH
#
# A case is a folder. `args` holds the words behind the program's name as a shell reads them, or
# `run.sh` a script with the program on its PATH. It runs in an empty folder, with the files of
# `input/` in it if there are any, in Chinese unless it says otherwise. `expected.txt` is what it
# prints, `exit` its exit code if not 0, `expected_err.txt` what it says on stderr if anything.
# Versions and seconds are masked. With TENGLONG_ACCEPT=1 the files are written instead of compared.
set -euo pipefail
program=$(realpath "$1")
case=$(realpath "$2")
scratch=$3

rm -rf "$scratch"
mkdir -p "$scratch/work"
scratch=$(realpath "$scratch")
[ ! -d "$case/input" ] || cp -R "$case/input/." "$scratch/work"
cd "$scratch/work"

export LC_ALL=C.UTF-8
PATH=$(dirname "$program"):$PATH
code=0
if [ -f "$case/run.sh" ]; then
    bash "$case/run.sh" >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?
else
    eval "set -- $(<"$case/args")"
    "$program" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || code=$?
fi

masked() { # file
    sed -E -e "s|$scratch/work|<folder>|g" -e 's/[0-9]+\.[0-9]+\.[0-9]+(-CAPI-[0-9.]+)?/<version>/g' \
        -e 's/[0-9]+\.[0-9]+ (s|秒)\b/<time> \1/g' "$1"
}
masked "$scratch/out" >"$scratch/expected.txt"
masked "$scratch/err" >"$scratch/expected_err.txt"
echo "$code" >"$scratch/exit"
[ "$code" -ne 0 ] || rm "$scratch/exit"
[ -s "$scratch/expected_err.txt" ] || rm "$scratch/expected_err.txt"

failed=no
for name in expected.txt expected_err.txt exit; do
    if [ "${TENGLONG_ACCEPT-}" = 1 ]; then
        rm -f "$case/$name"
        [ ! -f "$scratch/$name" ] || cp "$scratch/$name" "$case/$name"
    else
        left=$case/$name right=$scratch/$name
        [ -f "$left" ] || left=/dev/null
        [ -f "$right" ] || right=/dev/null
        diff -u --label "$name, expected" --label "$name" "$left" "$right" || failed=yes
    fi
done
[ $failed = no ]
