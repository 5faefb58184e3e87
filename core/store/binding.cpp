// Binding and reading, on SQLite's own interface: ingest binds some thousand values a release. A
// bind cannot fail but for a wrong index, which the step after it would report.
#include "store/binding.h"

#include <sqlite3.h>

#include "store/clean_text.h"

namespace fintool {
namespace {

// SQLite's own macros are old-style casts.
using Destructor = void (*)(void*);
const auto copied = reinterpret_cast<Destructor>(std::intptr_t{-1});
constexpr Destructor kept_by_caller = nullptr;

// An empty view may have no address, which SQLite would bind as NULL.
const char* address(std::string_view text) { return text.empty() ? "" : text.data(); }

void bind_text(const Binding& binding, int index, std::string_view text, bool lasts) {
    sqlite3_bind_text(binding.statement, index, address(text), static_cast<int>(text.size()),
                      lasts ? kept_by_caller : copied);
}

StoredRow::Type type_of(int code) {
    switch (code) {
        case SQLITE_NULL: return StoredRow::Type::null;
        case SQLITE_INTEGER: return StoredRow::Type::integer;
        case SQLITE_FLOAT: return StoredRow::Type::real;
        default: return StoredRow::Type::text;
    }
}

}  // namespace

void bind_at(const Binding& binding, int index, std::string_view text) {
    if (is_plain_text(text)) {
        bind_text(binding, index, text, binding.lasts);
    } else {
        bind_text(binding, index, clean_text(text), false);
    }
}

void bind_at(const Binding& binding, int index, OrNull text) {
    if (is_plain_text(text.text) && !text.text.empty()) {
        bind_text(binding, index, text.text, binding.lasts);
        return;
    }
    const std::string clean = clean_text(text.text);
    if (clean.empty()) {
        sqlite3_bind_null(binding.statement, index);
    } else {
        bind_text(binding, index, clean, false);
    }
}

void bind_at(const Binding& binding, int index, Bytes bytes) {
    sqlite3_bind_blob(binding.statement, index, address(bytes.bytes),
                      static_cast<int>(bytes.bytes.size()),
                      binding.lasts ? kept_by_caller : copied);
}

void bind_at(const Binding& binding, int index, Verbatim text) {
    bind_text(binding, index, text.text, binding.lasts);
}

void bind_at(const Binding& binding, int index, Decimal value) {
    const Decimal whole = normalized(value);
    if (whole.places == 0) {
        sqlite3_bind_int64(binding.statement, index, whole.coefficient);
    } else {
        sqlite3_bind_double(binding.statement, index, to_real(value));
    }
}

void bind_at(const Binding& binding, int index, double value) {
    sqlite3_bind_double(binding.statement, index, value);
}

void bind_at(const Binding& binding, int index, std::nullptr_t) {
    sqlite3_bind_null(binding.statement, index);
}

void bind_integer(const Binding& binding, int index, std::int64_t value) {
    sqlite3_bind_int64(binding.statement, index, value);
}

int StoredRow::columns() const { return sqlite3_data_count(statement_); }

StoredRow::Type StoredRow::type(int column) const {
    return type_of(sqlite3_column_type(statement_, column));
}

// SQLite calls it unprotected: no other thread may use the connection. None does.
StoredRow::Value StoredRow::value(int column) const {
    sqlite3_value* const stored = sqlite3_column_value(statement_, column);
    Value value{type_of(sqlite3_value_type(stored)), 0, 0, {}};
    switch (value.type) {
        case Type::null: break;
        case Type::integer: value.integer = sqlite3_value_int64(stored); break;
        case Type::real: value.real = sqlite3_value_double(stored); break;
        case Type::text: {
            const auto* text = static_cast<const char*>(sqlite3_value_blob(stored));
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(stored));
            value.text = text ? std::string_view(text, size) : std::string_view();
        }
    }
    return value;
}

std::int64_t StoredRow::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double StoredRow::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view StoredRow::text(int column) const {
    const auto* text = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return text ? std::string_view(text, size) : std::string_view();
}

}  // namespace fintool
