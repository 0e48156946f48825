#include "geo/run/evidence_rows.hpp"

#include "core/tables/keyed_rows.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::geo {
namespace {

/// More parcels than are judged in one go, every third with a plot ratio that is too low; of every
/// seventh nothing is known, so that its rows are undecided and more in number.
class EvidenceRowsTest : public ::testing::Test {
protected:
    static constexpr std::size_t k_parcels = 2500;

    EvidenceRowsTest() : m_facts{*m_profile.catalogue, k_parcels}
    {
        for (std::size_t row = 0; row < k_parcels; ++row) {
            m_facts.put("parcel_code", row, ("P" + std::to_string(row)).c_str());
            if (row % 7 != 0) {
                m_facts.put("plot_ratio", row, row % 3 == 0 ? 0.2 : 2.5);
                m_facts.put("tax_per_mu", row, 80.0).put("in_production", row, true);
                m_facts.put("started", row, true);
            }
        }
    }

    [[nodiscard]] SpatialTable layer(unsigned threads)
    {
        Workers workers{threads};
        const auto parcels = std::make_shared<const Judged>(
            judge(m_profile.rules_for(SubjectKind::parcel), m_facts.table(), workers));
        return evidence_layer({parcels}, workers);
    }

    using Row = std::vector<std::string>;

    static void add_rows(const ResultTable& table, std::vector<Row>& rows)
    {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            Row& cells = rows.emplace_back();
            for (const ResultColumn& column : table.columns()) {
                cells.emplace_back(column.present(row) ? column.text(row) : "-");
            }
        }
    }

    const Profile& m_profile = tenglong::testing::shipped("national");
    tenglong::testing::Facts m_facts;
};

// However many are asked for at once, and by however many threads they were counted.
TEST_F(EvidenceRowsTest, RowsAreTheSameInWhateverStretchesTheyAreMade)
{
    const SpatialTable made = layer(2);
    std::vector<Row> whole;
    add_rows(gathered(made).table, whole);
    ASSERT_EQ(whole.size(), made.rows());
    ASSERT_GT(whole.size(), k_parcels / 3);

    std::vector<Row> pieces;
    const SpatialTable other = layer(1);
    for (std::size_t begin = 0; begin < other.rows(); begin += 613) {
        ResultTable stretch = other.table;
        other.source->add(begin, std::min(begin + 613, other.rows()), stretch);
        add_rows(stretch, pieces);
    }
    EXPECT_EQ(pieces, whole);
}

TEST_F(EvidenceRowsTest, AKeyLeadsToTheFirstRowOfItsSubject)
{
    const SpatialTable made = layer(2);
    const ResultTable rows = gathered(made).table;
    const ResultColumn& codes = rows["subject_code"];
    std::vector<std::pair<std::string, std::size_t>> expected;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (row == 0 || codes.text(row) != codes.text(row - 1)) {
            expected.emplace_back(codes.text(row), row);
        }
    }
    std::vector<std::pair<std::string, std::size_t>> keys;
    const auto* source = dynamic_cast<const KeyedRows*>(made.source.get());
    ASSERT_NE(source, nullptr);
    source->visit_keys([&](std::string_view key, std::size_t row) { keys.emplace_back(key, row); });
    EXPECT_EQ(keys, expected);
}

} // namespace
} // namespace tenglong::geo
