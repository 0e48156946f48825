#include "geo/read/shapefile.hpp"

#include "core/base/text.hpp"
#include "geo/read/dbf.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/unpack.hpp"

#include <cpl_vsi.h>

#include <cstdint>
#include <filesystem>
#include <system_error>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::string without_ending(const std::string& path)
{
    return path.substr(0, path.find_last_of('.'));
}

/// The file of the same set with another ending, however it is capitalised; empty if there is none.
[[nodiscard]] std::string sibling(const std::string& path, const std::string& ending)
{
    for (const std::string& each : {ending, to_upper(ending)}) {
        std::string candidate = without_ending(path) + "." + each;
        if (path_exists(candidate)) {
            return candidate;
        }
    }
    return {};
}

[[nodiscard]] std::uint64_t size_of(const std::string& path)
{
    VSIStatBufL status{};
    return VSIStatL(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

/// A place in the temporary folder from which GDAL reads the same bytes.
void link_or_copy(const std::string& from, const std::string& folder, const std::string& name)
{
    std::error_code failed;
    std::filesystem::create_symlink(std::filesystem::absolute(from), folder + "/" + name, failed);
    if (failed) {
        static_cast<void>(copy_file(from, folder, name));
    }
}

[[nodiscard]] std::string with_new_shx(const std::string& path, TemporaryFolder& folder)
{
    for (const char* ending : {"shp", "dbf", "prj", "cpg"}) {
        if (const std::string file = sibling(path, ending); !file.empty()) {
            link_or_copy(file, folder.path(), std::string{"layer."} + ending);
        }
    }
    std::string copy = folder.path() + "/layer.shp";
    const GdalMessages messages;
    const GdalOption restore{"SHAPE_RESTORE_SHX", "YES"};
    static_cast<void>(open_vector(copy, {"ESRI Shapefile"})); // writes the .shx
    return copy;
}

class Planner {
public:
    Planner(const InputSpec& spec, TemporaryFolder& folder, std::vector<Issue>& issues)
        : m_spec{spec}, m_folder{folder}, m_issues{issues}
    {}

    [[nodiscard]] ShapefilePlan run(const std::string& path)
    {
        ShapefilePlan plan;
        plan.path = path;
        const std::string shp = extension_of(path) == "shp" ? path : std::string{};
        const std::string dbf = shp.empty() ? path : sibling(path, "dbf");
        if (dbf.empty()) {
            report("dbf_missing", Severity::error,
                   msg("'{}' has no .dbf beside it, so its rows have no attributes", shown()));
        } else {
            look_at_attributes(dbf, plan);
        }
        if (!shp.empty() && sibling(path, "shx").empty()) {
            report("shx_missing", Severity::note,
                   msg("'{}' has no .shx beside it; it is made anew for this run", shown()));
            plan.path = with_new_shx(path, m_folder);
        }
        if (!shp.empty() && m_rows) {
            compare_rows(plan.path);
        }
        return plan;
    }

private:
    [[nodiscard]] const std::string& shown() const { return m_spec.path; }

    void report(const char* kind, Severity severity, Text text)
    {
        m_issues.push_back({kind, severity, {shown(), {}, 0}, {}, {}, std::move(text)});
    }

    void look_at_attributes(const std::string& dbf, ShapefilePlan& plan)
    {
        const auto facts = look_at_dbf(dbf);
        if (!facts) {
            report("dbf_broken", Severity::error,
                   msg("the .dbf of '{}' cannot be read; its rows have no attributes", shown()));
            return;
        }
        m_rows = facts->rows;
        if (facts->rows < facts->rows_said) {
            report("dbf_cut_short", Severity::error,
                   msg("the .dbf of '{}' should have {} rows and ends after {}", shown(),
                       facts->rows_said, facts->rows));
        }
        const std::string cpg = sibling(dbf, "cpg");
        constexpr std::size_t k_mark = 64;
        const auto declared = cpg.empty() ? std::nullopt : read_start(cpg, k_mark);
        plan.encoding = decide_dbf_encoding(*facts, declared.value_or(""), m_spec.encoding,
                                            {shown(), {}, 0}, m_issues);
    }

    void compare_rows(const std::string& path)
    {
        const std::string shx = sibling(path, "shx");
        constexpr std::uint64_t k_header = 100;
        constexpr std::uint64_t k_entry = 8;
        const std::uint64_t size = shx.empty() ? 0 : size_of(shx);
        const std::uint64_t shapes = size > k_header ? (size - k_header) / k_entry : 0;
        if (shapes != *m_rows) {
            report("row_counts_differ", Severity::error,
                   msg("'{}' has {} shapes and {} rows of attributes; its files do not belong "
                       "together",
                       shown(), shapes, *m_rows));
        }
    }

    const InputSpec& m_spec;
    TemporaryFolder& m_folder;
    std::vector<Issue>& m_issues;
    std::optional<std::uint64_t> m_rows;
};

} // namespace

ShapefilePlan plan_shapefile(const InputSpec& spec, const std::string& path,
                             TemporaryFolder& folder, std::vector<Issue>& issues)
{
    const GdalMessages messages;
    return Planner{spec, folder, issues}.run(path);
}

} // namespace tenglong::geo
