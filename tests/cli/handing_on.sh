#!/usr/bin/env bash
# What leaves the result of the sample city: every table as a spreadsheet in both languages, the lists of the
# ledger as tables, masked copies of everything, and what is said of what cannot be: handing_on.sh PROGRAM SAMPLE
set -euo pipefail
PATH=$(dirname "$(realpath "$1")"):$PATH
sample=$(realpath "$2")
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"
export LC_ALL=C.UTF-8
faults=0
fault() {
    echo "$*"
    faults=$((faults + 1))
}

tenglong analyze "$sample/job.toml" -q --lang en -o r || [ $? -eq 1 ] # its account does not hold
# Titles of tables are longer in English than a sheet's name may be.
for lang in zh en; do
    tenglong export r --to "$lang.xlsx" --lang $lang >/dev/null 2>said || fault "no workbook in $lang: $(<said)"
done
# A row a parcel, as in the ledger, below the header; those to be treated are fewer.
tenglong export r --table base_list --to base.csv --lang en >/dev/null
tenglong export r --table treatment_list --to treatment.csv --lang en >/dev/null
parcels=$(sed -n '/"parcels": {/{n;s/[^0-9]//gp;q}' r/summary.json)
[ "$(wc -l <base.csv)" -eq $((parcels + 1)) ] || fault "base_list has $(wc -l <base.csv) lines"
lines=$(wc -l <treatment.csv)
if [ "$lines" -le 1 ] || [ "$lines" -gt "$parcels" ]; then fault "treatment_list has $lines lines"; fi

# Parks and changes of the line are named in many tables: none of that stops a masked copy.
echo 0123456789abcdefghij >key
tenglong export r --to masked.gpkg --mask --mask-key key --lang en >/dev/null 2>said || fault "no masked copy: $(<said)"
name=$(sed -n 2p base.csv | grep -o '330699[0-9]*GB[0-9]*')
! grep -q "$name" masked.gpkg || fault "the masked copy has '$name'"

# One sentence each, and the exit code; nothing is written.
refused() { # code, what is said, arguments
    local code=0
    tenglong "${@:3}" --lang en >/dev/null 2>said || code=$?
    [ $code -eq "$1" ] || fault "'${*:3}' ended with $code, not $1"
    if [ "$(wc -l <said)" -ne 1 ] || ! grep -qF -- "$2" said; then fault "'${*:3}' said: $(<said)"; fi
}
head -c 900000 r/result.gpkg >cut.gpkg
: >empty.gpkg
mkdir locked && chmod a-w locked
refused 2 "did you mean 'parcels'?" export r --table parcel --to a.csv
refused 2 "is no format that can be written" export r --to a.xyz
refused 2 "is no format that can be written" export r --to a.csv --format xyz
refused 2 "'base.csv' exists" export r --to base.csv
refused 2 "holds one table" export r --table all --to a.csv
refused 3 "there is no result" export nothing --to a.csv
refused 3 "there is no result" diff r nothing
refused 3 "is no GeoPackage" export base.csv --to a.csv
refused 3 "is no GeoPackage" diff r/parcels.geojson r
refused 3 "is no GeoPackage" export empty.gpkg --to a.csv
refused 3 "cannot read result 'cut.gpkg'" export cut.gpkg --to a.csv
refused 3 "cannot read result 'cut.gpkg'" diff cut.gpkg r
refused 2 "cannot read 'no-key'" export r --to a.csv --mask --mask-key no-key
refused 2 "cannot read 'no-policy'" export r --to a.csv --mask --mask-policy no-policy
refused 2 "not by 'blur'" export r --to a.csv --mask --mask-shapes blur
refused 2 "'r' exists" diff r r -o r
[ "$(id -u)" = 0 ] || refused 3 "locked" export r --to locked/a.csv
for each in a.*; do
    [ ! -e "$each" ] || fault "'$each' was written"
done
[ $faults -eq 0 ] && echo "handed on"
