// Questions that nobody types: bytes that end a text early, or are no text. Found by fuzzing.
#include "query/question.h"
#include "query_fixture.h"

using namespace fintool;
using query_fixture::fixture_names;

TEST_CASE("hostile questions: a byte of value 0 is refused with its place") {
    const std::string text("row \"accrued w\0income\"", 22);
    const auto question = parse_question(text, fixture_names());
    REQUIRE_FALSE(question);
    CHECK(question.error().message.find("holds no byte of value 0") != std::string::npos);
    CHECK(question.error().message.ends_with("\n" + std::string(16, ' ') + "^"));
}

TEST_CASE("hostile questions: bytes of no encoding are a question like any other") {
    const auto question = parse_question("row \"\xff\xfe'; --\" by quarter", fixture_names());
    REQUIRE_MESSAGE(question, question.error().message);
    CHECK(question->row == "\xff\xfe'; --");
}
