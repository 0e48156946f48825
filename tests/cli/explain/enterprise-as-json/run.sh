tenglong analyze job.toml -q --threads 2 >analyze.txt
tenglong explain result 91330681MA2000001X --json
