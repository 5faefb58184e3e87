// See the header. "Net sales     $295,532  $243,827   $" over "466,928  " were one line: the blanks
// behind the second are the witness that it ends there, and that the first does not.
#include "document/broken_lines.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace fintool {
namespace {

constexpr std::size_t fewest = 8;    // lines of either kind
constexpr std::size_t margin = 80;   // the text was broken before this column
constexpr std::size_t far_out = 48;  // and as near to it as its words allowed

// Two blanks and no more: three are a gap between columns that the break fell into.
bool ends_itself(std::string_view line) {
    const std::size_t last = line.find_last_not_of(' ');
    return line.size() - (last == line.npos ? 0 : last + 1) == 2;
}

// Which lines were broken off; nothing where the text was not broken so. A break counts every
// character since the one before, the ends of the lines between, too.
class Breaks {
public:
    std::optional<std::vector<bool>> find(const std::vector<Line>& lines) {
        broken_.assign(lines.size(), false);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string_view text = lines[i].text.str();
            const bool blank = trim(text).empty();
            since_ += text.size() + 1;
            since_last_ += text.size() + 1;
            if (since_ > margin && !break_at_last()) return std::nullopt;
            if (!ends_itself(text)) {
                if (!blank) ++off_;
                take_break(i);
            } else {
                if (!blank) ++whole_;
                if (since_ >= far_out) take_last(i);
            }
        }
        // Two breaks next to each other are a blank line.
        const bool far = long_ * 2 >= stretches_;
        if (whole_ < fewest || off_ < fewest || !far) return std::nullopt;
        return std::move(broken_);
    }

private:
    void take_break(std::size_t i) {
        broken_[i] = true;
        if (since_ > 1) ++stretches_;
        if (since_ >= far_out) ++long_;
        since_ = since_last_ = 0;
        last_.reset();
    }

    void take_last(std::size_t i) {
        last_ = i;
        since_last_ = 0;
    }

    // "Receivables  " over "      101,420        96,300  ": the break fell behind two blanks of a
    // gap, or none stands near enough to the one before.
    bool break_at_last() {
        if (!last_) return false;
        const std::size_t rest = since_last_;
        take_break(*last_);
        since_ = since_last_ = rest;
        return since_ <= margin;
    }

    std::vector<bool> broken_;
    std::size_t since_ = 0;            // characters since the last break
    std::optional<std::size_t> last_;  // a line far out that ends in two blanks
    std::size_t since_last_ = 0;       // characters since its end
    std::size_t whole_ = 0, off_ = 0, stretches_ = 0, long_ = 0;
};

}  // namespace

std::vector<Line> join_broken_lines(std::vector<Line> lines) {
    const auto broken = Breaks().find(lines);
    if (!broken) return lines;
    std::vector<Line> joined;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool whole = ends_itself(lines[i].text.str());
        if (open) {
            joined.back().text.append(lines[i].text);
        } else {
            joined.push_back(std::move(lines[i]));
        }
        // "Nov. 30, " over " ": the break fell between the two blanks that end the line.
        open = (*broken)[i] && (whole || !ends_itself(joined.back().text.str()));
    }
    return joined;
}

}  // namespace fintool
