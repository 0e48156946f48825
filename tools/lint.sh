#!/usr/bin/env bash
# Checks the layout of the code, the scripts, and what clang-tidy and Clang's warnings say.
#
#   tools/lint.sh              everything
#   tools/lint.sh --changed    the C++ files that differ from main
#   tools/lint.sh FILE...      these C++ files
#
# clang-tidy compiles each file with Clang and the warnings of the build, so the tree is read by that
# compiler once. It needs a configured build (tools/test.sh).
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

case ${1-} in
'')
    cd "$top"
    mapfile -t files < <(git ls-files -- '*.cpp' '*.hpp')
    mapfile -t scripts < <(git ls-files -- '*.sh' .ci/run)
    shellcheck --shell=bash "${scripts[@]}"
    ;;
--changed)
    cd "$top"
    mapfile -t files < <(git diff --name-only --diff-filter=d main -- '*.cpp' '*.hpp')
    ;;
*)
    mapfile -t files < <(realpath -- "$@")
    cd "$top"
    ;;
esac
[ ${#files[@]} -gt 0 ] || exit 0

clang-format --dry-run --Werror "${files[@]}"

# A header is checked with the sources that include it.
mapfile -t sources < <(printf '%s\n' "${files[@]}" | sed -n '/\.cpp$/p')
[ ${#sources[@]} -eq 0 ] || tools/tidy.sh "${sources[@]#"$top"/}"
