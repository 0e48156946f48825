#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// Text that GBK can hold, and what it cannot.
class Gbk {
public:
    Gbk();

    /// The text with 〓 for each character that GBK lacks; these are appended to `lost`.
    [[nodiscard]] std::string holdable(std::string_view text, std::string& lost) const;

    /// Bytes that a text takes in GBK. \pre it is holdable.
    [[nodiscard]] static std::size_t size_of(std::string_view text) noexcept;

private:
    [[nodiscard]] bool holds(std::string_view character) const noexcept;

    struct Close {
        void operator()(void* converter) const noexcept;
    };
    std::unique_ptr<void, Close> m_converter;
};

} // namespace tenglong::geo
