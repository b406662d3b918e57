// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QImage>
#include <QPagedPaintDevice>
#include <QPainter>

#include <functional>
#include <memory>
#include <vector>

namespace likeness::report
{

/// Lays rows out on A4 pages and paints them once their number is known. All lengths are points (1/72 inch).
///
/// Why not QTextDocument: it cuts table rows between any two lines, and it reads HTML and loads what that
/// names. Here a row stays whole where a page can hold it, a heading stays with what follows, a table repeats
/// its head on each page, and text is only ever text: there is no markup to escape, no resource and no link.

namespace page
{
inline constexpr double width = 595.28;
inline constexpr double height = 841.89;
inline constexpr double left = 56;
inline constexpr double right = width - 56;
inline constexpr double bodyWidth = right - left;
inline constexpr double bodyTop = 80;
inline constexpr double bodyBottom = 772;
} // namespace page

namespace colours
{
inline const QColor ink(0x20, 0x20, 0x20);
inline const QColor quiet(0x59, 0x59, 0x59); ///< secondary text, 7:1 on white
inline const QColor rule(0xcc, 0xcc, 0xcc);
inline const QColor fill(0xf2, 0xf2, 0xf2);
inline const QColor accent(0x3b, 0x68, 0x91); ///< steel blue, for rules and headings only
} // namespace colours

struct Style {
    double points = 10;
    bool bold = false;
    QColor colour = colours::ink;
    bool right = false;
    bool centred = false;
};

/// One part of a cell, from top to bottom.
struct Fragment {
    enum class Kind {
        Text,    ///< wraps between words, inside words only when one alone is too long for the line
        Hash,    ///< fixed-width digits, broken into equal lines of 64, 32, 16 or 8
        Picture, ///< scaled to fit `limit`, never enlarged beyond it, framed by a hairline; not interpolated
        PageOf,  ///< the page number of the row marked `text`
        Drawing, ///< exactly of the size `limit`, drawn by `draw`
    };
    Kind kind = Kind::Text;
    QString text;
    Style style;
    QImage picture;
    QSizeF limit;
    double above = 0; ///< space over it, unless it comes first
    /// Draws within a box in device dots; `dots` are a point.
    using Draw = std::function<void(QPainter &, const QRectF &box, double dots)>;
    Draw draw{};
};
/// What would act on the layout instead of standing in it - control characters, and marks that turn the
/// direction of what follows - is shown as its code, and so is a sign that no font here can draw: an empty
/// box would tell nothing. New lines stay.
QString visible(const QString &words);
/// The report's fonts: DejaVu Sans, or DejaVu Sans Mono.
QFont fontOf(const Style &style, bool fixedWidth = false);
Fragment text(const QString &words, const Style &style = {}, double above = 0);
Fragment hash(const QString &digits, double above = 0);
Fragment picture(const QImage &image, const QSizeF &limit, double above = 0);
Fragment drawing(const QSizeF &size, Fragment::Draw draw, double above = 0);
using Content = std::vector<Fragment>;

/// What a row is besides its cells.
struct RowLook {
    double above = 0; ///< space inside the row, over and under its cells
    double below = 0;
    QColor fill = Qt::transparent;
    QColor bar = Qt::transparent;  ///< a thick line down the left side
    QColor rule = Qt::transparent; ///< a hairline under the row
    bool keepWithNext = false;
    bool head = false;   ///< repeated on each page until the table ends
    bool splits = false; ///< prose: may continue on the next page, two lines at least on each side
    QString mark;        ///< a name that PageOf refers to
};

struct Column {
    QString title;
    bool flexible = false; ///< shares what the others leave over; the others are as wide as their content
    bool right = false;
    double atMost = 130;
};

class PageFlow
{
public:
    /// `device` gives the measures; it must outlive the flow and be the one that is painted on.
    explicit PageFlow(QPagedPaintDevice *device);

    /// A cell for each pair of width and content, side by side with a gutter of 8.
    using Cells = std::vector<std::pair<double, Content>>;
    void row(const Cells &cells, const RowLook &look = {});
    void paragraph(const QString &words, const Style &style = {}, double below = 8,
                   bool keepWithNext = false);
    void space(double height);
    /// `whole` starts a new page rather than break a table that a page can hold, unless that would leave two
    /// fifths of a page empty.
    void table(const std::vector<Column> &columns, const std::vector<std::vector<Content>> &rows,
               bool whole = false);
    void newPage();
    void startPage(); ///< unless this one is still empty

    int pageCount() const { return int(m_pages.size()); }

    /// Paints page by page; `furniture` draws the running header and footer in points.
    using Furniture = std::function<void(QPainter &, int page, int pages)>;
    void paint(QPainter &painter, const Furniture &furniture);

    /// For furniture: draws within `box`, in as many lines as fit, and returns the height used.
    double drawText(QPainter &painter, const QRectF &box, const QString &words, const Style &style) const;

private:
    struct Piece {
        double height = 0;
        std::function<void(QPainter &, QPointF)> draw;
    };
    struct Cell {
        double x = 0;
        std::vector<Piece> pieces;
    };
    struct Row {
        RowLook look;
        std::vector<Cell> cells;
        double height() const;
    };
    struct Placed {
        double y;
        Row row;
    };

    Cell cell(double x, double width, const Content &content) const;
    void appendLines(Cell &to, const QString &words, const QFont &font, const Style &style, double width,
                     double above) const;
    void appendPicture(Cell &to, const Fragment &fragment, double width) const;
    double naturalWidth(const Content &content, bool widestWordOnly) const;
    std::vector<double> columnWidths(const std::vector<Column> &columns,
                                     const std::vector<std::vector<Content>> &rows) const;
    void flush();
    void place(Row row);
    void put(Row row);
    bool split(Row &row, Row &rest, double space, bool force) const;
    void drawRow(QPainter &painter, const Placed &placed) const;

    QPagedPaintDevice *m_device;
    double m_dots; ///< device dots a point
    double m_y = 0;
    bool m_fresh = true; ///< nothing on this page but a repeated head
    std::vector<std::vector<Placed>> m_pages;
    std::vector<Row> m_pending; ///< rows that stay with the next one
    std::vector<Row> m_head;    ///< of the table that is being placed: none or one
    QHash<QString, int> m_marks;
};

} // namespace likeness::report
