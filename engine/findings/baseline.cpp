#include "engine/findings/baseline.hpp"

#include <algorithm>
#include <memory>

#include "engine/document/cursor.hpp"

namespace spile::engine {

namespace {

class BaselineReader {
  public:
    BaselineReader(SourceId source, const SourceMap& sources, DiagnosticSink& sink)
        : source_(source), sink_(sink), cursor_(open_document(source, sources, Format::json, Limits{}, sink)) {}

    std::optional<std::vector<BaselineEntry>> read() {
        if (!open(Token::begin_map, "an object")) return std::nullopt;
        bool version = false;
        while (next_key()) {
            if (key_ == "schema_version") {
                version = read_version();
            } else if (key_ == "fingerprints") {
                read_entries();
            } else {
                complain("`" + key_ + "` is no key of a baseline");
            }
            if (bad_) return std::nullopt;
        }
        if (cursor_->failed()) return std::nullopt;
        if (!version) complain("`schema_version` is missing");
        if (bad_) return std::nullopt;
        std::sort(entries_.begin(), entries_.end());
        entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
        return std::move(entries_);
    }

  private:
    void complain(std::string what) {
        if (bad_ || cursor_->failed()) return;
        bad_ = true;
        sink_.add({.kind = DiagnosticKind::baseline_malformed,
                   .where = {source_, span_},
                   .message = std::move(what),
                   .help = "`spile baseline create` writes a new one"});
    }

    const Event& next() {
        const Event& event = cursor_->next();
        span_ = event.span;
        return event;
    }

    bool open(Token token, std::string_view what) {
        if (next().token == token) return true;
        complain("expected " + std::string(what) + " here");
        bad_ = true;
        return false;
    }

    bool next_key() {
        const Event& event = next();
        if (event.token != Token::key) return false;
        key_ = event.text;
        return true;
    }

    bool read_version() {
        const Event& event = next();
        if (event.token == Token::number && event.text == std::to_string(k_baseline_version)) return true;
        complain("this baseline is of another version; expected " + std::to_string(k_baseline_version));
        return false;
    }

    void read_entries() {
        if (!open(Token::begin_list, "a list")) return;
        while (!bad_) {
            const Token token = next().token;
            if (token == Token::end_list) return;
            if (token != Token::begin_map) return complain("expected an object here");
            read_entry();
        }
    }

    void read_entry() {
        BaselineEntry entry;
        while (next_key()) {
            std::string* field = field_of(entry);
            if (field == nullptr) return complain("`" + key_ + "` is no key of a baseline entry");
            const Event& value = next();
            if (value.token != Token::string) return complain("`" + key_ + "` must be a string");
            *field = value.text;
        }
        if (entry.fingerprint.empty() || entry.policy.empty() || entry.subject.empty() || entry.document.empty())
            return complain("a baseline entry needs `fingerprint`, `policy`, `subject` and `document`");
        entries_.push_back(std::move(entry));
    }

    std::string* field_of(BaselineEntry& entry) const {
        if (key_ == "fingerprint") return &entry.fingerprint;
        if (key_ == "policy") return &entry.policy;
        if (key_ == "subject") return &entry.subject;
        if (key_ == "document") return &entry.document;
        return nullptr;
    }

    SourceId source_;
    DiagnosticSink& sink_;
    std::unique_ptr<Cursor> cursor_;
    std::string key_;
    Span span_;
    bool bad_ = false;
    std::vector<BaselineEntry> entries_;
};

}  // namespace

std::optional<Baseline> read_baseline(SourceId source, const SourceMap& sources, DiagnosticSink& sink) {
    auto entries = BaselineReader(source, sources, sink).read();
    if (!entries) return std::nullopt;
    return Baseline{.path = std::string(sources.path(source)), .entries = std::move(*entries)};
}

}  // namespace spile::engine
