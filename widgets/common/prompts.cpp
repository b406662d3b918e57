// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/prompts.h"

#include "widgets/common/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::common
{

namespace
{

struct PromptsText {
    Q_DECLARE_TR_FUNCTIONS(PromptsText)
};

/// A dialog with a question above and a named action below.
class Question : public QDialog
{
public:
    Question(QWidget *parent, const QString &title, const QString &question, const QString &actionText)
        : QDialog(parent)
    {
        setWindowTitle(title);
        auto *label = new QLabel(question, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_body = new QVBoxLayout;
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
        m_accept = buttons->addButton(actionText, QDialogButtonBox::AcceptRole);
        makeMainAction(m_accept);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(2 * gridPx, 2 * gridPx, 2 * gridPx, 2 * gridPx);
        layout->setSpacing(2 * gridPx);
        layout->addWidget(label);
        layout->addLayout(m_body);
        layout->addWidget(buttons);
        setMinimumWidth(480);
    }

    QVBoxLayout *body() const { return m_body; }
    QPushButton *acceptButton() const { return m_accept; }

private:
    QVBoxLayout *m_body;
    QPushButton *m_accept;
};

/// The dialogs of the desktop, and small ones of our own.
class DialogPrompts : public Prompts
{
public:
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override
    {
        return QFileDialog::getOpenFileNames(parent, title, {}, filter);
    }

    QString openFile(QWidget *parent, const QString &title, const QString &filter) override
    {
        return QFileDialog::getOpenFileName(parent, title, {}, filter);
    }

    QString openFolder(QWidget *parent, const QString &title) override
    {
        return QFileDialog::getExistingDirectory(parent, title);
    }

    QString saveFile(QWidget *parent, const QString &title, const QString &suggested,
                     const QString &filter) override
    {
        return QFileDialog::getSaveFileName(parent, title, suggested, filter);
    }

    std::optional<QString> reason(QWidget *parent, const QString &title, const QString &question,
                                  int leastLetters) override
    {
        Question dialog(parent, title, question, PromptsText::tr("Go on"));
        auto *edit = new QLineEdit(&dialog);
        edit->setAccessibleName(question);
        dialog.body()->addWidget(edit);
        const auto check = [&] {
            dialog.acceptButton()->setEnabled(edit->text().trimmed().size() >= leastLetters);
        };
        QObject::connect(edit, &QLineEdit::textChanged, &dialog, check);
        check();
        edit->setFocus();
        if (dialog.exec() != QDialog::Accepted)
            return std::nullopt;
        return edit->text().trimmed();
    }

    bool confirm(QWidget *parent, const QString &title, const QString &question,
                 const QString &actionText) override
    {
        Question dialog(parent, title, question, actionText);
        return dialog.exec() == QDialog::Accepted;
    }

    void showText(QWidget *parent, const QString &title, const QString &text) override
    {
        QDialog dialog(parent);
        dialog.setWindowTitle(title);
        auto *edit = new QPlainTextEdit(text, &dialog);
        edit->setReadOnly(true);
        edit->setAccessibleName(title);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
        QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
        auto *layout = new QVBoxLayout(&dialog);
        layout->addWidget(edit);
        layout->addWidget(buttons);
        dialog.resize(720, 480);
        dialog.exec();
    }
};

std::shared_ptr<Prompts> &inForce()
{
    static std::shared_ptr<Prompts> prompts = std::make_shared<DialogPrompts>();
    return prompts;
}

} // namespace

Prompts &prompts()
{
    return *inForce();
}

void setPrompts(std::shared_ptr<Prompts> prompts)
{
    inForce() = prompts ? std::move(prompts) : std::make_shared<DialogPrompts>();
}

} // namespace likeness::common
