#pragma once

#include <string>
#include <string_view>

namespace tenglong::geo {

/// The attributes of an element under way; good only during XmlHandler::start().
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) noexcept : m_pairs{pairs} {}

    /// By name without its namespace prefix; empty if there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const noexcept;

private:
    const char** m_pairs;
};

/// What happens while a document is read. Names come without their namespace prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;

protected:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = default;
    XmlHandler& operator=(const XmlHandler&) = default;
    XmlHandler(XmlHandler&&) = default;
    XmlHandler& operator=(XmlHandler&&) = default;
};

/// Reads an XML file (the path may be one of GDAL's, such as /vsizip/...) piece by piece.
/// A document type declaration is refused, because it can make a small file large.
/// \return false if there is no such file.
/// \throws Error if it is no well-formed XML; what the handler throws.
bool read_xml(const std::string& path, XmlHandler& handler);

} // namespace tenglong::geo
