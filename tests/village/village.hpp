#pragma once

#include "core/base/date.hpp"
#include "core/policy/profile.hpp"
#include "geo/engine.hpp"
#include "geo/read/job.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::tests {

/// Metres from the village's south-west corner.
struct Box {
    double x0 = 0.0;
    double y0 = 0.0;
    double x1 = 0.0;
    double y1 = 0.0;
};

/// Column and cell, as a bureau's table has them.
using Cells = std::vector<std::pair<std::string, std::string>>;

/// A few rectangles and rows, written as files and run by the engine from job to result: the
/// shortest way to see what a bureau would see.
class Village {
public:
    Village();
    ~Village();
    Village(const Village&) = delete;
    Village& operator=(const Village&) = delete;
    Village(Village&&) = delete;
    Village& operator=(Village&&) = delete;

    /// A state-owned industrial parcel 330681001002GB00001 and so on, by its number.
    Village& parcel(int number, const Box& box, const Cells& cells = {});
    Village& building(const Box& box, Cells cells = {});
    /// An enterprise of that number on a parcel (0: on none).
    Village& enterprise(int number, int parcel, const Cells& cells = {});
    /// A feature of another layer: roads, parks, towns ...
    Village& feature(const std::string& section, const Box& box, Cells cells = {});
    /// A row of a table without shapes: supply, leases.
    Village& row(const std::string& section, Cells cells);
    /// More of the job file.
    Village& job(const std::string& more);

    /// The run by a shipped policy, or one of a file, as of 2023-12-31.
    [[nodiscard]] geo::Result analyzed(const std::string& policy);
    /// The same, written to a result folder, which is returned.
    [[nodiscard]] std::filesystem::path written(const std::string& policy);

    [[nodiscard]] static std::string parcel_code(int number);
    [[nodiscard]] static std::string credit_code(int number);
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }

private:
    struct Feature {
        std::optional<Box> box;
        Cells cells;
    };

    [[nodiscard]] geo::Job read() const;

    std::filesystem::path m_folder;
    std::map<std::string, std::vector<Feature>> m_sections;
    std::string m_job;
    std::shared_ptr<const Profile> m_profile; ///< outlives the result
};

/// The row of a table whose key column has that value. \throws std::out_of_range
[[nodiscard]] std::size_t row_of(const ResultTable& table, const std::string& column,
                                 const std::string& value);

/// The codes of a cell, joined with blanks.
[[nodiscard]] std::string codes_at(const ResultTable& table, const std::string& column,
                                   std::size_t row);

/// Whether an issue of that kind names a text.
[[nodiscard]] bool has_issue(const geo::Result& result, const std::string& kind,
                             const std::string& part = "");

} // namespace tenglong::tests
