#include "tools/gen/truth/truth_files.hpp"

#include "tools/gen/cases/case.hpp"
#include "tools/gen/truth/truth_rows.hpp"
#include "tools/gen/write/landscape.hpp"
#include "tools/gen/write/plane.hpp"

#include <algorithm>

namespace tenglong::tools::gen {

namespace {

using enum ColumnType;

[[nodiscard]] std::vector<Column> vacant_columns()
{
    return {{"parcel_code"},          {"case"},
            {"x0", number, 0, 3},     {"y0", number, 0, 3},
            {"x1", number, 0, 3},     {"y1", number, 0, 3},
            {"rest_m2", number},      {"width_m", number},
            {"front_m", number},      {"road"},
            {"setback_0_m2", number}, {"setback_5_m2", number},
            {"setback_8_m2", number}, {"setback_10_m2", number}};
}

} // namespace

TruthFiles::TruthFiles(const Options& options, const Layout& layout, const Plane& plane)
    : m_options{options}, m_layout{layout}, m_plane{plane}, m_parcels{path("parcels.csv"),
                                                                      parcel_truth_columns(),
                                                                      Charset::utf8},
      m_enterprises{path("enterprises.csv"), enterprise_truth_columns(), Charset::utf8},
      m_vacant{path("vacant.csv"), vacant_columns(), Charset::utf8},
      m_blocks{path("blocks.csv"),
               {{"block", integer}, {"parcel_code"}, {"area_registered_m2", number}},
               Charset::utf8},
      m_cases{path("cases.csv"),
              {{"case"}, {"row"}, {"parcel_code"}, {"expect"}, {"intent"}},
              Charset::utf8}
{}

std::string TruthFiles::path(const char* name) const
{
    return m_options.out + "/truth/" + name;
}

void TruthFiles::add_case(const Parcel& parcel, const ParcelTruth& /*truth*/)
{
    const Case& planted = *parcel.planted;
    m_cases.add({std::string{planted.id}, std::string{planted.row}, parcel.code,
                 std::string{planted.expect}, std::string{planted.intent}});
}

void TruthFiles::add_parcel(const Batch& batch, std::size_t k, const ParcelTruth& truth, int group)
{
    const Parcel& parcel = batch.parcels[k];
    m_parcels.add(parcel_truth_row(m_layout, parcel, truth, group));
    if (parcel.planted != nullptr) {
        add_case(parcel, truth);
    }
    if (parcel.cluster >= 0) {
        m_blocks.add(
            {static_cast<std::int64_t>(parcel.cluster + 1), parcel.code, parcel.registered_m2});
    }
    if (parcel.rest && parcel.rest->exact) {
        const Rest& rest = *parcel.rest;
        const Coordinate low = m_plane.at({rest.rect.x0, rest.rect.y0});
        const Coordinate high = m_plane.at({rest.rect.x1, rest.rect.y1});
        m_vacant.add({parcel.code, std::string{parcel.planted->id}, low.x, low.y, high.x, high.y,
                      rest.area_m2, rest.width_m, rest.front_m,
                      std::string{rest.road ? "yes" : "no"}, vacant_m2(rest, 0.0),
                      vacant_m2(rest, 5.0), vacant_m2(rest, 8.0), vacant_m2(rest, 10.0)});
    }
}

void TruthFiles::add_enterprise(const Batch& batch, const Enterprise& e)
{
    const EnterpriseTruth truth = truth_of(e);
    m_enterprises.add(enterprise_truth_row(batch, e, truth));
    if (truth.score_huangyan_2022 && truth.in_scope == Verdict::yes) {
        m_scored.push_back({e.credit_code, e.above_scale, *truth.score_huangyan_2022});
    }
}

void TruthFiles::add(const Batch& batch)
{
    const auto truths = truths_of(batch, m_options.as_of);
    const auto groups = low_groups(batch, truths);
    int last = 0;
    for (std::size_t k = 0; k < truths.size(); ++k) {
        const int group = groups[k] == 0 ? 0 : m_groups + groups[k];
        last = std::max(last, groups[k]);
        add_parcel(batch, k, truths[k], group);
    }
    m_groups += last;
    for (const Enterprise& e : batch.enterprises) {
        add_enterprise(batch, e);
    }
    m_sums.add(batch, truths, m_options.as_of);
}

void TruthFiles::close(const std::vector<LinePart>& line, const LineChanges& changes)
{
    write_groups();
    write_classes();
    write_changes(changes);
    write_account(changes);
    write_plan(changes);
    write_totals(line, changes);
    for (CsvFile* file : {&m_parcels, &m_enterprises, &m_vacant, &m_blocks, &m_cases}) {
        file->close();
    }
}

} // namespace tenglong::tools::gen
