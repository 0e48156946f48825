#include "tests/village/sum_row.hpp"

namespace tenglong::tests {

namespace {

using enum Side;

// A parcel of 100 m by 100 m is 10,000 m² or 15 mu.
constexpr Box k_15_mu{0, 0, 100, 100};

/// Enterprise 1 on a parcel of 15 mu, its land and figures given.
[[nodiscard]] std::function<void(Village&)> firm(Cells cells)
{
    return [cells = std::move(cells)](Village& village) {
        village.parcel(1, k_15_mu).enterprise(1, 1, cells);
    };
}

/// Per mu it makes 12 of tax and 100 of value added, 2 of it per tce, 3,000 per tonne and 15 per
/// person; 0.02 of its revenue is research. Some figures replaced.
[[nodiscard]] Cells scored(const Cells& other = {}, double mu = 10.0)
{
    Cells cells{{"企业规模", "规上"},
                {"国民经济行业代码", "C3311"},
                {"自有用地(亩)", std::to_string(mu)},
                {"税收(万元)", "120"},
                {"工业增加值(万元)", "1000"},
                {"综合能耗(吨标煤)", "500"},
                {"排放量(吨)", "0.333333333"},
                {"年平均职工人数", "66.666667"},
                {"营业收入(万元)", "1000"},
                {"研发经费(万元)", "20"}};
    for (const auto& [name, value] : other) {
        for (auto& [column, cell] : cells) {
            cell = column == name ? value : cell;
        }
    }
    return cells;
}

[[nodiscard]] SumRow of_firm(const char* row, Side side, const char* policy,
                             std::function<void(Village&)> build, const char* column,
                             Expected expected, const char* why, const char* issue = "")
{
    return {row,
            side,
            policy,
            std::move(build),
            "enterprises",
            "credit_code",
            Village::credit_code(1),
            column,
            std::move(expected),
            why,
            issue};
}

/// C1: per mu of the land that is really used, which is own + leased in - let out.
[[nodiscard]] std::vector<SumRow> indicator_rows()
{
    const char* const p = "national";
    const Cells land{
        {"自有用地(亩)", "10"}, {"承租用地(亩)", "5"}, {"出租用地(亩)", "3"}, {"税收(万元)", "60"}};
    const Cells let_out{{"自有用地(亩)", "10"}, {"出租用地(亩)", "10"}, {"税收(万元)", "60"}};
    const Cells no_tax{{"自有用地(亩)", "12"}, {"税收(万元)", ""}};
    const Cells slip{{"自有用地(亩)", "10000"}, {"税收(万元)", "60"}};
    return {
        of_firm("C1", yes, p, firm(land), "tax_per_mu", 5.0, "60 / (10 + 5 - 3) mu"),
        of_firm("C1", no, p, firm(let_out), "tax_per_mu", Nothing{},
                "all of its land is let out: no figure per mu, and none that is infinite",
                "land_not_positive"),
        of_firm("C1", missing, p, firm(no_tax), "tax_per_mu", Nothing{},
                "its tax is not given, which is not zero"),
        of_firm("C1", contradiction, p, firm(slip), "tax_per_mu", 4.0,
                "10,000 mu on a parcel of 10,000 m²: another unit, so 60 / 15 mu",
                "land_unit_slip"),
    };
}

/// C2: Huangyan's scheme of 2022, by hand (domain notes, 2.6): 12/24.097 x 30 + 100/136.16 x 20 +
/// 2/2.694 x 20 + 3000/4929.81 x 10 + 15/18.14 x 10 + 0.02/0.0302 x 10 = 65.452993.
[[nodiscard]] std::vector<SumRow> score_rows()
{
    const char* const p = "huangyan-2022";
    const auto two = [](Cells first) {
        return [first = std::move(first)](Village& village) {
            village.parcel(1, k_15_mu).parcel(2, {100, 0, 200, 100});
            village.enterprise(1, 1, first);
            village.enterprise(2, 2, scored({{"税收(万元)", "240"}}));
        };
    };
    Cells small{{"企业规模", "规下"},
                {"自有用地(亩)", "2.99"},
                {"税收(万元)", "36"},
                {"用电量(万千瓦时)", "180"}};
    Cells both_values = scored({{"综合能耗(吨标煤)", "205"}});
    both_values.emplace_back("综合能耗等价值(吨标煤)", "500");
    Cells stated = scored();
    stated.emplace_back("评价等级", "A");
    return {
        of_firm("C2", yes, p, firm(scored()), "score", 65.452993, "the published vector"),
        of_firm("C2", yes, p, firm(both_values), "score", 65.452993,
                "of two values of energy the equivalent one, as the scheme says"),
        of_firm("C2", no, p, firm(small), "score", Nothing{},
                "below scale and under 3 mu: not evaluated"),
        of_firm("C2", missing, p, firm(scored({{"综合能耗(吨标煤)", ""}})), "score", Nothing{},
                "no energy, for which the scheme has no substitute", "class_undecided"),
        of_firm("C2", contradiction, p, two(stated), "class", std::string{"D"},
                "stated A; the second of two by score, past 95% of them: D counts",
                "class_differs"),
    };
}

} // namespace

std::vector<SumRow> evaluation_rows()
{
    std::vector<SumRow> all = indicator_rows();
    for (SumRow& row : score_rows()) {
        all.push_back(std::move(row));
    }
    return all;
}

} // namespace tenglong::tests
