#include "geo/line/line_account.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/line/line_areas.hpp"
#include "geo/line/local_ground.hpp"
#include "geo/line/overlay.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace tenglong::geo {

namespace {

/// All layers of one kind of zones as one.
Layer joined_layers(const Survey& survey, InputKind kind, Workers& workers)
{
    Polygons shapes;
    if (const auto found = survey.zones.find(kind); found != survey.zones.end()) {
        for (const ZoneLayer& layer : found->second) {
            shapes.append(layer.layer.shapes, 0, layer.layer.shapes.size());
        }
    }
    return measured(std::move(shapes), workers);
}

std::vector<const Layer*> layers_of(const Survey& survey, InputKind kind)
{
    std::vector<const Layer*> layers;
    if (const auto found = survey.zones.find(kind); found != survey.zones.end()) {
        for (const ZoneLayer& layer : found->second) {
            layers.push_back(&layer.layer);
        }
    }
    return layers;
}

/// The parcels that are industrial land; nothing if that is known of none.
std::optional<std::vector<std::uint32_t>> industrial_parcels(const Survey& survey)
{
    const FactColumn* column =
        survey.parcel_facts == nullptr ? nullptr : survey.parcel_facts->find("is_industrial");
    if (column == nullptr) {
        return std::nullopt;
    }
    bool known = false;
    std::vector<std::uint32_t> parcels;
    for (std::uint32_t i = 0; i < survey.parcel_facts->rows(); ++i) {
        known = known || column->present(i);
        if (column->present(i) && column->bytes()[i] != 0) {
            parcels.push_back(i);
        }
    }
    return known ? std::optional{std::move(parcels)} : std::nullopt;
}

double in_unit(const std::optional<UsedFigure>& figure, const char* unit)
{
    return figure ? figure->value.unit.convert(figure->value.value, Unit::of(unit)) : 0.0;
}

bool keeps_off(const Balance& rules, std::string_view layer)
{
    return std::ranges::find(rules.keep_off, layer) != rules.keep_off.end();
}

/// The zones of space control that compensation may lie in.
Layer permitted_classes(const Survey& survey, const std::vector<std::string>& classes,
                        Workers& workers)
{
    Polygons shapes;
    if (const auto found = survey.zones.find(InputKind::space_zones); found != survey.zones.end()) {
        for (const ZoneLayer& zone : found->second) {
            for (std::size_t row = 0; row < zone.table.rows(); ++row) {
                const std::string_view kind = zone.table.text("zone_type", row);
                if (std::ranges::find(classes, kind) != classes.end()) {
                    shapes.append(zone.layer.shapes[row]);
                }
            }
        }
    }
    return measured(std::move(shapes), workers);
}

/// Sums areas by region; no sums at all if a region is not known.
std::map<std::string, double> by_region(const std::vector<std::string>& regions,
                                        const std::vector<double>& areas)
{
    std::map<std::string, double> sums;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (regions[i].empty()) {
            return {};
        }
        sums[regions[i]] += areas[i];
    }
    return sums;
}

Opening opening_of_line(const LineAccount& account,
                        const std::function<double(const FeatureView&)>& area_of)
{
    Opening opening;
    opening.all_m2 =
        std::accumulate(account.book.before_m2.begin(), account.book.before_m2.end(), 0.0);
    std::vector<std::string> regions;
    std::vector<double> areas;
    for (const std::vector<RegionPart>& parts : account.line_regions) {
        for (const RegionPart& part : parts) {
            regions.push_back(part.region);
            areas.push_back(area_of ? area_of(part.ground[0]) : area(part.ground[0]));
        }
    }
    opening.region_m2 = by_region(regions, areas);
    return opening;
}

Opening opening_of_stock(const Survey& survey, const std::vector<std::uint32_t>& parcels,
                         const Layer& stock,
                         const std::function<double(const FeatureView&)>& area_of)
{
    Opening opening;
    std::vector<double> areas;
    std::vector<std::string> towns;
    const FactId town = survey.parcel_facts->id("town");
    for (std::uint32_t i = 0; i < parcels.size(); ++i) {
        areas.push_back(area_of ? area_of(stock.shapes[i]) : stock.areas[i]);
        towns.push_back(survey.parcel_facts->text(town, parcels[i]).value_or(""));
    }
    opening.all_m2 = std::accumulate(areas.begin(), areas.end(), 0.0);
    opening.region_m2 = by_region(towns, areas);
    return opening;
}

/// Everything that an account is kept from.
struct Basis {
    Layer line;
    std::optional<Layer> stock;
    std::vector<std::uint32_t> stock_parcels;
    std::optional<Layer> permitted; ///< by class; nothing: the policy names none
    LineTerms terms;

    Basis(const Survey& survey, const Balance& rules, AreaKind area, Workers& workers)
        : line{joined_layers(survey, InputKind::control_line, workers)}
    {
        if (auto parcels = industrial_parcels(survey)) {
            Polygons shapes;
            for (const std::uint32_t parcel : *parcels) {
                shapes.append(survey.parcels.shapes[parcel]);
            }
            stock = measured(std::move(shapes), workers);
            stock_parcels = std::move(*parcels);
        }
        if (!rules.permitted.empty() && survey.zones.contains(InputKind::space_zones)) {
            permitted = permitted_classes(survey, rules.permitted, workers);
        }
        terms.mode = rules.mode;
        terms.least_area_m2 = in_unit(rules.least_area, "m2");
        terms.least_width_m = in_unit(rules.least_width, "m");
        terms.contiguous = rules.contiguous;
        terms.area = area_measure(survey, rules.area, area);
    }

    [[nodiscard]] LineGround ground(const Survey& survey, const Balance& rules) const
    {
        LineGround made;
        made.line = &line;
        made.industrial = stock ? &*stock : nullptr;
        if (keeps_off(rules, "farmland")) {
            made.farmland = layers_of(survey, InputKind::farmland);
        }
        if (keeps_off(rules, "red_line")) {
            made.red_line = layers_of(survey, InputKind::red_line);
        }
        made.permitted = layers_of(survey, InputKind::permitted_zone);
        if (permitted) {
            made.permitted.push_back(&*permitted);
        }
        return made;
    }
};

/// The bookings of each change in each region; all of a change that has no shape in its own.
std::vector<Booking> bookings_of(const Survey& survey, ChangeRows& changes, const LineBook& book,
                                 const std::function<double(const FeatureView&)>& measure,
                                 Workers& workers)
{
    const auto area_of = [&](const FeatureView& f) { return measure ? measure(f) : area(f); };
    auto parts = parts_by_town(survey, changes.shapes, workers);
    std::vector<Booking> bookings;
    for (std::size_t i = 0; i < changes.rows.size(); ++i) {
        ChangeRow& row = changes.rows[i];
        name_whole(parts[i], changes.shapes.shapes[i], row.booking.region, row.town);
        row.booking.region = joined_regions(parts[i]);
        if (!row.has_shape) {
            row.booking.region = parts[i].front().region;
            bookings.push_back(row.booking);
            continue;
        }
        row.booking.claimed_m2 = book.claimed_m2[i];
        row.booking.counted_m2 = book.counted_m2[i];
        Booking rest = row.booking;
        for (std::size_t k = 0; k < parts[i].size(); ++k) {
            Booking booking = rest;
            booking.region = parts[i][k].region;
            if (k + 1 < parts[i].size()) { // the last one has what is left, so that sums are exact
                const FeatureView ground = parts[i][k].ground[0];
                booking.claimed_m2 = area_of(ground);
                booking.counted_m2 = area_of(common_ground(book.counted[i], ground)[0]);
                rest.claimed_m2 -= booking.claimed_m2;
                *rest.counted_m2 -= *booking.counted_m2;
            }
            bookings.push_back(std::move(booking));
        }
    }
    return bookings;
}

/// What the plans have existing industrial land inside the line for; nothing where nobody tells.
std::optional<StockPlan> stock_plan(const Survey& survey, const Basis& basis,
                                    const LineAccount& account)
{
    if (!basis.stock || survey.parcel_facts->find("planned_industrial") == nullptr) {
        return std::nullopt;
    }
    const FactTable& facts = *survey.parcel_facts;
    const FactId planned = facts.id("planned_industrial");
    const FactId inside = facts.id("in_line_m2");
    const FactId code = facts.id("parcel_code");
    const LocalGround line{{&basis.line}};
    Polygons decided;
    for (std::size_t i = 0; i < account.changes.rows.size(); ++i) {
        const ChangeRow& row = account.changes.rows[i];
        if (!row.derived && row.booking.decided && row.booking.kind == ChangeKind::occupy) {
            decided.append(account.changes.shapes.shapes[i]);
        }
    }
    Workers alone{1};
    const Layer gone = measured(std::move(decided), alone);
    const BoxGrid grid{gone.boxes};
    StockPlan plan;
    std::vector<std::uint32_t> near;
    for (std::size_t k = 0; k < basis.stock_parcels.size(); ++k) {
        const std::uint32_t parcel = basis.stock_parcels[k];
        const double inside_m2 = facts.number(inside, parcel).value_or(0.0);
        const std::optional<bool> stays = facts.yes_no(planned, parcel);
        if (inside_m2 <= 0.0 || stays != false) {
            (stays ? plan.industrial_m2 : plan.unknown_m2) += inside_m2;
            continue;
        }
        Polygons ground = line.before(basis.stock->shapes[k], basis.stock->boxes[k]);
        grid.find(basis.stock->boxes[k], near);
        for (const std::uint32_t other : near) {
            ground = ground_without(ground[0], gone.shapes[other]);
        }
        const double area_m2 = basis.terms.area ? basis.terms.area(ground[0]) : area(ground[0]);
        if (area_m2 >= k_balance_tolerance_m2) {
            plan.other_m2 += area_m2;
            plan.other.push_back({facts.text(code, parcel).value_or(""), area_m2});
        }
    }
    return plan;
}

void refuse_what_cannot_be(const Survey& survey, const Profile& profile, const Basis& basis)
{
    const bool stock = profile.balance->mode == BalanceMode::stock;
    if (!stock && survey.zones.find(InputKind::control_line) == survey.zones.end()) {
        throw UsageError{msg("policy '{}' keeps its account of the control line, and the job has "
                             "none; add [control_line]",
                             profile.id)};
    }
    if (stock && !basis.stock) {
        throw UsageError{msg("policy '{}' keeps its account of existing industrial land, and no "
                             "parcel tells its use; give the column of land_use",
                             profile.id)};
    }
}

std::vector<LineChange> changes_of(const ChangeRows& read)
{
    std::vector<LineChange> changes;
    for (const ChangeRow& row : read.rows) {
        const Booking& b = row.booking;
        changes.push_back({b.change, b.kind, b.decided, b.date});
    }
    return changes;
}

/// The changes that candidates must stand beside: those that count in the account, and every claim.
std::pair<std::vector<LineChange>, Polygons> booked_or_claimed(const LineAccount& account,
                                                               BalanceMode mode, States states)
{
    std::pair<std::vector<LineChange>, Polygons> kept;
    const std::vector<LineChange> all = changes_of(account.changes);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].decided || states == States::with_proposals || gives(all[i].kind, mode)) {
            kept.first.push_back(all[i]);
            kept.second.append(account.changes.shapes.shapes[i]);
        }
    }
    return kept;
}

} // namespace

Truth LineAccount::holds() const noexcept
{
    const Truth truth = decided.holds();
    return truth == Truth::yes && changes.left_out > 0 ? Truth::unknown : truth;
}

std::span<const InputKind> line_inputs() noexcept
{
    using enum InputKind;
    static constexpr std::array k_inputs{parcels,     control_line,   changes,
                                         towns,       farmland,       red_line,
                                         planned_use, permitted_zone, space_zones};
    return k_inputs;
}

LineAccount line_account(const Survey& survey, const Profile& profile, AreaKind area, Date as_of,
                         Workers& workers, std::vector<Issue>& issues,
                         std::optional<bool> from_parcels)
{
    if (!profile.balance) {
        throw UsageError{
            msg("policy '{}' has no [balance], so there is no account to keep", profile.id)};
    }
    const Balance& rules = *profile.balance;
    const Basis basis{survey, rules, area, workers};
    refuse_what_cannot_be(survey, profile, basis);
    LineAccount account;
    account.changes =
        read_changes(survey, as_of, from_parcels.value_or(rules.from_parcels), workers, issues);
    const std::vector<LineChange> changes = changes_of(account.changes);
    account.book = keep_line_book(changes, account.changes.shapes, basis.ground(survey, rules),
                                  basis.terms, workers);
    account.bookings =
        bookings_of(survey, account.changes, account.book, basis.terms.area, workers);
    account.line_regions = line_parts(survey, account.book.line_before, workers);
    Opening opening = opening_of_line(account, basis.terms.area);
    account.before_m2 = *opening.all_m2;
    account.after_m2 =
        std::accumulate(account.book.after_m2.begin(), account.book.after_m2.end(), 0.0);
    if (basis.stock) {
        Opening stock =
            opening_of_stock(survey, basis.stock_parcels, *basis.stock, basis.terms.area);
        account.stock_m2 = stock.all_m2;
        if (rules.mode != BalanceMode::inside_line) {
            opening = std::move(stock);
        }
    } else if (rules.mode != BalanceMode::inside_line) {
        opening = {};
    }
    account.opening = opening;
    if (rules.stays_industrial) {
        account.plan = stock_plan(survey, basis, account);
    }
    const StockPlan* plan = account.plan ? &*account.plan : nullptr;
    account.decided = judge(account.bookings, opening, rules, States::decided, plan);
    account.with_proposals = judge(account.bookings, opening, rules, States::with_proposals, plan);
    return account;
}

LineBook judge_candidates(const LineAccount& account, const Layer& candidates, const Survey& survey,
                          const Profile& profile, AreaKind area, States states, bool contiguous,
                          Workers& workers)
{
    const Balance& rules = *profile.balance;
    Basis basis{survey, rules, area, workers};
    basis.terms.contiguous = contiguous;
    auto [changes, shapes] = booked_or_claimed(account, rules.mode, states);
    return probe_givers(changes, measured(std::move(shapes), workers), candidates,
                        basis.ground(survey, rules), basis.terms, workers);
}

} // namespace tenglong::geo
