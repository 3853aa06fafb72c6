#include "engine/findings/locate.hpp"

#include <algorithm>

namespace spile::engine {

Location locate(const SourceMap& sources, SourceSpan where) {
    const LineColumn begin = sources.line_column(where.source, where.span.begin);
    const LineColumn end = sources.line_column(where.source, std::max(where.span.begin, where.span.end));
    return {.path = std::string(sources.path(where.source)),
            .line = begin.line,
            .column = begin.column,
            .end_line = end.line,
            .end_column = end.column,
            .span = where};
}

std::string path_and_line(const SourceMap& sources, SourceSpan where) {
    if (!where.valid()) return {};
    return std::string(sources.path(where.source)) + ":" +
           std::to_string(sources.line_column(where.source, where.span.begin).line);
}

}  // namespace spile::engine
