#!/usr/bin/env bash
# The same job in two folders gives the same bytes: moved.sh PROGRAM SAMPLE
#
# Only how long each step took differs, in summary.json and on the page made from it.
set -euo pipefail
program=$(realpath "$1")
sample=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A second name of another length, and one that a pattern could take for something else.
for folder in "$scratch/a" "$scratch/诸暨 2023 (copy)/deep"; do
    mkdir -p "$folder"
    cp -R "$sample/." "$folder"
    job=$(find "$folder" -maxdepth 1 -name '*.toml' | sort | head -1)
    "$program" analyze "$job" -o "$folder/result" -q >/dev/null || [ $? -eq 1 ]
    sed -i '/"timing": {/,/}/d' "$folder/result/summary.json"
    if grep -rlaF "$scratch" "$folder/result"; then
        echo "moved.sh: these files tell where the job lies" >&2
        exit 1
    fi
done
diff -r --exclude report.html "$scratch/a/result" "$scratch/诸暨 2023 (copy)/deep/result"
