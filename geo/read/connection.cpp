#include "geo/read/connection.hpp"

#include <algorithm>
#include <functional>
#include <regex>
#include <sstream>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::string_view k_mask = "***";

/// A password and where it stands in a connection.
struct Secret {
    std::size_t begin = 0;
    std::size_t size = 0;
};

[[nodiscard]] std::vector<Secret> secrets_of(const std::string& connection)
{
    // A value ends before the next key, not at a blank: who forgets the quotes has a password with
    // blanks all the same. Commas and semicolons part the values of MYSQL:, MSSQL: and ODBC.
    static const std::regex words{
        R"((?:password|passwd|pwd)\s*=\s*('(?:[^'\\]|\\.)*'|"[^"]*"|\{[^}]*\}|.*?)(?=\s+\w+\s*=|[,;&]\s*\w+\s*=|;|$))",
        std::regex::icase};
    static const std::regex uri{R"(://[^:@/\s]*:(\S*)@)"};
    static const std::regex oracle{R"(^OCI:[^/@]*/([^@]*))", std::regex::icase};
    std::vector<Secret> found;
    for (const std::regex* pattern : {&words, &uri, &oracle}) {
        for (std::sregex_iterator it{connection.begin(), connection.end(), *pattern}, end;
             it != end; ++it) {
            if (it->length(1) > 0) {
                found.push_back({static_cast<std::size_t>(it->position(1)),
                                 static_cast<std::size_t>(it->length(1))});
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Secret& a, const Secret& b) { return a.begin > b.begin; });
    return found;
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    if (from.empty() || from == to) {
        return;
    }
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

[[nodiscard]] std::string without_quotes(const std::string& value)
{
    const bool quoted =
        value.size() > 2 && (value.front() == '\'' || value.front() == '"' || value.front() == '{');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

} // namespace

std::string without_password(std::string_view connection)
{
    std::string shown{connection};
    for (const Secret& secret : secrets_of(shown)) { // from the back
        shown.replace(secret.begin, secret.size, k_mask);
    }
    return shown;
}

SourceNames::SourceNames(std::string path, std::string_view shown)
    : m_path{std::move(path)}, m_shown{without_password(shown)}
{
    for (const Secret& secret : secrets_of(m_path)) {
        const std::string whole = without_quotes(m_path.substr(secret.begin, secret.size));
        m_secrets.push_back(whole);
        // A server that reads a password with blanks as several words complains of one of them.
        // What is shorter than that would blot out half the message.
        constexpr std::size_t k_least_word = 4;
        std::istringstream words{whole};
        for (std::string word; words >> word;) {
            if (word.size() >= k_least_word) {
                m_secrets.push_back(word);
            }
        }
    }
    std::sort(m_secrets.begin(), m_secrets.end(), [](const auto& a, const auto& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
}

std::string SourceNames::masked(std::string text) const
{
    if (!m_secrets.empty()) {
        replace_all(text, m_path, m_shown);
        for (const std::string& secret : m_secrets) {
            replace_all(text, secret, k_mask);
        }
    }
    return text;
}

Text SourceNames::masked(Text text) const
{
    return {masked(std::move(text.zh)), masked(std::move(text.en))};
}

void SourceNames::apply(std::vector<Issue>& issues, std::size_t first) const
{
    for (std::size_t i = first; i < issues.size(); ++i) {
        Issue& issue = issues[i];
        for (std::string* text :
             {&issue.place.file, &issue.text.zh, &issue.text.en, &issue.subject}) {
            replace_all(*text, m_path, m_shown);
            *text = masked(std::move(*text));
        }
    }
}

} // namespace tenglong::geo
