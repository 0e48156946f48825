#include "core/base/error.hpp"
#include "tools/gen/generate.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

namespace {

using tenglong::Date;
using tenglong::Lang;
using tenglong::UsageError;
using tenglong::tools::gen::LayerFormat;
using tenglong::tools::gen::Options;
using tenglong::tools::gen::TableFormat;

constexpr int k_usage = 2;
constexpr int k_failure = 3;

[[nodiscard]] Date date_of(const std::string& text)
{
    const auto date = Date::parse(text);
    if (!date) {
        throw UsageError{tenglong::msg("'{}' is no date; write it as 2023-12-31", text)};
    }
    return *date;
}

void declare(CLI::App& app, Options& options)
{
    app.add_option("--parcels", options.parcels, "Number of parcels")->capture_default_str();
    app.add_option("--seed", options.seed, "Another seed makes another city")
        ->capture_default_str();
    app.add_option("-o,--out", options.out, "Folder to write into")->required();
    app.add_option_function<std::string>(
        "--crs",
        [&options](const std::string& text) {
            const std::string_view code = text;
            const auto digits = code.starts_with("EPSG:") ? code.substr(5) : code;
            options.epsg = std::atoi(std::string{digits}.c_str());
        },
        "EPSG code: a Gauss-Krueger zone such as 4549 or 4528, or 4490 for degrees");
    app.add_flag("--noise", options.noise, "Add the bad habits of the field");
    app.add_option("--policy", options.policy, "Profile that the job file names")
        ->capture_default_str();
    app.add_option_function<std::string>(
        "--as-of", [&options](const std::string& text) { options.as_of = date_of(text); },
        "Day of assessment; 2023-12-31 if not given");
    app.add_option("--town-names", options.town_names, "Names of towns, used first")
        ->delimiter(',');
    app.add_option_function<std::string>(
           "--layers",
           [&options](const std::string& text) {
               options.layers = text == "gpkg" ? LayerFormat::geopackage : LayerFormat::shapefile;
           },
           "Format of parcels and buildings; shp if not given")
        ->check(CLI::IsMember({"shp", "gpkg"}));
    app.add_option_function<std::string>(
           "--enterprises",
           [&options](const std::string& text) {
               options.enterprises = text == "xlsx" ? TableFormat::spreadsheet : TableFormat::csv;
           },
           "Format of the enterprise table; xlsx up to 20,000 parcels, else csv")
        ->check(CLI::IsMember({"xlsx", "csv"}));
}

int run(int argc, char** argv)
{
    Options options;
    CLI::App app{"Makes a city with planted truth: an industrial cadastre to try Tenglong with"};
    app.name("tenglong-gen");
    declare(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? EXIT_SUCCESS : k_usage;
    }
    const auto made = tenglong::tools::gen::generate(options);
    fmt::print(stderr, "{}: {} parcels, {} buildings, {} enterprises\n", options.out, made.parcels,
               made.buildings, made.enterprises);
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const UsageError& error) {
        fmt::print(stderr, "tenglong-gen: {}\n", error.text().in(Lang::en));
        return k_usage;
    } catch (const std::exception& error) {
        fmt::print(stderr, "tenglong-gen: error: {}\n", error.what());
        return k_failure;
    }
}
