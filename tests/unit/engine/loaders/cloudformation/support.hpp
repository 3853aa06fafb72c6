// A template in, short text out: units, values with their guards, chains, edges. For tests of the loader alone.
#pragma once

#include <string>
#include <vector>

#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "lang/diagnostics/diagnostic.hpp"

namespace spile::engine::testing {

struct Loaded {
    SourceMap sources;
    FactGraph graph{sources};
    DiagnosticSink sink;
    DocumentId document;

    explicit Loaded(std::string text, CloudFormationOptions options = {}, Format format = Format::yaml);

    [[nodiscard]] const Unit& unit(std::string_view address) const;
    /// The value at dotted path below a resource's properties: "Bucket.Tags"; list positions are numbers.
    [[nodiscard]] Value at(std::string_view path) const;
    [[nodiscard]] std::string show(std::string_view path) const { return show(at(path)); }
    [[nodiscard]] std::string show(Value value) const;
    [[nodiscard]] std::string show(Guard guard) const;
    /// Steps, outermost first: "!Ref Cidr@7 <- default of parameter Cidr@4" with the lines they stand on.
    [[nodiscard]] std::string chain(Value value) const;
    [[nodiscard]] std::string line(SourceSpan where) const;
    [[nodiscard]] std::string edges() const;
    [[nodiscard]] std::string diagnostics() const;
    [[nodiscard]] std::string conditions() const;
    [[nodiscard]] std::string suppressions() const;
};

/// A template with one resource `R` of type `T::T::T`, whose property `P` is the given YAML on one line.
[[nodiscard]] std::string with_property(const std::string& value, const std::string& sections = "");

}  // namespace spile::engine::testing
