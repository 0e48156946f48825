#include "core/register/selection.hpp"

#include "core/base/row_ranges.hpp"
#include "core/register/keys.hpp"
#include "core/register/names.hpp"
#include "core/register/same_enterprise.hpp"
#include "core/register/text_index.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tenglong {

namespace {

using Rows = std::span<const EnterpriseRow>;

[[nodiscard]] std::optional<int> latest_year(Rows rows)
{
    std::optional<int> latest;
    for (const EnterpriseRow& row : rows) {
        latest = std::max(latest, row.year);
    }
    return latest;
}

void set_other_years_aside(Rows rows, Selection& selection, IssueList& issues)
{
    std::map<std::pair<std::uint16_t, int>, std::vector<std::int64_t>> others;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].year && rows[i].year != selection.year) {
            selection.use[i] = RowUse::other_year;
            others[{rows[i].place.source, *rows[i].year}].push_back(rows[i].place.row);
        }
    }
    for (const auto& [key, numbers] : others) {
        issues.add("other_year", Severity::note, {0, key.first}, {},
                   msg("rows of {} are set aside ({}: {}); those of {} count", key.second,
                       numbers.size(), row_ranges(numbers), selection.year.value_or(0)));
    }
}

[[nodiscard]] bool same_figures(const EnterpriseRow& a, const EnterpriseRow& b)
{
    const auto figures = all_year_figures();
    return std::all_of(figures.begin(), figures.end(),
                       [&](YearFigure f) { return a.figures.get(f) == b.figures.get(f); }) &&
           a.land_own_mu == b.land_own_mu && a.land_in_mu == b.land_in_mu &&
           a.land_out_mu == b.land_out_mu && a.land_stated_mu == b.land_stated_mu;
}

/// The row of a group that counts.
[[nodiscard]] std::uint32_t counting_row(Rows rows, std::span<const std::uint32_t> group,
                                         DuplicateRule rule)
{
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const auto place = [&](std::uint32_t i) {
            return std::tuple{rows[i].place.source, rows[i].place.row, i};
        };
        if (rows[a].year.has_value() != rows[b].year.has_value()) {
            return rows[a].year.has_value();
        }
        return rule == DuplicateRule::first ? place(a) < place(b) : place(b) < place(a);
    };
    return *std::min_element(group.begin(), group.end(), before);
}

void report_duplicate(Rows rows, std::uint32_t row, std::uint32_t counting, IssueList& issues)
{
    const bool same = same_figures(rows[row], rows[counting]);
    const Text name = called(rows[row]);
    const std::uint32_t at = rows[counting].place.row;
    issues.add("duplicate_enterprise", same ? Severity::note : Severity::warning, rows[row].place,
               subject_of(rows[row]),
               same ? msg("enterprise '{}' has another row for this year: row {} counts, this one "
                          "says the same and is set aside",
                          name, at)
                    : msg("enterprise '{}' has another row for this year: row {} counts, this one "
                          "has other figures, which are not added",
                          name, at));
}

void set_duplicates_aside(Rows rows, std::span<const std::uint32_t> group, DuplicateRule rule,
                          Selection& selection, IssueList& issues)
{
    const std::uint32_t counting = counting_row(rows, group, rule);
    for (const std::uint32_t row : group) {
        if (row != counting) {
            selection.use[row] = RowUse::duplicate;
            selection.counted_as[row] = counting;
            report_duplicate(rows, row, counting, issues);
        }
    }
}

/// Rows whose credit codes hold the same organisation code and yet are not taken for one
/// enterprise.
void report_alike(Rows rows, const std::vector<std::vector<std::uint32_t>>& enterprises,
                  IssueList& issues)
{
    const EnterpriseRow& first = rows[enterprises.front().front()];
    for (std::size_t i = 1; i < enterprises.size(); ++i) {
        const EnterpriseRow& other = rows[enterprises[i].front()];
        issues.add("credit_code_alike", Severity::warning, other.place, subject_of(other),
                   msg("the credit code of enterprise '{}' has a wrong check digit, and its "
                       "organisation code is that of '{}' in row {}: they count as two "
                       "enterprises; if they are one, correct the code",
                       called(other), called(first), first.place.row));
    }
}

/// Rows that share a name, where one has no code that would tell whether they are one enterprise.
void report_same_names(Rows rows, const Selection& selection, IssueList& issues)
{
    const auto lacks_code = [&](std::uint32_t i) {
        return selection.counts(i) && credit_key(rows[i].credit_code).empty();
    };
    bool any = false;
    for (std::uint32_t i = 0; i < rows.size() && !any; ++i) {
        any = lacks_code(i);
    }
    TextIndex by_name{any ? rows.size() : 0};
    for (std::uint32_t i = 0; any && i < rows.size(); ++i) {
        const std::string name = selection.counts(i) ? exact_name(rows[i].name) : "";
        if (!name.empty()) {
            by_name.add(name, i);
        }
    }
    by_name.close();
    for (std::size_t key = 0; key < by_name.size(); ++key) {
        const auto group = by_name.rows(key);
        if (group.size() < 2 || std::none_of(group.begin(), group.end(), lacks_code)) {
            continue;
        }
        for (const std::uint32_t row : group) {
            issues.add(
                "same_name", Severity::warning, rows[row].place, subject_of(rows[row]),
                msg("{} rows have the name '{}', and not each has a credit code: if they are "
                    "one enterprise, its figures are counted more than once",
                    group.size(), rows[row].name));
        }
    }
}

} // namespace

Selection select_rows(const RegisterInput& input, const RegisterOptions& options, IssueList& issues)
{
    const Rows rows = input.enterprises;
    Selection selection;
    selection.year = options.year ? options.year : latest_year(rows);
    selection.use.assign(rows.size(), RowUse::counted);
    selection.counted_as.resize(rows.size());
    set_other_years_aside(rows, selection, issues);

    TextIndex by_code{rows.size()};
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        selection.counted_as[i] = i;
        const Key key = credit_key(rows[i].credit_code);
        if (selection.counts(i) && !key.empty()) {
            // Codes of the old and the new form may be one enterprise.
            const std::string organization = written_organization(key.text());
            by_code.add(organization.empty() ? key.text() : organization, i);
        }
    }
    by_code.close();
    for (std::size_t key = 0; key < by_code.size(); ++key) {
        const auto alike = by_code.rows(key);
        if (alike.size() < 2) {
            continue;
        }
        const auto enterprises = apart(rows, alike);
        for (const auto& one : enterprises) {
            set_duplicates_aside(rows, one, options.duplicates, selection, issues);
        }
        report_alike(rows, enterprises, issues);
    }
    report_same_names(rows, selection, issues);
    return selection;
}

} // namespace tenglong
