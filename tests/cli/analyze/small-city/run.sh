# The summary; then which files there are. A second run must not replace the result unasked.
tenglong analyze job.toml --threads 2 --fail-on error || echo "exit $?"
ls result
tenglong analyze job.toml -q || echo "exit $?"
