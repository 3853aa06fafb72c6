// Any text as a tag expression: what is printed of it reads back as the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/check.hpp"
#include "lang/gherkin/tag_expression.hpp"

using spile::gherkin::TagExpression;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto expression = TagExpression::parse({reinterpret_cast<const char*>(bytes), size});
    if (!expression) {
        SPILE_CHECK(!expression.error().message.empty(), "an error says something");
        return 0;
    }
    const std::string text = expression.value().text();
    const auto again = TagExpression::parse(text);
    SPILE_CHECK(again.ok() && again.value().text() == text, "a printed tag expression reads back as the same");
    const std::vector<std::string> tags = {"@a", "@b", "(", "\\"};
    SPILE_CHECK(again.value().matches(tags) == expression.value().matches(tags), "and takes the same tags");
    return 0;
}
