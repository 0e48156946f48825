# By hand, 14,000 m2 being due (100 x 90 + 100 x 50 m were occupied, 1 : 1, and nothing compensated):
# B1 6,000 m2 for 600, B2 4,000 for 440, B3 3,000 for 360, B4 5,000 for 650 (10,000 yuan). Without B1
# there are 12,000, without B2 14,000: B1 + B3 + B4 for 1,610; without B3 15,000 for 1,690; without B4
# 13,000. So it is the first, though B3 and B4 cost more a square metre than B2. The other way round the
# candidates give the same, and so does any number of threads.
tenglong plan job.toml --solver greedy --lang en --out result
for table in plan plan_needs plan_room; do
    tenglong export result --table $table --to $table.csv --lang en
    cat $table.csv
done
python3 - <<'PY'
import json
layer = json.load(open("candidates.geojson"))
layer["features"].reverse()
json.dump(layer, open("candidates.geojson", "w"))
PY
tenglong plan job.toml --solver greedy --json --threads 1 >reversed.json
python3 -c 'import json; print([c["code"] for c in json.load(open("reversed.json"))["candidates"] if c["decision"] == "chosen"])'
