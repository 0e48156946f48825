#!/usr/bin/env bash
# Takes what the program prints now as what the tests expect: the cases of tests/cli and the help in
# docs/. Arguments go to ctest, e.g. tools/accept.sh -R cli/policy. Read the difference before
# committing it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cmake --build --preset dev
TENGLONG_ACCEPT=1 ctest --preset dev -L cli "$@"
tools/docs.sh
git status --short -- tests/cli docs
