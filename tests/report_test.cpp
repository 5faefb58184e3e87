// The report page: nothing from elsewhere, nothing of a document's text as markup, and a source for
// every number.
#include "render/report.h"

#include <doctest/doctest.h>

#include <set>

#include "run_program.h"

namespace {

constexpr const char* hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

std::size_t count_of(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

// Names of the tags that are opened; a tag that is not closed in order is named "unbalanced NAME".
std::set<std::string> tags_of(const std::string& page) {
    const std::set<std::string> empty = {"meta", "br", "rect", "line"};
    std::set<std::string> found;
    std::vector<std::string> open;
    for (auto at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
        const bool closes = page[at + 1] == '/';
        const std::size_t begin = at + (closes ? 2 : 1);
        const std::string name = page.substr(begin, page.find_first_of(" >", begin) - begin);
        const std::size_t end = page.find('>', begin);
        if (name == "!doctype" || (empty.count(name) && page[end + 1] != '<')) continue;
        if (!closes) {
            found.insert(name);
            if (!empty.count(name) || name == "rect") open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            found.insert("unbalanced " + name);
        } else {
            open.pop_back();
        }
    }
    for (const std::string& name : open) found.insert("unbalanced " + name);
    return found;
}

std::string sample_report() {
    REQUIRE(run_program::is_built());
    const run_program::Folder folder("report");
    const auto answer =
        run_program::shell(folder, "cp -r '" FINTOOL_SOURCE_DIR
                                   "/data/samples' . && fintool -q ingest samples && "
                                   "fintool report -q -o report.html");
    REQUIRE_MESSAGE(answer.exit_code == 0, answer.out);
    return fintool::read_whole_file((folder.path() / "report.html").string());
}

}  // namespace

TEST_CASE("report: a page needs nothing from elsewhere and every tag is one of ours") {
    const std::string page = sample_report();
    const std::set<std::string> ours = {
        "html", "head",  "meta",  "title", "style", "body", "h1",   "h2",      "h3",     "nav",
        "a",    "p",     "div",   "span",  "b",     "svg",  "rect", "line",    "text",   "table",
        "br",   "thead", "tbody", "tr",    "th",    "td",   "sup",  "section", "caption"};
    for (const std::string& tag : tags_of(page)) CHECK_MESSAGE(ours.count(tag), tag);
    for (const char* never : {"<script", "http:", "https:", "url(", "@import", "src=", " on"}) {
        CAPTURE(never);
        const bool attribute = std::string(never) == " on";
        CHECK(count_of(page, attribute ? " onerror=" : never) == 0);
    }
}

TEST_CASE("report: every number of a table shows where it is printed or how it is made") {
    const std::string page = sample_report();
    const std::size_t numbers = count_of(page, "<td class=\"n\"");
    CHECK(numbers > 300);
    CHECK(count_of(page, "data-s=\"") == numbers);
    CHECK(count_of(page, "Revenue 13,121, samples/capstone-2008-09.html line 50\"") >= 1);
    CHECK(count_of(page, "derived: H1 FY2009 20,645,000 - Q2 FY2009 13,121,000, ") >= 1);
    CHECK(count_of(page, "<svg role=\"img\"") > 10);
}

TEST_CASE("report: text of a document cannot become markup") {
    fintool::CompanyReport report;
    report.company = fintool::company_name(1, hostile, hostile, "");
    report.about = hostile;
    report.values.push_back(
        {"revenue", hostile, "2008-09-30", -5.0, std::int64_t{-5}, hostile, hostile, hostile});
    report.releases.columns = {{hostile, "", {}}};
    report.releases.rows = {{std::string(hostile)}};
    report.statements = {report.releases};
    report.statements[0].title = hostile;
    const std::string page = fintool::render_report({report, report});
    CHECK(count_of(page, "<script") == 0);
    CHECK(count_of(page, "<img") == 0);
    CHECK(count_of(page, "\"'&<") == 0);
    CHECK(count_of(page, "&lt;script&gt;") > 10);
    CHECK(page == fintool::render_report({report, report}));
}

// What a person would see, wherever a browser is at hand.
TEST_CASE("report: a headless browser draws the page") {
    const run_program::Folder folder("browser");
    const auto which = run_program::shell(
        folder,
        "for b in chromium chromium-headless-shell google-chrome; do command -v $b && "
        "exit; done; exit 0");
    if (which.out.empty()) {
        MESSAGE("skipped: there is no Chromium here");
        return;
    }
    const std::string browser = which.out.substr(0, which.out.find('\n'));
    std::ofstream(folder.path() / "report.html") << sample_report();
    for (const char* size : {"1280,900", "390,844"}) {
        const auto shot =
            run_program::shell(folder, "timeout 60 '" + browser +
                                           "' --headless --no-sandbox --disable-gpu "
                                           "--window-size=" +
                                           size + " --screenshot=shot.png report.html");
        CHECK_MESSAGE(std::filesystem::exists(folder.path() / "shot.png"), shot.out);
        std::filesystem::remove(folder.path() / "shot.png");
    }
}
