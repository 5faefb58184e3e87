// quarters FILE...: the releases in these files -> quarters.db, and revenue by quarter on stdout.
#include <fintool/fintool.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    auto database = fintool::Database::open("quarters.db");
    if (!database) {
        std::cerr << database.error().message << '\n';
        return 1;
    }
    std::vector<std::string> texts;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::vector<fintool::ReleaseBytes> releases;
    for (std::size_t i = 0; i < texts.size(); ++i) releases.push_back({argv[i + 1], texts[i]});
    const auto counts = database->ingest(releases);
    if (!counts) {
        std::cerr << counts.error().message << '\n';
        return 1;
    }
    const auto answer = database->ask("revenue by quarter");
    if (!answer) {
        std::cerr << answer.error().message << '\n';
        return 1;
    }
    std::cout << counts->stored << " releases, " << answer->rows.size() << " quarters\n"
              << fintool::as_csv(*answer);
}
