#include "tools/cli/run_summary.hpp"

#include "core/base/number.hpp"
#include "core/base/units.hpp"
#include "tools/cli/balance_summary.hpp"
#include "tools/cli/shell_word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tenglong::tools {

namespace {

[[nodiscard]] std::string in_mu(double area_m2)
{
    return format_number(to_mu(SquareMetres{area_m2}).value(), 2);
}

class Summarizer {
public:
    Summarizer(const geo::Summary& summary, const Console& console)
        : m_summary{summary}, m_console{console}
    {}

    void print_findings()
    {
        line(msg("{}, judged by '{}' as of {}", m_summary.job, m_summary.policy_title,
                 m_summary.as_of.iso()));
        print_parcels();
        print_freed();
        print_account();
        print_undecided();
    }

    void print_places(const RunPlaces& places)
    {
        if (places.result.empty()) {
            line(msg("nothing was written, as asked"));
            return;
        }
        line(msg("result: {}", places.result.string()));
        line(msg("  result.gpkg: the map, opens in QGIS coloured by status; ledger.xlsx: the "
                 "lists, to print and file"));
    }

    void print_next(const RunPlaces& places)
    {
        const std::size_t issues = m_summary.issues_at(Severity::warning);
        const std::string job = shell_word(places.job);
        const bool explained = !places.result.empty() && !places.parcel.empty();
        const bool planned = places.has_candidates && account_holds(m_summary) == Truth::no;
        if (issues == 0 && !explained && !planned) {
            return;
        }
        line(msg("next:"));
        if (issues > 0) {
            line(msg("  {} faults in the data: tenglong check {}", issues, job));
        }
        if (explained) {
            line(msg("  why a parcel is as it is: tenglong explain {} {}",
                     shell_word(places.result.string()), shell_word(places.parcel)));
        }
        if (planned) {
            line(msg("  what would restore the account: tenglong plan {}", job));
        }
    }

private:
    void line(const Text& text) { m_console.out << m_console.tr(text) << '\n'; }

    void print_parcels()
    {
        std::size_t count = 0;
        double area_m2 = 0.0;
        for (const geo::StatusSummary& status : m_summary.status) {
            count += status.id == "normal" ? 0 : status.count;
            area_m2 += status.id == "normal" ? 0.0 : status.area_m2;
        }
        line(msg("{} parcels, {} mu; of them with a problem: {} parcels, {} mu",
                 m_summary.parcel_count, in_mu(m_summary.parcel_area_m2), count, in_mu(area_m2)));
        for (const geo::StatusSummary& status : m_summary.status) {
            if (status.count > 0) {
                line(msg("  {}: {} parcels, {} mu", status.label, status.count,
                         in_mu(status.area_m2)));
            }
        }
    }

    void print_freed()
    {
        if (m_summary.reclaimable.land_m2) {
            line(msg("land that the measures free: {} mu", in_mu(*m_summary.reclaimable.land_m2)));
        }
        if (m_summary.block_count > 0) {
            line(msg("{} contiguous blocks, {} mu", m_summary.block_count,
                     in_mu(m_summary.block_area_m2)));
        }
    }

    void print_account()
    {
        if (m_summary.control_line.balance_m2) {
            line(msg("account of the control line: {}; balance {}",
                     balance_words(account_holds(m_summary)),
                     shown_area(*m_summary.control_line.balance_m2)));
        }
    }

    void print_undecided()
    {
        std::size_t verdicts = 0;
        for (const geo::RuleSummary& each : m_summary.rules) {
            verdicts += each.undecided;
        }
        if (verdicts == 0) {
            return;
        }
        line(msg("for want of data {} parcels have a problem that can be neither found nor ruled "
                 "out; over all rules, lists and rights too, {} verdicts are open:",
                 m_summary.undecided_parcels, verdicts));
        constexpr std::size_t k_most = 3;
        for (std::size_t i = 0; i < std::min(m_summary.missing.size(), k_most); ++i) {
            print_lack(m_summary.missing[i]);
        }
    }

    /// What is missing, what that costs, and which column would mend most of it.
    void print_lack(const geo::LackSummary& lack)
    {
        const Text cost = msg("{}: {} verdicts", lack.label, lack.verdicts);
        if (lack.reasons.empty()) {
            line({"  " + cost.zh, "  " + cost.en});
            return;
        }
        const geo::LackReason& most = lack.reasons.front();
        const Text why = most.file.empty() ? most.why : msg("{}: {}", most.file, most.why);
        Text inputs;
        for (const geo::InputKind kind : most.inputs) {
            const Text& label = geo::label_of(kind);
            inputs.zh += (inputs.zh.empty() ? "" : "、") + label.zh;
            inputs.en += (inputs.en.empty() ? "" : ", ") + label.en;
        }
        line(inputs.empty() ? msg("  {}; lacking is '{}' ({})", cost, most.label, why)
                            : msg("  {}; lacking is '{}' ({}), a column of: {}", cost, most.label,
                                  why, inputs));
    }

    const geo::Summary& m_summary;
    const Console& m_console;
};

} // namespace

Truth account_holds(const geo::Summary& summary)
{
    const std::optional<bool>& holds = summary.control_line.holds;
    return !holds ? Truth::unknown : *holds ? Truth::yes : Truth::no;
}

void print_findings(const geo::Summary& summary, const Console& console)
{
    Summarizer{summary, console}.print_findings();
}

void print_places(const geo::Summary& summary, const RunPlaces& places, const Console& console)
{
    Summarizer summarizer{summary, console};
    summarizer.print_places(places);
    summarizer.print_next(places);
}

} // namespace tenglong::tools
