// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace likeness::pages
{

/// Hands out one frame: with bystanders hidden, or its exact native pixels with a reason. Opened with open();
/// stays to say what was written.
class ExportFrameDialog : public QDialog
{
    Q_OBJECT
public:
    ExportFrameDialog(models::Workspace &workspace, const model::EvidenceItem &item, qint64 frame, double seconds,
                      QWidget *parent = nullptr);

private:
    void makeLayout(double seconds);
    void choose();
    bool mayReplace(const QString &chosen, const QString &path);
    void write(const QString &path);
    void written(const QString &path, const base::Result<QJsonObject> &outcome);
    static QString writtenText(const QString &path, const QJsonObject &sidecar);
    void update();
    void fit(); ///< tall enough for all its words
    bool isShown() const;
    QString missing() const;

    models::Workspace &m_workspace;
    const model::EvidenceItem m_item;
    const qint64 m_frame;
    bool m_isWriting = false;
    QRadioButton *m_hidden = nullptr;
    QRadioButton *m_exact = nullptr;
    QWidget *m_reasonPart = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_write = nullptr;
};

} // namespace likeness::pages
