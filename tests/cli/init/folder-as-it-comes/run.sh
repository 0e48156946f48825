# A folder as a bureau sends it: parcels in GBK without .cpg and .prj, buildings zipped, tables
# in a subfolder, papers between them. It goes from init to a check without an edit.
tenglong init 某县
grep -v '^#' 某县/tenglong.toml
tenglong check 某县/tenglong.toml
