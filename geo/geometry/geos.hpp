#pragma once

#include "geo/geometry/polygons.hpp"

#include <geos_c.h>

#include <memory>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// One GEOS context and the last message GEOS wrote to it.
///
/// Neither copied nor moved, because GEOS keeps the address of `m_message`.
/// It serves one thread, and so does every geometry made with it.
class GeosContext {
public:
    GeosContext();
    ~GeosContext() = default;
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;
    GeosContext(GeosContext&&) = delete;
    GeosContext& operator=(GeosContext&&) = delete;

    /// The context of the calling thread, made when first asked for and kept to the thread's end.
    [[nodiscard]] static const GeosContext& mine();

    [[nodiscard]] GEOSContextHandle_t get() const noexcept { return m_handle.get(); }

    /// \throws Error that names `call` and the reason GEOS gave.
    [[noreturn]] void fail(std::string_view call) const;

private:
    struct Finish {
        void operator()(GEOSContextHandle_t handle) const noexcept { GEOS_finish_r(handle); }
    };

    std::string m_message; // declared first: GEOS may still write to it while it shuts down
    std::unique_ptr<GEOSContextHandle_HS, Finish> m_handle;
};

struct DestroyGeometry {
    GEOSContextHandle_t context = nullptr;

    void operator()(GEOSGeometry* geometry) const noexcept
    {
        GEOSGeom_destroy_r(context, geometry);
    }
};

/// Owns a geometry; must not outlive or leave the thread whose context made it.
using GeometryPtr = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

/// Takes over what a GEOS call returned; null means that the call failed.
/// \throws Error with GEOS's reason.
[[nodiscard]] GeometryPtr own(const GeosContext& context, GEOSGeometry* result,
                              std::string_view call);

/// GEOS predicates answer 0, 1 or 2, and 2 is a failure, not "true".
/// \throws Error with GEOS's reason.
[[nodiscard]] bool truth(const GeosContext& context, char answer, std::string_view call);

/// A GEOS multipolygon (or polygon, if there is just one part) with the same rings.
/// \throws Error if a ring is not closed or has one to three points.
[[nodiscard]] GeometryPtr to_geos(const GeosContext& context, const FeatureView& feature);
[[nodiscard]] GeometryPtr to_geos(const GeosContext& context, const PartView& part);

/// All parts of the features given, as one multipolygon that need not be valid.
[[nodiscard]] GeometryPtr to_geos(const GeosContext& context, const Polygons& column);

/// Adds the polygons in a geometry to the column as parts of the feature under way, shells
/// counter-clockwise and holes clockwise; points and lines are passed over.
void add_parts(Polygons& column, const GeosContext& context, const GEOSGeometry* geometry);

/// Area in m².
[[nodiscard]] double area(const GeosContext& context, const GEOSGeometry* geometry);

} // namespace tenglong::geo
