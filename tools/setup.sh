#!/usr/bin/env bash
# Installs the Debian packages that Tenglong is built with, if any is missing, and says why it needs each.
#
#   tools/setup.sh [GROUP...]     groups: build (the default), check (what .ci/run needs besides)
#
# Debian 12, Ubuntu 24.04 and later. Where everything is there it does nothing and needs no rights.
set -euo pipefail

# group, package, the command that may stand for it (- for a library), why
packages='
build cmake               cmake      configures the build
build ninja-build         ninja      runs the build
build g++                 g++        compiles C++20
build pkg-config          pkg-config finds libraries that bring no CMake file
build gettext             msgfmt     compiles the Chinese texts and checks that none is missing
build libfmt-dev          -          formats text
build libtomlplusplus-dev -          reads job files and policy profiles (TOML)
build libcli11-dev        -          reads the command line
build nlohmann-json3-dev  -          writes summaries as JSON
build libexpat1-dev      -          reads the XML inside spreadsheets
build libgdal-dev         -          reads and writes layers and tables
build libssl-dev          -          digests of the files read
build libgeos-dev         -          overlays, buffers and repairs polygons
build libproj-dev         -          converts coordinates
build libsqlite3-dev      -          writes the rows of GeoPackages
build libboost-dev        -          Boost.Geometry: spatial index and measures
build libgeographiclib-dev -         areas on the ellipsoid
build libxlsxwriter-dev   -          writes spreadsheets
build libminizip-dev      -          puts their rows into them
build coinor-libcbc-dev   -          finds the cheapest plans (optional: without it they are near it)
build libgtest-dev        -          runs the tests
build python3             python3    reads what tests of commands print
build libbenchmark-dev    -          runs the benchmarks
check clang               clang++    a second compiler, so that warnings of both are seen
check clang-tidy          clang-tidy static analysis
check clang-format        clang-format checks the layout of the code
check shellcheck          shellcheck checks the scripts
'

groups=" ${*:-build} "

die() {
    echo "tools/setup.sh: $*" >&2
    exit 1
}

is_there() { # package command
    if [ "$2" != - ] && command -v "$2" >/dev/null; then
        return 0
    fi
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

for group in $groups; do
    [[ $group == build || $group == check ]] || die "unknown group '$group'; the groups are build and check"
done

missing=()
reasons=''
while read -r group package command why; do
    if [[ -n $group && $groups == *" $group "* ]] && ! is_there "$package" "$command"; then
        missing+=("$package")
        reasons+=$(printf '  %-22s %s' "$package" "$why")$'\n'
    fi
done <<<"$packages"

[ ${#missing[@]} -gt 0 ] || exit 0

printf 'Packages that Tenglong needs and that are missing here:\n%s' "$reasons" >&2
command -v apt-get >/dev/null ||
    die "this is not a Debian or Ubuntu system (no apt-get): install what corresponds to the packages above by hand, then run cmake --preset dev"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
        die "installing them needs root and there is no sudo; ask for: apt-get install ${missing[*]}"
    as_root=(sudo)
fi

echo "Installing them with apt-get." >&2
{
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}"
} >&2 </dev/null || die "apt-get could not install ${missing[*]}; its own words are above"
