// One pass over the bytes. See the header.
#include "query/sql_tokens.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace fintool {
namespace {

using Kind = SqlToken::Kind;

bool is_name_char(char c) {
    return is_alpha(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Behind the closing quote; a doubled one is part of the text.
std::size_t end_of_quoted(std::string_view sql) {
    for (std::size_t i = 1; i < sql.size(); ++i) {
        if (sql[i] != sql[0]) continue;
        if (i + 1 == sql.size() || sql[i + 1] != sql[0]) return i + 1;
        ++i;
    }
    return sql.size();
}

template <class Belongs>
std::size_t end_of_run(std::string_view sql, Belongs belongs) {
    std::size_t end = 1;
    while (end < sql.size() && belongs(sql[end])) ++end;
    return end;
}

std::size_t end_of_sign(std::string_view sql) {
    static constexpr std::array pairs = {std::string_view("||"), std::string_view("<>"),
                                         std::string_view("<="), std::string_view(">="),
                                         std::string_view("!="), std::string_view("==")};
    return std::count(pairs.begin(), pairs.end(), sql.substr(0, 2)) > 0 ? 2 : 1;
}

struct Piece {
    Kind kind;
    std::size_t end;
};

Piece first_piece(std::string_view sql) {
    const char c = sql.front();
    if (sql.starts_with("--")) return {Kind::blank, std::min(sql.find('\n'), sql.size())};
    if (sql.starts_with("/*")) {
        const std::size_t close = sql.find("*/", 2);
        return {Kind::blank, close == sql.npos ? sql.size() : close + 2};
    }
    if (is_space(c)) return {Kind::blank, end_of_run(sql, [](char x) { return is_space(x); })};
    if (c == '\'') return {Kind::text, end_of_quoted(sql)};
    if (c == '"') return {Kind::quoted_name, end_of_quoted(sql)};
    if (is_digit(c)) {
        return {Kind::number, end_of_run(sql, [](char x) { return is_digit(x) || x == '.'; })};
    }
    if (is_name_char(c)) return {Kind::word, end_of_run(sql, is_name_char)};
    const bool named = sql.size() > 1 && is_name_char(sql[1]);
    if ((c == ':' || c == '@' || c == '$') && named) {
        return {Kind::parameter, end_of_run(sql, is_name_char)};
    }
    return {Kind::sign, end_of_sign(sql)};
}

}  // namespace

std::vector<SqlToken> sql_tokens(std::string_view sql) {
    std::vector<SqlToken> tokens;
    while (!sql.empty()) {
        const Piece piece = first_piece(sql);
        SqlToken token{piece.kind, std::string(sql.substr(0, piece.end)), ""};
        if (token.kind == Kind::word) token.word = lower(token.text);
        tokens.push_back(std::move(token));
        sql.remove_prefix(piece.end);
    }
    return tokens;
}

}  // namespace fintool
