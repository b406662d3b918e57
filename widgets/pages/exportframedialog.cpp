// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/exportframedialog.h"

#include "engine/casework/frames.h"
#include "engine/policy/accountrules.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/recordingstate.h"
#include "widgets/viewer/frametime.h"
#include "widgets/words/errortext.h"
#include "widgets/words/ruletext.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace likeness::pages
{

using casework::CaseSession;
using common::gridPx;

ExportFrameDialog::ExportFrameDialog(models::Workspace &workspace, const model::EvidenceItem &item, qint64 frame,
                                     double seconds, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_item(item), m_frame(frame)
{
    setWindowTitle(tr("Export this frame"));
    makeLayout(seconds);
    connect(m_exact, &QRadioButton::toggled, this, &ExportFrameDialog::update);
    connect(m_reason, &QLineEdit::textChanged, this, &ExportFrameDialog::update);
    connect(m_write, &QPushButton::clicked, this, &ExportFrameDialog::choose);
    connect(&workspace, &models::Workspace::caseChanged, this, &QDialog::reject);
    resize(520, sizeHint().height());
    update();
}

void ExportFrameDialog::makeLayout(double seconds)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridPx, 2 * gridPx, 2 * gridPx, 2 * gridPx);
    layout->setSpacing(gridPx);
    layout->addWidget(plain(tr("Frame %1, %2 after the first, of %3. A lossless PNG is written, and beside it a "
                               "file of the same name (.json) with all that is needed to find the frame again.")
                                .arg(m_frame)
                                .arg(viewer::frameTimeText(seconds), m_item.fileName),
                            this));
    m_hidden = new QRadioButton(tr("Faces of bystanders pixelated"), this);
    m_hidden->setObjectName(QStringLiteral("pixelated"));
    m_hidden->setChecked(true);
    layout->addWidget(m_hidden);
    layout->addWidget(quiet(tr("Faces that were found in this frame, by the finder or by a scan, and that nobody "
                               "chose are pixelated. Look at the picture before you give it away: a face that was "
                               "not found is not hidden."),
                            this));
    m_exact = new QRadioButton(tr("The exact native pixels, with everybody in them"), this);
    m_exact->setObjectName(QStringLiteral("exact"));
    layout->addWidget(m_exact);
    m_reasonPart = new QWidget(this);
    auto *reason = new QVBoxLayout(m_reasonPart);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(gridPx / 2);
    auto *question = new QLabel(tr("&Why must bystanders be seen? It stands in the record."), m_reasonPart);
    m_reason = new QLineEdit(m_reasonPart);
    m_reason->setObjectName(QStringLiteral("exportReason"));
    question->setBuddy(m_reason);
    reason->addWidget(question);
    reason->addWidget(m_reason);
    layout->addWidget(m_reasonPart);
    m_text = quiet({}, this);
    m_text->setObjectName(QStringLiteral("exportText"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_text);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_write = buttons->addButton(tr("Choose where, and write"), QDialogButtonBox::ActionRole);
    m_write->setObjectName(QStringLiteral("writeFrame"));
    m_write->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

bool ExportFrameDialog::isShown() const
{
    return m_exact->isChecked();
}

QString ExportFrameDialog::missing() const
{
    if (m_isWriting)
        return tr("The frame is being written.");
    if (m_workspace.isReadOnly())
        return words::sentence(policy::Rule::ReadOnly);
    const auto deed = isShown() ? policy::Deed::ExportDisclosure : policy::Deed::ExportReport;
    if (const auto unmet = policy::unmetRoleRules(deed, m_workspace.actor(), m_workspace.today()); !unmet.empty())
        return words::sentence(unmet.front());
    if (isShown() && policy::isPlaceholder(m_reason->text()))
        return words::sentence(policy::Rule::ReasonMissing);
    return {};
}

void ExportFrameDialog::update()
{
    m_reasonPart->setVisible(isShown());
    const QString why = missing();
    m_write->setEnabled(why.isEmpty());
    m_text->setText(why);
    fit();
}

void ExportFrameDialog::fit()
{
    // Words of another language wrap into more lines than the size hint knows of.
    layout()->activate();
    const int needed = layout()->heightForWidth(width());
    if (height() < needed)
        resize(width(), needed);
}

void ExportFrameDialog::choose()
{
    const QString proposal =
        QDir(m_workspace.documentsFolder()).filePath(frameFileName(m_item.fileName, m_frame));
    const QString path = common::prompts().saveFile(this, tr("Where is the frame written?"), proposal,
                                                    tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    const bool isPng = path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive);
    const QString target = isPng ? path : path + QStringLiteral(".png");
    if (mayReplace(path, target))
        write(target);
}

bool ExportFrameDialog::mayReplace(const QString &chosen, const QString &path)
{
    // The dialog asked about the file that was chosen in it, and about no other.
    QStringList there;
    if (path != chosen && QFileInfo::exists(path))
        there << QFileInfo(path).fileName();
    if (const QFileInfo json(casework::sidecarPath(path)); json.exists())
        there << json.fileName();
    return there.isEmpty() ||
           common::prompts().confirm(this, tr("Replace what is there?"),
                                     tr("In this folder there is already: %1. It would be replaced, and cannot be "
                                        "brought back.")
                                         .arg(there.join(QStringLiteral(", "))),
                                     tr("Replace"));
}

void ExportFrameDialog::write(const QString &path)
{
    const auto bystanders = isShown() ? CaseSession::Bystanders::Shown : CaseSession::Bystanders::Pixelated;
    m_isWriting = true;
    update();
    // The window hears how it ended, also when nobody waits for it here any more.
    auto *job = m_workspace.runInCase<QJsonObject>(
        tr("Exporting frame %1").arg(m_frame), QStringLiteral("recording/export"), &m_workspace,
        [id = m_item.id, frame = m_frame, path, bystanders, reason = m_reason->text()](CaseSession &file,
                                                                                      base::Progress &progress) {
            return file.exportFrame(id, frame, path, bystanders, reason, progress);
        },
        [workspace = &m_workspace, dialog = QPointer(this), path](const base::Result<QJsonObject> &outcome) {
            if (dialog && dialog->isVisible())
                dialog->written(path, outcome);
            else if (outcome)
                emit workspace->notice(writtenText(path, *outcome));
            else if (outcome.error().code != base::ErrorCode::Cancelled)
                emit workspace->failed(outcome.error());
        });
    if (!job) {
        m_isWriting = false;
        update();
    }
}

void ExportFrameDialog::written(const QString &path, const base::Result<QJsonObject> &outcome)
{
    m_isWriting = false;
    update();
    m_text->setText(outcome ? writtenText(path, *outcome) : words::sentence(outcome.error()));
    fit();
}

QString ExportFrameDialog::writtenText(const QString &path, const QJsonObject &sidecar)
{
    const QFileInfo png(path);
    QStringList lines{tr("Written: %1 and %2, in %3.")
                          .arg(png.fileName(), QFileInfo(casework::sidecarPath(path)).fileName(),
                               QDir::toNativeSeparators(png.absolutePath()))};
    if (const auto hidden = sidecar.value(QStringLiteral("faces_pixelated")); hidden.isDouble())
        lines << tr("%n face(s) pixelated.", nullptr, hidden.toInt());
    lines << tr("SHA-256 of the picture: %1").arg(sidecar.value(QStringLiteral("png_sha256")).toString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace likeness::pages
