// The texts of a run: policy files and input documents, numbered, with their line tables.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/span.hpp"

namespace spile {

/// A place as people read it: lines and columns are 1-based, columns count bytes.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend constexpr auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

/// Owns the texts. Views handed out live as long as the map; adding more sources does not move them.
class SourceMap {
  public:
    /// `path` is printed as it is: relative, with forward slashes.
    SourceId add(std::string path, std::string text);

    [[nodiscard]] std::string_view path(SourceId id) const { return sources_.at(id.value).path; }
    [[nodiscard]] std::string_view text(SourceId id) const { return sources_.at(id.value).text; }
    [[nodiscard]] std::string_view text(SourceSpan where) const;
    [[nodiscard]] std::size_t size() const noexcept { return sources_.size(); }

    /// Line and column of a byte offset; an offset past the end is taken as the end. The line table is built at the
    /// first call.
    [[nodiscard]] LineColumn line_column(SourceId id, std::uint32_t offset) const;
    /// The text of a 1-based line without its line break; empty when there is no such line.
    [[nodiscard]] std::string_view line_text(SourceId id, std::uint32_t line) const;

    /// Bytes that nobody may see, an excerpt least of all. Locations inside may be told.
    void hide(SourceSpan where);
    /// Likewise all bytes of the source: it holds secrets that nobody has told apart.
    void hide_all(SourceId id) { hidden_[id].all = true; }
    /// What is secret of the source has been hidden by itself.
    void show_rest(SourceId id) { hidden_[id].all = false; }
    /// The bytes are known to be secret wherever they stand in the source. Too short a text is not looked for.
    void hide_text(SourceId id, std::string text);
    [[nodiscard]] bool all_hidden(SourceId id) const { return hidden_of(id) != nullptr && hidden_of(id)->all; }
    [[nodiscard]] bool has_hidden(SourceId id) const;
    /// What is hidden of the part, in order and disjoint.
    [[nodiscard]] std::vector<Span> hidden(SourceSpan part) const;

  private:
    struct Source {
        std::string path;
        std::string text;
        mutable std::vector<std::uint32_t> line_starts;  // built on demand
    };
    struct Hidden {
        std::vector<Span> places;
        std::set<std::string, std::less<>> texts;
        std::size_t longest = 0;  // of the texts
        bool all = false;
    };
    [[nodiscard]] const Hidden* hidden_of(SourceId id) const;
    const std::vector<std::uint32_t>& line_starts(SourceId id) const;

    std::deque<Source> sources_;
    std::map<SourceId, Hidden> hidden_;
};

}  // namespace spile
