#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tenglong {

/// The two languages of everything that a user reads; Chinese is the default.
enum class Lang : std::uint8_t { zh, en };

/// A text in both languages: a label, or a finished sentence.
struct Text {
    std::string zh;
    std::string en;

    [[nodiscard]] const std::string& in(Lang lang) const noexcept
    {
        return lang == Lang::zh ? zh : en;
    }
    [[nodiscard]] bool empty() const noexcept { return zh.empty() && en.empty(); }

    friend bool operator==(const Text&, const Text&) = default;
};

/// The Chinese text for an English original, from po/zh_CN.po; the original where there is none.
[[nodiscard]] std::string_view translate(std::string_view english) noexcept;

namespace detail {

/// A Text argument takes the language of the sentence that it stands in; others stay as they are.
template <class Argument>
[[nodiscard]] const auto& localized(const Argument& argument, Lang lang)
{
    if constexpr (std::is_same_v<Argument, Text>) {
        return argument.in(lang);
    } else {
        return argument;
    }
}

template <class Argument>
using Localized = std::conditional_t<std::is_same_v<std::remove_cvref_t<Argument>, Text>,
                                     std::string, std::remove_cvref_t<Argument>>;

} // namespace detail

/// A sentence in both languages. `english` is the original, and the key in po/zh_CN.po; its
/// placeholders are those of fmt and may be numbered where a translation needs another order.
/// The original must be a literal, so that tools/po.sh finds it.
template <class... Arguments>
[[nodiscard]] Text msg(fmt::format_string<const detail::Localized<Arguments>&...> english,
                       const Arguments&... arguments)
{
    const fmt::string_view original = english;
    const std::string_view key{original.data(), original.size()};
    return Text{
        fmt::format(fmt::runtime(translate(key)), detail::localized(arguments, Lang::zh)...),
        fmt::format(fmt::runtime(key), detail::localized(arguments, Lang::en)...)};
}

} // namespace tenglong
