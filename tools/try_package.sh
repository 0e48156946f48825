#!/usr/bin/env bash
# Installs the .deb in a clean Debian 12 tree with nothing but what it depends on, and runs it there.
#
#   tools/try_package.sh [BUILD]     the build to package; build/release unless told otherwise
#
# Needs root, debootstrap and a mirror of Debian: TENGLONG_MIRROR, or the one that apt uses here. The tree
# is made anew in a temporary folder; TENGLONG_TREE=FOLDER keeps it there and uses it again. Exits with 77
# and a word where it cannot be tried.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$(realpath "${1-$top/build/release}")
mirror=${TENGLONG_MIRROR-}

skip() {
    echo "skipped: $*"
    exit 77
}
die() {
    echo "try_package.sh: $*" >&2
    exit 1
}
[ "$(id -u)" = 0 ] || skip "only root may make a tree"
command -v debootstrap >/dev/null || skip "there is no debootstrap; apt-get install debootstrap"
if [ -z "$mirror" ]; then
    # shellcheck disable=SC2016 # the format is apt's
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 'Codename: bookworm' |
        sort -u | head -1)
fi
[ -n "$mirror" ] || skip "apt here uses no mirror of Debian 12; name one in TENGLONG_MIRROR"
[ -f "$build/CPackConfig.cmake" ] || die "'$build' is no build; run cmake --preset release first"

scratch=$(mktemp -d)
tree=${TENGLONG_TREE-$scratch/tree}
cleanup() {
    for each in proc dev; do mountpoint -q "$tree/$each" && umount -l "$tree/$each"; done
    rm -rf --one-file-system "$scratch"
}
trap cleanup EXIT

echo "== package"
(cd "$build" && cpack -G DEB -B "$scratch/made") >"$scratch/log" 2>&1 || { cat "$scratch/log"; die "cpack failed"; }
package=$(find "$scratch/made" -maxdepth 1 -name 'tenglong_*.deb')
ls -l "$package"
dpkg-deb -f "$package" Depends

echo "== clean tree"
if [ ! -x "$tree/usr/bin/apt-get" ]; then
    debootstrap --variant=minbase bookworm "$tree" "$mirror" >"$scratch/log" 2>&1 ||
        { tail -5 "$scratch/log"; skip "debootstrap could not make a tree from $mirror"; }
fi
# apt finds the mirror as this machine does.
for each in /etc/resolv.conf /etc/hosts; do [ ! -e $each ] || cp -L $each "$tree$each"; done
if compgen -G '/etc/apt/apt.conf.d/*proxy*' >/dev/null; then cp /etc/apt/apt.conf.d/*proxy* "$tree/etc/apt/apt.conf.d/"; fi
mkdir -p "$tree/proc" "$tree/dev"
mount -t proc proc "$tree/proc" 2>/dev/null || true
inside() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

echo "== apt-get install"
cp "$package" "$tree/root/tenglong.deb"
inside apt-get update >"$scratch/log" 2>&1 || { tail -5 "$scratch/log"; skip "no mirror is reached from the tree"; }
inside apt-get install -y --no-install-recommends /root/tenglong.deb >"$scratch/log" 2>&1 ||
    { tail -20 "$scratch/log"; die "the package does not install"; }
grep -c '^Setting up' "$scratch/log" | sed 's/$/ packages set up/'

echo "== the program"
inside tenglong --version
libraries=$(inside ldd /usr/bin/tenglong)
! grep 'not found' <<<"$libraries" || die "the package lacks a dependency"
inside rm -rf /root/first
code=0
inside tenglong analyze /usr/share/tenglong/sample/job.toml -o /root/first --lang zh || code=$?
[ "$code" -le 1 ] || die "analyze ended with $code"
for file in result.gpkg parcels.geojson ledger.xlsx summary.json; do
    [ -s "$tree/root/first/$file" ] || die "the run wrote no $file"
done
inside tenglong export /root/first --table parcels --to /root/first/parcels.shp --overwrite >/dev/null ||
    die "export failed"
inside tenglong policy check zhuji-2021 >/dev/null || die "policy check failed"
for file in share/bash-completion/completions/tenglong share/zsh/site-functions/_tenglong \
    share/fish/vendor_completions.d/tenglong.fish share/doc/tenglong/docs/guide.zh-CN.md; do
    [ -s "$tree/usr/$file" ] || die "'$file' is not installed"
done
inside apt-get remove -y tenglong >"$scratch/log" 2>&1 || die "the package cannot be removed"
for left in bin/tenglong share/tenglong; do
    [ ! -e "$tree/usr/$left" ] || die "removing it leaves '$left'"
done
echo "== it installs, runs and leaves"
