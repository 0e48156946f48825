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
                                                  Lang lang, geo::Workers& workers);

/// Gives the result the tables `base_list` and `treatment_list`, 底数清单 and 治理清单, before its
/// evidence. The reasons in the second are in `lang`.
void add_lists(geo::Result& result, const LoadedJob& loaded, Lang lang, geo::Workers& workers);

/// Writes the ledger of a run over `path`: write into a ResultFolder. \pre add_lists() \throws
/// Error if it cannot.
void write_run_ledger(const std::filesystem::path& path, const geo::Result& result,
                      const LoadedJob& loaded, Lang lang);

} // namespace tenglong::tools
