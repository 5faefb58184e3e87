// Units in the spelling of the database: see the header.
#include "value/unit.h"

namespace fintool {

std::string to_string(const Unit& unit) {
    switch (unit.kind) {
        case Unit::Kind::money: return unit.name;
        case Unit::Kind::money_per_share: return unit.name + "/share";
        case Unit::Kind::shares: return "shares";
        case Unit::Kind::percent: return "percent";
        case Unit::Kind::ratio: return "ratio";
        case Unit::Kind::count: return unit.name;
    }
    return "";
}

}  // namespace fintool
