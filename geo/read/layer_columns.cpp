#include "geo/read/layer_columns.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace tenglong::geo {

namespace {

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] bool is_number(OGRFieldType type) noexcept
{
    return type == OFTInteger || type == OFTInteger64 || type == OFTReal;
}

[[nodiscard]] bool takes_numbers(FieldType type) noexcept
{
    return type == FieldType::number || type == FieldType::share;
}

/// As a person writes it: no ".0", no exponent where it can be helped.
[[nodiscard]] std::string number_text(double value)
{
    constexpr double k_exact = 9.0e15;
    return value == std::trunc(value) && std::abs(value) < k_exact ? fmt::format("{:.0f}", value)
                                                                   : fmt::format("{}", value);
}

[[nodiscard]] std::string_view without_end_of_text(std::string_view text) noexcept
{
    const std::size_t zero = text.find('\0');
    return zero == std::string_view::npos ? text : text.substr(0, zero);
}

} // namespace

LayerColumns::LayerColumns(const InputSpec& spec, const std::string& layer,
                           const OGRFeatureDefn& definition, std::optional<Encoding> encoding,
                           bool short_names, std::vector<Issue>& issues)
    : m_table{spec.kind, spec.path, layer}, m_encoding{encoding}
{
    if (encoding && *encoding != Encoding::ascii && *encoding != Encoding::utf8) {
        m_decoder.emplace(*encoding);
    }
    std::vector<std::string> names;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const std::string_view raw = definition.GetFieldDefn(i)->GetNameRef();
        names.push_back(m_decoder ? Decoder{*encoding}.decode(raw) : std::string{raw});
    }
    RecogniseOptions options;
    options.job_fields = spec.fields;
    options.extra = spec.extra;
    options.year = spec.year;
    options.cut_names = short_names;
    options.place = {spec.path, layer, 0};
    Recognition found = recognise(spec.kind, names, options);
    std::move(found.issues.begin(), found.issues.end(), std::back_inserter(issues));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const OGRFieldDefn& source = *definition.GetFieldDefn(static_cast<int>(i));
        if (found.columns[i].field == nullptr) {
            m_table.unused().push_back(names[i]);
            m_ignored.emplace_back(source.GetNameRef());
            continue;
        }
        m_sources.push_back(static_cast<int>(i));
        m_numeric.push_back(is_number(source.GetType()) &&
                            takes_numbers(found.columns[i].field->type));
        m_table.columns().push_back({names[i], found.columns[i], TextColumn{}, {}});
    }
    m_contests = std::move(found.contests);
}

void LayerColumns::add(const OGRFeature& feature, std::int64_t row_number)
{
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        const int source = m_sources[i];
        if (!feature.IsFieldSetAndNotNull(source)) {
            add_missing(i);
            continue;
        }
        switch (feature.GetFieldDefnRef(source)->GetType()) {
        case OFTInteger:
        case OFTInteger64:
            add_integer(i, feature.GetFieldAsInteger64(source));
            break;
        case OFTReal:
            add_number(i, feature.GetFieldAsDouble(source), row_number);
            break;
        case OFTDate:
        case OFTDateTime: {
            int year = 0;
            int month = 0;
            int day = 0;
            int hour = 0;
            int minute = 0;
            float second = 0.0F;
            int zone = 0;
            feature.GetFieldAsDateTime(source, &year, &month, &day, &hour, &minute, &second, &zone);
            add_text(i, fmt::format("{:04}-{:02}-{:02}", year, month, day), row_number);
            break;
        }
        default:
            add_text(i, feature.GetFieldAsString(source), row_number);
        }
    }
    add_row(row_number);
}

void LayerColumns::add_missing(std::size_t column)
{
    if (m_numeric[column]) {
        m_table.columns()[column].numbers.push_back(k_nan);
    } else {
        m_table.columns()[column].texts.add_missing();
    }
}

void LayerColumns::add_integer(std::size_t column, std::int64_t value)
{
    TableColumn& target = m_table.columns()[column];
    if (m_numeric[column]) {
        target.numbers.push_back(static_cast<double>(value));
    } else {
        target.texts.add(fmt::format_int{value}.c_str());
    }
}

void LayerColumns::add_number(std::size_t column, double value, std::int64_t row_number)
{
    TableColumn& target = m_table.columns()[column];
    if (m_numeric[column]) {
        target.numbers.push_back(std::isfinite(value) ? value : k_nan);
        return;
    }
    constexpr double k_digits_kept = 1e15;
    if (!std::isfinite(value)) {
        target.texts.add_missing();
    } else if (target.field().type == FieldType::code && std::abs(value) >= k_digits_kept) {
        m_issues.push_back(
            {"code_damaged",
             Severity::warning,
             {m_table.file(), m_table.layer(), row_number},
             {},
             {},
             msg("row {}: '{}' was kept as the number {} and has lost its last digits; it counts "
                 "as missing; enter such codes as text",
                 row_number, target.header, number_text(value))});
        target.texts.add_missing();
    } else {
        target.texts.add(number_text(value));
    }
}

std::string_view LayerColumns::decoded(std::string_view text, std::size_t column,
                                       std::int64_t row_number)
{
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        return text;
    }
    if (!m_decoder) {
        if (is_utf8(text)) {
            return text;
        }
        m_decoder.emplace(Encoding::utf8);
    }
    m_text.clear();
    const std::size_t before = m_decoder->broken();
    m_decoder->append(m_text, text);
    if (m_decoder->broken() > before) {
        m_first_broken = m_broken == 0 ? row_number : m_first_broken;
        m_broken_column = m_broken == 0 ? m_table.columns()[column].header : m_broken_column;
        ++m_broken;
    }
    return m_text;
}

void LayerColumns::add_text(std::size_t column, std::string_view text, std::int64_t row_number)
{
    TableColumn& target = m_table.columns()[column];
    const std::string_view value = trimmed(decoded(without_end_of_text(text), column, row_number));
    const FieldType type = target.field().type;
    const bool none_is_no = type == FieldType::flag || type == FieldType::set;
    const bool missing =
        is_missing_mark(value) && !(none_is_no && (value == "无" || value == "没有"));
    target.texts.add(missing ? std::string_view{} : value);
}

Table LayerColumns::finish(std::vector<Issue>& issues)
{
    if (m_broken > 0) {
        issues.push_back({"text_broken",
                          Severity::warning,
                          {m_table.file(), m_table.layer(), m_first_broken},
                          {},
                          {},
                          msg("{} texts hold bytes that stand for no character, first in row {}, "
                              "column '{}'; say with encoding how the file is written",
                              m_broken, m_first_broken, m_broken_column)});
    }
    std::move(m_issues.begin(), m_issues.end(), std::back_inserter(issues));
    settle_contests(m_table, m_contests, issues);
    return std::move(m_table);
}

} // namespace tenglong::geo
