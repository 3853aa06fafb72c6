#include "engine/loaders/dockerfile/variables.hpp"

#include <algorithm>
#include <array>

namespace spile::engine::dockerfile {

namespace {

constexpr std::array<std::string_view, 8> k_platform = {"BUILDARCH",  "BUILDOS",  "BUILDPLATFORM",  "BUILDVARIANT",
                                                        "TARGETARCH", "TARGETOS", "TARGETPLATFORM", "TARGETVARIANT"};
constexpr std::array<std::string_view, 10> k_predefined = {"ALL_PROXY",   "FTP_PROXY", "HTTPS_PROXY", "HTTP_PROXY",
                                                           "NO_PROXY",    "all_proxy", "ftp_proxy",   "http_proxy",
                                                           "https_proxy", "no_proxy"};

Binding not_known(std::string cause) {
    return {.variable = {Variable::State::unknown, {}}, .cause = std::move(cause)};
}

}  // namespace

std::span<const std::string_view> platform_arguments() {
    return k_platform;
}

bool is_platform_argument(std::string_view name) {
    return std::find(k_platform.begin(), k_platform.end(), name) != k_platform.end();
}

bool is_predefined_argument(std::string_view name) {
    return std::find(k_predefined.begin(), k_predefined.end(), name) != k_predefined.end();
}

Binding Scope::argument(const std::string& name, const Binding* written, const Scope& global) const {
    if (const auto given = given_->find(name); given != given_->end())
        return {.variable = {Variable::State::known, given->second}};
    if (written != nullptr) {
        Binding out = *written;
        out.assumed = true;
        return out;
    }
    if (const auto found = global.arguments_.find(name); found != global.arguments_.end()) return found->second;
    if (is_platform_argument(name)) return not_known("`" + name + "` is known when the image is built");
    return not_known("build argument `" + name + "` has no value");
}

void Scope::inherit(const Scope& parent) {
    environment_ = parent.environment_;
    arguments_ = parent.arguments_;
    base_image_ = parent.base_image_;
}

Binding Scope::find(std::string_view name) const {
    if (const auto found = environment_.find(name); found != environment_.end()) return found->second;
    if (const auto found = arguments_.find(name); found != arguments_.end()) return found->second;
    if (base_image_.empty()) return {};
    Binding out = not_known("`" + std::string(name) + "` may be set by the base image " + base_image_);
    out.elsewhere = true;
    return out;
}

}  // namespace spile::engine::dockerfile
