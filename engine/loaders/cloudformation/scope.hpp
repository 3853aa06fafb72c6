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

/// What one document has cost so far, its nested stacks included.
struct Spent {
    std::size_t stacks = 0;   // nested ones that were opened
    std::uint32_t depth = 0;  // of evaluations that are under way
};

/// What guards may cost while one document is loaded: a fraction of a second. When that is spent, each thing that needs
/// more gets a little before it is left unknown, so that what is simple stays known.
inline constexpr std::uint64_t k_guard_steps = 2'000'000;
inline constexpr std::uint64_t k_few_guard_steps = 10'000;

/// More nested stacks in one document stay closed.
inline constexpr std::size_t k_max_stacks = 500;
/// Values and conditions that lead to one another deeper than that are not followed. A document's own nesting is
/// bounded by its Limits; mappings and named conditions lead from one place to another.
inline constexpr std::uint32_t k_max_descent = 300;

/// One step down while it lives.
class Descent {
  public:
    explicit Descent(Spent& spent) : spent_(spent) { ++spent_.depth; }
    Descent(const Descent&) = delete;
    Descent& operator=(const Descent&) = delete;
    ~Descent() { --spent_.depth; }
    [[nodiscard]] bool too_deep() const { return spent_.depth > k_max_descent; }

  private:
    Spent& spent_;
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
    Spent* spent = nullptr;    // of the whole document; never null
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
