#include "core/register/enterprise_index.hpp"

#include "core/register/keys.hpp"
#include "core/register/names.hpp"

namespace tenglong {

std::optional<std::uint32_t> EnterpriseIndex::by_code(std::string_view code)
{
    if (!m_by_code) {
        m_by_code.emplace(m_rows.size());
        for (std::uint32_t i = 0; i < m_rows.size(); ++i) {
            const Key key = credit_key(m_rows[i].credit_code);
            // Rows set aside for another may have its code in another form, or with a slip.
            if (m_selection->use[i] != RowUse::other_year && !key.empty()) {
                m_by_code->add(identity_of(key.text()), m_selection->counted_as[i]);
            }
        }
        m_by_code->close();
    }
    const Key key = credit_key(code);
    const auto rows =
        key.empty() ? std::span<const std::uint32_t>{} : m_by_code->find(identity_of(key.text()));
    return rows.empty() ? std::nullopt : std::optional{rows.front()};
}

const TextIndex& EnterpriseIndex::names()
{
    if (!m_by_name) {
        m_by_name.emplace(m_rows.size());
        for (std::uint32_t i = 0; i < m_rows.size(); ++i) {
            const std::string name = m_selection->counts(i) ? exact_name(m_rows[i].name) : "";
            if (!name.empty()) {
                m_by_name->add(name, i);
            }
        }
        m_by_name->close();
    }
    return *m_by_name;
}

std::optional<std::uint32_t> EnterpriseIndex::party(std::string_view code, std::string_view name)
{
    if (const auto found = by_code(code)) {
        return found;
    }
    const std::string exact = exact_name(name);
    const auto rows = exact.empty() ? std::span<const std::uint32_t>{} : by_name(exact);
    if (rows.size() != 1) {
        return std::nullopt;
    }
    const Key ours = credit_key(code);
    const Key theirs = credit_key(m_rows[rows.front()].credit_code);
    return contradict(ours.text(), theirs.text()) ? std::nullopt : std::optional{rows.front()};
}

} // namespace tenglong
