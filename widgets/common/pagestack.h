// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace likeness::common
{

/// A stack that asks only the page in front how much room it wants. QStackedWidget asks all of them, again
/// and again while a window is laid out, and wrapped texts on ten pages that nobody sees made that take
/// longer than a window may stand still. It takes the room it is given: put it where the rest of the room
/// goes.
class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }
};

} // namespace likeness::common
