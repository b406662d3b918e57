// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/prompts.h"

namespace likeness::app
{

/// Answers in a person's place while the sample case is played: saves to the given path, gives a reason for opening the
/// weaker candidates, which is the only one that is asked for, and gives up the rest.
class Answers : public common::Prompts
{
public:
    explicit Answers(QString savePath) : m_savePath(std::move(savePath)) {}

    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {}; }
    QString openFile(QWidget *, const QString &, const QString &) override { return {}; }
    QString openFolder(QWidget *, const QString &) override { return {}; }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return m_savePath;
    }
    std::optional<QString> reason(QWidget *, const QString &, const QString &, int) override
    {
        return QStringLiteral("The sample gallery has few persons, and the line-up needs others");
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
    void showText(QWidget *, const QString &, const QString &) override {}

private:
    QString m_savePath;
};

} // namespace likeness::app
