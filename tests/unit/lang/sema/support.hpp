// Compiling small texts in tests, over the published schema.
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "lang/sema/compile.hpp"

namespace spile::lang::test {

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline const schema::Schema& published() {
    static const std::string sam = read_file(SPILE_SOURCE_DIR "/stdlib/schema/sam.txt");
    static const std::string cloudformation = read_file(SPILE_SOURCE_DIR "/stdlib/schema/cloudformation.txt");
    static const std::string dockerfile = read_file(SPILE_SOURCE_DIR "/stdlib/schema/dockerfile.txt");
    static const std::string terraform = read_file(SPILE_SOURCE_DIR "/stdlib/schema/terraform_aws.txt");
    static const schema::Schema schema({sam, cloudformation, terraform, dockerfile});
    return schema;
}

struct Compiled {
    SourceMap sources;
    DiagnosticSink sink;
    Program program;

    /// "SP0204 SP0212": in order of place.
    [[nodiscard]] std::string codes() const {
        std::string all;
        for (const Diagnostic& each : sink.all())
            all += (all.empty() ? "" : " ") + std::string(info(each.kind).code);
        return all;
    }
    [[nodiscard]] bool has(DiagnosticKind kind) const { return find(kind) != nullptr; }
    [[nodiscard]] const Diagnostic* find(DiagnosticKind kind) const {
        const auto found = std::find_if(sink.all().begin(), sink.all().end(),
                                        [&](const Diagnostic& each) { return each.kind == kind; });
        return found == sink.all().end() ? nullptr : &*found;
    }
    /// The message of the first of that kind; empty when there is none.
    [[nodiscard]] std::string message(DiagnosticKind kind) const {
        const Diagnostic* found = find(kind);
        return found ? found->message : "";
    }
    /// The text that the first of that kind points at.
    [[nodiscard]] std::string marked(DiagnosticKind kind) const {
        const Diagnostic* found = find(kind);
        return found && found->where.valid() ? std::string(sources.text(found->where)) : "";
    }
    [[nodiscard]] std::string report() const {
        std::string all;
        for (const Diagnostic& each : sink.all())
            all += render_text(each, sources, Colour::off);
        return all;
    }
    [[nodiscard]] std::string type_of(ExprIndex index) const { return program.types.at(program.expr(index).type).text; }
};

inline void compile_into(Compiled& made, const std::vector<std::string>& texts, CompileOptions options = {},
                         const std::vector<std::string>& library = {}) {
    std::vector<ModuleText> given;
    std::vector<ModuleText> standard;
    for (std::size_t i = 0; i < texts.size(); ++i)
        given.push_back({"given-" + std::to_string(i) + ".spile", texts[i]});
    for (std::size_t i = 0; i < library.size(); ++i)
        standard.push_back({"library-" + std::to_string(i) + ".spile", library[i]});
    options.schema = &published();
    made.program = compile(given, standard, options, made.sources, made.sink);
}

inline Compiled compiled(const std::string& text) {
    Compiled made;
    compile_into(made, {text});
    return made;
}

/// One module with these declarations.
inline Compiled declared(const std::string& declarations) {
    return compiled("module org.example\n" + declarations);
}

/// A function body over `r: any`, `n: int?`, `s: string?`, `xs: list<int>?`, `m: map<string, int>`, `e: Thing`.
inline Compiled body(const std::string& expression, const std::string& result = "bool") {
    return declared(
        "entity Thing {\n name: string\n size: int?\n next: Thing?\n tags: map<string, string>\n}\n"
        "fn f(r: any, n: int?, s: string?, xs: list<int>?, m: map<string, int>, e: Thing) -> " +
        result + " = " + expression + "\n");
}

/// A policy over AWS::S3::Bucket with these lines.
inline std::string policy_text(const std::string& lines) {
    return "module org.example\npolicy p \"P\" {\n id ORG-1\n severity low\n for b: cfn \"AWS::S3::Bucket\"\n" + lines +
           "\n remedy \"Fix it.\"\n}\n";
}

inline Compiled policy(const std::string& lines) {
    return compiled(policy_text(lines));
}

inline Compiled linted(const std::string& text) {
    Compiled made;
    CompileOptions options;
    options.lint = LintScope::given_texts;
    compile_into(made, {text}, options);
    return made;
}

}  // namespace spile::lang::test
