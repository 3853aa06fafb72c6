// `.dockerignore`: which paths of a build context never reach the build. Syntax and matching are those of
// docs.docker.com/build/concepts/context ("dockerignore files") and of moby/patternmatcher.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/dockerfile/dockerfile.hpp"
#include "lang/base/span.hpp"

namespace re2 {
class RE2;
}

namespace spile::engine::dockerfile {

struct IgnorePattern {
    std::string text;      // cleaned, without `!` and the slash in front: "*/tmp"
    bool negated = false;  // `!`: takes the path back in
    Span span;             // the line, without blanks around
};

/// The patterns of one file, in order; the last one that matches a path decides.
class IgnoreFile {
  public:
    /// Never throws on any bytes; what Docker would refuse is a problem, and that line counts for nothing.
    explicit IgnoreFile(std::string_view text);
    IgnoreFile(IgnoreFile&&) noexcept;
    IgnoreFile& operator=(IgnoreFile&&) noexcept;
    ~IgnoreFile();

    [[nodiscard]] const std::vector<IgnorePattern>& patterns() const noexcept { return patterns_; }
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }
    /// The pattern that leaves the path, or a folder above it, out of the context; null when the path is in it. Paths
    /// are those of COPY: relative to the context, also with `./` or `/` in front. O(patterns × folders of the path).
    [[nodiscard]] const IgnorePattern* excludes(std::string_view path) const;

  private:
    std::vector<IgnorePattern> patterns_;
    std::vector<std::unique_ptr<re2::RE2>> compiled_;  // beside patterns_
    std::vector<Problem> problems_;
};

/// `./a//b/../c/` → `a/c`, `/` and `.` → ``: a path of the build context. `..` leads no higher than the context.
[[nodiscard]] std::string clean_context_path(std::string_view path);

}  // namespace spile::engine::dockerfile
