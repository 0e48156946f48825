#!/usr/bin/env bash
# Builds Tenglong and runs its tests: one command on a fresh clone. Arguments go to ctest, e.g.
#   tools/test.sh -L unit
# TENGLONG_PRESET names another preset than dev: asan and tsan run the tests under sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/setup.sh build
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
fi
preset=${TENGLONG_PRESET:-dev}
cmake --preset "$preset"
cmake --build --preset "$preset" --parallel "$(nproc)"
ctest --preset "$preset" --parallel "$(nproc)" "$@"
