#include "tools/cli/parser.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace tenglong::tools {

namespace {

/// CLI11 cuts the line into words and finds what belongs to what. It calls nothing back and its
/// messages, English and vague, are never shown: all that is wrong is told here.
void declare(CLI::App& app, const Command& command)
{
    app.set_help_flag(); // --help is a parameter like any other
    app.allow_extras();
    app.require_subcommand(0, 1);
    for (const Parameter& parameter : command.parameters) {
        std::string names = parameter.name;
        if (parameter.letter != '\0') {
            names = fmt::format("-{},{}", parameter.letter, names);
        }
        if (parameter.negatable) {
            names += fmt::format(",!--no-{}", parameter.name.substr(2));
        }
        if (parameter.is_flag()) {
            app.add_flag(names)->disable_flag_override();
            continue;
        }
        CLI::Option* option = app.add_option(names);
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
        if (parameter.is_argument() && parameter.repeated) {
            option->expected(-1);
        }
    }
    for (const Command& child : command.children) {
        declare(*app.add_subcommand(child.name), child);
    }
}

[[nodiscard]] bool looks_like_option(std::string_view word)
{
    return word.size() > 1 && word.front() == '-';
}

[[nodiscard]] std::vector<std::string> option_names(const Command& command)
{
    std::vector<std::string> names;
    for (const Parameter& parameter : command.parameters) {
        if (!parameter.is_argument()) {
            names.push_back(parameter.name);
        }
        if (parameter.negatable) {
            names.push_back("--no-" + parameter.name.substr(2));
        }
    }
    return names;
}

/// What is wrong with the first word that no option or argument took; nothing if all were taken.
[[nodiscard]] std::optional<Text> extra_word(const CLI::App& app, const Command& command,
                                             const std::string& path)
{
    std::vector<std::string> extras = app.remaining();
    std::erase(extras, "--"); // the mark before arguments, which CLI11 counts among them
    if (extras.empty()) {
        return std::nullopt;
    }
    const std::string& word = extras.front();
    if (looks_like_option(word)) {
        const std::string name = word.substr(0, word.find('='));
        return with_suggestion(msg("there is no option '{}'", name), name, option_names(command));
    }
    if (command.children.empty()) {
        return msg("'{}' is one argument too many; see '{} --help'", word, path);
    }
    std::vector<std::string> names;
    for (const Command& child : command.children) {
        names.push_back(child.name);
    }
    return with_suggestion(msg("there is no command '{} {}'", path, word), word, names);
}

void check_count(const Parameter& parameter, std::size_t count, const std::string& path)
{
    if (parameter.required && count == 0) {
        throw UsageError{msg("{} is missing; see '{} --help'", parameter.name, path)};
    }
    if (!parameter.repeated && count > 1) {
        throw UsageError{msg("'{}' is given {} times; give it once", parameter.name, count)};
    }
}

void take_values(const CLI::App& app, const Command& command, const std::string& path)
{
    const std::vector<std::string> names = option_names(command);
    for (const Parameter& parameter : command.parameters) {
        const std::vector<std::string>& values = app.get_option(parameter.name)->results();
        check_count(parameter, values.size(), path);
        for (const std::string& value : values) {
            // CLI11 takes whatever follows an option as its value.
            if (std::find(names.begin(), names.end(), value) != names.end()) {
                throw UsageError{msg("'{}' needs a value: {}", parameter.name, parameter.value)};
            }
            if (const auto wanted = parameter.take(value)) {
                throw UsageError{msg("'{}' takes {}, not '{}'", parameter.name, *wanted, value)};
            }
        }
    }
}

[[nodiscard]] bool is_given(const CLI::App& app, const char* flag)
{
    const CLI::Option* option = app.get_option_no_throw(flag);
    return option != nullptr && option->count() > 0;
}

[[nodiscard]] const Command& child_named(const Command& command, std::string_view name)
{
    return *std::find_if(command.children.begin(), command.children.end(),
                         [&](const Command& child) { return child.name == name; });
}

/// Cuts the line up. What CLI11 throws here is a value that the last option lacks or a flag that
/// was given one; its message begins with the option: "--out: 1 required …", "json was given …".
[[nodiscard]] std::optional<Text> split(CLI::App& app, std::span<const std::string> arguments)
{
    std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
    try {
        app.parse(reversed);
        return std::nullopt;
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string words = error.what();
        const std::string name = words.substr(0, words.find_first_of(": "));
        return words.find("disallowed") == std::string::npos ? msg("'{}' needs a value", name)
                                                             : msg("'--{}' takes no value", name);
    } catch (const CLI::ParseError& error) {
        return Text{error.what(), error.what()};
    }
}

} // namespace

Request parse(const Command& root, std::span<const std::string> arguments, std::string& path)
{
    CLI::App top;
    declare(top, root);
    const std::optional<Text> mismatch = split(top, arguments);

    // Down to the command that was called, past ones that may have been given unknown words too.
    const CLI::App* app = &top;
    const Command* command = &root;
    bool help = is_given(*app, "--help");
    std::optional<Text> fault = extra_word(*app, *command, path);
    while (!app->get_subcommands().empty()) {
        app = app->get_subcommands().front();
        command = &child_named(*command, app->get_name());
        path += " " + command->name;
        help = help || is_given(*app, "--help");
        fault = fault ? fault : extra_word(*app, *command, path);
    }
    if (help) {
        return {Request::Kind::help, command};
    }
    if (is_given(top, "--version")) {
        return {Request::Kind::version, command};
    }
    fault = fault ? fault : mismatch;
    if (!fault && !command->run) {
        fault = msg("a command is missing; '{} --help' lists them", path);
    }
    if (fault) {
        throw UsageError{*fault};
    }
    take_values(*app, *command, path);
    return {Request::Kind::run, command};
}

} // namespace tenglong::tools
