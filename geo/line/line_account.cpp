#include "geo/line/line_account.hpp"

#include "core/base/error.hpp"
#include "geo/line/line_areas.hpp"
#include "geo/line/region_names.hpp"

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

Opening opening_of_line(const Survey& survey, const LineBook& book, Workers& workers)
{
    Opening opening;
    opening.all_m2 = std::accumulate(book.before_m2.begin(), book.before_m2.end(), 0.0);
    opening.region_m2 = by_region(line_regions(survey, book.line_before, workers), book.before_m2);
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
        terms.mode = rules.mode;
        terms.least_area_m2 = in_unit(rules.least_area, "m2");
        terms.least_width_m = in_unit(rules.least_width, "m");
        terms.contiguous = rules.contiguous;
        terms.area = area_measure(survey.crs, rules.area, area);
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
        return made;
    }
};

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

} // namespace

Truth LineAccount::holds() const noexcept
{
    const Truth truth = decided.holds();
    return truth == Truth::yes && changes.left_out > 0 ? Truth::unknown : truth;
}

LineAccount line_account(const Survey& survey, const Profile& profile, AreaKind area, Date as_of,
                         Workers& workers, std::vector<Issue>& issues)
{
    if (!profile.balance) {
        throw UsageError{
            msg("policy '{}' has no [balance], so there is no account to keep", profile.id)};
    }
    const Balance& rules = *profile.balance;
    const Basis basis{survey, rules, area, workers};
    refuse_what_cannot_be(survey, profile, basis);
    LineAccount account;
    account.changes = read_changes(survey, as_of, workers, issues);
    std::vector<LineChange> changes;
    for (const ChangeRow& row : account.changes.rows) {
        const Booking& b = row.booking;
        changes.push_back({b.change, b.kind, b.decided, b.date});
    }
    account.book = keep_line_book(changes, account.changes.shapes, basis.ground(survey, rules),
                                  basis.terms, workers);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Booking booking = account.changes.rows[i].booking;
        if (account.changes.rows[i].has_shape) {
            booking.claimed_m2 = account.book.claimed_m2[i];
            booking.counted_m2 = account.book.counted_m2[i];
        }
        account.bookings.push_back(std::move(booking));
    }
    Opening opening = opening_of_line(survey, account.book, workers);
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
    account.decided = judge(account.bookings, opening, rules, States::decided);
    account.with_proposals = judge(account.bookings, opening, rules, States::with_proposals);
    return account;
}

} // namespace tenglong::geo
