#include "core/codes/land_use_systems.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace tenglong::detail {

namespace {

using Kind = LandUseKind;

/// How many second-level classes a first-level class has; the index is the first two digits.
/// Where editions of one system differ, the greater number stands.
constexpr std::array k_spatial_2023{0,  3, 4, 4, 3,  7, 4, 4, 10, 4, 3, 2, 9,
                                    13, 3, 7, 0, 10, 9, 9, 9, 9,  9, 7, 9};
constexpr std::array k_survey_2017{8, 3, 4, 7, 4, 8, 4, 2, 10, 6, 9, 10, 7};
constexpr std::array k_survey_2007{0, 3, 3, 3, 3, 4, 3, 2, 8, 5, 7, 9, 7};
constexpr std::array k_survey_2002{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 9, 9, 9, 9, 0,
                                   0, 0, 0, 0, 4, 3, 2, 5, 4, 6, 2, 0, 0, 0, 9, 9};

[[nodiscard]] int number(std::string_view digits) noexcept
{
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Whether a system has the first-level class `code[0..2]` and the second-level class behind it.
template <std::size_t n>
[[nodiscard]] bool has_class(const std::array<int, n>& counts, std::string_view code)
{
    const auto first = static_cast<std::size_t>(number(code.substr(0, 2)));
    if (first >= n) {
        return false;
    }
    const std::string_view second = code.substr(2);
    const bool exists = first > 0 || counts[first] > 0;
    return second.empty() ? exists : number(second) >= 1 && number(second) <= counts[first];
}

[[nodiscard]] std::optional<int> grade_of(char digit) noexcept
{
    return digit >= '1' && digit <= '3' ? std::optional{digit - '0'} : std::nullopt;
}

[[nodiscard]] LandUseReading read_spatial(std::string_view code)
{
    const bool length_fits = code.size() == 2 || code.size() == 4 || code.size() == 6;
    if (!length_fits || !is_ascii_digits(code) || !has_class(k_spatial_2023, code.substr(0, 4))) {
        return {};
    }
    const std::string_view second = code.substr(0, 4);
    const auto grade = code.size() == 6 ? grade_of(code[5]) : std::nullopt;
    if (code == "10") {
        return {true, Kind::works, std::nullopt};
    }
    if (code == "16") {
        return {true, std::nullopt, std::nullopt};
    }
    if (second == "1001") {
        return {true, Kind::industrial, grade};
    }
    if (second == "1002" || second == "1003") {
        return {true, Kind::mining, std::nullopt};
    }
    if (code.starts_with("11")) {
        return {true, Kind::storage, second == "1101" ? grade : std::nullopt};
    }
    return {true, Kind::other, std::nullopt};
}

[[nodiscard]] LandUseReading read_planning(std::string_view code)
{
    // GBJ 137-90 had C, D and T besides, and M4 for mining.
    constexpr std::string_view k_letters = "ABCDEGHMRSTUW";
    if (code.empty() || code.size() > 4 || k_letters.find(code[0]) == std::string_view::npos) {
        return {};
    }
    const std::size_t end = std::min(code.find_first_not_of("0123456789", 1), code.size());
    const std::string_view digits = code.substr(1, end - 1);
    const std::string_view suffix = code.substr(end);
    if (digits.size() > 2 || suffix.size() > 1 || (!suffix.empty() && digits.empty()) ||
        (!suffix.empty() && !is_ascii_letter(suffix[0]))) {
        return {};
    }
    const char first = digits.empty() ? '\0' : digits[0];
    switch (code[0]) {
    case 'M':
        return {true, first == '4' ? Kind::mining : Kind::industrial, grade_of(first)};
    case 'W':
        return {true, Kind::storage, grade_of(first)};
    case 'H':
        // H and H1 are whole towns and villages, with everything in them.
        if (first == '\0' || first == '1') {
            return {true, std::nullopt, std::nullopt};
        }
        return {true, first == '5' ? Kind::mining : Kind::other, std::nullopt};
    default:
        return {true, Kind::other, std::nullopt};
    }
}

[[nodiscard]] Kind kind_of_works(char last, char storage) noexcept
{
    return last == '1' ? Kind::industrial : last == storage ? Kind::storage : Kind::mining;
}

/// 201 to 205 of the land survey mark what built-up area a plot lies in; with A, it is industry.
[[nodiscard]] LandUseReading read_town_mark(std::string_view code)
{
    if (code == "201A" || code == "202A" || code == "203A") {
        return {true, Kind::industrial, std::nullopt};
    }
    if (code == "201" || code == "202" || code == "203") {
        return {true, std::nullopt, std::nullopt};
    }
    if (code == "204" || code == "205") {
        return {true, code == "204" ? Kind::mining : Kind::other, std::nullopt};
    }
    return {};
}

[[nodiscard]] LandUseReading read_survey_2017(std::string_view code)
{
    if (code.starts_with("20") && code.size() >= 3) {
        return read_town_mark(code);
    }
    if (code == "05H1" || code == "08H1" || code == "08H2" || code == "0810A") {
        return {true, Kind::other, std::nullopt};
    }
    const bool length_fits = code.size() == 2 || code.size() == 4;
    if (!length_fits || !is_ascii_digits(code) || !has_class(k_survey_2017, code)) {
        return {};
    }
    if (code == "06") {
        return {true, Kind::works, std::nullopt};
    }
    if (code.starts_with("06")) {
        return {true, kind_of_works(code.back(), '4'), std::nullopt};
    }
    return {true, code == "0508" ? Kind::storage : Kind::other, std::nullopt};
}

[[nodiscard]] LandUseReading read_survey_2007(std::string_view code)
{
    const bool length_fits = code.size() == 2 || code.size() == 3;
    if (!length_fits || !is_ascii_digits(code) || !has_class(k_survey_2007, code)) {
        return {};
    }
    if (code == "06") {
        return {true, Kind::works, std::nullopt};
    }
    if (code.starts_with("06")) {
        return {true, kind_of_works(code.back(), '3'), std::nullopt};
    }
    return {true, Kind::other, std::nullopt};
}

[[nodiscard]] LandUseReading read_survey_2002(std::string_view code)
{
    if (code.size() != 3 || !is_ascii_digits(code) || !has_class(k_survey_2002, code)) {
        return {};
    }
    const bool works = code.starts_with("22");
    return {true, works ? kind_of_works(code.back(), '3') : Kind::other, std::nullopt};
}

template <std::size_t n>
[[nodiscard]] bool holds_any(std::string_view text, const std::array<std::string_view, n>& words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

constexpr std::array<std::string_view, 3> k_not_works{"非工业", "非工矿", "用海"};
constexpr std::array<std::string_view, 1> k_works{"工矿"};
constexpr std::array<std::string_view, 5> k_industrial{"工业", "新型产业", "厂房", "工厂",
                                                       "生产用地"};
constexpr std::array<std::string_view, 6> k_mining{"采矿", "采掘", "采石", "盐田", "矿山", "矿区"};
constexpr std::array<std::string_view, 5> k_storage{"仓储", "物流", "储备库", "堆场", "仓库"};
constexpr std::array<std::string_view, 3> k_mixed{"混合", "兼容", "综合用地"};
constexpr std::array<std::string_view, 67> k_other{
    "住宅", "居住", "宅基地", "商服", "商业", "商务", "商住", "零售", "批发", "旅馆",
    "住宿", "餐饮", "娱乐",   "办公", "机关", "行政", "教育", "学校", "科研", "医疗",
    "医卫", "卫生", "慈善",   "文化", "文体", "体育", "公园", "绿地", "广场", "公路",
    "铁路", "轨道", "道路",   "交通", "街巷", "机场", "港口", "码头", "管道", "停车",
    "公用", "公共", "供水",   "排水", "供电", "供燃", "耕地", "水田", "旱地", "水浇地",
    "园地", "果园", "林地",   "草地", "湿地", "水域", "河流", "湖泊", "水库", "坑塘",
    "沟渠", "特殊", "军事",   "宗教", "殡葬", "农用", "裸地"};

[[nodiscard]] std::optional<Kind> read_label_part(std::string_view part)
{
    if (holds_any(part, k_not_works)) {
        return Kind::other;
    }
    if (holds_any(part, k_works)) {
        return Kind::works;
    }
    std::optional<Kind> kind;
    const auto add = [&kind](Kind found) { kind = kind ? combined(*kind, found) : found; };
    if (holds_any(part, k_industrial)) {
        add(Kind::industrial);
    }
    if (holds_any(part, k_mining)) {
        add(Kind::mining);
    }
    if (holds_any(part, k_storage)) {
        add(Kind::storage);
    }
    if (kind && holds_any(part, k_mixed)) {
        add(Kind::other);
    }
    // "港口仓储" is storage: a word of place does not make a use of its own.
    return kind || !holds_any(part, k_other) ? kind : std::optional{Kind::other};
}

} // namespace

LandUseReading read_land_use(std::string_view code, LandUseSystem system)
{
    switch (system) {
    case LandUseSystem::spatial_2023:
        return read_spatial(code);
    case LandUseSystem::planning:
        return read_planning(code);
    case LandUseSystem::survey_2017:
        return read_survey_2017(code);
    case LandUseSystem::survey_2007:
        return read_survey_2007(code);
    case LandUseSystem::survey_2002:
        break;
    }
    return read_survey_2002(code);
}

std::optional<LandUseKind> read_land_use_label(std::string_view label)
{
    constexpr std::u32string_view k_between = U"()[]【】{}/\\、,;+&·|及和与或";
    std::optional<Kind> kind;
    std::string part;
    const auto finish = [&] {
        if (const auto found = read_label_part(part)) {
            kind = kind ? combined(*kind, *found) : *found;
        }
        part.clear();
    };
    for (const char32_t c : code_points(label)) {
        if (k_between.find(c) == std::u32string_view::npos) {
            append_utf8(part, c);
        } else {
            finish();
        }
    }
    finish();
    return kind;
}

LandUseKind combined(LandUseKind a, LandUseKind b) noexcept
{
    if (a == b) {
        return a;
    }
    const auto apart = [](Kind kind) { return kind == Kind::other || kind == Kind::mixed; };
    return apart(a) || apart(b) ? Kind::mixed : Kind::works;
}

} // namespace tenglong::detail
