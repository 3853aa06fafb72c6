// Any text as the short form of a plan's resources, the current ones behind a line `---`: what is made of it reads as a
// plan in which every resource is found, and edits of that leave a plan.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/scenario/terraform/edit_plan.hpp"
#include "engine/scenario/terraform/make_plan.hpp"
#include "lang/base/check.hpp"

using namespace spile::engine::scenario::terraform;  // NOLINT(google-build-using-namespace): a test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    constexpr std::string_view between = "\n---\n";
    const std::size_t cut = text.find(between);
    const std::string planned = with_room_behind_tags(std::string(text.substr(0, cut)));
    const std::string_view current = cut == std::string_view::npos ? "{}" : text.substr(cut + between.size());
    const auto plan = make_plan(planned, current, Completeness::whole);
    if (!plan.ok()) {
        SPILE_CHECK(!plan.error().message.empty(), "an error says something");
        return 0;
    }
    SPILE_CHECK(make_plan(planned, current, Completeness::partial).ok(), "less is asked of what may be stated later");
    const PlanOutline outline = outline_of_plan(plan.value());
    SPILE_CHECK(outline.problem.empty(), "a made plan reads as JSON");
    const auto stated = read_stated(planned, k_planned_name);
    for (const StatedResource& resource : stated.value()) {
        const PlanInstance* instance = outline.find(spile::engine::scenario::terraform::text(resource.address));
        SPILE_CHECK(instance != nullptr && !instance->resource.empty(), "a planned resource is in the plan");
        SPILE_CHECK(!instance->configuration.empty(), "and in the configuration");
    }
    if (stated.value().empty()) return 0;
    const StatedResource& first = stated.value().front();
    if (first.attributes.keys.empty()) return 0;
    const PlanPlace place{spile::engine::scenario::terraform::text(first.address),
                          {{first.attributes.keys.front(), std::nullopt}}};
    for (const PlanEdit kind : {PlanEdit::set, PlanEdit::make_unknown, PlanEdit::remove}) {
        const auto edited = edit_plan(plan.value(), place, kind, "{a: [1, null]}");
        if (edited.ok()) SPILE_CHECK(outline_of_plan(edited.value()).problem.empty(), "an edited plan reads as JSON");
    }
    return 0;
}
