#include "geo/read/input_kind.hpp"

#include <array>
#include <cstddef>

namespace tenglong::geo {

namespace {

struct Kind {
    InputKind kind;
    std::string_view key;
    Text label;
    GeometryNeed need;
};

[[nodiscard]] const auto& kinds()
{
    using enum InputKind;
    using enum GeometryNeed;
    static const auto table = std::to_array<Kind>({
        {parcels, "parcels", {"宗地", "parcels"}, polygon},
        {buildings, "buildings", {"建筑", "buildings"}, polygon},
        {enterprises, "enterprises", {"企业", "enterprises"}, point_if_any},
        {leases, "leases", {"租赁", "leases"}, none},
        {supply, "supply", {"供地", "land supply"}, polygon_if_any},
        {control_line, "control_line", {"工业用地控制线", "control line"}, polygon},
        {changes, "changes", {"控制线变更", "changes of the control line"}, polygon},
        {parks, "parks", {"产业平台", "parks"}, polygon},
        {units, "units", {"治理单元", "governance units"}, polygon},
        {towns, "towns", {"乡镇街道", "towns"}, polygon},
        {planned_use, "planned_use", {"规划用途", "planned use"}, polygon},
        {farmland, "farmland", {"永久基本农田", "permanent basic farmland"}, polygon},
        {red_line, "red_line", {"生态保护红线", "ecological red line"}, polygon},
        {roads, "roads", {"道路", "roads"}, line_or_polygon},
        {candidates, "candidates", {"备选地块", "candidates"}, polygon},
        {permitted_zone, "permitted_zone", {"允许补划区", "where compensation may lie"}, polygon},
        {space_zones, "space_zones", {"三区两线分区", "zones of space control"}, polygon},
    });
    return table;
}

[[nodiscard]] const Kind& entry(InputKind kind) noexcept
{
    return kinds()[static_cast<std::size_t>(kind)];
}

} // namespace

std::span<const InputKind> input_kinds() noexcept
{
    static const auto all = [] {
        std::array<InputKind, std::tuple_size_v<std::decay_t<decltype(kinds())>>> result{};
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i] = kinds()[i].kind;
        }
        return result;
    }();
    return all;
}

std::string_view key_of(InputKind kind) noexcept
{
    return entry(kind).key;
}

std::optional<InputKind> parse_input_kind(std::string_view key) noexcept
{
    for (const Kind& kind : kinds()) {
        if (kind.key == key) {
            return kind.kind;
        }
    }
    return std::nullopt;
}

const Text& label_of(InputKind kind)
{
    return entry(kind).label;
}

GeometryNeed geometry_need(InputKind kind) noexcept
{
    return entry(kind).need;
}

} // namespace tenglong::geo
