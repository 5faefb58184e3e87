// Character references by name and number: the names of HTML 4, and those of HTML 5 that filing
// software writes. Unknown names stay text.
#include "document/html_entities.h"

#include <algorithm>

#include "base/text.h"
#include "base/word_set.h"

namespace fintool {

namespace {

struct Entity {
    std::string_view name;
    char32_t character;
};

constexpr Entity entities[] = {
    {"AElig", 198},   {"AMP", 38},      {"Aacute", 193},   {"Acirc", 194},
    {"Agrave", 192},  {"Alpha", 913},   {"Aring", 197},    {"Atilde", 195},
    {"Auml", 196},    {"Beta", 914},    {"COPY", 169},     {"Ccedil", 199},
    {"Chi", 935},     {"Dagger", 8225}, {"Delta", 916},    {"ETH", 208},
    {"Eacute", 201},  {"Ecirc", 202},   {"Egrave", 200},   {"Epsilon", 917},
    {"Eta", 919},     {"Euml", 203},    {"GT", 62},        {"Gamma", 915},
    {"Iacute", 205},  {"Icirc", 206},   {"Igrave", 204},   {"Iota", 921},
    {"Iuml", 207},    {"Kappa", 922},   {"LT", 60},        {"Lambda", 923},
    {"Mu", 924},      {"NewLine", 10},  {"NoBreak", 8288}, {"Ntilde", 209},
    {"Nu", 925},      {"OElig", 338},   {"Oacute", 211},   {"Ocirc", 212},
    {"Ograve", 210},  {"Omega", 937},   {"Omicron", 927},  {"Oslash", 216},
    {"Otilde", 213},  {"Ouml", 214},    {"Phi", 934},      {"Pi", 928},
    {"Prime", 8243},  {"Psi", 936},     {"QUOT", 34},      {"REG", 174},
    {"Rho", 929},     {"Scaron", 352},  {"Sigma", 931},    {"THORN", 222},
    {"Tab", 9},       {"Tau", 932},     {"Theta", 920},    {"Uacute", 218},
    {"Ucirc", 219},   {"Ugrave", 217},  {"Upsilon", 933},  {"Uuml", 220},
    {"Xi", 926},      {"Yacute", 221},  {"Yuml", 376},     {"ZeroWidthSpace", 8203},
    {"Zeta", 918},    {"aacute", 225},  {"acirc", 226},    {"acute", 180},
    {"aelig", 230},   {"agrave", 224},  {"alefsym", 8501}, {"alpha", 945},
    {"amp", 38},      {"and", 8743},    {"ang", 8736},     {"apos", 39},
    {"aring", 229},   {"ast", 42},      {"asymp", 8776},   {"atilde", 227},
    {"auml", 228},    {"bdquo", 8222},  {"beta", 946},     {"blacksquare", 9642},
    {"brvbar", 166},  {"bsol", 92},     {"bull", 8226},    {"cap", 8745},
    {"caron", 711},   {"ccedil", 231},  {"cedil", 184},    {"cent", 162},
    {"check", 10003}, {"chi", 967},     {"circ", 710},     {"clubs", 9827},
    {"colon", 58},    {"comma", 44},    {"commat", 64},    {"cong", 8773},
    {"copy", 169},    {"crarr", 8629},  {"cross", 10007},  {"cup", 8746},
    {"curren", 164},  {"dArr", 8659},   {"dagger", 8224},  {"darr", 8595},
    {"dash", 8208},   {"deg", 176},     {"delta", 948},    {"diams", 9830},
    {"divide", 247},  {"dollar", 36},   {"eacute", 233},   {"ecirc", 234},
    {"egrave", 232},  {"ell", 8467},    {"empty", 8709},   {"emsp", 8195},
    {"ensp", 8194},   {"epsilon", 949}, {"equals", 61},    {"equiv", 8801},
    {"eta", 951},     {"eth", 240},     {"euml", 235},     {"euro", 8364},
    {"excl", 33},     {"exist", 8707},  {"fnof", 402},     {"forall", 8704},
    {"frac12", 189},  {"frac13", 8531}, {"frac14", 188},   {"frac18", 8539},
    {"frac23", 8532}, {"frac34", 190},  {"frac38", 8540},  {"frac58", 8541},
    {"frac78", 8542}, {"frasl", 8260},  {"gamma", 947},    {"ge", 8805},
    {"gt", 62},       {"hArr", 8660},   {"hairsp", 8202},  {"half", 189},
    {"harr", 8596},   {"hearts", 9829}, {"hellip", 8230},  {"horbar", 8213},
    {"hyphen", 8208}, {"iacute", 237},  {"icirc", 238},    {"iexcl", 161},
    {"igrave", 236},  {"image", 8465},  {"infin", 8734},   {"int", 8747},
    {"iota", 953},    {"iquest", 191},  {"isin", 8712},    {"iuml", 239},
    {"kappa", 954},   {"lArr", 8656},   {"lambda", 955},   {"lang", 9001},
    {"laquo", 171},   {"larr", 8592},   {"lceil", 8968},   {"ldquo", 8220},
    {"ldquor", 8222}, {"le", 8804},     {"lfloor", 8970},  {"lowast", 8727},
    {"lowbar", 95},   {"loz", 9674},    {"lpar", 40},      {"lrm", 8206},
    {"lsaquo", 8249}, {"lsqb", 91},     {"lsquo", 8216},   {"lsquor", 8218},
    {"lt", 60},       {"macr", 175},    {"mdash", 8212},   {"micro", 181},
    {"middot", 183},  {"minus", 8722},  {"mldr", 8230},    {"mu", 956},
    {"nabla", 8711},  {"nbsp", 160},    {"ndash", 8211},   {"ne", 8800},
    {"ni", 8715},     {"not", 172},     {"notin", 8713},   {"nsub", 8836},
    {"ntilde", 241},  {"nu", 957},      {"num", 35},       {"numero", 8470},
    {"numsp", 8199},  {"oacute", 243},  {"ocirc", 244},    {"oelig", 339},
    {"ograve", 242},  {"oline", 8254},  {"omega", 969},    {"omicron", 959},
    {"oplus", 8853},  {"or", 8744},     {"ordf", 170},     {"ordm", 186},
    {"oslash", 248},  {"otilde", 245},  {"otimes", 8855},  {"ouml", 246},
    {"para", 182},    {"part", 8706},   {"percnt", 37},    {"period", 46},
    {"permil", 8240}, {"perp", 8869},   {"phi", 966},      {"phone", 9742},
    {"pi", 960},      {"piv", 982},     {"plus", 43},      {"plusmn", 177},
    {"pound", 163},   {"prime", 8242},  {"prod", 8719},    {"prop", 8733},
    {"psi", 968},     {"puncsp", 8200}, {"quest", 63},     {"quot", 34},
    {"rArr", 8658},   {"radic", 8730},  {"rang", 9002},    {"raquo", 187},
    {"rarr", 8594},   {"rceil", 8969},  {"rdquo", 8221},   {"real", 8476},
    {"reg", 174},     {"rfloor", 8971}, {"rho", 961},      {"rlm", 8207},
    {"rpar", 41},     {"rsaquo", 8250}, {"rsqb", 93},      {"rsquo", 8217},
    {"rsquor", 8217}, {"sbquo", 8218},  {"scaron", 353},   {"sdot", 8901},
    {"sect", 167},    {"semi", 59},     {"shy", 173},      {"sigma", 963},
    {"sigmaf", 962},  {"sim", 8764},    {"sol", 47},       {"spades", 9824},
    {"squ", 9633},    {"star", 9734},   {"sub", 8834},     {"sube", 8838},
    {"sum", 8721},    {"sup", 8835},    {"sup1", 185},     {"sup2", 178},
    {"sup3", 179},    {"supe", 8839},   {"szlig", 223},    {"tau", 964},
    {"there4", 8756}, {"theta", 952},   {"thetasym", 977}, {"thinsp", 8201},
    {"thorn", 254},   {"tilde", 732},   {"times", 215},    {"trade", 8482},
    {"uArr", 8657},   {"uacute", 250},  {"uarr", 8593},    {"ucirc", 251},
    {"ugrave", 249},  {"uml", 168},     {"upsih", 978},    {"upsilon", 965},
    {"uuml", 252},    {"vert", 124},    {"weierp", 8472},  {"xi", 958},
    {"yacute", 253},  {"yen", 165},     {"yuml", 255},     {"zeta", 950},
    {"zwj", 8205},    {"zwnj", 8204},
};
constexpr std::size_t longest_name = 14;

const Entity* find_entity(std::string_view name) {
    static constexpr WordSet names = [] {
        std::string_view all[std::size(entities)];
        for (std::size_t i = 0; i < std::size(entities); ++i) all[i] = entities[i].name;
        return WordSet(all);
    }();
    const std::size_t at = names.find(name);
    return at == names.npos ? nullptr : &entities[at];
}

int digit_value(char c, bool hex) {
    if (is_digit(c)) return c - '0';
    const char low = lower(c);
    return hex && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

HtmlReference read_number(std::string_view text) {
    std::size_t at = 2;
    const bool hex = at < text.size() && lower(text[at]) == 'x';
    if (hex) ++at;
    const std::size_t digits = at;
    char32_t value = 0;
    for (; at < text.size() && digit_value(text[at], hex) >= 0; ++at) {
        const auto digit = static_cast<char32_t>(digit_value(text[at], hex));
        value = std::min<char32_t>(value * (hex ? 16 : 10) + digit, 0x110000);
    }
    if (at == digits) return {};
    if (at < text.size() && text[at] == ';') ++at;
    const bool invalid = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
    return {invalid ? 0xFFFD : value, at};
}

bool needs_no_semicolon(const Entity& entity) {
    const char32_t c = entity.character;
    const bool mark = c == U'"' || c == U'&' || c == U'<' || c == U'>';
    return mark || (c >= 0xA0 && c < 0x100 && entity.name != "half");
}

}  // namespace

HtmlReference read_html_reference(std::string_view text) {
    if (text.size() > 1 && text[1] == '#') return read_number(text);
    std::size_t end = 1;
    while (end < text.size() && end <= longest_name && is_alnum(text[end])) ++end;
    if (end < text.size() && text[end] == ';') {
        const Entity* entity = find_entity(text.substr(1, end - 1));
        if (entity != nullptr) return {entity->character, end + 1};
    }
    // "&nbsp" and "&amp" count without a semicolon, and before letters: the Latin-1 names do.
    for (; end > 2; --end) {
        const Entity* entity = find_entity(text.substr(1, end - 1));
        if (entity != nullptr && needs_no_semicolon(*entity)) return {entity->character, end};
    }
    return {};
}

}  // namespace fintool
