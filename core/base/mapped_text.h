// Clean UTF-8 text that remembers which bytes of the file each of its characters was printed in.
// Decoding, entities and joined lines change the text; the way back to the bytes stays exact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace fintool {

class MappedText {
public:
    MappedText() = default;

    // Appends bytes that stand in the file as they are, from source_begin on.
    void append_verbatim(std::string_view text, std::size_t source_begin);
    // Appends text that stands for the source bytes in `source` (an entity, a decoded byte).
    void append_decoded(std::string_view text, Span source);
    // Appends text that nothing printed (the space between two joined lines).
    void append_invented(std::string_view text);
    void append(const MappedText& other);

    const std::string& str() const { return text_; }
    std::size_t size() const { return text_.size(); }
    bool empty() const { return text_.empty(); }

    // The bytes in which text [begin, end) was printed; invented characters at its ends are left
    // out. Requires begin <= end <= size().
    Span span(std::size_t begin, std::size_t end) const;
    Span span() const { return span(0, text_.size()); }
    // A part of the text with its own way back to the bytes.
    MappedText substr(std::size_t begin, std::size_t end) const;
    // Without white space at both ends.
    MappedText trimmed() const;
    // With each run of white space turned into one blank, trimmed.
    MappedText folded() const;

private:
    // One run of the text: verbatim (as many bytes as the file has), decoded, or invented (empty
    // source). Runs lie end to end in text order.
    struct Run {
        std::size_t text_begin;
        Span source;
        bool verbatim;
    };
    std::size_t run_count() const { return text_.empty() ? 0 : 1 + more_runs_.size(); }
    const Run& run(std::size_t i) const { return i == 0 ? first_run_ : more_runs_[i - 1]; }
    void add_run(const Run& run);
    void append_part(const MappedText& other, std::size_t begin, std::size_t end);
    std::size_t run_at(std::size_t position) const;
    std::size_t run_end(std::size_t run) const;

    std::string text_;
    // Most texts are one run, which needs no list; without text it means nothing.
    Run first_run_{};
    std::vector<Run> more_runs_;
};

}  // namespace fintool
