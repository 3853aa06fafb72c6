#include "engine/scenario/terraform/configuration.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <span>

#include "engine/scenario/terraform/expression.hpp"

namespace spile::engine::scenario::terraform {

namespace {

using Modules = std::span<const ModuleStep>;

struct Resource {
    Address address;  // of the first instance
    std::set<std::string> keys;
    std::vector<std::string> names;
    std::vector<ConfigExpression> expressions;
};

struct Call;

struct Module {
    std::vector<Resource> resources;
    std::vector<std::unique_ptr<Call>> calls;
    std::vector<std::pair<std::string, ConfigExpression>> outputs;
    std::vector<std::string> variables;
    std::map<std::string, std::string> output_names;  // what is handed out -> name
    // What is handed in: by its name, what it is for each instance of the module.
    std::map<std::string, std::map<std::string, std::string>> handed_in;
};

struct Call {
    std::string name;
    std::set<std::string> keys;
    std::vector<std::pair<std::string, ConfigExpression>> inputs;
    Module module;
};

// "aws_s3_bucket.logs" + ".id" -> "aws_s3_bucket_logs_id".
std::string identifier(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain || (!out.empty() && out.back() != '_')) out += plain ? c : '_';
    }
    while (out.ends_with('_'))
        out.pop_back();
    return out;
}

template <class Entries>
ConfigExpression& entry(Entries& entries, const std::string& name, const ConfigExpression& first) {
    for (auto& [own, expression] : entries)
        if (own == name) return expression;
    return entries.emplace_back(name, first).second;
}

PlanValue keys_of(const std::set<std::string>& keys) {
    PlanValue made = PlanValue::map();
    std::size_t count = 0;
    for (const std::string& key : keys)
        count = std::max<std::size_t>(count, key.size() < 10 ? std::stoul(key) + 1 : 0);
    return made.add("constant_value", PlanValue::of_number(count));
}

class Builder {
  public:
    Result<PlanValue> build(const std::vector<PlannedResource>& resources) {
        for (const PlannedResource& resource : resources)
            if (resource.after) add(resource);
        if (!error_.empty()) return Error{error_};
        PlanValue providers = PlanValue::map();
        for (const std::string& provider : providers_) {
            PlanValue one = PlanValue::map();
            one.add("name", PlanValue::of_text(provider));
            one.add("full_name", PlanValue::of_text(provider_of(provider + "_")));
            providers.add(provider, std::move(one));
        }
        PlanValue made = PlanValue::map();
        made.add("provider_config", std::move(providers));
        made.add("root_module", json_of_module(root_));
        return made;
    }

  private:
    static std::string local_provider(const std::string& type) { return type.substr(0, type.find('_')); }

    void add(const PlannedResource& planned) {
        const Address& address = planned.address;
        providers_.insert(local_provider(address.type));
        Module& module = enter(address.modules);
        const std::string name = resource_text(address);
        auto found = std::find_if(module.resources.begin(), module.resources.end(),
                                  [&](const Resource& each) { return resource_text(each.address) == name; });
        if (found == module.resources.end()) {
            module.resources.emplace_back().address = address;
            found = std::prev(module.resources.end());
        }
        instance(found->keys, address.key, name);
        const auto position = static_cast<std::size_t>(found - module.resources.begin());
        const Stated& stated = planned.stated->attributes;
        for (std::size_t i = 0; i < stated.keys.size(); ++i) {
            if (unset(stated.items[i])) continue;
            const PlanValue* value = planned.after->find(stated.keys[i]);
            join(enter(address.modules).resources[position], stated.keys[i],
                 expression(address, stated.items[i], *value));
        }
    }

    // A configuration that says null says nothing.
    static bool unset(const Stated& stated) { return stated.kind == Stated::Kind::null || stated.computed; }

    static void join(Resource& resource, const std::string& name, const ConfigExpression& expression) {
        const auto found = std::find(resource.names.begin(), resource.names.end(), name);
        if (found != resource.names.end()) {
            merge(resource.expressions[static_cast<std::size_t>(found - resource.names.begin())], expression);
            return;
        }
        resource.names.push_back(name);
        resource.expressions.push_back(expression);
    }

    // All instances have keys of one kind: none, numbers, or texts.
    void instance(std::set<std::string>& keys, const std::string& key, const std::string& name) {
        const auto kind = [](const std::string& each) { return each.empty() ? 0 : is_count_key(each) ? 1 : 2; };
        if (!keys.empty() && kind(*keys.begin()) != kind(key) && error_.empty())
            error_ = "the instances of `" + name +
                     "` have keys of different kinds; all have none, all have numbers (count) or all have texts "
                     "(for_each)";
        keys.insert(key);
    }

    Module& enter(Modules path) {
        Module* at = &root_;
        for (const ModuleStep& step : path) {
            auto found = std::find_if(at->calls.begin(), at->calls.end(),
                                      [&](const std::unique_ptr<Call>& call) { return call->name == step.name; });
            if (found == at->calls.end()) {
                at->calls.push_back(std::make_unique<Call>());
                at->calls.back()->name = step.name;
                found = std::prev(at->calls.end());
            }
            instance((*found)->keys, step.key, "module." + step.name);
            at = &(*found)->module;
        }
        return *at;
    }

    static Call& call_of(Module& module, const std::string& name) {
        return **std::find_if(module.calls.begin(), module.calls.end(),
                              [&](const std::unique_ptr<Call>& call) { return call->name == name; });
    }

    // ---- one instance's expression

    ConfigExpression expression(const Address& from, const Stated& stated, const PlanValue& value) {
        ConfigExpression made;
        const bool maps = stated.kind == Stated::Kind::list && !stated.items.empty() && !stated.sensitive &&
                          std::all_of(stated.items.begin(), stated.items.end(), [](const Stated& item) {
                              return item.kind == Stated::Kind::map && !item.sensitive;
                          });
        if (maps) {
            made.kind = ConfigExpression::Kind::blocks;
            for (std::size_t i = 0; i < stated.items.size(); ++i)
                made.blocks.push_back(block(from, stated.items[i], value.items[i]));
            return made;
        }
        if (computed(stated)) {
            collect(from, stated, made.references);
        } else {
            made.kind = ConfigExpression::Kind::constant;
            made.constant = value;
        }
        return made;
    }

    ConfigExpression::Block block(const Address& from, const Stated& stated, const PlanValue& value) {
        ConfigExpression::Block made;
        for (std::size_t i = 0; i < stated.items.size(); ++i) {
            if (unset(stated.items[i])) continue;
            made.names.push_back(stated.keys[i]);
            made.expressions.push_back(expression(from, stated.items[i], value.items[i]));
        }
        return made;
    }

    // A literal in the configuration would show what is sensitive.
    static bool computed(const Stated& stated) {
        return stated.kind == Stated::Kind::unknown || stated.kind == Stated::Kind::reference || stated.sensitive ||
               std::any_of(stated.items.begin(), stated.items.end(), computed);
    }

    void collect(const Address& from, const Stated& stated, std::vector<ConfigReference>& to) {
        if (stated.kind == Stated::Kind::reference) {
            ConfigReference made = reference(from, stated);
            if (std::find(to.begin(), to.end(), made) == to.end()) to.push_back(std::move(made));
        }
        for (const Stated& item : stated.items)
            collect(from, item, to);
    }

    // ---- references across modules

    ConfigReference reference(const Address& from, const Stated& stated) {
        const Address& target = stated.target;
        std::size_t common = 0;
        while (common < from.modules.size() && common < target.modules.size() &&
               from.modules[common] == target.modules[common])
            ++common;
        ConfigReference made{{}, resource_text(target), target.key, "." + stated.text};
        const std::string what = made.prefix + made.rest;
        const Modules out(target.modules);
        for (std::size_t i = out.size(); i > common; --i) {
            const std::string name = hand_out(enter(out.first(i)), made);
            made = {{}, "module." + out[i - 1].name, out[i - 1].key, "." + name};
        }
        const Modules in(from.modules);
        for (std::size_t i = common; i < in.size(); ++i) {
            Module& caller = enter(in.first(i));
            Call& call = call_of(caller, in[i].name);
            const std::string name = hand_in(call.module, identifier(what),
                                             module_text({in.begin(), in.begin() + static_cast<std::ptrdiff_t>(i) + 1}),
                                             text(target) + made.rest);
            made.own_key = in[i].key;
            ConfigExpression input;
            input.references.push_back(made);
            merge(entry(call.inputs, name, input), input);
            made = {{}, "var." + name, {}, {}};
        }
        made.own_key = from.key;
        return made;
    }

    static std::string hand_out(Module& module, const ConfigReference& reference) {
        const std::string what = reference.prefix + "[" + reference.key + "]" + reference.rest;
        if (const auto known = module.output_names.find(what); known != module.output_names.end()) return known->second;
        std::string name = identifier(what);
        while (std::any_of(module.outputs.begin(), module.outputs.end(),
                           [&](const auto& output) { return output.first == name; }))
            name += "_2";
        ConfigExpression made;
        made.references.push_back(reference);
        module.outputs.emplace_back(name, made);
        module.output_names.emplace(what, name);
        return name;
    }

    // A variable is one thing for each instance of its module.
    static std::string hand_in(Module& module, std::string name, const std::string& instance, const std::string& what) {
        for (;; name += "_2") {
            const auto known = module.handed_in.find(name);
            if (known == module.handed_in.end()) {
                module.variables.push_back(name);
                module.handed_in[name][instance] = what;
                return name;
            }
            const auto [own, added] = known->second.emplace(instance, what);
            if (added || own->second == what) return name;
        }
    }

    // ---- writing

    static void add_keys(PlanValue& made, const std::set<std::string>& keys) {
        if (keys.empty() || keys.begin()->empty()) return;
        if (is_count_key(*keys.begin()))
            made.add("count_expression", keys_of(keys));
        else
            made.add("for_each_expression", PlanValue::map());
    }

    static PlanValue json_of_resource(const Resource& resource) {
        PlanValue made = PlanValue::map();
        made.add("address", PlanValue::of_text(resource_text(resource.address)));
        made.add("mode", PlanValue::of_text(resource.address.data ? "data" : "managed"));
        made.add("type", PlanValue::of_text(resource.address.type));
        made.add("name", PlanValue::of_text(resource.address.name));
        made.add("provider_config_key", PlanValue::of_text(local_provider(resource.address.type)));
        PlanValue expressions = PlanValue::map();
        for (std::size_t i = 0; i < resource.names.size(); ++i)
            expressions.add(resource.names[i], json_of(resource.expressions[i]));
        made.add("expressions", std::move(expressions));
        made.add("schema_version", PlanValue::of_number(0));
        add_keys(made, resource.keys);
        return made;
    }

    static PlanValue json_of_module(const Module& module) {
        PlanValue made = PlanValue::map();
        if (!module.outputs.empty()) {
            PlanValue outputs = PlanValue::map();
            for (const auto& [name, expression] : module.outputs)
                outputs.add(name, PlanValue::map().add("expression", json_of(expression)));
            made.add("outputs", std::move(outputs));
        }
        if (!module.resources.empty()) {
            PlanValue resources = PlanValue::list();
            for (const Resource& resource : module.resources)
                resources.add(json_of_resource(resource));
            made.add("resources", std::move(resources));
        }
        if (!module.calls.empty()) {
            PlanValue calls = PlanValue::map();
            for (const std::unique_ptr<Call>& call : module.calls)
                calls.add(call->name, json_of_call(*call));
            made.add("module_calls", std::move(calls));
        }
        if (!module.variables.empty()) {
            PlanValue variables = PlanValue::map();
            for (const std::string& name : module.variables)
                variables.add(name, PlanValue::map());
            made.add("variables", std::move(variables));
        }
        return made;
    }

    static PlanValue json_of_call(const Call& call) {
        PlanValue made = PlanValue::map();
        made.add("source", PlanValue::of_text("./" + call.name));
        if (!call.inputs.empty()) {
            PlanValue inputs = PlanValue::map();
            for (const auto& [name, expression] : call.inputs)
                inputs.add(name, json_of(expression));
            made.add("expressions", std::move(inputs));
        }
        add_keys(made, call.keys);
        made.add("module", json_of_module(call.module));
        return made;
    }

    Module root_;
    std::set<std::string> providers_;
    std::string error_;
};

}  // namespace

Result<PlanValue> configuration_of(const std::vector<PlannedResource>& resources) {
    return Builder().build(resources);
}

std::string provider_of(const std::string& type) {
    const std::string local = type.substr(0, type.find('_'));
    return local == "terraform" ? "terraform.io/builtin/terraform" : "registry.terraform.io/hashicorp/" + local;
}

}  // namespace spile::engine::scenario::terraform
