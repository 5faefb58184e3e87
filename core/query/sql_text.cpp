// Text only. See the header.
#include "query/sql_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace fintool {

std::string sql_literal(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') out += c;
    }
    return out + "'";
}

std::string with_caret(std::string_view sql, std::size_t at) {
    at = std::min(at, sql.size());
    const std::size_t newline = at == 0 ? std::string_view::npos : sql.rfind('\n', at - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    const std::string line(sql.substr(begin, std::min(sql.find('\n', at), sql.size()) - begin));
    std::string out = "\n  " + line + "\n  ";
    for (std::size_t i = begin; i < at; ++i) {
        if ((static_cast<unsigned char>(sql[i]) & 0xC0) != 0x80) out += sql[i] == '\t' ? '\t' : ' ';
    }
    return out + "^";
}

std::string_view sql_after_blanks(std::string_view sql) {
    for (;;) {
        while (!sql.empty() && (is_space(sql.front()) || sql.front() == ';')) sql.remove_prefix(1);
        if (sql.substr(0, 2) == "--") {
            sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
        } else if (sql.substr(0, 2) == "/*") {
            const std::size_t end = sql.find("*/");
            sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 2);
        } else {
            return sql;
        }
    }
}

std::string first_sql_word(std::string_view sql) {
    sql = sql_after_blanks(sql);
    while (!sql.empty() && sql.front() == '(') sql = sql_after_blanks(sql.substr(1));
    std::size_t end = 0;
    while (end < sql.size() && is_alpha(sql[end])) ++end;
    return lower(sql.substr(0, end));
}

bool looks_like_sql(std::string_view text) {
    static constexpr std::array verbs = {
        "select", "with",   "explain",  "values",    "insert",  "update",  "delete", "replace",
        "drop",   "create", "alter",    "attach",    "detach",  "pragma",  "vacuum", "begin",
        "commit", "end",    "rollback", "savepoint", "release", "reindex", "analyze"};
    const std::string verb = first_sql_word(text);
    return std::count(verbs.begin(), verbs.end(), verb) > 0;
}

}  // namespace fintool
