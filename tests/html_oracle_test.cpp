// The page reader against gumbo, a full HTML 5 parser: the same text, the same cells, over every
// page of the shared corpus and over damaged ones.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#ifdef FINTOOL_HAS_GUMBO
#include <gumbo.h>
#endif

#include "base/text.h"
#include "document/readers.h"
#include "document/submission.h"
#include "golden.h"
#include "hostile.h"

using namespace fintool;

namespace {

// Letters and digits alone: dashes, quotes and blanks are folded here and not there.
std::string letters(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_alnum(c)) out += c;
    }
    return out;
}

struct Page {
    std::string text;                // of the whole page
    std::vector<std::string> cells;  // with text, in order
};

void add_text(Page& page, const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        page.text += letters(paragraph->text.str());
    } else if (const auto* lines = std::get_if<LineTable>(&block)) {
        for (const Line& line : lines->lines) page.text += letters(line.text.str());
    } else {
        for (const RawRow& row : std::get<CellTable>(block).rows) {
            for (const RawCell& cell : row.cells) {
                const std::string text = letters(cell.text.str());
                page.text += text;
                if (!text.empty()) page.cells.push_back(text);
            }
        }
    }
}

Page read_page(std::string_view html) {
    Page page;
    for (const Block& block : read_html(html, {0, html.size()}).blocks) add_text(page, block);
    return page;
}

#ifdef FINTOOL_HAS_GUMBO

// What has no text for a reader: scripts, titles, hidden elements, SGML lines of the submission.
bool has_class(const GumboElement& element, std::initializer_list<GumboTag> tags) {
    return std::find(tags.begin(), tags.end(), element.tag) != tags.end();
}

std::string tag_name(const GumboElement& element) {
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return lower(std::string_view(name.data, name.length));
}

bool is_hidden(const GumboElement& element) {
    if (has_class(element, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE, GUMBO_TAG_TEXTAREA,
                            GUMBO_TAG_IFRAME, GUMBO_TAG_XMP})) {
        return true;
    }
    if (element.tag == GUMBO_TAG_UNKNOWN) {
        const std::string name = tag_name(element);
        if (name == "ix:header" || name == "ix:hidden") return true;
    }
    const GumboAttribute* style = gumbo_get_attribute(&element.attributes, "style");
    if (style == nullptr) return false;
    std::string value;
    for (const char c : std::string_view(style->value)) {
        if (!is_space(c)) value += lower(c);
    }
    return value.find("display:none") != value.npos ||
           value.find("visibility:hidden") != value.npos;
}

bool opens_dropped_line(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag != GUMBO_TAG_UNKNOWN) return false;
    const std::string name = tag_name(node.v.element);
    return name == "type" || name == "sequence" || name == "filename" || name == "description";
}

// The tree is walked without recursion: pages may be deep.
Page ask_gumbo(std::string_view html) {
    Page page;
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    struct Step {
        const GumboNode* node;
        std::size_t cell;  // index of the cell that it ends; npos where it opens a node
    };
    constexpr auto none = std::string::npos;
    std::vector<Step> steps = {{output->root, none}};
    std::vector<std::size_t> open_cells;
    while (!steps.empty()) {
        const Step step = steps.back();
        steps.pop_back();
        const GumboNode* node = step.node;
        if (step.cell != none) {
            open_cells.pop_back();
            continue;
        }
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
            node->type == GUMBO_NODE_CDATA) {
            std::string_view raw = node->v.text.text;
            if (opens_dropped_line(*node->parent) && node->index_within_parent == 0) {
                raw.remove_prefix(std::min(raw.find('\n'), raw.size()));
            }
            const std::string text = letters(raw);
            page.text += text;
            for (const std::size_t cell : open_cells) page.cells[cell] += text;
        } else if (node->type == GUMBO_NODE_ELEMENT && !is_hidden(node->v.element)) {
            const GumboElement& element = node->v.element;
            if (has_class(element, {GUMBO_TAG_TD, GUMBO_TAG_TH})) {
                page.cells.emplace_back();
                open_cells.push_back(page.cells.size() - 1);
                steps.push_back({node, page.cells.size() - 1});
            }
            for (unsigned i = element.children.length; i-- > 0;) {
                steps.push_back({static_cast<const GumboNode*>(element.children.data[i]), none});
            }
        }
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return page;
}

// Our cells, in order, are cells of the tree (a title cell may give several rows of ours); those
// that are left over in the tree lay out the page. Empty where so, else the cell that is not.
std::string first_foreign_cell(const Page& ours, const Page& theirs) {
    std::size_t at = 0;
    std::string_view rest;
    for (const std::string& cell : ours.cells) {
        if (rest.starts_with(cell)) {
            rest.remove_prefix(cell.size());
            continue;
        }
        while (at < theirs.cells.size() && !theirs.cells[at].starts_with(cell)) ++at;
        if (at == theirs.cells.size()) return cell;
        rest = std::string_view(theirs.cells[at]).substr(cell.size());
        ++at;
    }
    return {};
}

std::string around_difference(const std::string& a, const std::string& b) {
    const auto at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t from = at < 30 ? 0 : at - 30;
    return "ours: " + a.substr(from, 80) + "\ntheirs: " + b.substr(from, 80);
}

// The same numbers on every run and machine.
class Chance {
public:
    std::size_t below(std::size_t bound) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33) % bound;
    }

private:
    unsigned long long state_ = 42;
};

// What is done to a page: some occurrences of `find` become `put`; with no `find`, `put` goes in
// between two characters of text or markup.
struct Damage {
    std::string_view name, find, put;
    bool same;  // both read the same; else we keep as much text, where HTML 5 drops the rest
};

constexpr Damage damages[] = {
    {"cells without end", "</td>", "", true},
    {"rows without end", "</tr>", "", true},
    {"paragraphs without end", "</p>", "", true},
    {"divisions without end", "</div>", "", true},
    {"fonts without end", "</font>", "", true},
    {"upper case", "<td", "<TD", true},
    {"empty comments", "<td", "<!--><td", true},
    {"comments with markup", "</td>", "<!-- <td> > --></td>", true},
    {"marks of no element", "</td>", "< ></td>", true},
    {"ends of nothing", "</td>", "</b></foo></td>", true},
    {"bare ampersands", "</td>", " & &nosuch; </td>", true},
    {"tables without end", "</table>", "", false},
    {"tables without start", "<table", "<x", false},
    {"quotes without end", "=\"", "=\"\"", false},
    {"comments without end", "", "<!-- ", false},
    {"signs", "", "<", false},
    {"quotes", "", "\"", false},
};

std::string damaged(const std::string& page, const Damage& damage, Chance& chance) {
    std::string out;
    if (damage.find.empty()) {
        const std::size_t at = chance.below(page.size());
        return page.substr(0, at) + std::string(damage.put) + page.substr(at);
    }
    std::size_t from = 0;
    for (std::size_t at = page.find(damage.find); at != page.npos;
         at = page.find(damage.find, from)) {
        out += page.substr(from, at - from);
        out += chance.below(4) == 0 ? damage.put : damage.find;
        from = at + damage.find.size();
    }
    return out + page.substr(from);
}

// Pages of our own, for machines without the shared corpus.
std::vector<std::string> made_pages() {
    const std::string row =
        "<tr><td style=\"padding-left:12px\"><p>Net "
        "revenue</p></td><td>$</td><td><font>1,234</font>"
        "</td><td></td></tr>\n<tr><td><div>Costs</div></td><td></td><td>(567</td><td>)</td></tr>\n";
    return {"<html><body><p>Results</p><table border=\"0\">" + hostile::repeated(row, 20) +
            "</table><div>After</div><table><tr><td><table>" + hostile::repeated(row, 5) +
            "</table></td></tr></table><p>End</p></body></html>"};
}

bool is_page(std::string_view bytes) {
    return lower(bytes.substr(0, 2000)).find("<html") != std::string::npos;
}

// The pages of a file: itself, or the parts of a submission that are pages.
std::vector<std::string> pages_in(const std::string& path) {
    std::string bytes = read_whole_file(path);
    if (!path.ends_with(".txt")) return {std::move(bytes)};
    std::vector<std::string> pages;
    const Submission submission = read_submission(bytes);
    for (const auto& part : submission.parts) {
        const std::string body = bytes.substr(part.body.begin, part.body.end - part.body.begin);
        if (is_page(body)) pages.push_back(body);
    }
    return pages;
}

std::vector<std::string> corpus_pages() {
    namespace fs = std::filesystem;
    std::vector<std::string> paths;
    for (const char* folder : {"/corpus/dev", "/corpus/wild"}) {
        const std::string path = std::string(FINTOOL_SHARED_DIR) + folder;
        if (!fs::exists(path)) continue;
        for (const auto& entry : fs::directory_iterator(path)) {
            const auto ending = entry.path().extension();
            const bool page = ending == ".html" || ending == ".htm" || ending == ".txt";
            if (page) paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

#endif

}  // namespace

TEST_CASE("html oracle: every page of the corpus has gumbo's text and gumbo's cells") {
#ifdef FINTOOL_HAS_GUMBO
    const std::vector<std::string> paths = corpus_pages();
    if (paths.empty()) MESSAGE("skipped: no shared corpus");
    for (const std::string& path : paths) {
        CAPTURE(path);
        for (const std::string& html : pages_in(path)) {
            const Page ours = read_page(html);
            const Page theirs = ask_gumbo(html);
            // <PRE> goes through the reader of plain text, which drops page numbers.
            const bool same = ours.text == theirs.text || lower(html).find("<pre") != html.npos;
            CHECK_MESSAGE(same, around_difference(ours.text, theirs.text));
            CHECK(first_foreign_cell(ours, theirs) == "");
        }
    }
#else
    MESSAGE("skipped: gumbo is not installed");
#endif
}

TEST_CASE("html oracle: damaged pages keep the cells that gumbo keeps") {
#ifdef FINTOOL_HAS_GUMBO
    std::vector<std::string> pages = made_pages();
    for (const std::string& path : corpus_pages()) {
        for (std::string& page : pages_in(path)) {
            if (lower(page).find("<pre") == std::string::npos) pages.push_back(std::move(page));
        }
    }
    Chance chance;
    for (const std::string& page : pages) {
        // Long pages take one kind of damage at most: they are many.
        const bool whole = page.size() <= 300'000;
        const std::size_t only = chance.below(std::size(damages));
        for (std::size_t i = 0; i < std::size(damages); ++i) {
            if (!whole && (i != only || chance.below(3) > 0)) continue;
            const Damage& damage = damages[i];
            CAPTURE(damage.name);
            const std::string html = damaged(page, damage, chance);
            const Page ours = read_page(html);
            const Page theirs = ask_gumbo(html);
            if (damage.same) {
                CHECK_MESSAGE(ours.text == theirs.text, around_difference(ours.text, theirs.text));
                CHECK(first_foreign_cell(ours, theirs) == "");
            } else {
                CHECK(ours.text.size() * 100 >= theirs.text.size() * 99);
            }
        }
    }
#else
    MESSAGE("skipped: gumbo is not installed");
#endif
}
