#include "geo/read/header_text.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace tenglong::geo {

namespace {

/// Chinese punctuation; what to_half_width() does not fold to ASCII.
[[nodiscard]] bool is_mark(char32_t c) noexcept
{
    return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3001 && c <= 0x303F && c != 0x3007) ||
           (c >= 0xFE10 && c <= 0xFE6F) || c == 0xB7 || c == 0xA0 || c == 0xFEFF || c == 0xFFFD ||
           (c >= 0x2500 && c <= 0x27BF);
}

[[nodiscard]] bool stays(char32_t c) noexcept
{
    if (c >= 0x80) {
        return !is_mark(c);
    }
    const char ascii = static_cast<char>(c);
    return is_ascii_digit(ascii) || is_ascii_letter(ascii) || ascii == '&';
}

/// Without white space; brackets of every kind as ( and ).
[[nodiscard]] std::string plain(std::string_view header)
{
    std::string result;
    for (const char32_t c : code_points(to_lower(to_half_width(header)))) {
        switch (c) {
        case U'[':
        case U'{':
        case U'【':
        case U'〔':
        case U'〈':
        case U'《':
            result.push_back('(');
            break;
        case U']':
        case U'}':
        case U'】':
        case U'〕':
        case U'〉':
        case U'》':
            result.push_back(')');
            break;
        case U' ':
        case U'\t':
        case U'\r':
        case U'\n':
        case 0xA0:
        case 0xFEFF:
            break;
        default:
            append_utf8(result, c);
        }
    }
    return result;
}

/// "单位:万元" and "万元".
[[nodiscard]] std::optional<Unit> unit_in(std::string_view text)
{
    for (const std::string_view word : {"单位", ":"}) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
        }
    }
    auto unit = text.empty() ? std::nullopt : Unit::parse(text);
    // "(1)" counts columns and has no unit.
    return unit && !unit->is_plain() ? unit : std::nullopt;
}

struct Stripped {
    std::string kept;    ///< brackets with a unit taken off, the others opened
    std::string outside; ///< without anything in brackets
    std::optional<Unit> unit;
};

[[nodiscard]] Stripped without_brackets(std::string_view text)
{
    Stripped result;
    while (!text.empty()) {
        const std::size_t open = text.find('(');
        const std::string_view before = text.substr(0, open);
        result.kept += before;
        result.outside += before;
        if (open == std::string_view::npos) {
            break;
        }
        text.remove_prefix(open + 1);
        const std::size_t close = text.find(')');
        const std::string_view inside = text.substr(0, close);
        if (const auto unit = unit_in(inside)) {
            result.unit = unit;
        } else {
            result.kept += inside;
        }
        text.remove_prefix(close == std::string_view::npos ? text.size() : close + 1);
    }
    return result;
}

struct Dated {
    std::string text;
    int year = 0;
};

/// A year from 1990 to 2099 that is no part of a longer number, with 年 or 年度 behind it.
[[nodiscard]] Dated without_year(const std::string& text)
{
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool starts = i == 0 || !is_ascii_digit(text[i - 1]);
        const bool ends = i + 4 == text.size() || !is_ascii_digit(text[i + 4]);
        const std::string_view digits = std::string_view{text}.substr(i, 4);
        if (!starts || !ends || !is_ascii_digits(digits) ||
            !(digits.starts_with("20") || digits.starts_with("199"))) {
            continue;
        }
        std::string_view rest = std::string_view{text}.substr(i + 4);
        for (const std::string_view word : {"年度", "年"}) {
            if (rest.starts_with(word)) {
                rest.remove_prefix(word.size());
                break;
            }
        }
        return {text.substr(0, i) + std::string{rest}, std::stoi(std::string{digits})};
    }
    return {text, 0};
}

/// 用地面积亩, 税收_万元: the name and the longest unit that stands behind it.
[[nodiscard]] std::optional<HeaderReading> without_unit_behind(std::string_view text)
{
    constexpr std::size_t k_longest = 120; // a longer text is no header
    for (std::size_t i = 1; i < text.size() && text.size() <= k_longest; ++i) {
        const bool between = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        // A Latin unit must be set off: "area" does not end in ares.
        const bool apart =
            static_cast<unsigned char>(text[i]) >= 0x80U || !is_ascii_letter(text[i - 1]);
        if (!between || !apart) {
            continue;
        }
        if (const auto unit = unit_in(text.substr(i))) {
            return HeaderReading{header_key(text.substr(0, i)), unit, 0};
        }
    }
    return std::nullopt;
}

void add(std::vector<HeaderReading>& readings, HeaderReading reading)
{
    const auto same = [&](const HeaderReading& other) { return other.key == reading.key; };
    if (!reading.key.empty() && std::none_of(readings.begin(), readings.end(), same)) {
        readings.push_back(std::move(reading));
    }
}

[[nodiscard]] std::vector<HeaderReading> readings_of(std::string_view header)
{
    const Stripped parts = without_brackets(plain(header));
    std::vector<HeaderReading> readings;
    for (const std::string& text : {parts.kept, parts.outside}) {
        const Dated dated = without_year(text);
        for (const auto& [name, year] : {Dated{text, 0}, dated}) {
            add(readings, {header_key(name), parts.unit, year});
            if (parts.unit) {
                continue;
            }
            if (auto reading = without_unit_behind(name)) {
                reading->year = year;
                add(readings, *std::move(reading));
            }
        }
    }
    return readings;
}

} // namespace

std::string header_key(std::string_view text)
{
    std::string key;
    for (const char32_t c : code_points(to_lower(to_half_width(text)))) {
        if (stays(c)) {
            append_utf8(key, c);
        }
    }
    return key;
}

std::vector<HeaderReading> read_header(std::string_view header)
{
    // While a header is looked for, the same cells are asked about again and again.
    constexpr std::size_t k_most_known = 4096;
    thread_local std::unordered_map<std::string, std::vector<HeaderReading>> known;
    if (known.size() >= k_most_known) {
        known.clear();
    }
    const auto [at, fresh] = known.try_emplace(std::string{header});
    if (fresh) {
        at->second = readings_of(header);
    }
    return at->second;
}

std::vector<Unit> units_of_line(std::string_view line)
{
    const std::string text = plain(line);
    constexpr std::string_view k_word = "单位:";
    const std::size_t at = text.find(k_word);
    std::vector<Unit> units;
    if (at == std::string::npos) {
        return units;
    }
    std::string list = text.substr(at + k_word.size());
    for (const std::string_view mark : {"、", "；", ";", ")", "("}) {
        for (std::size_t i = list.find(mark); i != std::string::npos; i = list.find(mark)) {
            list.replace(i, mark.size(), ",");
        }
    }
    for (const std::string_view word : split(list, ',')) {
        if (const auto unit = unit_in(word)) {
            units.push_back(*unit);
        }
    }
    return units;
}

} // namespace tenglong::geo
