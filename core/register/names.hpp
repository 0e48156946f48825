#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A name as it is compared: width, brackets, quotes, middle dots and hyphens of one form, small
/// letters, no white space. Nothing that tells two enterprises apart is dropped. Empty for what
/// says that there is none ("/", "无").
[[nodiscard]] std::string exact_name(std::string_view raw);

/// What of an exact name tells enterprises apart: without the legal form (有限公司, 股份有限公司,
/// 集团 ...) and punctuation. For suggestions only.
[[nodiscard]] std::string core_name(std::string_view exact);

/// The names of a cell that lists several, apart by 、 , ; | / or line breaks, exact. A comma or a
/// slash inside brackets divides nothing.
[[nodiscard]] std::vector<std::string> exact_names(std::string_view cell);

} // namespace tenglong
