// Any text, path and value: an edit that is made leaves a text that can be read, and one that is refused says why.
//
// Input: format (j or y) and kind (r or s), the path on the first line with `.` before a key and `/` before a position,
// a value up to a line of three dots, then the text.
#include <cstdint>
#include <string_view>

#include "engine/document/edit.hpp"
#include "lang/base/check.hpp"

using namespace spile;
using engine::Edit;
using engine::Format;

namespace {

std::string_view up_to(std::string_view& rest, std::string_view mark) {
    const std::size_t at = std::min(rest.find(mark), rest.size());
    const std::string_view piece = rest.substr(0, at);
    rest.remove_prefix(std::min(at + mark.size(), rest.size()));
    return piece;
}

std::vector<engine::EditStep> path(std::string_view text) {
    std::vector<engine::EditStep> steps;
    while (!text.empty()) {
        const bool position = text[0] == '/';
        text.remove_prefix(1);
        const std::string_view word = text.substr(0, std::min(text.find_first_of("./"), text.size()));
        text.remove_prefix(word.size());
        engine::EditStep step{std::string(word), {}};
        if (position) step.index = static_cast<std::uint32_t>(word.empty() ? 0 : word[0] - '0') % 16;
        steps.push_back(std::move(step));
    }
    return steps;
}

bool readable(std::string_view text, Format format) {
    SourceMap sources;
    DiagnosticSink sink;
    const auto cursor = engine::open_document(sources.add("input", std::string(text)), sources, format, {}, sink);
    while (cursor->next().token != engine::Token::end)
        continue;
    return !cursor->failed();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 3 || size > 20'000) return 0;
    std::string_view rest(reinterpret_cast<const char*>(bytes), size);
    const Format format = rest[0] == 'j' ? Format::json : Format::yaml;
    Edit edit{rest[1] == 'r' ? Edit::Kind::remove : Edit::Kind::set, {}, {}};
    rest.remove_prefix(2);
    edit.path = path(up_to(rest, "\n"));
    edit.value = std::string(up_to(rest, "\n...\n"));
    const Result<std::string> edited = engine::edit(rest, format, edit);
    if (!edited) {
        SPILE_CHECK(!edited.error().message.empty(), "a refusal has a reason");
        return 0;
    }
    SPILE_CHECK(readable(edited.value(), format), "the edited text can be read");
    // What was set is there to be removed; what was removed is not.
    edit.kind = Edit::Kind::remove;
    const bool removed = bytes[1] == 'r';
    const bool last_is_key = !edit.path.back().index;
    const Result<std::string> again = engine::edit(edited.value(), format, edit);
    if (removed && last_is_key) SPILE_CHECK(!again, "a removed member is gone");
    return 0;
}
