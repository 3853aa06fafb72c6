// Mutants: policies with one small mistake, to see whether their scenarios notice. A mutant is a change of the compiled
// program, nothing is compiled again; the source text is read only to show it. The operators are those of DeMillo,
// Lipton and Sayward (Hints on Test Data Selection, 1978), fitted to conditions with three truth values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lang/program/program.hpp"
#include "lang/source/source_map.hpp"

namespace spile::lang {

enum class MutationKind : std::uint8_t {
#define SPILE_MUTATION(name, what, example, mutant) name,
#include "lang/mutation/mutations.def"
#undef SPILE_MUTATION
};

/// What mutations.def says of a kind.
struct MutationInfo {
    MutationKind kind;
    std::string_view word;
    std::string_view what;
    std::string_view example;
    std::string_view mutant;
};
[[nodiscard]] const std::vector<MutationInfo>& all_mutations();
[[nodiscard]] std::string_view word(MutationKind kind);

/// What is put into the program in the place of what is there.
struct ProgramChange {
    std::vector<std::pair<ExprIndex, Expr>> exprs;
    std::vector<Expr> added;  // from `first_added` on
    ExprIndex first_added = k_no_expr;
    std::optional<std::pair<std::uint32_t, Policy>> policy;
    std::optional<std::pair<std::uint32_t, Relation>> relation;
};

struct Mutant {
    MutationKind kind = MutationKind::equality;
    std::uint32_t policy = 0;
    SourceSpan where;         // what is written differently
    SourceSpan shown;         // what `mutated` stands for; invalid where that is no text of a policy
    std::string original;     // the expression around it, on one line
    std::string mutated;      // the same with the mistake
    std::string needs;        // the smallest input that tells them apart: "a resource whose `…` is 3"
    std::string fingerprint;  // 8 hexadecimal digits of policy id, kind and both texts: survives moving the text
    ProgramChange change;
};

/// The mutants of a policy: of its own expressions and of what its own file adds to it, in order of place.
[[nodiscard]] std::vector<Mutant> mutants_of(const Program& program, const SourceMap& sources, std::uint32_t policy);

/// A program that is a mutant as long as this lives. The program must be the one that the mutant was made from, and no
/// other mutant may be applied to it meanwhile.
class Applied {
  public:
    Applied(Program& program, const Mutant& mutant);
    Applied(const Applied&) = delete;
    Applied& operator=(const Applied&) = delete;
    ~Applied();

  private:
    void exchange();

    Program* program_;
    ProgramChange change_;
};

}  // namespace spile::lang
