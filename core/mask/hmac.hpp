#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tenglong {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4).
[[nodiscard]] Digest sha256(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104).
[[nodiscard]] Digest hmac_sha256(std::string_view key, std::string_view bytes);

/// In hexadecimal, small letters.
[[nodiscard]] std::string hex_of(const Digest& digest);

} // namespace tenglong
