// What the parts of the loader share while one template (or one nested instance of it) is evaluated.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/cloudformation/raw.hpp"

namespace spile::engine::cloudformation {

inline constexpr std::size_t k_max_arms = 64;

/// Steps taken from the outside in while descending into a template.
struct Outer {
    Step step;
    const Outer* before = nullptr;
};

/// Where a value that is being made will lie.
struct Place {
    UnitId unit;
    const Path* path = nullptr;
    SourceSpan key;
    Guard guard = k_always;                  // under which it is reached, the unit's existence apart
    Guard exists = k_always;                 // the unit's existence
    const Outer* outer = nullptr;            // conditions passed on the way
    const InterestNode* interest = nullptr;  // null: everything
};

/// A parameter, declared or pseudo, with what is known of its value.
struct Parameter {
    std::string_view name;
    std::string_view type;  // "String", "CommaDelimitedList", …
    const Raw* body = nullptr;
    SourceSpan key;
    Value value;
    std::optional<AtomId> atom;
    std::vector<std::string> classes;  // without "(other)"
    bool closed = false;               // there are no others
    bool settled = false;              // the value is known without a choice
};

struct Condition {
    const Raw* body = nullptr;
    SourceSpan key;
    UnitId unit;
    Guard guard = k_never;
    bool assumed = false;  // rests on a parameter's default
    enum class State : std::uint8_t { fresh, busy, done } state = State::fresh;
};

struct Scope;

struct Resource {
    const Raw* body = nullptr;
    UnitId unit;
    std::string_view type;
    Value properties;
    enum class State : std::uint8_t { fresh, busy, done } state = State::fresh;
    std::unique_ptr<Scope> child;  // nested stack

    Resource();
    Resource(Resource&&) noexcept;
    ~Resource();
};

struct Output {
    const Raw* body = nullptr;
    UnitId unit;
    Value value;
    enum class State : std::uint8_t { fresh, busy, done } state = State::fresh;
};

struct Mapping {
    const Raw* body = nullptr;
    UnitId unit;
};

struct Scope {
    FactGraph& graph;
    const CloudFormationOptions& options;
    DiagnosticSink& sink;
    DocumentId document;
    SourceId source;
    Format format = Format::yaml;
    std::string_view prefix;  // "" or "Resources.Child/"
    const Raw* root = nullptr;
    Scope* parent = nullptr;
    bool opaque_transform = false;              // a macro may add names that are not written
    Guard exists = k_always;                    // of the nested stack
    std::map<std::string_view, Value> given{};  // nested: parameters that the parent passes
    std::map<std::string_view, Parameter> parameters{};
    std::map<std::string_view, Condition> conditions{};
    std::map<std::string_view, Mapping> mappings{};
    std::map<std::string_view, Resource> resources{};
    std::map<std::string_view, Output> outputs{};
    std::map<std::string, AtomId, std::less<>>* opaque = nullptr;  // comparisons by text, of the whole document
    Guard* refused = nullptr;  // worlds that deployment refuses, of the whole document
    enum class State : std::uint8_t { fresh, busy, done } state = State::fresh;

    [[nodiscard]] const ValueFactory& make() const { return graph.factory(); }
    [[nodiscard]] GuardSpace& guards() const { return graph.guards(); }
    [[nodiscard]] Arena& arena() const { return graph.arena(); }
    [[nodiscard]] std::string_view keep(const std::string& text) const { return arena().copy(text); }
    /// Identities of unknowns: unique over all documents of a run.
    [[nodiscard]] std::string_view producer(const std::string& what) const;
    void report(DiagnosticKind kind, SourceSpan where, std::string message, std::string help = {}) const;
};

}  // namespace spile::engine::cloudformation
