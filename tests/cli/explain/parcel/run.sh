# In both languages: the figures of a parcel, its verdicts and what is missing for others.
tenglong analyze job.toml -q --threads 2 >analyze.txt
tenglong explain result 330681001002GB00001
tenglong explain result/result.gpkg 330681001002GB00001 --lang en
