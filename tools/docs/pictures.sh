#!/usr/bin/env bash
# Makes the pictures of docs/pictures anew from a run on the sample city. Look at them before committing.
#
#   tools/docs/pictures.sh [PROGRAM]     build/dev/bin/tenglong unless told otherwise
#
# Needs python3-qgis, libreoffice-calc, poppler-utils and fonts-noto-cjk (Debian).
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "${1-$top/build/dev/bin/tenglong}")
pictures=$top/docs/pictures
python=/usr/bin/python3 # Debian's, which alone finds Debian's QGIS

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch XDG_RUNTIME_DIR=$scratch QT_QPA_PLATFORM=offscreen # no settings of the user
mkdir -p "$pictures"

# The account of the sample does not hold, which is a finding (1) and no failure.
LC_ALL=C.UTF-8 "$program" analyze "$top/sample_data/job.toml" -o "$scratch/result" -q || [ $? -eq 1 ]

"$python" -W ignore "$top/tools/docs/status_map.py" "$scratch/result/result.gpkg" \
    "$top/sample_data/base.gpkg" "$pictures/status-map.png"

# The upper left of the first sheet, which is the base list.
soffice --headless --convert-to \
    'pdf:calc_pdf_Export:{"PageRange":{"type":"string","value":"1"}}' \
    --outdir "$scratch" "$scratch/result/ledger.xlsx" >/dev/null
pdftoppm -f 1 -l 1 -r 90 -x 35 -y 45 -W 1420 -H 340 -png -singlefile \
    "$scratch/ledger.pdf" "$pictures/ledger"
ls -l "$pictures"
