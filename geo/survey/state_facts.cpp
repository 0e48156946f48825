#include "geo/survey/state_facts.hpp"

#include "core/policy/profile.hpp"
#include "geo/survey/fact_writer.hpp"

#include <algorithm>
#include <variant>

namespace tenglong::geo {

namespace {

/// The dates and texts of one parcel.
class ParcelStates {
public:
    ParcelStates(FactTable& parcels, const StatedStates& stated, Date as_of)
        : m_parcels{parcels}, m_stated{stated}, m_as_of{as_of}
    {}

    [[nodiscard]] std::optional<Date> date(std::string_view fact, std::size_t row) const
    {
        return m_parcels.date(m_parcels.id(fact), row);
    }
    /// Whether a day has come; nothing without one.
    [[nodiscard]] std::optional<bool> come(std::string_view fact, std::size_t row) const
    {
        const auto day = date(fact, row);
        return day ? std::optional{*day <= m_as_of} : std::nullopt;
    }
    [[nodiscard]] bool known(std::string_view fact, std::size_t row) const
    {
        const FactColumn* column = m_parcels.find(fact);
        return column != nullptr && column->present(row);
    }
    [[nodiscard]] std::string_view build(std::size_t row) const
    {
        return m_stated.build.empty() ? std::string_view{} : m_stated.build[row];
    }
    [[nodiscard]] std::string_view supply(std::size_t row) const
    {
        return m_stated.supply.empty() ? std::string_view{} : m_stated.supply[row];
    }
    [[nodiscard]] Date as_of() const noexcept { return m_as_of; }

private:
    FactTable& m_parcels;
    const StatedStates& m_stated;
    Date m_as_of;
};

using Decide = std::optional<bool> (*)(const ParcelStates&, std::size_t);

[[nodiscard]] std::optional<bool> approved(const ParcelStates& of, std::size_t row)
{
    if (const auto come = of.come("approval_date", row)) {
        return come;
    }
    return of.known("approval_batch", row) || of.supply(row) == "not_supplied" ? std::optional{true}
                                                                               : std::nullopt;
}

[[nodiscard]] std::optional<bool> supplied(const ParcelStates& of, std::size_t row)
{
    if (of.supply(row) == "not_supplied") {
        return false;
    }
    if (const auto come = of.come("contract_date", row)) {
        return come;
    }
    return of.known("contract_number", row) || of.supply(row) == "supplied" ? std::optional{true}
                                                                            : std::nullopt;
}

[[nodiscard]] std::optional<bool> started(const ParcelStates& of, std::size_t row)
{
    if (const auto come = of.come("actual_start", row)) {
        return come;
    }
    const auto state = of.build(row);
    return state.empty() ? std::nullopt : std::optional{state != "not_started"};
}

[[nodiscard]] std::optional<bool> completed(const ParcelStates& of, std::size_t row)
{
    if (const auto come = of.come("actual_completion", row)) {
        return come;
    }
    const auto state = of.build(row);
    return state.empty() ? std::nullopt
                         : std::optional{state == "completed" || state == "not_producing" ||
                                         state == "producing"};
}

[[nodiscard]] std::optional<bool> suspended(const ParcelStates& of, std::size_t row)
{
    const auto since = of.date("suspension_start", row);
    if (!since) {
        // Who is said to be building has not stopped.
        const auto state = of.build(row);
        const bool said = state == "suspended" || state == "building";
        return said ? std::optional{state == "suspended"} : std::nullopt;
    }
    const auto resumed = of.date("resumption_date", row);
    return *since <= of.as_of() && !(resumed && *resumed >= *since && *resumed <= of.as_of());
}

void put_decision(FactTable& parcels, const ParcelStates& of, std::string_view fact, Decide decide)
{
    FactWriter writer{parcels, fact};
    const auto unknown = writer.because(msg("neither a date nor a statement tells it"));
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        if (writer.present(row)) {
            continue;
        }
        if (const auto answer = decide(of, row)) {
            writer.yes_no(row, *answer);
        } else {
            writer.missing(row, unknown);
        }
    }
}

/// The start that counts: the agreed one, else the hand-over and the period of the policy.
void put_due_start(FactTable& parcels, const ParcelStates& of, const Profile& profile)
{
    FactWriter writer{parcels, "due_start"};
    const auto unknown = writer.because(msg("neither an agreed start nor a hand-over is known"));
    const Figure* figure = profile.figure("start_after_handover");
    const auto* period = figure == nullptr ? nullptr : std::get_if<Period>(&figure->value);
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        if (const auto agreed = of.date("agreed_start", row)) {
            writer.date(row, *agreed);
        } else if (const auto handed = of.date("handover_date", row); handed && period != nullptr) {
            writer.date(row, handed->plus(*period));
        } else {
            writer.missing(row, unknown);
        }
    }
}

void put_quotient(FactTable& parcels, std::string_view fact, std::string_view above,
                  std::string_view below)
{
    const FactId numerator = parcels.id(above);
    const FactId denominator = parcels.id(below);
    if (parcels.find(numerator) == nullptr || parcels.find(denominator) == nullptr) {
        return;
    }
    FactWriter writer{parcels, fact};
    const auto unknown = writer.because(msg("one of its two figures is missing"));
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto a = parcels.number(numerator, row);
        const auto b = parcels.number(denominator, row);
        if (a && b && *b > 0.0) {
            writer.number(row, *a / *b);
        } else {
            writer.missing(row, unknown);
        }
    }
}

[[nodiscard]] bool stands_still(std::string_view build_state)
{
    return build_state == "not_producing" || build_state == "not_started" ||
           build_state == "building" || build_state == "suspended";
}

/// The enterprises on a parcel.
class OnParcel {
public:
    OnParcel(const Register& reg, std::span<const std::uint32_t> rows)
        : m_reg{reg}, m_row_of(reg.lands.size(), k_nobody)
    {
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            m_row_of[rows[i]] = i;
        }
    }

    /// Calls `visit(row)` with the row in the enterprise facts of each enterprise on the parcel;
    /// k_nobody for one without facts.
    template <class Visit>
    void each(std::size_t parcel, Visit&& visit) const
    {
        for (const std::uint32_t at : m_reg.by_parcel[parcel]) {
            visit(m_row_of[m_reg.links[at].enterprise]);
        }
    }

    /// Whether all enterprises have a fact, and there is one.
    [[nodiscard]] bool all_have(std::size_t parcel, const FactColumn& column) const
    {
        std::size_t count = 0;
        bool all = true;
        each(parcel, [&](std::uint32_t row) {
            ++count;
            all = all && row != k_nobody && column.present(row);
        });
        return count != 0 && all;
    }

private:
    const Register& m_reg;
    std::vector<std::uint32_t> m_row_of;
};

void put_united(FactTable& parcels, const FactTable& enterprises, const OnParcel& on,
                std::string_view fact)
{
    const FactColumn* members = enterprises.find(fact);
    if (members == nullptr) {
        return;
    }
    FactWriter writer{parcels, fact, msg("united from the enterprises that use the parcel")};
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (writer.present(parcel)) {
            continue;
        }
        std::vector<std::string> all;
        on.each(parcel, [&](std::uint32_t row) {
            if (row != k_nobody && members->present(row)) {
                for (const auto member :
                     enterprises.pool().members(static_cast<TextId>(members->words()[row]))) {
                    all.emplace_back(member);
                }
            }
        });
        if (!all.empty() || on.all_have(parcel, *members)) {
            writer.text(parcel, parcels.pool().intern_set(std::move(all)));
        }
    }
}

} // namespace

void put_state_facts(FactTable& parcels, const StatedStates& stated, const Profile& profile,
                     Date as_of)
{
    const ParcelStates of{parcels, stated, as_of};
    put_decision(parcels, of, "approved", approved);
    put_decision(parcels, of, "supplied", supplied);
    put_decision(parcels, of, "started", started);
    put_decision(parcels, of, "completed", completed);
    put_decision(parcels, of, "suspended", suspended);
    put_due_start(parcels, of, profile);
    FactWriter year{parcels, "supply_year"};
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        if (const auto contract = of.date("contract_date", row)) {
            year.number(row, static_cast<double>(contract->year()));
        }
    }
    put_quotient(parcels, "developed_share", "developed_area_m2", "due_area_m2");
    put_quotient(parcels, "invested_share", "invested_wan", "agreed_investment_wan");
    put_quotient(parcels, "investment_intensity", "invested_wan", "area_mu");
}

void put_production(FactTable& parcels, const FactTable& enterprises, const Register& reg,
                    std::span<const std::uint32_t> rows, const StatedStates& stated, Date as_of)
{
    const ParcelStates of{parcels, stated, as_of};
    const OnParcel on{reg, rows};
    const FactColumn* states = enterprises.find("production_state");
    FactWriter writer{parcels, "in_production"};
    const auto unknown = writer.because(msg("neither a date nor a statement tells it"));
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        bool producing = of.build(parcel) == "producing";
        if (states != nullptr) {
            on.each(parcel, [&](std::uint32_t row) {
                if (row != k_nobody && states->present(row)) {
                    const auto state =
                        enterprises.pool()[static_cast<TextId>(states->words()[row])];
                    producing = producing || state == "normal" || state == "half_stopped";
                }
            });
        }
        const auto come = of.come("actual_production", parcel);
        if (producing || come == std::optional{true}) {
            writer.yes_no(parcel, true);
        } else if (come || (states != nullptr && on.all_have(parcel, *states)) ||
                   stands_still(of.build(parcel))) {
            writer.yes_no(parcel, false);
        } else {
            writer.missing(parcel, unknown);
        }
    }
}

void put_checked(FactTable& facts)
{
    const FactColumn* checked = facts.find("has_violation_record");
    if (checked == nullptr) {
        return;
    }
    FactWriter writer{facts, "violations", msg("checked, and none is listed")};
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        if (!writer.present(row) && checked->present(row) && checked->bytes()[row] != 0) {
            writer.text(row, facts.pool().intern_set({}));
        }
    }
}

void put_conduct(FactTable& parcels, const FactTable& enterprises, const Register& reg,
                 std::span<const std::uint32_t> rows)
{
    const OnParcel on{reg, rows};
    put_united(parcels, enterprises, on, "violations");
    put_united(parcels, enterprises, on, "lists");
    const FactColumn* records = enterprises.find("has_violation_record");
    if (records == nullptr) {
        return;
    }
    FactWriter writer{parcels, "has_violation_record",
                      msg("united from the enterprises that use the parcel")};
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (!writer.present(parcel) && on.all_have(parcel, *records)) {
            bool all = true;
            on.each(parcel, [&](std::uint32_t row) { all = all && records->bytes()[row] != 0; });
            writer.yes_no(parcel, all);
        }
    }
}

} // namespace tenglong::geo
