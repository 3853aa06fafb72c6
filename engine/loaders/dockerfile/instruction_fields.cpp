// One instruction -> its attributes, and what it sets in its stage.
#include <algorithm>
#include <array>

#include "engine/loaders/dockerfile/stage.hpp"

namespace spile::engine::dockerfile {

namespace {

class Reader {
  public:
    Reader(const Instruction& instruction, Stage& stage, const Scope& global, const std::vector<Stage>& stages,
           const Values& values, const Path* path)
        : in_(instruction),
          stage_(stage),
          before_(stage.scope),
          global_(global),
          stages_(stages),
          values_(values),
          path_(path) {}

    Fields read() {
        out_.add("written", values_.text(in_.written, in_.keyword_span, at("written")));
        if (!in_.text.text().empty()) out_.add("text", values_.text(in_.text.text(), text_span(), at("text")));
        if (in_.form != Form::none && in_.form != Form::nested)
            out_.add("form", values_.text(in_.form == Form::json ? "exec" : "shell", text_span(), at("form")));
        flags();
        const std::string& keyword = in_.keyword;
        if (keyword == "ADD" || keyword == "COPY") copy();
        if (keyword == "ARG") argument();
        if (keyword == "CMD" || keyword == "ENTRYPOINT") command();
        if (keyword == "ENV" || keyword == "LABEL") pairs();
        if (keyword == "EXPOSE") expose();
        if (keyword == "HEALTHCHECK") health_check();
        if (keyword == "ONBUILD") deferred();
        if (keyword == "RUN") run();
        if (keyword == "SHELL") shell();
        if (keyword == "USER") user();
        if (keyword == "VOLUME") out_.add("paths", expanded_words("paths"));
        if (keyword == "WORKDIR") workdir();
        undeclared();
        return std::move(out_);
    }

  private:
    [[nodiscard]] const Path* at(std::string_view name) const { return values_.below(path_, name); }
    [[nodiscard]] Span text_span() const {
        const auto size = static_cast<std::uint32_t>(in_.text.text().size());
        return size == 0 ? in_.keyword_span : in_.text.source_span({0, size});
    }
    [[nodiscard]] Value expanded(std::string_view text, Span span, const Path* path) const {
        return values_.expanded(text, stage_.scope, span, path);
    }
    [[nodiscard]] Value word_list(std::string_view name, std::size_t begin, std::size_t end) const {
        std::vector<Value> items;
        for (std::size_t i = begin; i < end; ++i)
            items.push_back(expanded(in_.words[i].text, in_.words[i].span,
                                     values_.below(at(name), static_cast<std::uint32_t>(i - begin))));
        return values_.list(items, text_span(), at(name));
    }
    [[nodiscard]] Value expanded_words(std::string_view name) const { return word_list(name, 0, in_.words.size()); }
    /// Words that the build does not expand: CMD, ENTRYPOINT, SHELL, RUN.
    [[nodiscard]] Value plain_words(std::string_view name) const {
        std::vector<Value> items;
        for (const Word& word : in_.words)
            items.push_back(
                values_.text(word.text, word.span, values_.below(at(name), static_cast<std::uint32_t>(items.size()))));
        return values_.list(items, text_span(), at(name));
    }

    /// Variables of the words that the build expands which nothing declares.
    void undeclared() {
        std::vector<Value> found;
        const auto add = [&](std::string_view text, Span span) {
            for (const Value& each : values_.undeclared(text, before_, span, at("undeclared")))
                found.push_back(each);
        };
        if (in_.form == Form::words && in_.keyword != "ARG") {
            for (const Word& word : in_.words)
                add(word.text, word.span);
        }
        if (in_.form == Form::pairs) {
            for (const Pair& pair : in_.pairs) {
                add(pair.name.text, pair.name.span);
                add(pair.value.text, pair.value.span);
            }
        }
        for (const std::string_view keyword : {"STOPSIGNAL", "USER", "WORKDIR"}) {
            if (in_.keyword == keyword) add(in_.text.text(), text_span());
        }
        out_.add("undeclared", values_.list(found, text_span(), at("undeclared")));
    }

    void flags() {
        Fields fields;
        for (const Flag& flag : in_.flags) {
            const Path* path = values_.below(at("flags"), values_.keep(flag.name));
            fields.add(values_.keep(flag.name),
                       flag.value ? expanded(*flag.value, flag.span, path) : values_.text("true", flag.span, path));
        }
        out_.add("flags", values_.map(fields, in_.keyword_span, at("flags")));
    }

    void copy() {
        out_.add("workdir", stage_.settings.workdir);
        out_.add("heredocs",
                 values_.number(static_cast<std::uint32_t>(in_.heredocs.size()), text_span(), at("heredocs")));
        if (in_.words.empty()) return;
        const std::size_t last = in_.words.size() - 1;
        out_.add("sources", word_list("sources", 0, last));
        out_.add("destination", expanded(in_.words[last].text, in_.words[last].span, at("destination")));
        from_context();
        for (const Flag& flag : in_.flags) {
            if (flag.name != "from" || !flag.value) continue;
            const std::optional<std::uint32_t> from = find_stage(stages_, *flag.value, stage_.number);
            if (from) stage_.copied_from.push_back(*from);
            if (from)
                out_.add("from_stage",
                         values_.make().resource(stages_[*from].unit, values_.origin(flag.span, at("from"))));
        }
    }

    /// What the sources mean in the build context: those that are ignored, and what comes along with all of it.
    void from_context() {
        const bool elsewhere =
            std::any_of(in_.flags.begin(), in_.flags.end(), [](const Flag& flag) { return flag.name == "from"; });
        if (elsewhere || stage_.context == nullptr) return;
        const BuildContext& context = *stage_.context;
        if (!context.known) {
            const Value unknown = values_.unknown("the build context is not at hand", text_span(), at("ignored"));
            out_.add("ignored", unknown);
            out_.add("admits", unknown);
            out_.add("ignore_file", unknown);
        }
        std::vector<Element> ignored;
        std::vector<Element> admitted;
        bool open = false;
        bool whole = false;
        for (std::size_t i = 0; i + 1 < in_.words.size(); ++i) {
            const Span span = in_.words[i].span;
            const Value source = expanded(in_.words[i].text, span, at("ignored"));
            open = open || !source.is(Kind::string);
            if (!source.is(Kind::string) || is_elsewhere(source.text())) continue;
            if (context.ignore) add_ignored(*context.ignore, source.text(), span, ignored);
            if (!clean_context_path(source.text()).empty() && source.text() != "*") continue;
            whole = true;
            add_admitted(context, span, admitted);
        }
        out_.add("whole_context", open && !whole
                                      ? values_.undecided("whole_context", "a source is known when the image is built",
                                                          text_span(), at("whole_context"))
                                      : values_.boolean(whole, text_span(), at("whole_context")));
        if (!context.known) return;
        out_.add("ignored", values_.make().list(ignored, open, values_.origin(text_span(), at("ignored"))));
        out_.add("admits", values_.make().list(admitted, open, values_.origin(text_span(), at("admits"))));
        if (context.ignore) out_.add("ignore_file", values_.text(context.path, text_span(), at("ignore_file")));
    }

    static bool is_elsewhere(std::string_view source) {
        return source.starts_with("<<") || source.find("://") != std::string_view::npos || source.starts_with("git@");
    }

    void add_ignored(const IgnoreFile& ignore, std::string_view source, Span span, std::vector<Element>& out) const {
        const IgnorePattern* pattern = ignore.excludes(source);
        if (pattern == nullptr) return;
        Origin place = *values_.origin(pattern->span, at("ignored"));
        place.span.source = place.key.source = stage_.context->source;
        Fields fields;
        fields.add("source", values_.text(source, span, at("ignored")));
        fields.add("pattern", values_.make().string(values_.keep(pattern->text), values_.keep(place)));
        out.push_back({values_.map(fields, span, at("ignored"))});
    }

    /// Where keys and passwords usually lie, as far as nothing ignores them.
    void add_admitted(const BuildContext& context, Span span, std::vector<Element>& out) const {
        static constexpr std::array<std::string_view, 10> k_secret_paths = {
            ".aws/credentials", ".docker/config.json", ".env",       ".git/config", ".netrc", ".npmrc",
            ".pypirc",          ".ssh/id_rsa",         "id_ed25519", "id_rsa"};
        for (const std::string_view path : k_secret_paths) {
            if (context.ignore && context.ignore->excludes(path) != nullptr) continue;
            out.push_back({values_.text(path, span, at("admits"))});
        }
    }

    void argument() {
        std::vector<Value> items;
        std::vector<Value> names;
        for (const Word& word : in_.words) {
            const std::size_t equals = word.text.find('=');
            const std::string name = word.text.substr(0, equals);
            const Path* path = values_.below(at("arguments"), static_cast<std::uint32_t>(items.size()));
            Fields fields;
            fields.add("name", values_.text(name, word.span, values_.below(path, "name")));
            names.push_back(values_.text(name, word.span, at("names")));
            std::optional<Binding> written;
            if (equals != std::string::npos) {
                const std::string value = word.text.substr(equals + 1);
                fields.add("default", expanded(value, word.span, values_.below(path, "default")));
                written = values_.binding(value, stage_.scope);
            }
            stage_.scope.set_argument(name, stage_.scope.argument(name, written ? &*written : nullptr, global_));
            items.push_back(values_.map(fields, word.span, path));
        }
        out_.add("arguments", values_.list(items, text_span(), at("arguments")));
        out_.add("names", values_.list(names, text_span(), at("names")));
    }

    void command() {
        const Value words =
            in_.form == Form::json
                ? plain_words("words")
                : values_.list({values_.text(in_.text.text(), text_span(), at("words"))}, text_span(), at("words"));
        out_.add("words", words);
        (in_.keyword == "CMD" ? stage_.settings.command : stage_.settings.entrypoint) = words;
    }

    void pairs() {
        std::vector<Value> items;
        // All values of one instruction see the names as they were before it.
        const Scope& before = before_;
        for (const Pair& pair : in_.pairs) {
            const Path* path = values_.below(at("pairs"), static_cast<std::uint32_t>(items.size()));
            const Value value =
                values_.expanded(pair.value.text, before, pair.value.span, values_.below(path, "value"));
            const Value name = values_.expanded(pair.name.text, before, pair.name.span, values_.below(path, "name"));
            Fields fields;
            fields.add("name", name);
            fields.add("value", value);
            fields.add("undeclared", values_.list(values_.undeclared(pair.value.text, before, pair.value.span,
                                                                     values_.below(path, "undeclared")),
                                                  pair.value.span, values_.below(path, "undeclared")));
            fields.add("legacy", values_.boolean(!pair.equals, pair.name.span, values_.below(path, "legacy")));
            items.push_back(values_.map(fields, cover(pair.name.span, pair.value.span), path));
            const std::string key = name.is(Kind::string) ? std::string(name.text()) : pair.name.text;
            if (in_.keyword == "ENV")
                stage_.scope.set_environment(key, values_.binding(pair.value.text, before));
            else
                set_label(key, pair.name.span, value);
        }
        out_.add("pairs", values_.list(items, text_span(), at("pairs")));
    }

    void set_label(const std::string& name, Span span, Value value) {
        const Member label{values_.keep(name), {values_.source(), span}, value};
        for (Member& known : stage_.settings.labels) {
            if (known.key != name) continue;
            known = label;
            return;
        }
        stage_.settings.labels.push_back(label);
    }

    void expose() {
        std::vector<Value> items;
        for (const Word& word : in_.words) {
            const Path* path = values_.below(at("ports"), static_cast<std::uint32_t>(items.size()));
            const Value text = expanded(word.text, word.span, values_.below(path, "text"));
            Fields fields;
            fields.add("text", text);
            if (text.is(Kind::string)) {
                const std::string_view written = text.text();
                const std::size_t slash = written.find('/');
                fields.add("port", values_.text(written.substr(0, slash), word.span, values_.below(path, "port")));
                fields.add("protocol", values_.text(slash == std::string_view::npos ? "tcp" : written.substr(slash + 1),
                                                    word.span, values_.below(path, "protocol")));
            } else {
                fields.add("port", text);
                fields.add("protocol", text);
            }
            items.push_back(values_.map(fields, word.span, path));
            stage_.settings.exposed.push_back(items.back());
        }
        out_.add("ports", values_.list(items, text_span(), at("ports")));
    }

    void health_check() {
        out_.add("kind", values_.text(in_.health, text_span(), at("kind")));
        const Value words =
            in_.form == Form::json
                ? plain_words("words")
                : values_.list({values_.text(in_.text.text(), text_span(), at("words"))}, text_span(), at("words"));
        out_.add("words", words);
        stage_.settings.health_check = values_.text(in_.health, text_span(), at("kind"));
    }

    void deferred() {
        if (in_.nested.empty()) return;
        const Instruction& inner = in_.nested.front();
        out_.add("instruction", values_.text(inner.keyword, inner.keyword_span, at("instruction")));
    }

    void run() {
        const std::optional<std::vector<Value>> commands = commands_of(in_, stage_, values_, path_);
        if (commands)
            out_.add("commands", values_.list(*commands, text_span(), at("commands")));
        else
            out_.add("commands",
                     values_.unknown("the commands are for a shell that is not read", text_span(), at("commands")));
        out_.add("heredocs",
                 values_.number(static_cast<std::uint32_t>(in_.heredocs.size()), text_span(), at("heredocs")));
        out_.add("shell", stage_.settings.shell);
        mounts();
    }

    void mounts() {
        std::vector<Value> items;
        for (const Flag& flag : in_.flags) {
            if (flag.name != "mount" || !flag.value) continue;
            const Path* path = values_.below(at("mounts"), static_cast<std::uint32_t>(items.size()));
            Fields fields;
            std::string_view rest = *flag.value;
            while (!rest.empty()) {
                const std::string_view part = rest.substr(0, rest.find(','));
                rest.remove_prefix(std::min(rest.size(), part.size() + 1));
                const std::size_t equals = part.find('=');
                const std::string_view name = values_.keep(part.substr(0, equals));
                const std::string_view value = equals == std::string_view::npos ? "true" : part.substr(equals + 1);
                fields.add(name, expanded(value, flag.span, values_.below(path, name)));
                if (name != "from") continue;
                if (const auto from = find_stage(stages_, value, stage_.number)) stage_.copied_from.push_back(*from);
            }
            items.push_back(values_.map(fields, flag.span, path));
        }
        out_.add("mounts", values_.list(items, in_.keyword_span, at("mounts")));
    }

    void shell() {
        const Value words = plain_words("words");
        out_.add("words", words);
        stage_.settings.shell = words;
        const std::string first = in_.words.empty() ? std::string() : in_.words.front().text;
        stage_.shell_is_posix = first.ends_with("sh") && !first.ends_with("pwsh");
    }

    void user() {
        const Value whole = expanded(in_.text.text(), text_span(), at("text"));
        Value name = whole;
        if (whole.is(Kind::string)) {
            const std::size_t colon = whole.text().find(':');
            name = values_.text(whole.text().substr(0, colon), text_span(), at("user"));
            if (whole.assumed()) name = values_.make().marked(name, false, true);
            if (colon != std::string_view::npos)
                out_.add("group", values_.text(whole.text().substr(colon + 1), text_span(), at("group")));
        }
        out_.add("user", name);
        stage_.settings.user = name;
    }

    void workdir() {
        out_.add("workdir", stage_.settings.workdir);
        const Value path = expanded(in_.text.text(), text_span(), at("path"));
        out_.add("path", path);
        stage_.settings.workdir = path;
    }

    const Instruction& in_;
    Stage& stage_;
    const Scope before_;  // the names as they are in front of the instruction
    const Scope& global_;
    const std::vector<Stage>& stages_;
    const Values& values_;
    const Path* path_;
    Fields out_;
};

}  // namespace

Fields instruction_fields(const Instruction& instruction, Stage& stage, const Scope& global,
                          const std::vector<Stage>& stages, const Values& values, const Path* path) {
    return Reader(instruction, stage, global, stages, values, path).read();
}

}  // namespace spile::engine::dockerfile
