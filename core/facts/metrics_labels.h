// A printed label -> words that compare ("Net (loss) earnings (1)" and "Net income" are the same
// three letters of thought), and the patterns of data/metrics.csv that such words are held against.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fintool {

// The words of a label: lower case, singular, one word per idea (loss, earnings and profit are
// "income"; stockholders are "shareholder"; "provided by (used in)" is left out), footnote marks,
// notes and "net of ..." gone. Empty for a label without words.
std::vector<std::string> canonical_words(std::string_view label);
// The same joined by blanks.
std::string canonical_label(std::string_view label);

// One bit of 64 for every word, by its letters: words of another mask are other words.
using WordMask = std::uint64_t;
WordMask mask_of(const std::vector<std::string>& words);

// A pattern must account for every word of a label. Its terms: word, word/word (either), word?
// (may lack), {a b c} (any number of these, in any order), * (one to eight words, none of which
// names somebody else's share: "noncontrolling", "common", "preferred").
class LabelPattern {
public:
    explicit LabelPattern(std::string_view pattern);
    bool matches(const std::vector<std::string>& words) const;
    // False where words of this mask cannot match: asked first, for it costs nothing.
    bool may_match(WordMask words) const {
        return (words & required_) == required_ && (words & ~allowed_) == 0;
    }

    // False where none of several labels can match, whose words together have this mask.
    bool may_stand_among(WordMask words) const { return (words & required_) == required_; }

private:
    struct Term {
        enum class Kind { word, set, wild };
        Kind kind = Kind::word;
        bool optional = false;
        std::vector<std::string> words;
    };
    bool matches_from(std::size_t term, const std::vector<std::string>& words,
                      std::size_t at) const;
    std::vector<Term> terms_;
    WordMask required_ = 0, allowed_ = 0;
};

}  // namespace fintool
