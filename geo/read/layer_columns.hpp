#pragma once

#include "geo/read/encoding.hpp"
#include "geo/read/job.hpp"
#include "geo/read/table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class OGRFeature;
class OGRFeatureDefn;

namespace tenglong::geo {

/// Takes the attributes of a layer's features, of the recognised columns alone, each feature as the
/// next row of a table.
class LayerColumns {
public:
    /// \param encoding of texts that GDAL hands over as stored; nothing: they are UTF-8.
    /// \param short_names names are cut to ten bytes, as in a DBF
    LayerColumns(const InputSpec& spec, const std::string& layer, const OGRFeatureDefn& definition,
                 std::optional<Encoding> encoding, bool short_names, std::vector<Issue>& issues);

    /// Names of the layer's columns, as GDAL calls them, that are not read.
    [[nodiscard]] const std::vector<std::string>& ignored() const noexcept { return m_ignored; }

    void add(const OGRFeature& feature, std::int64_t row_number);

    // The same from columns of values: all cells of a row, one after the other, then close_row().
    [[nodiscard]] std::size_t size() const noexcept { return m_table.columns().size(); }
    /// The position in the layer of a column of the table.
    [[nodiscard]] int source(std::size_t column) const noexcept { return m_sources[column]; }
    void add_text(std::size_t column, std::string_view text, std::int64_t row_number);
    void add_integer(std::size_t column, std::int64_t value);
    void add_number(std::size_t column, double value, std::int64_t row_number);
    void add_missing(std::size_t column);
    void add_row(std::int64_t row_number) { m_table.row_numbers().push_back(row_number); }

    /// The table, contests settled.
    [[nodiscard]] Table finish(std::vector<Issue>& issues);

private:
    [[nodiscard]] std::string_view decoded(std::string_view text, std::size_t column,
                                           std::int64_t row_number);

    Table m_table;
    std::vector<int> m_sources;
    std::vector<Contest> m_contests;
    std::vector<std::string> m_ignored;
    std::vector<bool> m_numeric; ///< the column is kept as numbers
    std::optional<Encoding> m_encoding;
    std::optional<Decoder> m_decoder;
    std::string m_text;
    std::size_t m_broken = 0;
    std::int64_t m_first_broken = 0;
    std::string m_broken_column;
    std::vector<Issue> m_issues;
};

} // namespace tenglong::geo
