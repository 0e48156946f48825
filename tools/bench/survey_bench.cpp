// Runs the five tasks of the peers on one data folder, and prints times and checksums line by line
// as the peers' program does:
//
//     survey_bench FOLDER [--threads N] [--without-vacant]

#include "core/base/error.hpp"
#include "geo/blocks/blocks.hpp"
#include "geo/check/clean.hpp"
#include "geo/measure/built_on.hpp"
#include "geo/measure/point_places.hpp"
#include "geo/measure/zones.hpp"
#include "geo/vacant/vacant.hpp"
#include "tools/bench/arrow_layer.hpp"
#include "tools/bench/enterprises.hpp"

#include <fmt/format.h>
#include <gdal.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <string>
#include <utility>

namespace tenglong::bench {

namespace {

double cpu_seconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Prints the time since the last lap.
class Stopwatch {
public:
    void lap(const char* name)
    {
        const Clock::time_point time = Clock::now();
        const double cpu = cpu_seconds();
        print(name, time - m_last, cpu - m_last_cpu);
        m_last = time;
        m_last_cpu = cpu;
    }
    void total() const { print("total", Clock::now() - m_start, cpu_seconds()); }

private:
    using Clock = std::chrono::steady_clock;

    static void print(const char* name, std::chrono::duration<double> wall, double cpu)
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        fmt::print("TIME {:<8} {:.3f}   cpu {:.3f}   rss_mb {}\n", name, wall.count(), cpu,
                   usage.ru_maxrss / 1024);
        std::fflush(stdout);
    }

    Clock::time_point m_start = Clock::now();
    Clock::time_point m_last = m_start;
    double m_last_cpu = cpu_seconds();
};

struct Options {
    std::string folder;
    unsigned threads = 0;
    bool vacant = true;
};

struct City {
    ArrowLayer parcels;
    ArrowLayer buildings;
    ArrowLayer control;
    Enterprises enterprises;
};

City read_city(const std::string& folder, geo::Workers& workers)
{
    City city;
    workers.each(2, 1, [&](std::size_t which, std::size_t /*end*/) {
        if (which == 0) {
            city.buildings = read_layer(folder + "/buildings.gpkg", "层数");
        } else {
            city.parcels = read_layer(folder + "/parcels.gpkg", "宗地代码");
            city.control = read_layer(folder + "/control.gpkg", "编号");
            city.enterprises = read_enterprises(folder + "/enterprises.csv");
        }
    });
    return city;
}

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The figures that all peers print.
struct Sums {
    double built = 0.0;
    double floor = 0.0;
};

/// Task 1. The peers add up building by building, overlaps and duplicates included.
Sums peer_sums(const geo::BuiltOn& built, const std::vector<double>& storeys)
{
    Sums sums;
    for (std::size_t k = 0; k < built.building.size(); ++k) {
        sums.built += built.shared_m2[k];
        sums.floor += built.shared_m2[k] * storeys[built.building[k]];
    }
    return sums;
}

void enterprises(const City& city, const geo::Layer& parcels, geo::Workers& workers)
{
    const geo::BoxGrid grid{parcels.boxes};
    std::vector<std::uint32_t> parcel = parcels_by_code(city.enterprises, city.parcels.texts);
    std::vector<std::uint32_t> open;
    std::vector<geo::Point> points;
    for (std::uint32_t i = 0; i < parcel.size(); ++i) {
        if (parcel[i] == geo::k_nowhere) {
            open.push_back(i);
            points.push_back(city.enterprises.place[i]);
        }
    }
    const std::vector<std::uint32_t> found = geo::features_at(points, parcels, grid, workers);
    std::size_t by_point = 0;
    for (std::size_t k = 0; k < open.size(); ++k) {
        parcel[open[k]] = found[k];
        by_point += found[k] == geo::k_nowhere ? 0 : 1;
    }
    double tax = 0.0;
    double value_added = 0.0;
    for (std::size_t i = 0; i < parcel.size(); ++i) {
        if (parcel[i] != geo::k_nowhere) {
            tax += city.enterprises.tax[i];
            value_added += city.enterprises.value_added[i];
        }
    }
    fmt::print("SUM bycode {} bypoint {} tax {:.2f} va {:.2f}\n", parcel.size() - open.size(),
               by_point, tax, value_added);
}

/// Task 4.
void vacant(const geo::Layer& parcels, const geo::Layer& buildings, const geo::BoxGrid& grid,
            geo::Workers& workers)
{
    const geo::VacantParts parts = geo::find_vacant(
        parcels, buildings, grid,
        {.setback_m = 5.0, .least_width_m = 30.0, .least_area_m2 = 2000.0}, workers);
    fmt::print("SUM vacant {:.2f} parts {}\n", sum(parts.area_m2), parts.parcel.size());
    fmt::print("INFO vacant ground by GEOS {}\n", parts.by_geos);
}

/// Task 5: parcels of low density, by the peers' density.
void blocks(const geo::Layer& parcels, const geo::BuiltOn& built, geo::Workers& workers)
{
    std::vector<std::uint32_t> flagged;
    for (std::uint32_t i = 0; i < parcels.areas.size(); ++i) {
        if (built.footprint_sum_m2[i] / parcels.areas[i] < 0.15) {
            flagged.push_back(i);
        }
    }
    const geo::Blocks blocks = geo::find_blocks(parcels, flagged, {.gap_m = 20.0}, workers);
    fmt::print("SUM flagged {} blocks {} block_area {:.2f}\n", flagged.size(), blocks.size(),
               sum(blocks.area_m2));
}

void run(const Options& options)
{
    GDALAllRegister();
    Stopwatch watch;
    geo::Workers workers{options.threads};
    City city = read_city(options.folder, workers);
    watch.lap("read");

    std::size_t repairs = 0;
    for (ArrowLayer* layer : {&city.parcels, &city.buildings, &city.control}) {
        // As the peers repair, so that the checksums can be compared.
        repairs += geo::clean(layer->shapes, workers, geo::Doubled::cut_out).repairs.size();
    }
    const geo::Layer parcels = geo::measured(std::move(city.parcels.shapes), workers);
    geo::Layer buildings = geo::measured(std::move(city.buildings.shapes), workers);
    watch.lap("prepare");
    geo::BoxGrid grid{buildings.boxes};
    watch.lap("index");

    const geo::BuiltOn built = geo::built_on(parcels, buildings, grid, workers);
    std::vector<double> storeys;
    for (const std::int32_t number : city.buildings.numbers) {
        storeys.push_back(std::max(1, number));
    }
    const Sums sums = peer_sums(built, storeys);
    const std::size_t building_count = buildings.areas.size();
    if (!options.vacant) { // as a survey does: nothing else is found beside them
        buildings = {};
        grid = {};
    }
    watch.lap("task1");
    enterprises(city, parcels, workers);
    watch.lap("task2");
    const geo::ZoneShares shares =
        geo::zone_shares(parcels, geo::Zones{city.control.shapes, workers}, workers);
    watch.lap("task3");
    if (options.vacant) {
        vacant(parcels, buildings, grid, workers);
        watch.lap("task4");
    }
    blocks(parcels, built, workers);
    watch.lap("task5");
    watch.total();

    fmt::print("INFO pairs {} overlapping {} footprint {:.2f} repairs {}\n", built.building.size(),
               built.overlaps.size(), sum(built.footprint_m2), repairs);
    fmt::print("SUM parcels {} buildings {} parcel_area {:.2f}\n", parcels.areas.size(),
               building_count, sum(parcels.areas));
    fmt::print("SUM built {:.2f} floor {:.2f}\n", sums.built, sums.floor);
    fmt::print("SUM inside {:.2f} outside {:.2f}\n", sum(shares.inside_m2),
               sum(parcels.areas) - sum(shares.inside_m2));
}

Options parsed(int count, char** words)
{
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--threads" && i + 1 < count) {
            options.threads = static_cast<unsigned>(std::stoul(words[++i]));
        } else if (word == "--without-vacant") {
            options.vacant = false;
        } else {
            options.folder = word;
        }
    }
    return options;
}

} // namespace

} // namespace tenglong::bench

int main(int count, char** words)
{
    try {
        tenglong::bench::run(tenglong::bench::parsed(count, words));
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "survey_bench: {}\n", error.what());
        return 3;
    }
}
