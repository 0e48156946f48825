#pragma once

#include "core/tables/result_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// How a layer of a result is drawn and lettered, so that several of them lie on one another and
/// all can be seen: parcels are filled, what is drawn over them is hatched or only outlined.
struct QgisLook {
    std::string fill = "solid"; ///< a brush of QGIS: "solid", "no", "b_diagonal", "dense6", …
    Colour colour = Colour::of(0x99A3AD); ///< of the fill where no column colours the shapes
    std::optional<Colour> outline{};      ///< none: dark grey
    double outline_mm = 0.2;
    std::string dash = "solid"; ///< a pen of QGIS: "solid", "dash", …
    std::string label{};        ///< an expression of QGIS; empty: no lettering
    int label_scale = 0;        ///< lettered at 1 : this and larger scales; 0: at every scale
};

/// The look of the layer that this table becomes; its label only asks for columns that are there.
[[nodiscard]] QgisLook qgis_look(const ResultTable& table, Lang lang);

} // namespace tenglong::geo
