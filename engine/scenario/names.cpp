#include "engine/scenario/names.hpp"

#include <algorithm>

#include "engine/graph/json_pointer.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine::scenario {

namespace {

constexpr std::size_t k_most_listed = 8;

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 10 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_plain_key(std::string_view key) {
    return !key.empty() && key.find_first_of(".[]\"` \t") == std::string_view::npos;
}

// The last colon that stands alone: `AWS::Region` and `Fn::If` have none.
std::size_t document_colon(std::string_view text) {
    for (std::size_t i = text.size(); i > 0; --i) {
        if (text[i - 1] != ':') continue;
        if (i >= 2 && text[i - 2] == ':') {
            --i;
            continue;
        }
        return i - 1;
    }
    return std::string_view::npos;
}

class PathParser {
  public:
    explicit PathParser(std::string_view text) : text_(text) {}

    Result<std::vector<EditStep>> parse() {
        if (text_.empty()) return Error{"a path is empty"};
        while (at_ < text_.size()) {
            const bool read = text_[at_] == '[' ? position() : key();
            if (!read) return Error{"`" + std::string(text_) + "` is no path: " + problem_};
        }
        return std::move(steps_);
    }

  private:
    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    bool position() {
        const std::size_t end = text_.find(']', at_);
        const std::string_view inside = end == std::string_view::npos ? "" : text_.substr(at_ + 1, end - at_ - 1);
        if (!is_number(inside)) return fail("a position is a number in brackets, such as [0]");
        if (steps_.empty()) return fail("it begins with a position");
        steps_.push_back({{}, static_cast<std::uint32_t>(std::stoul(std::string(inside)))});
        at_ = end + 1;
        return true;
    }

    bool key() {
        if (!steps_.empty()) {
            if (text_[at_] != '.') return fail("keys are joined by dots");
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '"') return quoted_key();
        const std::size_t end = std::min(text_.find_first_of(".[", at_), text_.size());
        const std::string_view name = text_.substr(at_, end - at_);
        if (!is_plain_key(name)) return fail("a key is empty or has characters that need double quotes");
        steps_.push_back({std::string(name), std::nullopt});
        at_ = end;
        return true;
    }

    bool quoted_key() {
        std::string name;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            name += text_[at_];
        }
        if (at_ == text_.size()) return fail("a quoted key has no closing quote");
        ++at_;
        steps_.push_back({std::move(name), std::nullopt});
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<EditStep> steps_;
    std::string problem_;
};

}  // namespace

ResourceName parse_resource(std::string_view text) {
    ResourceName made;
    const std::size_t colon = document_colon(text.substr(0, text.find('[')));
    if (colon != std::string_view::npos) {
        made.document = text.substr(0, colon);
        text = text.substr(colon + 1);
    }
    made.whole = text;
    const std::size_t bracket = text.rfind('[');
    if (bracket != std::string_view::npos && text.back() == ']') {
        made.keyed = true;
        made.key = text.substr(bracket + 1, text.size() - bracket - 2);
        text = text.substr(0, bracket);
    }
    made.name = text;
    return made;
}

bool names_unit(const ResourceName& name, std::string_view document, std::string_view logical_name,
                std::string_view address) {
    const auto is = [&](const std::string& text) { return text == logical_name || text == address; };
    if (!is(name.whole) && !is(name.name)) return false;
    return name.document.empty() || name.document == document ||
           (document.ends_with(name.document) && document[document.size() - name.document.size() - 1] == '/');
}

bool names(const ResourceName& name, std::string_view document, std::string_view logical_name, std::string_view address,
           std::string_view key) {
    if (!names_unit(name, document, logical_name, address)) return false;
    return name.whole == logical_name || name.whole == address || name.key == key;
}

std::string subject_text(std::string_view logical_name, std::string_view key) {
    return std::string(logical_name) + (key.empty() ? "" : "[" + std::string(key) + "]");
}

Result<std::vector<EditStep>> parse_path(std::string_view text) {
    return PathParser(text).parse();
}

std::string path_text(const std::vector<EditStep>& path) {
    std::string out;
    for (const EditStep& step : path) {
        if (step.index) {
            out += "[" + std::to_string(*step.index) + "]";
            continue;
        }
        if (!out.empty()) out += '.';
        if (is_plain_key(step.key)) {
            out += step.key;
            continue;
        }
        out += '"';
        for (const char c : step.key)
            out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        out += '"';
    }
    return out;
}

std::string pointer_of(const std::vector<EditStep>& path) {
    std::string out;
    for (const EditStep& step : path) {
        if (step.index)
            append_pointer(out, *step.index);
        else
            append_pointer(out, step.key);
    }
    return out;
}

std::string path_of_pointer(std::string_view pointer) {
    std::vector<EditStep> path;
    while (!pointer.empty()) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        std::string key;
        for (std::size_t i = 1; i < end; ++i) {
            const bool escape = pointer[i] == '~' && i + 1 < end;
            key += escape ? (pointer[++i] == '0' ? '~' : '/') : pointer[i];
        }
        if (is_number(key) && !path.empty())
            path.push_back({{}, static_cast<std::uint32_t>(std::stoul(key))});
        else
            path.push_back({key, std::nullopt});
        pointer.remove_prefix(end);
    }
    if (path.size() > 1 && path.front().key == "Resources") path.erase(path.begin());
    return path_text(path);
}

std::string when_text(const std::vector<When>& when) {
    if (when.empty()) return "always";
    std::string out;
    for (const When& each : when)
        out += (out.empty() ? "" : " and ") + text(each);
    return out;
}

std::string place_text(const Location& at) {
    return at.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), k_most_listed); ++i)
        out += (out.empty() ? "`" : ", `") + names[i] + "`";
    if (names.size() > k_most_listed) out += " and " + std::to_string(names.size() - k_most_listed) + " more";
    return out;
}

std::string nearest_of(std::string_view name, const std::vector<std::string>& candidates) {
    const std::vector<std::string_view> views(candidates.begin(), candidates.end());
    return did_you_mean(name, views);
}

}  // namespace spile::engine::scenario
