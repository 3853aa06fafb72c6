// How steps name things: `site.yaml:Role[root]`, `Logs.Properties.Tags[0].Value`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/edit.hpp"
#include "engine/findings/report.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/base/result.hpp"

namespace spile::engine::scenario {

/// A subject as a step or a table names it. Brackets at the end are the key of the view's `each`, or that of a
/// Terraform instance, whose address is then `whole`: both readings count.
struct ResourceName {
    std::string document;  // empty: whichever has the name
    std::string name;      // logical name or address
    std::string key;       // of the view's `each`
    bool keyed = false;
    std::string whole;  // name and key as written
};
[[nodiscard]] ResourceName parse_resource(std::string_view text);
/// Whether the words mean this resource, whatever key they give.
[[nodiscard]] bool names_unit(const ResourceName& name, std::string_view document, std::string_view logical_name,
                              std::string_view address);
/// Whether the words mean this subject; a name without a key means every key.
[[nodiscard]] bool names(const ResourceName& name, std::string_view document, std::string_view logical_name,
                         std::string_view address, std::string_view key);
/// "Logs", "Role[root]".
[[nodiscard]] std::string subject_text(std::string_view logical_name, std::string_view key);

/// Keys and positions of a path, quoted keys without their quotes; an error for what is no path.
[[nodiscard]] Result<std::vector<EditStep>> parse_path(std::string_view text);
[[nodiscard]] std::string path_text(const std::vector<EditStep>& path);
/// JSON pointer (RFC 6901).
[[nodiscard]] std::string pointer_of(const std::vector<EditStep>& path);
/// A finding's pointer as a step would write it: "Logs.Properties.Tags[0]".
[[nodiscard]] std::string path_of_pointer(std::string_view pointer);

/// "IsProd is false and Env is dev"; "always" when it holds in every world.
[[nodiscard]] std::string when_text(const std::vector<When>& when);
/// "template.yaml:3:5".
[[nodiscard]] std::string place_text(const Location& at);

/// "`a`, `b` and 3 more": candidates after a name that was not found.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);
/// "; did you mean `X`?" over strings; empty when nothing is near.
[[nodiscard]] std::string nearest_of(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace spile::engine::scenario
