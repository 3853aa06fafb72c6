// What a mutant is shown as is what it does: the shown text, compiled in the place of the original, gives the program
// that the mutant makes of the compiled one.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "lang/mutation/mutation.hpp"
#include "lang/program/own_parts.hpp"
#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

// Expressions without places and indices. Slots are numbered as they come, and a chain of `and` or `or` is flat,
// because a condition left out has no slots and the parser makes one chain of two.
class Dump {
  public:
    explicit Dump(const Program& program) : program_(program) {}

    void expression(ExprIndex index) {
        const Expr& expr = program_.expr(index);
        out_ << "(" << static_cast<int>(expr.op) << " " << expr.text << " " << slot(expr.slot) << " " << expr.distinct
             << " ";
        if (expr.op == Op::call_function) out_ << program_.functions[expr.index].name;
        if (expr.op == Op::call_relation) out_ << program_.relations[expr.index].name;
        if (expr.op == Op::param) out_ << program_.params[expr.index].name;
        if (expr.op == Op::call_builtin) out_ << expr.index;
        for (const Generator& each : expr.generators)
            generator(each);
        patterns(expr.patterns);
        children(expr);
        if (expr.condition != k_no_expr) expression(expr.condition);
        if (expr.by != k_no_expr) expression(expr.by);
        out_ << ")";
    }
    [[nodiscard]] std::string text() const { return out_.str(); }

  private:
    std::size_t slot(Slot slot) {
        if (slot == k_no_slot) return 0;
        return slots_.emplace(slot, slots_.size() + 1).first->second;
    }

    void children(const Expr& expr) {
        const bool chain = expr.op == Op::conjunction || expr.op == Op::disjunction;
        for (const ExprIndex child : expr.children) {
            if (child == k_no_expr) continue;
            const Expr& below = program_.expr(child);
            if (chain && below.op == expr.op)
                children(below);
            else
                expression(child);
        }
    }

    void patterns(const std::vector<Pattern>& patterns) {
        for (const Pattern& pattern : patterns) {
            out_ << "[" << static_cast<int>(pattern.kind) << " " << slot(pattern.slot) << " ";
            if (pattern.value != k_no_expr) expression(pattern.value);
            out_ << "]";
        }
    }

    void generator(const Generator& generator) {
        const Range& range = generator.range;
        out_ << "<" << static_cast<int>(generator.kind) << " " << slot(generator.slot) << " "
             << slot(generator.value_slot) << " " << range.tool << range.type << static_cast<int>(range.kind);
        if (generator.kind == Generator::Kind::typed && range.kind == Range::Kind::entity)
            out_ << program_.entities[range.entity].module << program_.entities[range.entity].name;
        if (generator.kind == Generator::Kind::relation) out_ << program_.relations[generator.relation].name;
        if (generator.source != k_no_expr) expression(generator.source);
        patterns(generator.patterns);
        out_ << ">";
    }

    const Program& program_;
    std::ostringstream out_;
    std::map<Slot, std::size_t> slots_;
};

std::string parts_of(const Program& program, std::uint32_t policy) {
    std::string out;
    for (const Part& part : own_parts(program, policy)) {
        Dump dump(program);
        for (const AskedExpr& root : part.roots)
            dump.expression(root.expr);
        out += std::to_string(static_cast<int>(part.kind)) + ":" + dump.text() + "\n";
    }
    return out;
}

std::vector<std::string> texts_below(const std::string& folder) {
    std::set<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SPILE_SOURCE_DIR "/" + folder)) {
        if (entry.path().extension() == ".spile") paths.insert(entry.path().string());
    }
    std::vector<std::string> texts;
    for (const std::string& path : paths)
        texts.push_back(read_file(path));
    return texts;
}

struct Tally {
    std::size_t same = 0;
    std::size_t refused = 0;  // by the compiler
    std::string different;
};

// Every `stride`-th mutant of the file's policies.
void compare(const std::string& text, const std::vector<std::string>& library, std::size_t stride, std::size_t& next,
             Tally& tally) {
    Compiled original;
    compile_into(original, {text}, {}, library);
    INFO(original.report());
    REQUIRE(original.codes().empty());
    for (std::uint32_t policy = 0; policy < original.program.policies.size(); ++policy) {
        for (const Mutant& mutant : mutants_of(original.program, original.sources, policy)) {
            if (!mutant.shown.valid() || next++ % stride != 0) continue;
            std::string changed = text;
            const Span at = mutant.shown.span;
            changed.replace(at.begin, at.end - at.begin, mutant.mutated);
            Compiled other;
            compile_into(other, {changed}, {}, library);
            if (!other.codes().empty()) {
                ++tally.refused;
                continue;
            }
            const Applied applied(original.program, mutant);
            if (parts_of(original.program, policy) == parts_of(other.program, policy))
                ++tally.same;
            else
                tally.different +=
                    std::string(word(mutant.kind)) + ": " + mutant.original + "\n  -> " + mutant.mutated + "\n";
        }
    }
}

}  // namespace

TEST_CASE("a mutant is what its text says") {
    const std::vector<std::string> library = texts_below("stdlib");
    Tally tally;
    std::size_t next = 0;
    for (const std::string& text : texts_below("policies"))
        compare(text, library, 1, next, tally);
    INFO(tally.different);
    CHECK(tally.different.empty());
    CHECK(tally.same > 1000);
    CHECK(tally.refused <
          tally.same / 4);  // what the compiler refuses: a value that may be missing, texts without an order
}
