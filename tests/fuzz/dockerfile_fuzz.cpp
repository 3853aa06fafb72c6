// Any text as a Dockerfile: every place lies in the text, every word expands or says why not, every shell text ends,
// and it loads.
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/document/dockerfile/dockerfile.hpp"
#include "engine/document/dockerfile/shell.hpp"
#include "engine/document/dockerfile/words.hpp"
#include "engine/document/readers.hpp"
#include "engine/loaders/dockerfile/dockerfile.hpp"
#include "lang/base/check.hpp"

using namespace spile;
using namespace spile::engine::dockerfile;

namespace {

void check_span(Span span, std::size_t size) {
    SPILE_CHECK(span.begin <= span.end && span.end <= size, "a place lies outside the text");
}

Variable lookup(std::string_view name) {
    if (name.size() % 3 == 0) return {};
    if (name.size() % 3 == 1) return {Variable::State::unknown, {}};
    return {Variable::State::known, "some value/of it"};
}

void check_instruction(const Instruction& instruction, char escape, std::size_t size) {
    check_span(instruction.span, size);
    check_span(instruction.keyword_span, size);
    const std::string& text = instruction.text.text();
    check_span(instruction.text.source_span({0, static_cast<std::uint32_t>(text.size())}), size);
    for (const Word& word : instruction.words) {
        check_span(word.span, size);
        (void)expand(word.text, escape, lookup);
    }
    for (const Pair& pair : instruction.pairs) {
        check_span(pair.name.span, size);
        check_span(pair.value.span, size);
    }
    for (const Flag& flag : instruction.flags)
        check_span(flag.span, size);
    for (const Heredoc& heredoc : instruction.heredocs) {
        check_span(heredoc.span, size);
        check_span(heredoc.body, size);
    }
    (void)expand(text, escape, lookup);
    for (const ShellCommand& command : read_shell(text).commands) {
        check_span(command.range, text.size());
        for (const ShellWord& word : command.words)
            check_span(word.range, text.size());
    }
    for (const Instruction& nested : instruction.nested)
        check_instruction(nested, escape, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 20'000) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const Dockerfile found = read_dockerfile(text);
    SPILE_CHECK(!found.instructions.empty() || !found.problems.empty(), "an empty file has a problem");
    for (const Instruction& instruction : found.instructions)
        check_instruction(instruction, found.escape, size);
    for (const Problem& problem : found.problems)
        check_span(problem.where, size);
    if (!engine::valid_utf8(text)) return 0;
    SourceMap sources;
    engine::FactGraph graph(sources);
    DiagnosticSink sink;
    const SourceId source = sources.add("Dockerfile", std::string(text));
    load_dockerfile(source, graph, {}, sink);
    for (const engine::Unit& unit : graph.units())
        check_span(unit.span.span, size);
    return 0;
}
