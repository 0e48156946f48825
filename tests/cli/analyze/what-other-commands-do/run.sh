# Sections that are carried out by other commands are named, not passed over.
tenglong analyze job.toml --dry-run -q || echo "exit $?"
