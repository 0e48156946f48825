#!/usr/bin/env bash
# Writes one C++ source that includes others, for compilers that spend most of their time in headers.
#
#   tools/batch.sh BATCH.cpp FILE.cpp...
#
# FILEs are paths from the top of the tree. Tests define the same helpers again and again, so each of
# them gets a namespace about it, after all headers have been read outside.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
batch=$1
shift

include_all() { printf '#include "'"$top"'/%s"\n' "$@"; }

# The namespaces in tenglong that files open, and those about them.
namespaces_of() {
    { cat "$@" | grep -oE '^namespace tenglong::[a-z_:]+' || true; } |
        awk '{ sub(/^tenglong::/, "", $2); n = split($2, part, "::"); name = ""
               for (i = 1; i <= n; ++i) { name = name (i > 1 ? "::" : "") part[i]; print name } }' |
        LC_ALL=C sort -u
}

include_tests() {
    local at=0 inner name source
    inner="$(namespaces_of "$@") testing"
    cat "$@" | grep -h '^#include' | LC_ALL=C sort -u
    for name in $inner; do echo "namespace tenglong::$name {}"; done
    echo "namespace testing {} namespace tenglong::testing { using namespace ::testing; }"
    for source in "$@"; do
        at=$((at + 1))
        echo "namespace batch_$at { namespace tenglong { using namespace ::tenglong; }"
        for name in $inner; do
            echo "namespace tenglong::$name { using namespace ::tenglong::$name; }"
        done
        include_all "$source"
        echo '}'
    done
}

if [[ $1 == tests/* ]]; then include_tests "$@"; else include_all "$@"; fi >"$batch"
