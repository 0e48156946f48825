#include "geo/read/plot_text.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/gdal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::string_view k_plots = "[地块坐标]";

[[nodiscard]] std::string as_utf8(std::string_view bytes, std::optional<Encoding> encoding)
{
    const Encoding found =
        encoding.value_or(find_encoding(bytes).encoding.value_or(Encoding::gb18030));
    return Decoder{found}.decode(bytes);
}

/// Columns of a plot's own line, as tables would call them.
constexpr std::size_t k_area = 1;
[[nodiscard]] std::vector<std::string> headers(std::string_view area_unit)
{
    return {"界址点数", fmt::format("面积（{}）", area_unit),
            "地块编号", "地块名称",
            "图形属性", "图幅号",
            "用途名称", "地类编码"};
}

struct Plot {
    std::int64_t row = 0; ///< its line in the file
    std::vector<std::string> values;
    std::vector<std::pair<std::string, std::vector<Point>>> rings; ///< by 圈号, in order
    bool broken = false;
};

class PlotReader {
public:
    PlotReader(const InputSpec& spec, std::vector<Issue>& issues) : m_spec{spec}, m_issues{issues}
    {}

    [[nodiscard]] VectorLayer run()
    {
        const std::string text = as_utf8(read_file(m_spec.path), m_spec.encoding);
        std::int64_t number = 0;
        bool in_plots = false;
        for (const std::string_view raw : split(text, '\n')) {
            const std::string line{trimmed(to_half_width(raw))};
            ++number;
            if (line.starts_with('[')) {
                in_plots = line.starts_with(k_plots);
            } else if (!line.empty()) {
                in_plots ? take_plot_line(line, number) : take_head_line(line);
            }
        }
        if (m_plots.empty()) {
            throw Error{msg("'{}' holds no plot", m_spec.path)};
        }
        VectorLayer layer;
        for (const Plot& plot : m_plots) {
            add_shape(plot, layer.shapes);
        }
        layer.table = make_table(layer.shapes);
        layer.crs_wkt = declared_crs();
        return layer;
    }

private:
    void report(const char* kind, Severity severity, std::int64_t row, Text text)
    {
        m_issues.push_back({kind, severity, {m_spec.path, {}, row}, {}, {}, std::move(text)});
    }

    void take_head_line(const std::string& line)
    {
        const std::size_t equals = line.find('=');
        if (equals != std::string::npos) {
            m_head[std::string{trimmed(line.substr(0, equals))}] = trimmed(line.substr(equals + 1));
        }
    }

    void take_plot_line(const std::string& line, std::int64_t number)
    {
        std::vector<std::string> cells;
        for (const std::string_view cell : split(line, ',')) {
            cells.emplace_back(trimmed(cell));
        }
        if (line.ends_with('@')) {
            m_plots.push_back({number, std::move(cells), {}, false});
            return;
        }
        constexpr std::size_t k_cells = 4;
        const auto northing = cells.size() >= k_cells ? parse_number(cells[2]) : std::nullopt;
        const auto easting = cells.size() >= k_cells ? parse_number(cells[3]) : std::nullopt;
        if (m_plots.empty() || !northing || !easting) {
            report("plot_line_unreadable", Severity::error, number,
                   msg("row {} is no point of a plot: {}", number, line.substr(0, 60)));
            if (!m_plots.empty()) {
                m_plots.back().broken = true;
            }
            return;
        }
        auto& rings = m_plots.back().rings;
        if (rings.empty() || rings.back().first != cells[1]) {
            rings.push_back({cells[1], {}});
        }
        rings.back().second.push_back({*easting, *northing});
    }

    void add_shape(const Plot& plot, Polygons& shapes)
    {
        std::size_t points = 0;
        for (const auto& ring : plot.rings) {
            points += ring.second.size();
        }
        const auto said = plot.values.empty() ? std::nullopt : parse_number(plot.values.front());
        if (said && *said != static_cast<double>(points)) {
            report(
                "plot_point_count", Severity::warning, plot.row,
                msg("row {}: the plot should have {} points and has {}", plot.row, *said, points));
        }
        if (plot.broken || points == 0) {
            report("geometry_missing", Severity::warning, plot.row,
                   msg("row {} has no geometry", plot.row));
        } else {
            add_parts(plot, shapes);
        }
        shapes.close_feature();
    }

    /// Each ring that lies in none of the shells before it is a shell; the others are holes.
    static void add_parts(const Plot& plot, Polygons& shapes)
    {
        std::vector<std::vector<const std::vector<Point>*>> parts;
        for (const auto& numbered : plot.rings) {
            const std::vector<Point>& ring = numbered.second;
            const auto around = std::find_if(parts.begin(), parts.end(), [&](const auto& part) {
                return locate(ring.front(), *part.front()) == Side::inside;
            });
            if (around == parts.end()) {
                parts.push_back({&ring});
            } else {
                around->push_back(&ring);
            }
        }
        for (const auto& part : parts) {
            for (const std::vector<Point>* ring : part) {
                shapes.add_ring(*ring);
            }
            shapes.close_part();
        }
    }

    /// The unit in which the areas written fit the coordinates.
    [[nodiscard]] std::string_view unit_of_areas(const Polygons& shapes)
    {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < m_plots.size(); ++i) {
            const auto& values = m_plots[i].values;
            const auto stated =
                values.size() > k_area ? parse_number(values[k_area]) : std::nullopt;
            double area = 0.0;
            for (const RingView ring : shapes[i].rings()) {
                area = std::max(area, std::abs(signed_area(ring)));
            }
            if (stated && *stated > 0.0 && area > 0.0) {
                ratios.push_back(area / *stated);
            }
        }
        if (ratios.empty()) {
            return "公顷";
        }
        const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
        std::nth_element(ratios.begin(), middle, ratios.end());
        // Each border is the geometric mean of the units on its sides.
        constexpr double k_mu_over_m2 = 25.8;
        constexpr double k_hectare_over_mu = 2582.0;
        return *middle < k_mu_over_m2 ? "平方米" : *middle < k_hectare_over_mu ? "亩" : "公顷";
    }

    [[nodiscard]] Table make_table(const Polygons& shapes)
    {
        Table table{m_spec.kind, m_spec.path, {}};
        const std::vector<std::string> names = headers(unit_of_areas(shapes));
        RecogniseOptions options;
        options.job_fields = m_spec.fields;
        options.place = {m_spec.path, {}, 0};
        Recognition found = recognise(m_spec.kind, names, options);
        std::move(found.issues.begin(), found.issues.end(), std::back_inserter(m_issues));
        for (const Plot& plot : m_plots) {
            table.row_numbers().push_back(plot.row);
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (found.columns[i].field == nullptr) {
                table.unused().push_back(names[i]);
                continue;
            }
            TableColumn column{names[i], found.columns[i], TextColumn{}, {}};
            for (const Plot& plot : m_plots) {
                const std::string_view value =
                    i < plot.values.size() ? std::string_view{plot.values[i]} : std::string_view{};
                column.texts.add(is_missing_mark(value) || value == "@" ? std::string_view{}
                                                                        : value);
            }
            table.columns().push_back(std::move(column));
        }
        settle_contests(table, found.contests, m_issues);
        return table;
    }

    [[nodiscard]] std::string head(const std::string& key) const
    {
        const auto found = m_head.find(key);
        return found == m_head.end() ? std::string{} : found->second;
    }

    [[nodiscard]] std::optional<Datum> datum() const
    {
        const std::string name = head("坐标系");
        if (name.find("2000") != std::string::npos) {
            return Datum::cgcs2000;
        }
        if (name.find("80") != std::string::npos) {
            return Datum::xian80;
        }
        return name.find("54") != std::string::npos ? std::optional{Datum::beijing54}
                                                    : std::nullopt;
    }

    /// WKT of the grid that the head describes; empty if it does not.
    [[nodiscard]] std::string declared_crs() const
    {
        const auto width = parse_number(head("几度分带"));
        const auto zone = parse_number(head("带号"));
        const auto in_system = datum();
        if (!in_system || !width || !zone || (*width != 3.0 && *width != 6.0)) {
            return {};
        }
        const auto meridian = meridian_of_zone(static_cast<int>(std::lround(*zone)));
        const bool known = meridian && (*zone >= 25.0) == (*width == 3.0);
        if (!known) {
            return {};
        }
        const Crs crs = gauss_kruger_crs(*in_system, static_cast<int>(*width), *meridian, true);
        OGRSpatialReference reference;
        char* text = nullptr;
        if (reference.SetFromUserInput(crs.definition.c_str()) != OGRERR_NONE ||
            reference.exportToWkt(&text) != OGRERR_NONE) {
            return {};
        }
        std::string wkt = text;
        CPLFree(text);
        return wkt;
    }

    const InputSpec& m_spec;
    std::vector<Issue>& m_issues;
    std::map<std::string, std::string> m_head;
    std::vector<Plot> m_plots;
};

} // namespace

bool is_plot_text(const std::string& path)
{
    constexpr std::size_t k_start = 16384;
    const auto start = extension_of(path) == "txt" ? read_start(path, k_start) : std::nullopt;
    return start && as_utf8(*start, {}).find(k_plots) != std::string::npos;
}

VectorLayer read_plot_text(const InputSpec& spec, std::vector<Issue>& issues)
{
    return PlotReader{spec, issues}.run();
}

} // namespace tenglong::geo
