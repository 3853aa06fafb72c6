// What every phase of the checker looks names up in: the declarations of all loaded modules, their types, and the
// program that is being made.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/program/program.hpp"
#include "lang/schema/schema.hpp"
#include "lang/sema/type.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang::sema {

struct TypedName {
    std::string name;
    TypeId type = k_any;
};

/// Parameters and result of a function or builtin.
struct Signature {
    std::vector<TypedName> parameters;
    TypeId result = k_any;
    bool like_argument = false;  // written "(value: T?) -> T?": the result has the type of the only argument
};

struct Member {
    std::uint32_t index = 0;  // into the program's vector of that kind
    bool is_private = false;
    SourceSpan where;
};
using Members = std::map<std::string, Member, std::less<>>;

/// The names that a module declares, and what its imports bind.
struct ModuleNames {
    std::string name;
    Members params;
    Members functions;
    Members relations;
    Members entities;
    std::map<std::string, std::uint32_t, std::less<>> imports;  // bound name -> index of the module
};

/// One compilation. Refers to the program, schema, sources and sink that it was given; they outlive it.
struct Environment {
    Program& program;
    const schema::Schema* schema;  // may be null
    const SourceMap& sources;
    DiagnosticSink& sink;
    TypeTable types;
    std::vector<ModuleNames> modules;
    // by index of the program's vectors
    std::vector<Signature> functions;
    std::vector<std::vector<TypedName>> relations;
    std::vector<std::vector<TypedName>> entities;
    std::vector<TypeId> params;
    std::vector<Signature> builtins;  // by Builtin
    std::map<std::string, std::uint32_t> program_types;
    std::vector<std::uint32_t> known_program_types;  // by TypeId: what program_type() has answered

    Environment(Program& made, const schema::Schema* known, const SourceMap& texts, DiagnosticSink& reports);

    void report(DiagnosticKind kind, SourceSpan where, std::string message, std::string help = "",
                std::vector<Label> labels = {}) const;
    /// Index into Program::types of the type's text.
    [[nodiscard]] std::uint32_t program_type(TypeId type);
};

/// Reads back a type that was printed, entities by full name; `any` for what has no notation (raw types, records).
[[nodiscard]] TypeId type_of_text(Environment& env, std::string_view text);

/// The type that the author wrote, names looked up from that module. Reports unknown ones and gives `any` for them.
[[nodiscard]] TypeId resolve_type(Environment& env, std::uint32_t module, SourceId source, const syntax::Type& type);

/// cfn "AWS::S3::Bucket" as a type; reports an unknown resource type.
[[nodiscard]] TypeId resolve_raw(Environment& env, SourceId source, const syntax::RawType& raw);

/// Finds `name` or `alias.name` among the members that `kind` picks. Reports the use of another module's private
/// declaration, unless `where` is invalid. Null when there is none; nothing reported then.
[[nodiscard]] const Member* find_member(const Environment& env, std::uint32_t module, std::string_view qualified,
                                        Members ModuleNames::*kind, SourceSpan where);

/// Every name that find_member would know, for suggestions: own ones bare, others as `alias.name`. The strings are the
/// caller's.
[[nodiscard]] std::vector<std::string> member_names(const Environment& env, std::uint32_t module,
                                                    Members ModuleNames::*kind);

/// "; did you mean `X`?" over strings.
[[nodiscard]] std::string suggestion(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace spile::lang::sema
