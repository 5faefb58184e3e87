// Values -> the parameters of a prepared statement, and a row of its answer -> values. Text is
// cleaned on its way in (clean_text.h).
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "value/decimal.h"

struct sqlite3_stmt;

namespace fintool {

struct OrNull {  // text; an empty one is NULL
    explicit OrNull(std::string_view t) : text(t) {}
    std::string_view text;
};
struct Bytes {
    std::string_view bytes;
};
struct Verbatim {  // our own text, line ends kept
    std::string_view text;
};

struct Binding {
    sqlite3_stmt* statement = nullptr;
    bool lasts = false;  // the values outlive the run, so that texts need no copy
};

void bind_at(const Binding& binding, int index, std::string_view text);
void bind_at(const Binding& binding, int index, OrNull text);
void bind_at(const Binding& binding, int index, Bytes bytes);
void bind_at(const Binding& binding, int index, Verbatim text);
void bind_at(const Binding& binding, int index, Decimal value);  // INTEGER where whole
void bind_at(const Binding& binding, int index, double value);
void bind_at(const Binding& binding, int index, std::nullptr_t);
void bind_integer(const Binding& binding, int index, std::int64_t value);
void bind_at(const Binding& binding, int index, std::integral auto value) {
    bind_integer(binding, index, static_cast<std::int64_t>(value));
}
template <class T>
void bind_at(const Binding& binding, int index, const std::optional<T>& value) {
    if (value) {
        bind_at(binding, index, *value);
    } else {
        bind_at(binding, index, nullptr);
    }
}

// The row that a statement stands on; texts are gone with the next step.
class StoredRow {
public:
    explicit StoredRow(sqlite3_stmt* statement) : statement_(statement) {}

    enum class Type { null, integer, real, text };
    int columns() const;
    Type type(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;  // empty where NULL
    // What is there by its type, in one look: for whoever reads every column.
    struct Value {
        Type type = Type::null;
        std::int64_t integer = 0;
        double real = 0;
        std::string_view text;
    };
    Value value(int column) const;

private:
    sqlite3_stmt* statement_;
};

}  // namespace fintool
