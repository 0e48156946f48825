#include "tools/gen/write/land_layers.hpp"

#include "tools/gen/base/wave.hpp"
#include "tools/gen/write/layer.hpp"

#include <fmt/format.h>

namespace tenglong::tools::gen {

namespace {

using enum ColumnType;

[[nodiscard]] std::string town_name(const Layout& layout, int town)
{
    return layout.towns()[static_cast<std::size_t>(town)].name;
}

[[nodiscard]] std::string kind_name(GroundKind kind)
{
    switch (kind) {
    case GroundKind::occupy:
        return "占用";
    case GroundKind::compensate:
        return "补划";
    case GroundKind::give_up:
        return "线外退出";
    default:
        return "线内新增";
    }
}

void write_changes(const Options& options, const Layout& layout, const LineChanges& changes,
                   const Plane& plane)
{
    LayerFile file{options.out + "/changes.gpkg", plane};
    file.begin("changes",
               {{"变更编号"},
                {"变更类型"},
                {"占补编号"},
                {"区域"},
                {"项目名称"},
                {"批准日期", date},
                {"状态"},
                {"变更后用途"},
                {"申报面积（平方米）", number}},
               Geometry::multipolygon);
    for (const Change& change : changes.changes) {
        file.add(change.shape,
                 {change.id, kind_name(change.kind), change.pair, town_name(layout, change.town),
                  change.project, change.decided, std::string{change.proposed ? "拟议" : "已批"},
                  change.use_after, rounded(change.claimed_m2, 2)});
    }
    file.close();
}

} // namespace

int other_zone_form(int epsg) noexcept
{
    constexpr int k_with_zone = 4528;
    constexpr int k_without_zone = 4549;
    const bool either = epsg == k_with_zone || epsg == k_without_zone;
    return either ? k_with_zone + k_without_zone - epsg : epsg;
}

void write_line(const Options& options, const Layout& layout, const std::vector<LinePart>& line,
                const LineChanges& changes, const Plane& plane)
{
    const Plane line_plane{options.noise ? other_zone_form(plane.epsg()) : plane.epsg()};
    LayerFile file{options.out + "/control_line.gpkg", line_plane};
    file.begin("control_line",
               {{"区块编号"}, {"区块名称"}, {"级别"}, {"所属镇街"}, {"面积（平方米）", number}},
               Geometry::multipolygon);
    for (const LinePart& part : line) {
        file.add(part.shape,
                 {part.id, part.name, part.level, part.town, rounded(area_m2(part.shape), 2)});
    }
    file.close();
    write_changes(options, layout, changes, plane);

    LayerFile candidates{options.out + "/candidates.gpkg", plane};
    candidates.begin("candidates",
                     {{"编号"},
                      {"区域"},
                      {"亩均费用（万元/亩）", number},
                      {"费用（万元）", number},
                      {"面积（平方米）", number}},
                     Geometry::multipolygon);
    for (const LineCandidate& candidate : changes.candidates) {
        candidates.add(candidate.shape,
                       {candidate.id, town_name(layout, candidate.town), candidate.price_per_mu_wan,
                        candidate.price_wan, rounded(candidate.area_m2, 2)});
    }
    candidates.close();
}

} // namespace tenglong::tools::gen
