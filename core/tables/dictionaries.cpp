#include "core/tables/dictionaries.hpp"

#include "core/facts/fact.hpp"

#include <initializer_list>
#include <utility>

namespace tenglong {

namespace {

constexpr Colour k_red = Colour::of(0xD7301F);
constexpr Colour k_orange = Colour::of(0xE67E22);
constexpr Colour k_yellow = Colour::of(0xF1C40F);
constexpr Colour k_green = Colour::of(0x2E9E5B);
constexpr Colour k_teal = Colour::of(0x17806D);
constexpr Colour k_cyan = Colour::of(0x66C2E0);
constexpr Colour k_blue = Colour::of(0x2B7BBA);
constexpr Colour k_purple = Colour::of(0x6A3D9A);
constexpr Colour k_magenta = Colour::of(0xC2185B);
constexpr Colour k_brown = Colour::of(0x8C510A);
constexpr Colour k_grey = Colour::of(0xBDBDBD);
constexpr Colour k_light = Colour::of(0xE4E6E8); // recedes: most parcels are normal

[[nodiscard]] DictionaryPtr make(std::initializer_list<DictionaryEntry> entries)
{
    return std::make_shared<const Dictionary>(std::vector<DictionaryEntry>{entries});
}

} // namespace

DictionaryPtr status_words()
{
    static const DictionaryPtr words =
        make({{"approved_not_supplied", {"批而未供", "approved, not supplied"}, k_teal},
              {"supplied_not_used", {"供而未用", "supplied, not used"}, k_red},
              {"used_in_part", {"用而未尽", "used in part"}, k_blue},
              {"built_not_producing", {"建而未投", "built, not producing"}, k_brown},
              {"suspected_idle", {"涉嫌闲置", "suspected idle"}, k_purple},
              {"low_plot_ratio", {"低容积率", "low plot ratio"}, k_cyan},
              {"low_efficiency", {"低效", "low efficiency"}, k_yellow},
              {"high_consumption", {"高耗低效", "high consumption, low efficiency"}, k_orange},
              {"violation", {"违法违规", "violation"}, k_magenta},
              {"normal", {"正常", "normal"}, k_light}});
    return words;
}

DictionaryPtr verdict_words()
{
    static const DictionaryPtr words = make({{"yes", {"成立", "holds"}, k_red},
                                             {"no", {"不成立", "does not hold"}, k_grey},
                                             {"unknown", {"无法判定", "undecided"}, k_yellow}});
    return words;
}

DictionaryPtr severity_words()
{
    static const DictionaryPtr words = make({{"error", {"错误", "error"}, k_red},
                                             {"warning", {"警告", "warning"}, k_yellow},
                                             {"note", {"提示", "note"}, k_grey}});
    return words;
}

DictionaryPtr class_words()
{
    static const DictionaryPtr words = make({{"A", {"A", "A"}, k_green},
                                             {"B", {"B", "B"}, k_blue},
                                             {"C", {"C", "C"}, k_orange},
                                             {"D", {"D", "D"}, k_red}});
    return words;
}

DictionaryPtr size_words()
{
    static const DictionaryPtr words =
        make({{"above_scale", {"规上", "above scale"}}, {"below_scale", {"规下", "below scale"}}});
    return words;
}

DictionaryPtr production_words()
{
    static const DictionaryPtr words = make({{"normal", {"正常", "producing"}},
                                             {"half_stopped", {"半停产", "half stopped"}},
                                             {"stopped", {"停产", "stopped"}},
                                             {"closed", {"注销或关停", "closed"}},
                                             {"moved", {"搬迁", "moved away"}},
                                             {"building", {"在建", "under construction"}}});
    return words;
}

DictionaryPtr violation_words()
{
    static const DictionaryPtr words =
        make({{"safety", {"安全", "safety"}},
              {"environment", {"环保", "environment"}},
              {"energy", {"能耗", "energy"}},
              {"fire", {"消防", "fire safety"}},
              {"tax", {"税务", "tax"}},
              {"quality", {"质量", "quality"}},
              {"illegal_use", {"违法改变用途", "illegal use"}},
              {"illegal_lease", {"违法出租", "illegal lease"}},
              {"illegal_building", {"违法建筑", "illegal building"}}});
    return words;
}

DictionaryPtr list_words()
{
    static const DictionaryPtr words =
        make({{"high_consumption", {"高耗低效", "high consumption, low efficiency"}},
              {"scattered", {"散乱污", "scattered polluter"}},
              {"backward", {"落后产能", "backward capacity"}}});
    return words;
}

DictionaryPtr change_words()
{
    static const DictionaryPtr words = make({{"occupy", {"占用", "occupation"}, k_red},
                                             {"compensate", {"补划", "compensation"}, k_green},
                                             {"give_up", {"线外退出", "given up outside"}, k_grey},
                                             {"add", {"线内新增", "added inside"}, k_blue}});
    return words;
}

DictionaryPtr change_state_words()
{
    static const DictionaryPtr words = make({{"proposed", {"拟议", "proposed"}},
                                             {"approved", {"已批", "approved"}},
                                             {"done", {"已实施", "done"}}});
    return words;
}

DictionaryPtr plan_words()
{
    static const DictionaryPtr words =
        make({{"chosen", {"入选", "chosen"}, k_green},
              {"not_needed", {"未入选", "not needed"}, k_blue},
              {"overlaps", {"与入选地块重叠", "overlaps a chosen one"}, k_orange},
              {"apart", {"不连片", "apart from the line"}, k_orange},
              {"too_late", {"可用过晚", "too late"}, k_yellow},
              {"other_region", {"区域不缺", "other region"}, k_cyan},
              {"nothing_counts", {"不予认定", "does not count"}, k_red},
              {"no_price", {"缺费用", "no price"}, k_purple},
              {"no_shape", {"缺图形", "no shape"}, k_grey}});
    return words;
}

DictionaryPtr line_words()
{
    static const DictionaryPtr words = make({{"inside", {"线内", "inside"}},
                                             {"partly", {"跨线", "partly inside"}},
                                             {"outside", {"线外", "outside"}}});
    return words;
}

DictionaryPtr treatment_words()
{
    static const DictionaryPtr words = make({{"pending", {"未启动", "not started"}},
                                             {"running", {"处置中", "under way"}},
                                             {"done", {"已完成", "done"}},
                                             {"struck_off", {"已销号", "struck off"}}});
    return words;
}

DictionaryPtr park_words()
{
    static const DictionaryPtr words =
        make({{"platform", {"产业平台", "platform"}},
              {"small_enterprise", {"小微企业园", "small-enterprise park"}},
              {"community", {"工业社区", "industrial community"}}});
    return words;
}

DictionaryPtr region_level_words()
{
    static const DictionaryPtr words = make({{"all", {"全部", "all"}, {}},
                                             {"county", {"区县", "county"}, {}},
                                             {"town", {"镇街", "town"}, {}}});
    return words;
}

DictionaryPtr freed_land_words()
{
    static const DictionaryPtr words =
        make({{"none", {"不腾出", "none"}, {}},
              {"separable", {"可分宗部分", "what can stand alone"}, {}},
              {"whole", {"整宗", "the whole"}, {}}});
    return words;
}

DictionaryPtr freed_energy_words()
{
    static const DictionaryPtr words = make({{"none", {"不腾出", "none"}, {}},
                                             {"excess", {"超线部分", "what exceeds the line"}, {}},
                                             {"all", {"全部", "all"}, {}}});
    return words;
}

DictionaryPtr subject_words()
{
    static const DictionaryPtr words = [] {
        Dictionary subjects;
        for (std::size_t kind = 0; kind < k_subject_kinds; ++kind) {
            const auto subject = static_cast<SubjectKind>(kind);
            subjects.set({std::string{key_of(subject)}, label_of(subject)});
        }
        return std::make_shared<const Dictionary>(std::move(subjects));
    }();
    return words;
}

DictionaryPtr match_words()
{
    static const DictionaryPtr words =
        make({{"ledger", {"用地台账", "land ledger"}},
              {"parcel_code", {"宗地代码", "parcel code"}},
              {"unit_code", {"不动产单元号", "real-estate unit code"}},
              {"credit_code", {"信用代码", "credit code"}},
              {"coordinates", {"坐标", "coordinates"}},
              {"name", {"名称", "name"}},
              {"unmatched", {"未匹配", "unmatched"}, k_yellow}});
    return words;
}

} // namespace tenglong
