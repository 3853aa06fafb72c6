#include "engine/loaders/cloudformation/scope.hpp"

namespace spile::engine::cloudformation {

Resource::Resource() = default;
Resource::Resource(Resource&&) noexcept = default;
Resource::~Resource() = default;

std::string_view Scope::producer(const std::string& what) const {
    return keep(graph.document(document).path + ":" + std::string(prefix) + what);
}

void Scope::report(DiagnosticKind kind, SourceSpan where, std::string message, std::string help) const {
    sink.add({.kind = kind, .where = where, .message = std::move(message), .labels = {}, .help = std::move(help)});
}

}  // namespace spile::engine::cloudformation
