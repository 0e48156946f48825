#include "core/facts/fact_table.hpp"

#include "core/facts/share.hpp"

#include "core/base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace tenglong {

FactTable::FactTable(const FactCatalogue& catalogue, TextPool& pool, SubjectKind subject,
                     std::size_t rows)
    : m_catalogue{&catalogue}, m_pool{&pool}, m_subject{subject}, m_rows{rows}
{}

SourceId FactTable::add_source(std::string file, std::string layer,
                               std::vector<std::uint32_t> row_of)
{
    if (!row_of.empty() && row_of.size() != m_rows) {
        throw std::invalid_argument{"a source must give a row for each subject"};
    }
    m_sources.push_back(FactSource{std::move(file), std::move(layer), std::move(row_of)});
    return static_cast<SourceId>(m_sources.size() - 1);
}

FactColumn& FactTable::column(FactId fact)
{
    const auto index = static_cast<std::size_t>(fact);
    if (m_columns.size() <= index) {
        m_columns.resize(std::max(m_catalogue->size(), index + 1));
    }
    if (!m_columns[index]) {
        const FactDeclaration& declaration = (*m_catalogue)[fact];
        if (declaration.subject != m_subject) {
            throw std::invalid_argument{"a fact of another subject: " + declaration.name};
        }
        m_columns[index] = std::make_unique<FactColumn>(declaration.type, m_rows);
    }
    return *m_columns[index];
}

const FactColumn* FactTable::find(FactId fact) const noexcept
{
    const auto index = static_cast<std::size_t>(fact);
    return index < m_columns.size() ? m_columns[index].get() : nullptr;
}

std::optional<double> FactTable::number(FactId fact, std::size_t row) const
{
    const FactColumn* values = find(fact);
    if (values == nullptr || !values->present(row)) {
        return std::nullopt;
    }
    return values->numbers()[row];
}

std::optional<Date> FactTable::date(FactId fact, std::size_t row) const
{
    const FactColumn* values = find(fact);
    if (values == nullptr || !values->present(row)) {
        return std::nullopt;
    }
    return Date::from_days(values->words()[row]);
}

std::optional<bool> FactTable::yes_no(FactId fact, std::size_t row) const
{
    const FactColumn* values = find(fact);
    if (values == nullptr || !values->present(row)) {
        return std::nullopt;
    }
    return values->bytes()[row] != 0;
}

std::optional<std::string> FactTable::text(FactId fact, std::size_t row) const
{
    const FactColumn* values = find(fact);
    if (values == nullptr || !values->present(row)) {
        return std::nullopt;
    }
    const auto id = static_cast<TextId>(values->words()[row]);
    if (values->type() != FactType::set) {
        return std::string{(*m_pool)[id]};
    }
    std::string joined;
    for (const std::string_view member : m_pool->members(id)) {
        joined += joined.empty() ? "" : "、";
        joined += member;
    }
    return joined;
}

std::optional<Text> FactTable::shown(FactId fact, std::size_t row) const
{
    const FactDeclaration& declaration = (*m_catalogue)[fact];
    switch (declaration.type) {
    case FactType::number: {
        const auto value = number(fact, row);
        if (value && is_share(declaration.name, declaration.unit)) {
            return shown_number(*value * 100.0, Unit::of("percent"));
        }
        return value ? std::optional{shown_number(*value, declaration.unit)} : std::nullopt;
    }
    case FactType::date: {
        const auto value = date(fact, row);
        return value ? std::optional{Text{value->iso(), value->iso()}} : std::nullopt;
    }
    case FactType::yes_no: {
        const auto value = yes_no(fact, row);
        return value ? std::optional{*value ? msg("yes") : msg("no")} : std::nullopt;
    }
    default: {
        const auto value = text(fact, row);
        if (!value) {
            return std::nullopt;
        }
        return value->empty() ? msg("none") : Text{*value, *value};
    }
    }
}

Origin FactTable::origin(FactId fact, std::size_t row) const
{
    const FactColumn* values = find(fact);
    if (values == nullptr) {
        return {false, {}, msg("not given")};
    }
    const Provenance& provenance = values->provenance(row);
    Origin origin{provenance.present, {}, provenance.note};
    if (provenance.source != SourceId::none) {
        const FactSource& source = m_sources[static_cast<std::size_t>(provenance.source)];
        origin.place.file = source.file;
        origin.place.layer = source.layer;
        origin.place.row = source.row_of.empty() ? 0 : source.row_of[row];
    }
    return origin;
}

void FactTable::set_as_of(Date day)
{
    FactColumn& values = column("as_of");
    const auto state = values.add({true, SourceId::none, msg("date of the job")});
    for (std::size_t row = 0; row < m_rows; ++row) {
        values.set_date(row, day, state);
    }
}

std::size_t FactTable::bytes_per_row() const noexcept
{
    std::size_t total = 0;
    for (const auto& values : m_columns) {
        total += values ? values->bytes_per_row() : 0;
    }
    for (const FactSource& source : m_sources) {
        total += source.row_of.empty() ? 0 : sizeof(std::uint32_t);
    }
    return total;
}

Text shown_number(double value, const Unit& unit)
{
    const Text symbol = unit.symbol();
    // Registered areas are kept to 0.01 m²; ratios and rates to four decimals.
    const Dimension dimension = unit.dimension();
    const bool is_area = dimension == Dimension{.area = 1};
    const std::string number = format_number(value, is_area && unit.key() == "m2" ? 2 : 4);
    const auto with = [&](const std::string& name) {
        const std::string_view gap = name.empty() || name == "%" ? "" : " ";
        return fmt::format("{}{}{}", number, gap, name);
    };
    return {with(symbol.zh), with(symbol.en)};
}

} // namespace tenglong
