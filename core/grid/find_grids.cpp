// A document's blocks -> grids, each with the paragraphs over it. Only dispatches: line_grid and
// cell_grid know how.
#include <utility>

#include "grid/cell_grid.h"
#include "grid/grid.h"
#include "grid/line_grid.h"

namespace fintool {
namespace {

constexpr std::size_t most_above = 12;
// A title is short; a paragraph of prose over a table may state its scale and is kept, long ones
// are not.
constexpr std::size_t longest_above = 600;

// The paragraphs that stand between the table before and this one, nearest last.
class Above {
public:
    void add(const Paragraph& paragraph) {
        if (paragraph.text.size() <= longest_above) paragraphs_.push_back(paragraph);
        if (paragraphs_.size() > most_above) paragraphs_.erase(paragraphs_.begin());
    }
    std::vector<Paragraph> take() { return std::exchange(paragraphs_, {}); }

private:
    std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::vector<Grid> find_grids(const Document& document, Diagnostics& diagnostics) {
    std::vector<Grid> grids;
    Above above;
    for (const Block& block : document.blocks) {
        std::vector<Grid> found;
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            above.add(*paragraph);
        } else if (const auto* lines = std::get_if<LineTable>(&block)) {
            found = read_line_grids(*lines, above.take(), diagnostics);
        } else if (const auto* cells = std::get_if<CellTable>(&block)) {
            found = read_cell_grids(*cells, above.take(), diagnostics);
        }
        for (Grid& grid : found) grids.push_back(std::move(grid));
    }
    return grids;
}

}  // namespace fintool
