#include "core/register/land_work.hpp"

#include "core/base/number.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::detail {

std::optional<Units> StatedPlacer::area_of(const Positions& links) const
{
    Units sum = 0;
    for (const std::size_t at : links) {
        if (m_work.area_at(at) == LandWork::k_no_area) {
            return std::nullopt;
        }
        sum += m_work.area_at(at);
    }
    return sum;
}

void StatedPlacer::read_links()
{
    m_all.clear();
    m_own.clear();
    m_leased.clear();
    const auto& first_of = m_work.matches.first_of;
    for (std::size_t at = first_of[m_enterprise]; at < first_of[m_enterprise + 1]; ++at) {
        m_all.push_back(at);
        (m_work.draft(at).link.title == Title::tenant ? m_leased : m_own).push_back(at);
    }
}

void StatedPlacer::refuse_slip(std::optional<Units>& stated, const Positions& links)
{
    const auto area = links.empty() || !stated ? std::nullopt : area_of(links);
    if (!area) {
        return;
    }
    const double as_mu = land_in_mu(*stated);
    const double parcels_m2 = land_in_m2(*area);
    if (std::abs(as_mu - parcels_m2) <= m_work.tolerances.unit_slip * parcels_m2) {
        report("land_unit_slip", Severity::error,
               msg("enterprise '{}' states {} mu, and its parcels have {} m²: the figure is in "
                   "another unit; the parcels' area is used instead",
                   called(row()), format_number(as_mu), format_number(parcels_m2, 2)));
        stated.reset();
    }
}

void StatedPlacer::place(std::uint32_t enterprise)
{
    m_enterprise = enterprise;
    read_links();
    if (m_all.empty()) {
        if (land().own || land().leased_in) {
            land().used =
                land().own.value_or(0) + land().leased_in.value_or(0) - land().let_out.value_or(0);
        }
        return;
    }
    if (land().source == LandSource::total) {
        refuse_slip(land().used, m_all);
        if (land().used) {
            place_part(m_all, *land().used);
            return;
        }
        land().source = LandSource::unknown;
    }
    refuse_slip(land().own, m_own);
    derive_own();
    place_parts();
}

/// What is let out is stated, but not what it is let out of: that are the parcels.
void StatedPlacer::derive_own()
{
    const bool wanted = !land().own && land().let_out_stated && !m_own.empty();
    if (const auto area = wanted ? area_of(m_own) : std::nullopt) {
        land().own = *area;
        land().source = LandSource::parcels;
    }
}

/// Own land over own parcels, leased land over the others; open what nobody stated.
void StatedPlacer::place_parts()
{
    const bool own_known = land().own || (m_own.empty() && land().leased_in);
    const bool in_ledger = std::any_of(m_leased.begin(), m_leased.end(), [this](std::size_t at) {
        return m_work.draft(at).ledger_area || m_work.draft(at).area_missing;
    });
    const Units own_part = land().own.value_or(0) - land().let_out.value_or(0);
    const Units leased_part = land().leased_in.value_or(0);
    if (!own_known) {
        open(m_own);
        if (land().leased_in) {
            place_part(m_leased, leased_part);
        } else {
            open(m_leased);
        }
        return;
    }
    if (!land().leased_in && in_ledger) {
        place_part(m_own, std::max<Units>(own_part, 0));
        open(m_leased);
        return;
    }
    land().used = own_part + leased_part;
    const bool leases_none = leased_part == 0 && !in_ledger;
    if (own_part < 0 || leases_none || (own_part == 0 && m_leased.empty())) {
        place_part(m_all, std::max<Units>(*land().used, 0));
    } else {
        place_part(m_own, own_part);
        place_part(m_leased, leased_part);
    }
}

void StatedPlacer::leave_unplaced(Units part)
{
    if (part > 0) {
        report("land_without_parcel", Severity::warning,
               msg("enterprise '{}' uses {} mu on no parcel that is known; their share of the "
                   "figures is not placed",
                   called(row()), format_number(land_in_mu(part))));
        land().unplaced += part;
    }
}

Units StatedPlacer::within_area(const Positions& links, Units part)
{
    const auto area = area_of(links);
    if (!area || part <= *area + share_of(*area, m_work.tolerances.area_error)) {
        return part;
    }
    report("land_without_parcel", Severity::warning,
           msg("enterprise '{}' states {} mu, and its parcels have {} mu: the rest lies on no "
               "parcel that is known, and its share of the figures is not placed",
               called(row()), format_number(land_in_mu(part)), format_number(land_in_mu(*area))));
    land().unplaced += part - *area;
    return *area;
}

StatedPlacer::Weights StatedPlacer::weights_of(const Positions& links, Units part) const
{
    Weights weights;
    weights.of.resize(links.size());
    std::vector<std::size_t> without; // an area in the ledger
    Units told = 0;
    WideUnits rest = 0;
    bool areas_known = true;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const LinkDraft& link = m_work.draft(links[i]);
        if (!link.ledger_area) {
            without.push_back(i);
            areas_known = areas_known && m_work.area_at(links[i]) != LandWork::k_no_area;
        }
        const Units whole = link.ledger_area.value_or(m_work.area_at(links[i]));
        weights.of[i] = std::max<Units>(whole - link.let_out, 0);
        told += link.ledger_area ? weights.of[i] : 0;
        rest += link.ledger_area ? 0 : weights.of[i];
    }
    weights.by_count = without.size() > 1 && !(areas_known && rest > 0);

    // Those without share what the ledger leaves of the part.
    std::vector<Units> shares(without.size(), 1);
    if (!weights.by_count) {
        std::transform(without.begin(), without.end(), shares.begin(),
                       [&](std::size_t i) { return weights.of[i]; });
    }
    std::vector<Units> parts = shares;
    if (told > 0 && !without.empty()) {
        apportion(std::max<Units>(part - told, 0), shares, parts);
    }
    for (std::size_t i = 0; i < without.size(); ++i) {
        weights.of[without[i]] = parts[i];
    }
    return weights;
}

void StatedPlacer::place_part(const Positions& links, Units part)
{
    if (links.empty()) {
        leave_unplaced(part);
        return;
    }
    const Units placed = within_area(links, part);
    const Weights weights = weights_of(links, placed);
    std::vector<Units> parts(links.size());
    apportion(placed, weights.of, parts);
    for (std::size_t i = 0; i < links.size(); ++i) {
        LinkDraft& link = m_work.draft(links[i]);
        link.link.land = parts[i];
        const bool as_told = link.ledger_area && *link.ledger_area - link.let_out == parts[i];
        link.link.basis = as_told             ? LandBasis::ledger
                          : links.size() == 1 ? LandBasis::stated
                                              : LandBasis::stated_part;
    }
    if (weights.by_count && placed > 0) {
        report("land_equal_shares", Severity::warning,
               msg("the land of enterprise '{}' is divided equally over its {} parcels, because "
                   "their areas are not known",
                   called(row()), links.size()));
    }
}

void StatedPlacer::measure_floor(std::size_t at)
{
    LinkDraft& link = m_work.draft(at);
    const auto in_row = m_leased.size() == 1 ? row().floor_leased_m2 : std::nullopt;
    const auto floor = link.floor_m2 ? link.floor_m2 : in_row;
    const auto all_floors = m_work.input.parcels[link.link.parcel].floor_m2;
    if (!floor || !(*floor > 0.0) || !all_floors || !(*all_floors > 0.0) ||
        m_work.area_at(at) == LandWork::k_no_area) {
        return;
    }
    const double share = std::min(1.0, *floor / *all_floors);
    link.link.land = to_units(share * static_cast<double>(m_work.area_at(at)), 1.0).value_or(0);
    link.link.basis = LandBasis::floor_share;
    m_work.open[at] = false;
}

void StatedPlacer::open(const Positions& links)
{
    for (const std::size_t at : links) {
        LinkDraft& link = m_work.draft(at);
        m_work.derived[m_enterprise] = true;
        if (link.ledger_area && !link.area_missing) {
            link.link.land = std::max<Units>(*link.ledger_area - link.let_out, 0);
            link.link.basis = LandBasis::ledger;
        } else {
            m_work.open[at] = true;
            if (link.link.title == Title::tenant) {
                measure_floor(at);
            }
        }
    }
}

} // namespace tenglong::detail
