#include "core/reclaim/region_facts.hpp"

#include "core/base/exact_sum.hpp"

#include <array>
#include <string_view>

namespace tenglong {

namespace {

/// Writes facts of one region where they are not stated.
class Writer {
public:
    Writer(FactTable& regions, std::size_t row) : m_regions{regions}, m_row{row} {}

    void put(std::string_view fact, const std::optional<double>& value, const Text& note)
    {
        FactColumn& column = m_regions.column(fact);
        if (column.present(m_row)) {
            return;
        }
        const auto state = column.add({value.has_value(), SourceId::none, note});
        if (value) {
            column.set_number(m_row, *value, state);
        } else {
            column.set_missing(m_row, state);
        }
    }

private:
    FactTable& m_regions;
    std::size_t m_row;
};

struct RegionRatio {
    std::string_view fact;
    std::string_view above;
    std::string_view below;
    bool above_scale = true; ///< only those above scale
};

constexpr std::array<RegionRatio, 5> k_ratios{{
    {"tax_per_mu", "tax_wan", "land_used_mu"},
    {"value_added_per_mu", "value_added_wan", "land_used_mu"},
    {"productivity", "value_added_wan", "staff"},
    {"rd_share", "rd_wan", "revenue_wan"},
    {"energy_per_value", "energy_tce", "value_added_wan", false},
}};

[[nodiscard]] std::optional<double> number(const FactTable& facts, std::string_view fact,
                                           std::size_t row)
{
    const FactColumn* column = facts.find(fact);
    return column != nullptr && column->present(row) ? std::optional{column->numbers()[row]}
                                                     : std::nullopt;
}

void write_enterprises(const FactTable& enterprises, Writer& writer)
{
    const FactId size = enterprises.id("size");
    std::vector<bool> above(enterprises.rows());
    std::size_t unknown = 0;
    ExactSum tax;
    for (std::size_t row = 0; row < enterprises.rows(); ++row) {
        const auto known = enterprises.text(size, row);
        above[row] = known == "above_scale";
        unknown += known ? 0U : 1U;
        if (above[row]) {
            tax.add(number(enterprises, "tax_wan", row));
        }
    }
    const Text scope =
        unknown == 0 ? msg("enterprises above scale")
                     : msg("enterprises above scale; of {} others the size is missing", unknown);
    writer.put("tax_wan", tax.known(), scope);
    for (const RegionRatio& each : k_ratios) {
        SumRatio ratio;
        for (std::size_t row = 0; row < enterprises.rows(); ++row) {
            if (above[row] || !each.above_scale) {
                ratio.add(number(enterprises, each.above, row),
                          number(enterprises, each.below, row));
            }
        }
        writer.put(each.fact, ratio.value(), each.above_scale ? scope : msg("all enterprises"));
    }
}

[[nodiscard]] std::optional<double> in_mu(const std::optional<double>& area_m2)
{
    return area_m2 ? std::optional{to_mu(SquareMetres{*area_m2}).value()} : std::nullopt;
}

} // namespace

void write_stated_region_facts(std::span<const StatedRegionFact> stated, std::size_t row,
                               FactTable& regions)
{
    for (const StatedRegionFact& each : stated) {
        FactColumn& column = regions.column(each.fact);
        const auto state = column.add({true, SourceId::none, msg("stated in the job, [region]")});
        column.set_number(row, each.value, state);
    }
}

void write_region_facts(const RegionInput& input, std::size_t row, FactTable& regions)
{
    Writer writer{regions, row};
    writer.put("year", input.as_of.year(), msg("year of assessment"));
    if (input.parcels != nullptr) {
        const FreedTotal& freed = input.parcels->freed;
        const Text could =
            freed.undecided == 0
                ? msg("what the measures could free")
                : msg("what the measures could free; of {} parcels it cannot be told",
                      freed.undecided);
        writer.put("parcel_area_mu", in_mu(input.parcels->area_m2), msg("sum over the parcels"));
        writer.put("freed_land_mu", in_mu(freed.amounts.land_m2), could);
        writer.put("freed_energy_tce", freed.amounts.energy_tce, could);
        writer.put("freed_carbon_t", freed.amounts.carbon_t, could);
    }
    if (input.blocks) {
        writer.put("block_count", static_cast<double>(*input.blocks), msg("blocks found"));
    }
    if (input.enterprises != nullptr) {
        write_enterprises(*input.enterprises, writer);
    }
}

} // namespace tenglong
