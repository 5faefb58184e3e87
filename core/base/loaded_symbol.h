// Functions and variables of a library that is loaded when it is asked for, not at every start.
#pragma once

#include <dlfcn.h>

namespace fintool {

// False where the library has none of that name; `symbol` has its type by the library's own header.
template <class Symbol>
bool find_symbol(void* library, const char* name, Symbol*& symbol) {
    symbol = reinterpret_cast<Symbol*>(::dlsym(library, name));
    return symbol != nullptr;
}

}  // namespace fintool
