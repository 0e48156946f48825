#pragma once

#include "core/codes/credit_code.hpp"
#include "core/register/register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::testing {

/// Parcel code number `n` of one cadastral sub-area.
[[nodiscard]] inline std::string parcel_code(int n)
{
    return fmt::format("330681001002GB{:05}", n);
}

/// A made-up unified credit code whose check digit is right.
[[nodiscard]] inline std::string credit_code(int n)
{
    const std::string first_17 = fmt::format("91330681MA2{:06}", n);
    return first_17 + unified_check_digit(first_17).value();
}

/// A small register made by hand. Parcels come from "parcels.shp", enterprises from
/// "enterprises.xlsx", land-ledger rows from "leases.xlsx"; rows are numbered from 1.
class RegisterCase {
public:
    /// \param area_m2  10,000 m² are 15 mu
    ParcelRecord& parcel(std::string_view code, double area_m2, std::string_view holder = "",
                         std::string_view holder_code = "")
    {
        ParcelRecord record;
        record.parcel_code = keep(code);
        record.area_m2 = area_m2;
        record.holder = keep(holder);
        record.holder_credit_code = keep(holder_code);
        record.place = {static_cast<std::uint32_t>(m_parcels.size() + 1), 0};
        return m_parcels.emplace_back(record);
    }

    EnterpriseRow& enterprise(std::string_view name, std::string_view code = "",
                              std::string_view parcels = "")
    {
        EnterpriseRow row;
        row.name = keep(name);
        row.credit_code = keep(code);
        row.parcel_codes = keep(parcels);
        row.place = {static_cast<std::uint32_t>(m_enterprises.size() + 1), 1};
        return m_enterprises.emplace_back(row);
    }

    /// A lease between two enterprises by their credit codes.
    Occupation& lease(std::string_view lessor, std::string_view user, std::string_view parcel,
                      double area_m2)
    {
        Occupation row;
        row.lessor_credit_code = keep(lessor);
        row.user_credit_code = keep(user);
        row.parcel_codes = keep(parcel);
        row.area_m2 = area_m2;
        row.place = {static_cast<std::uint32_t>(m_occupations.size() + 1), 2};
        return m_occupations.emplace_back(row);
    }

    [[nodiscard]] std::string_view keep(std::string_view text)
    {
        return m_texts.emplace_back(text);
    }

    [[nodiscard]] std::deque<ParcelRecord>& parcels() noexcept { return m_parcels; }
    [[nodiscard]] std::deque<EnterpriseRow>& enterprises() noexcept { return m_enterprises; }
    [[nodiscard]] std::deque<Occupation>& occupations() noexcept { return m_occupations; }
    PointLocator locate; // NOLINT(misc-non-private-member-variables-in-classes)

    /// The input; good until the next call.
    [[nodiscard]] const RegisterInput& input()
    {
        m_flat_parcels.assign(m_parcels.begin(), m_parcels.end());
        m_flat_enterprises.assign(m_enterprises.begin(), m_enterprises.end());
        m_flat_occupations.assign(m_occupations.begin(), m_occupations.end());
        m_input.sources = {
            {"parcels.shp", "", 0}, {"enterprises.xlsx", "", 0}, {"leases.xlsx", "", 0}};
        m_input.parcels = m_flat_parcels;
        m_input.enterprises = m_flat_enterprises;
        m_input.occupations = m_flat_occupations;
        m_input.locate = locate;
        return m_input;
    }

    [[nodiscard]] Register run(const RegisterOptions& options = {})
    {
        return make_register(input(), options);
    }

private:
    std::deque<std::string> m_texts; // views point into them
    std::deque<ParcelRecord> m_parcels;
    std::deque<EnterpriseRow> m_enterprises;
    std::deque<Occupation> m_occupations;
    std::vector<ParcelRecord> m_flat_parcels;
    std::vector<EnterpriseRow> m_flat_enterprises;
    std::vector<Occupation> m_flat_occupations;
    RegisterInput m_input;
};

/// How many issues of a kind there are.
[[nodiscard]] inline std::size_t count_of(const Register& reg, std::string_view kind)
{
    return static_cast<std::size_t>(std::count_if(reg.issues.begin(), reg.issues.end(),
                                                  [&](const Issue& i) { return i.kind == kind; }));
}

/// The English text of the only issue of a kind; empty if there is none or several.
[[nodiscard]] inline std::string text_of(const Register& reg, std::string_view kind)
{
    std::string text;
    for (const Issue& issue : reg.issues) {
        if (issue.kind == kind) {
            text = text.empty() ? issue.text.en : "several";
        }
    }
    return text == "several" ? std::string{} : text;
}

/// The land of the only link between two, in mu; -1 if there is none.
[[nodiscard]] inline double land_on(const Register& reg, std::size_t enterprise, std::size_t parcel)
{
    for (const Link& link : reg.links_of(enterprise)) {
        if (link.parcel == parcel) {
            return land_in_mu(link.land);
        }
    }
    return -1.0;
}

/// A parcel's sum of a figure, in the unit of the fact.
[[nodiscard]] inline double sum_on(const Register& reg, std::size_t parcel, YearFigure figure)
{
    return from_units(reg.parcel_sums.at(index_of(figure)).at(parcel), units_per_one(figure));
}

} // namespace tenglong::testing
