// Which of the loaded policies a run evaluates: --select and --ignore, and what an organisation makes mandatory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// A policy that no repository can leave out. Its findings are waived only by waivers of which `approver` is the owner.
struct MandatoryPolicy {
    std::string id;
    std::string approver;  // empty: cannot be waived
};

struct SelectOptions {
    std::vector<std::string> select;  // globs over ids, names (`s3_encrypted`, `org.storage.s3_encrypted`), aliases
    std::vector<std::string> ignore;  // likewise; wins over select
    std::vector<MandatoryPolicy> mandatory;
};

/// Indices into Program::policies, ascending. Without select globs every policy is selected. A glob that matches no
/// policy and a mandatory policy that is not loaded are errors in the sink, with the nearest name.
[[nodiscard]] std::vector<std::uint32_t> select_policies(const lang::Program& program, const SelectOptions& options,
                                                         DiagnosticSink& sink);

/// The loaded policies' ids, for "did you mean". Views into the program.
[[nodiscard]] std::vector<std::string_view> policy_ids(const lang::Program& program);

}  // namespace spile::engine
