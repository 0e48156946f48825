#include "tools/cli/subject_json.hpp"

#include "core/facts/catalogue.hpp"
#include "core/tables/cell_text.hpp"

#include <algorithm>

namespace tenglong::tools {

namespace {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json cell_json(const ResultColumn& column, std::size_t row)
{
    const ColumnSpec& spec = column.spec();
    if (!column.present(row)) {
        return nullptr;
    }
    if (spec.many) {
        Json codes = Json::array();
        for (const std::string_view code : column.codes(row)) {
            if (!code.empty()) {
                codes.push_back(code);
            }
        }
        return codes;
    }
    switch (spec.type) {
    case ColumnType::number:
        return column.number(row);
    case ColumnType::integer:
        return column.integer(row);
    case ColumnType::yes_no:
        return column.yes_no(row);
    case ColumnType::json: {
        Json value = Json::parse(column.text(row), nullptr, false);
        return value.is_discarded() ? Json(column.text(row)) : value;
    }
    default:
        return plain_text(column, row);
    }
}

[[nodiscard]] Json rows_json(const ResultTable& table)
{
    Json rows = Json::array();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Json cells = Json::object();
        for (const ResultColumn& column : table.columns()) {
            cells[column.spec().name] = cell_json(column, row);
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

[[nodiscard]] Json both(const Text& text)
{
    return {{"zh", text.zh}, {"en", text.en}};
}

[[nodiscard]] Json value_json(const FactTable& facts, FactId fact)
{
    switch (facts.catalogue()[fact].type) {
    case FactType::number:
        return facts.number(fact, 0).value();
    case FactType::yes_no:
        return facts.yes_no(fact, 0).value();
    case FactType::date:
        return facts.date(fact, 0)->iso();
    case FactType::set: {
        Json members = Json::array();
        for (const std::string_view member :
             facts.pool().members(static_cast<TextId>(facts.find(fact)->words()[0]))) {
            members.push_back(member);
        }
        return members;
    }
    default:
        return facts.text(fact, 0).value();
    }
}

[[nodiscard]] Json fact_json(const FactTable& facts, FactId fact)
{
    const FactDeclaration& declared = facts.catalogue()[fact];
    const Origin origin = facts.origin(fact, 0);
    Json json{{"fact", declared.name}, {"label", both(declared.label)}};
    json["value"] = origin.present ? value_json(facts, fact) : Json{};
    if (declared.type == FactType::number && !declared.unit.is_plain()) {
        json["unit"] = declared.unit.key();
    }
    if (!origin.place.file.empty()) {
        json["file"] = origin.place.file;
    }
    if (!origin.place.layer.empty()) {
        json["layer"] = origin.place.layer;
    }
    if (origin.place.row > 0) {
        json["row"] = origin.place.row;
    }
    if (!origin.note.empty()) {
        json["note"] = both(origin.note);
    }
    return json;
}

/// All facts that the catalogue has for this kind of subject, missing ones too.
[[nodiscard]] Json facts_json(const FactTable& facts)
{
    Json all = Json::array();
    for (std::size_t id = 0; id < facts.catalogue().size(); ++id) {
        const auto fact = static_cast<FactId>(id);
        if (facts.catalogue()[fact].subject == facts.subject()) {
            all.push_back(fact_json(facts, fact));
        }
    }
    return all;
}

[[nodiscard]] Json verdicts_json(const SubjectFile& file)
{
    Json all = Json::array();
    for (const ToldVerdict& each : file.verdicts.verdicts) {
        const Rule& rule = *each.verdict.rule;
        Json json{{"rule", rule.id}, {"label", both(rule.label)}};
        json["verdict"] = each.verdict.truth == Truth::yes  ? "yes"
                          : each.verdict.truth == Truth::no ? "no"
                                                            : "unknown";
        json["sentence"] = both(each.sentence);
        Json facts = Json::array();
        for (const Evidence* leaf : leaves(each.verdict.evidence)) {
            for (const FactSeen& seen : leaf->facts) {
                const std::string& name = file.record.facts->catalogue()[seen.fact].name;
                if (std::find(facts.begin(), facts.end(), Json(name)) == facts.end()) {
                    facts.push_back(name);
                }
            }
        }
        json["facts"] = std::move(facts);
        json["document"] = rule.citation.document;
        json["clause"] = rule.citation.clause;
        all.push_back(std::move(json));
    }
    return all;
}

[[nodiscard]] Json measures_json(const SubjectFile& file)
{
    const std::vector<Measure>& measures = file.record.profile->measures;
    Json all = Json::array();
    for (const ToldMeasure& each : file.verdicts.measures) {
        Json undecided = Json::array();
        for (const std::uint16_t open : each.choice.undecided) {
            undecided.push_back(measures[open].id);
        }
        Json json{{"group", both(each.group)}};
        json["measure"] =
            each.choice.has_measure() ? Json(measures[each.choice.measure].id) : Json{};
        json["undecided"] = std::move(undecided);
        json["reason"] = both(each.reason);
        all.push_back(std::move(json));
    }
    return all;
}

[[nodiscard]] Json parcels_json(const std::vector<ResultTable>& rows)
{
    Json all = Json::array();
    for (const ResultTable& row : rows) {
        Json json = Json::object();
        for (const char* name : {"parcel_code", "status", "measure", "area_m2", "reclaim_m2"}) {
            json[name] = cell_json(row[name], 0);
        }
        all.push_back(std::move(json));
    }
    return all;
}

} // namespace

nlohmann::ordered_json subject_json(const SubjectFile& file)
{
    Json json{{"kind", key_of(file.kind)}, {"code", file.code}};
    json["policy"] = file.record.profile->id;
    json["subject"] = rows_json(file.subject).at(0);
    json["facts"] = facts_json(*file.record.facts);
    json["verdicts"] = verdicts_json(file);
    json["measures"] = measures_json(file);
    if (!file.verdicts.energy.empty()) {
        json["energy_reason"] = both(file.verdicts.energy);
    }
    if (file.kind == SubjectKind::parcel) {
        json["land_reason"] = both(file.verdicts.land);
        json["carbon_reason"] = both(file.verdicts.carbon);
        json["block"] = file.block.rows() == 0 ? Json{} : rows_json(file.block).at(0);
        json["neighbours"] = parcels_json(file.neighbours);
        json["enterprises"] = file.enterprises;
    } else if (file.kind == SubjectKind::enterprise) {
        json["parcels"] = parcels_json(file.parcels);
        json["missing_parcels"] = file.missing_parcels;
    }
    json["evidence"] = rows_json(file.evidence);
    json["issues"] = rows_json(file.issues);
    return json;
}

} // namespace tenglong::tools
