#include "tests/truth/line_cells.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tenglong::tools::gen {

namespace {

constexpr int k_width = 2600;
constexpr int k_height = 300;

class Map {
public:
    Map() : m_cells(static_cast<std::size_t>(k_width) * k_height, 0) {}
    explicit Map(const std::vector<CellRect>& rects) : Map{}
    {
        for (const CellRect& rect : rects) {
            each(rect, [&](std::size_t cell, int) { m_cells[cell] = 1; });
        }
    }

    template <class Visit>
    static void each(const CellRect& rect, Visit visit)
    {
        for (int y = rect.y; y < rect.y + rect.height; ++y) {
            for (int x = rect.x; x < rect.x + rect.width; ++x) {
                visit(static_cast<std::size_t>(y) * k_width + static_cast<std::size_t>(x), x);
            }
        }
    }

    [[nodiscard]] bool has(std::size_t cell) const { return m_cells[cell] != 0; }
    void set(std::size_t cell, bool value) { m_cells[cell] = value ? 1 : 0; }
    [[nodiscard]] int count() const { return std::accumulate(m_cells.begin(), m_cells.end(), 0); }

private:
    std::vector<std::int8_t> m_cells;
};

/// The rules of issue and policy, cell by cell.
class Book {
public:
    Book(const CellGround& ground, BalanceMode mode)
        : line{ground.line}, m_stock{ground.industrial}, m_farmland{ground.farmland},
          m_red_line{ground.red_line}, m_permitted{ground.permitted},
          m_anywhere{ground.permitted.empty()}, m_mode{mode}
    {}

    /// Whether the cell counts for the change; the ground is then what the change leaves.
    bool book(std::size_t cell, ChangeKind kind)
    {
        const bool swap = m_mode == BalanceMode::swap;
        switch (kind) {
        case ChangeKind::occupy: {
            const bool counts = (m_mode == BalanceMode::stock ? m_stock : line).has(cell);
            line.set(cell, false);
            m_stock.set(cell, false);
            return counts;
        }
        case ChangeKind::compensate: {
            const bool free = !line.has(cell) && !m_stock.has(cell) && !m_farmland.has(cell) &&
                              !m_red_line.has(cell) && (m_anywhere || m_permitted.has(cell));
            if (free) {
                line.set(cell, true);
                m_stock.set(cell, true);
            }
            return free;
        }
        case ChangeKind::give_up: {
            const bool counts = swap && !line.has(cell) && m_stock.has(cell);
            if (counts) {
                m_stock.set(cell, false);
            }
            return counts;
        }
        case ChangeKind::add:
            break;
        }
        const bool counts = swap && line.has(cell) && !m_added.has(cell);
        if (counts) {
            m_added.set(cell, true);
            m_stock.set(cell, true);
        }
        return counts;
    }

    Map line;

private:
    Map m_stock;
    Map m_farmland;
    Map m_red_line;
    Map m_permitted;
    Map m_added;
    bool m_anywhere;
    BalanceMode m_mode;
};

bool takes_land(ChangeKind kind)
{
    return kind == ChangeKind::occupy || kind == ChangeKind::add;
}

} // namespace

CellAccount count_cells(const CellGround& ground, const std::vector<CellChange>& changes,
                        BalanceMode mode)
{
    std::vector<std::size_t> order(changes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) {
        const CellChange& c = changes[i];
        return std::tuple{!c.decided, c.day, takes_land(c.kind), c.id};
    });
    Book book{ground, mode};
    CellAccount account;
    account.counted.resize(changes.size());
    account.line_before_m2 = book.line.count();
    account.line_after_m2 = account.line_before_m2;
    for (const std::size_t i : order) {
        CellCount& counted = account.counted[i];
        Map::each(changes[i].rect, [&](std::size_t cell, int x) {
            if (book.book(cell, changes[i].kind)) {
                ++(x < ground.town_border ? counted.west : counted.east);
            }
        });
        if (changes[i].decided) {
            account.line_after_m2 = book.line.count();
        }
    }
    return account;
}

} // namespace tenglong::tools::gen
