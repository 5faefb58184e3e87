// fintool trace: from a number to the line that it was printed in, and to the numbers it is made
// of.
#include "query/trace.h"

#include <algorithm>

#include "base/text.h"
#include "commands.h"
#include "log.h"
#include "output.h"

namespace fintool::app {

namespace {

bool is_line_item(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit) && text.size() < 18;
}

Result<Trace> traced(Reader& reader, const std::string& text) {
    if (is_line_item(text)) return trace_line_item(reader, std::stoll(text));
    const Result<Question> question = understand(reader, text);
    if (!question) return question.error();
    return trace(reader, *question);
}

}  // namespace

int run_trace(const Common& common, const TraceOptions& options) {
    if (!format_of(options.shape)) return wrong_usage;
    std::string text;
    for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
    Result<Reader> reader = Reader::open(common.database);
    if (!reader) return failure(reader.error());
    const Result<Trace> found = traced(*reader, text);
    if (!found) return failure(found.error());
    if (!options.open) return write_answer(found->panels, found->values, common, options.shape);
    std::string places;
    for (const std::string& place : found->places) places += place + "\n";
    return write_out(places, options.shape.output);
}

}  // namespace fintool::app
