#include "tools/cli/values.hpp"

#include "core/base/text.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace tenglong::tools {

Take into(bool& flag)
{
    return [&flag](const std::string& value) -> std::optional<Text> {
        flag = value == "true";
        return std::nullopt;
    };
}

Take into(std::optional<bool>& flag)
{
    return [&flag](const std::string& value) -> std::optional<Text> {
        flag = value == "true";
        return std::nullopt;
    };
}

Take into(std::string& text)
{
    return [&text](const std::string& value) -> std::optional<Text> {
        text = value;
        return value.empty() ? std::optional{msg("a text that is not empty")} : std::nullopt;
    };
}

Take into(std::vector<std::string>& texts)
{
    return [&texts](const std::string& value) -> std::optional<Text> {
        texts.push_back(value);
        return value.empty() ? std::optional{msg("a text that is not empty")} : std::nullopt;
    };
}

Take into(std::optional<Date>& date)
{
    return [&date](const std::string& value) -> std::optional<Text> {
        date = Date::parse(value);
        return date ? std::nullopt : std::optional{msg("a day such as 2023-12-31")};
    };
}

Take into(unsigned& number, unsigned least)
{
    return [&number, least](const std::string& value) -> std::optional<Text> {
        const char* end = value.data() + value.size();
        unsigned read = 0;
        const auto [stop, error] = std::from_chars(value.data(), end, read);
        if (error != std::errc{} || stop != end || read < least) {
            return msg("a whole number of at least {}", least);
        }
        number = read;
        return std::nullopt;
    };
}

Take into(Severity& severity)
{
    return [&severity](const std::string& value) -> std::optional<Text> {
        std::size_t choice = 0;
        auto wanted = into(choice, {"note", "warning", "error"})(value);
        severity = static_cast<Severity>(choice);
        return wanted;
    };
}

Take into(std::vector<Setting>& settings)
{
    return [&settings](const std::string& value) -> std::optional<Text> {
        const std::size_t at = value.find('=');
        const std::string key{trimmed(std::string_view{value}.substr(0, at))};
        if (at == std::string::npos || key.empty()) {
            return msg("KEY=VALUE such as job.area=plane");
        }
        settings.emplace_back(key, trimmed(std::string_view{value}.substr(at + 1)));
        return std::nullopt;
    };
}

Take into(std::size_t& choice, std::vector<std::string> words)
{
    return [&choice, words = std::move(words)](const std::string& value) -> std::optional<Text> {
        const auto found = std::find(words.begin(), words.end(), value);
        if (found == words.end()) {
            return msg("one of {}", fmt::format("{}", fmt::join(words, ", ")));
        }
        choice = static_cast<std::size_t>(found - words.begin());
        return std::nullopt;
    };
}

} // namespace tenglong::tools
