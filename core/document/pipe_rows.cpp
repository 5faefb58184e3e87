// See the header. The number of columns is the number of amounts that most rows have; a header
// row's cells are dealt over them, evenly where there are fewer.
#include "document/pipe_rows.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace fintool {
namespace {

bool is_one_of(std::string_view text, std::string_view marks) {
    return !text.empty() && text.find_first_not_of(marks) == text.npos;
}

// "$", "US$", "(", "$ (": stands before its amount, in a cell of its own.
bool is_prefix(std::string_view text) {
    text = trim(text);
    if (text.ends_with('(')) text.remove_suffix(1);
    text = trim(text);
    return text.empty() || text == "$" || text == "US$" || text == "\u20ac" || text == "\u00a3" ||
           text == "\u00a5" || text == "RMB";
}
bool is_suffix(std::string_view text) { return is_one_of(trim(text), ")%*"); }

bool is_year(std::string_view text) {
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
           std::all_of(text.begin(), text.end(), is_digit);
}

bool is_dash(std::string_view text) {
    return is_one_of(text, "-") || text == "\u2014" || text == "\u2013" || text == "\u2212";
}

bool is_amount(std::string_view text) {
    text = trim(text);
    if (text.empty() || is_year(text)) return false;
    if (is_dash(text)) return true;
    const std::string word = lower(text);
    if (word == "n/a" || word == "nm" || word == "n/m" || word == "*") return true;
    const auto is_mark = [](char c) {
        return is_digit(c) || std::string_view("$(),.%-+ x*").find(c) != std::string_view::npos;
    };
    return std::any_of(text.begin(), text.end(), is_digit) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_mark(c) || static_cast<unsigned char>(c) >= 0x80; });
}

struct Piece {
    MappedText text;
    std::size_t place = 0;  // its cell, "$" cells not counted
};

struct PipeRow {
    std::vector<Piece> pieces;  // what is not empty behind the label, marks joined to amounts
    std::size_t places = 0;     // cells behind the label, "$" cells not counted
    std::size_t amounts = 0;
};

PipeRow read_row(const RawRow& raw) {
    PipeRow row;
    MappedText prefix;
    for (std::size_t i = 1; i < raw.cells.size(); ++i) {
        const MappedText& text = raw.cells[i].text;
        const std::string& s = text.str();
        if (!s.empty() && is_prefix(s)) {
            prefix.append(text);
            continue;
        }
        const bool joins =
            is_suffix(s) && !row.pieces.empty() && is_amount(row.pieces.back().text.str());
        if (joins) {
            row.pieces.back().text.append(text);
            continue;
        }
        if (!s.empty()) {
            MappedText whole = prefix;
            whole.append(text);
            prefix = {};
            if (is_amount(s)) ++row.amounts;
            row.pieces.push_back({std::move(whole), row.places});
        }
        ++row.places;
    }
    return row;
}

std::size_t most_common_count(const std::vector<PipeRow>& rows) {
    std::map<std::size_t, int> counts;
    for (const PipeRow& row : rows) {
        if (row.amounts > 0 && row.amounts == row.pieces.size()) ++counts[row.amounts];
    }
    std::size_t best = 0;
    for (const auto& [count, times] : counts) {
        if (best == 0 || times >= counts[best]) best = count;
    }
    return best;
}

RawCell cell_of(const Piece& piece, int colspan) {
    RawCell cell;
    cell.text = piece.text;
    cell.colspan = colspan;
    return cell;
}

// A run of pipe text may hold several tables: names of columns after amounts start another.
std::size_t segment_end(const std::vector<PipeRow>& rows, std::size_t begin) {
    bool amounts = false;
    for (std::size_t i = begin; i < rows.size(); ++i) {
        if (rows[i].amounts > 0) amounts = true;
        if (amounts && rows[i].amounts == 0 && !rows[i].pieces.empty()) return i;
    }
    return rows.size();
}

// "2026 2025 2026 2025" -> 2, 2: a group ends where the years turn back. Nothing where a piece
// does not end in a year.
std::vector<std::size_t> year_groups(const PipeRow& row) {
    std::vector<std::size_t> groups;
    int before = 0, step = 0;
    for (const Piece& piece : row.pieces) {
        const auto text = trim(std::string_view(piece.text.str()));
        if (text.size() < 4 || !is_year(text.substr(text.size() - 4))) return {};
        int year = 0;
        for (const char c : text.substr(text.size() - 4)) year = year * 10 + (c - '0');
        const int moved = year > before ? 1 : year < before ? -1 : 0;
        const bool opens = groups.empty() || moved == 0 || (step != 0 && moved != step);
        if (opens) {
            groups.push_back(0);
            step = 0;
        } else {
            step = moved;
        }
        ++groups.back();
        before = year;
    }
    return groups;
}

class Aligner {
public:
    Aligner(const std::vector<PipeRow>& rows, std::size_t columns) : columns_(columns) {
        for (const PipeRow& row : rows) {
            if (groups_.empty() && row.amounts == 0 && row.pieces.size() == columns) {
                groups_ = year_groups(row);
            }
            if (row.amounts != columns || row.pieces.size() != columns) continue;
            auto& known = places_[row.places];
            if (!known.empty()) continue;
            for (const Piece& piece : row.pieces) known.push_back(piece.place);
        }
    }

    void place(PipeRow row, RawRow& raw) const {
        raw.cells.resize(1);
        const std::size_t count = row.pieces.size();
        if (row.amounts == 0 && count > 0 && count < columns_) {
            // "30 June | 31 December |" over two columns: the empty label lost its pipe.
            if (count + 1 == columns_ && !raw.cells[0].text.empty()) {
                row.pieces.insert(row.pieces.begin(), {raw.cells[0].text, 0});
                raw.cells[0].text = {};
            }
            deal(row, raw);
            return;
        }
        std::vector<RawCell> cells(columns_);
        std::vector<const Piece*> homeless;
        std::size_t next = 0;
        for (const Piece& piece : row.pieces) {
            const auto column = count == columns_ ? next : column_at(row.places, piece.place, next);
            if (column >= columns_) {
                homeless.push_back(&piece);
                continue;
            }
            cells[column] = cell_of(piece, 1);
            next = column + 1;
        }
        raw.cells.insert(raw.cells.end(), cells.begin(), cells.end());
        for (const Piece* piece : homeless) raw.cells.push_back(cell_of(*piece, 1));
    }

private:
    // Two names over six columns cover three each, unless the years below group otherwise: "2026
    // 2025 2026 2025 2025" under three names are 2 + 2 + 1. Names that fit neither way are left
    // out: columns without a period say so, columns with a wrong one would not.
    void deal(const PipeRow& row, RawRow& raw) const {
        const std::size_t count = row.pieces.size();
        const bool even = columns_ % count == 0;
        if (groups_.size() != count && !even) return;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t span = groups_.size() == count ? groups_[i] : columns_ / count;
            raw.cells.push_back(cell_of(row.pieces[i], static_cast<int>(span)));
        }
    }

    // By the rows of as many cells that are complete.
    std::size_t column_at(std::size_t places, std::size_t place, std::size_t from) const {
        const auto known = places_.find(places);
        if (known == places_.end()) return columns_;
        for (std::size_t i = from; i < known->second.size(); ++i) {
            if (known->second[i] == place) return i;
        }
        return columns_;
    }

    std::size_t columns_;
    std::vector<std::size_t> groups_;  // sizes of the runs of years; empty where none are printed
    std::map<std::size_t, std::vector<std::size_t>> places_;  // cells in a row -> places of amounts
};

}  // namespace

CellTable align_pipe_rows(CellTable table) {
    std::vector<PipeRow> rows;
    for (const RawRow& raw : table.rows) rows.push_back(read_row(raw));
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::size_t end = segment_end(rows, begin);
        const std::vector<PipeRow> segment(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                                           rows.begin() + static_cast<std::ptrdiff_t>(end));
        const std::size_t columns = most_common_count(segment);
        const Aligner aligner(segment, columns);
        for (std::size_t i = begin; columns > 0 && i < end; ++i) {
            if (!table.rows[i].cells.empty()) aligner.place(rows[i], table.rows[i]);
        }
        begin = end;
    }
    return table;
}

}  // namespace fintool
