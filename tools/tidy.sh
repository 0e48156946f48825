#!/usr/bin/env bash
# Runs clang-tidy over C++ sources, several of a folder at a time.
#
#   tools/tidy.sh FILE.cpp...
#
# Most of clang-tidy's time goes into the headers that a source includes, so the sources of a folder
# are checked as one translation unit. Those that do not go together (two files that use one name,
# or a compiler that crashes on them all) are taken apart again, down to single files. It needs a
# configured build (tools/test.sh).
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
most=12 # files of a batch
scratch=$top/build/tidy
build=build/${TENGLONG_PRESET:-dev}
export top scratch build

# The options that the build compiles a file with; those of its folder for a file that this build
# leaves out, or compiles in a batch.
flags_of() { # file
    local database=$build/compile_commands.json entry
    entry=$(grep -m1 -B1 -F "\"file\": \"$top/$1\"" "$database" ||
        grep -m1 -B1 -F "\"file\": \"$top/$(dirname "$1")/" "$database" ||
        grep -m1 -B1 -F "\"file\": \"$top/$build/$(dirname "$1")/" "$database")
    head -1 <<<"$entry" |
        sed -e 's,^ *"command": ",,; s, -o .*,,; s,\\*",",g' -e 's, -Wno-subobject-linkage,,' -e 's,^\S*ccache\S* ,,; s,^[^ ]* ,,'
}

tidy_batch() { # source...; says nothing unless there is something to mend
    local batch found code=0 flags
    read -ra flags <<<"$(flags_of "$1")"
    if [ $# -eq 1 ]; then
        found=$(clang-tidy --quiet "$1" -- "${flags[@]}" 2>&1) || code=$?
    else
        batch=$scratch/$([[ $1 == tests/* ]] && echo tests/)$(tr / _ <<<"$1")
        tools/batch.sh "$batch" "$@"
        found=$(clang-tidy --quiet --checks=-bugprone-suspicious-include \
            --header-filter='/(core|geo|tools|tests)/.*\.[hc]pp$' "$batch" -- "${flags[@]}" 2>&1) || code=$?
        # Clang 14 crashes on some batches whose files it reads well one by one.
        if grep -q 'clang-diagnostic-' <<<"$found" || [ $code -gt 1 ]; then
            apart "$found" "$@"
            return
        fi
    fi
    [ $code -eq 0 ] || grep -v ' warnings generated' <<<"$found"
    return $code
}

# Checks the sources that do not compile with the others, and the others, as batches of their own.
apart() { # what clang said, source...
    local found=$1 code=0 source with=() without=()
    shift
    for source in "$@"; do
        if grep -q -F "$top/$source:" <<<"$(grep 'clang-diagnostic-' <<<"$found")"; then
            without+=("$source")
        else
            with+=("$source")
        fi
    done
    if [ ${#with[@]} -eq 0 ] || [ ${#without[@]} -eq 0 ]; then
        with=("${@:1:$#/2}")
        without=("${@:$#/2+1}")
    fi
    tidy_batch "${with[@]}" || code=1
    tidy_batch "${without[@]}" || code=1
    return $code
}
export -f flags_of tidy_batch apart

rm -rf "$scratch"
mkdir -p "$scratch/tests"
cp .clang-tidy "$scratch/"
cp tests/.clang-tidy "$scratch/tests/"

# Batches of one folder each, the largest first, so that no core waits for a long one at the end.
batches() {
    printf '%s\n' "$@" | LC_ALL=C sort | awk -v most=$most '
        { folder = $0; sub(/\/[^\/]*$/, "", folder) }
        folder != last || count == most {
            if (line != "") print count, line
            line = ""
            count = 0
            last = folder
        }
        { line = line " " $0; ++count }
        END { if (line != "") print count, line }' |
        sort -rn | cut -d' ' -f2-
}

# shellcheck disable=SC2016 # for the inner shell to expand
batches "$@" | xargs -P "$(nproc)" -I BATCH bash -c 'set -euo pipefail; cd "$top"; tidy_batch BATCH'
