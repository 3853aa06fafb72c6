#include "engine/findings/select.hpp"

#include <algorithm>

#include "engine/findings/glob.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine {

namespace {

bool matches(std::string_view glob, const lang::Policy& policy) {
    const auto is = [&](std::string_view name) { return glob_match(glob, name, GlobOver::name); };
    return is(policy.id) || is(policy.name) || is(policy.module + "." + policy.name) ||
           std::any_of(policy.same_as.begin(), policy.same_as.end(), is);
}

std::vector<bool> chosen_by(const std::vector<std::string>& globs, std::string_view option,
                            const lang::Program& program, DiagnosticSink& sink) {
    std::vector<bool> chosen(program.policies.size(), false);
    for (const std::string& glob : globs) {
        bool any = false;
        for (std::size_t i = 0; i < program.policies.size(); ++i) {
            if (!matches(glob, program.policies[i])) continue;
            chosen[i] = true;
            any = true;
        }
        if (any) continue;
        std::vector<std::string_view> names = policy_ids(program);
        for (const lang::Policy& policy : program.policies) {
            names.push_back(policy.name);
            names.insert(names.end(), policy.same_as.begin(), policy.same_as.end());
        }
        sink.add(
            {.kind = DiagnosticKind::selection_matches_nothing,
             .message = std::string(option) + " `" + glob + "` matches no loaded policy" + did_you_mean(glob, names),
             .help = "`spile policies` lists ids, names and aliases"});
    }
    return chosen;
}

}  // namespace

std::vector<std::string_view> policy_ids(const lang::Program& program) {
    std::vector<std::string_view> ids;
    for (const lang::Policy& policy : program.policies)
        ids.emplace_back(policy.id);
    return ids;
}

std::vector<std::uint32_t> select_policies(const lang::Program& program, const SelectOptions& options,
                                           DiagnosticSink& sink) {
    std::vector<bool> chosen(program.policies.size(), true);
    if (!options.select.empty()) chosen = chosen_by(options.select, "--select", program, sink);
    const std::vector<bool> ignored = chosen_by(options.ignore, "--ignore", program, sink);
    std::vector<bool> mandatory(program.policies.size(), false);
    for (const MandatoryPolicy& pin : options.mandatory) {
        const auto same = [&](const lang::Policy& policy) { return policy.id == pin.id; };
        const auto found = std::find_if(program.policies.begin(), program.policies.end(), same);
        if (found != program.policies.end()) {
            mandatory[static_cast<std::size_t>(found - program.policies.begin())] = true;
            continue;
        }
        sink.add({.kind = DiagnosticKind::mandatory_policy_missing,
                  .message = "the organisation makes `" + pin.id + "` mandatory, but it is not loaded" +
                             did_you_mean(pin.id, policy_ids(program))});
    }
    std::vector<std::uint32_t> selected;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (mandatory[i] || (chosen[i] && !ignored[i])) selected.push_back(static_cast<std::uint32_t>(i));
    }
    return selected;
}

}  // namespace spile::engine
