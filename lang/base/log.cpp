#include "lang/base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace spile::log {

namespace {

spdlog::logger& logger() {
    static const std::shared_ptr<spdlog::logger> the = [] {
        auto made = std::make_shared<spdlog::logger>("spile", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%n: %l: %v");
        made->set_level(spdlog::level::off);
        return made;
    }();
    return *the;
}

}  // namespace

void set_level(Level level) {
    switch (level) {
        case Level::off:
            logger().set_level(spdlog::level::off);
            return;
        case Level::warn:
            logger().set_level(spdlog::level::warn);
            return;
        case Level::info:
            logger().set_level(spdlog::level::info);
            return;
        case Level::debug:
            logger().set_level(spdlog::level::debug);
            return;
    }
}

void debug(std::string_view message) {
    logger().debug("{}", message);
}
void info(std::string_view message) {
    logger().info("{}", message);
}
void warn(std::string_view message) {
    logger().warn("{}", message);
}

}  // namespace spile::log
