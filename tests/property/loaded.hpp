// Compiled rules and loaded templates for property tests: the steps of a check without files, reports or flags.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/eval/evaluate.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/diagnostics/diagnostic.hpp"
#include "lang/program/program.hpp"
#include "lang/sema/compile.hpp"
#include "lang/source/source_map.hpp"

namespace spile::test {

/// A program with the texts that it was made of. Errors are in `wrong`, one a line.
struct Rules {
    SourceMap sources;
    lang::Program program;
    std::string wrong;
};

[[nodiscard]] std::unique_ptr<Rules> compiled(const std::vector<lang::ModuleText>& modules);
/// A module that may import the standard ones.
[[nodiscard]] std::unique_ptr<Rules> compiled_library(const std::string& module);
/// The packs that are part of the program.
[[nodiscard]] std::unique_ptr<Rules> embedded_rules();
/// Those of their policies that ask for no path through the network and for no chain of rights: what the reference
/// interpreter works out in minutes a template.
[[nodiscard]] std::unique_ptr<Rules> local_rules();
[[nodiscard]] std::vector<lang::ModuleText> local_packs();

/// One template or plan judged by rules, which must outlive it. Evaluation refers to the graph: neither moves.
struct Judged {
    explicit Judged(Rules& rules) : graph(rules.sources) {}
    engine::FactGraph graph;
    std::unique_ptr<engine::Evaluation> evaluation;
    std::vector<engine::Outcome> outcomes;
    bool readable = true;
};

[[nodiscard]] std::unique_ptr<Judged> judged(Rules& rules, const std::string& path, const std::string& text,
                                             const std::map<std::string, std::string>& parameters = {});

/// The verdict of an outcome in one world; error counts as unknown.
[[nodiscard]] engine::Verdict verdict_in(const engine::Outcome& outcome, const engine::World& world,
                                         const engine::GuardSpace& guards);

/// "T-001 Resources.Logs#key"
[[nodiscard]] std::string named(const Rules& rules, const Judged& judged, const engine::Outcome& outcome);

}  // namespace spile::test
