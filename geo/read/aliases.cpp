#include "geo/read/aliases.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/alias_index.hpp"
#include "geo/read/header_text.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::string listed(std::span<const std::string> names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Recognises the columns of one table.
class Recogniser {
public:
    Recogniser(InputKind kind, std::span<const std::string> headers,
               const RecogniseOptions& options)
        : m_kind{kind}, m_index{AliasIndex::of(kind)}, m_headers{headers}, m_options{options}
    {
        m_result.columns.resize(headers.size());
        for (const std::string& header : headers) {
            m_keys.insert(header_key(header));
        }
    }

    [[nodiscard]] Recognition run()
    {
        take_job_fields();
        take_extra_fields();
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            if (m_result.columns[column].field == nullptr) {
                by_alias(column);
            }
        }
        for (const Field* field : m_index.fields()) {
            settle(*field);
        }
        if (m_options.extra) {
            for (const ExtraField& extra : *m_options.extra) {
                settle(extra.field);
            }
        }
        return std::move(m_result);
    }

private:
    void take_extra_fields()
    {
        if (!m_options.extra) {
            return;
        }
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            const std::string key = header_key(m_headers[column]);
            for (const ExtraField& extra : *m_options.extra) {
                const bool named = std::any_of(
                    extra.headers.begin(), extra.headers.end(),
                    [&](const std::string& header) { return header_key(header) == key; });
                if (named && m_result.columns[column].field == nullptr) {
                    m_result.columns[column] = {&extra.field, Certainty::own, {}, 0, false};
                }
            }
        }
    }

    void take_job_fields()
    {
        for (const auto& [name, header] : m_options.job_fields) {
            const Field* field = find_field(name);
            const auto& known = m_index.fields();
            if (field == nullptr || std::find(known.begin(), known.end(), field) == known.end()) {
                throw_unknown_field(name);
            }
            const std::size_t column = column_called(name, header);
            ColumnMeaning& meaning = m_result.columns[column];
            meaning.field = field;
            meaning.certainty = Certainty::job;
            for (const HeaderReading& reading : read_header(header)) {
                meaning.unit = meaning.unit ? meaning.unit : reading.unit;
                meaning.year = std::max(meaning.year, reading.year);
            }
        }
    }

    [[noreturn]] void throw_unknown_field(const std::string& name) const
    {
        std::vector<std::string> names;
        for (const Field* field : m_index.fields()) {
            names.push_back(field->name);
        }
        const auto guess = nearest(name, names);
        if (guess) {
            throw UsageError{msg("'{}' is not a field of [{}]; did you mean '{}'?", name,
                                 key_of(m_kind), *guess)};
        }
        throw UsageError{msg("'{}' is not a field of [{}]", name, key_of(m_kind))};
    }

    [[nodiscard]] std::size_t column_called(const std::string& field,
                                            const std::string& header) const
    {
        const std::string key = header_key(header);
        for (std::size_t i = 0; i < m_headers.size(); ++i) {
            if (m_headers[i] == header) {
                return i;
            }
        }
        for (std::size_t i = 0; i < m_headers.size(); ++i) {
            if (header_key(m_headers[i]) == key) {
                return i;
            }
        }
        throw UsageError{msg("'{}' has no column '{}', which [{}.fields] names for '{}'; it has {}",
                             m_options.place.file, header, key_of(m_kind), field,
                             listed(m_headers))};
    }

    [[nodiscard]] bool applies(const Alias& alias) const
    {
        return alias.companion.empty() ||
               m_keys.contains(alias.companion) != alias.companion_absent;
    }

    void by_alias(std::size_t column)
    {
        for (const HeaderReading& reading : read_header(m_headers[column])) {
            std::vector<const Alias*> best;
            for (const Alias& alias : m_index.find(reading.key)) {
                if (!applies(alias) || (!best.empty() && alias.certainty < best[0]->certainty)) {
                    continue;
                }
                if (!best.empty() && alias.certainty > best[0]->certainty) {
                    best.clear();
                }
                best.push_back(&alias);
            }
            if (best.size() > 1) {
                std::vector<const Field*> fields;
                fields.reserve(best.size());
                for (const Alias* alias : best) {
                    fields.push_back(alias->field);
                }
                means_several(column, fields);
                return;
            }
            if (best.size() == 1) {
                m_result.columns[column] = {best[0]->field, best[0]->certainty,
                                            reading.unit ? reading.unit : best[0]->unit,
                                            reading.year, false};
                return;
            }
        }
        if (m_options.cut_names) {
            by_beginning(column);
        }
    }

    /// A DBF keeps 10 bytes of a name: five Chinese characters in GBK, three in UTF-8.
    void by_beginning(std::size_t column)
    {
        const std::string key = header_key(m_headers[column]);
        std::size_t gbk = 0;
        for (const char32_t c : code_points(key)) {
            gbk += c < 0x80 ? 1 : 2;
        }
        const bool full = (gbk >= 9 && gbk <= 10) || (key.size() >= 8 && key.size() <= 10);
        if (!full || gbk == key.size()) {
            return;
        }
        const auto fields = m_index.that_begin(key);
        if (fields.size() == 1) {
            m_result.columns[column] = {fields[0], Certainty::cut, {}, 0, false};
        } else if (fields.size() > 1) {
            means_several(column, fields);
        }
    }

    void means_several(std::size_t column, std::span<const Field* const> fields)
    {
        std::vector<std::string> names;
        for (const Field* field : fields) {
            names.push_back(field->name);
        }
        std::sort(names.begin(), names.end());
        m_result.issues.push_back(
            {"column_ambiguous",
             Severity::warning,
             m_options.place,
             m_headers[column],
             {},
             msg("column '{}' could be {}; it is not used; say in [{}.fields] which it is",
                 m_headers[column], listed(names), key_of(m_kind))});
    }

    /// Of the columns for one field, the surest; of several years, the one asked for.
    void settle(const Field& field)
    {
        std::vector<std::size_t> columns;
        Certainty best = Certainty::none;
        for (std::size_t i = 0; i < m_headers.size(); ++i) {
            if (m_result.columns[i].field == &field) {
                columns.push_back(i);
                best = std::max(best, m_result.columns[i].certainty);
            }
        }
        const auto drop_unless = [&](auto keep) {
            const auto rest = std::stable_partition(columns.begin(), columns.end(), keep);
            for (auto at = rest; at != columns.end(); ++at) {
                m_result.columns[*at] = {};
            }
            columns.erase(rest, columns.end());
        };
        drop_unless([&](std::size_t i) { return m_result.columns[i].certainty == best; });
        if (columns.size() < 2) {
            return;
        }
        if (const int year = year_to_take(field, columns); year != 0) {
            drop_unless([&](std::size_t i) { return m_result.columns[i].year == year; });
        }
        if (columns.size() > 1) {
            for (const std::size_t i : columns) {
                m_result.columns[i].contested = true;
            }
            m_result.contests.push_back({&field, columns});
        }
    }

    /// 0 if the years do not help.
    [[nodiscard]] int year_to_take(const Field& field, std::span<const std::size_t> columns)
    {
        int latest = 0;
        bool wanted = false;
        bool all_dated = true;
        for (const std::size_t i : columns) {
            const int year = m_result.columns[i].year;
            latest = std::max(latest, year);
            wanted = wanted || (year != 0 && year == m_options.year);
            all_dated = all_dated && year != 0;
        }
        if (wanted) {
            return m_options.year;
        }
        if (!all_dated) {
            return 0;
        }
        m_result.issues.push_back(
            {"year_chosen",
             Severity::note,
             m_options.place,
             field.name,
             {},
             msg("'{}' is there for several years; {} is taken; set 'year' in [{}] for another",
                 field.label, latest, key_of(m_kind))});
        return latest;
    }

    InputKind m_kind;
    const AliasIndex& m_index;
    std::span<const std::string> m_headers;
    const RecogniseOptions& m_options;
    std::set<std::string> m_keys;
    Recognition m_result;
};

} // namespace

std::size_t Recognition::count() const noexcept
{
    std::set<const Field*> fields;
    for (const ColumnMeaning& column : columns) {
        if (column.field != nullptr) {
            fields.insert(column.field);
        }
    }
    return fields.size();
}

std::span<const Field* const> fields_of(InputKind kind)
{
    return AliasIndex::of(kind).fields();
}

Recognition recognise(InputKind kind, std::span<const std::string> headers,
                      const RecogniseOptions& options)
{
    return Recogniser{kind, headers, options}.run();
}

} // namespace tenglong::geo
