#include "core/register/parcel_index.hpp"

#include "core/codes/code_text.hpp"
#include "core/register/keys.hpp"
#include "core/register/names.hpp"

#include <algorithm>
#include <tuple>

namespace tenglong {

namespace {

/// Calls `see(key)` for each credit code of a cell; stops where it answers true.
template <class See>
bool any_credit_key(std::string_view cell, See see)
{
    const Key whole = credit_key(cell);
    if (!whole.empty()) {
        return see(whole.text());
    }
    if (cell.empty()) {
        return false;
    }
    const auto pieces = split_codes(cell);
    return std::any_of(pieces.begin(), pieces.end(), [&](const std::string& piece) {
        const Key key = credit_key(piece);
        return !key.empty() && see(key.text());
    });
}

} // namespace

ParcelIndex::ParcelIndex(std::span<const ParcelRecord> parcels)
    : m_parcels{parcels}, m_by_code{parcels.size()}, m_by_holder_code{parcels.size()}
{
    for (std::uint32_t i = 0; i < parcels.size(); ++i) {
        Key code = parcel_key(parcels[i].parcel_code);
        if (code.empty()) {
            code = parcel_key(parcels[i].unit_code);
        }
        if (!code.empty()) {
            m_by_code.add(code.text(), i);
        }
        any_credit_key(parcels[i].holder_credit_code, [&](std::string_view key) {
            m_by_holder_code.add(key, i);
            return false;
        });
    }
    m_by_code.close();
    m_by_holder_code.close();
}

std::span<const std::uint32_t> ParcelIndex::by_holder_organization(std::string_view organization)
{
    if (!m_by_organization) {
        m_by_organization.emplace(m_by_holder_code.size());
        for (std::size_t key = 0; key < m_by_holder_code.size(); ++key) {
            const std::string identity = identity_of(m_by_holder_code.text(key));
            for (const std::uint32_t parcel : m_by_holder_code.rows(key)) {
                m_by_organization->add(identity, parcel);
            }
        }
        m_by_organization->close();
    }
    return m_by_organization->find(organization);
}

const TextIndex& ParcelIndex::holder_names()
{
    if (!m_by_name) {
        m_by_name.emplace(m_parcels.size());
        for (std::uint32_t i = 0; i < m_parcels.size(); ++i) {
            for (const std::string& name : exact_names(m_parcels[i].holder)) {
                m_by_name->add(name, i);
            }
        }
        m_by_name->close();
    }
    return *m_by_name;
}

Holding ParcelIndex::holding(std::uint32_t parcel, std::string_view credit_key,
                             std::string_view name) const
{
    const ParcelRecord& record = m_parcels[parcel];
    const auto is_same = [&](std::string_view key) {
        return key == credit_key ||
               (!credit_key.empty() && identity_of(key) == identity_of(credit_key));
    };
    if (any_credit_key(record.holder_credit_code, is_same)) {
        return Holding::holder;
    }
    const auto names = exact_names(record.holder);
    const std::string exact = names.empty() ? std::string{} : exact_name(name);
    if (!exact.empty() && std::find(names.begin(), names.end(), exact) != names.end() &&
        !is_of_others(parcel, credit_key)) {
        return Holding::holder;
    }
    return names.empty() && first_holder_key(parcel).empty() ? Holding::unknown : Holding::other;
}

bool ParcelIndex::is_of_others(std::uint32_t parcel, std::string_view credit_key) const
{
    const std::string_view cell = m_parcels[parcel].holder_credit_code;
    const auto see_any = [](std::string_view) { return true; };
    const auto may_be_same = [&](std::string_view key) { return !contradict(key, credit_key); };
    return any_credit_key(cell, see_any) && !any_credit_key(cell, may_be_same);
}

std::string ParcelIndex::first_holder_key(std::uint32_t parcel) const
{
    std::string first;
    any_credit_key(m_parcels[parcel].holder_credit_code, [&](std::string_view key) {
        first = key;
        return true;
    });
    return first;
}

bool ParcelIndex::before(std::uint32_t a, std::uint32_t b) const
{
    const auto rank = [this](std::uint32_t i) {
        const ParcelRecord& parcel = m_parcels[i];
        return std::tuple{parcel.parcel_code,
                          parcel.unit_code,
                          parcel.holder,
                          parcel.holder_credit_code,
                          parcel.area_m2.value_or(-1.0),
                          parcel.place.source,
                          parcel.place.row,
                          i};
    };
    return rank(a) < rank(b);
}

} // namespace tenglong
