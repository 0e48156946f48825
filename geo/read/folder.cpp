#include "geo/read/folder.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/encoding.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/folder_kinds.hpp"
#include "geo/read/folder_reader.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/read_table.hpp"
#include "geo/read/shapefile.hpp"
#include "geo/read/temporary_folder.hpp"
#include "geo/read/unpack.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

namespace tenglong::geo {

namespace {

namespace fs = std::filesystem;

enum class Shape : std::uint8_t { none, point, line, area, any };

/// An item with how well each kind fits it.
struct Scored {
    FolderItem item;
    std::size_t depth = 0; ///< of its folder
    double score = 0.0;
};

[[nodiscard]] bool fits(Shape shape, GeometryNeed need)
{
    switch (need) {
    case GeometryNeed::none:
        return shape == Shape::none;
    case GeometryNeed::point_if_any:
        return shape == Shape::none || shape == Shape::point || shape == Shape::any;
    case GeometryNeed::polygon_if_any:
        return shape != Shape::point && shape != Shape::line;
    case GeometryNeed::polygon:
        return shape == Shape::area || shape == Shape::any;
    case GeometryNeed::line_or_polygon:
        return shape == Shape::line || shape == Shape::area || shape == Shape::any;
    }
    return false;
}

[[nodiscard]] Shape shape_of(OGRLayer& layer)
{
    switch (wkbFlatten(OGR_GT_GetLinear(layer.GetGeomType()))) {
    case wkbNone:
        return Shape::none;
    case wkbPoint:
    case wkbMultiPoint:
        return Shape::point;
    case wkbLineString:
    case wkbMultiLineString:
        return Shape::line;
    case wkbPolygon:
    case wkbMultiPolygon:
        return Shape::area;
    default:
        return Shape::any;
    }
}

/// What the columns say for a kind: names of its own count, shared and vague ones little.
[[nodiscard]] double columns_speak_for(InputKind kind, const std::vector<std::string>& headers)
{
    double score = 0.0;
    for (const ColumnMeaning& meaning : recognise(kind, headers).columns) {
        if (meaning.field == nullptr) {
            continue;
        }
        score += meaning.certainty == Certainty::own      ? 1.0
                 : meaning.certainty == Certainty::shared ? 0.5
                                                          : 0.2;
    }
    return score;
}

class Searcher {
public:
    explicit Searcher(Workers& workers) : m_workers{workers} {}

    [[nodiscard]] std::vector<FolderItem> run(const fs::path& folder)
    {
        visit(folder, 0);
        if (m_found.empty()) {
            throw Error{msg("'{}' holds no layer and no table", folder.string())};
        }
        choose();
        std::vector<FolderItem> items;
        for (Scored& scored : m_found) {
            items.push_back(std::move(scored.item));
        }
        return items;
    }

private:
    void visit(const fs::path& folder, std::size_t depth)
    {
        if (!m_visited.insert(fs::canonical(folder)).second) {
            return; // a link has led here again
        }
        std::vector<fs::path> entries;
        for (const auto& entry : fs::directory_iterator{folder}) {
            entries.push_back(entry.path());
        }
        std::sort(entries.begin(), entries.end());
        const bool is_result = fs::exists(folder / "result.gpkg");
        constexpr std::size_t k_deepest = 3;
        for (const fs::path& entry : entries) {
            const std::string name = entry.filename().string();
            const std::string ending = extension_of(name);
            if (name.starts_with('.') || ending == "partial" || is_result) {
                continue;
            }
            if (fs::is_directory(entry) && ending != "gdb") {
                if (depth < k_deepest) {
                    visit(entry, depth + 1);
                }
            } else {
                look_at(entry, ending, depth);
            }
        }
    }

    void look_at(const fs::path& file, const std::string& ending, std::size_t depth)
    {
        static constexpr auto k_layers = std::to_array<std::string_view>(
            {"shp", "gpkg", "gdb", "geojson", "json", "fgb", "kml", "dxf", "zip", "dbf"});
        const bool own_shapes =
            ending == "dbf" && (fs::exists(fs::path{file}.replace_extension("shp")) ||
                                fs::exists(fs::path{file}.replace_extension("SHP")));
        m_depth = depth;
        try {
            if (is_table_file(file.string())) {
                look_at_table(file.string());
            } else if (!own_shapes &&
                       std::find(k_layers.begin(), k_layers.end(), ending) != k_layers.end()) {
                look_at_layers(file.string());
            }
        } catch (const Error& error) {
            add_unknown(file.string(), {}, error.text());
        }
    }

    void add_unknown(const std::string& path, const std::string& layer, Text why)
    {
        FolderItem item;
        item.path = path;
        item.layer = layer;
        item.remark = std::move(why);
        m_found.push_back({std::move(item), m_depth, 0.0});
    }

    void look_at_table(const std::string& path)
    {
        Scored best;
        best.item.path = path;
        best.depth = m_depth;
        Text reason = msg("its columns are those of no input");
        for (const InputKind kind :
             {InputKind::enterprises, InputKind::leases, InputKind::supply}) {
            try {
                std::vector<Issue> ignored;
                TableRequest request;
                request.kind = kind;
                request.path = path;
                const Table table = read_table(request, ignored);
                std::vector<std::string> headers = table.unused();
                for (const TableColumn& column : table.columns()) {
                    headers.push_back(column.header);
                }
                weigh(best, kind, Shape::none, headers);
            } catch (const UsageError& error) {
                reason = error.text();
            } catch (const Error&) {
                continue; // not a table of this kind
            }
        }
        keep(std::move(best), reason);
    }

    void look_at_layers(const std::string& path)
    {
        const GdalMessages messages;
        TemporaryFolder copies;
        std::vector<Issue> ignored;
        std::string real = path;
        std::optional<Encoding> encoding;
        InputSpec spec;
        spec.path = path;
        if (is_archive(path)) {
            real = unpack(spec, copies);
        }
        const std::string ending = extension_of(real);
        if (ending == "shp" || ending == "dbf") {
            const ShapefilePlan plan = plan_shapefile(spec, real, copies, ignored);
            real = plan.path;
            encoding = plan.encoding;
        }
        const DatasetPtr dataset =
            encoding ? open_vector(real, {"ESRI Shapefile"}, {"ENCODING="}) : open_vector(real);
        if (!dataset) {
            add_unknown(path, {},
                        messages.reason() == "-"
                            ? msg("it cannot be opened: it is empty, a link to nothing, or of no "
                                  "known format")
                            : msg("it cannot be opened: {}", messages.reason()));
            return;
        }
        for (int i = 0; i < dataset->GetLayerCount(); ++i) {
            look_at_layer(path, *dataset->GetLayer(i), dataset->GetLayerCount() > 1, encoding);
        }
    }

    void look_at_layer(const std::string& path, OGRLayer& layer, bool one_of_many,
                       std::optional<Encoding> encoding)
    {
        Scored best;
        best.item.path = path;
        best.item.layer = one_of_many ? layer.GetName() : "";
        best.depth = m_depth;
        std::vector<std::string> headers;
        const OGRFeatureDefn& definition = *layer.GetLayerDefn();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const std::string_view name = definition.GetFieldDefn(i)->GetNameRef();
            headers.push_back(encoding ? Decoder{*encoding}.decode(name) : std::string{name});
        }
        for (const InputKind kind : input_kinds()) {
            weigh(best, kind, shape_of(layer), headers);
        }
        keep(std::move(best), msg("neither its name nor its columns say what it is"));
    }

    /// Takes a kind if it fits better than the best so far.
    static void weigh(Scored& best, InputKind kind, Shape shape,
                      const std::vector<std::string>& headers)
    {
        if (!fits(shape, geometry_need(kind))) {
            return;
        }
        const fs::path path{best.item.path};
        int name = name_speaks_for(kind, best.item.layer);
        if (best.item.layer.empty() || name == 0) {
            name = std::max(name, name_speaks_for(kind, path.stem().string()));
        }
        constexpr double k_own_columns = 2.5;
        const double columns = columns_speak_for(kind, headers);
        const bool told_by_columns = kind == InputKind::parcels || kind == InputKind::buildings ||
                                     kind == InputKind::enterprises || kind == InputKind::leases ||
                                     kind == InputKind::supply;
        if (name == 0 && !(told_by_columns && columns >= k_own_columns)) {
            return;
        }
        if (const double score = name + columns; score > best.score) {
            best.score = score;
            best.item.kind = kind;
        }
    }

    void keep(Scored found, const Text& otherwise)
    {
        if (!found.item.kind) {
            found.item.remark = otherwise;
        }
        m_found.push_back(std::move(found));
    }

    /// The best item of each kind; the one higher up in the folders wins, and a tie is nobody's.
    void choose()
    {
        std::vector<FolderItem*> chosen;
        for (const InputKind kind : input_kinds()) {
            std::vector<Scored*> rivals;
            for (Scored& each : m_found) {
                if (each.item.kind == kind) {
                    rivals.push_back(&each);
                }
            }
            const auto better = [](const Scored* a, const Scored* b) {
                return std::pair{b->depth, a->score} > std::pair{a->depth, b->score};
            };
            std::stable_sort(rivals.begin(), rivals.end(), better);
            if (rivals.empty()) {
                continue;
            }
            rivals.front()->item.chosen = true;
            for (std::size_t i = 1; i < rivals.size(); ++i) {
                rivals[i]->item.remark =
                    msg("it could be [{}] too; '{}' fits better or comes first", key_of(kind),
                        fs::path{rivals.front()->item.path}.filename().string());
            }
            chosen.push_back(&rivals.front()->item);
        }
        FolderReader{m_workers}.read(chosen);
    }

    Workers& m_workers;
    std::vector<Scored> m_found;
    std::set<fs::path> m_visited;
    std::size_t m_depth = 0;
};

} // namespace

std::vector<FolderItem> look_at_folder(const std::string& folder, Workers& workers)
{
    if (!path_exists(folder)) {
        throw_no_such_file(folder);
    }
    if (!fs::is_directory(folder)) {
        throw Error{msg("'{}' is a file, not a folder", folder)};
    }
    start_gdal();
    return Searcher{workers}.run(fs::absolute(folder).lexically_normal());
}

} // namespace tenglong::geo
