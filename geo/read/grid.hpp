#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// What a spreadsheet says of a cell; everything in a text file is text.
/// error: #N/A and its like.
enum class CellKind : std::uint8_t { text, number, date, error };

/// The cells of one sheet or text file as UTF-8, before anybody knows what they mean. Rows may be
/// of different length. A cell takes 8 bytes beside its text.
class Grid {
public:
    Grid() = default;

    /// Cells that are added may refer to `bytes`, or bring their own text.
    explicit Grid(std::string bytes) : m_bytes{std::make_shared<std::string>(std::move(bytes))} {}

    [[nodiscard]] std::size_t rows() const noexcept { return m_row_numbers.size(); }
    /// The cells of a row.
    [[nodiscard]] std::size_t width(std::size_t row) const noexcept
    {
        return m_row_start[row + 1] - m_row_start[row];
    }
    [[nodiscard]] std::size_t cells() const noexcept { return m_cells.size(); }
    /// The cells of the longest row.
    [[nodiscard]] std::size_t width() const noexcept { return m_width; }
    /// As a person counts, from 1.
    [[nodiscard]] std::int64_t row_number(std::size_t row) const noexcept
    {
        return m_row_numbers[row];
    }
    /// Without white space at either end; empty beyond the end of a row.
    [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const noexcept;
    [[nodiscard]] CellKind kind(std::size_t row, std::size_t column) const noexcept;
    /// Whether no cell of the row has text.
    [[nodiscard]] bool blank(std::size_t row) const noexcept;

    /// Building: cells are added from left to right, rows closed from top to bottom.
    /// \throws Error if all texts together pass 4 GB.
    void add_cell(std::string_view text, CellKind kind = CellKind::text);
    /// A cell whose text stands in the bytes already.
    void add_cell_at(std::size_t offset, std::size_t length);
    void add_blanks(std::size_t count);
    void close_row(std::int64_t number);

    /// The text that all cells refer to, for a reader that works in place.
    [[nodiscard]] std::string& bytes() noexcept { return *m_bytes; }
    /// The same, to be kept when the grid is gone.
    [[nodiscard]] const std::shared_ptr<std::string>& shared_bytes() const noexcept
    {
        return m_bytes;
    }

private:
    struct Cell {
        std::uint32_t offset;
        std::uint32_t length_and_kind; ///< the kind in the two highest bits
    };
    static constexpr std::uint32_t k_kind_shift = 30;
    static constexpr std::uint32_t k_length_mask = (1U << k_kind_shift) - 1;

    [[nodiscard]] const Cell* cell(std::size_t row, std::size_t column) const noexcept;

    std::shared_ptr<std::string> m_bytes = std::make_shared<std::string>();
    std::vector<Cell> m_cells;
    std::vector<std::size_t> m_row_start{0};
    std::vector<std::int64_t> m_row_numbers;
    std::size_t m_width = 0;
};

} // namespace tenglong::geo
