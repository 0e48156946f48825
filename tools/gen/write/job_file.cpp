#include "tools/gen/write/job_file.hpp"

#include "tools/gen/write/city_files.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace tenglong::tools::gen {

namespace {

struct Section {
    std::string_view key;
    std::string_view file;
    std::string_view layer; ///< where the file holds several
};

constexpr std::array k_sections{Section{"leases", "leases.csv", ""},
                                Section{"supply", "supply.csv", ""},
                                Section{"control_line", "control_line.gpkg", ""},
                                Section{"changes", "changes.gpkg", ""},
                                Section{"candidates", "candidates.gpkg", ""},
                                Section{"parks", "base.gpkg", "parks"},
                                Section{"units", "base.gpkg", "units"},
                                Section{"towns", "base.gpkg", "towns"},
                                Section{"planned_use", "base.gpkg", "planned_use"},
                                Section{"farmland", "base.gpkg", "farmland"},
                                Section{"red_line", "base.gpkg", "red_line"},
                                Section{"roads", "base.gpkg", "roads"}};

} // namespace

void write_job(const Options& options)
{
    const FileNames names{options};
    std::string text = fmt::format("[job]\n"
                                   "name   = \"云浦市低效工业用地整治\"\n"
                                   "policy = \"{}\"\n"
                                   "as_of  = {}\n\n"
                                   "[parcels]\n"
                                   "path = \"{}\"\n",
                                   options.policy, options.as_of.iso(), names.parcels);
    if (options.noise && options.layers == LayerFormat::shapefile) {
        text += fmt::format("crs  = \"EPSG:{}\"\n", options.epsg); // there is no .prj
    }
    // The table tells neither the CRS of its coordinates nor the year of its figures.
    text += fmt::format("\n[buildings]\npath = \"{}\"\n\n[enterprises]\npath = \"{}\"\n"
                        "crs  = \"EPSG:{}\"\nyear = {}\n",
                        names.buildings, names.enterprises, options.epsg, options.as_of.year());
    for (const Section& section : k_sections) {
        text += fmt::format("\n[{}]\npath = \"{}\"\n", section.key, section.file);
        if (!section.layer.empty()) {
            text += fmt::format("layer = \"{}\"\n", section.layer);
        }
    }
    TextFile file{options.out + "/job.toml"};
    file.write(text);
    file.close();
}

} // namespace tenglong::tools::gen
