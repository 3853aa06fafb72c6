// Any text: a decimal that is read is written so that it reads back equal, and is the sum of itself and zero.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/graph/decimal.hpp"
#include "lang/base/check.hpp"

using spile::engine::Decimal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto number = Decimal::parse(text);
    if (!number) return 0;
    const auto again = Decimal::parse(number->text());
    SPILE_CHECK(again && *again == *number, "a decimal reads back as it was written");
    const auto sum = Decimal::add(*number, Decimal{0});
    SPILE_CHECK(sum && *sum == *number, "adding zero changes nothing");
    return 0;
}
