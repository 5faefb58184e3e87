// Questions in words: an answer or a sentence, and the answer in every format.
#include "query/answer.h"

#include "base/text.h"
#include "query/question_tokens.h"
#include "render/render.h"
#include "sample_database.h"

using namespace fintool;

namespace {

Reader& reader() {
    static Reader opened = [] {
        auto found = Reader::open(fuzz::sample_database());
        fuzz::expect(found.has_value(), "the sample database opens for questions");
        return std::move(*found);
    }();
    return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    for (const QuestionToken& token : question_tokens(text)) {
        fuzz::expect_inside(token.span, size, "a word");
    }
    const auto question = understand(reader(), text);
    if (!question) {
        fuzz::expect(!question.error().message.empty(), "an error is a sentence");
        return 0;
    }
    to_string(*question);
    const auto found = answer(reader(), *question, {});
    fuzz::expect(found.has_value(), found ? "" : found.error().message);
    for (const Format format : {Format::csv, Format::ndjson}) {
        fuzz::expect(is_valid_utf8(render(found->series, format)), "an answer is UTF-8");
    }
    for (const Format format : {Format::table, Format::markdown, Format::html}) {
        fuzz::expect(is_valid_utf8(render_all(found->panels, format)), "an answer is UTF-8");
    }
    return 0;
}
