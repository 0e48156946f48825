#pragma once

#include "core/base/translation.hpp"

#include <optional>
#include <ostream>
#include <span>
#include <string>

namespace tenglong::tools {

/// Where a command writes, and in which language. Results go to `out`, all else to `err`.
struct Console {
    std::ostream& out;
    std::ostream& err;
    Lang lang = Lang::zh;
    std::string command = "tenglong"; ///< as it is told in messages: "tenglong policy list"

    [[nodiscard]] const std::string& tr(const Text& text) const noexcept { return text.in(lang); }

    /// One line on `err`: "tenglong check: error: …".
    void error(const Text& text) const;
    void warning(const Text& text) const;
};

/// "zh" and "en"; nothing for anything else.
[[nodiscard]] std::optional<Lang> parse_lang(std::string_view name) noexcept;

/// The language of a locale as LC_ALL and LANG name it (zh_CN.UTF-8, en_US, de_DE@euro): Chinese if
/// it is empty, C or POSIX, English for any language but Chinese.
[[nodiscard]] Lang lang_of_locale(std::string_view locale) noexcept;

/// The language of a run: the last --lang wherever it stands among the arguments, else the locale
/// of the environment. It is known before anything is parsed, so that every message is in it.
[[nodiscard]] Lang choose_lang(std::span<const std::string> arguments) noexcept;

} // namespace tenglong::tools
