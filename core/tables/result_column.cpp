#include "core/tables/result_column.hpp"

#include "core/base/text.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

namespace tenglong {

namespace {

/// What every format can hold.
[[nodiscard]] std::string mended(std::string_view text)
{
    std::string result;
    for (const char32_t c : code_points(text)) {
        append_utf8(result, c == U'\0' ? U'\xFFFD' : c);
    }
    return result;
}

} // namespace

void ResultColumn::reserve(std::size_t rows)
{
    m_valid.reserve((rows + 7) / 8);
    switch (m_spec.type) {
    case ColumnType::number:
        m_numbers.reserve(rows);
        break;
    case ColumnType::integer:
        m_integers.reserve(rows);
        break;
    case ColumnType::date:
        m_days.reserve(rows);
        break;
    case ColumnType::yes_no:
        m_flags.reserve((rows + 7) / 8);
        break;
    default:
        m_texts.reserve(rows);
    }
}

void ResultColumn::clear() noexcept
{
    m_size = 0;
    m_valid.clear();
    m_numbers.clear();
    m_integers.clear();
    m_days.clear();
    m_flags.clear();
    m_texts.clear();
    m_ends.resize(2); // of the empty text
    m_bytes.clear();
    m_known.clear();
    m_repeated = 0;
    m_shares = true;
}

void ResultColumn::add_missing(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        switch (m_spec.type) {
        case ColumnType::number:
            m_numbers.push_back(0.0);
            break;
        case ColumnType::integer:
            m_integers.push_back(0);
            break;
        case ColumnType::date:
            m_days.push_back(0);
            break;
        case ColumnType::yes_no:
            add_bit(m_flags, m_size, false);
            break;
        default:
            m_texts.push_back(0);
        }
        add_valid(false);
    }
}

void ResultColumn::add_number(double value)
{
    expect(m_spec.type == ColumnType::number);
    if (!std::isfinite(value)) {
        throw std::invalid_argument{"a cell of '" + m_spec.name + "' must be a finite number"};
    }
    m_numbers.push_back(value);
    add_valid(true);
}

void ResultColumn::add_integer(std::int64_t value)
{
    expect(m_spec.type == ColumnType::integer);
    m_integers.push_back(value);
    add_valid(true);
}

void ResultColumn::add_date(Date value)
{
    expect(m_spec.type == ColumnType::date);
    m_days.push_back(value.days());
    add_valid(true);
}

void ResultColumn::add_yes_no(bool value)
{
    expect(m_spec.type == ColumnType::yes_no);
    add_bit(m_flags, m_size, value);
    add_valid(true);
}

void ResultColumn::add_text(std::string_view value)
{
    expect(m_spec.is_textual());
    const bool good = is_utf8(value) && value.find('\0') == std::string_view::npos;
    m_texts.push_back(good ? keep(value) : keep(mended(value)));
    add_valid(true);
}

void ResultColumn::add_codes(std::span<const std::string_view> codes)
{
    std::string joined;
    for (const std::string_view code : codes) {
        if (!joined.empty()) {
            joined += k_code_separator;
        }
        joined += code;
    }
    expect(m_spec.many);
    add_text(joined);
}

std::vector<std::string_view> ResultColumn::codes(std::size_t row) const
{
    const std::string_view cell = text(row);
    return cell.empty() ? std::vector<std::string_view>{} : split(cell, k_code_separator);
}

void ResultColumn::add_bit(std::vector<std::uint8_t>& bits, std::size_t row, bool value)
{
    if (row % 8 == 0) {
        bits.push_back(0);
    }
    if (value) {
        bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << (row % 8));
    }
}

void ResultColumn::expect(bool fits) const
{
    if (!fits) {
        throw std::invalid_argument{"a cell of another type than column '" + m_spec.name + "'"};
    }
}

void ResultColumn::add_valid(bool valid)
{
    add_bit(m_valid, m_size, valid);
    ++m_size;
}

std::uint32_t ResultColumn::keep(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    const std::size_t hash = m_shares ? std::hash<std::string_view>{}(text) : 0;
    if (m_shares) {
        const auto known = m_known.find(hash);
        if (known != m_known.end() && kept_text(known->second) == text) {
            ++m_repeated;
            return known->second;
        }
    }
    const std::size_t index = m_ends.size() - 1;
    if (index > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error{"column '" + m_spec.name + "' has too many texts"};
    }
    m_bytes += text;
    m_ends.push_back(static_cast<std::int64_t>(m_bytes.size()));
    if (m_shares) {
        remember(hash, static_cast<std::uint32_t>(index));
    }
    return static_cast<std::uint32_t>(index);
}

/// Only texts of late are known, so that a column of codes does not hold a second copy of them; one
/// whose texts do not repeat is not searched any more.
void ResultColumn::remember(std::size_t hash, std::uint32_t index)
{
    constexpr std::size_t k_most = 1024;
    if (m_known.size() >= k_most) {
        m_shares = m_repeated > k_most / 2;
        m_repeated = 0;
        m_known.clear();
    }
    if (m_shares) {
        m_known[hash] = index;
    }
}

} // namespace tenglong
