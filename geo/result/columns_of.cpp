#include "geo/result/columns_of.hpp"

#include "core/base/error.hpp"
#include "core/tables/standard_tables.hpp"

#include <cmath>
#include <optional>
#include <stdexcept>

namespace tenglong::geo {

namespace {

[[nodiscard]] ColumnType type_of(const OGRFieldDefn& field)
{
    switch (field.GetType()) {
    case OFTInteger:
        return field.GetSubType() == OFSTBoolean ? ColumnType::yes_no : ColumnType::integer;
    case OFTInteger64:
        return ColumnType::integer;
    case OFTReal:
        return ColumnType::number;
    case OFTDate:
    case OFTDateTime:
        return ColumnType::date;
    default:
        return field.GetSubType() == OFSTJSON ? ColumnType::json : ColumnType::text;
    }
}

[[nodiscard]] ColumnSpec spec_of(const OGRFieldDefn& field)
{
    ColumnSpec spec{.name = field.GetNameRef(), .type = type_of(field)};
    const std::string alias = field.GetAlternativeNameRef();
    spec.label = {alias.empty() ? spec.name : alias, spec.name};
    return spec;
}

[[nodiscard]] ShapeKind shape_of(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbNone:
        return ShapeKind::none;
    case wkbPoint:
    case wkbMultiPoint:
        return ShapeKind::points;
    default:
        return ShapeKind::polygons;
    }
}

/// The standard table of this name, if its rows are such shapes.
[[nodiscard]] std::optional<ResultTable> standard_table(const std::string& name, ShapeKind shape)
{
    for (const TableMaker make : standard_tables()) {
        if (ResultTable table = make(); table.id() == name && table.shape() == shape) {
            return table;
        }
    }
    return std::nullopt;
}

void add_number(ResultColumn& column, double value)
{
    if (std::isfinite(value)) {
        column.add_number(value);
    } else {
        column.add_missing();
    }
}

} // namespace

ResultTable table_for(const std::string& name, OGRFeatureDefn& fields)
{
    const ShapeKind shape = shape_of(fields.GetGeomType());
    auto standard = standard_table(name, shape);
    try {
        ResultTable table = standard
                                ? std::move(*standard)
                                : ResultTable{{.id = name, .title = {name, name}, .shape = shape}};
        for (int i = 0; i < fields.GetFieldCount(); ++i) {
            const OGRFieldDefn& field = *fields.GetFieldDefn(i);
            if (!table.find(field.GetNameRef())) {
                table.add_column(spec_of(field));
            }
        }
        return table;
    } catch (const std::invalid_argument& fault) {
        throw Error{msg("'{}' is not a table of a result: {}", name, std::string{fault.what()})};
    }
}

void add_cell(ResultColumn& column, const OGRFeature& feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        column.add_missing();
        return;
    }
    switch (column.spec().type) {
    case ColumnType::number:
        add_number(column, feature.GetFieldAsDouble(field));
        break;
    case ColumnType::integer:
        column.add_integer(feature.GetFieldAsInteger64(field));
        break;
    case ColumnType::yes_no:
        column.add_yes_no(feature.GetFieldAsInteger(field) != 0);
        break;
    case ColumnType::date: {
        const auto day = Date::parse(feature.GetFieldAsString(field));
        day ? column.add_date(*day) : column.add_missing();
        break;
    }
    default:
        column.add_text(feature.GetFieldAsString(field));
    }
}

} // namespace tenglong::geo
