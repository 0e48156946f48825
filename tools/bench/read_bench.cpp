// Reads two layers as a job does, and beside it through GDAL's Arrow stream alone (R).
//
//   read_bench FOLDER [THREADS]    FOLDER holds parcels and buildings as .gpkg or .shp

#include "core/base/error.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/layer.hpp"
#include "tools/bench/arrow_layer.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace tenglong;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string file_in(const std::string& folder, const std::string& stem)
{
    const std::string gpkg = folder + "/" + stem + ".gpkg";
    return std::filesystem::exists(gpkg) ? gpkg : folder + "/" + stem + ".shp";
}

std::size_t read_as_a_job(const std::string& path, geo::InputKind kind, geo::Workers& workers)
{
    geo::InputSpec spec;
    spec.kind = kind;
    spec.section = geo::key_of(kind);
    spec.path = path;
    std::vector<Issue> issues;
    return geo::read_layer(spec, issues, workers).table.rows();
}

} // namespace

int main(int count, char** words)
{
    const std::vector<std::string> arguments(words, words + count);
    if (arguments.size() < 2) {
        std::cerr << "read_bench FOLDER [THREADS]\n";
        return EXIT_FAILURE;
    }
    try {
        const std::string& folder = arguments[1];
        const unsigned threads =
            arguments.size() > 2 ? static_cast<unsigned>(std::stoul(arguments[2])) : 0;
        const std::string parcels = file_in(folder, "parcels");
        const std::string buildings = file_in(folder, "buildings");
        geo::start_gdal();
        geo::Workers workers{threads};
        for (int run = 0; run < 3; ++run) {
            auto start = Clock::now();
            workers.each(2, 1, [&](std::size_t which, std::size_t /*end*/) {
                (void)bench::read_layer(which == 0 ? buildings : parcels, "-");
            });
            const double stream = seconds_since(start);
            std::array<std::size_t, 2> rows{};
            start = Clock::now();
            workers.each(2, 1, [&](std::size_t which, std::size_t /*end*/) {
                geo::Workers inside{1};
                rows[which] = read_as_a_job(
                    which == 0 ? buildings : parcels,
                    which == 0 ? geo::InputKind::buildings : geo::InputKind::parcels, inside);
            });
            const double job = seconds_since(start);
            std::cout << fmt::format("{} parcels, {} buildings: stream {:.3f} s, job {:.3f} s, "
                                     "{:.2f} R\n",
                                     rows[1], rows[0], stream, job, job / stream);
        }
        return EXIT_SUCCESS;
    } catch (const Error& error) {
        std::cerr << error.text().en << '\n';
        return EXIT_FAILURE;
    }
}
