// EDGAR submissions: the header's "NAME: value" lines and the <DOCUMENT> parts. Also files whose
// tags somebody has stripped, where only the header's lines are left. Bodies are not looked into.
#include "document/submission.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "value/date.h"

namespace fintool {
namespace {

struct TextLine {
    std::string_view text;  // without its line end
    std::size_t begin = 0;
    std::size_t next = 0;  // where the next line begins
};

TextLine line_at(std::string_view bytes, std::size_t begin) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    TextLine line{bytes.substr(begin, end - begin), begin, std::min(end + 1, bytes.size())};
    if (!line.text.empty() && line.text.back() == '\r') line.text.remove_suffix(1);
    return line;
}

bool opens_with(const TextLine& line, std::string_view tag) {
    return starts_with_ignoring_case(trim(line.text), tag);
}

std::string value_after_tag(const TextLine& line) {
    const std::string_view text = trim(line.text);
    return fold_space(text.substr(text.find('>') + 1));
}

// "20040211", as EDGAR prints days; "99990101" is none of a filing.
std::optional<Date> packed_date(std::string_view text) {
    text = trim(text);
    if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 8, is_digit)) return {};
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 4, text.data() + 6, month);
    std::from_chars(text.data() + 6, text.data() + 8, day);
    const Date date = make_date(year, month, day);
    const bool plausible = date.ok() && year >= 1900 && year < 2200;
    return plausible ? std::optional<Date>(date) : std::nullopt;
}

void keep_first(std::string& field, std::string_view value) {
    if (field.empty()) field = fold_space(value);
}

// "MEN'S & BOYS' FURNISHINGS [2320]": the code alone.
std::string_view bracketed(std::string_view text) {
    const std::size_t open = text.rfind('[');
    const std::size_t close = text.rfind(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
        return trim(text);
    }
    return trim(text.substr(open + 1, close - open - 1));
}

// "1231"; "0000" and "2462" are no days.
void take_fiscal_year_end(FilingHeader& header, std::string_view value) {
    if (value.size() != 4 || !header.fiscal_year_end.empty()) return;
    const std::string day = std::string(value.substr(0, 2)) + "-" + std::string(value.substr(2));
    if (parse_iso_date("2004-" + day)) header.fiscal_year_end = day;  // a leap year
}

// Of one filer: later ones are co-registrants. The mail address repeats the business
// address, so that keeping the first keeps the business address.
void take_field(FilingHeader& header, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (name == "COMPANY CONFORMED NAME") keep_first(header.company, value);
    if (name == "CENTRAL INDEX KEY") keep_first(header.cik, value);
    if (name == "STANDARD INDUSTRIAL CLASSIFICATION") keep_first(header.sic, bracketed(value));
    if (name == "CONFORMED SUBMISSION TYPE") keep_first(header.form, value);
    if (name == "ACCESSION NUMBER") keep_first(header.accession, value);
    if (name == "STATE") keep_first(header.state, value);
    if (name == "CITY") keep_first(header.city, value);
    if (name == "FISCAL YEAR END") take_fiscal_year_end(header, value);
    if (name == "FORMER CONFORMED NAME") header.former_names.push_back(fold_space(value));
    if (name == "FILED AS OF DATE" && !header.filed_on) header.filed_on = packed_date(value);
    if (name == "CONFORMED PERIOD OF REPORT" && !header.period_end) {
        header.period_end = packed_date(value);
    }
}

// Reads on until the first <DOCUMENT>, else until the lines stop looking like a header.
FilingHeader read_header(std::string_view bytes) {
    constexpr std::size_t longest = 400;  // lines; a filing with 40 co-registrants has more
    FilingHeader header;
    std::size_t count = 0;
    FilingHeader* filer = &header;
    for (std::size_t at = 0; at < bytes.size() && count < longest; ++count) {
        const TextLine line = line_at(bytes, at);
        at = line.next;
        if (opens_with(line, "<DOCUMENT>") || opens_with(line, "</SEC-HEADER>")) break;
        const std::size_t colon = line.text.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view name = trim(line.text.substr(0, colon));
        if (name == "COMPANY CONFORMED NAME" && !header.company.empty())
            filer = &header.co_registrants.emplace_back();
        take_field(*filer, name, trim(line.text.substr(colon + 1)));
    }
    return header;
}

// One <DOCUMENT> ... </DOCUMENT>; `at` is moved behind it. Its body is what <TEXT> holds.
Part read_part(std::string_view bytes, std::size_t& at) {
    Part part;
    bool in_text = false;
    std::size_t body_begin = at;
    std::size_t body_end = bytes.size();
    while (at < bytes.size()) {
        const TextLine line = line_at(bytes, at);
        at = line.next;
        if (opens_with(line, "</DOCUMENT>")) {
            body_end = std::min(body_end, line.begin);
            break;
        }
        if (in_text) {
            if (opens_with(line, "</TEXT>")) body_end = std::min(body_end, line.begin);
            if (opens_with(line, "<DOCUMENT>")) {  // the end tag is missing
                body_end = std::min(body_end, line.begin);
                at = line.begin;
                break;
            }
            continue;
        }
        body_begin = line.next;
        if (opens_with(line, "<TYPE>")) part.type = value_after_tag(line);
        if (opens_with(line, "<FILENAME>")) part.filename = value_after_tag(line);
        if (opens_with(line, "<DESCRIPTION>")) part.description = value_after_tag(line);
        in_text = opens_with(line, "<TEXT>");
    }
    part.body = {body_begin, std::max(body_begin, body_end)};
    return part;
}

std::vector<Part> tagged_parts(std::string_view bytes) {
    std::vector<Part> parts;
    for (std::size_t at = 0; at < bytes.size();) {
        const TextLine line = line_at(bytes, at);
        at = line.next;
        if (opens_with(line, "<DOCUMENT>")) parts.push_back(read_part(bytes, at));
    }
    return parts;
}

bool opens_stripped_exhibit(const TextLine& line) {
    const std::string_view text = trim(line.text);
    return text.size() >= 6 && text.size() <= 12 && text.substr(0, 4) == "<EX-" &&
           text.back() == '>' && is_digit(text[4]);
}

// Files without <DOCUMENT>: the main text runs up to the first line "<EX-27>", each exhibit from
// there to its "</EX-27>".
std::vector<Part> stripped_parts(std::string_view bytes, const FilingHeader& header) {
    std::vector<Part> parts(1);
    parts[0].type = header.form;
    std::size_t main_begin = 0;
    std::optional<Part> open;
    for (std::size_t at = 0; at < bytes.size();) {
        const TextLine line = line_at(bytes, at);
        at = line.next;
        const std::string_view text = trim(line.text);
        if (text == "</Header>" || text == "</SEC-Header>") main_begin = line.next;
        if (opens_stripped_exhibit(line)) {
            if (parts[0].body.end == 0) parts[0].body.end = line.begin;
            if (open) parts.push_back(*open);
            open = Part{
                std::string(text.substr(1, text.size() - 2)), "", "", {line.next, bytes.size()}};
        } else if (open && text == "</" + open->type + ">") {
            open->body.end = line.begin;
            parts.push_back(*open);
            open.reset();
        }
    }
    if (open) parts.push_back(*open);
    if (parts[0].body.end == 0) parts[0].body.end = bytes.size();
    parts[0].body.begin = std::min(main_begin, parts[0].body.end);
    return parts;
}

bool is_exhibit(const Part& part, std::string_view number) {
    const std::string type = lower(part.type);
    const std::string wanted = "ex-" + std::string(number);
    if (type.substr(0, wanted.size()) != wanted) return false;
    return type.size() == wanted.size() || !is_digit(type[wanted.size()]);  // EX-9 is not EX-99
}

// Pictures, spreadsheets, XBRL and packed files are no text, whatever their type says.
bool is_readable(const Part& part) {
    static constexpr std::array<std::string_view, 14> other = {
        ".pdf", ".gif", ".jpg",  ".jpeg", ".png", ".zip", ".xls",
        ".xsd", ".xml", ".xlsx", ".json", ".css", ".js",  ".bmp"};
    static constexpr std::array<std::string_view, 7> types = {"GRAPHIC", "ZIP",  "EXCEL", "XML",
                                                              "COVER",   "JSON", "PDF"};
    const std::string name = lower(part.filename);
    const bool other_name = std::any_of(other.begin(), other.end(), [&](std::string_view ending) {
        return name.size() > ending.size() && name.ends_with(ending);
    });
    const bool other_type = std::any_of(types.begin(), types.end(), [&](std::string_view type) {
        return starts_with_ignoring_case(part.type, type);
    });
    return !other_name && !other_type && !is_exhibit(part, "27") && !is_exhibit(part, "101");
}

bool is_packed_body(std::string_view bytes, const Part& part) {
    std::string_view body = bytes.substr(part.body.begin, part.body.end - part.body.begin);
    body = trim(body.substr(0, 400));
    return body.starts_with("begin 6") || starts_with_ignoring_case(body, "<PDF>") ||
           starts_with_ignoring_case(body, "<XBRL>") || starts_with_ignoring_case(body, "<XML>") ||
           starts_with_ignoring_case(body, "<ZIP>") || body.starts_with("%PDF-");
}

}  // namespace

Submission read_submission(std::string_view bytes) {
    Submission submission;
    if (bytes.empty()) return submission;
    submission.header = read_header(bytes);
    submission.parts = tagged_parts(bytes);
    if (submission.parts.empty()) submission.parts = stripped_parts(bytes, submission.header);
    // "<DOCUMENT>" / "<TYPE>10-K" at the head of a file: the main document without its header.
    const std::string& type = submission.parts.front().type;
    if (!type.empty() && is_digit(type.front())) keep_first(submission.header.form, type);
    for (Part& part : submission.parts) {
        // A packed part keeps its place in the list, with nothing to read in it.
        if (is_packed_body(bytes, part)) part.body.end = part.body.begin;
    }
    return submission;
}

std::vector<std::vector<Span>> release_candidates(const Submission& submission) {
    std::vector<std::vector<Span>> order;
    const auto add = [&](bool together, auto wanted) {
        bool begun = false;
        for (const Part& part : submission.parts) {
            if (!is_readable(part) || part.body.empty() || !wanted(part)) continue;
            if (!begun || !together) order.emplace_back();
            order.back().push_back(part.body);
            begun = true;
        }
    };
    add(true, [](const Part& part) { return is_exhibit(part, "99"); });
    add(false, [](const Part& part) { return is_exhibit(part, "13"); });
    add(false, [](const Part& part) { return !starts_with_ignoring_case(part.type, "EX-"); });
    return order;
}

std::string dump(const Submission& submission) {
    const FilingHeader& header = submission.header;
    std::string out = "header: company=" + header.company + " cik=" + header.cik +
                      " sic=" + header.sic + " form=" + header.form +
                      " accession=" + header.accession + " state=" + header.state +
                      " city=" + header.city + " fiscal_year_end=" + header.fiscal_year_end;
    if (header.filed_on) out += " filed=" + to_string(*header.filed_on);
    if (header.period_end) out += " period=" + to_string(*header.period_end);
    for (const std::string& name : header.former_names) out += " formerly=" + name;
    out += '\n';
    for (const Part& part : submission.parts) {
        out += "part: type=" + part.type + " file=" + part.filename +
               " description=" + part.description + " bytes=" + std::to_string(part.body.begin) +
               ".." + std::to_string(part.body.end) + '\n';
    }
    return out;
}

}  // namespace fintool
