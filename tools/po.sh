#!/usr/bin/env bash
# Keeps po/zh_CN.po, the Chinese of every msg("...") in the sources.
#
#   tools/po.sh           adds new texts (with an empty msgstr), drops the ones that are gone, sorts
#   tools/po.sh --check   changes nothing; names what has no Chinese and exits 1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

catalogue=po/zh_CN.po
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
template=$scratch/tenglong.pot

find core geo tools \( -name '*.cpp' -o -name '*.hpp' \) | LC_ALL=C sort |
    xgettext --files-from=- --language=C++ --from-code=UTF-8 --keyword= --keyword=msg \
        --sort-output --no-location --force-po --output="$template"
# "{}% alike" is no format of C, whatever xgettext believes.
sed -i '/^#, c-format$/d' "$template"

case ${1-} in
--check)
    # msgcmp names every text of the template that the catalogue lacks or leaves empty.
    msgcmp "$catalogue" "$template" || {
        echo "po/zh_CN.po: texts above have no Chinese; run tools/po.sh and fill them in" >&2
        exit 1
    }
    ;;
'')
    msgmerge --quiet --no-fuzzy-matching --sort-output --no-wrap --output-file="$scratch/merged.po" \
        "$catalogue" "$template"
    msgattrib --no-obsolete --no-wrap --output-file="$catalogue" "$scratch/merged.po"
    msgattrib --untranslated "$catalogue" | grep '^msgid "..*"' || echo "every text has its Chinese"
    ;;
*)
    echo "tools/po.sh: unknown argument '$1'; there is only --check" >&2
    exit 2
    ;;
esac
