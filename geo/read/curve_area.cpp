#include "geo/read/curve_area.hpp"

#include <ogr_geometry.h>

#include <cmath>

namespace tenglong::geo {

namespace {

/// Twice the signed area between the origin and the chord of two points of a curve. Coordinates of
/// a grid are large, so the origin is the curve's own.
[[nodiscard]] double twice_under(const OGRPoint& origin, const OGRPoint& a, const OGRPoint& b)
{
    return (a.getX() - origin.getX()) * (b.getY() - origin.getY()) -
           (b.getX() - origin.getX()) * (a.getY() - origin.getY());
}

/// Twice the signed area between an arc and its chord; none where the points are in line.
[[nodiscard]] double twice_beyond_chord(const OGRPoint& a, const OGRPoint& on, const OGRPoint& b)
{
    double radius = 0.0;
    double x = 0.0;
    double y = 0.0;
    double begin = 0.0;
    double middle = 0.0;
    double end = 0.0;
    if (OGRGeometryFactory::GetCurveParameters(a.getX(), a.getY(), on.getX(), on.getY(), b.getX(),
                                               b.getY(), radius, x, y, begin, middle,
                                               end) == FALSE) {
        return 0.0;
    }
    const double turn = end - begin; // to the left above zero
    return radius * radius * (turn - std::sin(turn));
}

[[nodiscard]] double twice_signed(const OGRCurve& curve, const OGRPoint& origin)
{
    double sum = 0.0;
    if (const auto* compound = dynamic_cast<const OGRCompoundCurve*>(&curve)) {
        for (int i = 0; i < compound->getNumCurves(); ++i) {
            sum += twice_signed(*compound->getCurve(i), origin);
        }
        return sum;
    }
    const auto* simple = dynamic_cast<const OGRSimpleCurve*>(&curve);
    if (simple == nullptr) {
        return sum;
    }
    const bool arcs = wkbFlatten(curve.getGeometryType()) == wkbCircularString;
    const int stride = arcs ? 2 : 1;
    OGRPoint a;
    OGRPoint on;
    OGRPoint b;
    for (int i = 0; i + stride < simple->getNumPoints(); i += stride) {
        simple->getPoint(i, &a);
        simple->getPoint(i + 1, &on);
        simple->getPoint(i + stride, &b);
        sum += twice_under(origin, a, b) + (arcs ? twice_beyond_chord(a, on, b) : 0.0);
    }
    return sum;
}

[[nodiscard]] double area_of(const OGRCurvePolygon& polygon)
{
    double area = 0.0;
    double sign = 1.0;
    for (const OGRCurve* ring : polygon) {
        OGRPoint origin;
        ring->StartPoint(&origin);
        area += sign * std::abs(twice_signed(*ring, origin)) / 2.0;
        sign = -1.0;
    }
    return area;
}

} // namespace

double area_with_arcs(const OGRGeometry& geometry)
{
    if (const auto* polygon = dynamic_cast<const OGRCurvePolygon*>(&geometry)) {
        return polygon->IsEmpty() != FALSE ? 0.0 : area_of(*polygon);
    }
    double sum = 0.0;
    if (const auto* parts = dynamic_cast<const OGRGeometryCollection*>(&geometry)) {
        for (const OGRGeometry* part : *parts) {
            sum += area_with_arcs(*part);
        }
    }
    return sum;
}

} // namespace tenglong::geo
