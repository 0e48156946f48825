#include "tests/village/village.hpp"

#include "core/policy/loader.hpp"
#include "geo/result/result_file.hpp"
#include "geo/write/result_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <stdexcept>

namespace tenglong::tests {

namespace {

// Of CGCS2000, 3-degree zone at 120° E: where the synthetic city lies, too.
constexpr double k_east = 520'000.0;
constexpr double k_north = 3'287'000.0;
constexpr std::string_view k_crs = "EPSG:4549";

[[nodiscard]] Cells joined(Cells first, const Cells& more)
{
    for (const auto& [name, value] : more) {
        const auto same = [&, wanted = name](const auto& each) { return each.first == wanted; };
        const auto found = std::find_if(first.begin(), first.end(), same);
        if (found == first.end()) {
            first.emplace_back(name, value);
        } else {
            found->second = value;
        }
    }
    return first;
}

[[nodiscard]] std::string json_of(const Box& b, const Cells& cells)
{
    std::string properties;
    for (const auto& [name, value] : cells) {
        properties += fmt::format("{}\"{}\": \"{}\"", properties.empty() ? "" : ", ", name, value);
    }
    const double x0 = k_east + b.x0;
    const double x1 = k_east + b.x1;
    const double y0 = k_north + b.y0;
    const double y1 = k_north + b.y1;
    return fmt::format(R"({{"type": "Feature", "properties": {{{}}}, "geometry": {{"type": )"
                       R"("Polygon", "coordinates": [[[{}, {}], [{}, {}], [{}, {}], [{}, {}], )"
                       R"([{}, {}]]]}}}})",
                       properties, x0, y0, x1, y0, x1, y1, x0, y1, x0, y0);
}

/// Read once a program: that takes longer than the run of a village.
[[nodiscard]] std::shared_ptr<const Profile> shipped(const std::string& policy)
{
    static std::map<std::string, std::shared_ptr<const Profile>> profiles;
    auto& profile = profiles[policy];
    if (!profile) {
        profile = load_profile(policy);
    }
    return profile;
}

} // namespace

Village::Village()
    : m_folder{std::filesystem::temp_directory_path() /
               fmt::format("tenglong-village-{}", std::random_device{}())}
{
    std::filesystem::create_directories(m_folder);
}

Village::~Village()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::string Village::parcel_code(int number)
{
    return fmt::format("330681001002GB{:05}", number);
}

std::string Village::credit_code(int number)
{
    return fmt::format("91330681MA2{:06}X", number);
}

Village& Village::parcel(int number, const Box& box, const Cells& cells)
{
    return feature("parcels", box,
                   joined({{"宗地代码", parcel_code(number)}, {"土地用途", "工业用地"}}, cells));
}

Village& Village::building(const Box& box, Cells cells)
{
    return feature("buildings", box, std::move(cells));
}

Village& Village::enterprise(int number, int parcel, const Cells& cells)
{
    return row("enterprises",
               joined({{"统一社会信用代码", credit_code(number)},
                       {"企业名称", fmt::format("第{}有限公司", number)},
                       {"宗地代码", parcel > 0 ? parcel_code(parcel) : std::string{}}},
                      cells));
}

Village& Village::feature(const std::string& section, const Box& box, Cells cells)
{
    m_sections[section].push_back({box, std::move(cells)});
    return *this;
}

Village& Village::row(const std::string& section, Cells cells)
{
    m_sections[section].push_back({std::nullopt, std::move(cells)});
    return *this;
}

Village& Village::job(const std::string& more)
{
    m_job += more + "\n";
    return *this;
}

geo::Job Village::read() const
{
    std::string job =
        fmt::format("[job]\nname = \"村\"\nas_of = 2023-12-31\ncrs = \"{}\"\n", k_crs);
    for (const auto& [section, features] : m_sections) {
        const bool shapes = features.front().box.has_value();
        const std::string file = section + (shapes ? ".geojson" : ".csv");
        std::ofstream out{m_folder / file, std::ios::binary};
        job += fmt::format("[{}]\npath = \"{}\"\n", section, file);
        if (shapes) {
            job += fmt::format("crs = \"{}\"\n", k_crs);
            out << R"({"type": "FeatureCollection", "features": [)";
            for (std::size_t i = 0; i < features.size(); ++i) {
                out << (i == 0 ? "" : ",\n") << json_of(*features[i].box, features[i].cells);
            }
            out << "]}\n";
            continue;
        }
        std::vector<std::string> columns;
        for (const Feature& each : features) {
            for (const auto& [name, value] : each.cells) {
                if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
                    columns.push_back(name);
                }
            }
        }
        out << fmt::format("{}\n", fmt::join(columns, ","));
        for (const Feature& each : features) {
            std::vector<std::string> line(columns.size());
            for (const auto& [name, value] : each.cells) {
                line[static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) -
                                              columns.begin())] = value;
            }
            out << fmt::format("{}\n", fmt::join(line, ","));
        }
    }
    std::ofstream{m_folder / "job.toml", std::ios::binary} << job << m_job;
    return geo::read_job((m_folder / "job.toml").string());
}

geo::Result Village::analyzed(const std::string& policy)
{
    geo::Job job = read();
    job.policy = policy;
    m_profile = shipped(policy);
    geo::Workers workers{1};
    geo::Progress silent;
    return geo::analyze(job, *m_profile, *job.as_of, "test", workers, silent);
}

std::filesystem::path Village::written(const std::string& policy)
{
    const geo::Result result = analyzed(policy);
    std::filesystem::path place = m_folder / "result";
    geo::ResultFolder folder{place, {.overwrite = true}};
    folder.write_layers(result.tables,
                        {.crs = result.survey->crs.definition, .as_of = result.summary.as_of});
    folder.commit();
    return place;
}

std::size_t row_of(const ResultTable& table, const std::string& column, const std::string& value)
{
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table[column].present(row) && table[column].text(row) == value) {
            return row;
        }
    }
    throw std::out_of_range{"no row of '" + table.id() + "' has " + column + " = " + value};
}

std::string codes_at(const ResultTable& table, const std::string& column, std::size_t row)
{
    std::string all;
    if (table[column].present(row)) {
        for (const std::string_view code : table[column].codes(row)) {
            all += all.empty() ? "" : " ";
            all += code;
        }
    }
    return all;
}

bool has_issue(const geo::Result& result, const std::string& kind, const std::string& part)
{
    const auto& issues = result.survey->issues;
    return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
        return issue.kind == kind && issue.text.en.find(part) != std::string::npos;
    });
}

} // namespace tenglong::tests
