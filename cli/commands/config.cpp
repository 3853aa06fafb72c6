// spile config and spile version.
#include "cli/commands/commands.hpp"

namespace spile::cli {

namespace {

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values)
        out += (out.empty() ? "" : ", ") + value;
    return out.empty() ? "(none)" : out;
}

}  // namespace

int show_config(Terminal& terminal) {
    std::string out;
    const auto line = [&](const std::string& name, const std::string& value, const std::string& origin) {
        out += name + " = " + value;
        if (terminal.options.show_origin) out += "    # " + origin;
        out += '\n';
    };
    for (const auto& [name, setting] : terminal.settings.values)
        line(name, joined(setting.values), setting.origin);
    for (const auto& [name, value] : terminal.settings.parameters)
        line("parameters." + name, value, terminal.settings.parameter_origins.at(name));
    for (const lang::ParamSetting& param : terminal.settings.params)
        line("set." + param.module + "." + param.name, param.value, param.origin);
    for (const auto& [name, origin] : terminal.settings.pin_origins) {
        const engine::OrganisationPins& pins = terminal.settings.pins;
        std::string value;
        if (name == "fail-on" && pins.fail_on) value = lang::word(*pins.fail_on);
        if (name == "unknown" && pins.unknown) value = *pins.unknown == lang::UnknownTreatment::fail ? "fail" : "warn";
        if (name == "no-inline-waivers") value = pins.no_inline_waivers ? "true" : "false";
        if (name == "mandatory") {
            for (const engine::MandatoryPolicy& policy : pins.mandatory)
                value += (value.empty() ? "" : ", ") + policy.id;
        }
        if (name == "open-params") value = joined(pins.open_params);
        line("pinned." + name, value, origin);
    }
    print(out);
    return 0;
}

int version(Terminal&) {
    print("spile " SPILE_VERSION "\n");
    return 0;
}

}  // namespace spile::cli
