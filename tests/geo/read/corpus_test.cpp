#include "core/base/error.hpp"
#include "geo/read/layer.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tenglong::geo {

namespace {

namespace fs = std::filesystem;

[[nodiscard]] std::vector<fs::path> corpus_files(const char* folder)
{
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file() || entry.path().extension() == ".gdb") {
            files.insert(entry.path());
        }
    }
    return {files.begin(), files.end()};
}

/// Rows and columns in step, whatever was read.
void expect_whole(const VectorLayer& layer)
{
    const std::size_t rows = layer.table.rows();
    for (const TableColumn& column : layer.table.columns()) {
        EXPECT_EQ(column.holds_numbers() ? column.numbers.size() : column.texts.size(), rows);
    }
    if (layer.shapes.size() > 0) {
        EXPECT_EQ(layer.shapes.size(), rows);
    }
    if (!layer.points.empty()) {
        EXPECT_EQ(layer.points.size(), rows);
    }
    if (layer.lines.size() > 0) {
        EXPECT_EQ(layer.lines.size(), rows);
    }
}

/// Every row without a shape, where shapes are needed, is an issue.
void expect_nothing_silent(const VectorLayer& layer, const std::vector<Issue>& issues)
{
    std::set<std::int64_t> told;
    for (const Issue& issue : issues) {
        told.insert(issue.place.row);
    }
    for (std::size_t row = 0; row < layer.shapes.size(); ++row) {
        if (layer.shapes[row].empty() && layer.table.kind() == InputKind::parcels) {
            EXPECT_TRUE(told.contains(layer.table.row_number(row)))
                << "row " << layer.table.row_number(row) << " has no shape and no issue";
        }
    }
    if (layer.table.rows() == 0) {
        EXPECT_FALSE(issues.empty()) << "nothing was read and nothing said";
    }
}

/// \return whether it was refused for a reason that a job could mend, its CRS above all.
bool refused(const fs::path& file, InputKind kind, const char* crs, Workers& workers)
{
    InputSpec spec;
    spec.kind = kind;
    spec.section = key_of(kind);
    spec.path = file.string();
    spec.crs = crs;
    std::vector<Issue> issues;
    const auto start = std::chrono::steady_clock::now();
    bool refusal = false;
    try {
        const VectorLayer layer = read_layer(spec, issues, workers);
        expect_whole(layer);
        expect_nothing_silent(layer, issues);
    } catch (const UsageError&) {
        refusal = true;
    } catch (const Error& error) {
        EXPECT_FALSE(error.text().en.empty());
    }
    constexpr std::chrono::seconds k_most{10};
    EXPECT_LT(std::chrono::steady_clock::now() - start, k_most);
    return refusal;
}

} // namespace

TEST(Corpus, EveryFileIsReadOrRefusedInTimeAndInStep)
{
    const char* folder = std::getenv("TENGLONG_CORPUS");
    if (folder == nullptr) {
        GTEST_SKIP() << "TENGLONG_CORPUS does not name a folder of files";
    }
    Workers workers{1};
    for (const fs::path& file : corpus_files(folder)) {
        SCOPED_TRACE(file.string());
        for (const InputKind kind :
             {InputKind::parcels, InputKind::enterprises, InputKind::roads}) {
            if (refused(file, kind, "EPSG:4490", workers)) {
                refused(file, kind, "EPSG:3857", workers);
            }
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr long k_kilobytes = 2'000'000;
    EXPECT_LT(usage.ru_maxrss, k_kilobytes);
}

} // namespace tenglong::geo
