// How an operation fails: Result<T> is a T or an Error that a person can act on.
// Documents never fail to be read (they yield diagnostics); only I/O, SQL and arguments do.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace fintool {

struct Error {
    enum class Code { io, not_found, invalid_argument, schema, sql, busy, timeout };
    Code code = Code::io;
    std::string message;  // What failed, on what (file:line), and what to do next.
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return const_cast<Result*>(this)->value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &const_cast<Result*>(this)->value(); }

    const Error& error() const& {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    Error&& error() && {
        assert(!has_value());
        return std::move(*std::get_if<1>(&state_));
    }

private:
    T& value() {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    std::variant<T, Error> state_;
};

// The result of an operation that yields nothing but success.
struct Done {};
using Status = Result<Done>;

}  // namespace fintool
