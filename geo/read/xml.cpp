#include "geo/read/xml.hpp"

#include "core/base/error.hpp"
#include "geo/read/gdal.hpp"

#include <cpl_vsi.h>
#include <expat.h>

#include <cstring>
#include <exception>
#include <memory>
#include <type_traits>
#include <vector>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::string_view without_prefix(std::string_view name) noexcept
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Stands between expat, which is C, and a handler that may throw.
class Bridge {
public:
    explicit Bridge(XmlHandler& handler) : m_parser{XML_ParserCreate(nullptr)}, m_handler{handler}
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &Bridge::on_start, &Bridge::on_end);
        XML_SetCharacterDataHandler(m_parser.get(), &Bridge::on_text);
        XML_SetStartDoctypeDeclHandler(m_parser.get(), &Bridge::on_doctype);
    }

    void feed(const std::string& path, const char* bytes, std::size_t count, bool last)
    {
        const auto status =
            XML_Parse(m_parser.get(), bytes, static_cast<int>(count), last ? XML_TRUE : XML_FALSE);
        if (m_thrown) {
            std::rethrow_exception(m_thrown);
        }
        if (m_doctype) {
            throw Error{msg("'{}' has a document type declaration, which no table needs", path)};
        }
        if (status != XML_STATUS_OK) {
            throw Error{msg("'{}' is damaged: {} in line {}", path,
                            std::string{XML_ErrorString(XML_GetErrorCode(m_parser.get()))},
                            XML_GetCurrentLineNumber(m_parser.get()))};
        }
    }

private:
    template <class Call>
    void guarded(Call call) noexcept
    {
        if (m_thrown) {
            return;
        }
        try {
            call();
        } catch (...) {
            m_thrown = std::current_exception();
            XML_StopParser(m_parser.get(), XML_FALSE);
        }
    }

    static void on_start(void* self, const char* name, const char** attributes) noexcept
    {
        auto& bridge = *static_cast<Bridge*>(self);
        bridge.guarded(
            [&] { bridge.m_handler.start(without_prefix(name), XmlAttributes{attributes}); });
    }
    static void on_end(void* self, const char* name) noexcept
    {
        auto& bridge = *static_cast<Bridge*>(self);
        bridge.guarded([&] { bridge.m_handler.end(without_prefix(name)); });
    }
    static void on_text(void* self, const char* text, int length) noexcept
    {
        auto& bridge = *static_cast<Bridge*>(self);
        bridge.guarded([&] { bridge.m_handler.text({text, static_cast<std::size_t>(length)}); });
    }
    static void on_doctype(void* self, const char* /*name*/, const char* /*system*/,
                           const char* /*public_id*/, int /*has_subset*/) noexcept
    {
        auto& bridge = *static_cast<Bridge*>(self);
        bridge.m_doctype = true;
        XML_StopParser(bridge.m_parser.get(), XML_FALSE);
    }

    struct FreeParser {
        void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
    };

    std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> m_parser;
    XmlHandler& m_handler;
    std::exception_ptr m_thrown;
    bool m_doctype = false;
};

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const noexcept
{
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (without_prefix(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

bool read_xml(const std::string& path, XmlHandler& handler)
{
    const GdalMessages messages;
    const std::unique_ptr<VSILFILE, CloseFile> file{VSIFOpenL(path.c_str(), "rb")};
    if (!file) {
        return false;
    }
    Bridge bridge{handler};
    std::vector<char> buffer(std::size_t{1} << 18U);
    while (true) {
        const std::size_t got = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        bridge.feed(path, buffer.data(), got, got < buffer.size());
        if (got < buffer.size()) {
            break;
        }
    }
    if (!messages.failures().empty()) {
        throw Error{msg("cannot read '{}': {}", path, messages.reason())};
    }
    return true;
}

} // namespace tenglong::geo
