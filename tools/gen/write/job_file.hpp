#pragma once

#include "tools/gen/options.hpp"
#include "tools/gen/truth/sums.hpp"

namespace tenglong::tools::gen {

/// job.toml: everything in the folder, ready for `tenglong analyze`.
void write_job(const Options& options);

/// README.md: what lies in the folder and what each column of the truth means.
void write_readme(const Options& options, const CitySums& sums);

} // namespace tenglong::tools::gen
