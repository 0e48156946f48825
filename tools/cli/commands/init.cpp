#include "tools/cli/commands/init.hpp"

#include "core/base/error.hpp"
#include "core/policy/loader.hpp"
#include "geo/read/folder.hpp"
#include "geo/read/job.hpp"
#include "geo/read/job_text.hpp"
#include "geo/write/partial.hpp"
#include "geo/write/text_file.hpp"
#include "tools/cli/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::tools {

namespace {

namespace fs = std::filesystem;

struct InitOptions {
    std::string folder;
    std::string out; ///< empty: tenglong.toml in the folder
    bool overwrite = false;
};

/// The policies that come with the program, the likeliest first: those of the smallest region that
/// the county lies in, of these the latest; then the others, those that hold anywhere foremost.
[[nodiscard]] std::vector<std::string> policies_for(const std::string& county)
{
    std::vector<std::unique_ptr<Profile>> profiles;
    for (const ShippedProfile& shipped : shipped_profiles()) {
        profiles.push_back(load_profile(shipped.id));
    }
    const auto rank = [&](const Profile& profile) {
        const bool covers = county.starts_with(profile.region);
        return std::pair{covers ? static_cast<int>(profile.region.size()) : -1,
                         profile.valid_from.value_or(Date(1900, 1, 1))};
    };
    std::stable_sort(profiles.begin(), profiles.end(),
                     [&](const auto& a, const auto& b) { return rank(*a) > rank(*b); });
    std::vector<std::string> ids;
    ids.reserve(profiles.size());
    for (const auto& profile : profiles) {
        ids.push_back(profile->id);
    }
    return ids;
}

[[nodiscard]] std::string county_of(const std::vector<geo::FolderItem>& items)
{
    for (const geo::FolderItem& item : items) {
        if (item.chosen && !item.county.empty()) {
            return item.county;
        }
    }
    return {};
}

[[nodiscard]] geo::JobTextOptions text_options(const fs::path& folder, const fs::path& target,
                                               const std::string& county, Lang lang)
{
    geo::JobTextOptions options;
    options.name = folder.filename().string();
    options.folder = target.parent_path().string();
    options.lang = lang;
    options.policies = policies_for(county);
    return options;
}

void tell(const std::vector<geo::FolderItem>& items, const Console& console)
{
    std::size_t open = 0;
    for (const geo::FolderItem& item : items) {
        const std::string name = fs::path{item.path}.filename().string() +
                                 (item.layer.empty() ? "" : " / " + item.layer);
        if (!item.chosen) {
            console.out << console.tr(msg("not used: {}: {}", name, item.remark)) << '\n';
        } else if (item.readable) {
            console.out << console.tr(msg("{}: {}; {} rows, {} of {} columns recognised",
                                          geo::label_of(*item.kind), name, item.rows,
                                          item.fields.size(),
                                          item.fields.size() + item.unused.size()))
                        << '\n';
            if (!item.crs.empty()) {
                console.out << "  crs = " << item.crs << ": " << console.tr(item.doubts.back())
                            << '\n';
            }
        } else {
            ++open;
            console.out << console.tr(msg("{}: {}; to be completed: {}", geo::label_of(*item.kind),
                                          name, item.remark))
                        << '\n';
        }
    }
    if (open > 0) {
        console.out << console.tr(msg("{} sections need an addition before the job can run", open))
                    << '\n';
    }
}

ExitCode run(const InitOptions& options, const Console& console)
{
    fs::path folder = fs::absolute(options.folder).lexically_normal();
    if (!folder.has_filename()) {
        folder = folder.parent_path();
    }
    const fs::path target = options.out.empty() ? folder / "tenglong.toml"
                                                : fs::absolute(options.out).lexically_normal();
    if (fs::exists(target) && !options.overwrite) {
        throw UsageError{msg("'{}' is there already; --overwrite replaces it", target.string())};
    }
    geo::Workers workers;
    const std::vector<geo::FolderItem> items = geo::look_at_folder(folder.string(), workers);
    if (std::none_of(items.begin(), items.end(), [](const auto& item) { return item.chosen; })) {
        tell(items, console);
        throw Error{msg("nothing in '{}' was recognised as an input of a job; no job file is "
                        "written",
                        folder.string())};
    }
    const std::string text =
        geo::job_text(items, text_options(folder, target, county_of(items), console.lang));
    static_cast<void>(
        geo::parse_job(text, target.string())); // a job file that is none helps nobody
    geo::Partial partial{target, {.overwrite = options.overwrite}};
    geo::TextFile file{partial.main()};
    file.add(text);
    file.close();
    partial.commit();
    tell(items, console);
    console.out << console.tr(msg("written: {}", target.string())) << '\n';
    return ExitCode::done;
}

} // namespace

Command init_command()
{
    const auto options = std::make_shared<InitOptions>();
    return {.name = "init",
            .summary = msg("look at a folder of layers and tables and write a job file"),
            .details = msg("Says what was recognised and what was not; nothing but the job file "
                           "is written."),
            .parameters = {{.name = "FOLDER",
                            .help = msg("folder with the layers and tables"),
                            .take = into(options->folder),
                            .required = true,
                            .completes = Completes::folders},
                           {.name = "--out",
                            .letter = 'o',
                            .value = "FILE",
                            .help = msg("the job file; otherwise tenglong.toml in the folder"),
                            .take = into(options->out),
                            .completes = Completes::files},
                           {.name = "--overwrite",
                            .help = msg("replace a job file that is there already"),
                            .take = into(options->overwrite)}},
            .examples = {{msg("a first job file"), "tenglong init data"},
                         {msg("and what it leads to"), "tenglong check data/tenglong.toml"}},
            .run = [options](const Console& console) { return run(*options, console); }};
}

} // namespace tenglong::tools
