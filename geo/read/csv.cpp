#include "geo/read/csv.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/file_bytes.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace tenglong::geo {

namespace {

/// Splits the text of a grid into its cells, in place.
class Splitter {
public:
    Splitter(Grid& grid, char delimiter)
        : m_grid{grid}, m_text{grid.bytes()}, m_delimiter{delimiter}
    {
        for (const char c : {delimiter, '\n', '\r'}) {
            m_ends[static_cast<unsigned char>(c)] = true;
        }
    }

    /// The numbers of the rows in which a quote opens that never closes.
    [[nodiscard]] std::vector<std::int64_t> run()
    {
        while (m_at < m_text.size()) {
            ++m_row;
            split_row();
        }
        return std::move(m_unclosed);
    }

private:
    [[nodiscard]] bool ends_cell(std::size_t at) const
    {
        return at >= m_text.size() || m_ends[static_cast<unsigned char>(m_text[at])];
    }

    void split_row()
    {
        const std::size_t start = m_at;
        std::size_t cells = 0;
        while (true) {
            if (cells == 0 && at_line_end()) {
                break; // a blank line has a number and no cells
            }
            split_cell();
            ++cells;
            if (m_at >= m_text.size() || m_text[m_at] != m_delimiter) {
                break;
            }
            ++m_at;
        }
        if (cells > 0) {
            m_grid.close_row(m_row);
        }
        skip_line_end();
        if (m_at == start) {
            ++m_at; // cannot happen, and must not loop if it did
        }
    }

    [[nodiscard]] bool at_line_end() const
    {
        return m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r');
    }

    void skip_line_end()
    {
        if (m_at < m_text.size() && m_text[m_at] == '\r') {
            ++m_at;
        }
        if (m_at < m_text.size() && m_text[m_at] == '\n') {
            ++m_at;
        }
    }

    void split_cell()
    {
        if (m_at < m_text.size() && m_text[m_at] == '"' && m_quotes && split_quoted()) {
            return;
        }
        const std::size_t start = m_at;
        while (!ends_cell(m_at)) {
            ++m_at;
        }
        add(start, m_at);
    }

    /// False if the quote is never closed: then nothing was taken.
    [[nodiscard]] bool split_quoted()
    {
        const std::size_t open = m_at;
        std::size_t close = open + 1;
        while (true) {
            close = m_text.find('"', close);
            if (close == std::string::npos) {
                unclosed();
                return false;
            }
            if (close + 1 < m_text.size() && m_text[close + 1] == '"') {
                close += 2;
            } else if (ends_cell(close + 1)) {
                break;
            } else {
                ++close; // a quote in the middle of the text
            }
        }
        add(open + 1, undoubled(open + 1, close));
        m_at = close + 1;
        return true;
    }

    /// "" becomes " in place; the new end.
    [[nodiscard]] std::size_t undoubled(std::size_t begin, std::size_t end)
    {
        std::size_t to = begin;
        for (std::size_t from = begin; from < end; ++from) {
            m_text[to++] = m_text[from];
            if (m_text[from] == '"' && from + 1 < end && m_text[from + 1] == '"') {
                ++from;
            }
        }
        return to;
    }

    void unclosed()
    {
        m_unclosed.push_back(m_row);
        // Each of them is looked for to the end of the file.
        constexpr std::size_t k_most = 8;
        m_quotes = m_unclosed.size() < k_most;
    }

    void add(std::size_t begin, std::size_t end)
    {
        if (end - begin >= 3 && m_text[begin] == '=' && m_text[begin + 1] == '"' &&
            m_text[end - 1] == '"') {
            begin += 2;
            end -= 1;
        }
        m_grid.add_cell_at(begin, end - begin);
    }

    Grid& m_grid;
    std::string& m_text;
    char m_delimiter;
    std::array<bool, 256> m_ends{};
    std::size_t m_at = 0;
    std::int64_t m_row = 0;
    bool m_quotes = true;
    std::vector<std::int64_t> m_unclosed;
};

/// How well a delimiter explains the text: the share of the rows that have the most usual width.
struct Fit {
    double share = 0.0;
    std::size_t width = 1;
};

[[nodiscard]] Fit fit_of(std::string_view sample, char delimiter)
{
    Grid grid{std::string{sample}};
    (void)Splitter{grid, delimiter}.run();
    std::map<std::size_t, std::size_t> rows_of_width;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        ++rows_of_width[grid.width(row)];
    }
    Fit fit;
    std::size_t most = 0;
    for (const auto& [width, rows] : rows_of_width) {
        if (width > 1 && rows >= most) {
            most = rows;
            fit.width = width;
        }
    }
    fit.share =
        grid.rows() == 0 ? 0.0 : static_cast<double>(most) / static_cast<double>(grid.rows());
    return fit;
}

[[nodiscard]] char find_delimiter(std::string_view text, const std::string& path)
{
    constexpr std::size_t k_sample = 65536;
    std::string_view sample = text.substr(0, k_sample);
    if (sample.size() < text.size()) {
        sample = sample.substr(0, sample.rfind('\n')); // the last row may be cut
    }
    char best = ',';
    Fit best_fit;
    const bool tabs_first = extension_of(path) == "tsv" || extension_of(path) == "tab";
    const std::string_view candidates = tabs_first ? "\t,;|" : ",\t;|";
    for (const char candidate : candidates) {
        const Fit fit = fit_of(sample, candidate);
        const bool better =
            fit.share > best_fit.share + 0.05 ||
            (fit.share >= best_fit.share - 0.05 && fit.width > best_fit.width && fit.share > 0.0);
        if (better) {
            best = candidate;
            best_fit = fit;
        }
    }
    return best;
}

[[nodiscard]] Encoding encoding_of(std::string_view bytes, const CsvOptions& options)
{
    if (options.encoding) {
        return *options.encoding;
    }
    const EncodingFinding finding = find_encoding(bytes);
    if (finding.encoding) {
        return *finding.encoding;
    }
    if (finding.ask) {
        throw Error{msg("'{}' may be in Big5 or in GBK; say which with encoding = \"big5\" or "
                        "encoding = \"gbk\"",
                        options.path)};
    }
    throw Error{msg("'{}' is no text in UTF-8, UTF-16 or GBK: byte {} fits none of them; if it is "
                    "in another encoding, say which with encoding = \"...\"",
                    options.path, finding.bad_byte)};
}

void refuse_what_is_no_text(std::string_view bytes, const std::string& path)
{
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        throw Error{msg("'{}' is a spreadsheet or an archive, not a delimited text; give it the "
                        "ending of its kind (.xlsx, .xls, .zip)",
                        path)};
    }
    if (bytes.starts_with("SQLite format 3")) {
        throw Error{msg("'{}' is a database, not a delimited text", path)};
    }
}

} // namespace

CsvText parse_csv(std::string_view bytes, const CsvOptions& options)
{
    refuse_what_is_no_text(bytes, options.path);
    CsvText result;
    result.encoding = encoding_of(bytes, options);
    Decoder decoder{result.encoding};
    result.grid = Grid{decoder.decode(bytes)};
    const Place place{options.path, {}, 0};
    if (decoder.broken() > 0) {
        result.issues.push_back(
            {"text_unreadable",
             Severity::warning,
             place,
             {},
             {},
             msg("'{}' has {} characters that are not {}; they stand as U+FFFD; if the encoding is "
                 "wrong, say it with encoding = \"...\"",
                 options.path, decoder.broken(), name_of(result.encoding))});
    }
    std::string& text = result.grid.bytes();
    if (std::string_view{text}.substr(0, 4096).find('\0') != std::string_view::npos) {
        throw Error{msg("'{}' is no text: it has zero bytes", options.path)};
    }
    result.delimiter = options.delimiter.value_or(find_delimiter(text, options.path));
    for (const std::int64_t row : Splitter{result.grid, result.delimiter}.run()) {
        result.issues.push_back(
            {"quote_unclosed",
             Severity::warning,
             {options.path, {}, row},
             {},
             {},
             msg("row {}: a quotation mark opens and never closes; it is taken as a character",
                 row)});
    }
    return result;
}

CsvText read_csv(const std::string& path, CsvOptions options)
{
    options.path = path;
    return parse_csv(read_file(path), options);
}

} // namespace tenglong::geo
