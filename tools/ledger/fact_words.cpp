#include "tools/ledger/fact_words.hpp"

#include "core/base/number.hpp"
#include "core/base/units.hpp"
#include "core/facts/fact_table.hpp"
#include "core/facts/share.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace tenglong::tools {

namespace {

/// Of a fact, what people are told.
struct FactWords {
    std::string name;
    std::string label;
    std::string value;
    std::optional<double> number; ///< of a value that is one
    std::string unit;
    std::string file;
    std::string row;
    std::string note;
    bool missing = false;
};

/// Reads the JSON that a run writes, object by object; a general reader would take longer than
/// all the rest of a ledger.
class FactReader {
public:
    FactReader(std::string_view json, const Dictionary* words, Lang lang)
        : m_rest{json}, m_words{words}, m_lang{lang}
    {}

    /// The next fact; nothing at the end, or where it is not what a run writes.
    [[nodiscard]] std::optional<FactWords> next()
    {
        if (!(take('[') || take(',')) || !take('{')) {
            return std::nullopt;
        }
        FactWords fact;
        do {
            const auto key = quoted();
            if (!key || !take(':') || !read_value(*key, fact)) {
                return std::nullopt;
            }
        } while (take(','));
        return take('}') ? std::optional{std::move(fact)} : std::nullopt;
    }

    /// Whether the list has been read to its end.
    [[nodiscard]] bool done() const { return m_rest == "]"; }

private:
    [[nodiscard]] bool take(char expected)
    {
        if (m_rest.empty() || m_rest.front() != expected) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }

    [[nodiscard]] std::optional<std::string> quoted()
    {
        if (!take('"')) {
            return std::nullopt;
        }
        std::string text;
        while (!m_rest.empty() && m_rest.front() != '"') {
            if (m_rest.front() == '\\' && m_rest.size() > 1) {
                m_rest.remove_prefix(1);
                add_escaped(text);
            } else {
                text += m_rest.front();
                m_rest.remove_prefix(1);
            }
        }
        return take('"') ? std::optional{std::move(text)} : std::nullopt;
    }

    void add_escaped(std::string& text)
    {
        const char kind = m_rest.front();
        m_rest.remove_prefix(1);
        if (kind == 'u') { // control characters alone are written so
            m_rest.remove_prefix(std::min<std::size_t>(m_rest.size(), 4));
            text += ' ';
        } else {
            text += kind == 'n' || kind == 't' || kind == 'r' ? ' ' : kind;
        }
    }

    [[nodiscard]] std::string shown_code(const std::string& code) const
    {
        return m_words == nullptr ? code : std::string{m_words->shown(code, m_lang)};
    }

    /// A text, a list of texts, a number, yes or no.
    [[nodiscard]] std::optional<std::string> value()
    {
        m_number.reset();
        if (!m_rest.empty() && m_rest.front() == '"') {
            const auto text = quoted();
            return text ? std::optional{shown_code(*text)} : std::nullopt;
        }
        if (take('[')) {
            std::string all;
            while (!take(']')) {
                const auto each = quoted();
                if (!each) {
                    return std::nullopt;
                }
                all += (all.empty() ? "" : m_lang == Lang::zh ? "、" : ", ") + shown_code(*each);
                static_cast<void>(take(','));
            }
            return all;
        }
        const std::string_view word = m_rest.substr(0, m_rest.find_first_of(",}]"));
        m_rest.remove_prefix(word.size());
        if (word == "true" || word == "false") {
            return (word == "true" ? msg("yes") : msg("no")).in(m_lang);
        }
        double number = 0.0;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
        if (read.ec != std::errc{}) {
            return std::nullopt;
        }
        m_number = number;
        return format_number(number);
    }

    [[nodiscard]] bool read_value(const std::string& key, FactWords& fact)
    {
        if (key == "missing") {
            fact.missing = true;
        }
        const bool plain = !m_rest.empty() && m_rest.front() == '"' && key != "value";
        if (!plain && m_rest.substr(0, 4) == "null") {
            m_rest.remove_prefix(4);
            fact.missing = true;
            return true;
        }
        const auto read = plain ? quoted() : value();
        if (!read) {
            return false;
        }
        const bool zh = m_lang == Lang::zh;
        if (key == (zh ? "label" : "label_en")) {
            fact.label = *read;
        } else if (key == (zh ? "note" : "note_en")) {
            fact.note = *read;
        } else if (key == "fact") {
            fact.name = *read;
        } else if (key == "value") {
            fact.value = *read;
            fact.number = m_number;
        } else if (key == "unit") {
            fact.unit = *read;
        } else if (key == "file") {
            fact.file = *read;
        } else if (key == "row") {
            fact.row = *read;
        }
        return true;
    }

    std::string_view m_rest;
    const Dictionary* m_words;
    Lang m_lang;
    std::optional<double> m_number; ///< the value read last, if it was one
};

/// "supply.csv 第 2 行", or how the value came to be.
[[nodiscard]] std::string origin_of(const FactWords& fact, Lang lang)
{
    std::string origin = fact.file;
    if (!fact.row.empty()) {
        origin += lang == Lang::zh ? " 第 " + fact.row + " 行" : " row " + fact.row;
    }
    if (!fact.note.empty()) {
        origin += (origin.empty() ? "" : lang == Lang::zh ? "，" : ", ") + fact.note;
    }
    return origin;
}

[[nodiscard]] std::string sentence_of(const FactWords& fact, Lang lang)
{
    const bool zh = lang == Lang::zh;
    std::string text = fact.label + " ";
    if (fact.missing) {
        text += zh ? "缺失" : "missing";
    } else if (fact.number &&
               is_share(fact.name, fact.unit.empty() ? Unit{} : Unit::of(fact.unit))) {
        text += shown_number(*fact.number * 100.0, Unit::of("percent")).in(lang);
    } else {
        const std::string unit = fact.unit.empty() ? "" : Unit::of(fact.unit).symbol().in(lang);
        text += fact.value + (unit.empty() ? "" : " " + unit);
    }
    const std::string origin = origin_of(fact, lang);
    if (!origin.empty()) {
        text += zh ? "（" + origin + "）" : " (" + origin + ")";
    }
    return text;
}

} // namespace

std::string facts_in_words(std::string_view json, const Dictionary* words, Lang lang)
{
    FactReader reader{json, words, lang};
    std::string all;
    while (const auto fact = reader.next()) {
        all += (all.empty() ? "" : lang == Lang::zh ? "；" : "; ") + sentence_of(*fact, lang);
    }
    return reader.done() ? all : std::string{json};
}

} // namespace tenglong::tools
