#include "core/evaluate/evaluate.hpp"

#include "core/base/number.hpp"
#include "core/evaluate/explain.hpp"
#include "core/evaluate/scheme_inputs.hpp"

#include <algorithm>
#include <numeric>

namespace tenglong {

namespace {

/// What decides who is evaluated, of all enterprises.
class Traits {
public:
    explicit Traits(const FactTable& facts)
        : m_facts{facts}, m_size{facts.id("size")},
          m_industry{facts.id("industry_code")}, m_land{facts.id("land_used_mu")}
    {}

    [[nodiscard]] EnterpriseTraits of(std::size_t row) const
    {
        EnterpriseTraits traits;
        if (const auto size = m_facts.text(m_size, row)) {
            traits.above_scale = *size == "above_scale"   ? std::optional{true}
                                 : *size == "below_scale" ? std::optional{false}
                                                          : std::nullopt;
        }
        if (const auto code = m_facts.text(m_industry, row)) {
            traits.industry = IndustryCode::parse(*code, IndustryEdition::y2017);
        }
        traits.land_mu = m_facts.number(m_land, row);
        return traits;
    }

private:
    const FactTable& m_facts;
    FactId m_size;
    FactId m_industry;
    FactId m_land;
};

[[nodiscard]] std::string subject_of(const FactTable& facts, std::size_t row)
{
    const auto code = facts.text(facts.id("credit_code"), row);
    return code ? *code : facts.text(facts.id("name"), row).value_or(std::string{});
}

/// One run over all enterprises.
class Run {
public:
    Run(const Profile& profile, FactTable& enterprises)
        : m_profile{profile}, m_facts{enterprises}, m_rules{profile.rules_for(
                                                        SubjectKind::enterprise)},
          m_verdicts{Evaluator{m_rules, enterprises}.evaluate()}
    {}

    Evaluation run()
    {
        for (const Scheme& scheme : m_profile.schemes) {
            m_result.schemes.push_back(
                {.scheme = &scheme, .rows = {}, .not_ranked = {}, .grace = {}, .scores = {}});
        }
        place_all();
        for (SchemeResult& each : m_result.schemes) {
            score_one(each);
        }
        for (std::size_t row = 0; row < m_facts.rows(); ++row) {
            write(row);
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] Truth answer(std::string_view rule, std::size_t row, Truth otherwise) const
    {
        const auto number = m_rules.find(rule);
        return number ? m_verdicts.at(*number, row) : otherwise;
    }

    void place_all();
    void score_one(SchemeResult& result);
    void write(std::size_t row);
    void tell(std::string kind, Severity severity, std::size_t row, Text text);

    const Profile& m_profile;
    FactTable& m_facts;
    const RuleSet& m_rules;
    Verdicts m_verdicts;
    Evaluation m_result;
};

void Run::tell(std::string kind, Severity severity, std::size_t row, Text text)
{
    Issue issue;
    issue.kind = std::move(kind);
    issue.severity = severity;
    issue.place = m_facts.origin(m_facts.id("name"), row).place;
    issue.subject = subject_of(m_facts, row);
    issue.text = std::move(text);
    m_result.issues.push_back(std::move(issue));
}

void Run::place_all()
{
    const Traits traits{m_facts};
    m_result.places.resize(m_facts.rows());
    for (std::size_t row = 0; row < m_facts.rows(); ++row) {
        EvaluationPlace& place = m_result.places[row];
        const Truth in_scope = answer(k_scope_rule, row, Truth::yes);
        if (in_scope == Truth::no) {
            continue;
        }
        const EnterpriseTraits own = traits.of(row);
        for (std::uint32_t i = 0; i < m_result.schemes.size(); ++i) {
            SchemeResult& result = m_result.schemes[i];
            const auto fits = applies(result.scheme->scope, own);
            if (fits == false) {
                continue;
            }
            // One before it that may apply would count in its place.
            const bool sure = fits.has_value() && in_scope == Truth::yes;
            place.how = sure ? Evaluated::by_scheme : Evaluated::undecided;
            if (sure) {
                place.scheme = i;
                place.subject = static_cast<std::uint32_t>(result.rows.size());
                result.rows.push_back(static_cast<std::uint32_t>(row));
            }
            break;
        }
    }
}

void Run::score_one(SchemeResult& result)
{
    const Scheme& scheme = *result.scheme;
    const Traits traits{m_facts};
    const FactId stated = m_facts.id("not_ranked");
    std::vector<std::uint32_t> groups;
    for (const std::uint32_t row : result.rows) {
        const bool grace = answer(k_grace_rule, row, Truth::no) == Truth::yes;
        const bool out = grace || m_facts.yes_no(stated, row).value_or(false);
        result.grace.push_back(grace ? 1 : 0);
        result.not_ranked.push_back(out ? 1 : 0);
        groups.push_back(group_of(scheme, traits.of(row)).value_or(k_no_group));
    }
    SchemeInputs inputs{scheme, m_facts, m_rules, &m_verdicts, result.rows};
    inputs.set_not_ranked(result.not_ranked);
    inputs.set_groups(groups);
    result.scores = score(scheme, inputs.inputs());
}

/// The items without points, or what else leaves a class open.
[[nodiscard]] Text why_open(const SchemeResult& result, std::uint32_t subject)
{
    Text lacking;
    const auto items = result.scores.items_of(subject);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].rule == ItemRule::undecided) {
            const Text one = msg("{}: {}", result.scheme->items[i].label, label(items[i].gap));
            lacking = lacking.empty() ? one : msg("{}; {}", lacking, one);
        }
    }
    return lacking.empty() ? msg("the group that it is ranked in cannot be told") : lacking;
}

/// The scheme, and what changed the class after ranking.
[[nodiscard]] Text class_note(const SchemeResult& result, std::uint32_t subject)
{
    const SubjectScore& score = result.scores.subjects[subject];
    Text note = result.scheme->label;
    if (result.not_ranked[subject] != 0) {
        return msg("{}; {}", note,
                   result.grace[subject] != 0 ? msg("not ranked by the grace of the policy")
                                              : msg("not ranked"));
    }
    for (const OverrideStep& step : score.overrides) {
        note = msg("{}; {}", note, explain(*result.scheme, step));
    }
    return note;
}

void Run::write(std::size_t row)
{
    const EvaluationPlace place = m_result.places[row];
    if (place.how == Evaluated::undecided) {
        tell("evaluation_scope_unknown", Severity::warning, row,
             msg("enterprise '{}': size, industry or land in use is missing, so it cannot be told "
                 "which scheme evaluates it",
                 subject_of(m_facts, row)));
    }
    if (place.how != Evaluated::by_scheme) {
        return;
    }
    const SchemeResult& result = m_result.schemes[place.scheme];
    const SubjectScore& score = result.scores.subjects[place.subject];
    FactColumn& points = m_facts.column("score");
    if (score.total) {
        points.set_number(row, *score.total,
                          points.add({true, SourceId::none, result.scheme->label}));
    } else if (!points.present(row)) {
        points.set_missing(row,
                           points.add({false, SourceId::none, why_open(result, place.subject)}));
    }
    const bool out = result.not_ranked[place.subject] != 0;
    std::string letter = out ? result.scheme->unranked_letter : std::string{};
    if (!out && score.class_after) {
        letter = result.scheme->classes[*score.class_after].letter;
    }
    FactColumn& classes = m_facts.column("class");
    const std::optional<std::string> stated = m_facts.text(m_facts.id("class"), row);
    if (letter.empty()) {
        if (!stated) {
            classes.set_missing(row, classes.add({false, SourceId::none,
                                                  out ? class_note(result, place.subject)
                                                      : why_open(result, place.subject)}));
        }
        if (!out) {
            tell("class_undecided", Severity::note, row,
                 msg("enterprise '{}' has no computed class: {}", subject_of(m_facts, row),
                     why_open(result, place.subject)));
        }
        return;
    }
    if (stated && *stated != letter) {
        tell("class_differs", Severity::warning, row,
             msg("enterprise '{}': the table says class {}, the scheme '{}' gives {}; the computed "
                 "one counts",
                 subject_of(m_facts, row), *stated, result.scheme->label, letter));
    }
    classes.set_text(row, m_facts.pool().intern(letter),
                     classes.add({true, SourceId::none, class_note(result, place.subject)}));
}

} // namespace

Evaluation evaluate_enterprises(const Profile& profile, FactTable& enterprises)
{
    if (profile.schemes.empty()) {
        Evaluation none;
        none.places.resize(enterprises.rows());
        return none;
    }
    return Run{profile, enterprises}.run();
}

std::vector<Text> evaluation_steps(const Evaluation& evaluation, std::size_t row)
{
    const EvaluationPlace place = evaluation.places[row];
    if (place.how == Evaluated::undecided) {
        return {msg("size, industry or land in use is missing, so no scheme can be chosen")};
    }
    if (place.how == Evaluated::out_of_scope) {
        return {msg("no scheme of the policy evaluates it")};
    }
    const SchemeResult& result = evaluation.schemes[place.scheme];
    const Scheme& scheme = *result.scheme;
    const SubjectScore& score = result.scores.subjects[place.subject];
    std::vector<Text> steps{scheme.label};
    const auto items = result.scores.items_of(place.subject);
    for (std::size_t i = 0; i < items.size(); ++i) {
        steps.push_back(explain(scheme.items[i], items[i]));
    }
    if (score.bonus > 0.0 || score.deduction > 0.0) {
        steps.push_back(msg("points given beside: {}, taken: {}", format_number(score.bonus),
                            format_number(score.deduction)));
    }
    if (score.total) {
        steps.push_back(msg("total: {}", format_number(*score.total)));
    }
    if (score.rank) {
        steps.push_back(msg("rank {} of {}", *score.rank, score.group_size));
    }
    if (score.class_before) {
        steps.push_back(msg("class by the cut: {}", scheme.classes[*score.class_before].letter));
    }
    for (const OverrideStep& step : score.overrides) {
        steps.push_back(explain(scheme, step));
    }
    const bool out = result.not_ranked[place.subject] != 0;
    steps.push_back(msg("class: {}", class_shown(scheme, score, out)));
    return steps;
}

} // namespace tenglong
