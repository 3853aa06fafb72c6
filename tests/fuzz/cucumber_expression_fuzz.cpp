// First line: a cucumber expression, and as it stands a regular one, too; the rest: a text. Compiling ends; arguments
// lie in the text, one after the other.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lang/base/check.hpp"
#include "lang/gherkin/cucumber_expression.hpp"
#include "lang/gherkin/regular_expression.hpp"

using namespace spile::gherkin;

static void check_regular(std::string_view regex, std::string_view text) {
    const auto expression = RegularExpression::compile(regex);
    if (!expression) return;
    const auto found = expression.value().match(text);
    if (!found) return;
    for (const auto& argument : *found)
        SPILE_CHECK(!argument || text.find(*argument) != std::string_view::npos, "an argument is what stands there");
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const std::size_t line = std::min(input.find('\n'), size);
    const std::string_view text = input.substr(std::min(line + 1, size));
    check_regular(input.substr(0, line), text);
    static const ParameterTypes types;
    const auto expression = CucumberExpression::compile(input.substr(0, line), types);
    if (!expression) {
        SPILE_CHECK(!expression.error().message.empty(), "an error says something");
        return 0;
    }
    const auto found = expression.value().match(text);
    if (!found) return 0;
    std::uint32_t last = 0;
    for (const Argument& argument : *found) {
        SPILE_CHECK(argument.begin >= last && argument.end >= argument.begin, "arguments come in order");
        SPILE_CHECK(argument.end <= text.size(), "an argument lies in the text");
        const std::string_view source = text.substr(argument.begin, argument.end - argument.begin);
        SPILE_CHECK(argument.parameter_type == "string" || argument.text == source, "an argument is what stands there");
        last = argument.end;
    }
    return 0;
}
