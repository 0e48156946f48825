#include "geo/read/gdal.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <mutex>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::vector<const char*> pointers(const std::vector<std::string>& texts)
{
    std::vector<const char*> result;
    result.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
        result.push_back(text.c_str());
    }
    result.push_back(nullptr);
    return result;
}

} // namespace

void start_gdal()
{
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

GdalMessages::GdalMessages()
{
    CPLPushErrorHandlerEx(&GdalMessages::collect, this);
    CPLErrorReset();
}

GdalMessages::~GdalMessages()
{
    CPLPopErrorHandler();
}

std::string GdalMessages::reason() const
{
    if (!m_failures.empty()) {
        return m_failures.back();
    }
    return m_warnings.empty() ? "-" : m_warnings.back();
}

void GdalMessages::collect(CPLErr severity, CPLErrorNum /*number*/, const char* text)
{
    auto* self = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    if (self == nullptr || severity < CE_Warning) {
        return;
    }
    std::vector<std::string>& list = severity == CE_Warning ? self->m_warnings : self->m_failures;
    // A file can have a fault in every row; the first ones say what it is.
    constexpr std::size_t k_most = 100;
    if (list.size() < k_most) {
        std::string line{text};
        for (char& c : line) {
            c = c == '\n' || c == '\r' ? ' ' : c;
        }
        list.push_back(std::move(line));
    }
}

GdalOption::GdalOption(const char* key, const char* value) : m_key{key}
{
    if (const char* before = CPLGetThreadLocalConfigOption(key, nullptr)) {
        m_before = before;
    }
    CPLSetThreadLocalConfigOption(key, value);
}

GdalOption::~GdalOption()
{
    CPLSetThreadLocalConfigOption(m_key, m_before ? m_before->c_str() : nullptr);
}

DatasetPtr open_vector(const std::string& path, const std::vector<std::string>& drivers,
                       const std::vector<std::string>& options)
{
    start_gdal();
    const auto driver_list = pointers(drivers);
    const auto option_list = pointers(options);
    return DatasetPtr{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                        drivers.empty() ? nullptr : driver_list.data(),
                                        option_list.data(), nullptr)};
}

} // namespace tenglong::geo
