#!/usr/bin/env bash
# Makes the .deb, reads what it says of itself, unpacks it and runs the program: deb.sh BUILD
# Exits with 77 where Debian's tools are not there.
set -euo pipefail
build=$(realpath "$1")

for tool in dpkg-deb dpkg-shlibdeps; do
    command -v "$tool" >/dev/null || { echo "skipped: there is no $tool"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

die() {
    echo "deb.sh: $*" >&2
    exit 1
}

(cd "$build" && cpack -G DEB -B "$scratch/made") >"$scratch/log" 2>&1 || { cat "$scratch/log"; die "cpack failed"; }
package=$(find "$scratch/made" -maxdepth 1 -name 'tenglong_*.deb')
[ -f "$package" ] || die "no package was made"

depends=$(dpkg-deb -f "$package" Depends)
for library in libc6 libgdal libgeos libproj libxlsxwriter libfmt proj-data; do
    [[ $depends == *"$library"* ]] || die "the package does not depend on $library: $depends"
done
[ "$(dpkg-deb -f "$package" Package)" = tenglong ] || die "the package has another name"

dpkg-deb -x "$package" "$scratch/root"
for file in bin/tenglong share/doc/tenglong/README.md share/doc/tenglong/LICENSE \
    share/bash-completion/completions/tenglong share/doc/tenglong/docs/commands/README.md \
    share/tenglong/sample/job.toml share/tenglong/sample/parcels.shp; do
    [ -f "$scratch/root/usr/$file" ] || die "'$file' is not in the package"
done
# Nothing outside /usr, no sources, no tests.
[ "$(ls "$scratch/root")" = usr ] || die "the package has more than /usr: $(ls "$scratch/root")"
! grep -rlq 'GTest' "$scratch/root/usr/bin" || die "the package has tests"

"$scratch/root/usr/bin/tenglong" --version | grep -q '^tenglong [0-9]' || die "it does not run"
"$scratch/root/usr/bin/tenglong" policy list | grep -q zhuji-2021 || die "it has no policies"
