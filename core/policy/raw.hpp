#pragma once

#include "core/policy/mistake.hpp"
#include "core/policy/profile.hpp"
#include "core/policy/section.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// An item of a profile before it is read: its table and the file that it stands in.
struct RawItem {
    std::string name;
    const toml::table* table = nullptr;
    const ProfileFile* file = nullptr;
};

/// Whether a profile is named by the path of its file; else by the id of a shipped one.
[[nodiscard]] bool is_path(const std::string& reference);

/// A profile with those that it extends laid over one another: of items with one name the one of
/// the nearest profile is left, at the place of the first.
class RawProfile {
public:
    /// Reads the file and, before it, those that it extends: from `known` if they are there.
    /// \throws Error, UsageError as read_profile()
    RawProfile(const std::string& name, const std::string& text, Mistakes& mistakes,
               std::span<const ProfileText> known = {});

    /// Items of a section of sections or a list (by their id), in the order of the files.
    [[nodiscard]] const std::vector<RawItem>& items(std::string_view section) const;

    /// A plain section as the nearest profile has it; its table is null where none has.
    [[nodiscard]] RawItem section(std::string_view name) const;

    /// The files, the outermost ancestor first, the profile itself last.
    [[nodiscard]] const std::vector<std::unique_ptr<ProfileFile>>& files() const noexcept
    {
        return m_files;
    }

private:
    void load(const std::string& name, const std::string& text, std::vector<std::string>& path,
              Mistakes& mistakes);
    void extend(const ProfileFile& file, std::vector<std::string>& path, Mistakes& mistakes);
    void lay_over(const ProfileFile& file, Mistakes& mistakes);
    void add_sections(std::string_view section, const ProfileFile& file, Mistakes& mistakes);
    void add_list(std::string_view section, const ProfileFile& file, Mistakes& mistakes);
    void put(std::string_view section, RawItem item, Mistakes& mistakes);
    void disable(const ProfileFile& file, Mistakes& mistakes);

    [[nodiscard]] std::string text_of(const std::string& name) const;

    std::span<const ProfileText> m_known; ///< only while it is read
    std::vector<std::unique_ptr<ProfileFile>> m_files;
    std::map<std::string, std::vector<RawItem>, std::less<>> m_items;
    std::vector<RawItem> m_sections;
};

} // namespace tenglong
