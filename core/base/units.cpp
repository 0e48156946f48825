#include "core/base/units.hpp"

#include "core/base/number.hpp"
#include "core/base/text.hpp"

#include <array>
#include <numeric>
#include <span>
#include <stdexcept>

namespace tenglong {

namespace {

struct Atom {
    std::string_view key;
    std::string_view zh;
    std::string_view en;
    Dimension dimension;
    std::int64_t up = 1;
    std::int64_t down = 1;
    std::array<std::string_view, 7> aliases{};
};

constexpr Dimension k_area{.area = 1};
constexpr Dimension k_length{.length = 1};
constexpr Dimension k_money{.money = 1};
constexpr Dimension k_energy{.energy = 1};
constexpr Dimension k_electricity{.electricity = 1};
constexpr Dimension k_mass{.mass = 1};
constexpr Dimension k_people{.people = 1};
constexpr Dimension k_time{.time = 1};
constexpr Dimension k_count{.count = 1};

constexpr auto k_atoms = std::to_array<Atom>({
    {"m2", "平方米", "m²", k_area, 1, 1, {"m²", "㎡", "平米", "平方"}},
    {"mu", "亩", "mu", k_area, 2000, 3, {}},
    {"wan_mu", "万亩", "wan mu", k_area, 20'000'000, 3, {}},
    {"ha", "公顷", "ha", k_area, 10'000, 1, {"hm2", "hm²"}},
    {"km2", "平方公里", "km²", k_area, 1'000'000, 1, {"km²", "平方千米"}},
    {"wan_m2", "万平方米", "wan m²", k_area, 10'000, 1, {"万㎡", "万m²", "万m2"}},
    {"m", "米", "m", k_length, 1, 1, {}},
    {"km", "公里", "km", k_length, 1000, 1, {"千米"}},
    {"wan", "万元", "wan yuan", k_money, 1, 1, {"万", "万人民币"}},
    {"yuan", "元", "yuan", k_money, 1, 10'000, {}},
    {"qian_yuan", "千元", "1,000 yuan", k_money, 1, 10, {}},
    {"yi", "亿元", "100 million yuan", k_money, 10'000, 1, {"亿"}},
    {"tce", "吨标煤", "tce", k_energy, 1, 1, {"吨标准煤", "吨ce"}},
    {"kgce", "千克标煤", "kgce", k_energy, 1, 1000, {"千克标准煤", "公斤标煤"}},
    {"wan_tce", "万吨标煤", "wan tce", k_energy, 10'000, 1, {"万吨标准煤"}},
    {"kwh", "千瓦时", "kWh", k_electricity, 1, 1, {"度", "kw·h", "kw.h"}},
    {"wan_kwh", "万千瓦时", "wan kWh", k_electricity, 10'000, 1, {"万度", "万kwh", "万kw·h"}},
    {"t", "吨", "t", k_mass, 1, 1, {"tonne"}},
    {"kg", "千克", "kg", k_mass, 1, 1000, {"公斤"}},
    {"wan_t", "万吨", "wan t", k_mass, 10'000, 1, {}},
    {"person", "人", "person", k_people, 1, 1, {"people", "persons"}},
    {"day", "天", "day", k_time, 1, 1, {"days", "日"}},
    {"piece", "个", "", k_count, 1, 1, {"家", "项", "件"}},
    {"storey", "层", "storeys", k_count, 1, 1, {"storeys"}},
    {"percent", "%", "%", {}, 1, 100, {"%", "百分比"}},
    {"one", "", "", {}, 1, 1, {"1"}},
});

[[nodiscard]] const Atom* find_atom(std::string_view name)
{
    for (const Atom& atom : k_atoms) {
        if (name == atom.key || (!atom.zh.empty() && name == atom.zh)) {
            return &atom;
        }
        for (const std::string_view alias : atom.aliases) {
            if (!alias.empty() && name == alias) {
                return &atom;
            }
        }
    }
    return nullptr;
}

[[nodiscard]] Dimension minus(Dimension a, const Dimension& b)
{
    const auto less = [](std::int8_t x, std::int8_t y) { return static_cast<std::int8_t>(x - y); };
    return {less(a.area, b.area),
            less(a.length, b.length),
            less(a.money, b.money),
            less(a.energy, b.energy),
            less(a.electricity, b.electricity),
            less(a.mass, b.mass),
            less(a.people, b.people),
            less(a.time, b.time),
            less(a.count, b.count)};
}

/// "a_per_b" and "a/b" in two; the second part is empty for a plain name.
[[nodiscard]] std::pair<std::string_view, std::string_view> halves(std::string_view name)
{
    constexpr std::string_view k_per = "_per_";
    if (const std::size_t at = name.find(k_per); at != std::string_view::npos) {
        return {name.substr(0, at), name.substr(at + k_per.size())};
    }
    if (const std::size_t at = name.find('/'); at != std::string_view::npos) {
        return {trimmed(name.substr(0, at)), trimmed(name.substr(at + 1))};
    }
    return {name, {}};
}

} // namespace

std::optional<Unit> Unit::parse(std::string_view name)
{
    const std::string folded = to_lower(to_half_width(trimmed(name)));
    const auto [above, below] = halves(folded);
    const Atom* first = find_atom(above);
    const Atom* second = below.empty() ? nullptr : find_atom(below);
    if (first == nullptr || (!below.empty() && second == nullptr)) {
        return std::nullopt;
    }
    Unit unit;
    unit.m_dimension = first->dimension;
    unit.m_up = first->up;
    unit.m_down = first->down;
    unit.m_key = first->key;
    unit.m_name_zh = first->zh;
    unit.m_name_en = first->en;
    if (second != nullptr) {
        unit.m_dimension = minus(first->dimension, second->dimension);
        unit.m_up = first->up * second->down;
        unit.m_down = first->down * second->up;
        const std::int64_t common = std::gcd(unit.m_up, unit.m_down);
        unit.m_up /= common;
        unit.m_down /= common;
        unit.m_key += "_per_";
        unit.m_key += second->key;
        unit.m_name_zh += '/';
        unit.m_name_zh += second->zh;
        unit.m_name_en += '/';
        unit.m_name_en += second->en;
    }
    if (unit.m_key == "one") {
        unit.m_key.clear();
    }
    return unit;
}

Unit Unit::of(std::string_view name)
{
    auto unit = parse(name);
    if (!unit) {
        throw std::invalid_argument{"unknown unit: " + std::string{name}};
    }
    return *std::move(unit);
}

Text Unit::symbol() const
{
    return {m_name_zh, m_name_en};
}

std::string Unit::key() const
{
    return m_key.empty() ? "one" : m_key;
}

std::pair<double, double> Unit::ratio_to(const Unit& other) const
{
    // The two ratios become one, so that a value is multiplied once and divided once.
    std::int64_t up = m_up;
    std::int64_t down = m_down;
    std::int64_t other_up = other.m_up;
    std::int64_t other_down = other.m_down;
    const auto cancel = [](std::int64_t& a, std::int64_t& b) {
        const std::int64_t common = std::gcd(a, b);
        a /= common;
        b /= common;
    };
    cancel(up, other_up);
    cancel(other_down, down);
    cancel(up, down);
    cancel(other_down, other_up);
    return {static_cast<double>(up) * static_cast<double>(other_down),
            static_cast<double>(down) * static_cast<double>(other_up)};
}

double Unit::convert(double value, const Unit& other) const
{
    const auto [up, down] = ratio_to(other);
    return value * up / down;
}

Unit operator*(const Unit& a, const Unit& b)
{
    return a / (Unit{} / b);
}

Unit operator/(const Unit& a, const Unit& b)
{
    Unit unit;
    unit.m_dimension = minus(a.m_dimension, b.m_dimension);
    unit.m_up = a.m_up * b.m_down;
    unit.m_down = a.m_down * b.m_up;
    const std::int64_t common = std::gcd(unit.m_up, unit.m_down);
    unit.m_up /= common;
    unit.m_down /= common;
    if (unit.m_dimension == Dimension{} && unit.m_up == unit.m_down) {
        return Unit{};
    }
    if (b.is_plain() && b.m_up == b.m_down) {
        return a;
    }
    // A unit with a name of its own keeps it: what mu times wan_per_mu gives is wan.
    for (const Atom& atom : k_atoms) {
        if (atom.dimension == unit.m_dimension && atom.up == unit.m_up &&
            atom.down == unit.m_down && atom.key != "one") {
            return Unit::of(atom.key);
        }
    }
    unit.m_key = a.key() + "_per_" + b.key();
    unit.m_name_zh = a.m_name_zh + "/" + b.m_name_zh;
    unit.m_name_en = a.m_name_en + "/" + b.m_name_en;
    return unit;
}

std::vector<Unit> all_units()
{
    std::vector<Unit> units;
    units.reserve(k_atoms.size());
    for (const Atom& atom : k_atoms) {
        units.push_back(Unit::of(atom.key));
    }
    return units;
}

std::optional<Quantity> Quantity::parse(std::string_view text)
{
    const std::string usual = to_half_width(trimmed(text));
    const std::size_t end = usual.find_first_not_of("0123456789+-.,/ ");
    const std::string_view number = trimmed(std::string_view{usual}.substr(0, end));
    const std::string_view name = end == std::string::npos
                                      ? std::string_view{}
                                      : trimmed(std::string_view{usual}.substr(end));
    const auto value = parse_number(number);
    const auto unit = name.empty() ? std::optional{Unit{}} : Unit::parse(name);
    if (!value || !unit) {
        return std::nullopt;
    }
    return Quantity{*value, *unit};
}

} // namespace tenglong
