tenglong policy list --json | sed -n '/"id": "national"/,/"extends"/p'
