#include "lang/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace spile {

const std::vector<DiagnosticInfo>& all_diagnostics() {
    static const std::vector<DiagnosticInfo> all = {
#define SPILE_DIAGNOSTIC(code, name, severity, title) \
    {DiagnosticKind::name, #code, #name, DiagnosticSeverity::severity, title},
#include "lang/diagnostics/kinds.def"
#undef SPILE_DIAGNOSTIC
    };
    return all;
}

const DiagnosticInfo& info(DiagnosticKind kind) {
    return all_diagnostics().at(static_cast<std::size_t>(kind));
}

std::optional<DiagnosticKind> find_diagnostic(std::string_view code) {
    for (const DiagnosticInfo& each : all_diagnostics()) {
        const bool same = std::equal(code.begin(), code.end(), each.code.begin(), each.code.end(), [](char a, char b) {
            return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
        });
        if (same) return each.kind;
    }
    return std::nullopt;
}

void DiagnosticSink::add(Diagnostic diagnostic) {
    if (info(diagnostic.kind).severity == DiagnosticSeverity::error) ++errors_;
    all_.push_back(std::move(diagnostic));
}

void DiagnosticSink::sort() {
    const auto key = [](const Diagnostic& d) { return std::tie(d.where, d.kind, d.message); };
    std::stable_sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    all_.erase(std::unique(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
               all_.end());
    errors_ = static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [](const Diagnostic& d) {
        return info(d.kind).severity == DiagnosticSeverity::error;
    }));
}

}  // namespace spile
