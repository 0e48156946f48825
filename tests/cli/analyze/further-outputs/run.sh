# Formats, masked copies and an earlier result to compare with, all in the folder of the result.
tenglong analyze job.toml -q --as-of 2022-12-31 -o earlier
(cd earlier && ls && printf "%s\n" {formats,masked}/{parcels,result}*)
head -2 earlier/formats/parcels.csv | cut -d, -f1-3
head -2 earlier/masked/parcels.csv | cut -d, -f1-3
cat earlier/formats/parcels.cpg && echo
# No name and no code of the base is left in what outsiders get.
! grep -rlE '第一公司|330681001002GB00001' earlier/masked

# What is no longer asked for does not stay behind from the run before.
tenglong analyze job.toml -q --set output.formats=csv --set output.mask=false -o earlier --as-of 2022-12-31 --overwrite
ls earlier
tenglong analyze job.toml --set baseline.path=earlier --set output.mask=false --set output.formats=geojson -o later |
    sed -n '/2022-12-31/,$p'
ls later/follow* && tenglong export later --table follow --to follow.csv && cut -d, -f1,7,8 follow.csv

# What cannot be carried out is said before the work, and nothing is written.
try() { tenglong analyze job.toml -q -o never "$@" || echo "exit $?"; }
try --set output.formats=shpp
try --set output.formats=postgis
try --set output.shapefile_encoding=big5
try --set output.mask_key=no-key.txt
try --set baseline.path=nowhere
try --set baseline.path=later --as-of 2022-06-30
try --set baseline.path=parcels.geojson
try --set output.postgis='PG:host=/nowhere dbname=land password=secret'
tenglong analyze job.toml -q -o later || echo "exit $?"
ls never* 2>/dev/null || echo "nothing was written"
