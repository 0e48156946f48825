#!/usr/bin/env bash
# What commands print with --json fits docs/schema: outputs.sh PROGRAM CHECK_SCHEMA ROOT
set -euo pipefail
program=$1
check=$2
root=$3
sample=$root/sample_data/job.toml
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

die() {
    echo "outputs.sh: $*" >&2
    exit 1
}
faults=0
fits() { # schema, document
    "$check" "$root/docs/schema/$1.schema.json" "$2" --open ||
        { echo "'$2' does not fit docs/schema/$1.schema.json" >&2; faults=1; }
    [ "$1" = explain ] || # whose rows are as tables have them
        "$check" "$root/docs/schema/$1.schema.json" "$2" || echo "named nowhere yet, which is no fault"
}
print() { # document, arguments
    local code=0
    "$program" "${@:2}" >"$1" 2>err || code=$?
    [ $code -le 1 ] || die "tenglong ${*:2} ended with $code: $(<err)"
}

print analyze.json analyze "$sample" -o one --json
print other.json analyze "$sample" --policy ningbo-2021 -o two --json
fits summary analyze.json
fits summary one/summary.json
fits summary other.json

# A job of parcels alone: figures are null then, and no key is left out.
cp "$root"/sample_data/parcels.* .
printf '[job]\nname = "bare"\npolicy = "national"\n[parcels]\npath = "parcels.shp"\n' >bare.toml
print bare.json analyze bare.toml --json --dry-run
fits summary bare.json

print check.json check "$sample" --json
fits check check.json
print balance.json balance "$sample" --json
fits balance balance.json
print plan.json plan "$sample" --json
fits plan plan.json
print diff.json diff one two --json
fits diff diff.json
print whatif.json whatif "$sample" --figure tax_line --from 3 --to 6 --steps 1 --json
fits whatif whatif.json
# Subjects of every status; the first parcels of the sample and an enterprise.
codes=$(grep -o '"parcel_code": *"[^"]*"' one/parcels.geojson | cut -d'"' -f4 | sed -n 1,8p)
enterprise=$("$program" export one --table enterprises --to e.csv >/dev/null && sed -n 2p e.csv | cut -d, -f1)
for code in $codes $enterprise; do
    print explain.json explain one "$code" --json
    fits explain explain.json
done

# A planted fault is found: a figure as text, a key gone, a key too many.
sed 's/"count": \([0-9]*\)/"count": "\1"/' analyze.json >text.json
sed 's/"reclaimable"/"reclaimed"/' analyze.json >renamed.json
for planted in text renamed; do
    ! "$check" "$root/docs/schema/summary.schema.json" $planted.json 2>/dev/null ||
        die "the fault in $planted.json was not found"
done
exit $faults
