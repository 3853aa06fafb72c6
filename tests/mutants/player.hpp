// A template through the embedded packs, or a policy over a sample template, all the way to reports: what a check does,
// without files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/program/program.hpp"
#include "lang/schema/schema.hpp"
#include "lang/sema/compile.hpp"
#include "lang/source/source_map.hpp"

namespace spile::tests {

enum class End : std::uint8_t { nothing, report, diagnostic };

struct Played {
    End end = End::nothing;
    bool evaluated = false;   // a report with resources
    std::string diagnostics;  // as printed
    std::string report;       // as JSON; empty without one
};

class Player {
  public:
    /// Compiles the embedded packs, once for all templates. Throws where they do not compile.
    explicit Player(std::string sample_template);

    [[nodiscard]] Played play_template(const std::string& path, const std::string& text);
    /// As a policy file of its own, or in place of the standard module with this path.
    [[nodiscard]] Played play_policy(const std::string& path, const std::string& text) const;

  private:
    [[nodiscard]] Played evaluate_template(const std::string& path, const std::string& text,
                                           const lang::Program& program, SourceMap& sources,
                                           DiagnosticSink& sink) const;

    std::string sample_;
    schema::Schema schema_;
    std::vector<lang::ModuleText> modules_;
    SourceMap sources_;
    lang::Program packs_;
};

/// CPU time of this process.
[[nodiscard]] double cpu_seconds();

}  // namespace spile::tests
