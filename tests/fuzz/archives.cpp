// Compressed files: what is inside, within the limit, or a sentence.
#include "base/inflate.h"

#include "expect.h"

using namespace fintool;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    constexpr std::size_t limit = std::size_t{1} << 20;
    const std::string_view bytes = fuzz::text_of(data, size);
    if (is_gzip(bytes)) {
        if (const auto text = gunzip(bytes, limit)) fuzz::expect(text->size() <= limit, "limit");
    }
    if (const auto members = unzip(bytes, limit)) {
        std::size_t all = 0;
        for (const ZipMember& member : *members) all += member.bytes.size();
        fuzz::expect(all <= limit, "what is unpacked stays within the limit");
    }
    return 0;
}
