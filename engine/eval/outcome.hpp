// What evaluation leaves for each policy and subject, before waivers, baselines and settings have their say.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/verdict.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// Verdict of one policy for one subject as a function of the worlds: disjoint guards that together are always.
struct VerdictGuards {
    Guard pass = k_never;
    Guard fail = k_never;
    Guard unknown = k_never;
    Guard error = k_never;
    Guard not_applicable = k_never;
};

/// One place that a policy complains about. Views and origins live in the fact graph's and the evaluation's arenas.
struct RawFinding {
    Verdict verdict = Verdict::fail;
    std::uint32_t demand = 0;
    Guard guard = k_never;       // worlds in which this place fails (or is undecided)
    const Origin* at = nullptr;  // never null; the subject's name in the last resort
    std::string path;            // dotted logical path of `at`: part of the finding's identity
    std::string message;
    std::vector<std::string> also;
    std::vector<std::string> reasons;
    std::string cause;
    std::vector<std::pair<std::string, const Origin*>> related;  // text and place
    std::vector<std::pair<std::string, const Origin*>> steps;    // of the proof of a relation; a place may be null
    bool assumed = false;
};

struct Outcome {
    std::uint32_t policy = 0;  // index into Program::policies
    UnitId subject;
    std::string key;   // of the view's `each`
    std::string path;  // of the element, dotted
    Verdict verdict = Verdict::not_applicable;
    VerdictGuards guards;
    bool kleene = false;               // too many atoms: evaluated without correlation
    std::string remedy;                // interpolated
    std::vector<RawFinding> findings;  // by path
};

}  // namespace spile::engine
