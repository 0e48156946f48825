# What cannot be written is told and fails, also when only the last flush finds out.
tenglong policy list >/dev/full
