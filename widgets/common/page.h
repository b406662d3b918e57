// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace likeness::common
{

class EmptyState;

/// The frame of every page: a title that says what to do, a strip for context, the content, and at the
/// bottom one main button with what is still missing beside it. Pages fill content() and never draw their
/// own title or main button.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< "Choose a face to search for"; also the windowTitle
    QVBoxLayout *content() const { return m_content; }

    /// The page's one main action. Hidden until a text is set.
    void setMainAction(const QString &text, const QKeySequence &key);
    /// Greys the button and says why beside it; an empty text enables it.
    void setMissing(const QString &whatIsMissing);
    QPushButton *mainButton() const { return m_mainButton; }

    /// Shows a sentence and an optional action instead of the content: empty, read-only, model missing ...
    void showEmptyState(const QString &sentence, const QString &actionText = {});
    void showContent();

    /// Called when the page comes to the front.
    virtual void activated() {}

signals:
    void mainActionTriggered();
    void emptyStateActionTriggered();

private:
    QLabel *m_title = nullptr;
    QVBoxLayout *m_content = nullptr;
    QPushButton *m_mainButton = nullptr;
    QLabel *m_missing = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace likeness::common
