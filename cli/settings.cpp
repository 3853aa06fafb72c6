#include "cli/settings.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <filesystem>
#include <set>

#include "lang/base/suggest.hpp"

namespace spile::cli {

namespace {

using engine::FileSystem;

const std::vector<std::string_view> k_names = {"allow-empty",       "baseline", "color",  "fail-on", "ignore",
                                               "no-inline-waivers", "out",      "params", "policy",  "select",
                                               "unknown",           "waivers"};

bool takes_paths(std::string_view name) {
    return name == "baseline" || name == "params" || name == "policy" || name == "waivers";
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

// One settings file: a table of what it says, with lines, or diagnostics.
class SettingsFile {
  public:
    SettingsFile(std::string path, const std::string& text, SourceMap& sources, DiagnosticSink& sink)
        : path_(std::move(path)), source_(sources.add(path_, text)), sources_(sources), sink_(sink) {
        try {
            table_ = toml::parse(text, path_);
        } catch (const toml::parse_error& error) {
            complain(error.source(), std::string(error.description()), {});
        }
    }

    void read_into(Settings& settings) {
        for (auto&& [key, node] : table_) {
            if (key == "check")
                read_check(node, settings);
            else if (key == "parameters")
                read_map(node, [&](const std::string& name, const std::string& value, const std::string& origin) {
                    settings.parameters[name] = value;
                    settings.parameter_origins[name] = origin;
                });
            else if (key == "set")
                read_map(node, [&](const std::string& name, const std::string& value, const std::string& origin) {
                    set_param(settings, name, value, origin);
                });
            else if (key == "build")
                read_builds(node, settings);
            else if (key != "pins")
                unknown_key(key.str(), key.source(), {"build", "check", "parameters", "set", "pins"});
        }
        read_pins(settings);
    }

    void read_pins(Settings& settings) {
        const toml::table* pins = table_["pins"].as_table();
        if (pins == nullptr) return;
        for (auto&& [key, node] : *pins) {
            const std::string name(key.str());
            settings.pin_origins[name] = place(node.source());
            if (name == "fail-on")
                pin_severity(node, settings);
            else if (name == "unknown")
                pin_unknown(node, settings);
            else if (name == "no-inline-waivers")
                pin_no_inline_waivers(node, settings);
            else if (name == "mandatory")
                pin_mandatory(node, settings);
            else if (name == "open-params")
                pin_open_params(node, settings);
            else
                unknown_key(name, key.source(),
                            {"fail-on", "unknown", "no-inline-waivers", "mandatory", "open-params"});
        }
    }

  private:
    std::string place(const toml::source_region& where) const { return path_ + ":" + std::to_string(where.begin.line); }

    /// The bytes of a region of the file.
    SourceSpan span_of(const toml::source_region& where) const {
        // Lines and columns of the library are 1-based; the column counts code points, near enough for the start of a
        // line's text.
        std::uint32_t begin = 0;
        std::uint32_t line = 1;
        const std::string_view text = sources_.text(source_);
        while (line < where.begin.line && begin < text.size())
            line += text[begin++] == '\n' ? 1U : 0U;
        begin += where.begin.column > 0 ? where.begin.column - 1 : 0;
        const std::uint32_t length = where.end.line == where.begin.line && where.end.column > where.begin.column
                                         ? where.end.column - where.begin.column
                                         : 1;
        return {source_, {begin, begin + length}};
    }

    void complain(const toml::source_region& where, std::string message, std::string help) {
        sink_.add({DiagnosticKind::bad_setting, span_of(where), std::move(message), {}, std::move(help)});
    }

    /// `[[build]]`: which image a Dockerfile becomes. Paths are seen from the settings file.
    void read_builds(const toml::node& node, Settings& settings) {
        const toml::array* builds = node.as_array();
        if (builds == nullptr || !builds->is_array_of_tables())
            return complain(node.source(), "builds are written as `[[build]]`, each with image and dockerfile", {});
        for (const toml::node& each : *builds)
            read_build(*each.as_table(), settings);
    }

    void read_build(const toml::table& table, Settings& settings) {
        engine::BuildSetting build;
        build.dockerfile = "Dockerfile";
        bool sound = true;
        for (auto&& [key, value] : table) {
            const std::string name(key.str());
            std::string* place = name == "image"        ? &build.image
                                 : name == "dockerfile" ? &build.dockerfile
                                 : name == "context"    ? &build.context
                                 : name == "target"     ? &build.target
                                                        : nullptr;
            if (place == nullptr) {
                unknown_key(name, key.source(), {"image", "dockerfile", "context", "target"});
                sound = false;
            } else if (const auto text = value.value_exact<std::string>()) {
                *place = *text;
                if (name == "image") build.where = span_of(value.source());
            } else {
                complain(value.source(), "`" + name + "` of a build is a text", {});
                sound = false;
            }
        }
        if (build.image.empty() && sound)
            complain(table.source(), "a build names the `image` that the Dockerfile becomes", {});
        if (build.image.empty() || !sound) return;
        const auto seen_from_here = [&](const std::string& path) {
            std::string out = (std::filesystem::path(folder_of(path_)) / path).lexically_normal().generic_string();
            return out == "." ? std::string() : out;
        };
        build.dockerfile = seen_from_here(build.dockerfile);
        if (!build.context.empty()) build.context = seen_from_here(build.context + "/");
        build.said_by = place(table.source());
        settings.builds.push_back(std::move(build));
    }

    void unknown_key(std::string_view key, const toml::source_region& where,
                     const std::vector<std::string_view>& known) {
        complain(where, "unknown setting `" + std::string(key) + "`" + did_you_mean(key, known), {});
    }

    static std::optional<std::string> text_of(const toml::node& node) {
        if (const auto text = node.value_exact<std::string>()) return *text;
        if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
        if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
        return std::nullopt;
    }

    void read_check(const toml::node& node, Settings& settings) {
        const toml::table* table = node.as_table();
        if (table == nullptr) return complain(node.source(), "`check` is a table of settings", {});
        for (auto&& [key, value] : *table) {
            const std::string name(key.str());
            if (std::find(k_names.begin(), k_names.end(), name) == k_names.end()) {
                unknown_key(name, key.source(), k_names);
                continue;
            }
            Setting setting{{}, place(value.source())};
            const auto add = [&](const toml::node& item) {
                const auto text = text_of(item);
                if (!text) return complain(item.source(), "`" + name + "` takes texts", {});
                const bool relative = takes_paths(name) && !text->starts_with("/");
                setting.values.push_back(relative ? folder_of(path_) + *text : *text);
            };
            if (const toml::array* list = value.as_array()) {
                for (const toml::node& item : *list)
                    add(item);
            } else {
                add(value);
            }
            settings.values[name] = setting;
        }
    }

    template <class Put>
    void read_map(const toml::node& node, const Put& put) {
        const toml::table* table = node.as_table();
        if (table == nullptr) return complain(node.source(), "this is a table of names and values", {});
        for (auto&& [key, value] : *table) {
            const auto text = text_of(value);
            if (text)
                put(std::string(key.str()), *text, place(value.source()));
            else
                complain(value.source(), "`" + std::string(key.str()) + "` takes a text, a number or a boolean", {});
        }
    }

    void set_param(Settings& settings, const std::string& name, const std::string& value, const std::string& origin) {
        const std::size_t dot = name.rfind('.');
        settings.params.push_back({dot == std::string::npos ? std::string() : name.substr(0, dot),
                                   dot == std::string::npos ? name : name.substr(dot + 1), value, origin});
    }

    void pin_no_inline_waivers(const toml::node& node, Settings& settings) {
        if (!node.is_boolean()) return complain(node.source(), "a pinned `no-inline-waivers` is true or false", {});
        settings.pins.no_inline_waivers = settings.pins.no_inline_waivers || node.value_or(false);
    }

    void pin_severity(const toml::node& node, Settings& settings) {
        const auto severity = lang::parse_severity(node.value_or(std::string()));
        if (!severity)
            return complain(node.source(), "a pinned `fail-on` is a severity: info, low, medium, high or critical", {});
        if (!settings.pins.fail_on || *severity < *settings.pins.fail_on) settings.pins.fail_on = severity;
    }

    void pin_unknown(const toml::node& node, Settings& settings) {
        const std::string word = node.value_or(std::string());
        if (word == "fail")
            settings.pins.unknown = lang::UnknownTreatment::fail;
        else if (word == "warn")  // does not relax another pin
            settings.pins.unknown = settings.pins.unknown.value_or(lang::UnknownTreatment::warn);
        else
            complain(node.source(), "a pinned `unknown` is fail or warn", {});
    }

    void pin_open_params(const toml::node& node, Settings& settings) {
        const toml::array* list = node.as_array();
        if (list == nullptr) return complain(node.source(), "`open-params` is a list of params: \"module.name\"", {});
        for (const toml::node& item : *list) {
            if (const auto name = item.value_exact<std::string>())
                settings.pins.open_params.push_back(*name);
            else
                complain(item.source(), "a param is a text: \"module.name\"", {});
        }
    }

    void pin_mandatory(const toml::node& node, Settings& settings) {
        const toml::array* list = node.as_array();
        if (list == nullptr) return complain(node.source(), "`mandatory` is a list of policy ids", {});
        for (const toml::node& item : *list) {
            if (const auto id = item.value_exact<std::string>()) {
                settings.pins.mandatory.push_back({*id, {}});
            } else if (const toml::table* table = item.as_table()) {
                settings.pins.mandatory.push_back(
                    {(*table)["id"].value_or(std::string()), (*table)["approver"].value_or(std::string())});
            } else {
                complain(item.source(), "a mandatory policy is an id, or a table of id and approver", {});
            }
        }
    }

    std::string path_;
    SourceId source_;
    SourceMap& sources_;
    DiagnosticSink& sink_;
    toml::table table_;
};

// The nearest spile.toml from here to the root of the repository.
std::optional<std::string> nearest_file(const FileSystem& files) {
    std::string up;
    for (int i = 0; i < 64; ++i) {
        if (files.entry(up + "spile.toml") == FileSystem::Entry::file) return up + "spile.toml";
        if (files.entry(up + ".git") != FileSystem::Entry::none) return std::nullopt;
        if (files.entry(up + "../") != FileSystem::Entry::folder) return std::nullopt;
        up += "../";
    }
    return std::nullopt;
}

// The spile.toml of the pack that a folder or file of policies belongs to: in the folder, or in one that the path
// names.
std::optional<std::string> pack_file(const std::string& policy, const FileSystem& files) {
    for (std::filesystem::path folder = policy; !folder.empty(); folder = folder.parent_path()) {
        std::string own = (folder / "spile.toml").generic_string();
        if (files.entry(own) == FileSystem::Entry::file) return own;
        if (folder == folder.parent_path()) break;
    }
    return std::nullopt;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i != text.size() && text[i] != ',') continue;
        if (i > begin) parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

void read_environment(Settings& settings, const Environment& environment) {
    for (const std::string_view name : k_names) {
        std::string variable = "SPILE_";
        for (const char c : name)
            variable += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        const auto value = environment(variable);
        if (value && !value->empty()) settings.values[std::string(name)] = {split(*value), variable};
    }
}

void read_flags(Settings& settings, const Options& options) {
    const auto put = [&](const char* name, std::vector<std::string> values) {
        if (!values.empty()) settings.values[name] = {std::move(values), std::string("--") + name};
    };
    const auto put_one = [&](const char* name, const std::optional<std::string>& value) {
        if (value) put(name, {*value});
    };
    const CheckOptions& check = options.check;
    put("policy", check.policies);
    put("waivers", check.waivers);
    put("params", check.parameter_files);
    put("out", check.outputs);
    put("select", check.select);
    put("ignore", check.ignore);
    put_one("fail-on", check.fail_on);
    put_one("unknown", check.unknown);
    put_one("baseline", check.baseline);
    if (check.allow_empty) put("allow-empty", {"true"});
    if (check.no_inline_waivers) put("no-inline-waivers", {"true"});
    if (options.common.colour != "auto") put("color", {options.common.colour});
}

void read_pairs(Settings& settings, const CheckOptions& check, DiagnosticSink& sink) {
    for (const std::string& pair : check.parameters) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) {
            sink.add(
                {DiagnosticKind::usage, {}, "`--param " + pair + "` has no value", {}, "write --param Name=Value"});
            continue;
        }
        const std::string name = pair.substr(0, equals);
        settings.parameters[name] = settings.parameters_of_flags[name] = pair.substr(equals + 1);
        settings.parameter_origins[name] = "--param";
    }
    for (const std::string& pair : check.settings) {
        const std::size_t equals = pair.find('=');
        const std::size_t dot = equals == std::string::npos ? std::string::npos : pair.rfind('.', equals);
        if (dot == std::string::npos) {
            sink.add({DiagnosticKind::usage,
                      {},
                      "`--set " + pair + "` names no param",
                      {},
                      "write --set module.name=VALUE"});
            continue;
        }
        settings.params.push_back(
            {pair.substr(0, dot), pair.substr(dot + 1, equals - dot - 1), pair.substr(equals + 1), "--set"});
    }
}

// Settings of few words, wherever they come from; the others are checked where they are used.
void check_words(const Settings& settings, DiagnosticSink& sink) {
    const auto one_of = [&](const char* name, const std::vector<std::string_view>& words) {
        const std::string value = settings.one(name);
        if (value.empty() || std::find(words.begin(), words.end(), value) != words.end()) return;
        std::string listed;
        for (const std::string_view word : words)
            listed.append(listed.empty() ? "" : ", ").append(word);
        sink.add({DiagnosticKind::bad_setting,
                  {},
                  "`" + std::string(name) + "` cannot be `" + value + "` (" + settings.at(name).origin +
                      "); it is one of " + listed,
                  {},
                  {}});
    };
    one_of("allow-empty", {"true", "false"});
    one_of("no-inline-waivers", {"true", "false"});
    one_of("color", {"auto", "always", "never"});
}

}  // namespace

const std::vector<std::string_view>& setting_names() {
    return k_names;
}

const Setting& Settings::at(std::string_view name) const {
    return values.find(name)->second;
}

std::string Settings::one(std::string_view name) const {
    const Setting& setting = at(name);
    return setting.values.empty() ? std::string() : setting.values.back();
}

Settings settle(const Options& options, const Environment& environment, const FileSystem& files, SourceMap& sources,
                DiagnosticSink& sink) {
    Settings settings;
    for (const std::string_view name : k_names)
        settings.values[std::string(name)] = {};
    settings.values["fail-on"].values = {"low"};
    settings.values["unknown"].values = {"warn"};
    settings.values["color"].values = {"auto"};
    settings.values["out"].values = {"text"};

    std::optional<std::string> path = nearest_file(files);
    if (!options.common.config_file.empty()) path = options.common.config_file;
    const auto read = [&](const std::string& from, bool pins_only) {
        Result<std::string> text = files.read(from);
        if (!text.ok()) {
            sink.add({DiagnosticKind::bad_setting, {}, text.error().message, {}, {}});
            return;
        }
        SettingsFile file(from, std::move(text).value(), sources, sink);
        if (pins_only)
            file.read_pins(settings);
        else
            file.read_into(settings);
    };
    if (path) read(*path, false);
    read_environment(settings, environment);
    read_flags(settings, options);
    read_pairs(settings, options.check, sink);
    check_words(settings, sink);
    // A pack's own spile.toml pins, also when only a part of the pack is named; it settles nothing else.
    std::set<std::string> packs;
    for (const std::string& policy : settings.at("policy").values) {
        if (const std::optional<std::string> own = pack_file(policy, files); own && (!path || *own != *path))
            packs.insert(*own);
    }
    for (const std::string& own : packs)
        read(own, true);
    return settings;
}

}  // namespace spile::cli
