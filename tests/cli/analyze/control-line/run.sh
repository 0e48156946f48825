# The account of the control line is kept on the way, with the figures of tenglong balance; the exit
# code is 1 because it does not hold.
code=0
tenglong analyze job.toml --lang en -o result || code=$?
for table in line_before line_after changes changes_lost account; do
    tenglong export result --table $table --to $table.csv --lang en
done
sed -n '/"control_line": {/,/}/p' result/summary.json
exit $code
