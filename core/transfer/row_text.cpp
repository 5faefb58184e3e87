// COPY text as PostgreSQL's manual has it: tab between columns, \N for NULL, backslash before
// backslash, tab and line ends. In csv NULL is nothing and an empty text is "". See the header.
#include "transfer/row_text.h"

#include <utf8proc.h>

#include <charconv>

#include "value/date.h"

namespace fintool {
namespace {

using Type = TableColumn::Type;
using Kind = SqlCell::Kind;

bool is_plain(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80 || c == '\0') return false;
    }
    return true;
}

// Without NUL; bytes that are no UTF-8 become U+FFFD each.
std::string sound_text(std::string_view text) {
    std::string out;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(at, left, &point);
        const utf8proc_ssize_t taken = length > 0 ? length : 1;
        if (length <= 0) {
            out += "\xef\xbf\xbd";
        } else if (point != 0) {
            out.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(length));
        }
        at += taken;
        left -= taken;
    }
    return out;
}

void append_copy_text(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\\': out += "\\\\"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\v': out += "\\v"; break;
            default: out += c;
        }
    }
}

// Always quoted: so an empty text is not taken for NULL, and `\.` alone not for the end.
void append_csv_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"') out += c;
        out += c;
    }
    out += '"';
}

void append_json_text(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_text(std::string& out, std::string_view text, RowFormat format) {
    switch (format) {
        case RowFormat::copy: return append_copy_text(out, text);
        case RowFormat::csv: return append_csv_text(out, text);
        case RowFormat::ndjson: return append_json_text(out, text);
    }
}

void append_null(std::string& out, RowFormat format) {
    if (format == RowFormat::copy) out += "\\N";
    if (format == RowFormat::ndjson) out += "null";
}

template <class Number>
void append_number(std::string& out, Number number) {
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
}

// "\x00ff", PostgreSQL's own way to write bytes.
std::string hex_text(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\\x";
    out.reserve(2 + 2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

// "2026-11-21T13:45:00Z" -> "2026-11-21 13:45:00"; empty for what is no such time.
std::string time_text(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return "";
    if (!parse_iso_date(text.substr(0, 10))) return "";
    for (const std::size_t i : {11U, 12U, 14U, 15U, 17U, 18U}) {
        if (text[i] < '0' || text[i] > '9') return "";
    }
    return std::string(text.substr(0, 10)) + " " + std::string(text.substr(11, 8));
}

// False where the value is not of the column's kind.
bool append_value(std::string& out, const SqlCell& cell, Type type, RowFormat format) {
    const bool number = cell.kind == Kind::integer || cell.kind == Kind::real;
    switch (type) {
        case Type::bigint:
            if (cell.kind != Kind::integer) return false;
            append_number(out, cell.integer);
            return true;
        case Type::numeric:
        case Type::real:
            if (!number) return false;
            if (cell.kind == Kind::integer) append_number(out, cell.integer);
            if (cell.kind == Kind::real) append_number(out, cell.real);
            return true;
        case Type::bytes:
            if (number) return false;
            append_text(out, hex_text(cell.bytes), format);
            return true;
        case Type::date:
            if (cell.kind != Kind::text || !parse_iso_date(cell.bytes)) return false;
            append_text(out, cell.bytes, format);
            return true;
        case Type::timestamp: {
            const std::string time = cell.kind == Kind::text ? time_text(cell.bytes) : "";
            append_text(out, time, format);
            return !time.empty();
        }
        case Type::text:
            if (cell.kind != Kind::text) return false;
            append_text(out, is_plain(cell.bytes) ? cell.bytes : sound_text(cell.bytes), format);
            return true;
    }
    return false;
}

std::string_view kind_name(Kind kind) {
    switch (kind) {
        case Kind::integer: return "a whole number";
        case Kind::real: return "a number with a fraction";
        case Kind::blob: return "bytes";
        default: return "a text";
    }
}

std::string_view wanted_name(Type type) {
    switch (type) {
        case Type::bigint: return "whole numbers";
        case Type::numeric:
        case Type::real: return "numbers";
        case Type::date: return "days (YYYY-MM-DD)";
        case Type::timestamp: return "times (YYYY-MM-DDThh:mm:ssZ)";
        case Type::bytes: return "bytes";
        case Type::text: return "texts";
    }
    return "";
}

Error wrong_kind(const Table& table, const SqlRows& row, std::size_t column) {
    std::string where;
    for (const std::string& name : table.key) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].name != name) continue;
            const SqlCell cell = row.at(i);
            where += (where.empty() ? "" : ", ") + name + " ";
            where += cell.kind == Kind::integer ? std::to_string(cell.integer)
                                                : "'" + std::string(cell.bytes) + "'";
        }
    }
    return {Error::Code::schema,
            table.name + " (" + where + "): " + table.columns[column].name + " holds " +
                std::string(kind_name(row.at(column).kind)) + " that does not belong there (" +
                std::string(wanted_name(table.columns[column].type)) +
                " do): another program has written to the database; fintool ingest --again, or a"
                " backup, makes it whole"};
}

}  // namespace

std::optional<RowFormat> parse_row_format(std::string_view name) {
    for (const RowFormat format : {RowFormat::copy, RowFormat::csv, RowFormat::ndjson}) {
        if (name == to_string(format)) return format;
    }
    return std::nullopt;
}

std::string_view to_string(RowFormat format) {
    switch (format) {
        case RowFormat::copy: return "copy";
        case RowFormat::csv: return "csv";
        case RowFormat::ndjson: return "ndjson";
    }
    return "";
}

std::string file_ending(RowFormat format) { return "." + std::string(to_string(format)); }

std::string heading_row(const Table& table, RowFormat format) {
    std::string out;
    if (format != RowFormat::csv) return out;
    for (const TableColumn& column : table.columns) {
        out += (out.empty() ? "" : ",") + column.name;
    }
    return out + "\n";
}

Status append_row(std::string& out, const Table& table, const SqlRows& row, RowFormat format) {
    const char between = format == RowFormat::copy ? '\t' : ',';
    if (format == RowFormat::ndjson) out += '{';
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) out += between;
        if (format == RowFormat::ndjson) {
            append_json_text(out, table.columns[i].name);
            out += ':';
        }
        const SqlCell cell = row.at(i);
        if (cell.kind == Kind::null) {
            append_null(out, format);
        } else if (!append_value(out, cell, table.columns[i].type, format)) {
            return wrong_kind(table, row, i);
        }
    }
    out += format == RowFormat::ndjson ? "}\n" : "\n";
    return Done{};
}

}  // namespace fintool
