#pragma once

#include "core/base/issue.hpp"
#include "geo/read/encoding.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/job.hpp"
#include "geo/read/temporary_folder.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A layer opened for reading.
struct LayerSource {
    TemporaryFolder copies; ///< of files that could not be opened where they lie; outlives the rest
    DatasetPtr dataset;
    OGRLayer* layer = nullptr;
    std::string driver;
    std::string layer_name; ///< UTF-8; empty where the source holds only one
    /// How texts and names are stored, where GDAL hands them over as they are; nothing: it gives
    /// UTF-8.
    std::optional<Encoding> encoding;
    bool short_names = false; ///< column names are cut to ten bytes
};

/// Opens what a job names and chooses the layer in it.
/// \throws Error if GDAL cannot open it; UsageError if it holds several layers that could be meant.
[[nodiscard]] LayerSource open_layer(const InputSpec& spec, std::vector<Issue>& issues);

/// What is added to the identity of a feature so that rows count from 1: nothing where a database
/// shows the identity to a person, unless it has a row 0.
[[nodiscard]] std::int64_t first_row_number(OGRLayer& layer);

/// What GDAL complained of while it read becomes issues.
/// \param file what the source was opened from
void report_reader(const GdalMessages& messages, const LayerSource& source, const std::string& file,
                   std::vector<Issue>& issues);

} // namespace tenglong::geo
