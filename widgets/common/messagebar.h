// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace likeness::common
{

/// One sentence that came up, above the page: never a dialog, never in the way. Escape or its button puts it
/// away. The details (technical words) are folded until asked for. What it says is announced to screen
/// readers. A later message takes an earlier one's place.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Remark, Caution };

    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, const QString &sentence, const QString &details = {});
    void dismiss();
    QString sentence() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showIcon();
    void showDetails(bool shown);

    Kind m_kind = Kind::Remark;
    QLabel *m_icon = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_details = nullptr;
    QToolButton *m_fold = nullptr;
    QToolButton *m_dismiss = nullptr;
};

} // namespace likeness::common
