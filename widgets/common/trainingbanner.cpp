// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/trainingbanner.h"

#include "widgets/common/theme.h"
#include "widgets/words/nametext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace likeness::common
{

TrainingBanner::TrainingBanner(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("trainingBanner"));
    auto *label = new QLabel(words::training(), this);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    label->setFont(font);
    makeCaution(label);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * gridPx, gridPx / 2, 2 * gridPx, gridPx / 2);
    row->addWidget(label, 0, Qt::AlignCenter);
    setAccessibleName(label->text());
}

} // namespace likeness::common
