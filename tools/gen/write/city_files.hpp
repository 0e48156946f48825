#pragma once

#include "tools/gen/noise/noise.hpp"
#include "tools/gen/write/layer.hpp"
#include "tools/gen/write/tables.hpp"
#include "tools/gen/write/text_file.hpp"
#include "tools/gen/write/workbook.hpp"

#include <memory>
#include <optional>
#include <string>

namespace tenglong::tools::gen {

/// What lies in the folder, by name.
struct FileNames {
    std::string parcels;
    std::string buildings;
    std::string enterprises;

    explicit FileNames(const Options& options);
};

/// The five tables that grow cell by cell: parcels, buildings, enterprises, leases, supply.
class CityFiles {
public:
    CityFiles(const Options& options, const Layout& layout, const Plane& plane);

    void add(const Batch& batch);

    /// Ends the tables as the field does, notes and totals and all, and closes them.
    void close();

private:
    void log(const std::string& file, std::int64_t row, const Mark& mark);
    void log(const std::string& file, std::int64_t row, const std::vector<Mark>& marks);
    void add_enterprise(const TableRow& row);
    void end_enterprises();
    void spoil_side_files();

    const Options& m_options;
    const Layout& m_layout;
    const Plane& m_plane;
    FileNames m_names;
    LayerFile m_parcels;
    LayerFile m_buildings;
    std::unique_ptr<Workbook> m_workbook; ///< either this
    std::unique_ptr<CsvFile> m_csv;       ///< or this
    CsvFile m_leases;
    CsvFile m_supply;
    CsvFile m_noise_log;
    std::optional<Noise> m_noise;
    std::int64_t m_enterprises = 0;
    std::int64_t m_lease_rows = 0;
    double m_tax_wan = 0.0;
};

} // namespace tenglong::tools::gen
