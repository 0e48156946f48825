#pragma once

#include "core/tables/result_table.hpp"

namespace tenglong {

/// new, gone, unchanged, improved, struck_off, worsened, open; with colours.
[[nodiscard]] DictionaryPtr change_of_parcel_words();

/// The table `follow`: one row a parcel of the later result, and one for each that is gone.
[[nodiscard]] ResultTable follow_table();

/// The table `roll_up`: one row a district or town and a period, ranked.
[[nodiscard]] ResultTable roll_up_table();

} // namespace tenglong
