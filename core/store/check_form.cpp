// Taking labels and figures out of sentences and putting them back: see the header.
#include "store/check_form.h"

#include <charconv>

#include "store/clean_text.h"

namespace fintool {
namespace {

// "%1" is the first cell's label and figure, with as many cells "%4" of three the first's label.
std::string words_at(std::size_t number, const std::vector<CheckedCell>& cells) {
    if (number < cells.size()) return cells[number].label + " " + cells[number].raw;
    return number < 2 * cells.size() ? cells[number - cells.size()].label : "";
}

void replace_all(std::string& text, const std::string& words, const std::string& by) {
    if (words.size() <= by.size()) return;
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at)) {
        text.replace(at, words.size(), by);
        at += by.size();
    }
}

}  // namespace

std::string form_of_sentence(std::string_view sentence, const std::vector<CheckedCell>& cells) {
    std::string form(sentence);
    for (std::size_t i = 0; i < 2 * cells.size(); ++i) {
        replace_all(form, words_at(i, cells), "%" + std::to_string(i + 1));
    }
    return sentence_of_form(form, cells) == sentence ? form : "";
}

std::string sentence_of_form(std::string_view form, const std::vector<CheckedCell>& cells) {
    std::string sentence;
    while (!form.empty()) {
        std::size_t number = 0;
        const char* const end = form.data() + form.size();
        const auto read = std::from_chars(form.data() + 1, end, number);
        if (form.front() == '%' && number > 0 && number <= 2 * cells.size()) {
            sentence += words_at(number - 1, cells);
            form.remove_prefix(static_cast<std::size_t>(read.ptr - form.data()));
        } else {
            sentence += form.front();
            form.remove_prefix(1);
        }
    }
    return sentence;
}

std::string stored_form(const Reading& reading, const Check& check) {
    if (check.status != Check::Status::pass) return "";
    std::vector<CheckedCell> cells;
    for (const CellRef& at : check.cells) {
        const Row& row = reading.statements[at.statement].rows[at.row];
        // Blank cells and those beyond the columns are not stored.
        const bool stored = at.column < row.cells.size() &&
                            at.column < reading.statements[at.statement].columns.size() &&
                            !std::holds_alternative<Blank>(row.cells[at.column].value);
        if (!stored) return "";
        cells.push_back({clean_text(row.label), clean_text(row.cells[at.column].raw)});
    }
    return form_of_sentence(clean_text(check.detail), cells);
}

}  // namespace fintool
