#include "engine/scenario/terraform/address.hpp"

#include <algorithm>

namespace spile::engine::scenario::terraform {

namespace {

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string with_key(std::string text, const std::string& key) {
    return key.empty() ? text : std::move(text) + "[" + key + "]";
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Result<AddressAtBegin> read() {
        AddressAtBegin made;
        Address& address = made.address;
        std::string word;
        for (;;) {
            if (!name(word)) return wrong();
            if (word != "module" || !follows('.')) break;
            ModuleStep& step = address.modules.emplace_back();
            if (!dot() || !name(step.name) || !key(step.key) || !dot()) return wrong();
        }
        if (word == "data" && follows('.')) {
            address.data = true;
            if (!dot() || !name(word)) return wrong();
        }
        address.type = word;
        if (!dot() || !name(address.name) || !key(address.key)) return wrong();
        made.length = at_;
        return made;
    }

  private:
    [[nodiscard]] bool follows(char c) const { return at_ < text_.size() && text_[at_] == c; }

    bool fail(std::string problem) {
        if (problem_.empty()) problem_ = std::move(problem);
        return false;
    }

    [[nodiscard]] Error wrong() const {
        return Error{"`" + std::string(text_) + "` is no address of a resource: " + problem_ +
                     " (an address is a type and a name, such as aws_s3_bucket.logs, in modules with module.NAME in "
                     "front)"};
    }

    bool name(std::string& out) {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_word_character(text_[at_]))
            ++at_;
        out = text_.substr(begin, at_ - begin);
        if (out.empty()) return fail(begin == text_.size() ? "a name is missing at its end" : "a name is missing");
        if (is_digit(out.front()) || out.front() == '-') return fail("`" + out + "` is no name");
        return true;
    }

    bool dot() {
        if (!follows('.'))
            return fail(at_ == text_.size() ? "a name is missing at its end" : "names are joined by dots");
        ++at_;
        return true;
    }

    // A key is a number or a quoted text, in brackets; there may be none.
    bool key(std::string& out) {
        if (!follows('[')) return true;
        const std::size_t begin = ++at_;
        if (follows('"')) {
            for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
                at_ += text_[at_] == '\\' ? 1 : 0;
            if (at_ >= text_.size()) return fail("the key in brackets has no closing quote");
            ++at_;
        } else {
            while (at_ < text_.size() && is_digit(text_[at_]))
                ++at_;
            if (at_ == begin) return fail("a key in brackets is a number or a text in double quotes");
        }
        out = text_.substr(begin, at_ - begin);
        if (!follows(']')) return fail("the key in brackets has no closing bracket");
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string problem_;
};

}  // namespace

Result<AddressAtBegin> read_address(std::string_view text) {
    return Reader(text).read();
}

Result<Address> parse_address(std::string_view text) {
    Result<AddressAtBegin> read = read_address(text);
    if (!read.ok()) return read.error();
    if (read.value().length == text.size()) return std::move(read.value().address);
    return Error{"`" + std::string(text) + "` is no address of a resource: it goes on behind `" +
                 std::string(text.substr(0, read.value().length)) + "`"};
}

std::string module_text(const std::vector<ModuleStep>& modules) {
    std::string out;
    for (const ModuleStep& step : modules)
        out += (out.empty() ? "module." : ".module.") + with_key(step.name, step.key);
    return out;
}

std::string resource_text(const Address& address) {
    return (address.data ? "data." : "") + address.type + "." + address.name;
}

std::string text(const Address& address) {
    const std::string modules = module_text(address.modules);
    return (modules.empty() ? "" : modules + ".") + with_key(resource_text(address), address.key);
}

bool looks_like_address(std::string_view text) {
    if (text.starts_with("module.") || text.starts_with("data.")) return true;
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && text.substr(0, dot).find('_') != std::string_view::npos;
}

}  // namespace spile::engine::scenario::terraform
