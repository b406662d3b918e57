// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/pageflow.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace likeness::report
{

namespace
{

constexpr double gutter = 8;

} // namespace

Fragment text(const QString &words, const Style &style, double above)
{
    return {Fragment::Kind::Text, words, style, {}, {}, above, {}};
}

Fragment hash(const QString &digits, double above)
{
    return {Fragment::Kind::Hash, digits, {7.5}, {}, {}, above, {}};
}

Fragment picture(const QImage &image, const QSizeF &limit, double above)
{
    return {Fragment::Kind::Picture, {}, {}, image, limit, above, {}};
}

Fragment drawing(const QSizeF &size, Fragment::Draw draw, double above)
{
    return {Fragment::Kind::Drawing, {}, {}, {}, size, above, std::move(draw)};
}

QFont fontOf(const Style &style, bool fixedWidth)
{
    QFont font(fixedWidth ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(style.points);
    font.setBold(style.bold);
    // The smallest spacing there is turns ligatures off: "fi" as one glyph is not found when one searches
    // the PDF for "file".
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

QString visible(const QString &words)
{
    const auto code = [](uint sign) {
        return QStringLiteral("[U+%1]").arg(sign, 4, 16, QLatin1Char('0')).toUpper();
    };
    const QFontMetricsF metrics(fontOf({}));
    QString out;
    out.reserve(words.size());
    for (const uint sign : words.toUcs4()) {
        const bool turns = (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2066 && sign <= 0x2069) ||
                           sign == 0x200e || sign == 0x200f || sign == 0x061c;
        const QChar::Category category = QChar::category(sign);
        // Marks and joiners are drawn with what they belong to; asking for them alone says nothing.
        const bool alone = category != QChar::Mark_NonSpacing && category != QChar::Mark_SpacingCombining &&
                           category != QChar::Mark_Enclosing && category != QChar::Other_Format &&
                           sign > 0x7f;
        if (sign == u'\n')
            out += QChar::LineSeparator;
        else if (turns || category == QChar::Other_Control || sign == 0x2028 || sign == 0x2029 ||
                 (alone && !metrics.inFontUcs4(sign)))
            out += code(sign);
        else
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&sign), 1);
    }
    return out;
}

PageFlow::PageFlow(QPagedPaintDevice *device)
    : m_device(device), m_dots(device->logicalDpiX() / 72.0), m_y(page::bodyTop), m_pages(1)
{
}

double PageFlow::Row::height() const
{
    double tallest = 0;
    for (const Cell &cell : cells) {
        double sum = 0;
        for (const Piece &piece : cell.pieces)
            sum += piece.height;
        tallest = std::max(tallest, sum);
    }
    return look.above + tallest + look.below;
}

void PageFlow::appendLines(Cell &to, const QString &words, const QFont &font, const Style &style,
                           double width, double above) const
{
    auto layout = std::make_shared<QTextLayout>(visible(words), font, m_device);
    QTextOption option(style.right ? Qt::AlignRight : style.centred ? Qt::AlignHCenter : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine())
        line.setLineWidth(width * m_dots);
    layout->endLayout();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const double gap = i == 0 && !to.pieces.empty() ? above : 0;
        // A little more than the font's own line height: long reports are read, not scanned.
        const double height = layout->lineAt(i).height() / m_dots * 1.06;
        to.pieces.push_back({gap + height, [layout, i, gap, colour = style.colour,
                                            dots = m_dots](QPainter &painter, QPointF at) {
                                 const QTextLine line = layout->lineAt(i);
                                 painter.setPen(colour);
                                 line.draw(&painter, QPointF(at.x(), at.y() + gap * dots - line.y()));
                             }});
    }
}

void PageFlow::appendPicture(Cell &to, const Fragment &fragment, double width) const
{
    const QSizeF limit(std::min(width, fragment.limit.width()), fragment.limit.height());
    const QSizeF size = QSizeF(fragment.picture.size()).scaled(limit, Qt::KeepAspectRatio);
    const double gap = to.pieces.empty() ? 0 : fragment.above;
    // A picture of 1x10000 would vanish to a line of no width.
    const QSizeF shown(std::max(size.width(), 1.0), std::max(size.height(), 1.0));
    to.pieces.push_back({gap + shown.height(), [image = fragment.picture, shown, gap,
                                                dots = m_dots](QPainter &painter, QPointF at) {
                             const QRectF box(at + QPointF(0, gap * dots), shown * dots);
                             painter.drawImage(box, image);
                             painter.setPen(QPen(colours::rule, 0.5 * dots));
                             painter.setBrush(Qt::NoBrush);
                             painter.drawRect(box);
                         }});
}

PageFlow::Cell PageFlow::cell(double x, double width, const Content &content) const
{
    Cell made{x, {}};
    for (const Fragment &fragment : content) {
        switch (fragment.kind) {
        case Fragment::Kind::Text:
            appendLines(made, fragment.text, fontOf(fragment.style), fragment.style, width, fragment.above);
            break;
        case Fragment::Kind::Hash: {
            const QFont digits = fontOf(fragment.style, true);
            const double digit = QFontMetricsF(digits, m_device).horizontalAdvance(u'0') / m_dots;
            int perLine = 64;
            while (perLine > 8 && perLine * digit > width)
                perLine /= 2;
            QString lines;
            for (qsizetype i = 0; i < fragment.text.size(); i += perLine)
                lines += (i ? QStringLiteral("\n") : QString()) + fragment.text.mid(i, perLine);
            appendLines(made, lines, digits, fragment.style, width, fragment.above);
            break;
        }
        case Fragment::Kind::Picture:
            if (!fragment.picture.isNull())
                appendPicture(made, fragment, width);
            break;
        case Fragment::Kind::Drawing: {
            const double gap = made.pieces.empty() ? 0 : fragment.above;
            made.pieces.push_back(
                {gap + fragment.limit.height(),
                 [fragment, gap, dots = m_dots](QPainter &painter, QPointF at) {
                     fragment.draw(painter, QRectF(at + QPointF(0, gap * dots), fragment.limit * dots), dots);
                 }});
            break;
        }
        case Fragment::Kind::PageOf: {
            const double height = QFontMetricsF(fontOf(fragment.style), m_device).height() / m_dots * 1.06;
            made.pieces.push_back({height, [this, fragment, width](QPainter &painter, QPointF at) {
                                       drawText(painter, QRectF(at / m_dots, QSizeF(width, 100)),
                                                QString::number(m_marks.value(fragment.text)),
                                                fragment.style);
                                   }});
            break;
        }
        }
    }
    return made;
}

void PageFlow::row(const Cells &cells, const RowLook &look)
{
    Row made{look, {}};
    double x = look.bar.alpha() || look.fill.alpha() ? gutter : 0;
    for (const auto &[width, content] : cells) {
        made.cells.push_back(cell(x, width, content));
        x += width + gutter;
    }
    m_pending.push_back(std::move(made));
    if (!look.keepWithNext)
        flush();
}

void PageFlow::paragraph(const QString &words, const Style &style, double below, bool keepWithNext)
{
    RowLook look;
    look.below = below;
    look.splits = true;
    look.keepWithNext = keepWithNext;
    row({{page::bodyWidth, {text(words, style)}}}, look);
}

void PageFlow::space(double height)
{
    if (!m_pending.empty())
        m_pending.back().look.below += height;
    else if (!m_fresh)
        m_y += height;
}

double PageFlow::naturalWidth(const Content &content, bool widestWordOnly) const
{
    double widest = 0;
    for (const Fragment &fragment : content) {
        const QFontMetricsF metrics(fontOf(fragment.style, fragment.kind == Fragment::Kind::Hash), m_device);
        const QString shown = visible(fragment.text);
        for (const QString &part : shown.split(widestWordOnly ? QChar(u' ') : QChar(QChar::LineSeparator)))
            widest = std::max(widest, metrics.horizontalAdvance(part) / m_dots);
    }
    return std::ceil(widest) + 1;
}

std::vector<double> PageFlow::columnWidths(const std::vector<Column> &columns,
                                           const std::vector<std::vector<Content>> &rows) const
{
    std::vector<double> widths(columns.size(), 0);
    double left = page::bodyWidth - gutter * double(columns.size() + 1);
    int flexible = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].flexible) {
            ++flexible;
            continue;
        }
        widths[i] = naturalWidth({text(columns[i].title, {8.5, true})}, true);
        for (const auto &row : rows)
            widths[i] = std::max(widths[i], naturalWidth(row[i], false));
        widths[i] = std::min(widths[i], columns[i].atMost);
        left -= widths[i];
    }
    // Prose keeps room for a few words a line, whatever stands beside it.
    constexpr double leastFlexible = 100;
    while (flexible > 0 && left < leastFlexible * flexible) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= 40)
            break;
        const double taken = std::min(*widest - 40, leastFlexible * flexible - left);
        *widest -= taken;
        left += taken;
    }
    for (size_t i = 0; i < columns.size(); ++i)
        if (columns[i].flexible)
            widths[i] = left / flexible;
    return widths;
}

void PageFlow::table(const std::vector<Column> &columns, const std::vector<std::vector<Content>> &rows,
                     bool whole)
{
    const std::vector<double> widths = columnWidths(columns, rows);
    whole = whole && page::bodyBottom - m_y < (page::bodyBottom - page::bodyTop) * 0.4;
    Cells head;
    for (size_t i = 0; i < columns.size(); ++i)
        head.push_back({widths[i], {text(columns[i].title, {8.5, true, colours::ink, columns[i].right})}});
    RowLook look;
    look.above = look.below = 4;
    look.fill = colours::fill;
    look.rule = colours::accent;
    look.keepWithNext = true;
    look.head = true;
    row(head, look);

    look = {};
    look.above = look.below = 4;
    look.rule = colours::rule;
    for (const auto &contents : rows) {
        // The last row is not left alone on a page.
        look.keepWithNext =
            (whole && &contents != &rows.back()) || (rows.size() > 2 && &contents == &rows[rows.size() - 2]);
        Cells cells{{0, {}}}; // brings the first column under the head's, which stands in by one gutter
        for (size_t i = 0; i < columns.size(); ++i) {
            Content content = contents[i];
            for (Fragment &fragment : content)
                fragment.style.right = columns[i].right;
            cells.push_back({widths[i], content});
        }
        row(cells, look);
    }
    flush();
    m_head.clear();
    space(8);
}

void PageFlow::newPage()
{
    flush();
    m_pages.emplace_back();
    m_y = page::bodyTop;
    m_fresh = true;
    if (!m_head.empty()) {
        const Row head = m_head.front();
        put(head);
        m_fresh = true;
    }
}

void PageFlow::startPage()
{
    flush();
    if (!m_fresh)
        newPage();
}

void PageFlow::flush()
{
    std::vector<Row> group;
    group.swap(m_pending);
    if (group.empty())
        return;
    double needed = 0;
    for (const Row &row : group)
        needed += row.height();
    // Prose may start with two lines.
    Row first = group.back(), rest;
    if (first.look.splits && split(first, rest, 0, true))
        needed += first.height() - group.back().height();
    if (!m_fresh && m_y + needed > page::bodyBottom && needed < page::bodyBottom - page::bodyTop)
        newPage();
    for (Row &row : group)
        place(std::move(row));
}

/// Leaves in `row` what fits into `space` and moves the others to `rest`. False when nothing sensible fits.
/// `force` takes the first two pieces of every cell even if they do not.
bool PageFlow::split(Row &row, Row &rest, double space, bool force) const
{
    rest = row;
    bool taken = false, left = false;
    for (size_t i = 0; i < row.cells.size(); ++i) {
        std::vector<Piece> &pieces = row.cells[i].pieces;
        double sum = row.look.above + row.look.below;
        size_t count = 0;
        while (count < pieces.size() && sum + pieces[count].height <= space)
            sum += pieces[count++].height;
        if (force)
            count = std::max(count, std::min<size_t>(2, pieces.size()));
        if (row.look.splits && count + 1 == pieces.size() && count > 2)
            --count;
        taken = taken || count >= 2 || (count == 1 && pieces.size() == 1);
        left = left || count < pieces.size();
        rest.cells[i].pieces.erase(rest.cells[i].pieces.begin(),
                                   rest.cells[i].pieces.begin() + qsizetype(count));
        pieces.resize(count);
    }
    rest.look.mark.clear();
    return taken && left;
}

void PageFlow::place(Row row)
{
    constexpr double body = page::bodyBottom - page::bodyTop;
    while (m_y + row.height() > page::bodyBottom) {
        const bool mayBeCut = row.look.splits || row.height() > body;
        Row rest, first = row;
        if ((mayBeCut || m_fresh) && split(first, rest, page::bodyBottom - m_y, m_fresh)) {
            put(std::move(first));
            newPage();
            row = std::move(rest);
        } else if (m_fresh) {
            break; // one piece taller than a page: there is no better place for it
        } else {
            newPage();
        }
    }
    put(std::move(row));
}

void PageFlow::put(Row row)
{
    if (row.look.head)
        m_head = {row};
    if (!row.look.mark.isEmpty())
        m_marks.insert(row.look.mark, pageCount());
    const double height = row.height();
    m_pages.back().push_back({m_y, std::move(row)});
    m_y += height;
    m_fresh = false;
}

void PageFlow::drawRow(QPainter &painter, const Placed &placed) const
{
    const RowLook &look = placed.row.look;
    const QRectF box(page::left * m_dots, placed.y * m_dots, page::bodyWidth * m_dots,
                     placed.row.height() * m_dots);
    if (look.fill.alpha())
        painter.fillRect(box, look.fill);
    if (look.bar.alpha())
        painter.fillRect(QRectF(box.topLeft(), QSizeF(2.5 * m_dots, box.height())), look.bar);
    if (look.rule.alpha())
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 0.5 * m_dots), look.rule);
    for (const Cell &cell : placed.row.cells) {
        double y = placed.y + look.above;
        for (const Piece &piece : cell.pieces) {
            piece.draw(painter, QPointF((page::left + cell.x) * m_dots, y * m_dots));
            y += piece.height;
        }
    }
}

void PageFlow::paint(QPainter &painter, const Furniture &furniture)
{
    flush();
    for (int i = 0; i < pageCount(); ++i) {
        if (i > 0)
            m_device->newPage();
        furniture(painter, i + 1, pageCount());
        for (const Placed &placed : m_pages[size_t(i)])
            drawRow(painter, placed);
    }
}

double PageFlow::drawText(QPainter &painter, const QRectF &box, const QString &words,
                          const Style &style) const
{
    Cell made;
    appendLines(made, words, fontOf(style), style, box.width(), 0);
    double y = 0;
    for (const Piece &piece : made.pieces) {
        if (y > 0 && y + piece.height > box.height())
            break;
        piece.draw(painter, (box.topLeft() + QPointF(0, y)) * m_dots);
        y += piece.height;
    }
    return y;
}

} // namespace likeness::report
