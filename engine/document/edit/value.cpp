#include "engine/document/edit/value.hpp"

#include <algorithm>
#include <array>

#include "engine/document/json_strings.hpp"

namespace spile::engine::editing {

namespace {

bool is_alnum(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Text that is itself without quotes, wherever it stands. `more`: characters that are allowed behind the first.
bool plain(std::string_view text, std::string_view more) {
    if (text.empty() || !(is_alnum(text[0]) || text[0] == '_' || text[0] == '/')) return false;
    const bool good = std::all_of(text.begin(), text.end(),
                                  [&](char c) { return is_alnum(c) || more.find(c) != std::string_view::npos; });
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return good && !digits && text.back() != ':' && resolve_plain(text).token == Token::string;
}

/// A JSON string; YAML reads it alike. What a YAML text may not hold unescaped is escaped in both.
std::string quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += text[i];
        } else if (byte == '\n') {
            out += "\\n";
        } else if (byte == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += std::string("\\u00") + digits[byte >> 4U] + digits[byte & 15U];
        } else if (byte == 0xC2 && second >= 0x80 && second < 0xA0) {  // C1 controls
            out += std::string("\\u00") + digits[second >> 4U] + digits[second & 15U];
            ++i;
        } else if (text.substr(i, 3) == "\xE2\x80\xA8" || text.substr(i, 3) == "\xE2\x80\xA9") {  // line separators
            out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (text.substr(i, 3) == "\xEF\xBB\xBF") {
            out += "\\ufeff";
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out + '"';
}

class FlowWriter {
  public:
    FlowWriter(const Tree& tree, const FlowStyle& style) : tree_(tree), style_(style) {}

    void write(std::uint32_t index) {
        const YamlNode& node = tree_.nodes[index];
        if (node.tag.empty()) {
            content(index);
        } else if (style_.format == Format::yaml) {
            out += (node.tag[0] == '!' ? std::string(node.tag) : "!<" + std::string(node.tag) + ">") + " ";
            content(index);
        } else {
            out += "{" + flow_key(call_name(node.tag), style_);
            if (node.tag == "!GetAtt" && node.kind == YamlKind::scalar) {
                const std::size_t dot = std::min(node.text.find('.'), node.text.size());
                const std::string_view attribute = node.text.substr(std::min(dot + 1, node.text.size()));
                out += "[" + quoted(node.text.substr(0, dot)) + std::string(comma()) + quoted(attribute) + "]";
            } else {
                content(index);
            }
            out += "}";
        }
    }

    std::string out;

  private:
    [[nodiscard]] std::string_view comma() const { return style_.compact ? "," : ", "; }

    void content(std::uint32_t index) {
        const YamlNode& node = tree_.nodes[index];
        if (node.kind == YamlKind::scalar) {
            scalar(node);
            return;
        }
        const bool map = node.kind == YamlKind::map;
        out += map ? "{" : "[";
        for (std::uint32_t at = index + 1; at < node.next; at = tree_.nodes[at].next) {
            if (at != index + 1) out += comma();
            if (map) {
                out += flow_key(tree_.nodes[at].text, style_);
                at = tree_.nodes[at].next;
            }
            write(at);
        }
        out += map ? "}" : "]";
    }

    void scalar(const YamlNode& node) {
        const bool json = style_.format == Format::json;
        switch (node.token) {
            case Token::null_value:
                out += "null";
                return;
            case Token::boolean:
                out += node.text[0] == 't' || node.text[0] == 'T' ? "true" : "false";
                return;
            case Token::number:
                out += json ? node.number : node.text;
                return;
            default:
                out += !json && plain(node.text, "_./-+=@$") ? std::string(node.text) : quoted(node.text);
        }
    }

    const Tree& tree_;
    FlowStyle style_;
};

/// Lines without their breaks; a break at the end ends the last line and begins none.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool block_scalar(const YamlNode& node) {
    return node.kind == YamlKind::scalar &&
           (node.style == ScalarStyle::literal_block || node.style == ScalarStyle::folded_block);
}

/// Where the root begins, its tag and anchor included.
std::size_t root_begin(std::string_view text, const YamlNode& root) {
    std::size_t at = 0;
    while (at < root.span.begin) {
        if (text[at] == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else if (text[at] == '!' || text[at] == '&') {
            return at;
        } else {
            ++at;
        }
    }
    return root.span.begin;
}

/// The value's own lines. Those behind the first lose the indentation that the first has.
std::vector<std::string> own_lines(std::string_view text, const YamlNode& root) {
    const std::size_t begin = root_begin(text, root);
    const std::size_t last_break = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    const std::size_t column = begin - (last_break == std::string_view::npos ? 0 : last_break + 1);
    const bool collection = root.kind != YamlKind::scalar && !root.bracket;
    const std::size_t end = block_scalar(root) || collection ? text.size() : root.span.end;
    std::vector<std::string> lines = lines_of(text.substr(begin, end - begin));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t blanks = std::min(lines[i].find_first_not_of(' '), lines[i].size());
        lines[i].erase(0, std::min(blanks, column));
    }
    const bool keeps = block_scalar(root) && lines.front().find('+') != std::string::npos;
    while (lines.size() > 1 && !keeps && lines.back().find_first_not_of(" \t") == std::string::npos)
        lines.pop_back();
    return lines;
}

std::string spaced(const std::string& line) {
    return line.empty() ? line : "  " + line;
}

}  // namespace

std::string call_name(std::string_view tag) {
    const std::string_view name = tag.substr(tag.starts_with('!') ? 1 : 0);
    return name == "Ref" || name == "Condition" ? std::string(name) : "Fn::" + std::string(name);
}

std::string flow_key(std::string_view key, const FlowStyle& style) {
    const bool bare = style.format == Format::yaml && !style.quoted_keys && plain(key, "_./-");
    return (bare ? std::string(key) : quoted(key)) + (style.compact ? ":" : ": ");
}

Result<NewValue> read_value(std::string_view written, const FlowStyle& style) {
    const std::string text = written.ends_with('\n') ? std::string(written) : std::string(written) + '\n';
    Result<Tree> read = read_tree(text, Format::yaml);
    if (!read) return Error{"the value cannot be read: " + read.error().message};
    const Tree& tree = read.value();
    for (const YamlNode& node : tree.nodes) {
        if (node.kind == YamlKind::alias || node.merge_key)
            return Error{"the value holds an alias or a merge key; write out what it stands for"};
    }
    const YamlNode& root = tree.nodes.front();
    NewValue value;
    FlowWriter writer(tree, style);
    writer.write(0);
    value.flow = std::move(writer.out);
    if (style.format == Format::json) {
        const Result<Tree> again = read_tree(value.flow, Format::json);
        if (!again) return Error{"the value cannot be written as JSON: " + again.error().message};
        value.meaning = meaning(again.value());
        return value;
    }
    value.meaning = meaning(tree);
    value.block = root.kind != YamlKind::scalar && !root.bracket;
    value.lines = own_lines(text, root);
    // `!Tag` and `&anchor` of a block stand on the line before it, so the block begins like a scalar does.
    if (value.block && root_begin(text, root) < root.span.begin) value.block = false;
    const bool one_line = value.lines.size() == 1 && !value.block;
    const bool itself = root.bracket || root.style == ScalarStyle::double_quoted ||
                        root.style == ScalarStyle::single_quoted || root.token != Token::string;
    if (one_line && itself && !root.span.begin) value.flow = value.lines.front();
    return value;
}

NewValue as_member(NewValue value, std::string_view key, const FlowStyle& style) {
    value.flow = "{" + flow_key(key, style) + value.flow + "}";
    value.meaning = map_of(key, value.meaning);
    std::vector<std::string> lines{(plain(key, "_./-:") ? std::string(key) : quoted(key)) + ":"};
    for (std::size_t i = 0; i < value.lines.size(); ++i) {
        if (i == 0 && !value.block) {
            if (!value.lines[0].empty()) lines[0] += " " + value.lines[0];
        } else {
            lines.push_back(spaced(value.lines[i]));
        }
    }
    value.lines = std::move(lines);
    value.block = true;
    return value;
}

NewValue as_element(NewValue value, const FlowStyle&) {
    value.flow = "[" + value.flow + "]";
    value.meaning = list_of(value.meaning);
    for (std::size_t i = 0; i < value.lines.size(); ++i)
        value.lines[i] = i == 0 ? "- " + value.lines[i] : spaced(value.lines[i]);
    value.block = true;
    return value;
}

NewValue below_steps(NewValue value, std::span<const EditStep> steps, const FlowStyle& style) {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        value = step->index ? as_element(std::move(value), style) : as_member(std::move(value), step->key, style);
    return value;
}

}  // namespace spile::engine::editing
