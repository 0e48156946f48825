#include "tools/cli/subject_file.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"
#include "core/tables/record_tables.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace tenglong::tools {

namespace {

/// The table of each kind of subject that can be explained, and the column of their codes.
struct Keyed {
    SubjectKind kind;
    const char* table;
    const char* column;
};
constexpr auto k_keyed =
    std::to_array<Keyed>({{SubjectKind::parcel, "parcels", "parcel_code"},
                          {SubjectKind::enterprise, "enterprises", "credit_code"},
                          {SubjectKind::park, "parks", "name"},
                          {SubjectKind::change, "changes", "change_id"},
                          {SubjectKind::region, "regions", "name"}});

[[nodiscard]] std::string text_at(const ResultColumn& column, std::size_t row)
{
    return column.present(row) ? std::string{column.text(row)} : std::string{};
}

[[nodiscard]] UsageError unknown(const geo::ResultFile& result, const std::string& code)
{
    std::vector<std::string> known;
    for (const Keyed& keyed : k_keyed) {
        const geo::SpatialTable all = result.read(keyed.table);
        for (std::size_t row = 0; row < all.table.rows(); ++row) {
            known.push_back(text_at(all.table[keyed.column], row));
        }
    }
    return UsageError{with_suggestion(
        msg("'{}' is no parcel, enterprise, park, control-line change or region of '{}'", code,
            result.path().string()),
        code, known)};
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

/// Codes of flags and measures in the words of the policy.
class Words {
public:
    Words(const Profile& profile, SubjectKind kind)
    {
        for (const Rule& rule : profile.rules_for(kind).rules()) {
            m_rules.set({rule.id, rule.label, std::nullopt});
        }
        for (const Measure& measure : profile.measures) {
            m_measures.set({measure.id, measure.label, std::nullopt});
        }
    }

    void put(ResultTable& table) const
    {
        for (const char* name : {"rule", "status", "flags", "undecided", "met", "failed"}) {
            set_words(table, name, m_rules);
        }
        set_words(table, "measure", m_measures);
    }

private:
    Dictionary m_rules;
    Dictionary m_measures;
};

/// The rows of parcels by their codes, in that order; codes that the result lacks to `missing`.
void add_parcels(const geo::ResultFile& result, const std::vector<std::string_view>& codes,
                 const SubjectFile& file, std::vector<ResultTable>& rows,
                 std::vector<std::string>* missing)
{
    const Words words{*file.record.profile, SubjectKind::parcel};
    for (const std::string_view code : codes) {
        if (code == file.code || code.empty()) {
            continue;
        }
        ResultTable row = result.read_where("parcels", "parcel_code", code).table;
        if (row.rows() > 0) {
            words.put(row);
            rows.push_back(std::move(row));
        } else if (missing != nullptr) {
            missing->emplace_back(code);
        }
    }
}

void add_block(SubjectFile& file, const geo::ResultFile& result)
{
    const std::string id = text_at(file.subject["block_id"], 0);
    if (id.empty()) {
        return;
    }
    file.block = result.read_where("blocks", "block_id", id).table;
    for (std::size_t row = 0; row < file.block.rows(); ++row) {
        if (file.block["parcel_codes"].present(row)) {
            add_parcels(result, file.block["parcel_codes"].codes(row), file, file.neighbours,
                        nullptr);
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

/// The row of a subject. A county has no facts of its own in a result; the whole area has.
[[nodiscard]] std::pair<SubjectKind, ResultTable> find_subject(const geo::ResultFile& result,
                                                               const std::string& code)
{
    for (const Keyed& keyed : k_keyed) {
        ResultTable subject = result.read_where(keyed.table, keyed.column, code).table;
        const bool common =
            keyed.kind == SubjectKind::parcel || keyed.kind == SubjectKind::enterprise;
        const std::string facts = facts_table(keyed.kind).id();
        if (subject.rows() > 0 &&
            (common || (result.has(facts) &&
                        result.read_where(facts, "subject_code", code).table.rows() > 0))) {
            return {keyed.kind, std::move(subject)};
        }
    }
    throw unknown(result, code);
}

} // namespace

SubjectFile subject_file(const geo::ResultFile& result, const std::string& code)
{
    auto [kind, subject] = find_subject(result, code);
    SubjectRecord record = subject_record(result, kind, code);
    SubjectVerdicts verdicts = subject_verdicts(record);
    SubjectFile file{.kind = kind,
                     .code = code,
                     .record = std::move(record),
                     .verdicts = std::move(verdicts),
                     .subject = std::move(subject),
                     .evidence = result.read_where("evidence", "subject_code", code).table,
                     .issues = result.read_where("issues", "subject", code).table,
                     // No block has an empty code: a table without rows.
                     .block = result.read_where("blocks", "block_id", "").table};
    const Words words{*file.record.profile, kind};
    words.put(file.subject);
    words.put(file.evidence);
    if (kind == SubjectKind::parcel) {
        add_block(file, result);
        add_enterprises(file, result);
    } else if (kind == SubjectKind::enterprise && file.subject["parcel_codes"].present(0)) {
        add_parcels(result, file.subject["parcel_codes"].codes(0), file, file.parcels,
                    &file.missing_parcels);
    }
    return file;
}

} // namespace tenglong::tools
