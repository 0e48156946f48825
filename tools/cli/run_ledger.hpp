#pragma once

#include "geo/engine.hpp"
#include "tools/cli/job_options.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tenglong::tools {

/// For each row of the table `parcels` the sentences of the flags that hold, one after the other;
/// empty for a parcel without any. \pre the facts of the survey are those that were judged
[[nodiscard]] std::vector<std::string> reasons_of(const geo::Result& result, const Profile& profile,
                                                  Lang lang);

/// The 底数清单 and the 治理清单 of a run.
struct RunLists {
    ResultTable base;
    ResultTable treatment;
};

[[nodiscard]] RunLists run_lists(const geo::Result& result, const LoadedJob& loaded, Lang lang);

/// Writes the ledger of a run over `path`: write into a ResultFolder. \throws Error if it cannot.
void write_run_ledger(const std::filesystem::path& path, const geo::Result& result,
                      const LoadedJob& loaded, Lang lang);

} // namespace tenglong::tools
