// One golden test: input parts (`--- name`), output parts (`=== name`). Reads and writes the format of
// docs/how-to/golden-tests.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace spile::test {

struct GoldenPart {
    bool output = false;
    std::string name;      // "policy.spile", "findings", "exit"
    std::string argument;  // what follows the name: "=== exit 1" has "1"
    std::string text;      // lines up to the next part
};

struct GoldenFile {
    std::string head;  // comment lines before the first part
    std::vector<GoldenPart> parts;

    [[nodiscard]] const GoldenPart* output(const std::string& name) const;
    [[nodiscard]] std::string args() const;  // of the head's "# args:" line; empty when there is none
    [[nodiscard]] std::string text() const;  // the file again
};

[[nodiscard]] GoldenFile parse_golden(const std::string& text);

}  // namespace spile::test
