#include "geo/run/evaluation_step.hpp"

#include "core/evaluate/parks.hpp"
#include "core/register/register_facts.hpp"

namespace tenglong::geo {

namespace {

/// Writes a place of its main parcel to each enterprise that has none of its own.
void write_place(Survey& survey, std::string_view fact)
{
    FactTable& enterprises = *survey.enterprise_facts;
    const FactTable& parcels = *survey.parcel_facts;
    const FactId place = parcels.id(fact);
    FactColumn& column = enterprises.column(fact);
    const auto found =
        column.add({true, SourceId::none, msg("of the parcel of which it uses most")});
    for (std::size_t row = 0; row < enterprises.rows(); ++row) {
        if (column.present(row)) {
            continue;
        }
        const Link* most = nullptr;
        const std::size_t own =
            row < survey.enterprise_rows.size() ? survey.enterprise_rows[row] : row;
        for (const Link& link : survey.reg.links_of(own)) {
            if (most == nullptr || link.land > most->land) {
                most = &link;
            }
        }
        const auto text = most == nullptr ? std::nullopt : parcels.text(place, most->parcel);
        if (text) {
            column.set_text(row, enterprises.pool().intern(*text), found);
        }
    }
}

} // namespace

Evaluation write_evaluation(Survey& survey, const Profile& profile)
{
    write_place(survey, "park");
    write_place(survey, "town");
    Evaluation evaluation = evaluate_enterprises(profile, *survey.enterprise_facts);
    survey.issues.insert(survey.issues.end(), evaluation.issues.begin(), evaluation.issues.end());
    write_lead_facts(survey.reg, *survey.enterprise_facts, *survey.parcel_facts,
                     survey.enterprise_rows);
    write_park_facts(*survey.parcel_facts, *survey.enterprise_facts, *survey.park_facts);
    rank_parks(profile, *survey.park_facts);
    return evaluation;
}

} // namespace tenglong::geo
