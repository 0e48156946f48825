# Two years of a small town with one parcel of each kind. What is expected was told by hand when the
# parcels were drawn: tax of 30 wan on 15 mu is low efficiency (5 wan a mu), one floor is a plot ratio
# below 1.
#   1 and 13 unchanged (13 is low in both years)   2 improved: low tax ended, plot ratio is left
#   3 struck off   4 worsened   5 split: its half 5 was built on and is struck off, 6 has what 5 had
#   7 + 8 merged to 9: struck off   10 gone   11 new   12 has the code 15 now   14 cannot be decided
tenglong analyze 2022.toml -q && tenglong analyze 2023.toml -q
tenglong diff result-2022 result-2023 -o progress
tenglong export progress/follow.gpkg --table follow --to follow.csv >/dev/null
tenglong export progress/follow.gpkg --table roll_up --to roll_up.csv >/dev/null
cut -d, -f1- follow.csv | sed 's/330681001002GB000//g'
cat roll_up.csv
# A run that names the earlier result compares the same.
tenglong export result-2023 --table follow --to same.csv >/dev/null && cmp follow.csv same.csv
cmp progress/follow.json result-2023/follow.json

# The same result twice, another policy, another zone and results that are none.
tenglong diff result-2022 result-2022
tenglong analyze 2022.toml -q --policy national -o other
tenglong diff other result-2023 | head -1
tenglong analyze 2022.toml -q --set job.crs=EPSG:4528 -o zone
tenglong diff zone result-2023 | cmp - <(tenglong diff result-2022 result-2023) && echo "the same in another zone"
try() { tenglong diff "$@" || echo "exit $?"; }
try result-2023 result-2022
try nowhere result-2023
mkdir empty && try empty result-2023
head -c 20000 result-2022/result.gpkg >cut.gpkg && try cut.gpkg result-2023
tenglong export result-2022 --table run --to run.gpkg >/dev/null && try run.gpkg result-2023
