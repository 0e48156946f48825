#include "geo/run/evidence_rows.hpp"

#include "core/tables/keyed_rows.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/run/evidence_teller.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

namespace tenglong::geo {

namespace {

void add_text_or_none(ResultColumn& column, const std::string& text)
{
    if (text.empty()) {
        column.add_missing();
    } else {
        column.add_text(text);
    }
}

/// The columns of the table, found once.
class EvidenceColumns {
public:
    explicit EvidenceColumns(ResultTable& table)
        : m_kind{table["subject_kind"]}, m_code{table["subject_code"]}, m_rule{table["rule"]},
          m_verdict{table["verdict"]}, m_facts{table["facts"]}, m_limit{table["limit"]},
          m_limit_en{table["limit_en"]}, m_clause{table["clause"]}, m_document{table["document"]},
          m_document_en{table["document_en"]}
    {}

    void add(const Judged& judged, const std::string& code, const ToldVerdict& told)
    {
        const Rule& rule = judged.rules().rules()[told.rule];
        const Citation& citation = told.citation == nullptr ? rule.citation : *told.citation;
        m_kind.add_text(key_of(judged.facts().subject()));
        m_code.add_text(code);
        m_rule.add_text(rule.id);
        m_verdict.add_text(told.truth == Truth::yes ? "yes" : "unknown");
        m_facts.add_text(told.facts);
        add_text_or_none(m_limit, told.limit.zh);
        add_text_or_none(m_limit_en, told.limit.en);
        add_text_or_none(m_clause, citation.clause);
        const Document* document = judged.rules().document(citation.document);
        add_text_or_none(m_document, document == nullptr ? citation.document : document->title.zh);
        add_text_or_none(m_document_en,
                         document == nullptr ? citation.document : document->title.en);
    }

private:
    ResultColumn& m_kind;
    ResultColumn& m_code;
    ResultColumn& m_rule;
    ResultColumn& m_verdict;
    ResultColumn& m_facts;
    ResultColumn& m_limit;
    ResultColumn& m_limit_en;
    ResultColumn& m_clause;
    ResultColumn& m_document;
    ResultColumn& m_document_en;
};

/// The verdicts of one table of subjects.
class Witness {
public:
    Witness(std::shared_ptr<const Judged> judged, Workers& workers)
        : m_judged{std::move(judged)}, m_teller{*m_judged}, m_codes{m_judged->facts()}
    {
        const std::size_t subjects = m_judged->facts().rows();
        m_first = workers.collect<std::size_t>(
            subjects, k_chunk_rows,
            [&](std::size_t begin, std::size_t end, std::vector<std::size_t>& out) {
                std::size_t count = 0;
                for (std::size_t row = begin; row < end; ++row) {
                    count += m_teller.count(row);
                }
                out.push_back(count);
            });
        m_first.push_back(0);
        std::exclusive_scan(m_first.begin(), m_first.end(), m_first.begin(), std::size_t{0});
    }

    [[nodiscard]] std::size_t rows() const noexcept { return m_first.back(); }

    void add(std::size_t begin, std::size_t end, EvidenceColumns& columns) const
    {
        const auto after = std::upper_bound(m_first.begin(), m_first.end(), begin);
        auto chunk = static_cast<std::size_t>(after - m_first.begin()) - 1;
        for (; begin < end; ++chunk) {
            const std::size_t most = std::min(end, m_first[chunk + 1]) - begin;
            if (most > 0) {
                const std::size_t first = chunk * k_chunk_rows;
                m_teller.tell(first, std::min(first + k_chunk_rows, m_judged->facts().rows()),
                              begin - m_first[chunk], most, [&](const ToldVerdict& told) {
                                  columns.add(*m_judged, m_codes[told.subject], told);
                              });
                begin += most;
            }
        }
    }

    void visit_keys(std::size_t row,
                    const std::function<void(std::string_view, std::size_t)>& visit) const
    {
        for (std::size_t subject = 0; subject < m_judged->facts().rows(); ++subject) {
            if (const std::size_t count = m_teller.count(subject); count > 0) {
                visit(m_codes[subject], row);
                row += count;
            }
        }
    }

private:
    std::shared_ptr<const Judged> m_judged;
    EvidenceTeller m_teller;
    SubjectCodes m_codes;
    std::vector<std::size_t> m_first; ///< the first row of each chunk, and one behind the last
};

class EvidenceSource : public KeyedRows {
public:
    EvidenceSource(const std::vector<std::shared_ptr<const Judged>>& judged, Workers& workers)
    {
        for (const std::shared_ptr<const Judged>& each : judged) {
            m_witnesses.emplace_back(each, workers);
        }
    }

    [[nodiscard]] std::size_t rows() const noexcept override
    {
        std::size_t rows = 0;
        for (const Witness& each : m_witnesses) {
            rows += each.rows();
        }
        return rows;
    }

    void add(std::size_t begin, std::size_t end, ResultTable& table) const override
    {
        EvidenceColumns columns{table};
        std::size_t first = 0; // row of the witness
        for (const Witness& each : m_witnesses) {
            const std::size_t from = std::max(begin, first);
            const std::size_t to = std::min(end, first + each.rows());
            if (from < to) {
                each.add(from - first, to - first, columns);
            }
            first += each.rows();
        }
    }

    void visit_keys(
        const std::function<void(std::string_view key, std::size_t row)>& visit) const override
    {
        std::size_t first = 0;
        for (const Witness& each : m_witnesses) {
            each.visit_keys(first, visit);
            first += each.rows();
        }
    }

private:
    std::vector<Witness> m_witnesses;
};

} // namespace

SpatialTable evidence_layer(const std::vector<std::shared_ptr<const Judged>>& judged,
                            Workers& workers)
{
    return {.table = evidence_table(),
            .source = std::make_shared<const EvidenceSource>(judged, workers)};
}

SubjectCodes::SubjectCodes(const FactTable& facts) : m_facts{&facts}
{
    for (const std::string_view name :
         {"parcel_code", "unit_code", "credit_code", "change_id", "name"}) {
        // Enterprises have a parcel code too: that of the ground they stand on, not their own.
        if (facts.subject() == SubjectKind::enterprise &&
            (name == "parcel_code" || name == "unit_code")) {
            continue;
        }
        if (const auto fact = facts.catalogue().find(facts.subject(), name)) {
            m_names.push_back(*fact);
        }
    }
}

std::string SubjectCodes::operator[](std::size_t row) const
{
    for (const FactId fact : m_names) {
        std::optional<std::string> text = m_facts->text(fact, row);
        if (text && !text->empty()) {
            return *std::move(text);
        }
    }
    return fmt::format("#{}", row + 1);
}

std::string code_of(const FactTable& facts, std::size_t row)
{
    return SubjectCodes{facts}[row];
}

} // namespace tenglong::geo
