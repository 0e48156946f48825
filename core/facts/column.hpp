#pragma once

#include "core/base/date.hpp"
#include "core/facts/fact.hpp"
#include "core/facts/text_pool.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tenglong {

/// Names a file or layer from which facts were read; see FactTable::add_source().
enum class SourceId : std::uint16_t { none = 0xFFFF };

/// How a value came to be, or why there is none.
struct Provenance {
    bool present = false;
    SourceId source = SourceId::none; ///< the file that gave it, or in which it was looked for
    Text note;                        ///< the step that computed it, or why it is missing

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// One fact of all subjects: the values, and for each a byte that names its provenance.
///
/// A number takes 9 bytes a subject, a yes or no 2, all else 5. Different threads may write
/// different rows once the provenances are added.
class FactColumn {
public:
    /// Index of a provenance in this column; 0 is always "missing, not given".
    using State = std::uint8_t;
    static constexpr State k_not_given = 0;

    FactColumn(FactType type, std::size_t rows);

    /// The state for a provenance; equal ones share it. A column tells 254 apart; later ones are
    /// kept as "various", present or missing. Not to be called from several threads.
    State add(const Provenance& provenance);

    void set_number(std::size_t row, double value, State state) noexcept
    {
        m_numbers[row] = value;
        m_states[row] = state;
    }
    void set_date(std::size_t row, Date value, State state) noexcept
    {
        m_words[row] = value.days();
        m_states[row] = state;
    }
    /// For codes, texts and sets.
    void set_text(std::size_t row, TextId value, State state) noexcept
    {
        m_words[row] = static_cast<std::int32_t>(value);
        m_states[row] = state;
    }
    void set_yes_no(std::size_t row, bool value, State state) noexcept
    {
        m_bytes[row] = value ? 1 : 0;
        m_states[row] = state;
    }
    void set_missing(std::size_t row, State state) noexcept { m_states[row] = state; }

    [[nodiscard]] FactType type() const noexcept { return m_type; }
    [[nodiscard]] bool present(std::size_t row) const noexcept { return m_present[m_states[row]]; }
    [[nodiscard]] const Provenance& provenance(std::size_t row) const noexcept
    {
        return m_provenances[m_states[row]];
    }

    // Whole columns; a value is garbage where present() is false.
    [[nodiscard]] std::span<const double> numbers() const noexcept { return m_numbers; }
    [[nodiscard]] std::span<const std::int32_t> words() const noexcept { return m_words; }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::span<const State> states() const noexcept { return m_states; }
    /// By state.
    [[nodiscard]] std::span<const Provenance> provenances() const noexcept { return m_provenances; }
    /// Whether a state stands for a value.
    [[nodiscard]] const std::array<bool, 256>& present_states() const noexcept { return m_present; }

    /// Memory taken by the rows.
    [[nodiscard]] std::size_t bytes_per_row() const noexcept;

private:
    FactType m_type;
    std::vector<double> m_numbers;
    std::vector<std::int32_t> m_words;
    std::vector<std::uint8_t> m_bytes;
    std::vector<State> m_states;
    std::vector<Provenance> m_provenances;
    std::array<bool, 256> m_present{};
};

} // namespace tenglong
