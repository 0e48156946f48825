#pragma once

#include "geo/survey/surveyor.hpp"
#include "tests/support/shapes.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::tests {

/// Layers made by hand, as if they had been read: no files, coordinates in CGCS2000 / 120E.
class HandMadeLayers {
public:
    /// A layer with these columns by field names; each row has a cell a column and a shape (WKT),
    /// "" for none of either. Rows are numbered from 1.
    geo::VectorLayer& add(geo::InputKind kind, const std::vector<std::string>& fields,
                          const std::vector<std::vector<std::string>>& rows,
                          const std::vector<std::string>& shapes = {})
    {
        geo::InputSpec spec;
        spec.kind = kind;
        spec.section = std::string{geo::key_of(kind)};
        const auto nth = std::to_string(m_layers[kind].size() + 1);
        spec.path = spec.section + (nth == "1" ? "" : nth) + ".gpkg";
        geo::VectorLayer layer;
        layer.table = geo::Table{kind, spec.path, ""};
        for (std::size_t row = 0; row < rows.size(); ++row) {
            layer.table.row_numbers().push_back(static_cast<std::int64_t>(row + 1));
        }
        for (std::size_t column = 0; column < fields.size(); ++column) {
            geo::TableColumn cells;
            cells.header = fields[column];
            cells.meaning.field = &geo::field(fields[column]);
            for (const auto& row : rows) {
                cells.texts.add(row[column]);
            }
            layer.table.columns().push_back(std::move(cells));
        }
        for (const std::string& wkt : shapes) {
            wkt.empty() ? layer.shapes.close_feature() : layer.shapes.append(column_of(wkt), 0, 1);
        }
        layer.crs.crs = *geo::parse_crs("EPSG:4549");
        m_specs.push_back(spec);
        m_layers[kind].push_back(std::move(layer));
        return m_layers[kind].back();
    }

    [[nodiscard]] geo::Survey survey(const Profile& profile, unsigned threads = 1,
                                     Date as_of = Date{2023, 12, 31}) const
    {
        geo::Job job;
        job.file = "job.toml";
        job.inputs = m_specs;
        std::map<std::string, const geo::VectorLayer*> by_path;
        for (const auto& [kind, layers] : m_layers) {
            for (const geo::VectorLayer& layer : layers) {
                by_path[layer.table.file()] = &layer;
            }
        }
        geo::Workers workers{threads};
        geo::Progress silent;
        const auto read = [&](const geo::InputSpec& spec, std::vector<Issue>&, geo::Workers&) {
            return *by_path.at(spec.path);
        };
        return geo::Surveyor{job, profile, as_of, read, workers, silent}.run();
    }

private:
    static geo::Polygons column_of(const std::string& wkt) { return column({wkt}); }

    std::vector<geo::InputSpec> m_specs;
    std::map<geo::InputKind, std::vector<geo::VectorLayer>> m_layers;
};

/// An upright rectangle as WKT.
inline std::string rectangle(double x, double y, double width, double height)
{
    return fmt::format("POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", x, y, x + width,
                       y + height);
}

} // namespace tenglong::tests
