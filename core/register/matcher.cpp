#include "core/register/matcher.hpp"

#include "core/register/keys.hpp"
#include "core/register/names.hpp"

#include <algorithm>
#include <string>

namespace tenglong {

namespace {

using Parcels = std::span<const std::uint32_t>;

/// Places one enterprise after another.
class Matcher {
public:
    Matcher(const RegisterInput& input, const Selection& selection, const Ledger& ledger,
            ParcelIndex& parcels, EnterpriseIndex& enterprises, IssueList& issues);

    [[nodiscard]] Matches run();

private:
    void place(std::uint32_t enterprise);
    void add_used_by_ledger();
    void add_named(std::string_view cell, MatchKind kind);
    void add_named_in_duplicates();
    void add_held();
    void add_located();
    void add_by_name();
    void add_let_out();
    void note_held_but_not_named();

    [[nodiscard]] bool name_is_shared(const std::string& name);
    [[nodiscard]] bool holders_differ(Parcels parcels);
    [[nodiscard]] bool is_linked(std::uint32_t parcel) const
    {
        return m_linked_to[parcel] == m_enterprise;
    }
    LinkDraft& add(std::uint32_t parcel, MatchKind kind);
    [[nodiscard]] Title title_on(std::uint32_t parcel, MatchKind kind) const;
    void give_reason(NoMatch reason) { m_reason = std::max(m_reason, reason); }
    void report(std::string_view kind, Severity severity, Text text)
    {
        m_issues.add(kind, severity, m_row->place, subject_of(*m_row), std::move(text));
    }

    const RegisterInput& m_input;
    const Selection& m_selection;
    ParcelIndex& m_parcels;
    EnterpriseIndex& m_enterprises;
    IssueList& m_issues;
    LedgerIndex m_used;
    LedgerIndex m_let;
    std::vector<std::vector<std::uint32_t>>
        m_duplicates; ///< rows set aside, by the row that counts
    Matches m_matches;

    // The enterprise at hand.
    std::uint32_t m_enterprise = 0;
    const EnterpriseRow* m_row = nullptr;
    Key m_key;
    NoMatch m_reason = NoMatch::none;
    std::vector<LinkDraft> m_drafts;
    // By parcel: the enterprise last linked to it, and the place of that link in m_drafts.
    std::vector<std::uint32_t> m_linked_to;
    std::vector<std::uint32_t> m_position;
};

Matcher::Matcher(const RegisterInput& input, const Selection& selection, const Ledger& ledger,
                 ParcelIndex& parcels, EnterpriseIndex& enterprises, IssueList& issues)
    : m_input{input}, m_selection{selection}, m_parcels{parcels}, m_enterprises{enterprises},
      m_issues{issues}, m_used{ledger, input.enterprises.size(), &LedgerEntry::user},
      m_let{ledger, input.enterprises.size(), &LedgerEntry::lessor},
      m_linked_to(input.parcels.size(), k_nobody), m_position(input.parcels.size())
{
    for (std::uint32_t i = 0; i < selection.use.size(); ++i) {
        if (selection.use[i] == RowUse::duplicate) {
            m_duplicates.resize(input.enterprises.size());
            m_duplicates[selection.counted_as[i]].push_back(i);
        }
    }
}

Title Matcher::title_on(std::uint32_t parcel, MatchKind kind) const
{
    switch (kind) {
    case MatchKind::holder_code:
    case MatchKind::holder_organization:
    case MatchKind::holder_name:
        return Title::holder;
    case MatchKind::lease_row:
        return Title::tenant;
    default:
        break;
    }
    const Holding holding = m_parcels.holding(parcel, m_key.text(), m_row->name);
    if (holding == Holding::holder) {
        return Title::holder;
    }
    const bool leases =
        m_row->land_in_mu.value_or(0.0) > 0.0 && m_row->land_own_mu.value_or(0.0) <= 0.0;
    const bool by_own_word = kind == MatchKind::own_row || (holding == Holding::unknown && !leases);
    return by_own_word ? Title::user : Title::tenant;
}

LinkDraft& Matcher::add(std::uint32_t parcel, MatchKind kind)
{
    if (is_linked(parcel)) {
        return m_drafts[m_position[parcel]];
    }
    m_linked_to[parcel] = m_enterprise;
    m_position[parcel] = static_cast<std::uint32_t>(m_drafts.size());
    LinkDraft draft;
    draft.link.enterprise = m_enterprise;
    draft.link.parcel = parcel;
    draft.link.match = kind;
    draft.link.title = title_on(parcel, kind);
    return m_drafts.emplace_back(draft);
}

void Matcher::add_used_by_ledger()
{
    for (const LedgerEntry* entry : m_used[m_enterprise]) {
        if (entry->parcel == k_nobody) {
            continue;
        }
        const bool own = m_input.occupations[entry->occupation].kind == OccupationKind::own;
        LinkDraft& draft = add(entry->parcel, own ? MatchKind::own_row : MatchKind::lease_row);
        if (entry->area) {
            draft.ledger_area = draft.ledger_area.value_or(0) + *entry->area;
        }
        draft.area_missing = draft.area_missing || !entry->area;
        if (entry->floor_m2) {
            draft.floor_m2 = draft.floor_m2.value_or(0.0) + *entry->floor_m2;
        }
        draft.link.part_of_year = draft.link.part_of_year || entry->part_of_year;
    }
}

void Matcher::add_let_out()
{
    for (const LedgerEntry* entry : m_let[m_enterprise]) {
        if (entry->parcel != k_nobody && is_linked(entry->parcel)) {
            m_drafts[m_position[entry->parcel]].let_out += entry->area.value_or(0);
        }
    }
}

void Matcher::add_named(std::string_view cell, MatchKind kind)
{
    for (const WrittenCode& code : parcel_codes_in(cell)) {
        const auto parcels = code.key.empty() ? Parcels{} : m_parcels.by_code(code.key.text());
        if (parcels.size() == 1) {
            add(parcels.front(), kind);
        } else if (parcels.empty()) {
            give_reason(NoMatch::code_not_found);
            report("parcel_code_not_found", Severity::warning,
                   msg("parcel '{}' of enterprise '{}' is not among the parcels", code.shown(),
                       called(*m_row)));
        } else {
            give_reason(NoMatch::ambiguous);
            report("parcel_code_ambiguous", Severity::warning,
                   msg("{} parcels have the code '{}'; it is not known which one enterprise '{}' "
                       "means",
                       parcels.size(), code.shown(), called(*m_row)));
        }
    }
}

void Matcher::add_named_in_duplicates()
{
    if (m_duplicates.empty()) {
        return;
    }
    for (const std::uint32_t row : m_duplicates[m_enterprise]) {
        add_named(m_input.enterprises[row].parcel_codes, MatchKind::parcel_code);
        add_named(m_input.enterprises[row].unit_codes, MatchKind::unit_code);
    }
}

void Matcher::add_held()
{
    if (m_key.empty()) {
        return;
    }
    const auto held = m_parcels.by_holder_code(m_key.text());
    for (const std::uint32_t parcel : held) {
        add(parcel, MatchKind::holder_code);
    }
    const std::string organization = organization_in(m_key.text());
    if (held.empty() && !organization.empty()) {
        for (const std::uint32_t parcel : m_parcels.by_holder_organization(organization)) {
            add(parcel, MatchKind::holder_organization);
        }
    }
}

void Matcher::add_located()
{
    if (m_input.locate) {
        if (const auto parcel = m_input.locate(m_enterprise);
            parcel && *parcel < m_input.parcels.size()) {
            add(*parcel, MatchKind::coordinates);
        }
    }
}

bool Matcher::name_is_shared(const std::string& name)
{
    const auto bearers = m_enterprises.by_name(name);
    if (bearers.size() < 2) {
        return false;
    }
    report("name_ambiguous", Severity::warning,
           msg("{} enterprises have the name '{}'; it is not known which of them the parcels of a "
               "holder of that name belong to",
               bearers.size(), m_row->name));
    return true;
}

bool Matcher::holders_differ(Parcels parcels)
{
    std::vector<std::string> keys;
    for (const std::uint32_t parcel : parcels) {
        if (std::string key = m_parcels.first_holder_key(parcel); !key.empty()) {
            keys.push_back(std::move(key));
        }
    }
    const bool differ = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return contradict(key, keys.front());
    });
    if (differ) {
        report("name_ambiguous", Severity::warning,
               msg("holders with different credit codes have the name '{}'; it is not known which "
                   "of them the enterprise is",
                   m_row->name));
    }
    return differ;
}

void Matcher::add_by_name()
{
    const std::string name = exact_name(m_row->name);
    const auto bearing = name.empty() ? Parcels{} : m_parcels.by_holder_name(name);
    if (bearing.empty()) {
        return;
    }
    std::vector<std::uint32_t> held;
    std::copy_if(bearing.begin(), bearing.end(), std::back_inserter(held),
                 [this](std::uint32_t p) { return !m_parcels.is_of_others(p, m_key.text()); });
    if (held.empty()) {
        give_reason(NoMatch::contradicted);
        report("name_contradicted", Severity::warning,
               msg("enterprise '{}' has the name of the holder of parcel '{}', but another credit "
                   "code; the two are not joined",
                   m_row->name, called(m_input.parcels[bearing.front()])));
    } else if (name_is_shared(name) || holders_differ(held)) {
        give_reason(NoMatch::ambiguous);
    } else {
        for (const std::uint32_t parcel : held) {
            add(parcel, MatchKind::holder_name);
        }
    }
}

void Matcher::note_held_but_not_named()
{
    if (m_key.empty()) {
        return;
    }
    std::vector<Text> codes;
    for (const std::uint32_t parcel : m_parcels.by_holder_code(m_key.text())) {
        if (!is_linked(parcel)) {
            codes.push_back(called(m_input.parcels[parcel]));
        }
    }
    if (!codes.empty()) {
        report("held_parcel_not_named", Severity::note,
               msg("enterprise '{}' also holds {}, which its row does not name; its figures are "
                   "not placed there",
                   called(*m_row), listed(std::move(codes))));
    }
}

void Matcher::place(std::uint32_t enterprise)
{
    m_enterprise = enterprise;
    m_row = &m_input.enterprises[enterprise];
    m_key = credit_key(m_row->credit_code);
    m_reason = NoMatch::none;
    m_drafts.clear();

    add_used_by_ledger();
    const std::size_t leased = m_drafts.size();
    add_named(m_row->parcel_codes, MatchKind::parcel_code);
    add_named(m_row->unit_codes, MatchKind::unit_code);
    add_named_in_duplicates();
    const bool owns = std::any_of(m_drafts.begin(), m_drafts.end(), [](const LinkDraft& draft) {
        return draft.link.match == MatchKind::own_row;
    });
    if (owns || m_drafts.size() > leased) {
        note_held_but_not_named();
    } else {
        add_held();
        if (m_drafts.empty()) {
            add_located();
        }
        if (m_drafts.size() == leased) {
            add_by_name();
        }
    }
    add_let_out();
}

Matches Matcher::run()
{
    const std::size_t count = m_input.enterprises.size();
    m_matches.reasons.assign(count, NoMatch::none);
    m_matches.first_of.reserve(count + 1);
    m_matches.drafts.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        m_matches.first_of.push_back(m_matches.drafts.size());
        if (!m_selection.counts(i)) {
            continue;
        }
        place(i);
        std::sort(m_drafts.begin(), m_drafts.end(), [this](const auto& a, const auto& b) {
            return m_parcels.before(a.link.parcel, b.link.parcel);
        });
        m_matches.drafts.insert(m_matches.drafts.end(), m_drafts.begin(), m_drafts.end());
        if (m_drafts.empty()) {
            const bool nothing = m_key.empty() && exact_name(m_row->name).empty();
            m_matches.reasons[i] = m_reason != NoMatch::none ? m_reason
                                   : nothing                 ? NoMatch::nothing_given
                                                             : NoMatch::not_found;
        }
    }
    m_matches.first_of.push_back(m_matches.drafts.size());
    return std::move(m_matches);
}

} // namespace

Text label(NoMatch reason)
{
    switch (reason) {
    case NoMatch::none:
        return msg("matched");
    case NoMatch::nothing_given:
        return msg("it has no parcel code, credit code, coordinates or name");
    case NoMatch::code_not_found:
        return msg("the parcels that it names are not among the parcels");
    case NoMatch::ambiguous:
        return msg("several parcels or enterprises go by its code or name");
    case NoMatch::contradicted:
        return msg("its name is a holder's with another credit code");
    case NoMatch::not_found:
        break;
    }
    return msg("no parcel has its code, its place or its name");
}

Matches match(const RegisterInput& input, const Selection& selection, const Ledger& ledger,
              ParcelIndex& parcels, EnterpriseIndex& enterprises, IssueList& issues)
{
    return Matcher{input, selection, ledger, parcels, enterprises, issues}.run();
}

} // namespace tenglong
