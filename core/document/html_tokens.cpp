// The tokenizer: see the header. Where HTML 5 would swallow the rest of the page (an unclosed
// comment, quote, script or title), the construct ends at its own ">" instead: figures must not
// vanish.
#include "document/html_tokens.h"

#include <algorithm>

#include "base/text.h"
#include "base/word_set.h"

namespace fintool {

namespace {

struct TagName {
    std::string_view name;
    HtmlTag tag;
};

constexpr TagName tag_names[] = {
    {"a", HtmlTag::inline_run},
    {"address", HtmlTag::division},
    {"article", HtmlTag::division},
    {"b", HtmlTag::bold},
    {"big", HtmlTag::inline_run},
    {"blockquote", HtmlTag::division},
    {"body", HtmlTag::other},
    {"br", HtmlTag::line_break},
    {"caption", HtmlTag::caption},
    {"center", HtmlTag::centred},
    {"code", HtmlTag::inline_run},
    {"dd", HtmlTag::item},
    {"description", HtmlTag::dropped_line},
    {"dir", HtmlTag::list},
    {"div", HtmlTag::division},
    {"dl", HtmlTag::list},
    {"dt", HtmlTag::item},
    {"em", HtmlTag::inline_run},
    {"filename", HtmlTag::dropped_line},
    {"font", HtmlTag::inline_run},
    {"footer", HtmlTag::division},
    {"h1", HtmlTag::heading},
    {"h2", HtmlTag::heading},
    {"h3", HtmlTag::heading},
    {"h4", HtmlTag::heading},
    {"h5", HtmlTag::heading},
    {"h6", HtmlTag::heading},
    {"header", HtmlTag::division},
    {"hr", HtmlTag::rule},
    {"i", HtmlTag::inline_run},
    {"iframe", HtmlTag::raw_text},
    {"ix:header", HtmlTag::hidden},
    {"ix:hidden", HtmlTag::hidden},
    {"li", HtmlTag::item},
    {"main", HtmlTag::division},
    {"menu", HtmlTag::list},
    {"noscript", HtmlTag::other},
    {"ol", HtmlTag::list},
    {"p", HtmlTag::paragraph},
    {"pre", HtmlTag::preformatted},
    {"script", HtmlTag::raw_text},
    {"section", HtmlTag::division},
    {"sequence", HtmlTag::dropped_line},
    {"small", HtmlTag::inline_run},
    {"span", HtmlTag::inline_run},
    {"strong", HtmlTag::bold},
    {"style", HtmlTag::raw_text},
    {"sub", HtmlTag::inline_run},
    {"sup", HtmlTag::superscript},
    {"table", HtmlTag::table},
    {"tbody", HtmlTag::section},
    {"td", HtmlTag::cell},
    {"textarea", HtmlTag::raw_text},
    {"tfoot", HtmlTag::section},
    {"th", HtmlTag::cell},
    {"thead", HtmlTag::section},
    {"title", HtmlTag::raw_text},
    {"tr", HtmlTag::row},
    {"tt", HtmlTag::inline_run},
    {"type", HtmlTag::dropped_line},
    {"u", HtmlTag::inline_run},
    {"ul", HtmlTag::list},
    {"xmp", HtmlTag::raw_text},
};
constexpr std::size_t longest_tag_name = 11;

constexpr bool ends_tag_name(char c) { return is_space(c) || c == '/' || c == '>' || c == '<'; }

HtmlTag tag_of(std::string_view name) {
    if (name.size() > longest_tag_name) return HtmlTag::other;
    char folded[longest_tag_name];
    std::transform(name.begin(), name.end(), folded, [](char c) { return lower(c); });
    static constexpr WordSet names = [] {
        std::string_view all[std::size(tag_names)];
        for (std::size_t i = 0; i < std::size(tag_names); ++i) all[i] = tag_names[i].name;
        return WordSet(all);
    }();
    const std::size_t at = names.find({folded, name.size()});
    return at == names.npos ? HtmlTag::other : tag_names[at].tag;
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && starts_with_ignoring_case(a, b);
}

// One slot of missing_from_ each; the names of raw text follow.
enum Mark : std::size_t { double_quote, single_quote, comment_end, angle, raw_end };

constexpr std::string_view raw_names[] = {"iframe", "script", "style", "textarea", "title", "xmp"};

std::size_t raw_slot(std::string_view name) {
    std::size_t i = 0;
    while (i + 1 < std::size(raw_names) && !same_name(name, raw_names[i])) ++i;
    return raw_end + i;
}

// A title that goes on for longer was never closed.
constexpr std::size_t longest_title = 2000;

}  // namespace

HtmlTokens::HtmlTokens(std::string_view bytes, Span body)
    : bytes_(bytes.substr(0, body.end)), at_(body.begin) {
    missing_from_.fill(bytes_.size() + 1);
}

std::size_t HtmlTokens::find(std::string_view mark, std::size_t from, std::size_t slot) {
    if (from >= missing_from_[slot]) return bytes_.npos;
    const std::size_t found = bytes_.find(mark, from);
    if (found == bytes_.npos) missing_from_[slot] = from;
    return found;
}

HtmlToken HtmlTokens::text_token(std::size_t begin) {
    HtmlToken token;
    token.kind = HtmlToken::Kind::text;
    token.span = {begin, at_};
    return token;
}

HtmlToken HtmlTokens::next() {
    while (at_ < bytes_.size()) {
        const std::size_t begin = at_;
        if (bytes_[at_] == '<') {
            HtmlToken token;
            if (read_markup(token)) {
                token.span = {begin, at_};
                return token;
            }
            if (at_ > begin) continue;  // a comment or the like
        }
        at_ = std::min(bytes_.find('<', at_ + 1), bytes_.size());
        return text_token(begin);
    }
    return {};
}

// True for a tag; false after skipping what prints nothing, or, at_ unmoved, where "<" is text.
bool HtmlTokens::read_markup(HtmlToken& token) {
    const std::size_t name = at_ + 1;
    if (name >= bytes_.size()) return false;
    const char c = bytes_[name];
    if (is_alpha(c)) {
        token.kind = HtmlToken::Kind::open;
        read_tag(token, name);
        if (token.tag == HtmlTag::raw_text) {
            skip_raw_text(token.name);
            return false;
        }
        return true;
    }
    if (c == '/') {
        if (name + 1 < bytes_.size() && is_alpha(bytes_[name + 1])) {
            token.kind = HtmlToken::Kind::close;
            read_tag(token, name + 1);
            return true;
        }
        if (name + 1 >= bytes_.size()) return false;
        const std::size_t end = find(">", name, angle);
        at_ = end == bytes_.npos ? name + 1 : end + 1;
        return false;
    }
    if (c == '!' || c == '?') skip_comment();
    return false;
}

void HtmlTokens::skip_comment() {
    const std::string_view rest = bytes_.substr(at_, 5);
    std::size_t end = bytes_.npos;
    if (rest.substr(0, 4) == "<!--") {
        if (rest == "<!-->") {
            at_ += 5;
            return;
        }
        // "<!--->" is whole: its end may begin with its own dashes.
        end = find("-->", at_ + 3, comment_end);
        if (end != bytes_.npos) end += 2;
    }
    if (end == bytes_.npos) end = find(">", at_, angle);
    at_ = end == bytes_.npos ? at_ + 2 : end + 1;
}

void HtmlTokens::read_tag(HtmlToken& token, std::size_t name_begin) {
    std::size_t end = name_begin;
    while (end < bytes_.size() && !ends_tag_name(bytes_[end])) ++end;
    token.name = bytes_.substr(name_begin, end - name_begin);
    token.tag = tag_of(token.name);
    at_ = end;
    while (at_ < bytes_.size()) {
        const char c = bytes_[at_];
        if (c == '>') {
            ++at_;
            return;
        }
        // "<td</font>": the tag was never closed.
        const char after = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : ' ';
        if (c == '<' && (is_alpha(after) || after == '/')) return;
        if (c == '/') {
            ++at_;
            token.closes_itself = at_ < bytes_.size() && bytes_[at_] == '>';
        } else if (is_space(c)) {
            ++at_;
        } else {
            read_attribute(token);
        }
    }
}

void HtmlTokens::read_attribute(HtmlToken& token) {
    const std::size_t begin = at_++;  // a "=" here begins a name
    while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '/' &&
           bytes_[at_] != '>' && bytes_[at_] != '=') {
        ++at_;
    }
    const std::string_view name = bytes_.substr(begin, at_ - begin);
    std::size_t equals = at_;
    while (equals < bytes_.size() && is_space(bytes_[equals])) ++equals;
    std::string_view value;
    if (equals < bytes_.size() && bytes_[equals] == '=') {
        at_ = equals + 1;
        value = read_attribute_value();
    }
    const auto keep = [&](std::string_view wanted, std::string_view& kept) {
        if (kept.data() == nullptr && same_name(name, wanted)) {
            kept = value.data() == nullptr ? name.substr(0, 0) : value;
        }
    };
    switch (name.size()) {
        case 5: keep("style", token.style), keep("align", token.align); break;
        case 6: keep("hidden", token.hidden); break;
        case 7: keep("colspan", token.colspan), keep("rowspan", token.rowspan); break;
        default: break;
    }
}

std::string_view HtmlTokens::read_attribute_value() {
    while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    if (at_ >= bytes_.size()) return {};
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
        const std::size_t begin = at_ + 1;
        const std::size_t end =
            quote == '"' ? find("\"", begin, double_quote) : find("'", begin, single_quote);
        if (end != bytes_.npos) {
            at_ = end + 1;
            return bytes_.substr(begin, end - begin);
        }
    }
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && !is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
    return bytes_.substr(begin, at_ - begin);
}

// at_ stands after the opening tag; moves it past the closing one, if there is one.
void HtmlTokens::skip_raw_text(std::string_view name) {
    const std::size_t slot = raw_slot(name);
    const bool title = same_name(name, "title");
    const auto page = title ? bytes_.substr(0, at_ + longest_title) : bytes_;
    for (std::size_t from = at_; from < missing_from_[slot]; from += 2) {
        from = page.find("</", from);
        if (from == page.npos) break;
        const std::size_t after = from + 2 + name.size();
        const bool whole = after < page.size() &&
                           (is_space(page[after]) || page[after] == '>' || page[after] == '/');
        if (whole && same_name(page.substr(from + 2, name.size()), name)) {
            HtmlToken end_tag;
            read_tag(end_tag, from + 2);
            return;
        }
    }
    if (!title) missing_from_[slot] = std::min(missing_from_[slot], at_);
}

}  // namespace fintool
