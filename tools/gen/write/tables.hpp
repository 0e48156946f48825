#pragma once

#include "tools/gen/city/batch.hpp"
#include "tools/gen/write/plane.hpp"
#include "tools/gen/write/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

/// A bad habit of the field, put into a row on purpose.
struct Mark {
    std::string_view noise; ///< what was done
    std::string_view issue; ///< the kind of issue that a data check should tell
    std::string subject;
    std::string detail;
};

/// A row about to be written.
struct TableRow {
    Row row;
    Shape shape; ///< of layers
    std::vector<Mark> marks;
};

/// The rows of one cell of the city, table by table.
struct BatchRows {
    std::vector<TableRow> parcels;
    std::vector<TableRow> buildings;
    std::vector<TableRow> enterprises;
    std::vector<TableRow> leases;
    std::vector<TableRow> supply;
};

/// Places of the columns that other parts of the generator look at.
namespace parcel_column {
enum : std::size_t {
    code,
    unit_code,
    holder,
    holder_code,
    location,
    area,
    area_unit,
    use,
    use_name
};
}
namespace building_column {
enum : std::size_t {
    number,
    parcel,
    unit_code,
    name,
    completed,
    height,
    footprint,
    floor,
    all,
    above
};
}
namespace enterprise_column {
enum : std::size_t {
    serial,
    name,
    credit_code,
    town,
    industry,
    industry_name,
    size,
    state,
    production,
    parcel,
    unit_code,
    own,
    in,
    out,
    x,
    y,
    tax,
    value_added,
    revenue,
    staff,
    rd,
    energy,
    electricity
};
}
namespace supply_column {
enum : std::size_t {
    parcel,
    batch,
    approval,
    contract_number,
    contract,
    way,
    state,
    works,
    new_land,
    area,
    handover,
    agreed_start,
    actual_start,
    agreed_completion,
    actual_completion
};
}

[[nodiscard]] std::vector<Column> parcel_columns();
[[nodiscard]] std::vector<Column> building_columns();
[[nodiscard]] std::vector<Column> enterprise_columns();
[[nodiscard]] std::vector<Column> lease_columns();
[[nodiscard]] std::vector<Column> supply_columns();

/// As a good clerk would write them. `first_enterprise` is the serial number of the first one.
[[nodiscard]] BatchRows rows_of(const Batch& batch, const Layout& layout, const Plane& plane,
                                Date as_of, std::int64_t first_enterprise);

} // namespace tenglong::tools::gen
