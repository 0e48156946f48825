#pragma once

#include <compare>
#include <cstddef>
#include <iterator>

namespace tenglong::geo {

struct Polygons;

/// A range of views made on the fly from consecutive indices of a column: `make` turns an index
/// into a view. Random access; the views are values, so nothing dangles but the column itself.
template <class View, View (Polygons::*make)(std::size_t) const noexcept>
class Views {
public:
    class iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = View;
        using difference_type = std::ptrdiff_t;
        using pointer = const View*;
        using reference = View;

        iterator() noexcept = default;
        iterator(const Polygons& column, std::size_t index) noexcept
            : m_column{&column}, m_index{index}
        {}

        reference operator*() const noexcept { return (m_column->*make)(m_index); }
        reference operator[](difference_type n) const noexcept { return *(*this + n); }

        iterator& operator+=(difference_type n) noexcept
        {
            m_index = static_cast<std::size_t>(static_cast<difference_type>(m_index) + n);
            return *this;
        }
        iterator& operator-=(difference_type n) noexcept { return *this += -n; }
        iterator& operator++() noexcept { return *this += 1; }
        iterator& operator--() noexcept { return *this += -1; }
        iterator operator++(int) noexcept
        {
            iterator old = *this;
            ++*this;
            return old;
        }
        iterator operator--(int) noexcept
        {
            iterator old = *this;
            --*this;
            return old;
        }
        friend iterator operator+(iterator a, difference_type n) noexcept { return a += n; }
        friend iterator operator+(difference_type n, iterator a) noexcept { return a += n; }
        friend iterator operator-(iterator a, difference_type n) noexcept { return a -= n; }
        friend difference_type operator-(iterator a, iterator b) noexcept
        {
            return static_cast<difference_type>(a.m_index) -
                   static_cast<difference_type>(b.m_index);
        }
        friend bool operator==(iterator a, iterator b) noexcept { return a.m_index == b.m_index; }
        friend auto operator<=>(iterator a, iterator b) noexcept { return a.m_index <=> b.m_index; }

    private:
        const Polygons* m_column = nullptr;
        std::size_t m_index = 0;
    };
    using const_iterator = iterator;

    Views(const Polygons& column, std::size_t first, std::size_t last) noexcept
        : m_begin{column, first}, m_end{column, last}
    {}

    [[nodiscard]] iterator begin() const noexcept { return m_begin; }
    [[nodiscard]] iterator end() const noexcept { return m_end; }
    [[nodiscard]] std::size_t size() const noexcept
    {
        return static_cast<std::size_t>(m_end - m_begin);
    }
    [[nodiscard]] bool empty() const noexcept { return m_begin == m_end; }

private:
    iterator m_begin;
    iterator m_end;
};

} // namespace tenglong::geo
