// The words of a statement, changed one construct after the other. See the header.
#include "query/postgres_sql.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "query/sql_text.h"
#include "query/sql_tokens.h"

namespace fintool {
namespace {

using Kind = SqlToken::Kind;
using Tokens = std::vector<SqlToken>;
constexpr std::size_t none = std::string_view::npos;

bool is(const Tokens& tokens, std::size_t at, std::string_view what) {
    if (at >= tokens.size()) return false;
    const SqlToken& token = tokens[at];
    return token.kind == Kind::word ? token.word == what
                                    : token.kind == Kind::sign && token.text == what;
}

template <class... Words>
bool is_any(const Tokens& tokens, std::size_t at, Words... words) {
    return (is(tokens, at, words) || ...);
}

// The next token that is no blank; tokens.size() behind the last.
std::size_t after(const Tokens& tokens, std::size_t at) {
    for (++at; at < tokens.size() && tokens[at].kind == Kind::blank;) ++at;
    return at;
}

std::size_t before(const Tokens& tokens, std::size_t at) {
    while (at > 0) {
        if (tokens[--at].kind != Kind::blank) return at;
    }
    return none;
}

// Of the parenthesis that opens at `at`.
std::size_t closing(const Tokens& tokens, std::size_t at) {
    int depth = 0;
    for (; at < tokens.size(); ++at) {
        if (is(tokens, at, "(")) ++depth;
        if (is(tokens, at, ")") && --depth == 0) return at;
    }
    return tokens.size();
}

SqlToken said(const std::string& text) { return {Kind::sign, text, ""}; }

void insert(Tokens& tokens, std::size_t at, const std::string& text) {
    tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(at), said(text));
}

std::string literal(const SqlValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return sql_literal(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&value)) {
        char digits[40];
        return {digits, std::to_chars(digits, digits + sizeof digits, *real).ptr};
    }
    return "NULL";
}

void fill_parameters(Tokens& tokens, const std::vector<SqlParameter>& parameters) {
    for (SqlToken& token : tokens) {
        if (token.kind != Kind::parameter) continue;
        for (const SqlParameter& parameter : parameters) {
            if (token.text.substr(1) != parameter.name) continue;
            token = {Kind::text, literal(parameter.value), ""};
            break;
        }
    }
}

// Words that are another one there.
void rename_words(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t next = after(tokens, i);
        if (is(tokens, i, "==")) tokens[i].text = "=";
        if (is(tokens, next, "(")) {
            if (is(tokens, i, "ifnull")) tokens[i] = {Kind::word, "coalesce", "coalesce"};
            if (is(tokens, i, "instr")) tokens[i] = {Kind::word, "strpos", "strpos"};
        }
        if (is(tokens, i, "real") && is(tokens, before(tokens, i), "as") && is(tokens, next, ")")) {
            tokens[i].text = "double precision";
        }
        const bool alone =
            next >= tokens.size() || is_any(tokens, next, "and", "group", "order", ")");
        if (tokens[i].text == "1" && is(tokens, before(tokens, i), "where") && alone) {
            tokens[i] = {Kind::word, "TRUE", "true"};
        }
    }
}

// "a IS b" where b is no NULL: are they the same, NULL or not?
void compare_with_null(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is(tokens, i, "is")) continue;
        const std::size_t next = after(tokens, i);
        const bool negated = is(tokens, next, "not");
        const std::size_t what = negated ? after(tokens, next) : next;
        if (is_any(tokens, what, "null", "true", "false", "distinct")) continue;
        tokens[i].text = negated ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM";
        if (negated) tokens[next].text.clear();
    }
}

// The last token of what LIKE compares with: names, texts, calls, joined by ||.
std::size_t end_of_pattern(const Tokens& tokens, std::size_t at) {
    for (;;) {
        std::size_t next = after(tokens, at);
        if (is(tokens, at, "(")) at = closing(tokens, at);
        if (tokens[std::min(at, tokens.size() - 1)].kind == Kind::word && is(tokens, next, "(")) {
            at = closing(tokens, next);
        }
        next = after(tokens, at);
        if (!is_any(tokens, next, "||", ".")) return std::min(at, tokens.size() - 1);
        at = after(tokens, next);
    }
}

void compare_patterns(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is(tokens, i, "like")) continue;
        tokens[i] = {Kind::word, "ILIKE", "ilike"};
        const std::size_t end = end_of_pattern(tokens, after(tokens, i));
        if (!is(tokens, after(tokens, end), "escape")) insert(tokens, end + 1, " ESCAPE ''");
    }
}

// A call of one argument or more: the commas between them.
std::vector<std::size_t> commas_of(const Tokens& tokens, std::size_t open, std::size_t close) {
    std::vector<std::size_t> commas;
    int depth = 0;
    for (std::size_t i = open + 1; i < close; ++i) {
        if (is(tokens, i, "(")) ++depth;
        if (is(tokens, i, ")")) --depth;
        if (depth == 0 && is(tokens, i, ",")) commas.push_back(i);
    }
    return commas;
}

// The columns of an argument as double precision; not those of conditions, days and windows.
void cast_columns(Tokens& tokens, std::size_t open, std::size_t& close) {
    static constexpr std::array words = {"case", "then", "else", "end", "null", "as",
                                         "and",  "or",   "not",  "is",  "in",   "cast"};
    for (std::size_t i = open + 1; i < close; ++i) {
        if (is(tokens, i, "when")) {
            while (i < close && !is(tokens, i, "then")) ++i;
            continue;
        }
        const std::size_t next = after(tokens, i);
        if (is_any(tokens, i, "over", "julianday") && is(tokens, next, "(")) {
            i = closing(tokens, next);
            continue;
        }
        const bool name = tokens[i].kind == Kind::word &&
                          std::count(words.begin(), words.end(), tokens[i].word) == 0;
        if (!name || is_any(tokens, next, "(", ".")) continue;
        insert(tokens, i + 1, "::double precision");
        ++close;
    }
}

// SQLite rounds doubles by their decimal digits and lifts them by a hair, so that 12.35, which is a
// little less in binary, becomes 12.4. Numeric of the shortest digits, lifted as much, does so,
// too.
void round_as_sqlite(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t open = after(tokens, i);
        if (!is(tokens, i, "round") || !is(tokens, open, "(")) continue;
        std::size_t close = closing(tokens, open);
        const std::vector<std::size_t> commas = commas_of(tokens, open, close);
        if (commas.size() != 1 || close >= tokens.size()) continue;
        std::size_t comma = commas[0];
        tokens[close].text = "))";
        tokens[comma].text = ")::double precision::text::numeric * 1.0000000000000003,";
        cast_columns(tokens, open, comma);
        tokens[i] = {Kind::sign, "trim_scale(round", ""};
        tokens[open].text = "((";
        tokens[open].kind = Kind::blank;  // so that what follows sees its parentheses in balance
        tokens[close + (comma - commas[0])].kind = Kind::blank;
    }
}

void count_days(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t open = after(tokens, i);
        if (!is(tokens, i, "julianday") || !is(tokens, open, "(")) continue;
        const std::size_t close = closing(tokens, open);
        if (close >= tokens.size()) continue;
        tokens[i] = {Kind::blank, "", ""};
        insert(tokens, close, " - DATE '1970-01-01'");
    }
}

// Of several values, not of several rows.
void least_and_greatest(Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t open = after(tokens, i);
        if (!is_any(tokens, i, "min", "max") || !is(tokens, open, "(")) continue;
        if (commas_of(tokens, open, closing(tokens, open)).empty()) continue;
        const std::string name = is(tokens, i, "min") ? "least" : "greatest";
        tokens[i] = {Kind::word, name, name};
    }
}

void name_parts(Tokens& tokens) {
    int parts = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is(tokens, i, "(") || !is_any(tokens, before(tokens, i), "from", "join")) continue;
        if (!is_any(tokens, after(tokens, i), "select", "with", "values", "(")) continue;
        const std::size_t close = closing(tokens, i);
        const std::size_t next = after(tokens, close);
        const bool named =
            next < tokens.size() &&
            (tokens[next].kind == Kind::word || tokens[next].kind == Kind::quoted_name) &&
            !is_any(tokens, next, "where", "group", "order", "limit", "join", "left", "inner",
                    "cross", "union", "window", "having", "on", "using");
        if (named || close >= tokens.size()) continue;
        insert(tokens, close + 1, " AS part_" + std::to_string(++parts));
    }
}

// NULL stands before all other values.
void order_nulls(Tokens& tokens) {
    const auto end_item = [&](std::size_t& at) {
        const std::size_t last = before(tokens, at);
        if (is_any(tokens, last, "first", "last")) return;
        insert(tokens, last + 1, is(tokens, last, "desc") ? " NULLS LAST" : " NULLS FIRST");
        ++at;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t by = after(tokens, i);
        if (!is(tokens, i, "order") || !is(tokens, by, "by")) continue;
        int depth = 0;
        std::size_t at = by + 1;
        for (; at < tokens.size(); ++at) {
            if (is(tokens, at, "(")) ++depth;
            if (is(tokens, at, ")") && --depth < 0) break;
            if (depth > 0) continue;
            if (is_any(tokens, at, "limit", "rows", "range", "groups", "union", ";")) break;
            if (is(tokens, at, ",")) end_item(at);
        }
        end_item(at);
    }
}

}  // namespace

std::string postgres_sql(std::string_view sql, const std::vector<SqlParameter>& parameters) {
    Tokens tokens = sql_tokens(sql);
    fill_parameters(tokens, parameters);
    rename_words(tokens);
    compare_with_null(tokens);
    compare_patterns(tokens);
    least_and_greatest(tokens);
    order_nulls(tokens);
    name_parts(tokens);
    round_as_sqlite(tokens);
    count_days(tokens);
    std::string out;
    for (const SqlToken& token : tokens) out += token.text;
    return out;
}

}  // namespace fintool
