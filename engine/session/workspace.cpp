#include "engine/session/workspace.hpp"

#include <algorithm>

#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/cloudformation/parameters_file.hpp"
#include "engine/loaders/compose/compose.hpp"
#include "engine/loaders/dockerfile/dockerfile.hpp"
#include "engine/loaders/dockerfile/variables.hpp"
#include "engine/loaders/terraform/terraform.hpp"
#include "lang/base/check.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// What a walk looks into; everything else is counted as skipped.
bool perhaps_template(std::string_view path) {
    return ends_with(path, ".yaml") || ends_with(path, ".yml") || ends_with(path, ".json") ||
           ends_with(path, ".template") || ends_with(path, ".tfplan") || is_dockerfile(path);
}

Diagnostic plain(DiagnosticKind kind, std::string message, std::string help = {}) {
    return {kind, {}, std::move(message), {}, std::move(help)};
}

}  // namespace

Workspace::Workspace(const FileSystem& files, const schema::Schema& schema)
    : files_(&files), schema_(&schema), graph_(sources_) {}

Workspace::Workspace(const FileSystem& files, const schema::Schema& schema, const CompiledPolicies& policies)
    : files_(&files),
      schema_(&schema),
      sources_(policies.sources),
      program_(&policies.program),
      interest_(&policies.interest),
      graph_(sources_) {}

Workspace::~Workspace() = default;

bool Workspace::load_policies(const PolicyRequest& request, DiagnosticSink& sink) {
    const std::vector<lang::ModuleText> texts = read_policy_texts(*files_, request, sink);
    if (sink.has_errors()) return false;
    own_ = compile_policies(texts, request, *schema_, std::move(sources_), sink);
    sources_ = std::move(own_.sources);
    return !sink.has_errors();
}

lang::Program& Workspace::own_program() {
    SPILE_CHECK(program_ == &own_.program, "a program that is shared is not changed");
    return own_.program;
}

void Workspace::unreadable(const std::string& path, const std::string& error) {
    InputSummary summary;
    summary.path = path;
    summary.error = error;
    unread_.push_back(std::move(summary));
}

void Workspace::warn_of_unused_parameters(const std::map<std::string, std::string>& given) {
    std::vector<std::string_view> declared = {"AWS::AccountId", "AWS::NotificationARNs", "AWS::Partition",
                                              "AWS::Region",    "AWS::StackId",          "AWS::StackName",
                                              "AWS::URLSuffix"};
    for (const Unit& unit : graph_.units()) {
        if (unit.kind == UnitKind::parameter) declared.push_back(unit.name);
    }
    for (const auto& [name, value] : given) {
        if (std::find(declared.begin(), declared.end(), name) != declared.end()) continue;
        warnings_.push_back("no input declares the parameter `" + name + "`" + did_you_mean(name, declared));
    }
}

void Workspace::warn_of_unused_build_settings(const InputRequest& request) {
    std::vector<std::string_view> arguments;
    std::vector<std::string_view> stages;
    for (const Unit& unit : graph_.units()) {
        if (unit.tool != "docker") continue;
        if (unit.type == "stage") stages.push_back(unit.name);
        const Member* const listed = unit.type == "ARG" ? unit.attributes.member("arguments") : nullptr;
        if (listed == nullptr) continue;
        for (const Element& each : listed->value.elements())
            arguments.push_back(each.value.member("name")->value.text());
    }
    for (const auto& [name, value] : request.build_arguments) {
        if (std::find(arguments.begin(), arguments.end(), name) != arguments.end()) continue;
        if (dockerfile::is_predefined_argument(name) || dockerfile::is_platform_argument(name)) continue;
        warnings_.push_back("no Dockerfile declares the build argument `" + name + "`" + did_you_mean(name, arguments));
    }
    if (request.target.empty() || std::find(stages.begin(), stages.end(), request.target) != stages.end()) return;
    warnings_.push_back("no Dockerfile has a stage `" + request.target + "`" + did_you_mean(request.target, stages));
}

std::vector<Workspace::Candidate> Workspace::find_inputs(const InputRequest& request, DiagnosticSink& sink) {
    std::vector<Candidate> found;
    const auto add = [&](const std::string& path, bool named) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const Candidate& c) { return c.path == path; });
        if (known) return;
        Result<std::string> text = files_->read(path);
        if (text.ok()) {
            found.push_back({path, std::move(text).value(), named});
        } else {
            sink.add(plain(DiagnosticKind::input_not_found, text.error().message));
            unreadable(path, text.error().message);
        }
    };
    const std::vector<std::string> here{"."};
    for (const std::string& given : request.names.empty() ? here : request.names) {
        std::string name = given;
        while (name.size() > 2 && name.starts_with("./"))
            name.erase(0, 2);
        if (name == "-") {
            found.push_back({"-", request.standard_input.value_or(std::string()), true});
            continue;
        }
        switch (files_->entry(name)) {
            case FileSystem::Entry::file:
                add(name, true);
                break;
            case FileSystem::Entry::folder:
                for (const std::string& file : files_->walk(name)) {
                    if (perhaps_template(file))
                        add(file, false);
                    else
                        ++skipped_;
                }
                break;
            case FileSystem::Entry::none:
                sink.add(plain(DiagnosticKind::input_not_found, "there is no file or folder `" + name + "`"));
                unreadable(name, "there is no such file or folder");
                break;
        }
    }
    return found;
}

bool Workspace::load_inputs(const InputRequest& request, DiagnosticSink& sink) {
    std::map<std::string, std::string> parameters;
    for (const std::string& path : request.parameter_files) {
        Result<std::string> text = files_->read(path);
        if (!text.ok()) {
            sink.add(plain(DiagnosticKind::parameter_file_not_read, text.error().message));
            continue;
        }
        const SourceId source = sources_.add(path, std::move(text).value());
        sources_.hide_all(source);  // which of them are secret only the templates say
        const Result<ParameterValues> values = read_parameters_file(source, sources_, request.limits, sink);
        if (!values.ok()) {
            sink.add({DiagnosticKind::parameter_file_not_read, {source, {0, 0}}, values.error().message, {}, {}});
            continue;
        }
        for (const auto& [name, value] : values.value())
            parameters[name] = value;
    }
    if (sink.has_errors()) return false;
    for (const auto& [name, value] : request.parameters)
        parameters[name] = value;
    for (const BuildSetting& setting : request.builds)
        builds_.push_back(statement_of(setting));
    // Compose files first: they say in which context a Dockerfile is built.
    std::vector<Candidate> inputs = find_inputs(request, sink);
    std::stable_partition(inputs.begin(), inputs.end(),
                          [](const Candidate& input) { return is_compose(input.path, input.text); });
    for (const Candidate& input : inputs)
        load_input(input, request, parameters, sink);
    add_builds(builds_, graph_, schema_, warnings_);
    warn_of_unused_parameters(request.named_parameters);
    warn_of_unused_build_settings(request);
    parameters_ = std::move(parameters);
    return true;
}

void Workspace::load_input(const Candidate& input, const InputRequest& request,
                           const std::map<std::string, std::string>& parameters, DiagnosticSink& sink) {
    std::optional<Detected> detected = detect_input(input.path, input.text);
    const auto kind = request.kinds.find(input.path);
    if (kind != request.kinds.end())
        detected = Detected{kind->second, detect_format(input.path, input.text)};
    else if (request.as)
        detected = Detected{*request.as, detect_format(input.path, input.text)};
    const auto is = [&](InputKind wanted) { return detected && detected->kind == wanted; };
    const bool compose = is(InputKind::yaml) && is_compose(input.path, input.text);
    const bool terraform = is(InputKind::tfplan) || is(InputKind::tfstate);
    const bool loadable = is(InputKind::cfn) || is(InputKind::dockerfile) || compose || terraform;
    if (!loadable) {
        if (input.named)
            unrecognised(input.path, detected, sink);
        else
            ++skipped_;
        return;
    }
    const SourceId source = sources_.add(input.path, input.text);
    const std::size_t before = sink.all().size();
    if (detected->kind == InputKind::dockerfile)
        load_dockerfile_input(source, request, sink);
    else if (terraform)
        load_terraform_input(source, request, sink);
    else if (compose)
        load_compose(source, graph_, {.limits = request.limits, .schema = schema_}, builds_, sink);
    else
        load_template(source, detected->format, request, parameters, sink);
    // A part that does not have its shape was not checked: the rest counts, and the run is not green.
    if (const std::optional<std::string> reason = first_error(source, before, sink)) unreadable(input.path, *reason);
}

void Workspace::unrecognised(const std::string& path, const std::optional<Detected>& detected, DiagnosticSink& sink) {
    const std::string what = detected
                                 ? "is of kind `" + std::string(word(detected->kind)) + "`, which cannot be checked yet"
                                 : "is not recognised as a template";
    sink.add(
        plain(DiagnosticKind::input_not_recognised, "the input `" + path + "` " + what,
              "a CloudFormation template has `Resources` with types, a Terraform plan is the output of `terraform "
              "show -json`, a Dockerfile is called so; --as cfn, --as tfplan or --as dockerfile reads a file as one "
              "in any case"));
    unreadable(path, what);
}

BuildStatement Workspace::statement_of(const BuildSetting& setting) {
    Origin place;
    place.span = place.key = setting.where;
    BuildStatement out;
    out.image = graph_.factory().string(graph_.arena().copy(setting.image), graph_.arena().make<Origin>(place));
    out.dockerfile = setting.dockerfile;
    const std::size_t slash = setting.dockerfile.rfind('/');
    out.context = !setting.context.empty()     ? setting.context
                  : slash == std::string::npos ? ""
                                               : setting.dockerfile.substr(0, slash);
    out.target = setting.target;
    out.said_by = setting.said_by;
    return out;
}

std::optional<SourceId> Workspace::ignore_file_of(const std::string& dockerfile) {
    const std::size_t slash = dockerfile.rfind('/');
    std::string context = slash == std::string::npos ? "" : dockerfile.substr(0, slash);
    for (const BuildStatement& build : builds_) {
        if (build.dockerfile != dockerfile) continue;
        context = build.context;
        break;
    }
    while (context.ends_with('/'))
        context.pop_back();
    if (context == ".") context.clear();
    for (const std::string& path :
         {dockerfile + ".dockerignore", (context.empty() ? "" : context + "/") + ".dockerignore"}) {
        if (files_->entry(path) != FileSystem::Entry::file) continue;
        Result<std::string> text = files_->read(path);
        if (text.ok()) return sources_.add(path, std::move(text).value());
    }
    return std::nullopt;
}

void Workspace::load_dockerfile_input(SourceId source, const InputRequest& request, DiagnosticSink& sink) {
    DockerfileOptions options;
    const std::string path(sources_.path(source));
    options.has_context = path != "-";
    if (options.has_context) options.ignore_file = ignore_file_of(path);
    options.build_arguments = request.build_arguments;
    options.target = request.target;
    options.limits = request.limits;
    options.schema = schema_;
    load_dockerfile(source, graph_, options, sink);
}

void Workspace::load_terraform_input(SourceId source, const InputRequest& request, DiagnosticSink& sink) {
    TerraformOptions options;
    options.limits = request.limits;
    options.schema = schema_;
    options.interest = request.whole ? nullptr : interest_;
    load_terraform(source, graph_, options, sink);
}

void Workspace::load_template(SourceId source, Format format, const InputRequest& request,
                              const std::map<std::string, std::string>& parameters, DiagnosticSink& sink) {
    CloudFormationOptions options;
    options.parameters = parameters;
    options.limits = request.limits;
    options.schema = schema_;
    options.interest = request.whole ? nullptr : interest_;
    options.read_file = [this](const std::string& path) -> Result<std::string> {
        const std::optional<std::string> inside = confined(path);
        if (!inside || !files_->stays_below(*inside))
            return Error{"`" + path + "` lies outside the folder that is checked"};
        return files_->read(*inside);
    };
    load_cloudformation(source, format, graph_, options, sink);
}

// What the report says of an input of which something could not be read.
std::optional<std::string> Workspace::first_error(SourceId source, std::size_t since,
                                                  const DiagnosticSink& sink) const {
    for (std::size_t i = since; i < sink.all().size(); ++i) {
        const Diagnostic& each = sink.all()[i];
        if (info(each.kind).severity != DiagnosticSeverity::error) continue;
        if (!each.where.valid()) return each.message;
        const LineColumn at = sources_.line_column(each.where.source, each.where.span.begin);
        const std::string file =
            each.where.source == source ? "" : "of " + std::string(sources_.path(each.where.source)) + ", ";
        return each.message + " (" + file + "line " + std::to_string(at.line) + ", column " +
               std::to_string(at.column) + ")";
    }
    return std::nullopt;
}

const std::vector<Outcome>& Workspace::evaluate(std::int64_t now,
                                                const std::optional<std::vector<std::uint32_t>>& selected,
                                                const std::function<void(Evaluation&)>& observe) {
    evaluation_ = std::make_unique<Evaluation>(*program_, graph_, now);
    if (observe) observe(*evaluation_);
    EvaluateOptions options;
    if (selected) {
        const lang::Policy* first = program_->policies.data();
        options.selected = [&selected, first](const lang::Policy& policy) {
            return std::binary_search(selected->begin(), selected->end(), static_cast<std::uint32_t>(&policy - first));
        };
    }
    outcomes_ = engine::evaluate(*evaluation_, options);
    return outcomes_;
}

}  // namespace spile::engine
