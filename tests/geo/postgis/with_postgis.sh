#!/usr/bin/env bash
# Runs a command with a PostGIS of its own: with_postgis.sh COMMAND [ARGUMENT...]
#
# The server listens on a socket in a scratch folder only; TENGLONG_TEST_PG tells how to reach it.
# Exits with 77 where Debian's postgresql and postgis are not installed.
set -euo pipefail

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
version=$(basename "$(dirname "${bin:-/0/0}")")
if [ -z "$bin" ] || [ ! -f "/usr/share/postgresql/$version/extension/postgis.control" ]; then
    echo "skipped: PostGIS is not installed; apt-get install postgresql-postgis"
    exit 77
fi

# The server refuses to run as root.
as_server=()
if [ "$(id -u)" -eq 0 ]; then
    id postgres >/dev/null 2>&1 || { echo "skipped: there is no user 'postgres'"; exit 77; }
    as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi

scratch=$(mktemp -d)
chmod 711 "$scratch"
mkdir "$scratch/data"
[ ${#as_server[@]} -eq 0 ] || chown postgres: "$scratch/data"
chmod 700 "$scratch/data"
stop() {
    "${as_server[@]}" "$bin/pg_ctl" -D "$scratch/data/db" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$scratch"
}
trap stop EXIT

here=$PWD
cd / # which the server's user may enter
"${as_server[@]}" "$bin/initdb" -D "$scratch/data/db" -U tester -A trust -E UTF8 --locale=C \
    --no-sync >/dev/null
"${as_server[@]}" "$bin/pg_ctl" -D "$scratch/data/db" -w -l "$scratch/data/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$scratch/data' -c fsync=off" start >/dev/null
chmod 711 "$scratch/data"
export TENGLONG_TEST_PG="PG:host=$scratch/data user=tester dbname=postgres"
cd "$here"
"$@"
