#include "engine/session/policies.hpp"

#include "engine/eval/interest.hpp"
#include "lang/base/log.hpp"

namespace spile::engine {

namespace {

Diagnostic plain(DiagnosticKind kind, std::string message, std::string help = {}) {
    return {kind, {}, std::move(message), {}, std::move(help)};
}

}  // namespace

std::vector<lang::ModuleText> read_policy_texts(const FileSystem& files, const PolicyRequest& request,
                                                DiagnosticSink& sink) {
    std::vector<lang::ModuleText> texts;
    const auto add = [&](const std::string& path) {
        Result<std::string> text = files.read(path);
        if (text.ok())
            texts.push_back({path, std::move(text).value()});
        else
            sink.add(plain(DiagnosticKind::policy_not_found, text.error().message));
    };
    for (const std::string& path : request.paths) {
        switch (files.entry(path)) {
            case FileSystem::Entry::none:
                sink.add(plain(DiagnosticKind::policy_not_found, "there is no policy file or folder `" + path + "`"));
                break;
            case FileSystem::Entry::file:
                add(path);
                break;
            case FileSystem::Entry::folder: {
                const std::size_t before = texts.size();
                for (const std::string& file : files.walk(path)) {
                    if (file.ends_with(".spile")) add(file);
                }
                if (texts.size() == before) {
                    sink.add(plain(DiagnosticKind::no_policies,
                                   "the folder `" + path + "` holds no policy file (`*.spile`)",
                                   "name another folder, or leave out --policy to use the built-in policies"));
                }
                break;
            }
        }
    }
    if (request.paths.empty()) texts = request.embedded;
    for (const std::string& path : request.waivers)
        add(path);
    return texts;
}

CompiledPolicies compile_policies(const std::vector<lang::ModuleText>& texts, const PolicyRequest& request,
                                  const schema::Schema& schema, SourceMap sources, DiagnosticSink& sink) {
    CompiledPolicies compiled;
    compiled.sources = std::move(sources);
    lang::CompileOptions options;
    options.schema = &schema;
    options.settings = request.settings;
    options.lint = request.lint;
    compiled.program = lang::compile(texts, request.library, options, compiled.sources, sink);
    if (!sink.has_errors()) compiled.interest = interest_of(compiled.program);
    log::info("compiled " + std::to_string(texts.size()) + " policy files");
    return compiled;
}

}  // namespace spile::engine
