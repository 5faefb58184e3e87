// Taking labels and figures out of sentences and putting them back: see the header.
#include "store/check_form.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "store/clean_text.h"

namespace fintool {
namespace {

// "%1" is the first cell's label and figure, with as many cells "%4" of three the first's label.
void append_words(std::string& text, std::size_t number, const std::vector<CheckedCell>& cells) {
    text += cells[number % cells.size()].label;
    if (number >= cells.size()) return;
    text += ' ';
    text += cells[number].raw;
}

struct Found {
    std::size_t number = 0, size = 0;  // size 0: none
};

// The most words of a cell that the sentence goes on with.
Found words_at_front(std::string_view sentence, const std::vector<CheckedCell>& cells) {
    Found best;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string_view label = cells[i].label, raw = cells[i].raw;
        const char begin = label.empty() ? ' ' : label.front();
        if (sentence.front() != begin || !sentence.starts_with(label)) continue;
        const std::string_view after = sentence.substr(label.size());
        const bool figure = after.starts_with(' ') && after.substr(1).starts_with(raw);
        const Found found = figure ? Found{i, label.size() + 1 + raw.size()}
                                   : Found{i + cells.size(), label.size()};
        if (found.size > best.size) best = found;
    }
    return best;
}

bool take(std::string_view& text, std::string_view words) {
    if (!text.starts_with(words)) return false;
    text.remove_prefix(words.size());
    return true;
}

// "%4" of the number 3.
class Place {
public:
    explicit Place(std::size_t number) {
        end_ = std::to_chars(text_ + 1, text_ + sizeof text_, number + 1).ptr;
    }
    std::string_view text() const { return {text_, static_cast<std::size_t>(end_ - text_)}; }

private:
    char text_[24] = {'%'};
    const char* end_ = text_;
};

// "%1 = %2 - %3" is "=-": what stands between one cell and the next. Most sums are no more.
std::string short_form(std::string form) {
    std::string signs;
    std::string_view rest = form;
    for (std::size_t cell = 0; take(rest, Place(cell).text()); ++cell) {
        if (rest.empty()) return cell > 0 ? signs : form;
        if (rest.size() < 3 || rest[0] != ' ' || rest[2] != ' ') return form;
        if (std::string_view("=+-").find(rest[1]) == std::string_view::npos) return form;
        signs += rest[1];
        rest.remove_prefix(3);
    }
    return form;
}

std::string sentence_of_signs(std::string_view signs, const std::vector<CheckedCell>& cells) {
    constexpr std::size_t size = 128;  // of most
    std::string sentence;
    sentence.reserve(size);
    append_words(sentence, 0, cells);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        ((sentence += ' ') += signs[i]) += ' ';
        append_words(sentence, i + 1, cells);
    }
    return sentence;
}

}  // namespace

std::string form_of_sentence(std::string_view sentence, const std::vector<CheckedCell>& cells) {
    std::string form;
    form.reserve(sentence.size());
    std::size_t literal = 0;  // how much of the rest is no cell's words
    for (std::string_view rest = sentence; literal < rest.size();) {
        const Found found = words_at_front(rest.substr(literal), cells);
        const Place by(found.number);
        if (found.size <= by.text().size()) {
            ++literal;
        } else {
            (form += rest.substr(0, literal)) += by.text();
            rest.remove_prefix(literal + found.size);
            literal = 0;
        }
        if (literal == rest.size()) form += rest;
    }
    form = short_form(std::move(form));
    return sentence_of_form(form, cells) == sentence ? form : "";
}

std::string sentence_of_form(std::string_view form, const std::vector<CheckedCell>& cells) {
    const bool signs = form.find_first_not_of("=+-") == std::string_view::npos;
    if (signs && !form.empty() && form.size() < cells.size()) return sentence_of_signs(form, cells);
    std::string sentence;
    while (!form.empty()) {
        const std::size_t literal = std::min(form.find('%'), form.size());
        sentence += form.substr(0, literal);
        form.remove_prefix(literal);
        if (form.empty()) break;
        std::size_t number = 0;
        const auto read = std::from_chars(form.data() + 1, form.data() + form.size(), number);
        const bool cell = number > 0 && number <= 2 * cells.size();
        if (cell) append_words(sentence, number - 1, cells);
        if (!cell) sentence += '%';
        form.remove_prefix(cell ? static_cast<std::size_t>(read.ptr - form.data()) : 1);
    }
    return sentence;
}

namespace {

std::string stored_form(const Reading& reading, const Check& check) {
    if (check.status != Check::Status::pass) return "";
    for (const CellRef& at : check.cells) {
        const Row& row = reading.statements[at.statement].rows[at.row];
        // Blank cells and those beyond the columns are not stored.
        const bool stored = at.column < row.cells.size() &&
                            at.column < reading.statements[at.statement].columns.size() &&
                            !std::holds_alternative<Blank>(row.cells[at.column].value);
        if (!stored) return "";
    }
    if (!check.form.empty()) return short_form(check.form);
    std::vector<CheckedCell> cells;
    cells.reserve(check.cells.size());
    for (const CellRef& at : check.cells) {
        const Row& row = reading.statements[at.statement].rows[at.row];
        cells.push_back(
            {clean_text(row.label), closed_amount(clean_text(row.cells[at.column].raw))});
    }
    return form_of_sentence(clean_text(check.detail), cells);
}

}  // namespace

std::vector<std::string> check_forms(const Reading& reading) {
    std::vector<std::string> forms;
    forms.reserve(reading.checks.size());
    for (const Check& check : reading.checks) forms.push_back(stored_form(reading, check));
    return forms;
}

}  // namespace fintool
