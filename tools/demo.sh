#!/usr/bin/env bash
# Builds Tenglong as users run it and shows what it does: one command on a fresh clone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools/setup.sh build
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
fi
cmake --preset release >&2
cmake --build --preset release --parallel "$(nproc)" --target tenglong >&2

# The whole run on the city in sample_data, by Zhuji's plan. Its account of the control line does not
# hold, which is a finding (exit code 1) and no failure.
build/release/bin/tenglong analyze sample_data/job.toml --policy zhuji-2021 --out build/demo --overwrite ||
    [ $? -eq 1 ]
