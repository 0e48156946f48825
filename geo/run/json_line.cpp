#include "geo/run/json_line.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <utility>

namespace tenglong::geo {

void JsonLine::separate()
{
    if (!m_first) {
        m_text += ',';
    }
    m_first = false;
}

void JsonLine::open(char bracket)
{
    separate();
    m_text += bracket;
    m_first = true;
}

void JsonLine::close(char bracket)
{
    m_text += bracket;
    m_first = false;
}

void JsonLine::key(std::string_view name)
{
    separate();
    quote(name);
    m_text += ':';
    m_first = true;
}

void JsonLine::string(std::string_view value)
{
    separate();
    quote(value);
}

void JsonLine::number(double value)
{
    separate();
    if (std::isfinite(value)) {
        fmt::format_to(std::back_inserter(m_text), "{}", value);
    } else {
        m_text += "null";
    }
}

void JsonLine::integer(long long value)
{
    separate();
    fmt::format_to(std::back_inserter(m_text), "{}", value);
}

void JsonLine::boolean(bool value)
{
    separate();
    m_text += value ? "true" : "false";
}

void JsonLine::nothing()
{
    separate();
    m_text += "null";
}

std::string JsonLine::take()
{
    m_first = true;
    return std::exchange(m_text, {});
}

void JsonLine::quote(std::string_view value)
{
    m_text += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (byte < 0x20U) {
            fmt::format_to(std::back_inserter(m_text), "\\u{:04x}", byte);
        } else {
            m_text += c;
        }
    }
    m_text += '"';
}

} // namespace tenglong::geo
