#include "lang/sema/collect.hpp"

#include <algorithm>
#include <map>

#include "lang/syntax/parse.hpp"

namespace spile::lang::sema {

namespace {

bool is_name_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

void skip_blanks_and_comments(std::string_view& text) {
    while (!text.empty()) {
        if (text.front() == '#') {
            text.remove_prefix(std::min(text.find('\n'), text.size()));
        } else if (std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else {
            return;
        }
    }
}

class Collector {
  public:
    Collector(const std::vector<ModuleText>& library, SourceMap& sources, DiagnosticSink& sink)
        : sources_(sources), sink_(sink) {
        for (const ModuleText& text : library)
            library_.emplace(module_name(text.text), &text);
    }

    void add_given(const ModuleText& text) {
        syntax::Module module = parse(text);
        const auto found = by_name_.find(module.name.text);
        if (found == by_name_.end()) return add(std::move(module), true);
        const syntax::Module& first = modules_[found->second].module;
        sink_.add({.kind = DiagnosticKind::duplicate_module,
                   .where = {module.source, module.name.span},
                   .message = "module `" + module.name.text + "` is loaded already",
                   .labels = {{{first.source, first.name.span}, "from here"}},
                   .help = "one file is one module"});
    }

    Collected finish() {
        for (std::size_t i = 0; i < modules_.size(); ++i) {
            const std::vector<syntax::Import> imports = modules_[i].module.imports;
            for (const syntax::Import& import : imports)
                load(import, modules_[i].module.source);
        }
        std::stable_sort(modules_.begin(), modules_.end(),
                         [](const Loaded& a, const Loaded& b) { return a.module.name.text < b.module.name.text; });
        Collected made;
        for (Loaded& each : modules_) {
            made.modules.push_back(std::move(each.module));
            made.given.push_back(each.given);
        }
        return made;
    }

  private:
    struct Loaded {
        syntax::Module module;
        bool given = false;
    };

    syntax::Module parse(const ModuleText& text) {
        return syntax::parse(sources_.add(text.path, text.text), sources_, sink_);
    }

    void add(syntax::Module module, bool given) {
        by_name_.emplace(module.name.text, modules_.size());
        modules_.push_back({std::move(module), given});
    }

    void load(const syntax::Import& import, SourceId importer) {
        if (by_name_.contains(import.module.text)) return;
        const auto found = library_.find(import.module.text);
        if (found != library_.end()) return add(parse(*found->second), false);
        std::vector<std::string> known;
        for (const auto& [name, index] : by_name_)
            known.push_back(name);
        for (const auto& [name, text] : library_)
            known.push_back(name);
        sink_.add({.kind = DiagnosticKind::unknown_module,
                   .where = {importer, import.module.span},
                   .message = "unknown module `" + import.module.text + "`" + suggestion(import.module.text, known),
                   .labels = {},
                   .help = ""});
    }

    SourceMap& sources_;
    DiagnosticSink& sink_;
    std::map<std::string, const ModuleText*> library_;
    std::map<std::string, std::size_t> by_name_;
    std::vector<Loaded> modules_;
};

std::string last_segment(const std::string& name) {
    return name.substr(name.rfind('.') + 1);
}

void bind_import(Environment& env, const syntax::Module& module, ModuleNames& names, const syntax::Import& import) {
    const auto target = std::find_if(env.modules.begin(), env.modules.end(),
                                     [&](const ModuleNames& each) { return each.name == import.module.text; });
    if (target == env.modules.end()) return;  // reported when it was looked for
    const std::string bound = import.alias ? import.alias->text : last_segment(import.module.text);
    const auto index = static_cast<std::uint32_t>(target - env.modules.begin());
    if (names.imports.emplace(bound, index).second) return;
    env.report(DiagnosticKind::duplicate_name, {module.source, import.module.span},
               "`" + bound + "` is imported already", "give one of them another name with `as`");
}

// Depth first over imports; `path` is what is open.
void find_cycles(Environment& env, const Modules& modules, std::uint32_t module, std::vector<std::uint32_t>& path,
                 std::vector<bool>& done) {
    if (done[module]) return;
    const auto open = std::find(path.begin(), path.end(), module);
    if (open != path.end()) {
        std::string cycle;
        for (auto each = open; each != path.end(); ++each)
            cycle += "`" + env.modules[*each].name + "` → ";
        env.report(DiagnosticKind::import_cycle, {modules[module].source, modules[module].name.span},
                   "modules import each other: " + cycle + "`" + env.modules[module].name + "`",
                   "move what both need into a third module");
        return;
    }
    path.push_back(module);
    for (const auto& [name, index] : env.modules[module].imports)
        find_cycles(env, modules, index, path, done);
    path.pop_back();
    done[module] = true;
}

}  // namespace

std::string module_name(std::string_view text) {
    constexpr std::string_view keyword = "module";
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    skip_blanks_and_comments(text);
    if (!text.starts_with(keyword)) return "";
    text.remove_prefix(keyword.size());
    skip_blanks_and_comments(text);
    return std::string(text.begin(), std::find_if_not(text.begin(), text.end(), is_name_part));
}

Collected collect(const std::vector<ModuleText>& texts, const std::vector<ModuleText>& library, SourceMap& sources,
                  DiagnosticSink& sink) {
    Collector collector(library, sources, sink);
    for (const ModuleText& text : texts)
        collector.add_given(text);
    return collector.finish();
}

void bind_imports(Environment& env, const Modules& modules) {
    for (const syntax::Module& module : modules)
        env.modules.push_back({.name = module.name.text});
    for (std::size_t i = 0; i < modules.size(); ++i) {
        for (const syntax::Import& import : modules[i].imports)
            bind_import(env, modules[i], env.modules[i], import);
    }
    std::vector<bool> done(modules.size(), false);
    std::vector<std::uint32_t> path;
    for (std::uint32_t i = 0; i < modules.size(); ++i)
        find_cycles(env, modules, i, path, done);
}

}  // namespace spile::lang::sema
