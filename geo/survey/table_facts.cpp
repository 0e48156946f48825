#include "geo/survey/table_facts.hpp"

#include "core/register/names.hpp"
#include "geo/read/values.hpp"
#include "geo/survey/fact_writer.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace tenglong::geo {

namespace {

/// Brings the columns of one table to the subjects of one fact table.
class Filler {
public:
    Filler(FactTable& facts, const Table& table, std::span<const std::uint32_t> row_of,
           std::vector<Issue>& issues, std::span<const std::string_view> only)
        : m_facts{facts}, m_table{table}, m_row_of{row_of}, m_issues{issues}, m_only{only}
    {
        std::vector<std::uint32_t> numbers(row_of.size());
        for (std::size_t subject = 0; subject < row_of.size(); ++subject) {
            numbers[subject] = row_of[subject] == k_no_row
                                   ? 0
                                   : static_cast<std::uint32_t>(table.row_number(row_of[subject]));
        }
        m_source = facts.add_source(table.file(), table.layer(), std::move(numbers));
    }

    SourceId fill()
    {
        for (const TableColumn& column : m_table.columns()) {
            const Field& field = column.field();
            if (!wanted(field.set.empty() ? field.name : field.set)) {
                continue;
            }
            if (!field.set.empty()) {
                m_sets[field.set].push_back(&column);
            } else if (const auto fact = m_facts.catalogue().find(m_facts.subject(), field.name)) {
                put(*fact, column);
            }
        }
        for (const auto& [name, flags] : m_sets) {
            put_flagged_set(name, flags);
        }
        return m_source;
    }

private:
    [[nodiscard]] bool wanted(std::string_view fact) const
    {
        return m_only.empty() || std::find(m_only.begin(), m_only.end(), fact) != m_only.end();
    }

    /// The states of a column: the value was read, or the cell of that row was empty.
    struct States {
        FactColumn::State read;
        FactColumn::State empty;
        FactColumn::State no_row;
    };

    [[nodiscard]] States states(FactColumn& column) const
    {
        return {column.add({true, m_source, {}}),
                column.add({false, m_source, msg("the cell is empty or cannot be read")}),
                column.add({false, m_source, msg("no row for it in this file")})};
    }

    /// Calls `set(subject, row, read)` where the table has a value and nobody else told one, and
    /// notes why where there is none.
    template <class Has, class Set>
    void each(FactColumn& column, Has&& has, Set&& set) const
    {
        const States state = states(column);
        for (std::size_t subject = 0; subject < m_row_of.size(); ++subject) {
            const std::uint32_t row = m_row_of[subject];
            if (column.present(subject)) {
                continue;
            }
            if (row != k_no_row && has(row)) {
                set(subject, row, state.read);
            } else if (row != k_no_row) {
                column.set_missing(subject, state.empty);
            } else if (column.states()[subject] == FactColumn::k_not_given) {
                column.set_missing(subject, state.no_row);
            }
        }
    }

    void put(FactId fact, const TableColumn& column)
    {
        const FactDeclaration& declaration = m_facts.catalogue()[fact];
        switch (declaration.type) {
        case FactType::number:
            put_numbers(fact, column);
            break;
        case FactType::date:
            put_dates(fact, column);
            break;
        case FactType::yes_no:
            put_flags(fact, column);
            break;
        case FactType::set:
            put_sets(fact, column);
            break;
        case FactType::code:
        case FactType::text:
            put_texts(fact, column);
            break;
        }
    }

    void put_numbers(FactId fact, const TableColumn& column)
    {
        const FactDeclaration& declaration = m_facts.catalogue()[fact];
        const auto values = column.field().type == FieldType::range
                                ? lower_bounds(column)
                                : numbers(m_table, column, m_issues);
        const auto ratio = column.field().unit.ratio_to(declaration.unit);
        FactColumn& target = m_facts.column(fact);
        each(
            target, [&](std::uint32_t row) { return !std::isnan(values[row]); },
            [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                target.set_number(subject, values[row] * ratio.first / ratio.second, read);
            });
    }

    /// Of "1.0-2.0" and "≥1.5" what is due at least; the only number where there is one.
    [[nodiscard]] std::vector<double> lower_bounds(const TableColumn& column) const
    {
        std::vector<double> result;
        for (const Range& range : ranges(m_table, column, m_issues)) {
            result.push_back(range.low);
        }
        return result;
    }

    void put_dates(FactId fact, const TableColumn& column)
    {
        const auto values = days(m_table, column, m_issues);
        FactColumn& target = m_facts.column(fact);
        each(
            target, [&](std::uint32_t row) { return values[row] != k_no_day; },
            [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                target.set_date(subject, Date::from_days(values[row]), read);
            });
    }

    void put_flags(FactId fact, const TableColumn& column)
    {
        const auto values = flags(m_table, column, m_issues);
        FactColumn& target = m_facts.column(fact);
        each(
            target, [&](std::uint32_t row) { return values[row] >= 0; },
            [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                target.set_yes_no(subject, values[row] == 1, read);
            });
    }

    void put_sets(FactId fact, const TableColumn& column)
    {
        if (column.field().type != FieldType::set) {
            put_written_sets(m_facts.column(fact), column);
            return;
        }
        const auto values = sets(m_table, column, m_issues);
        const auto& words = column.field().values;
        FactColumn& target = m_facts.column(fact);
        std::map<std::uint32_t, TextId> known;
        const auto id_of = [&](std::uint32_t bits) {
            const auto [place, added] = known.try_emplace(bits);
            if (added) {
                std::vector<std::string> members;
                for (std::size_t i = 0; i < words.size(); ++i) {
                    if ((bits >> i & 1U) != 0) {
                        members.push_back(words[i].key);
                    }
                }
                place->second = m_facts.pool().intern_set(std::move(members));
            }
            return place->second;
        };
        each(
            target, [&](std::uint32_t row) { return values[row] != k_no_set; },
            [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                target.set_text(subject, id_of(values[row]), read);
            });
    }

    /// The members of a policy's own set, as they are written.
    void put_written_sets(FactColumn& target, const TableColumn& column)
    {
        each(
            target, [&](std::uint32_t row) { return !column.missing(row); },
            [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                target.set_text(subject, m_facts.pool().intern_set(exact_names(column.texts[row])),
                                read);
            });
    }

    void put_texts(FactId fact, const TableColumn& column)
    {
        FactColumn& target = m_facts.column(fact);
        if (column.field().type == FieldType::choice) {
            const auto values = choices(m_table, column, m_issues);
            const auto& words = column.field().values;
            each(
                target, [&](std::uint32_t row) { return values[row] >= 0; },
                [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                    const auto& key = words[static_cast<std::size_t>(values[row])].key;
                    target.set_text(subject, m_facts.pool().intern(key), read);
                });
            return;
        }
        if (column.holds_numbers()) {
            return; // readers keep codes as texts; a number here was reported by them
        }
        each(
            target, [&](std::uint32_t row) { return !column.texts.missing(row); },
            [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
                target.set_text(subject, m_facts.pool().intern(column.texts[row]), read);
            });
    }

    /// 消防违法: 是, 税收违法: 否 and the like; a set that the table also names keeps its members.
    void put_flagged_set(const std::string& name, const std::vector<const TableColumn*>& columns)
    {
        const auto fact = m_facts.catalogue().find(m_facts.subject(), name);
        if (!fact) {
            return;
        }
        std::vector<std::vector<std::int8_t>> answers;
        answers.reserve(columns.size());
        for (const TableColumn* column : columns) {
            answers.push_back(flags(m_table, *column, m_issues));
        }
        FactColumn& target = m_facts.column(*fact);
        // Nothing is said before all is known, unless something was found.
        const auto decided = [&](std::uint32_t row) {
            bool all_known = true;
            for (const auto& answer : answers) {
                if (answer[row] == 1) {
                    return true;
                }
                all_known = all_known && answer[row] == 0;
            }
            return all_known;
        };
        const FactColumn::State also = target.add({true, m_source, {}});
        for (std::size_t subject = 0; subject < m_row_of.size(); ++subject) {
            const std::uint32_t row = m_row_of[subject];
            if (row != k_no_row && target.present(subject) && decided(row)) {
                put_members(target, subject, columns, answers, row, also);
            }
        }
        each(target, decided, [&](std::size_t subject, std::uint32_t row, FactColumn::State read) {
            put_members(target, subject, columns, answers, row, read);
        });
    }

    /// Adds the members that a row has a yes for to those that are there.
    void put_members(FactColumn& target, std::size_t subject,
                     const std::vector<const TableColumn*>& columns,
                     const std::vector<std::vector<std::int8_t>>& answers, std::uint32_t row,
                     FactColumn::State state) const
    {
        std::vector<std::string> members = members_of(target, subject);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (answers[i][row] == 1) {
                members.push_back(columns[i]->field().member);
            }
        }
        target.set_text(subject, m_facts.pool().intern_set(std::move(members)), state);
    }

    [[nodiscard]] std::vector<std::string> members_of(const FactColumn& column,
                                                      std::size_t subject) const
    {
        if (!column.present(subject)) {
            return {};
        }
        const auto members = m_facts.pool().members(static_cast<TextId>(column.words()[subject]));
        return {members.begin(), members.end()};
    }

    FactTable& m_facts;
    const Table& m_table;
    std::span<const std::uint32_t> m_row_of;
    std::vector<Issue>& m_issues;
    std::span<const std::string_view> m_only;
    SourceId m_source = SourceId::none;
    std::map<std::string, std::vector<const TableColumn*>> m_sets;
};

} // namespace

SourceId put_table_facts(FactTable& facts, const Table& table,
                         std::span<const std::uint32_t> row_of, std::vector<Issue>& issues,
                         std::span<const std::string_view> only)
{
    return Filler{facts, table, row_of, issues, only}.fill();
}

void put_stated_classes(FactTable& enterprises, const Table& table,
                        std::span<const std::uint32_t> row_of)
{
    const TableColumn* column = table.find("class_stated");
    if (column == nullptr || column->holds_numbers()) {
        return;
    }
    FactWriter writer{enterprises, "class", msg("as the table of enterprises states it")};
    for (std::size_t subject = 0; subject < row_of.size(); ++subject) {
        const std::uint32_t row = row_of[subject];
        if (row == k_no_row || writer.present(subject) || column->texts.missing(row)) {
            continue;
        }
        const std::string_view text = column->texts[row];
        const bool letter = text.front() >= 'A' && text.front() <= 'D' &&
                            (text.size() == 1 || static_cast<unsigned char>(text[1]) >= 0x80U);
        writer.text(subject, enterprises.pool().intern(letter ? text.substr(0, 1) : text));
    }
}

} // namespace tenglong::geo
