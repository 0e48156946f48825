#include "tools/gen/write/city_files.hpp"

#include "tools/gen/write/land_layers.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace tenglong::tools::gen {

namespace {

constexpr std::int64_t k_most_in_workbook = 20'000;

[[nodiscard]] bool in_workbook(const Options& options)
{
    return options.enterprises == TableFormat::spreadsheet ||
           (options.enterprises == TableFormat::automatic && options.parcels <= k_most_in_workbook);
}

/// Headers that people call otherwise.
[[nodiscard]] std::vector<Column> renamed(std::vector<Column> columns)
{
    for (Column& column : columns) {
        if (column.name == "QLRMC") {
            column.name = "TDSYQR";
        } else if (column.name == "ZDMJ") {
            column.name = "TDMJ";
        }
    }
    return columns;
}

[[nodiscard]] std::vector<Column> noise_columns()
{
    return {{"file"}, {"row", ColumnType::integer}, {"noise"}, {"issue"}, {"subject"}, {"detail"}};
}

} // namespace

FileNames::FileNames(const Options& options)
    : parcels{options.layers == LayerFormat::shapefile ? "parcels.shp" : "parcels.gpkg"},
      buildings{options.layers == LayerFormat::shapefile ? "buildings.shp" : "buildings.gpkg"},
      enterprises{in_workbook(options) ? "enterprises.xlsx" : "enterprises.csv"}
{}

CityFiles::CityFiles(const Options& options, const Layout& layout, const Plane& plane)
    : m_options{options}, m_layout{layout}, m_plane{plane}, m_names{options},
      m_parcels{options.out + "/" + m_names.parcels, plane},
      m_buildings{options.out + "/" + m_names.buildings, plane}, m_leases{options.out +
                                                                              "/leases.csv",
                                                                          lease_columns(),
                                                                          Charset::gbk},
      m_supply{options.out + "/supply.csv", supply_columns(), Charset::utf8_with_mark},
      m_noise_log{options.out + "/truth/noise.csv", noise_columns(), Charset::utf8}
{
    const auto columns = parcel_columns();
    m_parcels.begin("parcels", options.noise ? renamed(columns) : columns, Geometry::multipolygon);
    m_buildings.begin("buildings", building_columns(), Geometry::polygon);
    const std::string path = options.out + "/" + m_names.enterprises;
    if (in_workbook(options)) {
        const std::string title =
            options.noise ? fmt::format("{}年度工业企业亩均效益基础数据表", options.as_of.year())
                          : std::string{};
        m_workbook = std::make_unique<Workbook>(path, "企业", enterprise_columns(), title);
    } else {
        m_csv = std::make_unique<CsvFile>(path, enterprise_columns(), Charset::utf8_with_mark);
    }
    if (options.noise) {
        m_noise.emplace(options);
    }
}

void CityFiles::log(const std::string& file, std::int64_t row, const Mark& mark)
{
    m_noise_log.add(
        {file, row, std::string{mark.noise}, std::string{mark.issue}, mark.subject, mark.detail});
}

void CityFiles::log(const std::string& file, std::int64_t row, const std::vector<Mark>& marks)
{
    for (const Mark& mark : marks) {
        log(file, row, mark);
    }
}

void CityFiles::add_enterprise(const TableRow& row)
{
    if (const auto* tax = std::get_if<double>(&row.row[enterprise_column::tax])) {
        m_tax_wan += *tax;
    }
    if (m_workbook) {
        m_workbook->add(row.row);
        log(m_names.enterprises, m_workbook->rows(), row.marks);
    } else {
        m_csv->add(row.row);
        log(m_names.enterprises, m_csv->lines(), row.marks);
    }
}

void CityFiles::add(const Batch& batch)
{
    BatchRows rows = rows_of(batch, m_layout, m_plane, m_options.as_of, m_enterprises + 1);
    m_enterprises += static_cast<std::int64_t>(batch.enterprises.size());
    if (m_noise) {
        m_noise->spoil(batch, rows);
    }
    for (const TableRow& row : rows.parcels) {
        m_parcels.add(row.shape, row.row);
        log(m_names.parcels, m_parcels.rows(), row.marks);
    }
    for (const TableRow& row : rows.buildings) {
        m_buildings.add(row.shape, row.row);
        log(m_names.buildings, m_buildings.rows(), row.marks);
    }
    for (const TableRow& row : rows.enterprises) {
        add_enterprise(row);
    }
    for (TableRow& row : rows.leases) {
        row.row[0] = ++m_lease_rows;
        m_leases.add(row.row);
        log("leases.csv", m_leases.lines(), row.marks);
    }
    for (const TableRow& row : rows.supply) {
        m_supply.add(row.row);
        log("supply.csv", m_supply.lines(), row.marks);
    }
}

void CityFiles::end_enterprises()
{
    Row total(enterprise_columns().size());
    total[enterprise_column::name] = std::string{"合计"};
    total[enterprise_column::tax] = m_tax_wan;
    const std::string note = "注：1.税收为评价口径；2.“/”表示无数据；3.本表由镇街填报。";
    if (m_workbook) {
        m_workbook->add(total);
        log(m_names.enterprises, m_workbook->rows(), Mark{"total_row", "", "合计", {}});
        m_workbook->add_note(note);
        log(m_names.enterprises, m_workbook->rows(), Mark{"note_row", "", note, {}});
    } else {
        m_csv->add(total);
        log(m_names.enterprises, m_csv->lines(), Mark{"total_row", "", "合计", {}});
        m_csv->add_text({note});
        log(m_names.enterprises, m_csv->lines(), Mark{"note_row", "", note, {}});
    }
}

void CityFiles::spoil_side_files()
{
    if (m_options.layers != LayerFormat::shapefile) {
        return;
    }
    const auto beside = [this](const std::string& file, const char* ending) {
        return m_options.out + "/" + file.substr(0, file.size() - 3) + ending;
    };
    std::filesystem::remove(beside(m_names.parcels, "prj"));
    log(m_names.parcels, 0, Mark{"prj_missing", "", "parcels.prj", {}});
    std::ofstream{beside(m_names.parcels, "cpg"), std::ios::binary} << "UTF-8";
    log(m_names.parcels, 0, Mark{"cpg_wrong", "encoding_contradicted", "parcels.cpg", "GBK"});
    std::filesystem::remove(beside(m_names.buildings, "cpg"));
    log(m_names.buildings, 0, Mark{"cpg_missing", "encoding_found", "buildings.cpg", "GBK"});
}

void CityFiles::close()
{
    if (m_noise) {
        end_enterprises();
        if (other_zone_form(m_options.epsg) != m_options.epsg) {
            log("control_line.gpkg", 0, Mark{"crs_differs", "", "control_line.gpkg", {}});
        }
        log(m_names.parcels, 0, Mark{"columns_renamed", "", "QLRMC=TDSYQR ZDMJ=TDMJ", {}});
    }
    m_parcels.close();
    m_buildings.close();
    if (m_workbook) {
        m_workbook->close();
    } else {
        m_csv->close();
    }
    m_leases.close();
    m_supply.close();
    if (m_noise) {
        spoil_side_files();
    }
    m_noise_log.close();
}

} // namespace tenglong::tools::gen
