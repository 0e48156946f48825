# One digit is wrong, and a quote is no way into the query.
tenglong analyze job.toml -q --threads 2 >analyze.txt
tenglong explain result "x' OR '1'='1" || echo "exit $?"
tenglong explain result 330681001002GB00091
