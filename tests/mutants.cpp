// Where the faults go, and how two readings of a release differ. Bytes are changed where the
// reading says that a cell was printed: tags and entities are left alone.
#include "mutants.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"

namespace mutants {

using namespace fintool;

namespace {

bool is_primary(const Statement& statement) {
    return statement.kind != Statement::Kind::other && statement.basis == Statement::Basis::gaap;
}

bool is_money_number(const Statement& statement, std::size_t row, std::size_t column) {
    const Row& printed = statement.rows[row];
    const auto* number = std::get_if<Number>(&printed.cells[column].value);
    return number != nullptr && number->value.coefficient != 0 && !number->percent &&
           statement.columns[column].role == Column::Role::period &&
           unit_of(printed, printed.cells[column]).kind == Unit::Kind::money;
}

// Positions of digits in the span, outside of tags and entities.
std::vector<std::size_t> digits_in(const std::string& bytes, Span span) {
    std::vector<std::size_t> digits;
    bool tag = false, entity = false;
    for (std::size_t at = span.begin; at < span.end && at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c == '<') tag = true;
        if (c == '&') entity = true;
        if (!tag && !entity && is_digit(c)) digits.push_back(at);
        if (c == '>') tag = false;
        if (c == ';') entity = false;
    }
    return digits;
}

bool has_tag(const std::string& bytes, Span span) {
    return bytes.substr(span.begin, span.end - span.begin).find('<') != std::string::npos;
}

std::optional<Mutant> change_digit(const std::string& bytes, const Cell& cell, Dice& dice) {
    const auto digits = digits_in(bytes, cell.span);
    if (digits.empty()) return std::nullopt;
    const std::size_t at = digits[dice.roll(digits.size())];
    const char other = static_cast<char>(
        '0' + (static_cast<std::size_t>(bytes[at] - '0') + 1 + dice.roll(9)) % 10);
    Mutant mutant;
    mutant.bytes = bytes;
    mutant.bytes[at] = other;
    mutant.what = cell.raw + ": digit " + std::to_string(at - cell.span.begin + 1) + " is " + other;
    return mutant;
}

std::size_t find_tag(const std::string& bytes, std::size_t from, std::string_view tag, bool back) {
    for (std::size_t at = from; at < bytes.size();) {
        if (starts_with_ignoring_case(std::string_view(bytes).substr(at, tag.size()), tag))
            return at;
        if (back && at == 0) break;
        at = back ? at - 1 : at + 1;
    }
    return std::string::npos;
}

// The row's lines, or its <tr>.
std::optional<Span> bytes_of_row(const std::string& bytes, const Row& row) {
    Span cells;
    for (const auto& cell : row.cells) cells = join(cells, cell.span);
    if (cells.empty()) return std::nullopt;
    const std::size_t open = find_tag(bytes, cells.begin, "<tr", true);
    const std::size_t shut = find_tag(bytes, cells.end, "</tr>", false);
    const std::size_t table = find_tag(bytes, cells.begin, "</table", true);
    const bool in_html = open != std::string::npos && shut != std::string::npos &&
                         (table == std::string::npos || table < open);
    if (in_html) return Span{open, shut + 5};
    std::size_t begin = 0;
    for (int line = 1; line < row.first_line; ++line) begin = bytes.find('\n', begin) + 1;
    std::size_t end = begin;
    for (int line = row.first_line; line <= row.last_line; ++line) {
        end = std::min(bytes.find('\n', end), bytes.size() - 1) + 1;
    }
    return Span{begin, end};
}

std::optional<Mutant> drop_row(const std::string& bytes, const Row& row) {
    const auto span = bytes_of_row(bytes, row);
    if (!span) return std::nullopt;
    Mutant mutant;
    mutant.bytes = bytes;
    mutant.bytes.erase(span->begin, span->end - span->begin);
    mutant.what = "the row is gone";
    return mutant;
}

// Puts `text` in the span, its right end where the old one was: columns of print stay columns.
void put(std::string& bytes, Span span, std::string text) {
    const std::size_t width = span.end - span.begin;
    std::size_t begin = span.begin;
    if (text.size() < width) text.insert(0, width - text.size(), ' ');
    for (std::size_t i = width; i < text.size() && begin > 0 && bytes[begin - 1] == ' '; ++i)
        --begin;
    bytes.replace(begin, span.end - begin, text);
}

// Every amount of the row moves one column to the right; the first place stays empty.
std::optional<Mutant> shift_row(const std::string& bytes, const Statement& statement,
                                std::size_t index) {
    const Row& row = statement.rows[index];
    std::vector<const Cell*> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool period = statement.columns[i].role == Column::Role::period;
        if (period && !row.cells[i].span.empty()) cells.push_back(&row.cells[i]);
    }
    if (cells.size() < 2) return std::nullopt;
    Mutant mutant;
    mutant.bytes = bytes;
    for (std::size_t i = cells.size(); i-- > 0;) {
        if (has_tag(bytes, cells[i]->span)) return std::nullopt;
        const std::string text =
            i == 0 ? ""
                   : bytes.substr(cells[i - 1]->span.begin,
                                  cells[i - 1]->span.end - cells[i - 1]->span.begin);
        put(mutant.bytes, cells[i]->span, text);
    }
    mutant.what = "amounts one column to the right";
    return mutant;
}

std::optional<Mutant> flip_sign(const std::string& bytes, const Cell& cell) {
    const auto digits = digits_in(bytes, cell.span);
    if (digits.empty()) return std::nullopt;
    Mutant mutant;
    mutant.bytes = bytes;
    const auto& number = std::get<Number>(cell.value);
    const std::size_t first = digits.front(), last = digits.back();
    if (number.value.coefficient < 0) {
        const std::size_t open = bytes.rfind('(', first), shut = bytes.find(')', last);
        if (open == std::string::npos || open < cell.span.begin) return std::nullopt;
        mutant.bytes[open] = ' ';
        if (shut != std::string::npos && shut < cell.span.end) mutant.bytes[shut] = ' ';
        mutant.what = cell.raw + ": the sign is gone";
        return mutant;
    }
    const bool room = first > 0 && bytes[first - 1] == ' ' && last + 1 < bytes.size();
    if (room && bytes[last + 1] == ' ') {
        mutant.bytes[first - 1] = '(';
        mutant.bytes[last + 1] = ')';
    } else {
        mutant.bytes.insert(last + 1, ")");
        if (room) {
            mutant.bytes[first - 1] = '(';
        } else {
            mutant.bytes.insert(first, "(");
        }
    }
    mutant.what = cell.raw + ": in parentheses";
    return mutant;
}

std::vector<std::size_t> scale_words(const std::string& bytes) {
    std::vector<std::size_t> places;
    const std::string text = lower(bytes);
    for (const std::string_view word : {"in thousands", "in millions"}) {
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
            places.push_back(at + 3);
        }
    }
    std::sort(places.begin(), places.end());
    return places;
}

Mutant swap_scale(const std::string& bytes, std::size_t at) {
    const bool thousands = lower(bytes.substr(at, 9)) == "thousands";
    Mutant mutant;
    mutant.kind = Kind::scale_word;
    mutant.bytes = bytes;
    mutant.bytes.replace(at, thousands ? 9 : 8, thousands ? "millions" : "thousands");
    mutant.what = thousands ? "thousands are millions" : "millions are thousands";
    return mutant;
}

struct Place {
    std::size_t statement, row, column;
};

std::optional<Mutant> make_one(const std::string& bytes, const Reading& reading, const Place& place,
                               Kind kind, Dice& dice) {
    const Row& row = reading.statements[place.statement].rows[place.row];
    const Cell& cell = row.cells[place.column];
    std::optional<Mutant> mutant;
    if (kind == Kind::digit) mutant = change_digit(bytes, cell, dice);
    if (kind == Kind::drop_row) mutant = drop_row(bytes, row);
    if (kind == Kind::shift_row)
        mutant = shift_row(bytes, reading.statements[place.statement], place.row);
    if (kind == Kind::sign) mutant = flip_sign(bytes, cell);
    if (!mutant || mutant->bytes == bytes) return std::nullopt;
    mutant->kind = kind;
    mutant->statement = place.statement;
    mutant->row = place.row;
    mutant->column = place.column;
    mutant->what = (row.label.empty() ? "(no label)" : row.label) + ": " + mutant->what;
    return mutant;
}

// A number of a primary statement: by kind, row label, how often the label stood before, column.
using Key = std::tuple<Statement::Kind, std::string, std::size_t, std::size_t>;
struct Printed {
    Decimal value;
    std::string end;  // of its period
    Proof proof;
    bool operator==(const Printed& other) const {
        return compare(value, other.value) == 0 && end == other.end;
    }
};

std::map<Key, Printed> numbers_of(const Reading& reading) {
    std::map<Key, Printed> numbers;
    std::map<std::pair<Statement::Kind, std::string>, std::size_t> seen;
    for (std::size_t index = 0; index < reading.statements.size(); ++index) {
        const Statement& statement = reading.statements[index];
        if (!is_primary(statement)) continue;
        for (std::size_t row = 0; row < statement.rows.size(); ++row) {
            const std::string& label = statement.rows[row].label;
            const std::size_t nth = seen[{statement.kind, label}]++;
            for (std::size_t column = 0; column < statement.rows[row].cells.size(); ++column) {
                if (!is_money_number(statement, row, column)) continue;
                const Cell& cell = statement.rows[row].cells[column];
                const auto value = value_in_units(statement.rows[row], cell);
                const auto& period = period_of(statement.columns[column], cell);
                if (!value) continue;
                numbers[{statement.kind, label, nth, column}] = {
                    *value, period ? fintool::to_string(*period) : "",
                    reading.proofs.empty() ? Proof::untested : reading.proofs[index][row][column]};
            }
        }
    }
    return numbers;
}

std::set<std::string> failures(const Reading& reading) {
    std::set<std::string> failed;
    for (const auto& check : reading.checks) {
        if (check.status == Check::Status::fail) failed.insert(check.rule + ": " + check.detail);
    }
    return failed;
}

}  // namespace

std::size_t Dice::roll(std::size_t sides) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<std::size_t>((z ^ (z >> 31)) % sides);
}

std::string_view to_string(Kind kind) {
    static constexpr std::array<std::string_view, 5> names = {"digit", "drop-row", "shift-row",
                                                              "scale-word", "sign"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Fate fate) {
    static constexpr std::array<std::string_view, 5> names = {"caught", "doubted", "missed",
                                                              "harmless", "unread"};
    return names[static_cast<std::size_t>(fate)];
}

std::vector<Mutant> make_mutants(const std::string& bytes, const Reading& reading,
                                 std::size_t count, Dice& dice) {
    std::vector<Place> places;
    for (std::size_t index = 0; index < reading.statements.size(); ++index) {
        const Statement& statement = reading.statements[index];
        if (!is_primary(statement)) continue;
        for (std::size_t row = 0; row < statement.rows.size(); ++row) {
            for (std::size_t column = 0; column < statement.columns.size(); ++column) {
                if (is_money_number(statement, row, column)) places.push_back({index, row, column});
            }
        }
    }
    std::vector<Mutant> made;
    for (const std::size_t at : scale_words(bytes)) {
        if (made.size() < count / 5) made.push_back(swap_scale(bytes, at));
    }
    // Digits are the most common fault of print and of reading: half of all.
    static constexpr std::array<Kind, 6> turns = {Kind::digit,    Kind::sign,  Kind::digit,
                                                  Kind::drop_row, Kind::digit, Kind::shift_row};
    for (std::size_t tries = 0; made.size() < count && tries < 10 * count; ++tries) {
        if (places.empty()) break;
        const Place& place = places[dice.roll(places.size())];
        auto mutant = make_one(bytes, reading, place, turns[tries % turns.size()], dice);
        if (mutant) made.push_back(std::move(*mutant));
    }
    return made;
}

// A dropped row changes no number; it makes the totals over it wrong, and it is harmless where what
// is left still adds up: a subtotal that its addends outlive.
Fate fate_of(const Mutant& mutant, const Reading& before, const Reading& after) {
    const auto was = numbers_of(before), is = numbers_of(after);
    const bool drops = mutant.kind == Kind::drop_row;
    bool changed = false, missed = false, any_left = false;
    for (const auto& [key, number] : was) {
        const auto now = is.find(key);
        any_left = any_left || now != is.end();
        if (number.proof != Proof::proven) continue;
        const bool same = now != is.end() && now->second == number;
        if (drops) {
            changed = changed || (same && now->second.proof != Proof::proven);
        } else if (!same) {
            changed = true;
            missed = missed || (now != is.end() && now->second.proof == Proof::proven);
        }
    }
    if (missed) return Fate::missed;
    if (any_left && !changed) return Fate::harmless;
    for (const auto& failure : failures(after)) {
        if (failures(before).count(failure) == 0) return Fate::caught;
    }
    return any_left ? Fate::doubted : Fate::unread;
}

}  // namespace mutants
