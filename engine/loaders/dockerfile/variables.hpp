// ARG and ENV: what a name stands for at one place of a Dockerfile. (docs.docker.com/reference/dockerfile, "Understand
// how ARG and FROM interact", "Scope", "Predefined ARGs".)
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/document/dockerfile/words.hpp"

namespace spile::engine::dockerfile {

/// What a name stands for, and what has to be said about it.
struct Binding {
    Variable variable;
    bool assumed = false;    // rests on the default of an ARG
    bool elsewhere = false;  // declared nowhere here; a base image that is not at hand may set it
    std::string cause;       // why it is not known
};

/// Names of one stage, or of the part in front of the first one. A value; stages begin with a copy of their parent's
/// ENV.
class Scope {
  public:
    explicit Scope(const std::map<std::string, std::string>& build_arguments) : given_(&build_arguments) {}

    /// In front of the first FROM: the platform's arguments are there without being declared.
    void declare_global(const std::string& name, const Binding& value) { arguments_[name] = value; }
    /// The value of `ARG name` or `ARG name=value` here: what was given, else the default, else the global one.
    [[nodiscard]] Binding argument(const std::string& name, const Binding* written, const Scope& global) const;
    void set_argument(const std::string& name, Binding value) { arguments_[name] = std::move(value); }
    void set_environment(const std::string& name, Binding value) { environment_[name] = std::move(value); }
    /// From here on, names that are not set here may be set in an image that is not at hand.
    void inherit_unknown(std::string image) { base_image_ = std::move(image); }
    /// A stage that is built on another begins with its ENV and ARG, and with what is not known of its base.
    void inherit(const Scope& parent);

    [[nodiscard]] Binding find(std::string_view name) const;
    [[nodiscard]] const std::map<std::string, Binding, std::less<>>& environment() const noexcept {
        return environment_;
    }

  private:
    const std::map<std::string, std::string>* given_;
    std::map<std::string, Binding, std::less<>> arguments_;
    std::map<std::string, Binding, std::less<>> environment_;
    std::string base_image_;  // empty: scratch, or the part in front of the first stage
};

/// TARGETPLATFORM and its kin: there without a declaration in front of the first FROM, known when the image is built.
[[nodiscard]] std::span<const std::string_view> platform_arguments();
[[nodiscard]] bool is_platform_argument(std::string_view name);
/// HTTP_PROXY and its kin: may be given without a declaration.
[[nodiscard]] bool is_predefined_argument(std::string_view name);

}  // namespace spile::engine::dockerfile
