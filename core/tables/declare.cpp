#include "core/tables/declare.hpp"

#include "core/facts/catalogue.hpp"

#include <utility>

namespace tenglong {

namespace {

struct Show {
    int decimals = 2;
    int width = 12;
};

/// How figures of a unit are usually printed.
[[nodiscard]] Show show_of(const Unit& unit)
{
    const std::string key = unit.key();
    if (key == "m2") {
        return {2, 13};
    }
    if (key == "tce_per_wan") {
        return {4, 11};
    }
    if (key == "piece" || key == "person" || key == "day") {
        return {0, 8};
    }
    return {2, 11};
}

[[nodiscard]] Declared column(std::string_view name, std::string_view dbf, ColumnType type,
                              const Text& label, int width)
{
    ColumnSpec spec{.name = std::string{name}, .dbf = std::string{dbf}, .type = type};
    spec.label = label;
    spec.width = width;
    return Declared{std::move(spec)};
}

[[nodiscard]] ColumnType type_of(FactType type)
{
    switch (type) {
    case FactType::number:
        return ColumnType::number;
    case FactType::date:
        return ColumnType::date;
    case FactType::yes_no:
        return ColumnType::yes_no;
    case FactType::text:
        return ColumnType::text;
    case FactType::code:
    case FactType::set:
        break;
    }
    return ColumnType::code;
}

[[nodiscard]] int width_of(ColumnType type)
{
    switch (type) {
    case ColumnType::date:
        return 11;
    case ColumnType::yes_no:
        return 7;
    case ColumnType::code:
        return 12;
    default:
        return 18;
    }
}

} // namespace

Declared& Declared::note(std::string_view zh, std::string_view en)
{
    m_spec.note = {std::string{zh}, std::string{en}};
    return *this;
}

Declared& Declared::label(std::string_view zh, std::string_view en)
{
    m_spec.label = {std::string{zh}, std::string{en}};
    return *this;
}

Declared& Declared::group(const Text& band)
{
    m_spec.group = band;
    return *this;
}

Declared& Declared::width(int characters)
{
    m_spec.width = characters;
    return *this;
}

Declared& Declared::decimals(int decimals)
{
    m_spec.decimals = decimals;
    return *this;
}

Declared& Declared::percent()
{
    m_spec.percent = true;
    return *this;
}

Declared& Declared::whole()
{
    m_spec.type = ColumnType::integer;
    m_spec.decimals = 0;
    m_spec.width = 8;
    return *this;
}

Declared& Declared::words(DictionaryPtr dictionary)
{
    m_spec.words = std::move(dictionary);
    return *this;
}

Declared& Declared::many()
{
    m_spec.many = true;
    return *this;
}

Declared& Declared::sum()
{
    m_spec.total = {Total::Kind::sum, {}, {}};
    return *this;
}

Declared& Declared::ratio(std::string_view above, std::string_view below)
{
    m_spec.total = {Total::Kind::ratio, std::string{above}, std::string{below}};
    return *this;
}

Declared& Declared::difference(std::string_view whole, std::string_view part)
{
    m_spec.total = {Total::Kind::difference, std::string{whole}, std::string{part}};
    return *this;
}

namespace columns {

Declared text(std::string_view name, std::string_view dbf, const Text& label)
{
    return column(name, dbf, ColumnType::text, label, width_of(ColumnType::text));
}

Declared code(std::string_view name, std::string_view dbf, const Text& label)
{
    return column(name, dbf, ColumnType::code, label, width_of(ColumnType::code));
}

Declared number(std::string_view name, std::string_view dbf, std::string_view unit,
                const Text& label)
{
    ColumnSpec spec = column(name, dbf, ColumnType::number, label, 12);
    spec.unit = Unit::of(unit);
    const Show show = show_of(spec.unit);
    spec.decimals = show.decimals;
    spec.width = show.width;
    return Declared{std::move(spec)};
}

Declared count(std::string_view name, std::string_view dbf, const Text& label)
{
    return number(name, dbf, "piece", label).whole();
}

Declared date(std::string_view name, std::string_view dbf, const Text& label)
{
    return column(name, dbf, ColumnType::date, label, width_of(ColumnType::date));
}

Declared yes_no(std::string_view name, std::string_view dbf, const Text& label)
{
    return column(name, dbf, ColumnType::yes_no, label, width_of(ColumnType::yes_no));
}

Declared json(std::string_view name, std::string_view dbf, const Text& label)
{
    return column(name, dbf, ColumnType::json, label, 40);
}

Declared fact(SubjectKind subject, std::string_view name, std::string_view dbf)
{
    static const FactCatalogue catalogue;
    const FactDeclaration& declared = catalogue[catalogue.at(subject, name)];
    const ColumnType type = type_of(declared.type);
    if (type == ColumnType::number) {
        return number(name, dbf, declared.unit.key(), declared.label)
            .note(declared.how.zh, declared.how.en);
    }
    Declared result = column(name, dbf, type, declared.label, width_of(type));
    if (declared.type == FactType::set) {
        result.many();
    }
    return result.note(declared.how.zh, declared.how.en);
}

} // namespace columns

} // namespace tenglong
