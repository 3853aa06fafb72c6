#include "engine/coverage/write.hpp"
#include "engine/mutation/write.hpp"

namespace spile::engine::mutation {

namespace {

std::string_view word(Fate fate) {
    return fate == Fate::killed ? "killed" : fate == Fate::survived ? "survived" : "equivalent";
}

Json::Object figures(const Score& score) {
    const std::string text = coverage::percent(score.score());
    return {{"mutants", score.mutants},
            {"killed", score.killed},
            {"survived", score.survived},
            {"equivalent", score.equivalent},
            {"score", text.substr(0, text.find(' '))}};
}

Json mutant_json(const TestedMutant& tested, const SourceMap& sources) {
    const lang::Mutant& mutant = tested.mutant;
    const LineColumn at = sources.line_column(mutant.where.source, mutant.where.span.begin);
    Json::Object out{{"fingerprint", mutant.fingerprint},
                     {"kind", lang::word(mutant.kind)},
                     {"line", at.line},
                     {"column", at.column},
                     {"original", mutant.original},
                     {"mutated", mutant.mutated},
                     {"fate", word(tested.fate)}};
    switch (tested.fate) {
        case Fate::killed:
            out.emplace_back("killed_by", tested.by);
            break;
        case Fate::survived:
            out.emplace_back("needs", mutant.needs);
            break;
        case Fate::equivalent:
            out.emplace_back("reason", tested.by);
            break;
    }
    return out;
}

}  // namespace

Json write_json(const Mutation& mutation, const SourceMap& sources) {
    Json::Array policies;
    for (const PolicyMutation& policy : mutation.policies) {
        Json::Object row{{"id", policy.id}, {"path", policy.path}, {"scenarios", policy.scenarios}};
        for (auto& figure : figures(policy.score()))
            row.push_back(std::move(figure));
        Json::Array mutants;
        for (const TestedMutant& tested : policy.mutants)
            mutants.push_back(mutant_json(tested, sources));
        row.emplace_back("outcomes", std::move(mutants));
        policies.emplace_back(std::move(row));
    }
    return Json::Object{
        {"policies", std::move(policies)}, {"total", figures(mutation.total())}, {"problems", Json(mutation.problems)}};
}

}  // namespace spile::engine::mutation
