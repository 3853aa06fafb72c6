#include "engine/loaders/dockerfile/dockerfile.hpp"

#include <algorithm>

#include "engine/document/readers.hpp"
#include "engine/loaders/dockerfile/stage.hpp"
#include "engine/loaders/dockerfile/suppressions.hpp"
#include "lang/base/ascii.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine {

namespace dockerfile {

namespace {

/// FNV-1a, 32 bits: enough to tell the instructions of one stage apart, and the same everywhere.
std::string short_hash(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(hash >> shift) & 15U];
    return out;
}

class Loader {
  public:
    Loader(SourceId source, FactGraph& graph, const DockerfileOptions& options, const Dockerfile& read, DocumentId id,
           const BuildContext& context)
        : graph_(graph),
          options_(options),
          read_(read),
          id_(id),
          source_(source),
          values_(graph, source, read.escape),
          global_(options.build_arguments),
          outside_{.scope = Scope(options.build_arguments), .context = &context},
          context_(context) {}

    void load() {
        divide();
        count_casing();
        read_experimental();
        for (Stage& stage : stages_)
            begin(stage);
        // In front of the first stage there is no scope but the global one.
        outside_.scope = global_;
        for (const Instruction* instruction : before_)
            instruction_unit(*instruction, outside_);
        for (Stage& stage : stages_) {
            base(stage);
            for (const Instruction* instruction : stage.instructions)
                instruction_unit(*instruction, stage);
        }
        mark_used();
        for (Stage& stage : stages_)
            finish(stage);
        add_suppressions(read_, graph_, id_);
    }

  private:
    // ---- stages -------------------------------------------------------------------------------------------------

    void divide() {
        for (const Instruction& instruction : read_.instructions) {
            if (instruction.keyword == "FROM") {
                stages_.push_back(Stage{.number = static_cast<std::uint32_t>(stages_.size()),
                                        .from = &instruction,
                                        .scope = Scope(options_.build_arguments),
                                        .context = &context_});
            } else if (stages_.empty()) {
                before_.push_back(&instruction);
                if (instruction.keyword == "ARG") declare_global(instruction);
            } else {
                stages_.back().instructions.push_back(&instruction);
            }
        }
    }

    /// The casing of most instructions, upper case where as many are written in either; those that mix do not count.
    void count_casing() {
        int balance = 0;
        for (const Instruction& instruction : read_.instructions) {
            const std::string& written = instruction.written;
            if (written == lower_case(written))
                ++balance;
            else if (written == instruction.keyword)
                --balance;
        }
        mostly_lower_ = balance > 0;
    }

    Value consistent(const Instruction& instruction, const Path* path) const {
        const std::string& written = instruction.written;
        return values_.boolean(written == (mostly_lower_ ? lower_case(instruction.keyword) : instruction.keyword),
                               instruction.keyword_span, values_.below(path, "consistent"));
    }

    void declare_global(const Instruction& instruction) {
        for (const Word& word : instruction.words) {
            const std::size_t equals = word.text.find('=');
            const std::string name = word.text.substr(0, equals);
            std::optional<Binding> written;
            if (equals != std::string::npos) written = values_.binding(word.text.substr(equals + 1), from_scope());
            global_.declare_global(
                name, global_.argument(name, written ? &*written : nullptr, Scope(options_.build_arguments)));
        }
    }

    /// What FROM sees: the global arguments, and those of the platform.
    Scope from_scope() const {
        Scope scope = global_;
        for (const std::string_view name : platform_arguments()) {
            if (scope.find(name).variable.state == Variable::State::unset)
                scope.declare_global(std::string(name), scope.argument(std::string(name), nullptr, global_));
        }
        return scope;
    }

    static std::string alias_of(const Instruction& from) {
        for (std::size_t i = 1; i + 1 < from.words.size(); ++i) {
            if (lower_case(from.words[i].text) == "as") return from.words[i + 1].text;
        }
        return {};
    }

    /// The unit comes first, so that other stages' values can name it.
    void begin(Stage& stage) {
        stage.name = lower_case(alias_of(*stage.from));
        stage.key = stage.name.empty() ? std::to_string(stage.number) : stage.name;
        const auto same = std::count_if(stages_.begin(), stages_.begin() + stage.number,
                                        [&](const Stage& other) { return other.key == stage.key; });
        if (same > 0) stage.key += "#" + std::to_string(same + 1);
        stage.path = values_.below(nullptr, values_.keep(stage.key));
        const Span span =
            stage.instructions.empty() ? stage.from->span : cover(stage.from->span, stage.instructions.back()->span);
        stage.unit = graph_.add_unit({.document = id_,
                                      .kind = UnitKind::resource,
                                      .tool = "docker",
                                      .name = values_.keep(stage.key),
                                      .address = values_.keep(stage.key),
                                      .type = "stage",
                                      .name_span = {source_, stage.from->span},
                                      .span = {source_, span},
                                      .schema = schema_of("stage")});
    }

    void base(Stage& stage) {
        const Instruction& from = *stage.from;
        const Path* path = values_.below(stage.path, "base");
        Fields fields;
        const Span at = from.words.empty() ? from.keyword_span : from.words.front().span;
        const std::string written = from.words.empty() ? std::string() : from.words.front().text;
        const Value image = values_.expanded(written, from_scope(), at, values_.below(path, "name"));
        const bool known = image.is(Kind::string);
        if (known) stage.parent = find_stage(stages_, image.text(), stage.number);
        const bool scratch = known && image.text() == "scratch";
        stage.external = !scratch && !stage.parent;
        fields.add("name", image);
        if (stage.external) {
            fields.add("image", values_.make().with_origin(image, values_.origin(at, values_.below(path, "image"))));
            stage.base_image = image;
        }
        std::vector<Value> undefined;
        const auto add_undefined = [&](std::string_view text, Span span) {
            for (const std::string& name : values_.undefined(text, from_scope()))
                undefined.push_back(values_.text(name, span, values_.below(path, "undefined")));
        };
        add_undefined(written, at);
        fields.add("scratch", values_.boolean(scratch, at, values_.below(path, "scratch")));
        for (const Flag& flag : from.flags) {
            if (flag.name == "platform" && flag.value) {
                const Path* platform = values_.below(path, "platform");
                fields.add("platform", values_.expanded(*flag.value, from_scope(), flag.span, platform));
                fields.add("platform_written", values_.text(*flag.value, flag.span, platform));
                add_undefined(*flag.value, flag.span);
            }
        }
        fields.add("undefined", values_.list(undefined, at, values_.below(path, "undefined")));
        if (stage.parent) {
            const Stage& parent = stages_[*stage.parent];
            fields.add("stage", values_.make().resource(parent.unit, values_.origin(at, values_.below(path, "stage"))));
            stage.scope.inherit(parent.scope);
            stage.settings = parent.settings;
            stage.shell_is_posix = parent.shell_is_posix;
            stage.external = parent.external;
            stage.base_image = parent.base_image;
            graph_.add_edge(
                {.from = stage.unit, .to = parent.unit, .attribute = "FROM", .at = {source_, at}, .path = path});
        } else if (stage.external) {
            stage.scope.inherit_unknown(known ? std::string(image.text()) : written);
        }
        const std::string alias = alias_of(from);
        if (!alias.empty()) {
            Span as = from.words.back().span;
            for (std::size_t i = 1; i + 1 < from.words.size(); ++i) {
                if (lower_case(from.words[i].text) != "as") continue;
                as = from.words[i + 1].span;
                fields.add("as_written",
                           values_.text(from.words[i].text, from.words[i].span, values_.below(path, "as_written")));
                break;
            }
            stage.fields.add("alias", values_.text(alias, as, values_.below(stage.path, "alias")));
        }
        fields.add("written", values_.text(from.written, from.keyword_span, values_.below(path, "written")));
        fields.add("consistent", consistent(from, path));
        fields.add("by_default", by_default(written, at, values_.below(path, "by_default")));
        surroundings(from, path, fields);
        stage.fields.add("base", values_.map(fields, at, path));
        stage.fields.add("base_image", stage.base_image);
        if (stage.external) {
            const std::string cause = "the base image " + (known ? std::string(image.text()) : written) + " says it";
            stage.fields.add("base_says", values_.unknown(cause, at, values_.below(stage.path, "base_says")));
        }
        stage.fields.add("number",
                         values_.number(stage.number, from.keyword_span, values_.below(stage.path, "number")));
    }

    /// What FROM would name if nobody gave an argument: those without a default are empty then.
    Value by_default(const std::string& written, Span at, const Path* path) const {
        static const std::map<std::string, std::string> k_nothing_given;
        Scope scope(k_nothing_given);
        // The platform's are always there; whichever it is, a name with them is one.
        for (const std::string_view name : platform_arguments())
            scope.declare_global(std::string(name), {.variable = {Variable::State::known, "linux"}});
        for (const Instruction* instruction : before_) {
            if (instruction->keyword != "ARG") continue;
            for (const Word& word : instruction->words) {
                const std::size_t equals = word.text.find('=');
                if (equals == std::string::npos && is_platform_argument(word.text)) continue;
                Binding value{.variable = {Variable::State::known, {}}};
                if (equals != std::string::npos) value = values_.binding(word.text.substr(equals + 1), scope);
                scope.declare_global(word.text.substr(0, equals), value);
            }
        }
        return values_.expanded(written, scope, at, path);
    }

    /// What stands around an instruction: the last comment right above it, blank lines inside it, and the checks that
    /// the file switches on besides those that are always on.
    void surroundings(const Instruction& instruction, const Path* path, Fields& fields) const {
        if (!instruction.comments.empty())
            fields.add("comment", values_.text(instruction.comments.back(), instruction.keyword_span,
                                               values_.below(path, "comment")));
        std::vector<Value> blanks;
        for (const Span line : read_.empty_continuations) {
            if (line.begin >= instruction.span.begin && line.end <= instruction.span.end)
                blanks.push_back(values_.text("", line, values_.below(path, "blank_lines")));
        }
        fields.add("blank_lines", values_.list(blanks, instruction.keyword_span, values_.below(path, "blank_lines")));
        fields.add("experimental",
                   values_.list(experimental_, instruction.keyword_span, values_.below(path, "experimental")));
    }

    /// `# check=skip=A;experimental=B,C`
    void read_experimental() {
        const Directive* check = read_.directive("check");
        if (check == nullptr) return;
        std::string_view rest = check->value;
        while (!rest.empty()) {
            std::string_view part = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            const std::size_t equals = part.find('=');
            if (equals == std::string_view::npos || trim(part.substr(0, equals)) != "experimental") continue;
            part.remove_prefix(equals + 1);
            while (!part.empty()) {
                const std::string_view name = part.substr(0, part.find(','));
                part.remove_prefix(std::min(part.size(), name.size() + 1));
                experimental_.push_back(values_.text(trim(name), check->value_span, nullptr));
            }
        }
    }

    static std::string_view trim(std::string_view text) {
        const std::size_t begin = text.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos) return {};
        return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
    }

    /// The target and what it is built on or copies from.
    void mark_used() {
        used_.assign(stages_.size(), false);
        if (stages_.empty()) return;
        target_ = static_cast<std::uint32_t>(stages_.size() - 1);
        if (!options_.target.empty()) {
            if (const auto found = find_stage(stages_, options_.target, static_cast<std::uint32_t>(stages_.size())))
                target_ = *found;
        }
        std::vector<std::uint32_t> waiting{target_};
        while (!waiting.empty()) {
            const std::uint32_t next = waiting.back();
            waiting.pop_back();
            if (used_[next]) continue;
            used_[next] = true;
            if (stages_[next].parent) waiting.push_back(*stages_[next].parent);
            waiting.insert(waiting.end(), stages_[next].copied_from.begin(), stages_[next].copied_from.end());
        }
    }

    void finish(Stage& stage) {
        const Span at = stage.from->keyword_span;
        const auto path = [&](std::string_view name) { return values_.below(stage.path, name); };
        Fields& fields = stage.fields;
        fields.add("final", values_.boolean(stage.number == target_, at, path("final")));
        fields.add("shipped", values_.boolean(shipped(stage), at, path("shipped")));
        fields.add("used", values_.boolean(used_[stage.number], at, path("used")));
        fields.add("user", stage.settings.user);
        fields.add("workdir", stage.settings.workdir);
        fields.add("command", stage.settings.command);
        fields.add("entrypoint", stage.settings.entrypoint);
        fields.add("health_check", stage.settings.health_check);
        fields.add("shell", stage.settings.shell);
        // Labels and ports of a base image that is not at hand come on top.
        fields.add("labels",
                   values_.make().map(stage.settings.labels, stage.external, values_.origin(at, path("labels"))));
        std::vector<Element> ports;
        for (const Value& port : stage.settings.exposed)
            ports.push_back({port});
        fields.add("exposed", values_.make().list(ports, stage.external, values_.origin(at, path("exposed"))));
        fields.add("environment", environment(stage, path("environment")));
        fields.add("ignores", ignores(stage, path("ignores")));
        set_attributes(stage.unit, fields, stage.from->span, stage.path);
    }

    /// Comments in the stage's lines that switch rules off; those above the first stage are its own.
    Value ignores(const Stage& stage, const Path* path) const {
        const std::uint32_t begin = stage.number == 0 ? 0 : stage.from->span.begin;
        const bool last = stage.number + 1 == stages_.size();
        std::vector<Value> found;
        for (const Comment& comment : read_.comments) {
            if (comment.span.begin < begin || !is_suppression(comment.text)) continue;
            if (!last && comment.span.begin >= stages_[stage.number + 1].from->span.begin) continue;
            found.push_back(values_.text(comment.text, comment.span, path));
        }
        return values_.list(found, stage.from->keyword_span, path);
    }

    /// Whether the layers of a stage are part of the image that is built: of the target, or below it.
    bool shipped(const Stage& stage) const {
        std::optional<std::uint32_t> next = target_;
        while (next && *next != stage.number)
            next = stages_[*next].parent;
        return next.has_value();
    }

    Value environment(const Stage& stage, const Path* path) const {
        std::vector<Member> members;
        const Origin* origin = values_.origin(stage.from->keyword_span, path);
        for (const auto& [name, binding] : stage.scope.environment()) {
            Value value = binding.variable.state == Variable::State::known
                              ? values_.make().string(values_.keep(binding.variable.value), origin)
                              : values_.hole(name, binding.cause, origin);
            if (binding.assumed) value = values_.make().marked(value, false, true);
            members.push_back({values_.keep(name), {}, value});
        }
        return values_.make().map(members, stage.external, origin);
    }

    // ---- instructions -------------------------------------------------------------------------------------------

    const schema::ResourceType* schema_of(std::string_view type) const {
        return options_.schema == nullptr ? nullptr : options_.schema->find("Dockerfile::" + std::string(type));
    }

    void instruction_unit(const Instruction& instruction, Stage& stage) {
        const std::string content = short_hash(instruction.keyword + " " + instruction.text.text());
        std::string address = (stage.key.empty() ? "" : stage.key + ".") + instruction.keyword + "@" + content;
        const std::uint32_t again = ++seen_[address];
        if (again > 1) address += "#" + std::to_string(again);
        const std::string_view kept = values_.keep(address);
        const Path* path = values_.below(nullptr, kept);
        Fields fields = instruction_fields(instruction, stage, global_, stages_, values_, path);
        fields.add("consistent", consistent(instruction, path));
        surroundings(instruction, path, fields);
        fields.add("position", values_.number(position_++, instruction.keyword_span, values_.below(path, "position")));
        const UnitId unit = graph_.add_unit({.document = id_,
                                             .kind = UnitKind::resource,
                                             .tool = "docker",
                                             .name = values_.keep(instruction.keyword),
                                             .address = kept,
                                             .type = values_.keep(instruction.keyword),
                                             .name_span = {source_, instruction.keyword_span},
                                             .span = {source_, instruction.span},
                                             .schema = schema_of(instruction.keyword)});
        if (stage.unit.valid()) {
            const Origin* place = values_.origin(instruction.keyword_span, values_.below(path, "stage"));
            fields.add("stage", values_.make().resource(stage.unit, place));
            graph_.add_edge({.from = unit,
                             .to = stage.unit,
                             .attribute = "stage",
                             .at = {source_, instruction.keyword_span},
                             .path = values_.below(path, "stage")});
        }
        set_attributes(unit, fields, instruction.span, path);
    }

    void set_attributes(UnitId id, const Fields& fields, Span span, const Path* path) {
        const Value attributes = values_.map(fields, span, path);
        graph_.unit(id).attributes = attributes;
        graph_.unit(id).body = attributes;
    }

    FactGraph& graph_;
    const DockerfileOptions& options_;
    const Dockerfile& read_;
    DocumentId id_;
    SourceId source_;
    Values values_;
    Scope global_;
    std::vector<const Instruction*> before_;
    std::vector<Stage> stages_;
    Stage outside_;
    std::vector<bool> used_;
    std::uint32_t target_ = 0;
    std::uint32_t position_ = 0;
    bool mostly_lower_ = false;
    std::vector<Value> experimental_;
    const BuildContext& context_;
    std::map<std::string, std::uint32_t> seen_;
};

}  // namespace

std::optional<std::uint32_t> find_stage(const std::vector<Stage>& stages, std::string_view reference,
                                        std::uint32_t before) {
    const std::string name = lower_case(reference);
    // The last of that name counts.
    for (std::uint32_t i = std::min<std::uint32_t>(before, static_cast<std::uint32_t>(stages.size())); i-- > 0;) {
        if (!stages[i].name.empty() && stages[i].name == name) return i;
    }
    const bool number = !name.empty() && name.size() < 6 &&
                        std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!number) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(std::stoul(name));
    return index < before && index < stages.size() ? std::optional(index) : std::nullopt;
}

}  // namespace dockerfile

namespace {

void read_ignore_file(SourceId source, const SourceMap& sources, const Limits& limits,
                      dockerfile::BuildContext& context, DiagnosticSink& sink) {
    if (!check_bytes(sources.text(source), limits, Reporter(source, sink))) return;
    context.ignore.emplace(sources.text(source));
    context.source = source;
    context.path = sources.path(source);
    for (const dockerfile::Problem& problem : context.ignore->problems())
        sink.add({DiagnosticKind::dockerfile_syntax, {source, problem.where}, problem.message, {}, {}});
}

}  // namespace

DocumentId load_dockerfile(SourceId source, FactGraph& graph, const DockerfileOptions& options, DiagnosticSink& sink) {
    const SourceMap& sources = graph.sources();
    const std::string_view text = sources.text(source);
    const DocumentId id = graph.add_document(
        {.path = std::string(sources.path(source)), .source = source, .kind = InputKind::dockerfile});
    if (!check_bytes(text, options.limits, Reporter(source, sink))) {
        graph.document(id).failed = true;
        return id;
    }
    const dockerfile::Dockerfile read = dockerfile::read_dockerfile(text);
    for (const dockerfile::Problem& problem : read.problems)
        sink.add({DiagnosticKind::dockerfile_syntax, {source, problem.where}, problem.message, {}, {}});
    for (const dockerfile::Instruction& instruction : read.instructions) {
        if (instruction.known) continue;
        sink.add({DiagnosticKind::dockerfile_syntax,
                  {source, instruction.keyword_span},
                  "unknown instruction `" + instruction.keyword + "`" +
                      did_you_mean(instruction.keyword, dockerfile::instruction_keywords()),
                  {},
                  {}});
    }
    dockerfile::BuildContext context{.known = options.has_context};
    if (options.ignore_file) read_ignore_file(*options.ignore_file, sources, options.limits, context, sink);
    dockerfile::Loader(source, graph, options, read, id, context).load();
    return id;
}

}  // namespace spile::engine
