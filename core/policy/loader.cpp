#include "core/policy/loader.hpp"

#include "core/base/error.hpp"
#include "core/policy/builder.hpp"
#include "core/policy/texts.hpp"
#include "embedded/profiles.hpp"

#include <algorithm>
#include <filesystem>

namespace tenglong {

namespace fs = std::filesystem;

namespace {

/// In the order of the files, so that a user mends from top to bottom.
void sort_mistakes(Mistakes& mistakes)
{
    const auto before = [](const Mistake& a, const Mistake& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    };
    const auto same = [](const Mistake& a, const Mistake& b) {
        return a.file == b.file && a.line == b.line && a.column == b.column && a.text == b.text;
    };
    std::stable_sort(mistakes.begin(), mistakes.end(), before);
    mistakes.erase(std::unique(mistakes.begin(), mistakes.end(), same), mistakes.end());
}

/// The files with paths from the folder of the profile itself, so that they do not tell where that
/// lies.
[[nodiscard]] std::vector<ProfileText> texts_of(const RawProfile& raw, const std::string& name)
{
    const fs::path folder = fs::path{name}.parent_path().lexically_normal();
    std::vector<ProfileText> texts;
    for (const auto& file : raw.files()) {
        const fs::path from_there =
            fs::path{file->name}.lexically_normal().lexically_relative(folder);
        texts.push_back({is_path(file->name) ? from_there.string() : file->name, file->text});
    }
    return texts;
}

[[nodiscard]] LoadedProfile read(const ProfileText& own, const FigureOverrides& overrides,
                                 std::span<const ProfileText> known)
{
    const std::string& name = own.name;
    LoadedProfile loaded;
    const RawProfile raw{name, own.text, loaded.mistakes, known};
    const bool own_file = !raw.files().empty() && raw.files().back()->name == name;
    if (own_file) {
        loaded.profile = ProfileBuilder{raw, overrides, loaded.mistakes}.build();
        if (loaded.profile) {
            loaded.profile->texts = texts_of(raw, name);
        }
    }
    sort_mistakes(loaded.mistakes);
    return loaded;
}

} // namespace

LoadedProfile read_profile_text(const std::string& name, const std::string& text,
                                const FigureOverrides& overrides)
{
    return read({name, text}, overrides, {});
}

LoadedProfile read_profile_texts(std::span<const ProfileText> texts)
{
    return texts.empty() ? LoadedProfile{} : read(texts.back(), {}, texts);
}

LoadedProfile read_profile(const std::string& reference, const FigureOverrides& overrides)
{
    return read_profile_text(reference, profile_text(reference), overrides);
}

std::unique_ptr<Profile> load_profile(const std::string& reference,
                                      const FigureOverrides& overrides)
{
    LoadedProfile loaded = read_profile(reference, overrides);
    if (!loaded.mistakes.empty()) {
        const Mistake& first = loaded.mistakes.front();
        throw UsageError{msg("policy '{}' has {} mistakes, the first: {}; `tenglong policy check` "
                             "lists them all",
                             reference, loaded.mistakes.size(),
                             Text{shown(first, Lang::zh), shown(first, Lang::en)})};
    }
    return std::move(loaded.profile);
}

std::vector<ShippedProfile> shipped_profiles()
{
    std::vector<ShippedProfile> profiles;
    for (const embedded::File& file : embedded::profiles()) {
        std::string id{file.name};
        id.erase(id.rfind(".toml"));
        profiles.push_back({std::move(id), file.bytes});
    }
    std::sort(profiles.begin(), profiles.end(),
              [](const ShippedProfile& a, const ShippedProfile& b) { return a.id < b.id; });
    return profiles;
}

} // namespace tenglong
