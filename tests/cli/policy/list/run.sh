tenglong policy list --lang en | grep '^national '
