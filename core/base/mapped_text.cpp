// MappedText: see the header. Runs are found by binary search; adjacent verbatim runs are merged.
#include "base/mapped_text.h"

#include <algorithm>

#include "base/text.h"

namespace fintool {

void MappedText::append_verbatim(std::string_view text, std::size_t source_begin) {
    if (text.empty()) return;
    const bool goes_on =
        !runs_.empty() && runs_.back().verbatim && runs_.back().source.end == source_begin;
    if (goes_on) {
        runs_.back().source.end += text.size();
    } else {
        runs_.push_back({text_.size(), {source_begin, source_begin + text.size()}, true});
    }
    text_ += text;
}

void MappedText::append_decoded(std::string_view text, Span source) {
    if (text.empty()) return;
    runs_.push_back({text_.size(), source, false});
    text_ += text;
}

void MappedText::append_invented(std::string_view text) { append_decoded(text, {}); }

void MappedText::append(const MappedText& other) {
    for (std::size_t i = 0; i < other.runs_.size(); ++i) {
        const Run& run = other.runs_[i];
        const auto part = std::string_view(other.text_)
                              .substr(run.text_begin, other.run_end(i) - run.text_begin);
        if (run.verbatim) {
            append_verbatim(part, run.source.begin);
        } else {
            append_decoded(part, run.source);
        }
    }
}

std::size_t MappedText::run_at(std::size_t position) const {
    const auto after = std::upper_bound(
        runs_.begin(), runs_.end(), position,
        [](std::size_t at, const Run& run) { return at < run.text_begin; });
    return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

std::size_t MappedText::run_end(std::size_t run) const {
    return run + 1 < runs_.size() ? runs_[run + 1].text_begin : text_.size();
}

Span MappedText::span(std::size_t begin, std::size_t end) const {
    Span all;
    if (begin >= end) return all;
    for (std::size_t i = run_at(begin); i < runs_.size() && runs_[i].text_begin < end; ++i) {
        const Run& run = runs_[i];
        Span part = run.source;
        if (run.verbatim) {
            const std::size_t first = std::max(begin, run.text_begin);
            const std::size_t last = std::min(end, run_end(i));
            part = {run.source.begin + (first - run.text_begin),
                    run.source.begin + (last - run.text_begin)};
        }
        all = join(all, part);
    }
    return all;
}

MappedText MappedText::substr(std::size_t begin, std::size_t end) const {
    MappedText part;
    for (std::size_t i = begin < end ? run_at(begin) : runs_.size();
         i < runs_.size() && runs_[i].text_begin < end; ++i) {
        const Run& run = runs_[i];
        const std::size_t first = std::max(begin, run.text_begin);
        const std::size_t last = std::min(end, run_end(i));
        const auto text = std::string_view(text_).substr(first, last - first);
        if (run.verbatim) {
            part.append_verbatim(text, run.source.begin + (first - run.text_begin));
        } else {
            part.append_decoded(text, run.source);
        }
    }
    return part;
}

MappedText MappedText::trimmed() const {
    std::size_t begin = 0;
    std::size_t end = text_.size();
    while (begin < end && is_space(text_[begin])) ++begin;
    while (end > begin && is_space(text_[end - 1])) --end;
    return substr(begin, end);
}

MappedText MappedText::folded() const {
    MappedText out;
    std::size_t i = 0;
    while (i < text_.size()) {
        std::size_t word = i;
        while (word < text_.size() && is_space(text_[word])) ++word;
        std::size_t end = word;
        while (end < text_.size() && !is_space(text_[end])) ++end;
        if (end > word) {
            if (!out.empty()) out.append_invented(" ");
            out.append(substr(word, end));
        }
        i = end;
    }
    return out;
}

}  // namespace fintool
