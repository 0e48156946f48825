#!/usr/bin/env bash
# Holds what a page shows of the command line against a real run: console.sh PROGRAM ROOT PAGE SCRATCH
#
# In a block ```console a line "$ …" is run by bash in a folder that has sample_data and the example
# of the control-line account where a clone has them; the lines below it are what the program prints, in the
# language of the page. "…" in them stands for anything: on a line of its own for any number of lines.
# One page is one session: what one block writes, the next one finds.
# With TENGLONG_ACCEPT=1 the page is written anew, but for outputs that "…" shortens.
set -euo pipefail
program=$(realpath "$1")
root=$(realpath "$2")
page=$root/$3
scratch=$4

rm -rf "$scratch"
mkdir -p "$scratch/tests/cli/balance"
scratch=$(realpath "$scratch")
cp -R "$root/sample_data" "$scratch"
rm -rf "$scratch/sample_data/truth" "$scratch/sample_data/result"
cp -R "$root/tests/cli/balance/hand-example" "$scratch/tests/cli/balance"
cd "$scratch"

language=en_US.UTF-8
[[ $page != *.zh-CN.md ]] || language=C.UTF-8
# shellcheck disable=SC2317 # the commands of the page call it
tenglong() { env "LC_ALL=$language" "$program" "$@"; }

matches() { # expected actual: "…" stands for anything
    local rest=$2 expected=$1 piece
    [[ $expected == *…* ]] || { [ "$expected" = "$rest" ] && return 0 || return 1; }
    piece=${expected%%…*}
    [[ $rest == "$piece"* ]] || return 1
    rest=${rest#"$piece"}
    expected=${expected#*…}
    while [[ $expected == *…* ]]; do
        piece=${expected%%…*}
        [[ $rest == *"$piece"* ]] || return 1
        rest=${rest#*"$piece"}
        expected=${expected#*…}
    done
    [[ $rest == *"$expected" ]]
}

failed=0
commands=0
status=0
command='' expected='' written=''

finish() { # holds the command that was read against what it prints
    [ -n "$command" ] || return 0
    commands=$((commands + 1))
    local actual previous=$status
    set +e
    actual=$({ (exit "$previous"); eval "$command"; } 2>&1 </dev/null)
    status=$?
    set -e
    actual=${actual//"$scratch/"/}
    if ! matches "${expected%$'\n'}" "$actual"; then
        failed=1
        printf '%s: $ %s\n' "$3" "$command" >&2
        diff -u --label 'the page' --label 'the program' <(printf '%s' "$expected") <(printf '%s\n' "$actual") >&2 || true
        if [[ $expected != *…* ]]; then
            expected=$actual${actual:+$'\n'}
        fi
    fi
    written+=$expected
    command='' expected=''
}

inside=no
while IFS= read -r line || [ -n "$line" ]; do
    if [ $inside = no ]; then
        [ "$line" != '```console' ] || inside=yes
        written+=$line$'\n'
    elif [ "$line" = '```' ]; then
        finish "$@"
        inside=no
        written+=$line$'\n'
    elif [[ $line == '$ '* ]]; then
        finish "$@"
        command=${line#'$ '}
        written+=$line$'\n'
    else
        expected+=$line$'\n'
    fi
done <"$page"

[ $commands -gt 0 ] || { echo "'$3' shows no command" >&2; exit 1; }
if [ "${TENGLONG_ACCEPT-}" = 1 ]; then
    printf '%s' "$written" >"$page"
    exit 0
fi
[ $failed = 0 ] || echo "'$3' shows what the program does not print; TENGLONG_ACCEPT=1 ctest -R Documents.Show takes it over" >&2
exit $failed
