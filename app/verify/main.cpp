// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-verify: the auditor's tool. Its exit codes stand in helpText().
#include "app/verify/sentences.h"

#include "engine/base/canonicaljson.h"

#include <QCoreApplication>

#include <cstdio>

using namespace likeness;

namespace {

constexpr int allSound = 0;
constexpr int somethingWrong = 1;
constexpr int notChecked = 2;

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fputc('\n', stream);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("likeness-verify"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));

    QStringList folders;
    bool json = false;
    bool onlyFolders = false; // after "--"
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (const QString &argument : arguments) {
        if (onlyFolders || !argument.startsWith(u'-')) {
            folders += argument;
        } else if (argument == u"--") {
            onlyFolders = true;
        } else if (argument == u"--json") {
            json = true;
        } else if (argument == u"--help" || argument == u"-h") {
            print(stdout, verify::helpText(QCoreApplication::applicationName()));
            return allSound;
        } else if (argument == u"--version") {
            print(stdout,
                  QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
            return allSound;
        } else {
            folders.clear();
            break;
        }
    }
    if (folders.size() != 1) {
        print(stderr, verify::helpText(QCoreApplication::applicationName()));
        return notChecked;
    }

    base::Progress progress;
    const auto verification = store::verifyFolder(folders.first(), progress);
    if (!verification) {
        if (json)
            print(stdout, QString::fromUtf8(
                              base::canonicalJson(verify::toJson(folders.first(), verification.error()))));
        print(stderr, verify::sentence(verification.error()));
        return notChecked;
    }
    if (json)
        print(stdout, QString::fromUtf8(base::canonicalJson(verify::toJson(folders.first(), *verification))));
    else
        print(stdout, verify::sentences(*verification).join(u'\n'));
    return verification->isSound() ? allSound : somethingWrong;
}
