#pragma once

#include "core/register/records.hpp"
#include "core/register/text_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tenglong {

/// Whether an enterprise is the holder of a parcel.
enum class Holding : std::uint8_t { holder, other, unknown };

/// What a parcel is looked up by. Indexes that few runs need are made on first use; used by one
/// thread at a time.
class ParcelIndex {
public:
    /// \pre the records outlive the index.
    explicit ParcelIndex(std::span<const ParcelRecord> parcels);

    // Parcels by key, in the order of the records.
    [[nodiscard]] std::span<const std::uint32_t> by_code(std::string_view parcel_key) const
    {
        return m_by_code.find(parcel_key);
    }
    [[nodiscard]] std::span<const std::uint32_t> by_holder_code(std::string_view credit_key) const
    {
        return m_by_holder_code.find(credit_key);
    }
    [[nodiscard]] std::span<const std::uint32_t>
    by_holder_organization(std::string_view organization);
    [[nodiscard]] std::span<const std::uint32_t> by_holder_name(std::string_view exact_name)
    {
        return holder_names().find(exact_name);
    }

    /// All names of holders, exact, with their parcels.
    [[nodiscard]] const TextIndex& holder_names();

    /// Whether a credit key or a name, as written, is that of a holder of the parcel. A name does
    /// not make a holder of whom the credit code says that it is another.
    [[nodiscard]] Holding holding(std::uint32_t parcel, std::string_view credit_key,
                                  std::string_view name) const;

    /// Whether the holder's credit codes, if any, all name other enterprises than `credit_key`.
    [[nodiscard]] bool is_of_others(std::uint32_t parcel, std::string_view credit_key) const;

    /// The first credit key in the holder's cell; empty if there is none.
    [[nodiscard]] std::string first_holder_key(std::uint32_t parcel) const;

    /// One order of parcels whatever that of the records: by codes, holder and area.
    [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const;

private:
    std::span<const ParcelRecord> m_parcels;
    TextIndex m_by_code;
    TextIndex m_by_holder_code;
    std::optional<TextIndex> m_by_organization;
    std::optional<TextIndex> m_by_name;
};

} // namespace tenglong
