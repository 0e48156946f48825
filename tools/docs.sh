#!/usr/bin/env bash
# Writes what the program prints of itself into docs/: the help of each command and the reference.
#
#   tools/docs.sh [PROGRAM]            build/dev/bin/tenglong unless told otherwise
#   tools/docs.sh --check [PROGRAM]    changes nothing; exits 1 if a help page is not the program's
#
# In a page the lines between '<!-- help: WORDS -->' and '<!-- end of help -->' are what
# 'tenglong WORDS --help' prints.
set -euo pipefail

check=no
if [ "${1-}" = --check ]; then
    check=yes
    shift
fi
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath "${1-$top/build/dev/bin/tenglong}")
cd "$top"

page_with_help() { # page
    local line inside=no words
    while IFS= read -r line || [ -n "$line" ]; do
        if [[ $line == '<!-- end of help -->' ]]; then
            inside=no
        fi
        [ $inside = yes ] || printf '%s\n' "$line"
        if [[ $line =~ ^'<!-- help: '(.*)' -->'$ ]]; then
            inside=yes
            read -ra words <<<"${BASH_REMATCH[1]}"
            printf '\n```text\n'
            "$program" "${words[@]}" --help </dev/null
            printf '```\n\n'
        fi
    done <"$1"
}

code=0
for page in docs/commands/*.md; do
    wanted=$(page_with_help "$page")
    if [ "$wanted" = "$(<"$page")" ]; then
        continue
    elif [ $check = yes ]; then
        diff -u --label "$page" --label 'what the program prints' "$page" - <<<"$wanted" || true
        echo "$page: the help differs; run tools/docs.sh" >&2
        code=1
    else
        printf '%s\n' "$wanted" >"$page"
        echo "$page is new"
    fi
done
if [ $check = no ]; then
    cmake --build --preset dev --target reference
fi
exit $code
