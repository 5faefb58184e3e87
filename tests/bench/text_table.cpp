// Fixed-width tables: tracks with a left and a right edge, labels wrapped in their zone, rulers.
#include "text_table.h"

#include <algorithm>
#include <sstream>

#include "figures.h"
#include "heads.h"

namespace bench {

std::string capital_letters(std::string text) {
    for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return text;
}

std::string scale_words(const PrintedStatement& statement, const Layout& layout) {
    return statement.kind == StatementKind::income ? layout.scale_phrase : layout.scale_brief;
}

std::vector<std::string> title_lines(const PrintedStatement& statement, const Company& company,
                                     const Layout& layout) {
    std::vector<std::string> lines = {company.name, statement.title};
    const std::string scale = scale_words(statement, layout);
    if (layout.scale_words == ScaleWords::in_title && !scale.empty()) lines[1] += " " + scale;
    if (layout.capital_titles) {
        lines[0] = capital_letters(lines[0]);
        lines[1] = capital_letters(lines[1]);
    }
    const std::string dates = heads(statement, layout).title_words;
    if (!dates.empty()) lines.push_back(dates);
    if (layout.scale_words == ScaleWords::under_title && !scale.empty()) lines.push_back(scale);
    if (layout.unaudited_in_title) lines.emplace_back("(Unaudited)");
    return lines;
}

std::string note_of(const PrintedRow& row, std::size_t row_no) {
    if (row.figures.empty() || row.unit != UnitKind::money || row_no % 4 != 2) return "";
    return std::to_string(row_no / 4 + 1);
}

namespace {

// A printed column: of figures, of changes, or of notes.
struct Track {
    int column = -1;  // of the statement; -1: none
    int newer = -1;   // of a change: its two columns
    int older = -1;
    bool note = false;
    int left = 0;   // first place
    int right = 0;  // place after the last digit
    int width = 0;
};

// Characters, not bytes.
int length(const std::string& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

class TextTable {
public:
    TextTable(const PrintedStatement& statement, const Company& company, const Layout& layout)
        : statement_(statement),
          company_(company),
          layout_(layout),
          heads_(heads(statement, layout)) {
        lay_tracks();
    }

    std::string write() {
        if (layout_.table_marks) out_ += "<TABLE>\n<CAPTION>\n";
        titles(false);
        write_heads();
        if (layout_.table_marks) marks();
        write_rows();
        if (layout_.table_marks) out_ += "</TABLE>\n";
        return out_;
    }

private:
    CellWords words(const PrintedRow& row, const Track& track) const {
        const bool first = &row == first_money_;
        if (track.note) return {};
        const auto figure = [&](int column) {
            return row.figures[static_cast<std::size_t>(column)];
        };
        if (track.column < 0) return change_words(figure(track.newer), figure(track.older));
        return cell_words(figure(track.column), row, first, layout_);
    }

    void lay_tracks() {
        for (const auto& row : statement_.rows) {
            if (!row.figures.empty() && !first_money_) first_money_ = &row;
        }
        if (layout_.note_column) {
            Track note;
            note.note = true;
            note.width = 4;
            tracks_.push_back(note);
        }
        const auto& columns = statement_.columns;
        for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
            Track track;
            track.column = i;
            tracks_.push_back(track);
            if (!layout_.change_column || i % 2 == 0) continue;
            Track change;
            const auto at = static_cast<std::size_t>(i);
            change.newer = columns[at].end > columns[at - 1].end ? i : i - 1;
            change.older = change.newer == i ? i - 1 : i;
            change.width = 8;
            tracks_.push_back(change);
        }
        for (auto& track : tracks_) widen(track);
        place();
        for (const auto& level : heads_.levels) {
            for (const auto& cell : level) make_room(cell);
        }
    }

    void widen(Track& track) const {
        for (const auto& row : statement_.rows) {
            if (row.figures.empty() || track.note) continue;
            const auto cell = words(row, track);
            const int dollar = !cell.dollar ? 0 : layout_.dollar_apart ? 2 : 1;
            track.width = std::max(track.width, length(cell.body) + dollar);
        }
        for (const auto& level : heads_.levels) {
            for (const auto& cell : level) {
                const bool here = cell.first == cell.last && cell.first == track.column;
                if (here) track.width = std::max(track.width, length(cell.words));
            }
        }
    }

    void place() {
        int at = label_width();
        for (auto& track : tracks_) {
            at += layout_.gap;
            track.left = at;
            track.right = at + track.width;
            at = track.right + 1;  // a parenthesis hangs there
        }
    }

    Track& track_of(int column) {
        return *std::find_if(tracks_.begin(), tracks_.end(),
                             [&](const Track& track) { return track.column == column; });
    }

    // A heading over several columns has two places around it.
    void make_room(const HeadCell& cell) {
        const int extent = track_of(cell.last).right - track_of(cell.first).left;
        const int missing = length(cell.words) - extent;
        if (missing <= 0) return;
        const int parts = cell.last - cell.first + 1;
        for (int i = cell.first; i <= cell.last; ++i) {
            track_of(i).width += (missing + parts - 1) / parts;
        }
        place();
    }

    int label_width() const {
        const bool stub = layout_.scale_words == ScaleWords::in_stub;
        const int least = stub ? length(scale_words(statement_, layout_)) + 2 : 0;
        return std::max(layout_.label_width, least);
    }

    static void put(std::string& line, int at, const std::string& text) {
        const int now = length(line);
        if (now < at) line.append(static_cast<std::size_t>(at - now), ' ');
        line += text;
    }

    void end_line(std::string& line) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        out_ += line + "\n";
        line.clear();
    }

    void titles(bool again) {
        const int width = tracks_.back().right;
        for (auto line : title_lines(statement_, company_, layout_)) {
            if (again && line.find(statement_.title) != line.npos) line += " (continued)";
            std::string text;
            put(text, std::max(0, (width - length(line)) / 2), line);
            end_line(text);
        }
        out_ += "\n";
    }

    void write_heads() {
        for (std::size_t i = 0; i < heads_.levels.size(); ++i) {
            const bool last = i + 1 == heads_.levels.size();
            const auto& level = heads_.levels[i];
            std::string line;
            if (last && layout_.scale_words == ScaleWords::in_stub) {
                line = scale_words(statement_, layout_);
            }
            if (last && layout_.note_column) put(line, tracks_.front().left, "Note");
            for (const auto& cell : level) {
                const int left = track_of(cell.first).left;
                const int right = track_of(cell.last).right;
                const int at = cell.first == cell.last && !layout_.head_rulers
                                   ? right - length(cell.words)
                                   : left + (right - left - length(cell.words)) / 2;
                put(line, at, cell.words);
                if (last) change_head(line, cell.last);
            }
            end_line(line);
            if (layout_.head_rulers && group_level(level)) rule_groups(level);
        }
        if (layout_.head_rulers) rule('-', true);
        out_ += "\n";
    }

    void change_head(std::string& line, int column) {
        for (const auto& track : tracks_) {
            const bool here =
                track.column < 0 && !track.note && std::max(track.newer, track.older) == column;
            if (here) put(line, track.left, "% Change");
        }
    }

    static bool group_level(const std::vector<HeadCell>& level) {
        return std::any_of(level.begin(), level.end(), [](const HeadCell& cell) {
            return cell.group && cell.last > cell.first;
        });
    }

    void rule_groups(const std::vector<HeadCell>& level) {
        std::string line;
        for (const auto& cell : level) {
            const int left = track_of(cell.first).left;
            const int right = track_of(cell.last).right;
            put(line, left, std::string(static_cast<std::size_t>(right - left), layout_.ruler));
        }
        end_line(line);
    }

    void rule(char mark, bool with_changes = false) {
        std::string line;
        for (const auto& track : tracks_) {
            const bool change = track.column < 0 && !track.note;
            if (track.note || (change && !with_changes)) continue;
            put(line, track.left, std::string(static_cast<std::size_t>(track.width), mark));
        }
        end_line(line);
    }

    void marks() {
        std::string line = "<S>";
        for (const auto& track : tracks_) {
            put(line, std::max(track.left, track.right - 3), "<C>");
        }
        end_line(line);
    }

    std::vector<std::string> wrapped(const std::string& label, int room) const {
        std::vector<std::string> lines(1);
        std::istringstream words(label);
        for (std::string word; words >> word;) {
            if (!lines.back().empty() && length(lines.back()) + 1 + length(word) > room) {
                lines.emplace_back();
                room -= lines.size() == 2 ? 2 : 0;  // what goes on is indented
            }
            lines.back() += (lines.back().empty() ? "" : " ") + word;
        }
        return lines;
    }

    void write_rows() {
        for (std::size_t i = 0; i < statement_.rows.size(); ++i) {
            const auto& row = statement_.rows[i];
            if (layout_.broken_balance && row.label.starts_with("LIABILITIES AND")) turn_page();
            if (row.total && layout_.rulers) rule(layout_.ruler);
            write_row(row, i);
            if (row.last_total && layout_.rulers) rule('=');
            if (row.last_total || layout_.blank_between) out_ += "\n";
        }
    }

    void turn_page() {
        if (layout_.table_marks) out_ += "</TABLE>\n";
        std::string line;
        put(line, 38, "- 7 -");
        out_ += "\n";
        end_line(line);
        out_ += layout_.table_marks ? "<PAGE>\n\n" : "\f\n";
        if (layout_.table_marks) out_ += "<TABLE>\n<CAPTION>\n";
        if (layout_.heads_again) {
            titles(true);
            write_heads();
        }
        if (layout_.table_marks) marks();
    }

    void write_row(const PrintedRow& row, std::size_t row_no) {
        const int indent = row.depth * 2;
        const auto lines = wrapped(row.label, label_width() - indent - 1);
        if (row.figures.empty()) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                std::string line(static_cast<std::size_t>(indent + (i > 0 ? 2 : 0)), ' ');
                line += lines[i];
                end_line(line);
            }
            return;
        }
        const std::size_t with_figures = layout_.values_first ? 0 : lines.size() - 1;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string line(static_cast<std::size_t>(indent + (i > 0 ? 2 : 0)), ' ');
            line += lines[i];
            if (i == with_figures) {
                if (layout_.leader_dots) dot(line);
                write_figures(row, row_no, line);
            }
            end_line(line);
        }
    }

    void dot(std::string& line) const {
        const int room = label_width() - length(line);
        if (room >= 4) line += " " + std::string(static_cast<std::size_t>(room - 1), '.');
    }

    void write_figures(const PrintedRow& row, std::size_t row_no, std::string& line) {
        for (const auto& track : tracks_) {
            if (track.note) {
                const auto note = note_of(row, row_no);
                if (!note.empty()) put(line, track.left + 2, note);
                continue;
            }
            const auto cell = words(row, track);
            if (cell.dollar && layout_.dollar_apart) put(line, track.left, "$");
            const std::string body = (cell.dollar && !layout_.dollar_apart ? "$" : "") + cell.body;
            const int hang = cell.closing.size() > 1 ? 1 : 0;
            put(line, track.right - length(body) - hang, body + cell.closing);
        }
    }

    const PrintedStatement& statement_;
    const Company& company_;
    const Layout& layout_;
    Heads heads_;
    std::vector<Track> tracks_;
    const PrintedRow* first_money_ = nullptr;
    std::string out_;
};

}  // namespace

std::string text_table(const PrintedStatement& statement, const Company& company,
                       const Layout& layout) {
    return TextTable(statement, company, layout).write();
}

}  // namespace bench
