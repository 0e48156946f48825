#pragma once

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// Registers GDAL's drivers; any number of calls from any thread.
void start_gdal();

/// Keeps what GDAL says on this thread from stderr for as long as it lives.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    GdalMessages(GdalMessages&&) = delete;
    GdalMessages& operator=(GdalMessages&&) = delete;

    /// The failures and warnings so far, in order, each as one line.
    [[nodiscard]] const std::vector<std::string>& warnings() const noexcept { return m_warnings; }
    [[nodiscard]] const std::vector<std::string>& failures() const noexcept { return m_failures; }

    /// The last failure, or the last warning, or a dash: why something did not work.
    [[nodiscard]] std::string reason() const;

private:
    static void collect(CPLErr severity, CPLErrorNum number, const char* text);

    std::vector<std::string> m_warnings;
    std::vector<std::string> m_failures;
};

/// Sets a configuration option of GDAL on this thread, and puts the old value back at the end.
class GdalOption {
public:
    GdalOption(const char* key, const char* value);
    ~GdalOption();
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;
    GdalOption(GdalOption&&) = delete;
    GdalOption& operator=(GdalOption&&) = delete;

private:
    const char* m_key;
    std::optional<std::string> m_before;
};

struct CloseDataset {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
};

using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

struct DestroyFeature {
    void operator()(OGRFeature* feature) const noexcept { OGRFeature::DestroyFeature(feature); }
};

using FeaturePtr = std::unique_ptr<OGRFeature, DestroyFeature>;

/// Opens vector data for reading; null if GDAL cannot, and then GdalMessages has the reason.
/// `drivers`: only these, if any; `options`: KEY=VALUE.
[[nodiscard]] DatasetPtr open_vector(const std::string& path,
                                     const std::vector<std::string>& drivers = {},
                                     const std::vector<std::string>& options = {});

} // namespace tenglong::geo
