#include "events.hpp"

namespace spile::engine {

std::string_view name_of(Token token) {
    switch (token) {
        case Token::null_value:
            return "null";
        case Token::boolean:
            return "boolean";
        case Token::number:
            return "number";
        case Token::string:
            return "string";
        case Token::begin_list:
            return "begin_list";
        case Token::end_list:
            return "end_list";
        case Token::begin_map:
            return "begin_map";
        case Token::end_map:
            return "end_map";
        case Token::key:
            return "key";
        case Token::end:
            break;
    }
    return "end";
}

ReadBack read_back(std::string_view text, Format format, const Limits& limits) {
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("input", std::string(text));
    const auto cursor = open_document(id, sources, format, limits, sink);
    ReadBack out;
    for (const Event* event = &cursor->next(); event->token != Token::end; event = &cursor->next()) {
        out.events += name_of(event->token);
        if (!event->tag.empty()) out.events += " " + std::string(event->tag);
        if (!event->text.empty()) out.events += " " + std::string(event->text);
        out.events += " <" + std::string(sources.text({id, event->span})) + ">";
        if (event->tag_span != Span{}) out.events += " tag<" + std::string(sources.text({id, event->tag_span})) + ">";
        out.events += "\n";
    }
    for (const Diagnostic& each : sink.all()) {
        out.codes.push_back(std::string(info(each.kind).code) + "@" + std::to_string(each.where.span.begin) + "-" +
                            std::to_string(each.where.span.end));
    }
    out.diagnostics = sink.all();
    out.failed = cursor->failed();
    return out;
}

}  // namespace spile::engine
