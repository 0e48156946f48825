#include "core/register/names.hpp"

#include "core/base/text.hpp"
#include "core/codes/code_text.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

/// The one form of characters that hands write in several; 0 for white space and marks unseen.
[[nodiscard]] char32_t folded(char32_t c) noexcept
{
    if (c >= 0xFF01 && c <= 0xFF5E) {
        c -= 0xFEE0;
    }
    if (c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
        (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2064) || c == 0x3000 ||
        c == 0xFEFF) {
        return 0;
    }
    if (c >= U'A' && c <= U'Z') {
        return c - U'A' + U'a';
    }
    constexpr std::u32string_view k_opening = U"[{〔【〖［｛﹙︵";
    constexpr std::u32string_view k_closing = U"]}〕】〗］｝﹚︶";
    constexpr std::u32string_view k_dots = U"•‧∙⋅・･．";
    constexpr std::u32string_view k_hyphens = U"‐‑‒–—―−﹣";
    constexpr std::u32string_view k_quotes = U"“”„‟'‘’‛`";
    const auto is_one_of = [&](std::u32string_view set) {
        return set.find(c) != std::u32string_view::npos;
    };
    return is_one_of(k_opening)   ? U'('
           : is_one_of(k_closing) ? U')'
           : is_one_of(k_dots)    ? U'·'
           : is_one_of(k_hyphens) ? U'-'
           : is_one_of(k_quotes)  ? U'"'
                                  : c;
}

void drop_all(std::string& text, std::string_view part)
{
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
        text.erase(at, part.size());
    }
}

} // namespace

std::string exact_name(std::string_view raw)
{
    std::string name;
    name.reserve(raw.size());
    for (const char32_t c : code_points(raw)) {
        if (const char32_t one_form = folded(c); one_form != 0) {
            append_utf8(name, one_form);
        }
    }
    return says_nothing(to_upper(name)) ? std::string{} : name;
}

std::string core_name(std::string_view exact)
{
    // Longer forms first: 公司 is part of the others.
    constexpr std::array<std::string_view, 10> k_forms{
        "股份有限公司", "有限责任公司", "有限公司", "股份公司", "总公司",
        "分公司",       "公司",         "普通合伙", "有限合伙", "集团"};
    constexpr std::array<std::string_view, 6> k_marks{"(", ")", "\"", "·", "-", "."};
    std::string core{exact};
    for (const std::string_view form : k_forms) {
        drop_all(core, form);
    }
    for (const std::string_view mark : k_marks) {
        drop_all(core, mark);
    }
    return core;
}

std::vector<std::string> exact_names(std::string_view cell)
{
    std::vector<std::string> names;
    std::string piece;
    int depth = 0;
    const auto finish = [&] {
        if (std::string name = exact_name(piece); !name.empty()) {
            names.push_back(std::move(name));
        }
        piece.clear();
    };
    for (const char32_t c : code_points(cell)) {
        const char32_t one_form = folded(c);
        depth += one_form == U'(' ? 1 : one_form == U')' ? -1 : 0;
        depth = std::max(depth, 0);
        const bool divides =
            c == U'\n' || c == U'\r' ||
            std::u32string_view{U",;|/、"}.find(one_form) != std::u32string_view::npos;
        if (divides && depth == 0) {
            finish();
        } else {
            append_utf8(piece, c);
        }
    }
    finish();
    return names;
}

} // namespace tenglong
