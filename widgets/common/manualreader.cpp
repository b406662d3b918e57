// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/manualreader.h"

#include "engine/report/enginecard.h"
#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace likeness::common
{

ManualReader::ManualReader(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Manual"));
    QFile file(QStringLiteral(":/likeness/manual/manual.md"));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere); // compiled in
    Q_UNUSED(isThere)

    auto *text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("manualText"));
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(3 * gridPx);
    // The card stands in one place of the program; the manual has a mark for it.
    QString manual = QString::fromUtf8(file.readAll());
    manual.replace(QLatin1String("<!-- engine card -->"), report::engineCardMarkdown(report::ReportTexts([](const char *source) {
                       return QCoreApplication::translate("report", source);
                   })));
    text->setMarkdown(manual);
    text->moveCursor(QTextCursor::Start);
    text->setFocus();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridPx, gridPx, gridPx, gridPx);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(760, 640); // some 90 characters a line, the most that reads well
}

} // namespace likeness::common
