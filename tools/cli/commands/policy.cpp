#include "tools/cli/commands/policy.hpp"

#include "core/base/text.hpp"
#include "core/policy/loader.hpp"
#include "core/policy/print.hpp"
#include "tools/cli/shared_options.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tenglong::tools {

namespace {

[[nodiscard]] std::vector<std::unique_ptr<Profile>> all_profiles()
{
    std::vector<std::unique_ptr<Profile>> profiles;
    for (const ShippedProfile& shipped : shipped_profiles()) {
        profiles.push_back(load_profile(shipped.id));
    }
    return profiles;
}

void print_json(const Console& console)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& profile : all_profiles()) {
        const auto day = [](const std::optional<Date>& date) {
            return date ? nlohmann::ordered_json(date->iso()) : nlohmann::ordered_json();
        };
        list.push_back({{"id", profile->id},
                        {"title", {{"zh", profile->title.zh}, {"en", profile->title.en}}},
                        {"region", profile->region},
                        {"valid_from", day(profile->valid_from)},
                        {"valid_to", day(profile->valid_to)},
                        {"extends", profile->lineage}});
    }
    console.out << list.dump(2) << '\n';
}

ExitCode list(const JsonOption& options, const Console& console)
{
    if (options.json) {
        print_json(console);
        return ExitCode::done;
    }
    const auto profiles = all_profiles();
    std::size_t width = 0;
    for (const auto& profile : profiles) {
        width = std::max(width, profile->id.size());
    }
    for (const auto& profile : profiles) {
        const Text valid = validity(*profile);
        console.out << fmt::format("{:<{}}  {}{}\n", profile->id, width, console.tr(profile->title),
                                   valid.empty() ? "" : "  " + console.tr(valid));
    }
    return ExitCode::done;
}

struct ShowOptions {
    std::string policy;
    bool source = false;
};

ExitCode show(const ShowOptions& options, const Console& console)
{
    if (options.source) {
        console.out << profile_text(options.policy);
    } else {
        console.out << printed(*load_profile(options.policy), console.lang);
    }
    return ExitCode::done;
}

ExitCode check(const std::string& policy, const Console& console)
{
    const LoadedProfile loaded = read_profile(policy);
    for (const Mistake& mistake : loaded.mistakes) {
        console.out << shown(mistake, console.lang) << '\n';
    }
    if (!loaded.mistakes.empty()) {
        return ExitCode::findings;
    }
    std::size_t rules = 0;
    for (const auto& set : loaded.profile->rules) {
        rules += set->rules().size();
    }
    console.out << console.tr(msg("'{}': no mistakes; {} figures, {} rules, {} measures, {} "
                                  "targets",
                                  policy, loaded.profile->figures.size(), rules,
                                  loaded.profile->measures.size(), loaded.profile->targets.size()))
                << '\n';
    return ExitCode::done;
}

[[nodiscard]] std::vector<std::string> shipped_ids()
{
    std::vector<std::string> ids;
    for (const ShippedProfile& shipped : shipped_profiles()) {
        ids.push_back(shipped.id);
    }
    return ids;
}

[[nodiscard]] Parameter policy_argument(std::string& policy)
{
    return {.name = "POLICY",
            .help = msg("id of a policy that comes with the program, or a profile file (.toml)"),
            .take = into(policy),
            .required = true,
            .completes = Completes::files,
            .choices = shipped_ids()};
}

[[nodiscard]] Command list_command()
{
    const auto options = std::make_shared<JsonOption>();
    Command command{.name = "list",
                    .summary = msg("list the policies that come with the program"),
                    .examples = {{msg("ids, titles and validity"), "tenglong policy list"},
                                 {msg("for another program"), "tenglong policy list --json"}},
                    .run = [options](const Console& console) { return list(*options, console); }};
    options->declare(command);
    return command;
}

[[nodiscard]] Command show_command()
{
    const auto options = std::make_shared<ShowOptions>();
    return {.name = "show",
            .summary = msg("show a policy: documents, figures and rules with their clauses"),
            .parameters = {policy_argument(options->policy),
                           {.name = "--source",
                            .help = msg("print the profile file instead, to copy and change it"),
                            .take = into(options->source)}},
            .examples = {{msg("to read it"), "tenglong policy show zhuji-2021"},
                         {msg("to write one's own"),
                          "tenglong policy show zhuji-2021 --source > our-county.toml"}},
            .run = [options](const Console& console) { return show(*options, console); }};
}

[[nodiscard]] Command check_command()
{
    const auto policy = std::make_shared<std::string>();
    return {.name = "check",
            .summary = msg("check a profile file: every mistake with its line and column"),
            .parameters = {policy_argument(*policy)},
            .examples = {{msg("exit code 1 if there are mistakes"),
                          "tenglong policy check our-county.toml"},
                         {msg("messages in English"),
                          "tenglong policy check our-county.toml --lang en"}},
            .run = [policy](const Console& console) { return check(*policy, console); }};
}

} // namespace

Command policy_command()
{
    return {.name = "policy",
            .summary = msg("the policy profiles: list, show and check them"),
            .children = {list_command(), show_command(), check_command()}};
}

} // namespace tenglong::tools
