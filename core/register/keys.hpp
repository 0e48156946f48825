#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A code in the form in which it is looked up.
///
/// Codes that are clean already are taken as they stand, without a copy; others are read by their
/// standard. Whatever the way, equal codes have equal keys.
class Key {
public:
    Key() = default;
    /// Refers to `text`, which must outlive the key.
    [[nodiscard]] static Key of_clean(std::string_view text) noexcept
    {
        Key key;
        key.m_clean = text;
        return key;
    }
    explicit Key(std::string text) noexcept : m_read{std::move(text)} {}

    [[nodiscard]] std::string_view text() const noexcept
    {
        return m_read.empty() ? m_clean : std::string_view{m_read};
    }
    /// The code is missing, or identifies nothing.
    [[nodiscard]] bool empty() const noexcept { return text().empty(); }

private:
    std::string_view m_clean;
    std::string m_read;
};

/// The key of a parcel, from its parcel code or from the code of a unit on it. A local numbering
/// that no standard knows is kept, because equal texts still mean the same parcel; a number that a
/// spreadsheet spoiled and a code that was only pre-assigned have no key.
[[nodiscard]] Key parcel_key(std::string_view code);

/// The key of an enterprise from its credit code, in whichever of its forms; empty if malformed.
[[nodiscard]] Key credit_key(std::string_view code);

/// The organisation code in a credit key, which codes of before and after 2015 share; empty if
/// there is none. Empty, too, where the check digit is wrong: then any of the characters may be,
/// and the code stands for nothing but itself.
[[nodiscard]] std::string organization_in(std::string_view credit_key);

/// The same whether the check digit is right or not.
[[nodiscard]] std::string written_organization(std::string_view credit_key);

/// What the codes of one enterprise share, whatever their form: its organisation code, else the
/// key itself.
[[nodiscard]] std::string identity_of(std::string_view credit_key);

/// Whether two different credit keys surely name two enterprises: both are of today's form, or
/// both have an organisation code as written and these differ.
[[nodiscard]] bool contradict(std::string_view a, std::string_view b);

/// A credit code as issues may show it: nothing for a resident's identity number.
[[nodiscard]] std::string shown_credit_code(std::string_view code);

/// A parcel code as a cell has it.
struct WrittenCode {
    Key key;
    std::string written; ///< for messages, where the key is not what was written

    [[nodiscard]] std::string_view shown() const noexcept
    {
        return written.empty() ? key.text() : std::string_view{written};
    }
};

/// The parcel or unit codes of a cell, which may list several; `cell` must outlive them.
[[nodiscard]] std::vector<WrittenCode> parcel_codes_in(std::string_view cell);

} // namespace tenglong
