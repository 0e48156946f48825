#include "geo/result/columns_of.hpp"

#include "core/base/error.hpp"
#include "core/follow/follow_tables.hpp"
#include "core/tables/standard_tables.hpp"

#include <cmath>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

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
    const std::span<const TableMaker> standard = standard_tables();
    std::vector<TableMaker> all{standard.begin(), standard.end()};
    all.insert(all.end(), {follow_table, roll_up_table});
    for (const TableMaker make : all) {
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

/// Whether a column can hold what a field has. A masked figure is the text of a band.
[[nodiscard]] bool fits(const ColumnSpec& spec, const OGRFieldDefn& field)
{
    const bool is_text = field.GetType() == OFTString;
    return spec.is_textual() || spec.type == ColumnType::date || !is_text;
}

/// The table with those columns that the layer has of another type as the layer has them.
[[nodiscard]] ResultTable adapted(const ResultTable& standard, const OGRFeatureDefn& fields)
{
    TableSpec spec{.id = standard.id(),
                   .title = standard.title(),
                   .note = standard.note(),
                   .shape = standard.shape(),
                   .key = standard.key(),
                   .colour_by = standard.colour_by()};
    bool changed = false;
    for (const ResultColumn& column : standard.columns()) {
        ColumnSpec each = column.spec();
        const int at = fields.GetFieldIndex(each.name.c_str());
        if (at >= 0 && !fits(each, *fields.GetFieldDefn(at))) {
            each.type = ColumnType::text;
            changed = true;
        }
        spec.columns.push_back(std::move(each));
    }
    for (ColumnSpec& each : spec.columns) {
        each.total = changed ? Total{} : each.total; // may be of a column that is text now
    }
    return ResultTable{std::move(spec)};
}

} // namespace

ResultTable table_for(const std::string& name, OGRFeatureDefn& fields)
{
    const ShapeKind shape = shape_of(fields.GetGeomType());
    auto standard = standard_table(name, shape);
    try {
        ResultTable table = standard
                                ? adapted(*standard, fields)
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
