#include "tools/cli/subject_file.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"
#include "core/policy/loader.hpp"
#include "core/policy/profile.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tenglong::tools {

namespace {

[[nodiscard]] std::string text_at(const ResultColumn& column, std::size_t row)
{
    return column.present(row) ? std::string{column.text(row)} : std::string{};
}

[[nodiscard]] UsageError unknown(const geo::ResultFile& result, const std::string& code)
{
    std::vector<std::string> known;
    for (const auto& [table, column] :
         {std::pair{"parcels", "parcel_code"}, std::pair{"enterprises", "credit_code"}}) {
        const geo::SpatialTable all = result.read(table);
        for (std::size_t row = 0; row < all.table.rows(); ++row) {
            known.push_back(text_at(all.table[column], row));
        }
    }
    return UsageError{with_suggestion(
        msg("'{}' is no parcel and no enterprise of '{}'", code, result.path().string()), code,
        known)};
}

/// The profile of the run; null if it is not one that comes with the program.
[[nodiscard]] std::unique_ptr<Profile> profile_of(const geo::ResultFile& result)
{
    const ResultTable run = result.read_where("run", "kind", "policy").table;
    for (std::size_t row = 0; row < run.rows(); ++row) {
        if (text_at(run["name"], row) != "id") {
            continue;
        }
        for (const ShippedProfile& shipped : shipped_profiles()) {
            if (shipped.id == text_at(run["value"], row)) {
                return load_profile(shipped.id);
            }
        }
    }
    return nullptr;
}

void set_words(ResultTable& table, const char* name, const Dictionary& added)
{
    const auto column = table.find(name);
    if (!column) {
        return;
    }
    const DictionaryPtr before = table.columns()[*column].spec().words;
    auto words = before ? std::make_shared<Dictionary>(*before) : std::make_shared<Dictionary>();
    for (const DictionaryEntry& entry : added.entries()) {
        words->set(entry);
    }
    table.columns()[*column].set_words(std::move(words));
}

void add_words(SubjectFile& file, const Profile& profile)
{
    Dictionary rules;
    for (const Rule& rule : profile.rules_for(file.kind).rules()) {
        rules.set({rule.id, rule.label, std::nullopt});
    }
    set_words(file.evidence, "rule", rules);
    for (const char* name : {"status", "flags", "undecided"}) {
        set_words(file.subject, name, rules);
    }
    Dictionary measures;
    for (const Measure& measure : profile.measures) {
        measures.set({measure.id, measure.label, std::nullopt});
    }
    set_words(file.subject, "measure", measures);
}

void add_block(SubjectFile& file, const geo::ResultFile& result)
{
    const std::string id = text_at(file.subject["block_id"], 0);
    if (id.empty()) {
        return;
    }
    file.block = result.read_where("blocks", "block_id", id).table;
    for (std::size_t row = 0; row < file.block.rows(); ++row) {
        for (const std::string_view code : file.block["parcel_codes"].codes(row)) {
            if (code != file.code) {
                file.neighbours.emplace_back(code);
            }
        }
    }
}

void add_enterprises(SubjectFile& file, const geo::ResultFile& result)
{
    const ResultTable all = result.read("enterprises").table;
    for (std::size_t row = 0; row < all.rows(); ++row) {
        const auto codes = all["parcel_codes"].present(row) ? all["parcel_codes"].codes(row)
                                                            : std::vector<std::string_view>{};
        if (std::find(codes.begin(), codes.end(), file.code) != codes.end()) {
            std::string& shown = file.enterprises.emplace_back(text_at(all["credit_code"], row));
            shown += shown.empty() ? "" : " ";
            shown += text_at(all["name"], row);
        }
    }
}

} // namespace

SubjectFile subject_file(const geo::ResultFile& result, const std::string& code)
{
    SubjectKind kind = SubjectKind::parcel;
    ResultTable subject = result.read_where("parcels", "parcel_code", code).table;
    if (subject.rows() == 0) {
        kind = SubjectKind::enterprise;
        subject = result.read_where("enterprises", "credit_code", code).table;
    }
    if (subject.rows() == 0) {
        throw unknown(result, code);
    }
    // No block has an empty code: a table without rows.
    SubjectFile file{kind,
                     code,
                     std::move(subject),
                     result.read_where("evidence", "subject_code", code).table,
                     result.read_where("issues", "subject", code).table,
                     result.read_where("blocks", "block_id", "").table,
                     {},
                     {}};
    if (kind == SubjectKind::parcel) {
        add_block(file, result);
        add_enterprises(file, result);
    }
    if (const auto profile = profile_of(result)) {
        add_words(file, *profile);
    }
    return file;
}

} // namespace tenglong::tools
