// Paragraph by paragraph, sentence by sentence; and the dump.
#include "narrative/claims.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "narrative/figures.h"
#include "narrative/measures.h"
#include "narrative/sentence_reader.h"

namespace fintool {
namespace {

// "In our Downhole Technologies segment, revenues improved": a part's figures are not the whole's.
bool speaks_of_part(const std::string& words) {
    static constexpr std::array<std::string_view, 6> parts = {
        "segment", "segments", "division", "divisions", "subsidiary", "joint venture"};
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return has_phrase(words, part); });
}

// Without a digit there is no figure, and without a measure or a count nothing that it could be of:
// most sentences end here, before their periods are looked for.
bool may_claim(const std::vector<SpokenWord>& words) {
    const auto figures = find_figures(words);
    if (figures.empty()) return false;
    const bool counts = std::any_of(figures.begin(), figures.end(), [](const FoundFigure& found) {
        return found.figure.unit.kind == Unit::Kind::count;
    });
    return counts || !find_measures(words).empty();
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// Paragraphs are folded when they are read; what was joined since may not be.
bool is_folded(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_space(text[i])) continue;
        const bool inside = i > 0 && i + 1 < text.size() && !is_space(text[i + 1]);
        if (text[i] != ' ' || !inside) return false;
    }
    return true;
}

// Longer than any that a person writes: every claim keeps its sentence, so that one of a megabyte
// with a figure in every line would be kept a thousand times.
constexpr std::size_t most_in_sentence = 4000;

void add_claims(const MappedText& paragraph, std::vector<StatedClaim>& claims,
                Diagnostics& diagnostics) {
    const std::string_view text = paragraph.str();
    for (const auto& [begin, end] : split_sentences(text)) {
        const auto printed = text.substr(begin, end - begin);
        if (!has_digit(printed)) continue;
        if (printed.size() > most_in_sentence) {
            diagnostics.push_back({"long-sentence", paragraph.substr(begin, end).span(),
                                   "a sentence of " + std::to_string(printed.size()) +
                                       " characters is not read for claims"});
            continue;
        }
        auto words = split_words(printed);
        if (!may_claim(words)) continue;
        const Sentence sentence{paragraph.substr(begin, end), std::move(words)};
        for (auto& claim : SentenceReader(sentence).read()) claims.push_back(std::move(claim));
    }
}

}  // namespace

std::vector<StatedClaim> extract_claims(const Document& document, Diagnostics& diagnostics) {
    std::vector<StatedClaim> claims;
    std::vector<Figure> of_parts;
    for (const Block& block : document.blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr || !has_digit(paragraph->text.str())) continue;
        if (speaks_of_part(words_of(paragraph->text.str()))) {
            for (auto& found : find_figures(split_words(paragraph->text.folded().str()))) {
                of_parts.push_back(std::move(found.figure));
            }
            continue;
        }
        if (is_folded(paragraph->text.str())) {
            add_claims(paragraph->text, claims, diagnostics);
        } else {
            add_claims(paragraph->text.folded(), claims, diagnostics);
        }
    }
    // "Segment backlog totaled $267 million" here, "Backlog totaled $267 million" there.
    std::erase_if(claims, [&](const StatedClaim& claim) {
        return claim.only_prose &&
               std::any_of(of_parts.begin(), of_parts.end(), [&](const Figure& part) {
                   return part.value == claim.figure.value &&
                          part.exponent == claim.figure.exponent && part.unit == claim.figure.unit;
               });
    });
    return claims;
}

std::string dump(const SpokenPeriod& period) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    if (period.months != 0) add(std::to_string(period.months) + "m");
    if (period.ordinal != 0) add("#" + std::to_string(period.ordinal));
    if (period.year != 0) add((period.calendar ? "in " : "FY") + std::to_string(period.year));
    if (period.current) add("current");
    if (period.to_date) add("to-date");
    if (period.same) add("same");
    if (period.instant) add("end");
    if (period.quarters_back != 0) add("-" + std::to_string(period.quarters_back) + "q");
    if (period.years_back != 0) add("-" + std::to_string(period.years_back) + "y");
    if (period.end) add("to " + to_string(*period.end));
    return text.empty() ? "?" : text;
}

std::string dump(const StatedClaim& claim) {
    static constexpr std::array<std::string_view, 3> kinds = {"is", "changes", "is of revenue"};
    static constexpr std::array<std::string_view, 4> qualifiers = {"", "about ", "over ", "under "};
    std::string text = claim.metric + (claim.sign < 0 ? " (loss) " : " ");
    text += kinds[static_cast<std::size_t>(claim.kind)];
    text += claim.direction > 0 ? " +" : claim.direction < 0 ? " -" : " ";
    text += qualifiers[static_cast<std::size_t>(claim.figure.qualifier)];
    text += to_string(claim.figure.value);
    if (claim.figure.high) text += ".." + to_string(*claim.figure.high);
    if (claim.figure.exponent != 0) text += "e" + std::to_string(claim.figure.exponent);
    text += " " + to_string(claim.figure.unit);
    text += " [" + (claim.period ? dump(*claim.period) : "-") + "]";
    if (claim.reference) text += " since [" + dump(*claim.reference) + "]";
    if (claim.forward) text += " forward";
    if (claim.cumulative) text += " cumulative";
    return text;
}

}  // namespace fintool
