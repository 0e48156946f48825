# The layers and tables of a small folder become a job file that the program reads.
tenglong init city
cat city/tenglong.toml
