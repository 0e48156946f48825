#include "geo/read/folder_kinds.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tenglong::geo {

namespace {

struct Keyword {
    InputKind kind;
    std::string_view word;
    int weight;
};

constexpr int k_clear = 8;
constexpr int k_likely = 5;
constexpr int k_hint = 2;

using Kind = InputKind;
constexpr auto k_keywords = std::to_array<Keyword>({
    {Kind::parcels, "宗地", k_clear},
    {Kind::parcels, "地籍", k_likely},
    {Kind::parcels, "地块", k_hint},
    {Kind::parcels, "工业用地", k_hint},
    {Kind::parcels, "parcel", k_clear},
    {Kind::parcels, "zd", k_likely},
    {Kind::parcels, "zdjbxx", k_clear},
    {Kind::buildings, "建筑", k_likely},
    {Kind::buildings, "房屋", k_likely},
    {Kind::buildings, "自然幢", k_clear},
    {Kind::buildings, "building", k_clear},
    {Kind::buildings, "zrz", k_clear},
    {Kind::buildings, "jzw", k_clear},
    {Kind::enterprises, "企业", k_likely},
    {Kind::enterprises, "亩均", k_clear},
    {Kind::enterprises, "绩效", k_likely},
    {Kind::enterprises, "enterprise", k_clear},
    {Kind::enterprises, "company", k_likely},
    {Kind::leases, "租赁", k_clear},
    {Kind::leases, "出租", k_likely},
    {Kind::leases, "承租", k_likely},
    {Kind::leases, "lease", k_clear},
    {Kind::supply, "供地", k_clear},
    {Kind::supply, "供应", k_likely},
    {Kind::supply, "批而未供", k_clear},
    {Kind::supply, "出让", k_likely},
    {Kind::supply, "supply", k_clear},
    {Kind::control_line, "控制线", k_clear},
    {Kind::control_line, "control", k_clear},
    {Kind::changes, "占补", k_clear},
    {Kind::changes, "占用", k_likely},
    {Kind::changes, "变更", k_likely},
    {Kind::changes, "调整", k_likely},
    {Kind::changes, "change", k_clear},
    {Kind::parks, "产业平台", k_clear},
    {Kind::parks, "园区", k_likely},
    {Kind::parks, "开发区", k_likely},
    {Kind::parks, "park", k_clear},
    {Kind::units, "治理单元", k_clear},
    {Kind::units, "单元", k_likely},
    {Kind::units, "unit", k_likely},
    {Kind::towns, "乡镇", k_likely},
    {Kind::towns, "街道", k_likely},
    {Kind::towns, "镇街", k_likely},
    {Kind::towns, "town", k_clear},
    {Kind::planned_use, "规划用途", k_clear},
    {Kind::planned_use, "控规", k_likely},
    {Kind::planned_use, "规划", k_hint},
    {Kind::planned_use, "planned", k_clear},
    {Kind::farmland, "基本农田", k_clear},
    {Kind::farmland, "农田", k_likely},
    {Kind::farmland, "farmland", k_clear},
    {Kind::farmland, "yjjbnt", k_clear},
    {Kind::permitted_zone, "允许补划", k_clear},
    {Kind::permitted_zone, "可补划", k_clear},
    {Kind::permitted_zone, "permitted_zone", k_clear},
    {Kind::space_zones, "三区两线", k_clear},
    {Kind::space_zones, "space_zones", k_clear},
    {Kind::red_line, "红线", k_clear},
    {Kind::red_line, "red_line", k_clear},
    {Kind::red_line, "redline", k_clear},
    {Kind::roads, "道路", k_clear},
    {Kind::roads, "路网", k_clear},
    {Kind::roads, "road", k_clear},
    {Kind::candidates, "备选", k_clear},
    {Kind::candidates, "候选", k_clear},
    {Kind::candidates, "补划潜力", k_clear},
    {Kind::candidates, "candidate", k_clear},
});

/// A word of letters must begin a word of the name: "zd" is not in "wizdom".
[[nodiscard]] bool holds(std::string_view name, std::string_view word)
{
    for (std::size_t at = name.find(word); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
        constexpr std::size_t k_short = 3;
        const bool begins = at == 0 || !is_ascii_letter(name[at - 1]);
        const std::size_t end = at + word.size();
        const bool ends = end == name.size() || !is_ascii_letter(name[end]);
        if (!is_ascii_letter(word.front()) || (begins && (word.size() > k_short || ends))) {
            return true;
        }
    }
    return false;
}

} // namespace

int name_speaks_for(InputKind kind, std::string_view name)
{
    const std::string lower = to_lower(to_half_width(name));
    int weight = 0;
    for (const Keyword& keyword : k_keywords) {
        if (keyword.kind == kind && holds(lower, keyword.word)) {
            weight = std::max(weight, keyword.weight);
        }
    }
    return weight;
}

} // namespace tenglong::geo
