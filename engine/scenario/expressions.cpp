#include "engine/scenario/expressions.hpp"

#include <algorithm>
#include <set>

#include "engine/scenario/names.hpp"
#include "engine/scenario/runner.hpp"
#include "lang/base/check.hpp"
#include "lang/program/facts.hpp"
#include "lang/schema/by_tool.hpp"
#include "lang/sema/collect.hpp"
#include "lang/syntax/parse.hpp"

namespace spile::engine::scenario {

namespace {

using Needs = StepDefinition::Needs;

constexpr std::string_view k_path = "(steps)";
constexpr std::string_view k_module = "spile.steps";

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
}

// As providers name theirs; `data.` stands before those of data sources.
bool is_terraform_type(std::string_view type) {
    if (type.starts_with("data.")) type.remove_prefix(5);
    return type.find('_') != std::string_view::npos && type.find('.') == std::string_view::npos;
}

std::string last_segment(const std::string& module) {
    return module.substr(module.rfind('.') + 1);
}

// What an expression calls each loaded module: its last segment; where several end alike, the shortest name has it and
// the others are called by their whole name with `_` for the dots.
std::map<std::string, std::string> aliases_of(const PolicySet& policies) {
    std::vector<std::string> modules;
    for (const auto* texts : {&policies.request().library, &policies.texts()}) {
        for (const lang::ModuleText& text : *texts)
            modules.push_back(lang::sema::module_name(text.text));
    }
    std::sort(modules.begin(), modules.end(), [](const std::string& a, const std::string& b) {
        return std::pair(a.size(), std::string_view(a)) < std::pair(b.size(), std::string_view(b));
    });
    std::map<std::string, std::string> aliases;
    std::set<std::string> taken;
    for (const std::string& module : modules) {
        if (module.empty() || aliases.contains(module)) continue;
        std::string alias = last_segment(module);
        if (!taken.insert(alias).second) {
            alias = module;
            std::replace(alias.begin(), alias.end(), '.', '_');
            if (!taken.insert(alias).second) continue;
        }
        aliases.emplace(module, alias);
    }
    return aliases;
}

// "s3.Bucket" → "s3.Bucket", "iam.Permissions" → "aws_iam.Permissions": what a step calls an entity, and what the
// module of the steps calls it.
std::map<std::string, std::string> entities_of(const PolicySet& policies,
                                               const std::map<std::string, std::string>& aliases) {
    std::map<std::string, std::string> entities{{"Resource", "Resource"}};
    SourceMap sources;
    for (const auto* texts : {&policies.request().library, &policies.texts()}) {
        for (const lang::ModuleText& text : *texts) {
            DiagnosticSink ignored;
            const auto module = lang::syntax::parse(sources.add(text.path, text.text), sources, ignored);
            const auto alias = aliases.find(module.name.text);
            if (alias == aliases.end()) continue;
            for (const auto& entity : module.entities) {
                const std::string name = alias->second + "." + entity.name.text;
                entities.emplace(last_segment(module.name.text) + "." + entity.name.text, name);
                entities.emplace(name, name);
            }
        }
    }
    return entities;
}

std::string syntax_problem(const std::string& expression) {
    SourceMap sources;
    DiagnosticSink sink;
    static_cast<void>(lang::syntax::parse_expression(sources.add("", expression), sources, sink));
    return sink.has_errors() ? sink.all().front().message : std::string();
}

// "the result of `step_3` is `bool`" would name what nobody wrote.
std::string without_name(std::string message, const std::string& name) {
    const std::string quoted_name = "the result of `" + name + "`";
    const std::size_t at = message.find(quoted_name);
    if (at != std::string::npos) message.replace(at, quoted_name.size(), "the expression of this step");
    return message;
}

struct Item {
    std::string key;
    std::string name;         // "step_1"
    std::string declaration;  // of that name, in the module
};

// Compiles the items together, and leaves out those with errors until the rest compiles.
class Compilation {
  public:
    Compilation(const PolicySet& policies, std::vector<Item> items, std::map<std::string, std::string> aliases)
        : policies_(policies), items_(std::move(items)), aliases_(std::move(aliases)) {}

    CompiledPolicies run(std::map<std::string, ExpressionSet::Entry>& entries) {
        while (true) {
            DiagnosticSink sink;
            std::vector<lang::ModuleText> texts = policies_.texts();
            texts.push_back({std::string(k_path), text()});
            CompiledPolicies compiled =
                compile_policies(texts, policies_.request(), policies_.schema(), SourceMap(), sink);
            if (!sink.has_errors()) {
                enter(compiled.program, entries);
                return compiled;
            }
            drop_wrong(sink, compiled.sources, entries);
        }
    }

  private:
    std::string text() {
        std::string text = "module " + std::string(k_module) + "\n";
        for (const auto& [module, alias] : aliases_)
            text.append("import ").append(module).append(" as ").append(alias).append("\n");
        begins_.clear();
        for (const Item& item : items_) {
            begins_.push_back(static_cast<std::uint32_t>(text.size()));
            text += item.declaration;
        }
        return text;
    }

    void enter(const lang::Program& program, std::map<std::string, ExpressionSet::Entry>& entries) const {
        for (const Item& item : items_) {
            const auto named = [&](const auto& each) { return each.module == k_module && each.name == item.name; };
            const auto policy = std::find_if(program.policies.begin(), program.policies.end(), named);
            const auto function = std::find_if(program.functions.begin(), program.functions.end(), named);
            const auto index = policy != program.policies.end() ? policy - program.policies.begin()
                                                                : function - program.functions.begin();
            ExpressionSet::Entry& entry = entries[item.key];
            entry.index = static_cast<std::uint32_t>(index);
            const bool reads =
                policy != program.policies.end()
                    ? lang::reads_facts(program, policy->demands.front().condition, policy->variable)
                    : lang::reads_facts(program, program.functions[static_cast<std::size_t>(index)].body);
            if (!reads)
                entry.problem =
                    "the expression reads nothing of any document, so it comes to the same whatever they say; ask "
                    "for something that they declare";
        }
    }

    void drop_wrong(const DiagnosticSink& sink, const SourceMap& sources,
                    std::map<std::string, ExpressionSet::Entry>& entries) {
        std::set<std::size_t> wrong;
        for (const Diagnostic& diagnostic : sink.all()) {
            const bool mine = diagnostic.where.valid() && sources.path(diagnostic.where.source) == k_path;
            if (info(diagnostic.kind).severity != DiagnosticSeverity::error || !mine) continue;
            const auto after = std::upper_bound(begins_.begin(), begins_.end(), diagnostic.where.span.begin);
            if (after == begins_.begin()) continue;
            const auto item = static_cast<std::size_t>(after - begins_.begin()) - 1;
            if (!wrong.insert(item).second) continue;
            entries[items_[item].key].problem = without_name(diagnostic.message, items_[item].name) + " (" +
                                                std::string(info(diagnostic.kind).code) + ")" +
                                                (diagnostic.help.empty() ? "" : "; " + diagnostic.help);
        }
        SPILE_CHECK(!wrong.empty(), "the module of the steps has no mistake but in its steps: " +
                                        (sink.all().empty() ? std::string() : sink.all().front().message));
        for (auto item = wrong.rbegin(); item != wrong.rend(); ++item)
            items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(*item));
    }

  private:
    const PolicySet& policies_;
    std::vector<Item> items_;
    std::map<std::string, std::string> aliases_;
    std::vector<std::uint32_t> begins_;
};

std::string node_is(const std::string& variable, const ResourceName& name) {
    const std::string logical_name = "logical_name(" + variable + ") == ";
    std::string condition = logical_name + quoted(name.whole);
    if (name.keyed) condition = "(" + condition + " or " + logical_name + quoted(name.name) + ")";
    if (!name.document.empty()) condition += " and document_path(" + variable + ") == " + quoted(name.document);
    return condition;
}

// `"internet" can reach "Database" on 5432`: packets from anywhere, or from one place of the network to another.
std::string reaches(const Call& call) {
    const ResourceName to = parse_resource(call.argument(1));
    const std::string& port = call.argument(2);
    if (call.argument(0) == "internet") {
        return "some dst: net.Node, net.exposed(dst, open) where " + node_is("dst", to) + " and " + port + " in open";
    }
    return "some src: net.Node, dst: net.Node, net.hop(src, dst, open) where " +
           node_is("src", parse_resource(call.argument(0))) + " and " + node_is("dst", to) + " and " + port +
           " in open";
}

// `"internet" can reach "Database" over any number of hops`: from place to place, on any ports.
std::string gets_at(const Call& call) {
    const std::string to = node_is("dst", parse_resource(call.argument(1)));
    if (call.argument(0) == "internet") return "some dst: net.Node, net.reached(dst) where " + to;
    return "some src: net.Node, dst: net.Node, net.pivot(src, dst) where " +
           node_is("src", parse_resource(call.argument(0))) + " and " + to;
}

class Collector {
  public:
    explicit Collector(const PolicySet& policies) : policies_(policies) {}

    void add(const StepDefinition& step, const Call& call, std::map<std::string, ExpressionSet::Entry>& entries) {
        if (step.needs == Needs::nothing) return;
        const std::string key = ExpressionSet::key_of(step, call);
        const auto [entry, added] = entries.try_emplace(key);
        if (!added) return;
        const std::string name = "step_" + std::to_string(++count_);
        const auto function = [&](const std::string& expression) {
            items_.push_back({key, name, "fn " + name + "() -> bool =\n    (" + expression + "\n    )\n"});
        };
        switch (step.needs) {
            case Needs::nothing:
                return;
            case Needs::flow:
                function(reaches(call));
                return;
            case Needs::chain:
                function(gets_at(call));
                return;
            case Needs::expression:
                entry->second.problem = syntax_problem(call.argument(0));
                if (entry->second.problem.empty()) function(call.argument(0));
                return;
            case Needs::every_type:
                entry->second.problem = every_type(key, name, call);
                return;
        }
    }

    [[nodiscard]] std::vector<Item> take_items() { return std::move(items_); }
    [[nodiscard]] const std::map<std::string, std::string>& aliases() {
        if (aliases_.empty()) aliases_ = aliases_of(policies_);
        return aliases_;
    }

  private:
    std::string every_type(const std::string& key, const std::string& name, const Call& call) {
        const std::string& type = call.argument(0);
        std::string subject = "cfn " + quoted(type);
        if (type.find("::") == std::string::npos) {
            if (entities_.empty()) entities_ = entities_of(policies_, aliases());
            const auto entity = entities_.find(type);
            if (entity != entities_.end()) {
                subject = entity->second;
            } else if (is_terraform_type(type)) {
                subject = "tf " + quoted(type);
            } else {
                std::vector<std::string> known;
                for (const auto& [step_name, module_name] : entities_)
                    known.push_back(step_name);
                for (const std::string_view published : schema::type_names(policies_.schema(), "cfn"))
                    known.emplace_back(published);
                return "there is no resource type and no entity `" + type + "`" + nearest_of(type, known);
            }
        }
        std::string problem = syntax_problem(call.argument(1));
        if (!problem.empty()) return problem;
        items_.push_back({key, name,
                          "policy " + name + " \"a step\" {\n    id STEP-" + std::to_string(count_) +
                              "\n    severity medium\n    for it: " + subject + "\n    require\n        (" +
                              call.argument(1) + "\n        )\n}\n"});
        return {};
    }

    const PolicySet& policies_;
    std::vector<Item> items_;
    std::map<std::string, std::string> aliases_;
    std::map<std::string, std::string> entities_;
    std::uint32_t count_ = 0;
};

std::vector<std::string> network_types_of(const lang::Program& program) {
    std::vector<std::string> types;
    for (const lang::View& view : program.views) {
        const lang::Entity& entity = program.entities[view.entity];
        if (entity.module == "net" && entity.name == "Node") types.push_back(view.type);
    }
    return types;
}

}  // namespace

std::string ExpressionSet::key_of(const StepDefinition& step, const Call& call) {
    std::string key(step.needs == Needs::flow ? "flow" : step.needs == Needs::chain ? "chain" : step.expression);
    const std::size_t count = step.needs == Needs::expression ? 1 : call.arguments.size();
    for (std::size_t i = 0; i < count; ++i)
        key += '\0' + call.argument(i);
    return key;
}

ExpressionSet::ExpressionSet(const std::vector<const Match*>& steps, const PolicySet& policies) {
    Collector collector(policies);
    for (const Match* step : steps) {
        if (step->definition != nullptr && step->problem.empty())
            collector.add(*step->definition, step->call, entries_);
    }
    if (std::vector<Item> items = collector.take_items(); !items.empty()) {
        compiled_ = Compilation(policies, std::move(items), collector.aliases()).run(entries_);
        network_types_ = network_types_of(compiled_.program);
    }
}

const ExpressionSet::Entry& ExpressionSet::entry(const StepDefinition& step, const Call& call) const {
    return entries_.at(key_of(step, call));
}

}  // namespace spile::engine::scenario
