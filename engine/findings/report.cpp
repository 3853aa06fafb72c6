#include "engine/findings/report.hpp"

#include <array>

namespace spile::engine {

namespace {

struct ExitRow {
    ExitReason reason;
    std::string_view word;
    int code;
    int rank;  // the higher wins
};

constexpr std::array<ExitRow, 7> k_exits = {{
    {ExitReason::ok, "ok", 0, 0},
    {ExitReason::violations, "violations", 1, 3},
    {ExitReason::usage, "usage", 2, 5},
    {ExitReason::input, "input", 3, 4},
    {ExitReason::empty, "empty", 4, 1},
    {ExitReason::undetermined, "undetermined", 5, 2},
    {ExitReason::internal, "internal", 70, 6},
}};

const ExitRow& row(ExitReason reason) {
    return k_exits[static_cast<std::size_t>(reason)];
}

}  // namespace

std::string_view word(ExitReason reason) {
    return row(reason).word;
}

int exit_code(ExitReason reason) {
    return row(reason).code;
}

ExitReason worse(ExitReason a, ExitReason b) {
    return row(a).rank < row(b).rank ? b : a;
}

std::string text(const When& when) {
    return when.name + " is " + when.value;
}

}  // namespace spile::engine
