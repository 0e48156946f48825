#include "tools/gen/write/land_layers.hpp"

#include "tools/gen/base/wave.hpp"
#include "tools/gen/cases/templates.hpp"
#include "tools/gen/city/ground.hpp"
#include "tools/gen/layout/outline.hpp"
#include "tools/gen/names/names.hpp"
#include "tools/gen/write/landscape.hpp"
#include "tools/gen/write/layer.hpp"

#include <fmt/format.h>

namespace tenglong::tools::gen {

namespace {

using enum ColumnType;

[[nodiscard]] std::map<std::int32_t, Shape> outlines_by(const Layout& layout,
                                                        std::int32_t Cell::*member)
{
    return Outlines::of(
        layout, [&layout, member](int half, int row) { return layout.at(half / 2, row).*member; });
}

void write_towns(const Layout& layout, LayerFile& file)
{
    file.begin("towns", {{"名称"}, {"代码"}, {"面积（平方米）", number}}, Geometry::multipolygon);
    const auto shapes = Outlines::of(layout, [&layout](int half, int row) {
        return static_cast<std::int32_t>(layout.at(half / 2, row).town);
    });
    for (const auto& [town, shape] : shapes) {
        const Town& at = layout.towns()[static_cast<std::size_t>(town)];
        file.add(shape,
                 {at.name, fmt::format("330699{:03d}", town + 1), rounded(area_m2(shape), 2)});
    }
}

void write_parks(const Options& options, const Layout& layout, LayerFile& file)
{
    file.begin("parks",
               {{"园区名称"},
                {"园区类型"},
                {"级别"},
                {"设立日期", date},
                {"是否新建"},
                {"面积（亩）", number}},
               Geometry::multipolygon);
    for (const auto& [number_here, shape] : outlines_by(layout, &Cell::park)) {
        const Park& park = layout.parks()[static_cast<std::size_t>(number_here)];
        std::string kind = "工业园区";
        std::string level = "县级";
        if (park.kind == ParkKind::zone) {
            kind = "高新区";
            level = "省级";
        } else if (park.kind == ParkKind::small_enterprise) {
            kind = "小微企业园";
        } else if (park.kind == ParkKind::community) {
            kind = "工业社区";
            level = "镇级";
        }
        const bool fresh = park.established + 3 >= options.as_of.year();
        file.add(shape, {park.name, kind, level, Date{park.established, 6, 1}, yes_no(fresh),
                         rounded(area_m2(shape) * 3.0 / 2000.0, 2)});
    }
}

void write_units(const Layout& layout, LayerFile& file)
{
    file.begin("units", {{"单元编号"}, {"单元名称"}, {"所属园区"}, {"面积（平方米）", number}},
               Geometry::multipolygon);
    std::map<std::int32_t, std::int32_t> park_of;
    for (int row = 0; row < layout.rows(); ++row) {
        for (int column = 0; column < layout.columns(); ++column) {
            const Cell& cell = layout.at(column, row);
            if (cell.unit >= 0) {
                park_of.try_emplace(cell.unit, cell.park);
            }
        }
    }
    for (const auto& [unit, shape] : outlines_by(layout, &Cell::unit)) {
        const Park& park = layout.parks()[static_cast<std::size_t>(park_of.at(unit))];
        file.add(shape, {unit_number(unit), fmt::format("{}治理单元{}", park.name, unit + 1),
                         park.name, rounded(area_m2(shape), 2)});
    }
}

void write_planned_use(const Layout& layout, const BatchMaker& maker, LayerFile& file)
{
    file.begin("planned_use",
               {{"地块编号"},
                {"规划用途"},
                {"规划用途名称"},
                {"规划调整日期", date},
                {"规划实施日期", date},
                {"新规划已实施"}},
               Geometry::multipolygon);
    int serial = 0;
    const auto add = [&](const Shape& shape, const char* code, const char* name, Row rest) {
        Row row{fmt::format("GH{:06d}", ++serial), std::string{code}, std::string{name}};
        row.insert(row.end(), rest.begin(), rest.end());
        file.add(shape, row);
    };
    const Row none(3);
    for (int row = 0; row < layout.rows(); ++row) {
        for (int column = 0; column < layout.columns(); ++column) {
            const Cell& cell = layout.at(column, row);
            const Ground ground{layout, column, row};
            const Shape whole{Polygon{ground.map(ring_of(ground.rect())), {}}};
            const bool special = cell.use == Use::special;
            const bool replanned =
                special &&
                district_templates()[static_cast<std::size_t>(cell.plan)].id == "replanned";
            if (replanned) {
                const Batch batch = maker.make({column, row});
                for (std::size_t k = 0; k < batch.parcels.size(); ++k) {
                    const Replan& plan = *batch.replans[k];
                    add(batch.parcels[k].shape, "0701", "城镇住宅用地",
                        {plan.decided, plan.due, yes_no(plan.done)});
                }
            } else if (cell.use == Use::urban) {
                add(whole, "0701", "城镇住宅用地", none);
            } else if (cell.use == Use::village) {
                add(whole, "0703", "农村宅基地", none);
            } else if (cell.use == Use::industrial || cell.line_left ||
                       (special && cell.parcels > 0)) {
                add(whole, "1001", "工业用地", none);
            }
        }
    }
}

void write_zones(const Options& options, const Layout& layout, const LineChanges& changes,
                 LayerFile& file)
{
    file.begin("farmland", {{"图斑号"}, {"类型"}, {"图斑面积（平方米）", number}},
               Geometry::multipolygon);
    int serial = 0;
    const auto add_field = [&](const Shape& shape) {
        file.add(shape,
                 {fmt::format("JBNT{:06d}", ++serial),
                  std::string{serial % 4 == 0 ? "旱地" : "水田"}, rounded(area_m2(shape), 2)});
    };
    for (const Rect& rect : changes.farmland) {
        add_field(shape_of(rect));
    }
    for (int row = 0; row < layout.rows(); ++row) {
        for (int column = 0; column < layout.columns(); ++column) {
            if (layout.at(column, row).use == Use::farmland) {
                for (const Shape& field : fields_of(layout, column, row, options.seed)) {
                    add_field(field);
                }
            }
        }
    }
    file.begin("red_line", {{"红线编号"}, {"红线名称"}, {"红线类型"}, {"面积（平方米）", number}},
               Geometry::multipolygon);
    serial = 0;
    const auto add_hill = [&](const Shape& shape, const char* name) {
        file.add(shape, {fmt::format("STHX{:05d}", ++serial), std::string{name},
                         std::string{"水土保持"}, rounded(area_m2(shape), 2)});
    };
    for (const Rect& rect : changes.red_line) {
        add_hill(shape_of(rect), "滨河湿地");
    }
    for (const Shape& hill : hills_of(layout)) {
        add_hill(hill, "丘陵水源涵养区");
    }
}

void write_roads(const Options& options, const Layout& layout, LayerFile& file)
{
    file.begin("roads", {{"名称"}, {"道路等级"}, {"道路宽度（米）", number, 0, 1}}, Geometry::line);
    for (const RoadStretch& road : roads_of(layout, options.seed)) {
        const char* name = road.road == Road::arterial    ? "主干路"
                           : road.road == Road::secondary ? "次干路"
                                                          : "支路";
        file.add_line(road.line, {road.name, std::string{name}, road.width_m});
    }
    file.begin("water", {{"名称"}, {"面积（平方米）", number}}, Geometry::multipolygon);
    for (const Shape& river : rivers_of(layout)) {
        file.add(river, {std::string{"云浦江"}, rounded(area_m2(river), 2)});
    }
}

} // namespace

std::string unit_number(std::int32_t unit)
{
    return fmt::format("ZL330699{:04d}", unit + 1);
}

void write_base(const Options& options, const Layout& layout, const BatchMaker& maker,
                const LineChanges& changes, const Plane& plane)
{
    LayerFile file{options.out + "/base.gpkg", plane};
    write_towns(layout, file);
    write_parks(options, layout, file);
    write_units(layout, file);
    write_planned_use(layout, maker, file);
    write_zones(options, layout, changes, file);
    write_roads(options, layout, file);
    file.close();
}

} // namespace tenglong::tools::gen
