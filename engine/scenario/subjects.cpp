#include "engine/scenario/subjects.hpp"

#include <algorithm>
#include <set>

namespace spile::engine::scenario {

namespace {

bool same_subject(const Finding& finding, const lang::Policy& policy, const Unit& unit, const std::string& document,
                  const std::string& key) {
    return finding.policy == policy.id && finding.subject.address == unit.address &&
           finding.subject.document == document && finding.subject.key == key;
}

Judged judged(const Evaluated& evaluated, const Outcome& outcome) {
    Judged made{outcome.policy, &outcome, {}};
    const Unit& unit = evaluated.graph().unit(outcome.subject);
    const std::string& document = evaluated.graph().document(unit.document).path;
    const lang::Policy& policy = evaluated.program().policies[outcome.policy];
    for (const Finding& finding : evaluated.report.findings) {
        if (same_subject(finding, policy, unit, document, outcome.key)) made.findings.push_back(&finding);
    }
    return made;
}

bool names_unit(const ResourceName& name, const FactGraph& graph, const Unit& unit) {
    return names_unit(name, graph.document(unit.document).path, unit.name, unit.address);
}

std::vector<const Outcome*> outcomes_of(const Evaluated& evaluated, const ResourceName& name) {
    std::vector<const Outcome*> found;
    for (const Outcome& outcome : *evaluated.outcomes) {
        const Unit& unit = evaluated.graph().unit(outcome.subject);
        if (names(name, evaluated.graph().document(unit.document).path, unit.name, unit.address, outcome.key))
            found.push_back(&outcome);
    }
    return found;
}

std::string full_name(const FactGraph& graph, const Outcome& outcome) {
    const Unit& unit = graph.unit(outcome.subject);
    return graph.document(unit.document).path + ":" + subject_text(unit.address, outcome.key);
}

Error several(const Evaluated& evaluated, const std::string& resource, const std::vector<const Outcome*>& found) {
    std::vector<std::string> names;
    for (const Outcome* outcome : found) {
        const Unit& unit = evaluated.graph().unit(outcome->subject);
        const bool by_key = found.front()->subject == outcome->subject && !outcome->key.empty();
        names.push_back(by_key ? subject_text(unit.name, outcome->key) : full_name(evaluated.graph(), *outcome));
    }
    return Error{"`" + resource + "` names several subjects; write one of " + listed(names)};
}

// The resource is there, the policy has no verdict for it.
Error no_subject(const Evaluated& evaluated, std::uint32_t index, const std::string& resource,
                 const ResourceName& name) {
    const lang::Policy& policy = evaluated.program().policies[index];
    std::vector<std::string> others;
    std::vector<std::string> keys;
    for (const Outcome& outcome : *evaluated.outcomes) {
        if (outcome.policy != index) continue;
        const Unit& unit = evaluated.graph().unit(outcome.subject);
        if (names_unit(name, evaluated.graph(), unit)) keys.push_back(subject_text(unit.name, outcome.key));
        others.push_back(subject_text(unit.name, outcome.key));
    }
    if (!keys.empty())
        return Error{"`" + resource + "` is no subject of " + policy.id + "; those of this resource are " +
                     listed(keys)};
    std::string type;
    for (const Unit& unit : evaluated.graph().units()) {
        if (may_be_named(unit) && names_unit(name, evaluated.graph(), unit)) type = unit.type;
    }
    return Error{policy.id + " has no verdict for `" + resource + "`, which is " + type + ": it is for " +
                 subject_type(evaluated.program(), policy) +
                 (others.empty() ? "; `nothing was evaluated` says that it finds none here"
                                 : "; its subjects here are " + listed(others))};
}

}  // namespace

// What a plan deletes is a subject of policies about changes.
bool may_be_named(const Unit& unit) {
    return (unit.kind == UnitKind::resource || unit.kind == UnitKind::removed) && !unit.external;
}

Result<std::uint32_t> find_policy(const lang::Program& program, const std::string& text) {
    std::vector<std::string> known;
    for (std::uint32_t i = 0; i < program.policies.size(); ++i) {
        const lang::Policy& policy = program.policies[i];
        if (policy.id == text || policy.name == text || policy.module + "." + policy.name == text) return i;
        known.push_back(policy.id);
    }
    for (const lang::Policy& policy : program.policies)
        known.push_back(policy.name);
    return Error{"there is no policy `" + text + "`" + nearest_of(text, known)};
}

Result<std::vector<std::uint32_t>> find_pack(const lang::Program& program, const std::string& module) {
    std::vector<std::uint32_t> found;
    std::set<std::string> known;
    for (std::uint32_t i = 0; i < program.policies.size(); ++i) {
        const std::string& own = program.policies[i].module;
        if (own == module || own.starts_with(module + ".")) found.push_back(i);
        for (std::size_t dot = own.find('.'); dot != std::string::npos; dot = own.find('.', dot + 1))
            known.insert(own.substr(0, dot));
        known.insert(own);
    }
    if (!found.empty()) return found;
    return Error{"no loaded policy is of a module at or below `" + module + "`" +
                 nearest_of(module, {known.begin(), known.end()})};
}

Result<std::uint32_t> only_policy(const Evaluated& evaluated) {
    if (evaluated.policies.size() == 1) return evaluated.policies.front();
    return Error{std::to_string(evaluated.policies.size()) +
                 " policies were evaluated; say which: `the verdict of ID for … is …`"};
}

std::vector<std::string> resource_names(const FactGraph& graph) {
    std::vector<std::string> names;
    for (const Unit& unit : graph.units()) {
        if (may_be_named(unit)) names.emplace_back(unit.name);
    }
    return names;
}

Answer must_be_declared(const FactGraph& graph, const std::string& resource) {
    const ResourceName name = parse_resource(resource);
    std::set<std::string> documents;
    for (const Unit& unit : graph.units()) {
        if (!may_be_named(unit)) continue;
        if (names_unit(name, graph, unit)) return std::nullopt;
        documents.insert(graph.document(unit.document).path);
    }
    std::vector<std::string> known = resource_names(graph);
    std::string where = "in the documents";
    if (!name.document.empty() && !documents.contains(name.document)) {
        where = "in `" + name.document + "`";
        known.assign(documents.begin(), documents.end());
        for (std::string& document : known)
            document += ":" + name.name;
    }
    const std::string near = nearest_of(resource, known);
    return Failure{"there is no resource `" + resource + "` " + where +
                       (!near.empty()   ? near
                        : known.empty() ? "; they declare none"
                                        : "; there are " + listed(known)),
                   {}};
}

Result<Judged> judge(const Evaluated& evaluated, std::uint32_t policy, const std::string& resource) {
    if (const Answer missing = must_be_declared(evaluated.graph(), resource)) return Error{missing->message};
    const ResourceName name = parse_resource(resource);
    std::vector<const Outcome*> found = outcomes_of(evaluated, name);
    std::erase_if(found, [&](const Outcome* outcome) { return outcome->policy != policy; });
    if (found.size() > 1) return several(evaluated, resource, found);
    if (!found.empty()) return judged(evaluated, *found.front());
    if (!std::binary_search(evaluated.policies.begin(), evaluated.policies.end(), policy))
        return Error{evaluated.program().policies[policy].id + " was not evaluated"};
    return no_subject(evaluated, policy, resource, name);
}

Result<Judged> judge_finding(const Evaluated& evaluated, const std::string& resource) {
    if (evaluated.policies.size() == 1) return judge(evaluated, evaluated.policies.front(), resource);
    if (const Answer missing = must_be_declared(evaluated.graph(), resource)) return Error{missing->message};
    std::vector<const Outcome*> found = outcomes_of(evaluated, parse_resource(resource));
    std::erase_if(found, [](const Outcome* outcome) { return outcome->findings.empty(); });
    std::vector<std::string> ids;
    for (const Outcome* outcome : found)
        ids.push_back(evaluated.program().policies[outcome->policy].id);
    if (found.size() == 1) return judged(evaluated, *found.front());
    if (found.empty()) return Error{"no policy that was evaluated has a finding for `" + resource + "`"};
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() == 1) return several(evaluated, resource, found);
    return Error{"several policies have findings for `" + resource + "`: " + listed(ids) +
                 "; evaluate one, or use `the findings are exactly:`"};
}

std::string subject_type(const lang::Program& program, const lang::Policy& policy) {
    const lang::Range& range = policy.subject;
    const std::string scope = range.scope == lang::Range::Scope::change     ? "change of "
                              : range.scope == lang::Range::Scope::external ? "external "
                                                                            : "";
    switch (range.kind) {
        case lang::Range::Kind::raw:
            return scope + range.type;
        case lang::Range::Kind::resource:
            return scope + "any resource";
        case lang::Range::Kind::entity:
            break;
    }
    const lang::Entity& entity = program.entities[range.entity];
    return scope + entity.module.substr(entity.module.rfind('.') + 1) + "." + entity.name;
}

std::string verdict_text(Verdict verdict) {
    return verdict == Verdict::not_applicable ? "not applicable" : std::string(word(verdict));
}

std::string described(const Finding& finding) {
    std::string out = finding.message + " (" + place_text(finding.location);
    if (!finding.when.empty()) out += ", when " + when_text(finding.when);
    if (!finding.cause.empty()) out += ", undecided: " + finding.cause;
    if (finding.waived) out += ", waived";
    return out + ")";
}

std::string described(const Judged& judged) {
    std::string out;
    for (const Finding* finding : judged.findings)
        out += "\n" + verdict_text(finding->verdict) + ": " + described(*finding);
    return out;
}

Failure differs(std::string message, std::string expected, std::string actual) {
    return {std::move(message),
            {{Difference::Kind::missing, std::move(expected)}, {Difference::Kind::unexpected, std::move(actual)}}};
}

}  // namespace spile::engine::scenario
