#include "lang/sema/environment.hpp"

#include <algorithm>

#include "lang/base/suggest.hpp"
#include "lang/schema/by_tool.hpp"

namespace spile::lang::sema {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

// "a: b<c, d>, e: f" at the commas outside of brackets.
std::vector<std::string_view> split_at_commas(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '<') ++depth;
        if (i < text.size() && text[i] == '>') --depth;
        if (i < text.size() && (text[i] != ',' || depth > 0)) continue;
        if (const auto part = trimmed(text.substr(begin, i - begin)); !part.empty()) parts.push_back(part);
        begin = i + 1;
    }
    return parts;
}

// "(text: string, prefix: string) -> bool"
Signature signature_of(Environment& env, std::string_view text) {
    Signature signature;
    const std::size_t close = text.find(')');
    for (const std::string_view part : split_at_commas(text.substr(1, close - 1))) {
        const std::size_t colon = part.find(':');
        signature.parameters.push_back(
            {std::string(part.substr(0, colon)), type_of_text(env, trimmed(part.substr(colon + 1)))});
    }
    signature.result = type_of_text(env, trimmed(text.substr(text.find("->") + 2)));
    signature.like_argument = text.ends_with("-> T?");
    return signature;
}

TypeId generic(TypeTable& types, std::string_view name, const std::vector<TypeId>& arguments) {
    if (name == "list") return types.list(arguments.empty() ? k_any : arguments[0]);
    if (name == "set") return types.set(arguments.empty() ? k_any : arguments[0]);
    const TypeId text = types.simple(TypeKind::string);
    return types.map(arguments.empty() ? text : arguments[0], arguments.size() < 2 ? k_any : arguments[1]);
}

bool is_generic(std::string_view name) {
    return name == "list" || name == "set" || name == "map";
}

std::optional<TypeId> entity_of_text(Environment& env, std::string_view name) {
    for (std::size_t i = 0; i < env.program.entities.size(); ++i) {
        const Entity& entity = env.program.entities[i];
        // Compared in pieces: this is asked of every type's text, and there are hundreds of entities.
        const std::size_t dot = entity.module.size();
        const bool same = name.size() == dot + 1 + entity.name.size() && name[dot] == '.' &&
                          name.starts_with(entity.module) && name.ends_with(entity.name);
        if (same) return env.types.entity(static_cast<std::uint32_t>(i), std::string(name));
    }
    return std::nullopt;
}

}  // namespace

Environment::Environment(Program& made, const schema::Schema* known, const SourceMap& texts, DiagnosticSink& reports)
    : program(made), schema(known), sources(texts), sink(reports) {
    for (std::size_t i = 0; i < program.types.size(); ++i)
        program_types.emplace(program.types[i].text, static_cast<std::uint32_t>(i));
    for (const BuiltinInfo& builtin : all_builtins())
        builtins.push_back(signature_of(*this, builtin.signature));
}

void Environment::report(DiagnosticKind kind, SourceSpan where, std::string message, std::string help,
                         std::vector<Label> labels) const {
    sink.add({.kind = kind,
              .where = where,
              .message = std::move(message),
              .labels = std::move(labels),
              .help = std::move(help)});
}

std::uint32_t Environment::program_type(TypeId type) {
    constexpr std::uint32_t not_known = 0xffffffffU;
    if (type >= known_program_types.size()) known_program_types.resize(type + 1, not_known);
    std::uint32_t& known = known_program_types[type];
    if (known != not_known) return known;
    const auto [found, added] =
        program_types.emplace(types.text(type), static_cast<std::uint32_t>(program.types.size()));
    if (added) program.types.push_back({found->first});
    return known = found->second;
}

TypeId type_of_text(Environment& env, std::string_view text) {
    const bool optional = text.ends_with('?');
    if (optional) text.remove_suffix(1);
    TypeId type = k_any;
    const std::size_t bracket = text.find('<');
    if (bracket != text.npos && text.ends_with('>')) {
        std::vector<TypeId> arguments;
        for (const auto part : split_at_commas(text.substr(bracket + 1, text.size() - bracket - 2)))
            arguments.push_back(type_of_text(env, part));
        type = generic(env.types, text.substr(0, bracket), arguments);
    } else if (is_generic(text)) {
        type = generic(env.types, text, {});
    } else if (const auto simple = simple_types().find(text); simple != simple_types().end()) {
        type = env.types.simple(simple->second);
    } else {
        type = entity_of_text(env, text).value_or(k_any);
    }
    return env.types.with_optional(type, optional);
}

TypeId resolve_type(Environment& env, std::uint32_t module, SourceId source, const syntax::Type& type) {
    const std::string& name = type.name.text;
    const SourceSpan where{source, type.name.span};
    std::vector<TypeId> arguments;
    for (const syntax::Type& argument : type.arguments)
        arguments.push_back(resolve_type(env, module, source, argument));
    if (is_generic(name)) {
        const std::size_t wanted = name == "map" ? 2 : 1;
        if (!arguments.empty() && arguments.size() != wanted) {
            env.report(DiagnosticKind::unknown_type, {source, type.span},
                       "`" + name + "` takes " + std::to_string(wanted) + " type argument" + (wanted > 1 ? "s" : ""));
        }
        return env.types.with_optional(generic(env.types, name, arguments), type.optional);
    }
    if (!arguments.empty()) {
        env.report(DiagnosticKind::unknown_type, {source, type.span}, "`" + name + "` takes no type arguments");
    }
    const auto simple = simple_types().find(name);
    if (const Member* found = find_member(env, module, name, &ModuleNames::entities, where)) {
        const Entity& entity = env.program.entities[found->index];
        return env.types.with_optional(env.types.entity(found->index, entity.module + "." + entity.name),
                                       type.optional);
    }
    if (simple != simple_types().end()) {
        return env.types.with_optional(env.types.simple(simple->second), type.optional);
    }
    std::vector<std::string> known = member_names(env, module, &ModuleNames::entities);
    for (const auto& [each, kind] : simple_types())
        known.emplace_back(each);
    known.insert(known.end(), {"list", "set", "map"});
    env.report(DiagnosticKind::unknown_type, where, "unknown type `" + name + "`" + suggestion(name, known));
    return k_any;
}

TypeId resolve_raw(Environment& env, SourceId source, const syntax::RawType& raw) {
    const std::string& tool = raw.tool.text;
    const std::string type = raw.type ? raw.type->text : "*";
    if (!raw.type || type == "*" || !env.schema || !schema::is_covered(tool, type))
        return env.types.raw(tool, type, nullptr);
    const schema::ResourceType* resource = schema::find_type(*env.schema, tool, type);
    if (!resource) {
        env.report(DiagnosticKind::unknown_resource_type, {source, raw.type->span},
                   "unknown resource type `" + type + "`" + schema::nearest_type(*env.schema, tool, type));
    }
    return env.types.raw(tool, type, resource);
}

const Member* find_member(const Environment& env, std::uint32_t module, std::string_view qualified,
                          Members ModuleNames::*kind, SourceSpan where) {
    const ModuleNames& own = env.modules.at(module);
    const std::size_t dot = qualified.rfind('.');
    if (dot == qualified.npos) {
        const auto found = (own.*kind).find(qualified);
        return found == (own.*kind).end() ? nullptr : &found->second;
    }
    const auto import = own.imports.find(qualified.substr(0, dot));
    if (import == own.imports.end()) return nullptr;
    const ModuleNames& other = env.modules.at(import->second);
    const auto found = (other.*kind).find(qualified.substr(dot + 1));
    if (found == (other.*kind).end()) return nullptr;
    if (where.valid() && found->second.is_private && import->second != module) {
        env.report(DiagnosticKind::private_name, where, "`" + std::string(qualified) + "` is private to its module", "",
                   {{found->second.where, "declared `private` here"}});
    }
    return &found->second;
}

std::vector<std::string> member_names(const Environment& env, std::uint32_t module, Members ModuleNames::*kind) {
    const ModuleNames& own = env.modules.at(module);
    std::vector<std::string> names;
    for (const auto& [name, member] : own.*kind)
        names.push_back(name);
    for (const auto& [alias, index] : own.imports) {
        for (const auto& [name, member] : env.modules.at(index).*kind) {
            if (!member.is_private) names.push_back(alias + "." + name);
        }
    }
    return names;
}

std::string suggestion(std::string_view name, const std::vector<std::string>& candidates) {
    const std::vector<std::string_view> views(candidates.begin(), candidates.end());
    return did_you_mean(name, views);
}

}  // namespace spile::lang::sema
