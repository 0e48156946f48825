#include "geo/run/result_tables.hpp"

#include "core/reclaim/measure_words.hpp"
#include "core/rules/flags.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/fill.hpp"
#include "core/tables/standard_tables.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace tenglong::geo {

namespace {

void add_words(Dictionary& words, const RuleSet& rules)
{
    for (const Rule& rule : rules.rules()) {
        if (rule.role != RuleRole::info) {
            words.set({rule.id, rule.label, std::nullopt});
        }
    }
}

[[nodiscard]] std::string_view match_word(MatchKind kind)
{
    switch (kind) {
    case MatchKind::own_row:
    case MatchKind::lease_row:
        return "ledger";
    case MatchKind::parcel_code:
        return "parcel_code";
    case MatchKind::unit_code:
        return "unit_code";
    case MatchKind::holder_code:
    case MatchKind::holder_organization:
        return "credit_code";
    case MatchKind::coordinates:
        return "coordinates";
    case MatchKind::holder_name:
        break;
    }
    return "name";
}

/// How an enterprise was joined to its parcels, by the surest of its links, and which they are.
void add_links(ResultTable& table, const Survey& survey, std::uint32_t row)
{
    const auto links = survey.reg.links_of(row);
    const FactTable& parcels = *survey.parcel_facts;
    const FactId code = parcels.id("parcel_code");
    std::vector<std::string> codes;
    MatchKind surest = MatchKind::holder_name;
    for (const Link& link : links) {
        surest = std::min(surest, link.match);
        codes.push_back(parcels.text(code, link.parcel).value_or(""));
    }
    std::erase(codes, std::string{});
    const std::vector<std::string_view> views{codes.begin(), codes.end()};
    table["match"].add_text(links.empty() ? "unmatched" : match_word(surest));
    table["parcel_codes"].add_codes(views);
}

void add_number_or_none(ResultColumn& column, const std::optional<double>& value)
{
    if (value) {
        column.add_number(*value);
    } else {
        column.add_missing();
    }
}

void add_treatment(ResultTable& table, const Profile& profile, const EnterpriseTreatment& treated)
{
    table["measure"].set_words(measure_words(profile));
    const Treatment& found = treated.treatment;
    for (std::size_t row = 0; row < treated.measures.rows(); ++row) {
        const std::uint16_t leading = treated.measures.leading_measure(row);
        if (leading == k_no_measure) {
            table["measure"].add_missing();
        } else {
            table["measure"].add_text(profile.measures[leading].id);
        }
        const auto& left = found.of_enterprise_m2[row];
        add_number_or_none(table["left_mu"],
                           left ? std::optional{to_mu(SquareMetres{*left}).value()} : std::nullopt);
        add_number_or_none(table["energy_room_tce"], found.energy_tce[row]);
    }
}

void add_place(ResultTable& table, const Survey& survey, std::uint32_t row)
{
    const RowPlace place = survey.register_input.enterprises[row].place;
    if (place.source < survey.register_input.sources.size()) {
        table["file"].add_text(survey.register_input.sources[place.source].file);
    } else {
        table["file"].add_missing();
    }
    if (place.row > 0) {
        table["row"].add_integer(place.row);
    } else {
        table["row"].add_missing();
    }
}

void add_line(ResultTable& run, std::string_view kind, std::string_view name,
              std::string_view value)
{
    run["kind"].add_text(kind);
    run["name"].add_text(name);
    run["value"].add_text(value);
    run.complete();
}

} // namespace

ResultTable parcels_result(const Profile& /*profile*/, const Judged& judged,
                           const Statuses& statuses)
{
    ResultTable table = parcels_table(judged.facts());
    const RuleSet& rules = judged.rules();
    std::vector<std::string_view> ids;
    for (std::size_t row = 0; row < judged.facts().rows(); ++row) {
        const auto leading = statuses.leading(row);
        table["status"].add_text(leading ? std::string_view{rules.rules()[*leading].id} : k_normal);
        statuses.find(row, Truth::yes, ids);
        table["flags"].add_codes(ids);
        statuses.find(row, Truth::unknown, ids);
        table["undecided"].add_codes(ids);
    }
    for (const char* column : {"status", "flags", "undecided"}) {
        table[column].set_words(flag_words(rules));
    }
    return table;
}

ResultTable enterprises_result(const Survey& survey, const Profile& profile, const Judged& judged,
                               const EnterpriseTreatment& treated)
{
    ResultTable table = enterprises_table();
    fill_from_facts(table, judged.facts());
    for (const std::uint32_t row : survey.enterprise_rows) {
        add_links(table, survey, row);
        add_place(table, survey, row);
    }
    add_flags(table, judged.rules(), judged.verdicts);
    add_treatment(table, profile, treated);
    table.complete();
    return table;
}

ResultTable run_result(const Survey& survey, const Job& job, const Profile& profile, Date as_of,
                       const std::string& version)
{
    ResultTable run = run_table();
    add_line(run, "job", "name", job.name);
    add_line(run, "job", "as_of", as_of.iso());
    add_line(run, "job", "crs", survey.crs.definition);
    add_line(run, "policy", "id", profile.id);
    add_line(run, "policy", "title", profile.title.zh);
    add_line(run, "policy", "reference", job.policy_shown.empty() ? job.policy : job.policy_shown);
    add_line(run, "program", "version", version);
    for (const InputSummary& input : survey.inputs) {
        run["rows"].add_integer(static_cast<std::int64_t>(input.rows));
        run["hash"].add_text(input.hash);
        const std::string layer = input.layer.empty() ? "" : " [" + input.layer + "]";
        run["kind"].add_text("input");
        run["name"].add_text(input.section);
        run["value"].add_text(input.path + layer);
        run.complete();
    }
    run.complete();
    return run;
}

DictionaryPtr rule_words(std::span<const Judged* const> judged)
{
    auto words = std::make_shared<Dictionary>(*status_words());
    for (const Judged* each : judged) {
        add_words(*words, each->rules());
    }
    return words;
}

} // namespace tenglong::geo
