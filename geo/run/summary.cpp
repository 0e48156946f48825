#include "geo/run/summary.hpp"

#include "core/base/units.hpp"
#include "core/rules/describe.hpp"

#include <nlohmann/json.hpp>

namespace tenglong::geo {

namespace {

using Json = nlohmann::ordered_json;

template <class Value>
[[nodiscard]] Json or_null(const std::optional<Value>& value)
{
    return value ? Json(*value) : Json();
}

[[nodiscard]] double in_mu(double area_m2)
{
    return to_mu(SquareMetres{area_m2}).value();
}

[[nodiscard]] Json mu_or_null(const std::optional<double>& area_m2)
{
    return area_m2 ? Json(in_mu(*area_m2)) : Json();
}

[[nodiscard]] Json both_languages(const Text& text)
{
    return {{"zh", text.zh}, {"en", text.en}};
}

[[nodiscard]] Json counts(const std::vector<StatusSummary>& statuses)
{
    Json json = Json::object();
    for (const StatusSummary& each : statuses) {
        json[each.id] = {{"count", each.count}, {"area_mu", in_mu(each.area_m2)}};
    }
    return json;
}

[[nodiscard]] Json inputs(const Summary& summary)
{
    Json json = Json::array();
    for (const InputSummary& input : summary.inputs) {
        json.push_back({{"section", input.section},
                        {"path", input.path},
                        {"layer", input.layer},
                        {"rows", input.rows},
                        {"hash", input.hash}});
    }
    return json;
}

[[nodiscard]] Json undecided(const Summary& summary)
{
    Json missing = Json::array();
    for (const LackSummary& lack : summary.missing) {
        Json reasons = Json::array();
        for (const LackReason& each : lack.reasons) {
            Json inputs = Json::array();
            for (const InputKind kind : each.inputs) {
                inputs.push_back(key_of(kind));
            }
            reasons.push_back({{"fact", each.fact},
                               {"label", both_languages(each.label)},
                               {"why", both_languages(each.why)},
                               {"file", each.file},
                               {"inputs", std::move(inputs)},
                               {"subjects", each.subjects}});
        }
        missing.push_back({{"subject", key_of(lack.subject)},
                           {"fact", lack.fact},
                           {"label", both_languages(lack.label)},
                           {"verdicts", lack.verdicts},
                           {"subjects", lack.subjects},
                           {"reasons", std::move(reasons)}});
    }
    return {{"parcels", summary.undecided_parcels},
            {"flags", counts(summary.undecided)},
            {"missing", std::move(missing)}};
}

[[nodiscard]] Json rules(const Summary& summary)
{
    Json json = Json::array();
    for (const RuleSummary& each : summary.rules) {
        json.push_back({{"subject", key_of(each.subject)},
                        {"rule", each.rule},
                        {"label", both_languages(each.label)},
                        {"role", key_of(each.role)},
                        {"yes", each.yes},
                        {"no", each.no},
                        {"undecided", each.undecided}});
    }
    return json;
}

[[nodiscard]] Json reclaimable(const ReclaimSummary& reclaim)
{
    return {{"land_m2", or_null(reclaim.land_m2)},
            {"land_mu", mu_or_null(reclaim.land_m2)},
            {"vacant_m2", or_null(reclaim.vacant_m2)},
            {"floor_potential_m2", or_null(reclaim.floor_potential_m2)},
            {"energy_tce", or_null(reclaim.energy_tce)},
            {"carbon_t", or_null(reclaim.carbon_t)},
            {"left_by_enterprises_m2", or_null(reclaim.left_m2)},
            {"left_beyond_parcels_m2", or_null(reclaim.left_beyond_m2)}};
}

[[nodiscard]] Json enterprises(const EnterpriseSummary& summary)
{
    return {{"rows", summary.rows},
            {"matched", summary.matched},
            {"unmatched", summary.unmatched},
            {"land_mu", or_null(summary.land_mu)},
            {"tax_wan", or_null(summary.tax_wan)}};
}

[[nodiscard]] Json control_line(const LineSummary& line)
{
    return {{"inside_m2", or_null(line.inside_m2)},
            {"outside_m2", or_null(line.outside_m2)},
            {"before_m2", or_null(line.before_m2)},
            {"after_m2", or_null(line.after_m2)},
            {"occupied_m2", or_null(line.occupied_m2)},
            {"compensated_m2", or_null(line.compensated_m2)},
            {"required_m2", or_null(line.required_m2)},
            {"balance_m2", or_null(line.balance_m2)},
            {"holds", or_null(line.holds)}};
}

[[nodiscard]] Json targets(const Summary& summary)
{
    Json json = Json::array();
    for (const TargetSummary& target : summary.targets) {
        json.push_back({{"indicator", target.id},
                        {"label", target.label},
                        {"year", target.year},
                        {"goal", or_null(target.goal)},
                        {"actual", or_null(target.actual)},
                        {"progress", or_null(target.progress)},
                        {"met", target.met}});
    }
    return json;
}

[[nodiscard]] Json issues(const Summary& summary)
{
    Json json = Json::object();
    for (const auto& [kind, issue] : summary.issues) {
        json[kind] = issue.count();
    }
    return json;
}

[[nodiscard]] Json timing(const Summary& summary)
{
    Json json = Json::object();
    for (const StepTime& step : summary.timing) {
        json[step.step] =
            (json.contains(step.step) ? json[step.step].get<double>() : 0.0) + step.seconds;
    }
    return json;
}

} // namespace

std::size_t Summary::issues_at(Severity least) const
{
    std::size_t total = 0;
    for (const auto& [kind, issue] : issues) {
        for (auto level = static_cast<std::size_t>(least); level < 3; ++level) {
            total += issue.by_severity.at(level);
        }
    }
    return total;
}

std::string to_json(const Summary& summary)
{
    const Json json{
        {"job", summary.job},
        {"policy", summary.policy},
        {"as_of", summary.as_of.iso()},
        {"version", summary.version},
        {"inputs", inputs(summary)},
        {"parcels",
         {{"count", summary.parcel_count},
          {"area_m2", summary.parcel_area_m2},
          {"area_mu", in_mu(summary.parcel_area_m2)}}},
        {"built",
         {{"footprint_m2", or_null(summary.footprint_m2)},
          {"floor_m2", or_null(summary.floor_m2)}}},
        {"status", counts(summary.status)},
        {"undecided", undecided(summary)},
        {"rules", rules(summary)},
        {"reclaimable", reclaimable(summary.reclaimable)},
        {"blocks", {{"count", summary.block_count}, {"area_mu", in_mu(summary.block_area_m2)}}},
        {"enterprises", enterprises(summary.enterprises)},
        {"control_line", control_line(summary.control_line)},
        {"targets", targets(summary)},
        {"issues", issues(summary)},
        {"outputs", summary.outputs},
        {"timing", timing(summary)}};
    // A path or a name in an unknown encoding must not break the document.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace tenglong::geo
