// A bare tokenizer: each line's segments with their columns, amounts with "$", commas, decimals and
// parentheses as integers.
#include "tokens.h"

#include <cstring>

namespace bench {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// An amount that is the whole segment, in its smallest printed unit.
bool amount(std::string_view segment, std::int64_t& value) {
    std::size_t at = 0;
    bool negative = false;
    if (at < segment.size() && segment[at] == '$') ++at;
    while (at < segment.size() && segment[at] == ' ') ++at;
    if (at < segment.size() && (segment[at] == '(' || segment[at] == '-')) negative = true, ++at;
    if (at < segment.size() && segment[at] == '$') ++at;
    bool any = false;
    value = 0;
    for (; at < segment.size(); ++at) {
        const char c = segment[at];
        if (is_digit(c)) {
            value = value * 10 + (c - '0');
            any = true;
        } else if (c != ',' && c != '.') {
            break;
        }
    }
    while (at < segment.size() && (segment[at] == ')' || segment[at] == '%')) ++at;
    if (negative) value = -value;
    return any && at == segment.size();
}

void read_line(std::string_view line, TokenCount& count) {
    std::size_t at = 0;
    while (at < line.size()) {
        while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) ++at;
        if (at == line.size()) return;
        const std::size_t begin = at;
        std::size_t end = at;
        while (at < line.size() && line[at] != '\t' && line[at] != '\r') {
            if (line[at] == ' ') {
                if (at + 1 == line.size() || line[at + 1] == ' ') break;
            } else {
                end = at + 1;
            }
            ++at;
        }
        ++count.segments;
        count.sum += static_cast<std::int64_t>(begin * 3 + end);
        std::int64_t value = 0;
        if (amount(line.substr(begin, end - begin), value)) {
            ++count.numbers;
            count.sum += value;
        }
    }
}

}  // namespace

TokenCount count_tokens(std::string_view bytes) {
    TokenCount count;
    while (!bytes.empty()) {
        const void* found = std::memchr(bytes.data(), '\n', bytes.size());
        const auto size =
            found == nullptr
                ? bytes.size()
                : static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
        ++count.lines;
        read_line(bytes.substr(0, size), count);
        bytes.remove_prefix(size < bytes.size() ? size + 1 : size);
    }
    return count;
}

}  // namespace bench
