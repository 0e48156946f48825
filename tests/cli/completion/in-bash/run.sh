# shellcheck disable=SC1090 # the script comes from the program
# What bash offers after pressing the tabulator at the end of a line.
source <(tenglong completion bash)
compopt() { :; } # works only while bash completes
offered() {
    COMP_WORDS=("$@")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _tenglong
    echo "$*: ${COMPREPLY[*]}"
}
offered tenglong pol
offered tenglong policy ''
offered tenglong policy sh
offered tenglong policy list --j
offered tenglong --lang ''
offered tenglong policy list --lang e
offered tenglong completion ''
touch 'our county.toml' other.toml
offered tenglong policy check our
