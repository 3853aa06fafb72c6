#include "tests/golden/golden_file.hpp"

#include <sstream>

namespace spile::test {

const GoldenPart* GoldenFile::output(const std::string& name) const {
    for (const GoldenPart& part : parts) {
        if (part.output && part.name == name) return &part;
    }
    return nullptr;
}

std::string GoldenFile::args() const {
    std::istringstream lines(head);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# args:")) return line.substr(7);
    }
    return {};
}

std::string GoldenFile::text() const {
    std::string out = head;
    for (const GoldenPart& part : parts) {
        out += (part.output ? "=== " : "--- ") + part.name + (part.argument.empty() ? "" : " " + part.argument) + "\n" +
               part.text;
    }
    return out;
}

GoldenFile parse_golden(const std::string& text) {
    GoldenFile file;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool input = line.starts_with("--- ");
        const bool output = line.starts_with("=== ");
        if (!input && !output) {
            const std::string kept = line.starts_with("\\---") || line.starts_with("\\===") ? line.substr(1) : line;
            (file.parts.empty() ? file.head : file.parts.back().text) += kept + "\n";
            continue;
        }
        GoldenPart part;
        part.output = output;
        const std::string rest = line.substr(4);
        const std::size_t blank = rest.find(' ');
        part.name = rest.substr(0, blank);
        if (blank != std::string::npos) part.argument = rest.substr(blank + 1);
        file.parts.push_back(std::move(part));
    }
    return file;
}

}  // namespace spile::test
