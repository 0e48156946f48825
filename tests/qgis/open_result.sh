#!/usr/bin/env bash
# Opens a result in QGIS without a screen: open_result.sh PROGRAM JOB [PICTURES]
#
# Exits with 77 where QGIS is not installed. With a folder PICTURES it leaves a picture of every layer
# there, to be looked at.
set -euo pipefail
program=$1
job=$2
pictures=${3-}
python=/usr/bin/python3 # Debian's, which alone finds Debian's QGIS

if ! "$python" -c 'import qgis.core' 2>/dev/null; then
    echo "skipped: QGIS is not installed; apt-get install --no-install-recommends python3-qgis qgis-providers"
    exit 77
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
code=0
"$program" analyze "$job" -o "$scratch/result" --lang zh -q || code=$?
[ "$code" -le 1 ] || exit "$code"

export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$scratch" HOME="$scratch" # no settings of the user
[ -z "$pictures" ] || mkdir -p "$pictures"
"$python" "$(dirname "${BASH_SOURCE[0]}")/open_result.py" "$scratch/result" "$pictures"
