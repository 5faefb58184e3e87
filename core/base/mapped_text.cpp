// MappedText: see the header. Runs are found by binary search; adjacent verbatim runs are merged.
#include "base/mapped_text.h"

#include <algorithm>

#include "base/text.h"

namespace fintool {

void MappedText::add_run(const Run& run) {
    if (text_.empty()) {
        first_run_ = run;
    } else {
        more_runs_.push_back(run);
    }
}

void MappedText::append_verbatim(std::string_view text, std::size_t source_begin) {
    if (text.empty()) return;
    Run& last = more_runs_.empty() ? first_run_ : more_runs_.back();
    if (!text_.empty() && last.verbatim && last.source.end == source_begin) {
        last.source.end += text.size();
    } else {
        add_run({text_.size(), {source_begin, source_begin + text.size()}, true});
    }
    text_ += text;
}

void MappedText::append_decoded(std::string_view text, Span source) {
    if (text.empty()) return;
    add_run({text_.size(), source, false});
    text_ += text;
}

void MappedText::append_invented(std::string_view text) { append_decoded(text, {}); }

void MappedText::append(const MappedText& other) {
    if (empty()) {
        *this = other;
    } else {
        append_part(other, 0, other.size());
    }
}

void MappedText::append_part(const MappedText& other, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    for (std::size_t i = other.run_at(begin); i < other.run_count(); ++i) {
        const Run& run = other.run(i);
        if (run.text_begin >= end) break;
        const std::size_t first = std::max(begin, run.text_begin);
        const std::size_t last = std::min(end, other.run_end(i));
        const auto text = std::string_view(other.text_).substr(first, last - first);
        if (run.verbatim) {
            append_verbatim(text, run.source.begin + (first - run.text_begin));
        } else {
            append_decoded(text, run.source);
        }
    }
}

std::size_t MappedText::run_at(std::size_t position) const {
    const auto after =
        std::upper_bound(more_runs_.begin(), more_runs_.end(), position,
                         [](std::size_t at, const Run& run) { return at < run.text_begin; });
    return static_cast<std::size_t>(after - more_runs_.begin());
}

std::size_t MappedText::run_end(std::size_t index) const {
    return index < more_runs_.size() ? more_runs_[index].text_begin : text_.size();
}

Span MappedText::span(std::size_t begin, std::size_t end) const {
    Span all;
    if (begin >= end) return all;
    for (std::size_t i = run_at(begin); i < run_count() && run(i).text_begin < end; ++i) {
        const Run& here = run(i);
        Span part = here.source;
        if (here.verbatim) {
            const std::size_t first = std::max(begin, here.text_begin);
            const std::size_t last = std::min(end, run_end(i));
            part = {here.source.begin + (first - here.text_begin),
                    here.source.begin + (last - here.text_begin)};
        }
        all = join(all, part);
    }
    return all;
}

MappedText MappedText::substr(std::size_t begin, std::size_t end) const {
    MappedText part;
    part.append_part(*this, begin, end);
    return part;
}

MappedText MappedText::trimmed() const {
    std::size_t begin = 0;
    std::size_t end = text_.size();
    while (begin < end && is_space(text_[begin])) ++begin;
    while (end > begin && is_space(text_[end - 1])) --end;
    return begin == 0 && end == text_.size() ? *this : substr(begin, end);
}

// In stretches in which words stand one blank apart already.
MappedText MappedText::folded() const {
    MappedText out;
    const std::size_t size = text_.size();
    for (std::size_t i = 0; i < size;) {
        while (i < size && is_space(text_[i])) ++i;
        const std::size_t begin = i;
        while (i < size && (!is_space(text_[i]) ||
                            (text_[i] == ' ' && i + 1 < size && !is_space(text_[i + 1]))))
            ++i;
        if (i == begin) break;
        if (!out.empty()) out.append_invented(" ");
        out.append_part(*this, begin, i);
    }
    return out;
}

}  // namespace fintool
