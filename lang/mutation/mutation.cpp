#include "lang/mutation/mutation.hpp"

#include "lang/base/check.hpp"

namespace spile::lang {

const std::vector<MutationInfo>& all_mutations() {
    static const std::vector<MutationInfo> all = {
#define SPILE_MUTATION(name, what, example, mutant) {MutationKind::name, #name, what, example, mutant},
#include "lang/mutation/mutations.def"
#undef SPILE_MUTATION
    };
    return all;
}

std::string_view word(MutationKind kind) {
    return all_mutations()[static_cast<std::size_t>(kind)].word;
}

Applied::Applied(Program& program, const Mutant& mutant) : program_(&program), change_(mutant.change) {
    SPILE_CHECK(change_.added.empty() || program_->exprs.size() == change_.first_added,
                "a mutant is applied to another program than its own");
    for (const Expr& expr : change_.added)
        program_->exprs.push_back(expr);
    exchange();
}

Applied::~Applied() {
    exchange();
    program_->exprs.resize(program_->exprs.size() - change_.added.size());
}

void Applied::exchange() {
    for (auto& [index, expr] : change_.exprs)
        std::swap(program_->exprs.at(index), expr);
    if (change_.policy) std::swap(program_->policies.at(change_.policy->first), change_.policy->second);
    if (change_.relation) std::swap(program_->relations.at(change_.relation->first), change_.relation->second);
}

}  // namespace spile::lang
