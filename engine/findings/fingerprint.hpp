// The identity of a finding: the same from run to run while lines move, messages change and parameters vary.
#pragma once

#include <string>
#include <string_view>

namespace spile::engine {

/// What identity is made of (docs/decisions/0004-report-and-identity.md). `path` is the dotted logical place inside the
/// document.
struct FindingIdentity {
    std::string_view policy;
    std::string_view document;
    std::string_view address;
    std::string_view key;
    std::string_view path;
};

/// 32 hex digits: FNV-1a, 128 bits, over the fields, each preceded by its length (so that no two field lists give the
/// same bytes). Not made to withstand forgery: who compares fingerprints with a list compares the readable fields too.
/// (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm.)
[[nodiscard]] std::string fingerprint(const FindingIdentity& identity);

}  // namespace spile::engine
