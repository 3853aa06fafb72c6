#include "engine/eval/query.hpp"

#include <map>
#include <set>

#include "engine/eval/evaluate.hpp"
#include "engine/eval/explain/explain.hpp"
#include "engine/eval/explain/tree.hpp"

namespace spile::engine {

namespace {

constexpr std::size_t k_answers = 64;

std::string place(const SourceMap& sources, const Origin* at) {
    if (at == nullptr) return {};
    const LineColumn where = sources.line_column(at->span.source, at->span.span.begin);
    return "  " + std::string(sources.path(at->span.source)) + ":" + std::to_string(where.line) + ":" +
           std::to_string(where.column);
}

}  // namespace

std::vector<QueryAnswer> query(Evaluation& evaluation, lang::ExprIndex root, lang::Slot frame_size) {
    GuardSpace& guards = evaluation.guards();
    RelationStore relations(evaluation);
    std::vector<QueryAnswer> answers;
    Guard remaining = k_always;
    for (std::size_t i = 0; i < k_answers && remaining != k_never; ++i) {
        WorldRelationView view(relations);
        WorldEvaluator world(
            evaluation, guards.least_world(remaining),
            [&](std::uint32_t r, Era era) -> const std::vector<WorldTuple>& { return view.tuples(r, era); });
        view.attach(world);
        Frame frame(frame_size);
        const Value value = world.resolve_deep(world.value(root, frame));
        QueryAnswer answer;
        answer.value = value.is(Kind::missing) ? "missing" : display(value, evaluation.operands());
        if (value.is(Kind::list)) {
            for (const Element& element : value.elements()) {
                answer.items.push_back(display(element.value, evaluation.operands()) +
                                       (element.must == k_always ? "" : " (perhaps)"));
            }
        }
        Cube cube;
        for (const AtomId atom : world.consulted())
            cube.emplace_back(atom, world.world()[atom.value]);
        answer.where = guards.conjoin(guards.of(cube), remaining);
        remaining = guards.without(remaining, answer.where);
        bool known = false;
        for (QueryAnswer& earlier : answers) {
            if (earlier.value != answer.value || earlier.items != answer.items) continue;
            earlier.where = guards.disjoin(earlier.where, answer.where);
            known = true;
        }
        if (!known) answers.push_back(std::move(answer));
    }
    return answers;
}

std::string explain_text(Evaluation& evaluation, std::uint32_t index, const std::string& wanted) {
    const lang::Policy& policy = evaluation.program().policies[index];
    GuardSpace& guards = evaluation.guards();
    const SourceMap& sources = evaluation.graph().sources();
    RelationStore relations(evaluation);
    EvaluateOptions options;
    options.selected = [&](const lang::Policy& each) { return &each == &policy; };
    std::string out;
    const std::vector<Outcome> outcomes = evaluate(evaluation, options);
    std::map<std::string, std::set<std::uint32_t>> documents;  // that have something at an address
    for (const Outcome& outcome : outcomes) {
        const Unit& unit = evaluation.graph().unit(outcome.subject);
        documents[std::string(unit.address)].insert(unit.document.value);
    }
    for (const Outcome& outcome : outcomes) {
        const Unit& unit = evaluation.graph().unit(outcome.subject);
        if (!wanted.empty() && wanted != unit.name && wanted != unit.address) continue;
        const VerdictGuards& verdicts = outcome.guards;
        const Guard where = outcome.verdict == Verdict::fail   ? verdicts.fail
                            : outcome.verdict == Verdict::pass ? verdicts.pass
                            : outcome.verdict == Verdict::not_applicable
                                ? verdicts.not_applicable
                                : guards.disjoin(verdicts.unknown, verdicts.error);
        WorldRelationView view(relations);
        WorldEvaluator world(
            evaluation, guards.least_world(where),
            [&](std::uint32_t r, Era era) -> const std::vector<WorldTuple>& { return view.tuples(r, era); });
        view.attach(world);
        Value subject;
        const auto meant = [&](Value each, Truth) {
            const bool same =
                Evaluation::unit_of(each) == outcome.subject &&
                (!each.is(Kind::entity) || (each.entity().key == outcome.key && each.entity().path == outcome.path));
            if (same) subject = each;
            return !same;
        };
        world.subjects(policy.subject, Era::after, meant, [](Value, Truth) { return true; });
        const std::string document = documents[std::string(unit.address)].size() > 1
                                         ? " of " + evaluation.graph().document(unit.document).path
                                         : "";
        out += policy.id + " " + std::string(unit.address) + document +
               (outcome.key.empty() ? "" : " (" + outcome.key + ")") + ": " + std::string(word(outcome.verdict));
        std::string cube_text;
        for (const auto& [atom, value_class] : guards.least_cube(where)) {
            cube_text += (cube_text.empty() ? " when " : ", ") + guards.atom(atom).name + " = " +
                         guards.atom(atom).classes[value_class];
        }
        out += cube_text + "\n";
        if (subject.is(Kind::missing)) continue;
        for (const TreeLine& line : explain_tree(world, policy, subject)) {
            out += std::string(static_cast<std::size_t>(2 + 2 * line.depth), ' ') + line.text;
            if (!line.result.empty()) out += "  →  " + line.result;
            if (!line.note.empty()) out += "  (" + line.note + ")";
            out += place(sources, line.at) + "\n";
        }
    }
    return out;
}

}  // namespace spile::engine
