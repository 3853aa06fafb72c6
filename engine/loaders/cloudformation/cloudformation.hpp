// CloudFormation templates into the fact graph: units with evaluated attributes, typed edges, guards for everything
// that parameters leave open.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/document/cursor.hpp"
#include "engine/document/interest.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/base/result.hpp"
#include "lang/schema/schema.hpp"

namespace spile::engine {

struct CloudFormationOptions {
    /// Values of parameters by name; pseudo parameters (`AWS::Region`) too. Names that a template lacks are ignored.
    std::map<std::string, std::string> parameters;
    /// The text of another template, by its path relative to where the tool runs; refuses what lies outside the tree.
    /// May be null: nested stacks then stay closed.
    std::function<Result<std::string>(const std::string& path)> read_file;
    Limits limits;
    const schema::Schema* schema = nullptr;  // null: values stay as written
    const Interest* interest = nullptr;      // null: everything
};

/// Adds the document with all its units. A document that cannot be read is there, `failed`, without units; the sink
/// says why. Everything else that is wrong in a template is a diagnostic and, where a value is asked for, an error
/// value.
DocumentId load_cloudformation(SourceId source, Format format, FactGraph& graph, const CloudFormationOptions& options,
                               DiagnosticSink& sink);

/// The keys that a template may have at its top.
[[nodiscard]] std::span<const std::string_view> template_sections();

/// Whether a text in the given format is a template: `AWSTemplateFormatVersion`, or `Resources` with types, or a
/// transform of AWS at the top.
[[nodiscard]] bool looks_like_cloudformation(std::string_view text, Format format);

}  // namespace spile::engine
