#include "tests/tools/gen/sample.hpp"
#include "tests/tools/gen/temp_folder.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <vector>

namespace tenglong::tools::gen {
namespace {

/// Everything that a reader of the file can see, line by line.
[[nodiscard]] std::vector<std::string> content_of(const std::string& path)
{
    struct Close {
        void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
    };
    const std::unique_ptr<GDALDataset, Close> file{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    std::vector<std::string> lines;
    for (OGRLayer* layer : file->GetLayers()) {
        lines.emplace_back(layer->GetName());
        for (const auto& feature : *layer) {
            std::string line;
            for (int i = 0; i < feature->GetFieldCount(); ++i) {
                line += feature->GetFieldAsString(i);
                line += '|';
            }
            if (const OGRGeometry* geometry = feature->GetGeometryRef()) {
                line += geometry->exportToWkt();
            }
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

[[nodiscard]] bool is_container(const std::string& name)
{
    return name.ends_with(".gpkg") || name.ends_with(".xlsx");
}

TEST(SampleData, IsWhatTheGeneratorMakes)
{
    const TempFolder folder;
    generate(sample_options(folder.path()));
    const auto made = files_in(folder.path());
    const auto kept = files_in(TENGLONG_SAMPLE_DATA);
    ASSERT_EQ(made.size(), kept.size()) << "write it anew as its README says";
    for (const auto& [name, bytes] : made) {
        ASSERT_TRUE(kept.contains(name)) << name;
        if (bytes == kept.at(name)) {
            continue;
        }
        // Another SQLite or zlib writes the same content into other bytes; another PROJ may word
        // the same projection otherwise.
        if (is_container(name)) {
            EXPECT_TRUE(content_of(folder.path() + "/" + name) ==
                        content_of(std::string{TENGLONG_SAMPLE_DATA} + "/" + name))
                << name;
        } else if (name.ends_with(".prj")) {
            OGRSpatialReference a{bytes.c_str()};
            OGRSpatialReference b{kept.at(name).c_str()};
            EXPECT_TRUE(a.IsSame(&b)) << name;
        } else {
            ADD_FAILURE() << name << " differs; write it anew as its README says";
        }
    }
}

TEST(SampleData, IsSmallEnoughToShip)
{
    std::size_t size = 0;
    for (const auto& [name, bytes] : files_in(TENGLONG_SAMPLE_DATA)) {
        size += bytes.size();
    }
    EXPECT_LT(size, 5'000'000U);
}

} // namespace
} // namespace tenglong::tools::gen
