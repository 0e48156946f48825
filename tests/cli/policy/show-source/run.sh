# What --source prints is a profile: written to a file it checks without a mistake.
set -e
tenglong policy show ningbo-2021 --source >ours.toml
tenglong policy check ours.toml >/dev/null
tenglong policy show ours.toml --lang en | head -n 2
