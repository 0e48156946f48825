# The account may be told and written at once; the layers are then there for other tools.
code=0
tenglong balance job.toml --lang en --out result || code=$?
for table in line_before line_after changes changes_lost account; do
    tenglong export result --table $table --to $table.csv --lang en
done
tail -n +2 changes_lost.csv
exit $code
