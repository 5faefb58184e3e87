// Headers and periods: the words over columns, titles, dates, and what sentences say of periods.
#include "expect.h"
#include "narrative/claims.h"
#include "statement/columns_head.h"
#include "statement/titles.h"
#include "statement/period_phrase.h"

using namespace fintool;

namespace {

MappedText mapped(std::string_view text, std::size_t begin) {
    MappedText out;
    out.append_verbatim(text, begin);
    return out;
}

// The text's lines as header rows over two columns of amounts.
Grid grid_under(std::string_view text) {
    Grid grid;
    grid.columns = 2;
    std::size_t at = 0;
    for (const auto line : split(text, '\n')) {
        const auto words = split(line, '|');
        GridRow row;
        row.kind = GridRow::Kind::header;
        row.label = mapped(words[0], at);
        for (std::size_t i = 1; i < words.size() && i < 3; ++i) {
            const auto begin = at + static_cast<std::size_t>(words[i].data() - line.data());
            row.cells.push_back({mapped(words[i], begin), static_cast<int>(i) - 1,
                                 static_cast<int>(words.size() == 2 ? 1 : i - 1)});
        }
        grid.rows.push_back(std::move(row));
        at += line.size() + 1;
    }
    for (int i = 0; i < 2; ++i) {
        GridRow row;
        row.kind = GridRow::Kind::value;
        row.label = mapped("Revenue", 0);
        row.cells = {{mapped("1,234", 0), 0, 0}, {mapped("5,678", 0), 1, 1}};
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (!is_valid_utf8(text)) return 0;  // what the document stage hands on is
    const auto words = read_period_words(text);
    for (const PeriodWord& word : words) {
        fuzz::expect_inside({word.begin, word.end}, size, "a period word");
        fuzz::expect(!word.month || (*word.month >= 1 && *word.month <= 12), "a month is one");
        fuzz::expect(!word.day || (*word.day >= 1 && *word.day <= 31), "a day is one");
        fuzz::expect(word.quarter >= 0 && word.quarter <= 4, "a quarter is one");
    }
    words_left_over(text, words);
    read_title(text);
    parse_iso_date(text);
    Diagnostics diagnostics;
    read_statements({grid_under(text)}, {}, diagnostics);
    Document document;
    document.blocks.push_back(Paragraph{mapped(text, 0), 1, 1});
    for (const StatedClaim& claim : extract_claims(document, diagnostics)) {
        fuzz::expect_inside(claim.span, size, "a claim's figure");
        fuzz::expect_inside(claim.sentence_span, size, "a claim's sentence");
        dump(claim);
    }
    return 0;
}
