#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// A column of UTF-8 texts, 8 bytes a row beside the texts themselves. Texts that come again soon
/// are kept once. Missing is not the same as empty, and an empty text is never kept: it is missing.
class TextColumn {
public:
    /// A column with texts of its own.
    TextColumn() : TextColumn{std::make_shared<std::string>()} {}
    /// A column that may refer to texts in `bytes`, which others may share.
    explicit TextColumn(std::shared_ptr<std::string> bytes) : m_bytes{std::move(bytes)} {}

    [[nodiscard]] std::size_t size() const noexcept { return m_refs.size(); }
    [[nodiscard]] bool missing(std::size_t row) const noexcept { return m_refs[row].length == 0; }
    /// Empty where missing.
    [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept
    {
        return {m_bytes->data() + m_refs[row].offset, m_refs[row].length};
    }

    void reserve(std::size_t rows) { m_refs.reserve(rows); }
    /// \throws Error if the column would pass 4 GB of text.
    void add(std::string_view text);
    void add_missing() { m_refs.push_back({}); }
    /// \pre `text` lies in the bytes that this column shares, or is empty.
    void add_shared(std::string_view text);
    /// The text of another row of this column.
    void add_same(std::size_t row) { m_refs.push_back(m_refs[row]); }

    void set_missing(std::size_t row) noexcept { m_refs[row] = {}; }
    void set(std::size_t row, std::string_view text);

    /// Memory taken, texts included.
    [[nodiscard]] std::size_t memory() const noexcept;

private:
    struct Ref {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    [[nodiscard]] Ref keep(std::string_view text);

    std::shared_ptr<std::string> m_bytes;
    std::vector<Ref> m_refs;
    std::array<Ref, 1024> m_recent{}; ///< by hash: where a text was kept lately
};

} // namespace tenglong::geo
