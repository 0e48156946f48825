#include "core/base/error.hpp"
#include "geo/write/gdal_layer.hpp"
#include "geo/write/writers.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace tenglong::geo {

namespace {

/// Where GDAL makes a file of ZIP parts. It would take the folder "a.ods.partial" for the archive
/// and write nothing, so such a file is made in memory and moved from there.
class ZippedOutput {
public:
    explicit ZippedOutput(const Partial& partial)
        : m_file{partial.main()}, m_zipped{is_zipped(m_file.extension().string())},
          m_memory{
              fmt::format("/vsimem/tenglong-{}/{}", fmt::ptr(this), m_file.filename().string())}
    {}
    ~ZippedOutput()
    {
        if (m_zipped) {
            VSIUnlink(m_memory.c_str());
        }
    }
    ZippedOutput(const ZippedOutput&) = delete;
    ZippedOutput& operator=(const ZippedOutput&) = delete;
    ZippedOutput(ZippedOutput&&) = delete;
    ZippedOutput& operator=(ZippedOutput&&) = delete;

    [[nodiscard]] std::string path() const { return m_zipped ? m_memory : m_file.string(); }

    void move() const
    {
        if (m_zipped && CPLCopyFile(m_file.c_str(), m_memory.c_str()) != 0) {
            throw Error{msg("cannot write '{}': {}", m_file.string(), std::string{"-"})};
        }
    }

private:
    [[nodiscard]] static bool is_zipped(std::string_view ending)
    {
        return ending == ".ods" || ending == ".xlsx" || ending == ".kmz" || ending == ".zip" ||
               ending == ".shz";
    }

    std::filesystem::path m_file;
    bool m_zipped;
    std::string m_memory;
};

/// MapInfo cuts longer texts without a word.
void expect_short_texts(const ResultTable& table, std::size_t first,
                        const std::filesystem::path& path)
{
    constexpr std::size_t k_most = 254;
    for (const ResultColumn& column : table.columns()) {
        for (std::size_t row = 0; column.spec().is_textual() && row < column.size(); ++row) {
            if (column.present(row) && column.text(row).size() > k_most) {
                throw Error{msg("'{}' of row {} is longer than the 254 bytes that a text has in "
                                "'{}'; write a GeoPackage",
                                column.spec().label, first + row + 1, path.filename().string())};
            }
        }
    }
}

} // namespace

void write_flatgeobuf(const std::filesystem::path& path, const SpatialTable& table,
                      const WriteOptions& options)
{
    check(table);
    // GDAL leaves such rows out without a word.
    if (const std::size_t count = rows_without_shape(table); count > 0) {
        throw Error{msg("{} rows of '{}' have no shape, and FlatGeobuf would drop them; write a "
                        "GeoPackage",
                        count, table.table.id())};
    }
    write_with_gdal("FlatGeobuf", path, {&table, 1}, options);
}

void write_with_gdal(const std::string& driver, const std::filesystem::path& path,
                     std::span<const SpatialTable> tables, const WriteOptions& options)
{
    for (const SpatialTable& table : tables) {
        if (driver == "MapInfo File") {
            for_each_stretch(table, [&](const ResultTable& rows, std::size_t first) {
                expect_short_texts(rows, first, path);
            });
        }
    }
    Partial partial{path, options.replace};
    const WriteMessages messages;
    const ReferencePtr reference = reference_of(options.crs);
    const ZippedOutput place{partial};
    OutputPtr output = create_output(driver, place.path());
    for (const SpatialTable& table : tables) {
        write_layer(*output, table, *reference, {.name = table.table.id()}, messages);
    }
    close_output(std::move(output), messages, path.string());
    place.move();
    partial.commit();
}

} // namespace tenglong::geo
