#pragma once

#include "core/base/date.hpp"
#include "core/tables/column_spec.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenglong {

/// The cells of one result column, in the layout of Arrow (float64, int64, date32, bool, and for
/// texts a dictionary of large_utf8, each with a validity bitmap), so that they can be handed on
/// without a copy. Cells are added at the end; a cell is a value or missing.
///
/// A number or a date takes 8 or 4 bytes a row, and a bit each. A text takes 4 bytes, and 8 and its
/// characters once for all rows nearby that say the same: of statuses, towns and documents every
/// text is there once or a few times, of codes and names once a row.
class ResultColumn {
public:
    explicit ResultColumn(ColumnSpec spec) : m_spec{std::move(spec)} {}

    [[nodiscard]] const ColumnSpec& spec() const noexcept { return m_spec; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    void reserve(std::size_t rows);
    /// Takes all cells out, and keeps their memory for others.
    void clear() noexcept;

    /// What the codes say, where a policy has its own words for them.
    void set_words(DictionaryPtr words) noexcept { m_spec.words = std::move(words); }

    // Adding a cell. \throws std::invalid_argument if the column is of another type.
    void add_missing(std::size_t count = 1);
    /// \throws std::invalid_argument if the value is infinite or not a number.
    void add_number(double value);
    void add_integer(std::int64_t value);
    void add_date(Date value);
    void add_yes_no(bool value);
    /// Text, a code or JSON. NUL and what is not UTF-8 become U+FFFD, which every format can hold.
    void add_text(std::string_view value);
    /// The codes of a column of many; none of them makes an empty cell, not a missing one.
    void add_codes(std::span<const std::string_view> codes);

    [[nodiscard]] bool present(std::size_t row) const noexcept { return bit(m_valid, row); }
    // One cell. \pre it is present, and of that type.
    [[nodiscard]] double number(std::size_t row) const noexcept { return m_numbers[row]; }
    [[nodiscard]] std::int64_t integer(std::size_t row) const noexcept { return m_integers[row]; }
    [[nodiscard]] Date date(std::size_t row) const noexcept { return Date::from_days(m_days[row]); }
    [[nodiscard]] bool yes_no(std::size_t row) const noexcept { return bit(m_flags, row); }
    [[nodiscard]] std::string_view text(std::size_t row) const noexcept
    {
        return kept_text(m_texts[row]);
    }
    /// The codes of a cell of many.
    [[nodiscard]] std::vector<std::string_view> codes(std::size_t row) const;

    /// A number or a whole number as a number. \pre present, and one of the two.
    [[nodiscard]] double figure(std::size_t row) const noexcept
    {
        return m_spec.type == ColumnType::integer ? static_cast<double>(m_integers[row])
                                                  : m_numbers[row];
    }

    // Whole buffers, empty where the type has no use for them; what belongs to a missing cell is
    // zero. Bits are counted from the lowest of each byte.
    [[nodiscard]] std::span<const std::uint8_t> validity() const noexcept { return m_valid; }
    [[nodiscard]] std::span<const double> numbers() const noexcept { return m_numbers; }
    [[nodiscard]] std::span<const std::int64_t> integers() const noexcept { return m_integers; }
    [[nodiscard]] std::span<const std::int32_t> days() const noexcept { return m_days; }
    [[nodiscard]] std::span<const std::uint8_t> flags() const noexcept { return m_flags; }
    /// The text of each row, as an index of the texts that are kept.
    [[nodiscard]] std::span<const std::uint32_t> texts() const noexcept { return m_texts; }
    /// Of the texts that are kept, one more than there are; the first is empty.
    [[nodiscard]] std::span<const std::int64_t> text_offsets() const noexcept { return m_ends; }
    [[nodiscard]] std::string_view text_bytes() const noexcept { return m_bytes; }

private:
    [[nodiscard]] static bool bit(const std::vector<std::uint8_t>& bits, std::size_t row) noexcept
    {
        return (bits[row / 8] >> (row % 8) & 1U) != 0;
    }
    static void add_bit(std::vector<std::uint8_t>& bits, std::size_t row, bool value);
    void expect(bool fits) const;
    void add_valid(bool valid);
    [[nodiscard]] std::string_view kept_text(std::uint32_t index) const noexcept
    {
        const auto begin = static_cast<std::size_t>(m_ends[index]);
        const auto end = static_cast<std::size_t>(m_ends[index + 1]);
        return std::string_view{m_bytes}.substr(begin, end - begin);
    }
    [[nodiscard]] std::uint32_t keep(std::string_view text);
    void remember(std::size_t hash, std::uint32_t index);

    ColumnSpec m_spec;
    std::size_t m_size = 0;
    std::vector<std::uint8_t> m_valid;
    std::vector<double> m_numbers;
    std::vector<std::int64_t> m_integers;
    std::vector<std::int32_t> m_days;
    std::vector<std::uint8_t> m_flags;
    std::vector<std::uint32_t> m_texts;
    std::vector<std::int64_t> m_ends{0, 0}; ///< the first text is empty
    std::string m_bytes;
    std::unordered_map<std::size_t, std::uint32_t> m_known; ///< texts of late, by their hashes
    std::size_t m_repeated = 0;                             ///< since it was begun
    bool m_shares = true; ///< whether texts repeat enough to be looked for
};

} // namespace tenglong
