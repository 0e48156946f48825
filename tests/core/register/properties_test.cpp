#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace tenglong {
namespace {

using testing::credit_code;
using testing::parcel_code;
using testing::RegisterCase;

/// A town in which everything that goes wrong with tables goes wrong.
class RandomTown {
public:
    explicit RandomTown(std::uint64_t seed) : m_random{seed}
    {
        const int parcels = 1 + pick(12);
        for (int i = 0; i < parcels; ++i) {
            const int holder = pick(14);
            town.parcel(parcel_code(1 + pick(10)), one_in(8) ? 0.0 : 1'000.0 + pick(40'000),
                        one_in(3) ? "" : name(holder), one_in(3) ? "" : credit_code(holder));
        }
        const int enterprises = 1 + pick(16);
        for (int i = 0; i < enterprises; ++i) {
            add_enterprise(pick(14));
        }
        const int leases = pick(6);
        for (int i = 0; i < leases; ++i) {
            Occupation& row =
                town.lease(one_in(4) ? "" : credit_code(pick(14)), credit_code(pick(14)),
                           one_in(4) ? "" : parcel_code(1 + pick(10)), 10.0 + pick(20'000));
            row.kind = one_in(4) ? OccupationKind::own : OccupationKind::lease;
            if (one_in(3)) {
                row.start = Date{2023, 1 + pick(12), 1};
            }
        }
    }

    /// The same rows in another order; their places in the files stay.
    void shuffle()
    {
        std::shuffle(town.parcels().begin(), town.parcels().end(), m_random);
        std::shuffle(town.enterprises().begin(), town.enterprises().end(), m_random);
        std::shuffle(town.occupations().begin(), town.occupations().end(), m_random);
    }

    RegisterCase town; // NOLINT(misc-non-private-member-variables-in-classes)

private:
    [[nodiscard]] int pick(int count)
    {
        return static_cast<int>(m_random() % static_cast<unsigned>(count));
    }
    [[nodiscard]] bool one_in(int count) { return pick(count) == 0; }
    [[nodiscard]] static std::string name(int n) { return "企业" + std::to_string(n); }

    void add_enterprise(int n)
    {
        std::string codes = one_in(2) ? "" : parcel_code(1 + pick(11));
        codes += !codes.empty() && one_in(3) ? "、" + parcel_code(1 + pick(11)) : "";
        EnterpriseRow& row = town.enterprise(name(n), one_in(5) ? "" : credit_code(n), codes);
        const auto maybe_mu = [&]() -> std::optional<double> {
            return one_in(2) ? std::optional{pick(6'000) / 100.0} : std::nullopt;
        };
        row.land_own_mu = maybe_mu();
        row.land_in_mu = maybe_mu();
        row.land_out_mu = maybe_mu();
        row.land_stated_mu = maybe_mu();
        row.year = one_in(6) ? 2022 : 2023;
        for (const YearFigure figure : all_year_figures()) {
            if (!one_in(4)) {
                row.figures.set(figure, (pick(2'000'000) - 100'000) / 1'000.0);
            }
        }
    }

    std::mt19937_64 m_random;
};

/// Everything that a user would see, named by places instead of numbers and sorted.
[[nodiscard]] std::vector<std::string> seen(RegisterCase& town, const RegisterOptions& options)
{
    const RegisterInput& input = town.input();
    const Register reg = make_register(input, options);
    std::vector<std::string> lines;
    for (const Link& link : reg.links) {
        lines.push_back(fmt::format("link {} {} {} {} {} {}",
                                    input.enterprises[link.enterprise].place.row,
                                    input.parcels[link.parcel].place.row, link.land, link.weight,
                                    key(link.match), key(link.basis)));
    }
    for (std::size_t p = 0; p < input.parcels.size(); ++p) {
        for (const auto& column : reg.parcel_sums) {
            if (!column.empty()) {
                lines.push_back(fmt::format("sum {} {}", input.parcels[p].place.row, column[p]));
            }
        }
        if (reg.lead[p] != k_nobody) {
            lines.push_back(fmt::format("lead {} {}", input.parcels[p].place.row,
                                        input.enterprises[reg.lead[p]].place.row));
        }
    }
    for (std::size_t e = 0; reg.merged && e < input.enterprises.size(); ++e) {
        lines.push_back(
            fmt::format("land {} {}", input.enterprises[e].place.row, reg.merged->land[e]));
    }
    for (const Issue& issue : reg.issues) {
        lines.push_back(fmt::format("issue {} {} {}", issue.kind, issue.place.row, issue.text.en));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

TEST(RegisterProperties, EveryUnitThatEntersIsInOnePlace)
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        RandomTown random{seed};
        const Register reg = random.town.run();

        for (std::size_t f = 0; f < k_year_figures; ++f) {
            ASSERT_TRUE(reg.accounts.at(f).holds());
            WideUnits on_parcels = 0;
            for (const Units sum : reg.parcel_sums.at(f)) {
                on_parcels += sum;
            }
            ASSERT_EQ(on_parcels, reg.accounts.at(f).placed);
        }
        ASSERT_TRUE(reg.land_account.holds());
    }
}

TEST(RegisterProperties, TheLandOfAnEnterpriseIsAllOnItsParcelsOrUnplaced)
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        RandomTown random{seed};
        const Register reg = random.town.run();

        for (std::size_t e = 0; e < reg.lands.size(); ++e) {
            Units placed = 0;
            for (const Link& link : reg.links_of(e)) {
                ASSERT_GE(link.land, 0);
                placed += link.land;
            }
            const auto used = reg.lands[e].used;
            if (used && *used > 0 && !reg.links_of(e).empty()) {
                ASSERT_EQ(placed + reg.lands[e].unplaced, *used);
            }
        }
    }
}

TEST(RegisterProperties, MergingTenantsMovesFiguresAndLosesNone)
{
    RegisterOptions options;
    options.tenants = Tenants::merged_in_holder;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        RandomTown random{seed};
        const Register reg = random.town.run(options);

        const auto sum = [](const std::vector<Units>& column) {
            WideUnits total = 0;
            for (const Units amount : column) {
                total += amount == k_missing ? 0 : amount;
            }
            return total;
        };
        for (std::size_t f = 0; f < k_year_figures; ++f) {
            ASSERT_EQ(sum(reg.merged->amounts.at(f)), sum(reg.amounts.at(f)));
            for (std::size_t e = 0; e < reg.lands.size(); ++e) {
                if (reg.merged->into[e] != k_nobody && !reg.merged->has_tenants[e] &&
                    !reg.amounts.at(f).empty() && reg.amounts.at(f)[e] != k_missing) {
                    ASSERT_EQ(reg.merged->amounts.at(f)[e], 0);
                }
            }
        }
    }
}

TEST(RegisterProperties, TheOrderOfTheRowsDoesNotMatter)
{
    RegisterOptions options;
    options.tenants = Tenants::merged_in_holder;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        RandomTown random{seed};
        const auto before = seen(random.town, options);
        random.shuffle();
        ASSERT_EQ(seen(random.town, options), before);
    }
}

} // namespace
} // namespace tenglong
