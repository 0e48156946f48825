#include "geo/survey/code_facts.hpp"

#include "core/codes/credit_code.hpp"
#include "core/codes/industry_code.hpp"
#include "core/codes/land_use_code.hpp"
#include "core/codes/parcel_code.hpp"
#include "core/register/keys.hpp"
#include "geo/survey/fact_writer.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace tenglong::geo {

namespace {

/// Writes a yes or no that a text fact decides; each distinct text is read once.
template <class Decide>
void put_decided(FactTable& facts, std::string_view from, std::string_view to, Decide&& decide)
{
    const FactColumn* texts = facts.find(from);
    if (texts == nullptr) {
        return;
    }
    FactWriter writer{facts, to};
    const auto none = writer.because(msg("there is no code to tell it from"));
    const auto unclear = writer.because(msg("the code does not tell it"));
    std::unordered_map<std::int32_t, std::optional<bool>> known;
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        if (!texts->present(row)) {
            writer.missing(row, none);
            continue;
        }
        const std::int32_t id = texts->words()[row];
        const auto [place, is_new] = known.try_emplace(id);
        if (is_new) {
            place->second = decide(std::string{facts.pool()[static_cast<TextId>(id)]});
        }
        if (place->second) {
            writer.yes_no(row, *place->second);
        } else {
            writer.missing(row, unclear);
        }
    }
}

[[nodiscard]] std::vector<std::string> texts_of(const FactTable& facts, std::string_view fact)
{
    std::vector<std::string> result;
    const FactColumn* column = facts.find(fact);
    for (std::size_t row = 0; column != nullptr && row < facts.rows(); ++row) {
        if (column->present(row)) {
            result.emplace_back(facts.pool()[static_cast<TextId>(column->words()[row])]);
        }
    }
    return result;
}

void put_use(FactTable& parcels, std::string_view from, std::string_view to)
{
    const auto system = land_use_system_of(texts_of(parcels, from));
    put_decided(parcels, from, to, [&](const std::string& text) {
        return LandUse::parse(text, system).is_industrial();
    });
}

/// Lists what is wrong with the codes of a fact.
template <class Code>
void check_codes(const FactTable& facts, std::string_view fact, std::string_view kind,
                 bool show_subject, std::vector<Issue>& issues, Code&& parse)
{
    const FactColumn* column = facts.find(fact);
    if (column == nullptr) {
        return;
    }
    const FactId id = facts.id(fact);
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        if (!column->present(row)) {
            continue;
        }
        const std::string written{facts.pool()[static_cast<TextId>(column->words()[row])]};
        const auto code = parse(written);
        if (code.note().empty()) {
            continue;
        }
        const bool broken =
            code.state() == CodeState::malformed || code.state() == CodeState::wrong_check;
        const std::string shown = show_subject ? written : shown_credit_code(written);
        issues.push_back({std::string{kind}, broken ? Severity::warning : Severity::note,
                          facts.origin(id, row).place, shown, std::nullopt,
                          msg("code '{}': {}", shown, code.note())});
    }
}

} // namespace

void put_land_codes(FactTable& parcels)
{
    put_use(parcels, "land_use", "is_industrial");
    put_use(parcels, "planned_use", "planned_industrial");
    put_decided(parcels, "parcel_code", "state_owned",
                [](const std::string& text) -> std::optional<bool> {
                    const auto ownership = ParcelCode::parse(text).ownership();
                    if (!ownership || *ownership == LandOwnership::undetermined) {
                        return std::nullopt;
                    }
                    return *ownership == LandOwnership::state;
                });
}

void put_industry(FactTable& enterprises)
{
    put_decided(enterprises, "industry_code", "is_manufacturing", [](const std::string& text) {
        return IndustryCode::parse(text, IndustryEdition::y2017).is_manufacturing();
    });
}

void check_parcel_codes(const FactTable& parcels, std::vector<Issue>& issues)
{
    check_codes(parcels, "parcel_code", "parcel_code_unusual", true, issues,
                [](const std::string& text) { return ParcelCode::parse(text); });
    check_codes(parcels, "holder_credit_code", "credit_code_unusual", false, issues,
                [](const std::string& text) { return CreditCode::parse(text); });
}

void check_enterprise_codes(const FactTable& enterprises, std::vector<Issue>& issues)
{
    check_codes(enterprises, "credit_code", "credit_code_unusual", false, issues,
                [](const std::string& text) { return CreditCode::parse(text); });
    check_codes(
        enterprises, "industry_code", "industry_code_unusual", true, issues,
        [](const std::string& text) { return IndustryCode::parse(text, IndustryEdition::y2017); });
}

} // namespace tenglong::geo
