// The edits that steps make to documents: from a step's words to a place in a document, and the change there.
#pragma once

#include "engine/scenario/play.hpp"
#include "engine/scenario/terraform/plan_text.hpp"

namespace spile::engine::scenario {

/// A place that a step names: the document that it is in, and the keys from the root of a template, or the instance and
/// the keys below its values in a plan.
struct Place {
    Given::Document* document = nullptr;
    std::vector<EditStep> path;
    std::optional<terraform::PlanPlace> planned;  // of plans; `path` is empty then
};
/// `Logs.Properties.X`, `Parameters.Stage.Default`, `aws_s3_bucket.logs.bucket`: in the one document that has the
/// resource or section, else an error with the nearest name.
[[nodiscard]] Result<Place> find_place(Given& given, const std::string& text, const schema::Schema& schema);

/// Changes the document; an error says why it cannot be done, and nothing is changed.
Answer remove_value(Given& given, const std::string& path, const schema::Schema& schema);
Answer set_value(Given& given, const std::string& path, const std::string& yaml, const schema::Schema& schema);
/// Puts a value there that exists and that nobody knows yet.
Answer make_unknown(Given& given, const std::string& path, const schema::Schema& schema);

}  // namespace spile::engine::scenario
