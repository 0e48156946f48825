#include "tools/cli/completion_script.hpp"

#include "tools/cli/completion_parts.hpp"
#include "tools/cli/shell_word.hpp"

#include <fmt/format.h>

namespace tenglong::tools {

namespace {

[[nodiscard]] std::string all_paths(const std::vector<CalledCommand>& commands)
{
    std::string patterns;
    for (const CalledCommand& called : commands) {
        patterns += (patterns.empty() ? "" : " | ") + quoted(called.path);
    }
    return patterns;
}

[[nodiscard]] std::string bash_values(const Parameter& parameter)
{
    switch (parameter.completes) {
    case Completes::choices:
        return fmt::format("mapfile -t COMPREPLY < <(compgen -W {} -- \"$word\")",
                           quoted(joined(parameter.choices)));
    case Completes::files:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")";
    case Completes::folders:
        return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")";
    case Completes::nothing:
        break;
    }
    return ":";
}

[[nodiscard]] std::string bash_script(const std::vector<CalledCommand>& commands)
{
    std::string values;
    std::string words;
    for (const CalledCommand& called : commands) {
        for (const Parameter* option : options_with_value(*called.command)) {
            values += fmt::format("    {}) {}; return ;;\n", option_pattern(called.path, *option),
                                  bash_values(*option));
        }
        words += fmt::format("    {}) words={}; files={} ;;\n", quoted(called.path),
                             quoted(joined(words_of(*called.command))),
                             takes_files(*called.command) ? "yes" : "");
    }
    return fmt::format(
        R"(# bash completion of tenglong; to use it: source <(tenglong completion bash)
_tenglong()
{{
    local word=${{COMP_WORDS[COMP_CWORD]}} called=tenglong words="" files="" index
    for ((index = 1; index < COMP_CWORD; ++index)); do
        case "$called ${{COMP_WORDS[index]}}" in
        {}) called+=" ${{COMP_WORDS[index]}}" ;;
        esac
    done
    COMPREPLY=()
    case "$called ${{COMP_WORDS[COMP_CWORD - 1]}}" in
{}    esac
    case "$called" in
{}    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if [[ $files && $word != -* ]]; then
        compopt -o filenames
        mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -F _tenglong tenglong
)",
        all_paths(commands), values, words);
}

[[nodiscard]] std::string zsh_values(const Parameter& parameter)
{
    switch (parameter.completes) {
    case Completes::choices:
        return "compadd -- " + joined(parameter.choices);
    case Completes::files:
        return "_files";
    case Completes::folders:
        return "_files -/";
    case Completes::nothing:
        break;
    }
    return ":";
}

/// 'name:what it is', as _describe wants it.
[[nodiscard]] std::string zsh_item(const std::string& name, const std::string& what)
{
    std::string item;
    for (const char c : name) {
        item += c == ':' ? std::string{"\\:"} : std::string{c};
    }
    return quoted(item + ":" + what);
}

[[nodiscard]] std::string zsh_script(const std::vector<CalledCommand>& commands, Lang lang)
{
    std::string values;
    std::string items;
    for (const CalledCommand& called : commands) {
        for (const Parameter* option : options_with_value(*called.command)) {
            values += fmt::format("    {}) {}; return ;;\n", option_pattern(called.path, *option),
                                  zsh_values(*option));
        }
        std::string list;
        for (const Offer& offer : offers_of(*called.command)) {
            list += " " + zsh_item(offer.word, offer.what.in(lang));
        }
        items += fmt::format("    {}) items=({} ); files={} ;;\n", quoted(called.path), list,
                             takes_files(*called.command) ? "yes" : "");
    }
    return fmt::format(R"(#compdef tenglong
# zsh completion of tenglong; to use it: source <(tenglong completion zsh)
_tenglong()
{{
    local called=tenglong word files
    local -a items
    for word in ${{words[2,CURRENT-1]}}; do
        case "$called $word" in
        {}) called+=" $word" ;;
        esac
    done
    case "$called ${{words[CURRENT-1]}}" in
{}    esac
    case "$called" in
{}    esac
    _describe tenglong items
    [[ -n $files ]] && _files
}}
if [[ $funcstack[1] == _tenglong ]]; then
    _tenglong "$@"
else
    compdef _tenglong tenglong
fi
)",
                       all_paths(commands), values, items);
}

[[nodiscard]] std::string fish_values(const Parameter& parameter)
{
    switch (parameter.completes) {
    case Completes::choices:
        return " -x -a " + quoted(joined(parameter.choices));
    case Completes::files:
        return " -r -F";
    case Completes::folders:
        return " -x -a '(__fish_complete_directories)'";
    case Completes::nothing:
        break;
    }
    return " -x";
}

[[nodiscard]] std::string fish_option(const Parameter& option, Lang lang)
{
    std::string line = " -l " + option.name.substr(2);
    if (option.letter != '\0') {
        line += fmt::format(" -s {}", option.letter);
    }
    if (!option.is_flag()) {
        line += fish_values(option);
    }
    return line + " -d " + quoted(option.help.in(lang));
}

[[nodiscard]] std::string fish_script(const std::vector<CalledCommand>& commands, Lang lang)
{
    std::string paths;
    std::string lines;
    for (const CalledCommand& called : commands) {
        paths += " " + quoted(called.path);
        const std::string start =
            fmt::format("complete -c tenglong -n \"__tenglong_at '{}'\"", called.path);
        for (const Parameter& parameter : called.command->parameters) {
            if (!parameter.is_argument()) {
                lines += start + fish_option(parameter, lang) + '\n';
            }
            if (parameter.negatable) {
                lines += fmt::format("{} -l no-{}\n", start, parameter.name.substr(2));
            }
        }
        for (const Offer& offer : offers_of(*called.command)) {
            if (!offer.word.starts_with('-')) {
                lines += fmt::format("{} -a {} -d {}\n", start, quoted(offer.word),
                                     quoted(offer.what.in(lang)));
            }
        }
        if (takes_files(*called.command)) {
            lines += start + " -F\n";
        }
    }
    return fmt::format(
        R"(# fish completion of tenglong; to use it: tenglong completion fish | source
function __tenglong_at
    set -l called tenglong
    for word in (commandline -opc)[2..-1]
        if contains -- "$called $word"{}
            set called "$called $word"
        end
    end
    test "$called" = "$argv[1]"
end
complete -c tenglong -f
{})",
        paths, lines);
}

} // namespace

std::string completion_script(const Command& root, Shell shell, Lang lang)
{
    const std::vector<CalledCommand> commands = all_commands(root);
    switch (shell) {
    case Shell::bash:
        return bash_script(commands);
    case Shell::zsh:
        return zsh_script(commands, lang);
    case Shell::fish:
        break;
    }
    return fish_script(commands, lang);
}

} // namespace tenglong::tools
