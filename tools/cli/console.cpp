#include "tools/cli/console.hpp"

#include <cstdlib>

namespace tenglong::tools {

void Console::error(const Text& text) const
{
    err << tr(msg("{}: error: {}", command, text)) << '\n';
}

void Console::warning(const Text& text) const
{
    err << tr(msg("{}: warning: {}", command, text)) << '\n';
}

std::optional<Lang> parse_lang(std::string_view name) noexcept
{
    if (name == "zh") {
        return Lang::zh;
    }
    return name == "en" ? std::optional{Lang::en} : std::nullopt;
}

Lang lang_of_locale(std::string_view locale) noexcept
{
    const std::string_view name = locale.substr(0, locale.find_first_of("_.@-"));
    return name.empty() || name == "C" || name == "POSIX" || name == "zh" ? Lang::zh : Lang::en;
}

namespace {

[[nodiscard]] Lang lang_of_environment() noexcept
{
    // The order that POSIX gives; an empty variable counts as unset.
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return lang_of_locale(value);
        }
    }
    return Lang::zh;
}

} // namespace

Lang choose_lang(std::span<const std::string> arguments) noexcept
{
    constexpr std::string_view k_option = "--lang";
    Lang lang = lang_of_environment();
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        std::string_view word = arguments[i];
        if (word == k_option && i + 1 < arguments.size()) {
            lang = parse_lang(arguments[i + 1]).value_or(lang);
        } else if (word.starts_with("--lang=")) {
            word.remove_prefix(k_option.size() + 1);
            lang = parse_lang(word).value_or(lang);
        }
    }
    return lang;
}

} // namespace tenglong::tools
