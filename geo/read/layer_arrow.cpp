#include "geo/read/layer_arrow.hpp"

#include "core/base/error.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace tenglong::geo {

namespace {

/// What is done with a column of a batch.
enum class Use : std::uint8_t {
    skip,
    row_number,
    shape,
    text,
    long_text,
    integer,
    number,
    day,
    time
};

struct Channel {
    Use use = Use::skip;
    std::size_t column = 0; ///< of the table
    int width = 0;          ///< bytes of an integer or a number
};

class Stream {
public:
    Stream() = default;
    ~Stream()
    {
        if (m_schema.release != nullptr) {
            m_schema.release(&m_schema);
        }
        if (m_stream.release != nullptr) {
            m_stream.release(&m_stream);
        }
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    Stream(Stream&&) = delete;
    Stream& operator=(Stream&&) = delete;

    [[nodiscard]] bool open(OGRLayer& layer)
    {
        CPLStringList options;
        options.SetNameValue("MAX_FEATURES_IN_BATCH", "16384");
        return layer.GetArrowStream(&m_stream, options.List()) &&
               m_stream.get_schema(&m_stream, &m_schema) == 0;
    }

    [[nodiscard]] const ArrowSchema& schema() const noexcept { return m_schema; }

    /// False at the end. \throws Error if the file breaks off.
    [[nodiscard]] bool next(ArrowArray& batch)
    {
        if (m_stream.get_next(&m_stream, &batch) != 0) {
            const char* reason = m_stream.get_last_error(&m_stream);
            throw Error{
                msg("the layer cannot be read to its end: {}", reason == nullptr ? "-" : reason)};
        }
        return batch.release != nullptr;
    }

private:
    ArrowArrayStream m_stream{};
    ArrowSchema m_schema{};
};

[[nodiscard]] bool is_present(const ArrowArray& array, std::size_t row) noexcept
{
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    return bits == nullptr || ((bits[row / 8] >> (row % 8)) & 1U) != 0;
}

template <class Value>
[[nodiscard]] Value value_at(const ArrowArray& array, std::size_t row) noexcept
{
    return static_cast<const Value*>(array.buffers[1])[row];
}

template <class Offset, class Byte>
[[nodiscard]] std::span<const Byte> bytes_at(const ArrowArray& array, std::size_t row) noexcept
{
    const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
    const auto* bytes = static_cast<const Byte*>(array.buffers[2]);
    return {bytes + offsets[row], bytes + offsets[row + 1]};
}

[[nodiscard]] std::string_view text_of(std::span<const char> bytes) noexcept
{
    return {bytes.data(), bytes.size()};
}

/// How a column is stored; skip for what is not understood.
[[nodiscard]] Channel channel_of(std::string_view format)
{
    static const std::map<std::string_view, Channel> known{
        {"u", {Use::text}},          {"U", {Use::long_text}},     {"s", {Use::integer, 0, 2}},
        {"i", {Use::integer, 0, 4}}, {"l", {Use::integer, 0, 8}}, {"f", {Use::number, 0, 4}},
        {"g", {Use::number, 0, 8}},  {"tdD", {Use::day}}};
    const auto found = known.find(format);
    if (found != known.end()) {
        return found->second;
    }
    return format.starts_with("tsm") ? Channel{Use::time} : Channel{};
}

[[nodiscard]] std::string day_text(std::int64_t day)
{
    const std::chrono::year_month_day date{
        std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

class BatchReader {
public:
    BatchReader(LayerColumns& columns, LayerShapes& shapes) : m_columns{columns}, m_shapes{shapes}
    {}

    /// False if a column that is wanted comes in a form that is not understood.
    [[nodiscard]] bool plan(const ArrowSchema& schema, OGRLayer& layer)
    {
        std::map<std::string_view, std::size_t> wanted;
        const OGRFeatureDefn& definition = *layer.GetLayerDefn();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            wanted[definition.GetFieldDefn(m_columns.source(i))->GetNameRef()] = i;
        }
        std::size_t found = 0;
        for (std::int64_t c = 0; c < schema.n_children; ++c) {
            const ArrowSchema& child = *schema.children[c];
            const std::string_view format = child.format;
            Channel channel;
            if (const auto column = wanted.find(child.name); column != wanted.end()) {
                channel = channel_of(format);
                channel.column = column->second;
                found += channel.use == Use::skip ? 0 : 1;
            } else if (c == 0 && format == "l") {
                channel.use = Use::row_number;
            } else if (format == "z") {
                channel.use = Use::shape;
            }
            m_channels.push_back(channel);
        }
        const auto has = [&](Use use) {
            return std::any_of(m_channels.begin(), m_channels.end(),
                               [&](const Channel& channel) { return channel.use == use; });
        };
        return found == m_columns.size() && has(Use::row_number) && has(Use::shape);
    }

    void add(const ArrowArray& batch, std::int64_t first_number)
    {
        const auto rows = static_cast<std::size_t>(batch.length);
        std::vector<std::int64_t> numbers(rows);
        for (std::size_t c = 0; c < m_channels.size(); ++c) {
            if (m_channels[c].use == Use::row_number) {
                for (std::size_t row = 0; row < rows; ++row) {
                    numbers[row] = value_at<std::int64_t>(*batch.children[c], row) + first_number;
                }
            }
        }
        for (std::size_t c = 0; c < m_channels.size(); ++c) {
            if (m_channels[c].use == Use::shape) {
                add_shapes(*batch.children[c], numbers);
            } else if (m_channels[c].use != Use::skip && m_channels[c].use != Use::row_number) {
                add_values(m_channels[c], *batch.children[c], numbers);
            }
        }
        for (const std::int64_t number : numbers) {
            m_columns.add_row(number);
        }
    }

private:
    void add_shapes(const ArrowArray& array, const std::vector<std::int64_t>& numbers)
    {
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            m_shapes.add_wkb(is_present(array, row) ? bytes_at<std::int32_t, std::byte>(array, row)
                                                    : std::span<const std::byte>{},
                             numbers[row]);
        }
    }

    void add_values(const Channel& channel, const ArrowArray& array,
                    const std::vector<std::int64_t>& numbers)
    {
        for (std::size_t row = 0; row < numbers.size(); ++row) {
            if (is_present(array, row)) {
                add_value(channel, array, row, numbers[row]);
            } else {
                m_columns.add_missing(channel.column);
            }
        }
    }

    void add_value(const Channel& channel, const ArrowArray& array, std::size_t row,
                   std::int64_t number)
    {
        const std::size_t column = channel.column;
        constexpr std::int64_t k_day = 86'400'000;
        switch (channel.use) {
        case Use::text:
            m_columns.add_text(column, text_of(bytes_at<std::int32_t, char>(array, row)), number);
            break;
        case Use::long_text:
            m_columns.add_text(column, text_of(bytes_at<std::int64_t, char>(array, row)), number);
            break;
        case Use::integer:
            m_columns.add_integer(column, channel.width == 2 ? value_at<std::int16_t>(array, row)
                                          : channel.width == 4
                                              ? value_at<std::int32_t>(array, row)
                                              : value_at<std::int64_t>(array, row));
            break;
        case Use::number:
            m_columns.add_number(column,
                                 channel.width == 4
                                     ? static_cast<double>(value_at<float>(array, row))
                                     : value_at<double>(array, row),
                                 number);
            break;
        case Use::day:
            m_columns.add_text(column, day_text(value_at<std::int32_t>(array, row)), number);
            break;
        case Use::time: {
            const auto time = value_at<std::int64_t>(array, row);
            m_columns.add_text(column, day_text((time - (time < 0 ? k_day - 1 : 0)) / k_day),
                               number);
            break;
        }
        default:
            break;
        }
    }

    LayerColumns& m_columns;
    LayerShapes& m_shapes;
    std::vector<Channel> m_channels;
};

/// Only what is recognised. With every field ignored, GDAL 3.6 gives empty geometries for a
/// GeoPackage, so one stays.
void ignore_fields(OGRLayer& layer, const LayerColumns& columns)
{
    const std::vector<std::string>& names = columns.ignored();
    std::vector<const char*> list;
    for (std::size_t i = columns.size() == 0 ? 1 : 0; i < names.size(); ++i) {
        list.push_back(names[i].c_str());
    }
    list.push_back(nullptr);
    layer.SetIgnoredFields(list.data());
}

} // namespace

bool read_batches(OGRLayer& layer, const std::string& driver, std::int64_t first_number,
                  LayerColumns& columns, LayerShapes& shapes)
{
    const bool direct = driver == "GPKG" || driver == "FlatGeobuf";
    if (!direct || layer.GetLayerDefn()->GetGeomFieldCount() != 1) {
        return false;
    }
    ignore_fields(layer, columns);
    {
        Stream stream;
        BatchReader reader{columns, shapes};
        if (stream.open(layer) && reader.plan(stream.schema(), layer)) {
            ArrowArray batch{};
            while (stream.next(batch)) {
                reader.add(batch, first_number);
                batch.release(&batch);
                batch = {};
            }
            return true;
        }
    }
    layer.SetIgnoredFields(nullptr);
    return false;
}

} // namespace tenglong::geo
