#pragma once

#include "geo/write/left_behind.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Whether an output that is there already may be replaced, and what never may.
struct Replace {
    bool overwrite = false;
    std::vector<std::filesystem::path> inputs{}; ///< files of the job: never written over
    /// Given the folder of a partial before anything is moved; throws to stop that. May be empty.
    std::function<void(const std::filesystem::path& folder)> inspect{};
};

/// An output that appears whole or not at all: a file, a set of files or a folder is written into
/// the folder `NAME.partial` beside its place and moved there by commit(). A partial that is not
/// committed is removed, also one that a killed run has left; one that was killed while it moved
/// its files is completed by the next run that writes there.
class Partial {
public:
    /// `target`: where the output is to be. Nothing there is touched before commit().
    /// \throws Error if it is there and may not be replaced, if it is an input, if another run is
    /// writing it, or if the folder cannot be made.
    Partial(std::filesystem::path target, Replace replace);
    ~Partial();
    Partial(const Partial&) = delete;
    Partial& operator=(const Partial&) = delete;
    Partial(Partial&&) = delete;
    Partial& operator=(Partial&&) = delete;

    /// Where to write the file that will stand at `target`, or, for a set of files, the place of
    /// each by its name.
    [[nodiscard]] std::filesystem::path main() const { return m_folder / m_target.filename(); }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const
    {
        return m_folder / name;
    }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }

    /// Moves every file of the partial beside the target, the target itself last, so that who
    /// finds it finds all: of several files the earlier target goes first, and none of its parts
    /// is ever read together with new ones. `stale`: names of files beside the target that belong
    /// to an earlier one and would be wrong beside this, e.g. an index; those of SQLite are known.
    /// \throws Error, with nothing moved yet, if one of them is there and may not be replaced.
    void commit(const std::vector<std::string>& stale = {});

    /// Puts the partial in the place of the target as a folder; on Linux in one step. Files in the
    /// old folder that the new one does not have, and that no run writes (`known`), are kept.
    void commit_folder(const std::vector<std::string>& known);

private:
    void lock();
    void finish_moving(const std::vector<std::filesystem::path>& stale) const;
    [[nodiscard]] std::vector<std::filesystem::path> names() const;
    void refuse_what_is_there(const std::filesystem::path& path) const;

    std::filesystem::path m_target;
    std::filesystem::path m_folder;
    Replace m_replace;
    int m_lock = -1;
    bool m_keep = false; ///< files are being moved: what is left is needed
    Enlisted m_enlisted{};
};

} // namespace tenglong::geo
