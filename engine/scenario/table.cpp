#include "engine/scenario/table.hpp"

#include <algorithm>
#include <array>

namespace spile::engine::scenario {

namespace {

using Row = std::vector<std::string>;

struct Column {
    std::string_view name;
    std::string (*text)(const Finding&);
};

constexpr std::array<Column, 11> k_columns = {{
    {"policy", [](const Finding& f) { return f.policy; }},
    {"resource", [](const Finding& f) { return subject_text(f.subject.name, f.subject.key); }},
    {"verdict", [](const Finding& f) { return verdict_text(f.verdict); }},
    {"severity", [](const Finding& f) { return std::string(lang::word(f.severity)); }},
    {"document", [](const Finding& f) { return f.location.path; }},
    {"line", [](const Finding& f) { return std::to_string(f.location.line); }},
    {"column", [](const Finding& f) { return std::to_string(f.location.column); }},
    {"message", [](const Finding& f) { return f.message; }},
    {"when", [](const Finding& f) { return when_text(f.when); }},
    {"cause", [](const Finding& f) { return f.cause; }},
    {"waived", [](const Finding& f) { return f.waived ? f.waived->source : std::string(); }},
}};

Result<std::vector<const Column*>> columns_of(const Row& header) {
    std::vector<std::string> known;
    for (const Column& column : k_columns)
        known.emplace_back(column.name);
    std::vector<const Column*> columns;
    for (const std::string& cell : header) {
        const auto found =
            std::find_if(k_columns.begin(), k_columns.end(), [&](const Column& c) { return c.name == cell; });
        if (found == k_columns.end())
            return Error{"there is no column `" + cell + "`" + nearest_of(cell, known) + " There are " + listed(known)};
        columns.push_back(&*found);
    }
    return columns;
}

// A cell holds the value itself; a resource may also be written as address or with its document, a policy by name.
bool holds(const Column& column, const std::string& cell, const Finding& finding, const lang::Program& program) {
    if (column.text(finding) == cell) return true;
    if (column.name == "resource") {
        return names(parse_resource(cell), finding.subject.document, finding.subject.name, finding.subject.address,
                     finding.subject.key);
    }
    if (column.name != "policy") return false;
    const Result<std::uint32_t> policy = find_policy(program, cell);
    return policy.ok() && program.policies[policy.value()].id == finding.policy;
}

// Names that mean nothing are mistakes of their own, not findings that are not there.
Answer unknown_names(const Evaluated& evaluated, const std::vector<const Column*>& columns,
                     const std::vector<Row>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) {
            const std::string& cell = rows[i][j];
            if (columns[j]->name == "policy") {
                const Result<std::uint32_t> policy = find_policy(evaluated.program(), cell);
                if (!policy.ok()) return Failure{policy.error().message, {}};
            }
            if (columns[j]->name == "resource") {
                if (Answer missing = must_be_declared(evaluated.graph(), cell)) return missing;
            }
            if (columns[j]->name == "verdict") {
                const Result<Verdict> verdict = parse_verdict(cell);
                if (!verdict.ok()) return Failure{verdict.error().message, {}};
            }
            if (columns[j]->name == "severity" && !lang::parse_severity(cell)) {
                return Failure{"there is no severity `" + cell + "`" +
                                   nearest_of(cell, {"info", "low", "medium", "high", "critical"}),
                               {}};
            }
        }
    }
    return std::nullopt;
}

// Cells under each other, as in the feature.
std::vector<std::string> aligned(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths(rows.front().size());
    for (const Row& row : rows) {
        for (std::size_t j = 0; j < row.size(); ++j)
            widths[j] = std::max(widths[j], row[j].size());
    }
    std::vector<std::string> lines;
    for (const Row& row : rows) {
        std::string line = "|";
        for (std::size_t j = 0; j < row.size(); ++j)
            line += " " + row[j] + std::string(widths[j] - row[j].size(), ' ') + " |";
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

Answer compare_findings(const Evaluated& evaluated, const std::vector<Row>& rows) {
    if (rows.size() < 2) return Failure{"the table holds no finding; `there are no findings` says so", {}};
    const Result<std::vector<const Column*>> columns = columns_of(rows.front());
    if (!columns.ok()) return Failure{columns.error().message, {}};
    if (Answer wrong = unknown_names(evaluated, columns.value(), rows)) return wrong;
    const bool with_waived = std::find(rows.front().begin(), rows.front().end(), "waived") != rows.front().end();
    std::vector<const Finding*> left;
    for (const Finding& finding : evaluated.report.findings) {
        if (with_waived || !finding.waived) left.push_back(&finding);
    }
    std::vector<Row> shown{rows.front()};
    std::vector<Difference::Kind> kinds{Difference::Kind::same};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto is_row = [&](const Finding* finding) {
            for (std::size_t j = 0; j < columns.value().size(); ++j) {
                if (!holds(*columns.value()[j], rows[i][j], *finding, evaluated.program())) return false;
            }
            return true;
        };
        const auto found = std::find_if(left.begin(), left.end(), is_row);
        kinds.push_back(found == left.end() ? Difference::Kind::missing : Difference::Kind::same);
        if (found != left.end()) left.erase(found);
        shown.push_back(rows[i]);
    }
    const auto missing = std::count(kinds.begin(), kinds.end(), Difference::Kind::missing);
    if (missing == 0 && left.empty()) return std::nullopt;
    for (const Finding* finding : left) {
        Row row;
        for (const Column* column : columns.value())
            row.push_back(column->text(*finding));
        shown.push_back(std::move(row));
        kinds.push_back(Difference::Kind::unexpected);
    }
    Failure failure{"the findings are others: " + std::to_string(missing) + " of the table not found, " +
                        std::to_string(left.size()) + " found that the table lacks",
                    {}};
    const std::vector<std::string> lines = aligned(shown);
    for (std::size_t i = 0; i < lines.size(); ++i)
        failure.difference.push_back({kinds[i], lines[i]});
    return failure;
}

}  // namespace spile::engine::scenario
