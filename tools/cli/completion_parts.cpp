#include "tools/cli/completion_parts.hpp"

#include "tools/cli/shell_word.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tenglong::tools {

namespace {

void add_commands(const Command& command, const std::string& path,
                  std::vector<CalledCommand>& found)
{
    found.push_back({path, &command});
    for (const Command& child : command.children) {
        add_commands(child, path + " " + child.name, found);
    }
}

} // namespace

std::vector<CalledCommand> all_commands(const Command& root)
{
    std::vector<CalledCommand> found;
    add_commands(root, root.name, found);
    return found;
}

std::vector<Offer> offers_of(const Command& command)
{
    std::vector<Offer> offers;
    for (const Command& child : command.children) {
        offers.push_back({child.name, child.summary});
    }
    for (const Parameter& parameter : command.parameters) {
        if (parameter.is_argument()) {
            for (const std::string& choice : parameter.choices) {
                offers.push_back({choice, parameter.help});
            }
            continue;
        }
        offers.push_back({parameter.name, parameter.help});
        if (parameter.negatable) {
            offers.push_back({"--no-" + parameter.name.substr(2), parameter.help});
        }
    }
    return offers;
}

std::vector<std::string> words_of(const Command& command)
{
    std::vector<std::string> words;
    for (const Offer& offer : offers_of(command)) {
        words.push_back(offer.word);
    }
    return words;
}

std::vector<const Parameter*> options_with_value(const Command& command)
{
    std::vector<const Parameter*> options;
    for (const Parameter& parameter : command.parameters) {
        if (!parameter.is_argument() && !parameter.is_flag()) {
            options.push_back(&parameter);
        }
    }
    return options;
}

bool takes_files(const Command& command)
{
    return std::any_of(
        command.parameters.begin(), command.parameters.end(), [](const Parameter& parameter) {
            return parameter.is_argument() && (parameter.completes == Completes::files ||
                                               parameter.completes == Completes::folders);
        });
}

std::string option_pattern(std::string_view path, const Parameter& option)
{
    std::string pattern = quoted(fmt::format("{} {}", path, option.name));
    if (option.letter != '\0') {
        pattern += " | " + quoted(fmt::format("{} -{}", path, option.letter));
    }
    return pattern;
}

std::string joined(const std::vector<std::string>& words)
{
    return fmt::format("{}", fmt::join(words, " "));
}

} // namespace tenglong::tools
