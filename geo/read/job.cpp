#include "geo/read/job.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/base/suggestion.hpp"
#include "core/base/text.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/connection.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/job_overrides.hpp"
#include "geo/read/job_region.hpp"
#include "geo/read/job_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace tenglong::geo {

namespace {

/// Connections and GDAL's own file systems: PG:dbname=x, /vsizip/...; not a drive letter.
[[nodiscard]] bool is_connection(std::string_view path)
{
    const std::size_t colon = path.find(':');
    return path.starts_with("/vsi") ||
           (colon != std::string_view::npos && colon >= 2 &&
            std::all_of(
                path.begin(), path.begin() + static_cast<std::ptrdiff_t>(colon),
                [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }));
}

[[nodiscard]] std::vector<std::string> section_names()
{
    std::vector<std::string> names{"job", "baseline", "output", "region", "targets", "transform"};
    for (const InputKind kind : input_kinds()) {
        names.emplace_back(key_of(kind));
    }
    return names;
}

class JobReader {
public:
    JobReader(const toml::table& content, const std::string& file)
        : m_content{content}, m_file{file}, m_folder{std::filesystem::absolute(file).parent_path()}
    {}

    [[nodiscard]] Job run()
    {
        JobSection root{m_content, {}, m_file, m_mistakes};
        root.check_keys(section_names());
        m_job.file = m_file;
        read_section("job", [&](JobSection& section) { read_job_section(section); });
        for (const InputKind kind : input_kinds()) {
            read_inputs(kind);
        }
        read_section("baseline", [&](JobSection& section) {
            section.check_keys({"path"});
            m_job.baseline = resolved(section.required_text("path"));
        });
        read_section("output", [&](JobSection& section) { read_output(section); });
        read_section("region", [&](JobSection& section) { m_job.region = read_region(section); });
        read_section("targets", [&](JobSection& section) { read_targets(section); });
        read_section("transform", [&](JobSection& section) { read_shifts(section); });
        throw_mistakes();
        return std::move(m_job);
    }

private:
    template <class Read>
    void read_section(std::string_view name, Read read)
    {
        const toml::node* node = m_content.get(name);
        if (node == nullptr) {
            return;
        }
        if (const toml::table* table = node->as_table()) {
            JobSection section{*table, std::string{name}, m_file, m_mistakes};
            read(section);
        } else {
            note(*node, msg("'{}' must be a section, [{}], not {}", name, name, type_of(*node)));
        }
    }

    void note(const toml::node& at, Text text)
    {
        const auto& place = at.source().begin;
        m_mistakes.push_back({m_file, place.line, place.column, std::move(text)});
    }

    [[nodiscard]] std::string resolved(const std::string& path) const
    {
        if (path.empty() || is_connection(path)) {
            return path;
        }
        return (m_folder / path).lexically_normal().string();
    }

    void read_job_section(JobSection& section)
    {
        section.check_keys({"name", "policy", "as_of", "crs", "area", "threads"});
        m_job.name = section.text("name");
        m_job.policy = section.text("policy");
        m_job.policy_shown = m_job.policy;
        // A profile of one's own is a path; ids have neither slash nor ending.
        if (m_job.policy.ends_with(".toml") || m_job.policy.find('/') != std::string::npos) {
            m_job.policy = resolved(m_job.policy);
        }
        m_job.as_of = section.date("as_of");
        if (section.has("crs")) {
            m_job.crs = section.text("crs");
        }
        m_job.area =
            static_cast<AreaKind>(section.word("area", {"registered", "plane", "ellipsoid"}));
        m_job.threads = section.whole_number("threads", 0, 1024);
    }

    void read_inputs(InputKind kind)
    {
        const std::string name{key_of(kind)};
        const toml::node* node = m_content.get(name);
        if (node == nullptr) {
            return;
        }
        if (const toml::table* table = node->as_table()) {
            read_input(kind, *table, name);
            return;
        }
        const toml::array* list = node->as_array();
        if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
            note(*node, msg("'{}' must be a section, [{}], not {}", name, name, type_of(*node)));
            return;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            read_input(kind, *list->get(i)->as_table(),
                       list->size() == 1 ? name : fmt::format("{}[{}]", name, i + 1));
        }
    }

    void read_input(InputKind kind, const toml::table& table, std::string name)
    {
        JobSection section{table, name, m_file, m_mistakes};
        std::vector<std::string> keys{"path",      "layer",  "sheet", "encoding",
                                      "delimiter", "crs",    "where", "header_row",
                                      "year",      "fields", "values"};
        if (kind == InputKind::changes) {
            keys.emplace_back("from_parcels");
        }
        section.check_keys(keys);
        if (kind == InputKind::changes && section.has("from_parcels")) {
            m_job.changes_from_parcels = section.yes_no("from_parcels");
            if (!section.has("path")) {
                return; // no changes but those
            }
        }
        InputSpec input;
        input.kind = kind;
        input.section = std::move(name);
        input.shown = section.required_text("path");
        input.path = resolved(input.shown);
        input.layer = section.text(section.has("sheet") ? "sheet" : "layer");
        if (section.has("sheet") && section.has("layer")) {
            section.mistake("layer", msg("[{}] has both 'layer' and 'sheet'", section.name()));
        }
        input.crs = section.text("crs");
        input.where = section.text("where");
        input.header_row = section.whole_number("header_row", 1, 1'048'576);
        input.year = section.whole_number("year", 1990, 2099);
        read_encoding(section, input);
        read_delimiter(section, input);
        input.fields = read_fields(section, "fields", kind);
        input.values = read_fields(section, "values", kind);
        m_job.inputs.push_back(std::move(input));
    }

    static void read_encoding(const JobSection& section, InputSpec& input)
    {
        const std::string written = section.text("encoding");
        input.encoding = parse_encoding(written);
        if (!written.empty() && !input.encoding) {
            section.mistake("encoding", msg("'{}' is no known encoding; write utf-8, gbk, big5 or "
                                            "utf-16",
                                            written));
        }
    }

    static void read_delimiter(const JobSection& section, InputSpec& input)
    {
        const std::string written = section.text("delimiter");
        if (written.size() == 1) {
            input.delimiter = written[0];
        } else if (!written.empty()) {
            section.mistake("delimiter",
                            msg("'delimiter' in [{}] must be one character", section.name()));
        }
    }

    [[nodiscard]] std::map<std::string, std::string>
    read_fields(const JobSection& section, std::string_view key, InputKind kind)
    {
        std::map<std::string, std::string> result;
        const toml::node* node = section.table().get(key);
        const toml::table* table = node == nullptr ? nullptr : node->as_table();
        if (table == nullptr) {
            if (node != nullptr) {
                section.mistake(*node, msg("'{}' in [{}] must be a section, not {}", key,
                                           section.name(), type_of(*node)));
            }
            return result;
        }
        std::vector<std::string> known;
        for (const Field* field : fields_of(kind)) {
            known.push_back(field->name);
        }
        JobSection fields{*table, fmt::format("{}.{}", section.name(), key), m_file, m_mistakes};
        fields.check_keys(known);
        for (const auto& [name, value] : *table) {
            if (std::find(known.begin(), known.end(), name.str()) != known.end()) {
                result[std::string{name.str()}] = fields.required_text(name.str());
            }
        }
        return result;
    }

    void read_output(JobSection& section)
    {
        section.check_keys({"folder", "formats", "shapefile_encoding", "postgis", "schema", "mask",
                            "mask_key", "mask_policy"});
        m_job.output.folder = resolved(section.text("folder"));
        m_job.output.formats = section.texts("formats");
        m_job.output.shapefile_encoding = section.text("shapefile_encoding");
        m_job.output.postgis = section.text("postgis");
        m_job.output.schema = section.text("schema");
        m_job.output.mask = section.yes_no("mask");
        m_job.output.mask_key = resolved(section.text("mask_key"));
        m_job.output.mask_policy = resolved(section.text("mask_policy"));
    }

    /// freed_land = 0.5, or freed_land = { 2022 = 0.3, 2023 = 0.5 }. Which targets there are, the
    /// policy knows.
    void read_targets(JobSection& section)
    {
        section.check_keys({"actual"});
        const toml::node* node = section.table().get("actual");
        if (node == nullptr) {
            return;
        }
        if (!node->is_table()) {
            section.mistake("actual", msg("'{}' in [{}] must be a section, not {}",
                                          std::string{"actual"}, section.name(), type_of(*node)));
            return;
        }
        const JobSection actual{*node->as_table(), "targets.actual", m_file, m_mistakes};
        for (const auto& [key, value] : actual.table()) {
            const std::string target{key.str()};
            if (const toml::table* years = value.as_table()) {
                read_years(target, *years);
            } else {
                m_job.actuals.push_back({target, 0, actual.number(target)});
            }
        }
    }

    void read_years(const std::string& target, const toml::table& years)
    {
        const JobSection section{years, fmt::format("targets.actual.{}", target), m_file,
                                 m_mistakes};
        for (const auto& [key, value] : years) {
            const std::string_view name = key.str();
            const double year = is_ascii_digits(name) ? parse_number(name).value_or(0.0) : 0.0;
            if (year < 1900.0 || year > 2200.0) {
                section.mistake(value, msg("'{}' in [{}] must be a year, such as 2023", key.str(),
                                           section.name()));
                continue;
            }
            m_job.actuals.push_back({target, static_cast<int>(year), section.number(name)});
        }
    }

    void read_shifts(JobSection& section)
    {
        section.check_keys({"xian80", "beijing54"});
        for (const auto& [key, node] : section.table()) {
            const toml::table* table = node.as_table();
            if (table == nullptr) {
                section.mistake(node, msg("'{}' in [{}] must be a section, not {}", key.str(),
                                          section.name(), type_of(node)));
                continue;
            }
            if (key.str() != "xian80" && key.str() != "beijing54") {
                continue;
            }
            JobSection shift_section{*table, fmt::format("transform.{}", key.str()), m_file,
                                     m_mistakes};
            m_job.shifts.push_back(read_shift(
                shift_section, key.str() == "xian80" ? Datum::xian80 : Datum::beijing54));
        }
    }

    [[nodiscard]] static DatumShift read_shift(JobSection& section, Datum from)
    {
        section.check_keys(
            {"method", "dx", "dy", "dz", "rx", "ry", "rz", "scale_ppm", "convention"});
        DatumShift shift;
        shift.from = from;
        shift.method =
            static_cast<DatumShift::Method>(section.word("method", {"helmert", "plane"}));
        shift.dx = section.number("dx");
        shift.dy = section.number("dy");
        shift.dz = section.number("dz");
        shift.rx = section.number("rx");
        shift.ry = section.number("ry");
        shift.rz = section.number("rz");
        shift.scale_ppm = section.number("scale_ppm");
        shift.coordinate_frame =
            section.word("convention", {"position_vector", "coordinate_frame"}) == 1;
        return shift;
    }

    void throw_mistakes()
    {
        if (m_mistakes.empty()) {
            return;
        }
        std::stable_sort(m_mistakes.begin(), m_mistakes.end(),
                         [](const Mistake& a, const Mistake& b) {
                             return std::pair{a.line, a.column} < std::pair{b.line, b.column};
                         });
        Text all;
        for (const Mistake& mistake : m_mistakes) {
            all.zh += (all.zh.empty() ? "" : "\n") + shown(mistake, Lang::zh);
            all.en += (all.en.empty() ? "" : "\n") + shown(mistake, Lang::en);
        }
        throw UsageError{all};
    }

    const toml::table& m_content;
    const std::string& m_file;
    std::filesystem::path m_folder;
    Mistakes m_mistakes;
    Job m_job;
};

/// A job file is edited by hand, often in a program that saves GBK.
void refuse_other_encodings(std::string_view text, const std::string& file)
{
    if (is_utf8(text)) {
        return;
    }
    const EncodingFinding finding = find_encoding(text);
    if (finding.encoding == Encoding::gb18030) {
        throw UsageError{msg("'{}' is in GBK; save it as UTF-8", file)};
    }
    if (finding.encoding) {
        throw UsageError{msg("'{}' is in {}; save it as UTF-8", file, name_of(*finding.encoding))};
    }
    throw UsageError{msg("'{}' is no text in UTF-8", file)};
}

} // namespace

std::string shown_path(const InputSpec& spec)
{
    return without_password(spec.shown.empty() ? spec.path : spec.shown);
}

std::vector<const InputSpec*> Job::inputs_of(InputKind kind) const
{
    std::vector<const InputSpec*> result;
    for (const InputSpec& input : inputs) {
        if (input.kind == kind) {
            result.push_back(&input);
        }
    }
    return result;
}

Job parse_job(std::string_view text, const std::string& file,
              std::span<const std::string> overrides)
{
    refuse_other_encodings(text, file);
    toml::table content;
    try {
        content = toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        const auto& place = error.source().begin;
        throw UsageError{
            msg("{}:{}:{}: {}", file, place.line, place.column, std::string{error.description()})};
    }
    apply_overrides(content, overrides);
    return JobReader{content, file}.run();
}

Job read_job(const std::string& path, std::span<const std::string> overrides)
{
    return parse_job(read_file(path), path, overrides);
}

} // namespace tenglong::geo
