#include "tests/property/iam/simulation.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace spile::test::iam {

namespace {

std::string small(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// The definition of a wildcard match.
bool like(const std::string& text, const std::string& pattern, std::size_t t = 0, std::size_t p = 0) {
    if (p == pattern.size()) return t == text.size();
    if (pattern[p] == '*') return like(text, pattern, t, p + 1) || (t < text.size() && like(text, pattern, t + 1, p));
    return t < text.size() && (pattern[p] == '?' || pattern[p] == text[t]) && like(text, pattern, t + 1, p + 1);
}

struct Range {
    std::uint32_t bits = 0;
    std::uint32_t mask = 0;
};

Range range(const std::string& text) {
    std::uint32_t bits = 0;
    std::uint32_t part = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != '/'; ++at) {
        if (text[at] == '.') {
            bits = (bits << 8U) | part;
            part = 0;
        } else {
            part = part * 10 + static_cast<std::uint32_t>(text[at] - '0');
        }
    }
    bits = (bits << 8U) | part;
    const int prefix = at == text.size() ? 32 : std::stoi(text.substr(at + 1));
    const std::uint32_t mask = prefix == 0 ? 0 : ~std::uint32_t{0} << static_cast<unsigned>(32 - prefix);
    return {bits & mask, mask};
}

bool within(const std::string& inner, const std::string& outer) {
    const Range a = range(inner);
    const Range b = range(outer);
    return (a.bits & b.mask) == b.bits && (a.mask & b.mask) == b.mask;
}

bool take(std::string& text, const std::string& part, bool front) {
    if (front ? !text.starts_with(part) : !text.ends_with(part)) return false;
    text = front ? text.substr(part.size()) : text.substr(0, text.size() - part.size());
    return true;
}

bool one(const std::string& op, const std::string& held, const std::vector<std::string>& values) {
    std::string plain = op;
    const std::size_t no = plain.find("not");
    if (no != std::string::npos) plain.erase(no, 3);
    const bool found = std::any_of(values.begin(), values.end(), [&](const std::string& value) {
        if (plain == "stringequals") return held == value;
        if (plain == "stringequalsignorecase" || plain == "bool") return small(held) == small(value);
        if (plain == "stringlike" || plain == "arnlike" || plain == "arnequals") return like(held, value);
        if (plain == "ipaddress") return within(held, value);
        if (plain == "numericlessthan") return std::stoi(held) < std::stoi(value);
        if (plain == "numericgreaterthanequals") return std::stoi(held) >= std::stoi(value);
        if (plain == "dategreaterthan") return held > value;  // all written alike
        return false;
    });
    return found != (no != std::string::npos);
}

bool met(const Test& test, const Request& request) {
    std::string op = small(test.op);
    const bool every = take(op, "forallvalues:", true);
    const bool any = take(op, "foranyvalue:", true);
    const bool lenient = take(op, "ifexists", false);
    const auto at = request.context.find(small(test.key));
    const bool there = at != request.context.end() && !at->second.empty();
    if (op == "null") return (small(test.values.front()) == "true") != there;
    if (!there) return lenient || every || (!any && op.find("not") != std::string::npos);
    const auto holds = [&](const std::string& held) { return one(op, held, test.values); };
    return every ? std::all_of(at->second.begin(), at->second.end(), holds)
                 : std::any_of(at->second.begin(), at->second.end(), holds);
}

bool is_principal(const std::string& written, const Request& request) {
    if (written == "*") return true;
    if (request.principal.empty()) return false;
    return written == request.account || written == "arn:aws:iam::" + request.account + ":root" ||
           like(request.principal, written);
}

bool applies(const Statement& s, const Request& request) {
    const auto among = [](const auto& list, auto test) { return std::any_of(list.begin(), list.end(), test); };
    if (among(s.principals, [&](const auto& p) { return is_principal(p, request); }) == s.but_principals) return false;
    if (among(s.actions, [&](const auto& a) { return like(small(request.action), small(a)); }) == s.but_actions)
        return false;
    if (among(s.resources, [&](const auto& r) { return like(request.resource, r); }) == s.but_resources) return false;
    return std::all_of(s.tests.begin(), s.tests.end(), [&](const Test& test) { return met(test, request); });
}

std::vector<std::string> some_of(Dice& dice, const std::vector<const char*>& words) {
    std::vector<std::string> drawn{dice.one_of(words)};
    if (dice.chance(30)) drawn.emplace_back(dice.one_of(words));
    return drawn;
}

std::string list_of(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const std::string& text : texts)
        out += (out.size() > 1 ? ", \"" : "\"") + text + "\"";
    return out + "]";
}

std::string conditions(const std::vector<Test>& tests) {
    std::string out = "{";
    for (const Test& test : tests) {
        out += out.size() > 1 ? ", " : "";
        out += "\"" + test.op + "\": {\"" + test.key + "\": " + list_of(test.values) + "}";
    }
    return out + "}";
}

}  // namespace

bool allowed(const std::vector<Statement>& statements, const Request& request) {
    bool some = false;
    for (const Statement& s : statements) {
        if (!applies(s, request)) continue;
        if (!s.allow) return false;
        some = true;
    }
    return some;
}

std::vector<Statement> draw(Dice& dice, const Words& words) {
    std::vector<Statement> statements;
    const std::size_t count = 1 + dice.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        Statement s;
        s.allow = i == 0 || dice.chance(50);
        s.but_principals = !s.allow && dice.chance(20);
        s.principals = some_of(dice, words.principals);
        s.but_actions = dice.chance(15) && (s.allow || words.denials_by_exception);
        s.actions = some_of(dice, words.actions);
        s.but_resources = dice.chance(10) && (s.allow || words.denials_by_exception);
        s.resources = some_of(dice, words.resources);
        const std::vector<Test>& tests = s.allow ? words.allow_tests : words.deny_tests;
        while (!tests.empty() && s.tests.size() < 2 && dice.chance(45)) {
            const Test& test = tests[dice.below(tests.size())];
            const auto same = [&](const Test& other) { return other.op == test.op; };
            if (std::none_of(s.tests.begin(), s.tests.end(), same)) s.tests.push_back(test);
        }
        statements.push_back(std::move(s));
    }
    return statements;
}

std::string as_json(const std::vector<Statement>& statements) {
    std::string out = "[";
    for (const Statement& s : statements) {
        out += out.size() > 1 ? ",\n  " : "";
        out += std::string("{\"Effect\": \"") + (s.allow ? "Allow" : "Deny") + "\", ";
        out += std::string("\"") + (s.but_principals ? "NotPrincipal" : "Principal") +
               "\": {\"AWS\": " + list_of(s.principals) + "}, ";
        out += std::string("\"") + (s.but_actions ? "NotAction" : "Action") + "\": " + list_of(s.actions) + ", ";
        out += std::string("\"") + (s.but_resources ? "NotResource" : "Resource") + "\": " + list_of(s.resources);
        if (!s.tests.empty()) out += ", \"Condition\": " + conditions(s.tests);
        out += "}";
    }
    return out + "]";
}

std::string as_json(const Request& request) {
    std::string context = "{";
    for (const auto& [key, values] : request.context)
        context += (context.size() > 1 ? ", \"" : "\"") + key + "\": " + list_of(values);
    return "{\"Principal\": \"" + request.principal + "\", \"Account\": \"" + request.account + "\", \"Action\": \"" +
           request.action + "\", \"Resource\": \"" + request.resource + "\", \"Context\": " + context + "}}";
}

}  // namespace spile::test::iam
