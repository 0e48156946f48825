#pragma once

#include <string>
#include <string_view>

namespace tenglong::geo {

/// JSON on one line, written straight into a text: for the many small documents of a table, where
/// a document in memory would cost more than all else.
class JsonLine {
public:
    void open(char bracket);
    void close(char bracket);
    void key(std::string_view name);
    void string(std::string_view value);
    /// The shortest digits that give the same double again; null if it is infinite or not a number.
    void number(double value);
    void integer(long long value);
    void boolean(bool value);
    void nothing(); ///< null

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] std::string take();

private:
    void separate();
    void quote(std::string_view value);

    std::string m_text;
    bool m_first = true;
};

} // namespace tenglong::geo
