#!/usr/bin/env bash
# Keeps po/zh_CN.po, the Chinese of every msg("...") in the sources.
#
#   tools/po.sh           adds new texts (with an empty msgstr) and sorts
#   tools/po.sh --prune   drops the texts that no source has any more, too
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
'' | --prune)
    # A merge of branches that both added a text leaves it twice.
    msguniq --use-first --output-file="$scratch/unique.po" "$catalogue"
    msgcat --use-first --sort-output --no-wrap --output-file="$scratch/all.po" \
        "$scratch/unique.po" "$template"
    if [ "${1-}" = --prune ]; then
        msgmerge --quiet --no-fuzzy-matching --output-file="$scratch/merged.po" "$scratch/all.po" "$template"
        msgattrib --no-obsolete --sort-output --no-wrap --output-file="$scratch/all.po" "$scratch/merged.po"
    fi
    # A date that changes with every run would be in the way of every merge.
    sed '/^"POT-Creation-Date:/d; /^"Report-Msgid-Bugs-To:/d' "$scratch/all.po" >"$catalogue"
    msgattrib --untranslated "$catalogue" | grep '^msgid "..*"' || echo "every text has its Chinese"
    ;;
*)
    echo "tools/po.sh: unknown argument '$1'; there are --check and --prune" >&2
    exit 2
    ;;
esac
