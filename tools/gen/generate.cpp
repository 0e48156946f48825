#include "tools/gen/generate.hpp"

#include "core/base/error.hpp"
#include "tools/gen/truth/truth_files.hpp"
#include "tools/gen/write/city_files.hpp"
#include "tools/gen/write/job_file.hpp"
#include "tools/gen/write/land_layers.hpp"

#include <filesystem>

namespace tenglong::tools::gen {

namespace {

constexpr std::int64_t k_most_parcels = 20'000'000; // codes run out beyond

void make_folders(const Options& options)
{
    std::error_code error;
    std::filesystem::create_directories(options.out + "/truth", error);
    if (error) {
        throw Error{msg("cannot make folder '{}': {}", options.out, error.message())};
    }
}

} // namespace

Generated generate(const Options& options)
{
    if (options.parcels < 1 || options.parcels > k_most_parcels) {
        throw UsageError{msg("'{}' is no number of parcels that a city can have; take 1 to {}",
                             options.parcels, k_most_parcels)};
    }
    prepare_gdal();
    const Plane plane{options.epsg};
    make_folders(options);
    const Layout layout{options};
    const BatchMaker maker{options, layout};
    const auto line = control_line(layout, options.seed);
    const auto changes = line_changes(options, layout, maker);

    CityFiles files{options, layout, plane};
    TruthFiles truth{options, layout, plane};
    for (const Layout::Place place : layout.order()) {
        const Batch batch = maker.make(place);
        files.add(batch);
        truth.add(batch);
    }
    files.close();
    truth.close(line, changes);
    write_line(options, layout, line, changes, plane);
    write_base(options, layout, maker, changes, plane);
    write_job(options);
    write_readme(options, truth.sums());
    return {truth.sums().all.parcels, truth.sums().buildings, truth.sums().enterprises.rows};
}

} // namespace tenglong::tools::gen
