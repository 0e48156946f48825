tenglong check job.toml --json -o out --fail-on warning --lang en > summary.json && echo "no finding" || echo "exit code $?"
ls out
python3 - <<'P'
import json
summary = json.load(open("summary.json"))
print(summary["parcels"], summary["enterprises"], summary["issues"])
P
tenglong check job.toml -q -o out --lang en
