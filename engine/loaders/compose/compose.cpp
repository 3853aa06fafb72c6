#include "engine/loaders/compose/compose.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "engine/loaders/cloudformation/raw.hpp"
#include "engine/loaders/top_level.hpp"

namespace spile::engine {

namespace {

using cloudformation::Raw;
using cloudformation::RawKind;
using cloudformation::RawMember;

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Loader {
  public:
    Loader(SourceId source, FactGraph& graph, const ComposeOptions& options, DocumentId id,
           std::vector<BuildStatement>& builds)
        : source_(source), graph_(graph), options_(options), id_(id), builds_(builds) {}

    void load(const Raw& root) {
        const Raw* services = root.get("services");
        if (services == nullptr || !services->is(RawKind::map)) return;
        for (const RawMember& member : services->members)
            service(member);
    }

  private:
    [[nodiscard]] const Path* below(const Path* parent, std::string_view key) const {
        return graph_.arena().make<Path>(Path{parent, key, 0});
    }
    [[nodiscard]] const Path* below(const Path* parent, std::uint32_t position) const {
        return graph_.arena().make<Path>(Path{parent, {}, position});
    }

    [[nodiscard]] const Origin* origin(const Raw& raw, const Path* path) const {
        Origin out;
        out.span = out.key = raw.span;
        out.path = path;
        return graph_.arena().make<Origin>(out);
    }

    /// `$NAME`, `${NAME}`, `${NAME:-default}` of the environment are holes, `$$` is a dollar.
    [[nodiscard]] Value text(const Raw& raw, const Path* path) const {
        const Origin* place = origin(raw, path);
        const ValueFactory& make = graph_.factory();
        const std::string_view written = raw.text;
        std::vector<Segment> segments;
        std::string known;
        const auto flush = [&] {
            if (!known.empty()) segments.push_back({.text = graph_.arena().copy(known)});
            known.clear();
        };
        for (std::size_t at = 0; at < written.size(); ++at) {
            if (written[at] != '$' || at + 1 == written.size()) {
                known += written[at];
                continue;
            }
            if (written[at + 1] == '$') {
                known += '$';
                ++at;
                continue;
            }
            std::size_t end = at + 1;
            if (written[end] == '{') {
                end = std::min(written.find('}', end), written.size() - 1) + 1;
            } else {
                while (end < written.size() && is_name_character(written[end]))
                    ++end;
            }
            if (end == at + 1) {
                known += '$';
                continue;
            }
            flush();
            const std::string variable(written.substr(at, end - at));
            const std::string cause = "`" + variable + "` is known when compose runs";
            const std::string producer = std::to_string(source_.value) + "|compose|" + variable;
            segments.push_back({.hole = make.unknown({.cause = graph_.arena().copy(cause),
                                                      .producer = graph_.arena().copy(producer),
                                                      .type = TypeHint::string},
                                                     place)});
            at = end - 1;
        }
        flush();
        return segments.empty() ? make.string("", place) : make.partial(segments, place);
    }

    // Depth is bounded by the reader's limits.
    [[nodiscard]] Value value(const Raw& raw, const Path* path) const {
        const ValueFactory& make = graph_.factory();
        switch (raw.kind) {
            case RawKind::null:
                return make.null(origin(raw, path));
            case RawKind::boolean:
                return make.boolean(raw.text == "true" || raw.text == "True" || raw.text == "TRUE", origin(raw, path));
            case RawKind::number:
            case RawKind::string:
                return text(raw, path);
            case RawKind::list: {
                std::vector<Element> elements;
                for (const Raw* item : raw.items)
                    elements.push_back({value(*item, below(path, static_cast<std::uint32_t>(elements.size())))});
                return make.list(elements, false, origin(raw, path));
            }
            case RawKind::map:
            case RawKind::call: {
                std::vector<Member> members;
                for (const RawMember& member : raw.members)
                    members.push_back({member.key, member.key_span, value(*member.value, below(path, member.key))});
                return make.map(members, false, origin(raw, path));
            }
        }
        return {};
    }

    void service(const RawMember& member) {
        const Path* path = below(below(nullptr, "services"), member.key);
        const std::string_view address = graph_.arena().copy("services." + std::string(member.key));
        const Value attributes = value(*member.value, path);
        const UnitId id = graph_.add_unit(
            {.document = id_,
             .kind = UnitKind::resource,
             .tool = "docker",
             .name = member.key,
             .address = address,
             .type = "service",
             .name_span = member.key_span,
             .span = member.value->span,
             .schema = options_.schema == nullptr ? nullptr : options_.schema->find("Dockerfile::service")});
        graph_.unit(id).attributes = graph_.unit(id).body = attributes;
        const Raw* build = member.value->get("build");
        const Member* image = attributes.is(Kind::map) ? attributes.member("image") : nullptr;
        if (build != nullptr && image != nullptr) statement(*build, image->value);
    }

    void statement(const Raw& build, Value image) {
        const SourceMap& sources = graph_.sources();
        const auto text_of = [&](std::string_view name) {
            const Raw* found = build.get(name);
            return found != nullptr && found->is(RawKind::string) ? std::string(found->text) : std::string();
        };
        std::string context = build.is(RawKind::string) ? std::string(build.text) : text_of("context");
        const bool elsewhere = context.find("://") != std::string::npos || context.starts_with("git@") ||
                               context.starts_with("/") || build.get("dockerfile_inline") != nullptr;
        if (elsewhere || (!build.is(RawKind::string) && !build.is(RawKind::map))) return;
        const std::filesystem::path folder =
            (std::filesystem::path(std::string(sources.path(source_))).parent_path() / context).lexically_normal();
        std::string dockerfile = text_of("dockerfile");
        if (dockerfile.empty()) dockerfile = "Dockerfile";
        const LineColumn line = sources.line_column(source_, build.span.span.begin);
        BuildStatement out;
        out.image = image;
        out.dockerfile = (folder / dockerfile).lexically_normal().generic_string();
        out.context = folder.generic_string();
        out.target = text_of("target");
        out.said_by = std::string(sources.path(source_)) + ":" + std::to_string(line.line);
        builds_.push_back(std::move(out));
    }

    SourceId source_;
    FactGraph& graph_;
    const ComposeOptions& options_;
    DocumentId id_;
    std::vector<BuildStatement>& builds_;
};

}  // namespace

bool is_compose(std::string_view path, std::string_view text) {
    const std::string_view name = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
    if (!name.ends_with(".yaml") && !name.ends_with(".yml")) return false;
    const std::string_view stem = name.substr(0, name.rfind('.'));
    const auto begins = [&](std::string_view word) {
        return stem == word || (stem.starts_with(word) && (stem[word.size()] == '.' || stem[word.size()] == '-'));
    };
    if (!begins("compose") && !begins("docker-compose")) return false;
    const auto keys = top_level_keys(text, Format::yaml);
    return std::find(keys.begin(), keys.end(), "services") != keys.end();
}

DocumentId load_compose(SourceId source, FactGraph& graph, const ComposeOptions& options,
                        std::vector<BuildStatement>& builds, DiagnosticSink& sink) {
    const SourceMap& sources = graph.sources();
    const DocumentId id = graph.add_document(
        {.path = std::string(sources.path(source)), .source = source, .kind = InputKind::yaml, .format = Format::yaml});
    const auto cursor = open_document(source, sources, Format::yaml, options.limits, sink);
    const Raw* root = cloudformation::read_raw(*cursor, source, sources, graph.arena());
    if (root == nullptr) {
        graph.document(id).failed = true;
        return id;
    }
    Loader(source, graph, options, id, builds).load(*root);
    return id;
}

}  // namespace spile::engine
