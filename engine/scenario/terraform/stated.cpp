#include "engine/scenario/terraform/stated.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "engine/document/cursor.hpp"
#include "engine/document/edit/tree.hpp"
#include "engine/scenario/names.hpp"

namespace spile::engine::scenario::terraform {

namespace {

using Kind = Stated::Kind;

const std::vector<std::string>& tags() {
    static const std::vector<std::string> all{"!unknown", "!computed", "!ref", "!sensitive", "!json", "!replace"};
    return all;
}

Kind kind_of(Token token) {
    switch (token) {
        case Token::boolean:
            return Kind::boolean;
        case Token::number:
            return Kind::number;
        case Token::string:
            return Kind::text;
        case Token::begin_list:
            return Kind::list;
        case Token::begin_map:
            return Kind::map;
        default:
            return Kind::null;
    }
}

class Reader {
  public:
    Reader(std::string_view text, std::string_view name) : name_(name) {
        source_ = sources_.add("", std::string(text));
        cursor_ = open_document(source_, sources_, Format::yaml, {.depth = k_deepest_value}, sink_);
    }

    Result<std::vector<StatedResource>> resources() {
        std::vector<StatedResource> all;
        std::set<Address> seen;
        const Event first = cursor_->next();
        if (cursor_->failed()) return unreadable();
        if (first.token != Token::begin_map || !first.tag.empty())
            return Error{std::string(name_) +
                         " are a map from addresses to attributes, such as `aws_s3_bucket.logs: {bucket: logs}`; `{}` "
                         "where there are none"};
        for (Event event = cursor_->next(); event.token == Token::key; event = cursor_->next()) {
            StatedResource resource;
            resource.line = line_of(event);
            Result<Address> address = parse_address(event.text);
            if (!address.ok()) return wrong(resource.line, address.error().message);
            resource.address = std::move(address).value();
            if (!seen.insert(resource.address).second)
                return wrong(resource.line, "`" + text(resource.address) + "` is there twice");
            if (!attributes(resource)) return failed();
            all.push_back(std::move(resource));
        }
        while (cursor_->next().token != Token::end)
            continue;
        return cursor_->failed() ? Result<std::vector<StatedResource>>(unreadable())
                                 : Result<std::vector<StatedResource>>(std::move(all));
    }

    Result<Stated> one_value() {
        Stated made;
        if (!value(cursor_->next(), made)) return failed();
        while (cursor_->next().token != Token::end)
            continue;
        return cursor_->failed() ? Result<Stated>(unreadable()) : Result<Stated>(std::move(made));
    }

  private:
    [[nodiscard]] std::uint32_t line_of(const Event& event) const {
        return sources_.line_column(source_, event.span.begin).line;
    }

    [[nodiscard]] Error wrong(std::uint32_t line, const std::string& problem) const {
        return at_line(line, name_, problem);
    }

    // What the reader of YAML says comes before anything that its early end looks like.
    [[nodiscard]] Error failed() const { return cursor_->failed() || !error_ ? unreadable() : *error_; }

    [[nodiscard]] Error unreadable() const {
        if (sink_.all().empty()) return Error{std::string(name_) + " cannot be read"};
        const Diagnostic& first = sink_.all().front();
        const std::uint32_t line = first.where.valid() ? sources_.line_column(source_, first.where.span.begin).line : 1;
        return wrong(line, first.message);
    }

    bool fail(const Event& event, const std::string& problem) {
        if (!error_) error_ = wrong(line_of(event), problem);
        return false;
    }

    bool attributes(StatedResource& resource) {
        const Event event = cursor_->next();
        resource.replaced = event.tag == "!replace";
        if (event.token == Token::null_value && (event.tag.empty() || resource.replaced)) {
            resource.attributes.kind = Kind::map;
            return true;
        }
        if (event.token != Token::begin_map || !(event.tag.empty() || resource.replaced))
            return fail(event, "`" + text(resource.address) + "` is a map of its attributes");
        resource.attributes.line = line_of(event);
        return contents(event, resource.attributes);
    }

    bool value(const Event& event, Stated& made) {
        if (event.token == Token::end) return false;
        made.line = line_of(event);
        if (event.tag.empty()) return contents(event, made);
        if (event.tag == "!unknown" || event.tag == "!computed") return unknown(event, made);
        if (event.tag == "!ref") return reference(event, made);
        if (event.tag == "!json") {
            made.kind = Kind::json;
            Stated& inner = made.items.emplace_back();
            inner.line = made.line;
            return contents(event, inner);
        }
        if (event.tag == "!sensitive") {
            if (event.token == Token::null_value)
                return fail(event, "`!sensitive` stands before a value, such as `!sensitive \"a password\"`");
            made.sensitive = true;
            return contents(event, made);
        }
        const std::string tag(event.tag);
        if (tag == "!replace") return fail(event, "`!replace` stands before the attributes of a whole resource");
        return fail(event,
                    "there is no tag `" + tag + "`" +
                        (nearest_of(tag, tags()).empty() ? "; there are " + listed(tags()) : nearest_of(tag, tags())));
    }

    bool unknown(const Event& event, Stated& made) {
        made.kind = Kind::unknown;
        made.computed = event.tag == "!computed";
        const bool alone = event.token == Token::null_value || (event.token == Token::string && event.text.empty());
        return alone || fail(event, "`" + std::string(event.tag) + "` stands for the whole value and takes none");
    }

    bool reference(const Event& event, Stated& made) {
        made.kind = Kind::reference;
        if (event.token != Token::string || event.text.empty())
            return fail(event, "`!ref` names another resource's attribute, such as `!ref aws_s3_bucket.logs.id`");
        Result<AddressAtBegin> target = read_address(event.text);
        if (!target.ok()) return fail(event, target.error().message);
        made.target = target.value().address;
        const std::string_view rest = event.text.substr(target.value().length);
        if (rest.size() < 2 || rest.front() != '.')
            return fail(event, "`!ref " + std::string(event.text) + "` names no attribute; write, for example, `!ref " +
                                   text(made.target) + ".id`");
        const Result<std::vector<EditStep>> path = parse_path(rest.substr(1));
        if (!path.ok()) return fail(event, path.error().message);
        made.text = rest.substr(1);
        return true;
    }

    // The value apart from its tag.
    bool contents(const Event& event, Stated& made) {
        made.kind = kind_of(event.token);
        if (made.kind == Kind::list) {
            for (Event inner = cursor_->next(); inner.token != Token::end_list; inner = cursor_->next())
                if (!value(inner, made.items.emplace_back())) return false;
            return true;
        }
        if (made.kind != Kind::map) {
            if (made.kind != Kind::null) made.text = event.text;
            if (made.kind == Kind::boolean)
                made.text = event.text.starts_with('t') || event.text.starts_with('T') ? "true" : "false";
            return event.token != Token::end;
        }
        for (Event inner = cursor_->next(); inner.token == Token::key; inner = cursor_->next()) {
            made.keys.emplace_back(inner.text);
            if (!value(cursor_->next(), made.items.emplace_back())) return false;
        }
        return !cursor_->failed();
    }

    std::string_view name_;
    SourceMap sources_;
    DiagnosticSink sink_;
    SourceId source_;
    std::unique_ptr<Cursor> cursor_;
    std::optional<Error> error_;
};

}  // namespace

std::string with_room_behind_tags(std::string text) {
    std::string roomy;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view before = std::string_view(text).substr(0, i);
        const bool closes = text[i] == ']' || text[i] == '}';
        if (closes && (before.ends_with("!unknown") || before.ends_with("!computed"))) roomy += ' ';
        roomy += text[i];
    }
    if (roomy.size() == text.size() || editing::read_tree(text, Format::yaml).ok()) return text;
    return roomy;
}

Error at_line(std::uint32_t line, std::string_view name, const std::string& problem) {
    return Error{"line " + std::to_string(line) + " of " + std::string(name) + ": " + problem};
}

Result<std::vector<StatedResource>> read_stated(std::string_view text, std::string_view name) {
    return Reader(text, name).resources();
}

Result<Stated> read_stated_value(std::string_view yaml) {
    return Reader(yaml, "the value").one_value();
}

}  // namespace spile::engine::scenario::terraform
