// Labels of lines: see the header.
#include "grid/line_grid_label.h"

#include "base/text.h"
#include "document/text_marks.h"

namespace fintool {
namespace {

// "S T O C K H O L D E R S '  E Q U I T Y", and not "Series A B C" or "A B C", which list.
bool sets_letters_apart(std::string_view text) {
    constexpr std::size_t fewest = 4;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') continue;
        if (i > 0 && text[i - 1] != ' ') return false;
        if (!is_upper(text[i]) && text[i] != '\'') return false;
        ++letters;
    }
    return letters >= fewest;
}

}  // namespace

MappedText joined_letters(const MappedText& text) {
    const std::string& letters = text.str();
    if (!sets_letters_apart(letters)) return text.folded();
    MappedText joined;
    std::size_t end = letters.size();  // of the letter before
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == ' ') continue;
        if (i > end + 1) joined.append_invented(" ");
        joined.append(text.substr(i, i + 1));
        end = i + 1;
    }
    return joined;
}

MappedText label_text(const GridLine& line, std::size_t word_end) {
    MappedText label;
    for (std::size_t i = 0; i < word_end; ++i) {
        const Word& word = line.words[i];
        const std::string_view text = line.text().substr(word.begin, word.end - word.begin);
        if (word.kind == Word::Kind::leader || is_ruler(text)) continue;
        const bool last = i + 1 == word_end || (text == "$" && word.gap > 1);
        const bool sign = last && (text == "$" || text == "$(" || text == "(");
        if (sign) continue;
        if (!label.empty() && word.gap > 0) label.append_invented(word.gap > 1 ? "  " : " ");
        label.append(line.line->text.substr(word.begin, word.end));
    }
    return joined_letters(label);
}

}  // namespace fintool
