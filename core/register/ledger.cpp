#include "core/register/ledger.hpp"

#include "core/register/keys.hpp"
#include "core/register/names.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace tenglong {

namespace {

/// Reads one row after another.
class LedgerReader {
public:
    LedgerReader(const RegisterInput& input, std::optional<int> year, ParcelIndex& parcels,
                 EnterpriseIndex& enterprises, IssueList& issues)
        : m_input{input}, m_year{year}, m_parcels{parcels}, m_enterprises{enterprises}, m_issues{
                                                                                            issues}
    {}

    void read(std::uint32_t index);
    [[nodiscard]] Ledger take() { return std::move(m_ledger); }

private:
    [[nodiscard]] static std::string subject(const Occupation& row);
    /// Nothing if the row is not in force in the year.
    [[nodiscard]] std::optional<Coverage> coverage(const Occupation& row);
    void measure(const Occupation& row, Coverage covered, LedgerEntry& entry);
    [[nodiscard]] std::vector<std::uint32_t> parcels_of(const Occupation& row);
    void add_named(const Occupation& row, std::string_view cell, std::vector<std::uint32_t>& found);
    [[nodiscard]] std::vector<std::uint32_t> only_parcel_of(const Occupation& row);
    [[nodiscard]] std::uint32_t holder_of(std::uint32_t parcel);
    void place(const LedgerEntry& whole, const std::vector<std::uint32_t>& parcels);
    void leave_unplaced(const LedgerEntry& entry, bool names_lessor);

    const RegisterInput& m_input;
    std::optional<int> m_year;
    ParcelIndex& m_parcels;
    EnterpriseIndex& m_enterprises;
    IssueList& m_issues;
    Ledger m_ledger;
};

std::string LedgerReader::subject(const Occupation& row)
{
    const std::string code = shown_credit_code(row.user_credit_code);
    return code.empty() ? std::string{row.user_name} : code;
}

std::optional<Coverage> LedgerReader::coverage(const Occupation& row)
{
    if (row.start && row.end && *row.end < *row.start) {
        m_issues.add("lease_dates", Severity::warning, row.place, subject(row),
                     msg("the lease of '{}' ends on {}, before it starts on {}; it is counted for "
                         "the whole year",
                         row.user_name, row.end->iso(), row.start->iso()));
        return Coverage{365, 365};
    }
    if (!m_year || *m_year < 1 || *m_year > 9999) {
        return Coverage{365, 365};
    }
    const Coverage covered = coverage_of(row.start, row.end, *m_year);
    if (covered.days == 0) {
        m_issues.add(
            "lease_not_in_year", Severity::note, row.place, subject(row),
            msg("the lease of '{}' is not in force in {} and is left out", row.user_name, *m_year));
        return std::nullopt;
    }
    return covered;
}

void LedgerReader::measure(const Occupation& row, Coverage covered, LedgerEntry& entry)
{
    entry.floor_m2 = row.floor_m2;
    if (!row.area_m2) {
        return;
    }
    entry.whole = land_from_m2(*row.area_m2);
    if (!entry.whole) {
        m_issues.add("land_out_of_range", Severity::error, row.place, subject(row),
                     msg("the area {} m² in the land ledger cannot be; it is taken as not given",
                         *row.area_m2));
        return;
    }
    const WideUnits weighted = static_cast<WideUnits>(*entry.whole) * covered.days * 2 +
                               static_cast<WideUnits>(covered.of);
    entry.area = static_cast<Units>(weighted / (static_cast<WideUnits>(covered.of) * 2));
    entry.part_of_year = covered.days < covered.of;
}

void LedgerReader::add_named(const Occupation& row, std::string_view cell,
                             std::vector<std::uint32_t>& found)
{
    for (const WrittenCode& code : parcel_codes_in(cell)) {
        const auto parcels = code.key.empty() ? std::span<const std::uint32_t>{}
                                              : m_parcels.by_code(code.key.text());
        if (parcels.size() == 1) {
            if (std::find(found.begin(), found.end(), parcels.front()) == found.end()) {
                found.push_back(parcels.front());
            }
        } else if (parcels.empty()) {
            m_issues.add(
                "parcel_code_not_found", Severity::warning, row.place, subject(row),
                msg("parcel '{}' of the land ledger is not among the parcels", code.shown()));
        } else {
            m_issues.add("parcel_code_ambiguous", Severity::warning, row.place, subject(row),
                         msg("{} parcels have the code '{}'; it is not known which the land ledger "
                             "means",
                             parcels.size(), code.shown()));
        }
    }
}

std::vector<std::uint32_t> LedgerReader::only_parcel_of(const Occupation& row)
{
    const bool own = row.kind == OccupationKind::own;
    const Key key = credit_key(own ? row.user_credit_code : row.lessor_credit_code);
    const std::string name = exact_name(own ? row.user_name : row.lessor_name);
    auto held =
        key.empty() ? std::span<const std::uint32_t>{} : m_parcels.by_holder_code(key.text());
    if (held.empty() && !name.empty()) {
        held = m_parcels.by_holder_name(name);
    }
    if (held.size() > 1) {
        m_issues.add("lease_parcel_ambiguous", Severity::warning, row.place, subject(row),
                     msg("the land ledger names no parcel, and '{}' holds {}; add the parcel code",
                         own ? row.user_name : row.lessor_name, held.size()));
    }
    return held.size() == 1 ? std::vector<std::uint32_t>{held.front()}
                            : std::vector<std::uint32_t>{};
}

std::vector<std::uint32_t> LedgerReader::parcels_of(const Occupation& row)
{
    std::vector<std::uint32_t> found;
    add_named(row, row.parcel_codes, found);
    add_named(row, row.unit_codes, found);
    const bool named =
        !parcel_codes_in(row.parcel_codes).empty() || !parcel_codes_in(row.unit_codes).empty();
    return named ? found : only_parcel_of(row);
}

std::uint32_t LedgerReader::holder_of(std::uint32_t parcel)
{
    const ParcelRecord& record = m_input.parcels[parcel];
    return m_enterprises.party(m_parcels.first_holder_key(parcel), record.holder)
        .value_or(k_nobody);
}

void LedgerReader::place(const LedgerEntry& whole, const std::vector<std::uint32_t>& parcels)
{
    std::vector<Units> weights;
    for (const std::uint32_t parcel : parcels) {
        const auto area = m_input.parcels[parcel].area_m2;
        weights.push_back(area ? land_from_m2(*area).value_or(0) : 0);
    }
    if (std::find(weights.begin(), weights.end(), 0) != weights.end()) {
        std::fill(weights.begin(), weights.end(), 1);
    }
    std::vector<Units> areas(parcels.size());
    std::vector<Units> wholes(parcels.size());
    apportion(whole.area.value_or(0), weights, areas);
    apportion(whole.whole.value_or(0), weights, wholes);
    const bool named = !m_input.occupations[whole.occupation].lessor_name.empty() ||
                       !m_input.occupations[whole.occupation].lessor_credit_code.empty();
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        LedgerEntry entry = whole;
        entry.parcel = parcels[i];
        if (whole.area) {
            entry.area = areas[i];
            entry.whole = wholes[i];
        }
        if (!named && m_input.occupations[whole.occupation].kind == OccupationKind::lease) {
            const std::uint32_t holder = holder_of(parcels[i]);
            entry.lessor = holder == entry.user ? k_nobody : holder;
        }
        m_ledger.entries.push_back(entry);
    }
}

void LedgerReader::leave_unplaced(const LedgerEntry& entry, bool names_lessor)
{
    const Occupation& row = m_input.occupations[entry.occupation];
    const bool no_user = entry.user == k_nobody;
    if (no_user && names_lessor && row.user_name.empty() && row.user_credit_code.empty() &&
        entry.lessor != k_nobody) {
        return; // an enterprise lets land to someone who is not named: nothing is lost
    }
    Text reason = no_user ? msg("its user is not among the enterprises")
                          : msg("its parcel is not among the parcels");
    m_issues.add("lease_unmatched", Severity::warning, row.place, subject(row),
                 msg("the row of the land ledger of '{}' is not placed: {}",
                     row.user_name.empty() ? subject(row) : row.user_name, reason));
    m_ledger.unplaced.push_back({entry.occupation, std::move(reason)});
}

void LedgerReader::read(std::uint32_t index)
{
    const Occupation& row = m_input.occupations[index];
    const auto covered = coverage(row);
    if (!covered) {
        m_ledger.unplaced.push_back({index, msg("it is not in force in the year")});
        return;
    }
    LedgerEntry entry;
    entry.occupation = index;
    const auto user = m_enterprises.party(row.user_credit_code, row.user_name);
    const auto lessor = row.kind == OccupationKind::lease
                            ? m_enterprises.party(row.lessor_credit_code, row.lessor_name)
                            : std::nullopt;
    entry.user = user.value_or(k_nobody);
    entry.lessor = lessor == user ? k_nobody : lessor.value_or(k_nobody);
    measure(row, *covered, entry);

    const auto parcels = parcels_of(row);
    if (parcels.empty()) {
        m_ledger.entries.push_back(entry);
    } else {
        place(entry, parcels);
    }
    if (entry.user == k_nobody || parcels.empty()) {
        leave_unplaced(entry, lessor.has_value());
    }
}

} // namespace

LedgerIndex::LedgerIndex(const Ledger& ledger, std::size_t enterprises,
                         std::uint32_t LedgerEntry::*party)
    : m_first(enterprises + 1)
{
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.*party != k_nobody) {
            ++m_first[entry.*party + 1];
        }
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_entries.resize(m_first.back());
    std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.*party != k_nobody) {
            m_entries[next[entry.*party]++] = &entry;
        }
    }
}

Coverage coverage_of(std::optional<Date> start, std::optional<Date> end, int year)
{
    const Date first{year, 1, 1};
    const Date last{year, 12, 31};
    const Date from = std::max(start.value_or(first), first);
    const Date to = std::min(end.value_or(last), last);
    return {std::max(0, to.days() - from.days() + 1), last.days() - first.days() + 1};
}

Ledger read_ledger(const RegisterInput& input, std::optional<int> year, ParcelIndex& parcels,
                   EnterpriseIndex& enterprises, IssueList& issues)
{
    LedgerReader reader{input, year, parcels, enterprises, issues};
    for (std::uint32_t i = 0; i < input.occupations.size(); ++i) {
        reader.read(i);
    }
    return reader.take();
}

} // namespace tenglong
