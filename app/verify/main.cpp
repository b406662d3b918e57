// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-verify: the auditor's tool. Its exit codes stand in helpText().
#include "app/verify/sentences.h"

#include "engine/base/canonicaljson.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace likeness;

namespace
{

constexpr int allSound = 0;
constexpr int somethingWrong = 1;
constexpr int notChecked = 2;

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fputc('\n', stream);
}

struct Answer {
    QStringList sentences;
    QJsonObject json;
    bool isSound = true;
};

base::Result<Answer> answer(const verify::Request &request)
{
    const auto beside = verify::readBeside(request);
    LIKENESS_TRY(beside);
    if (!request.log.isEmpty()) {
        const auto log = verify::checkLog(request.log, beside->against);
        LIKENESS_TRY(log);
        return Answer{verify::sentences(*log), verify::toJson(request.log, *log), log->isSound()};
    }
    if (!request.folder.isEmpty()) {
        base::Progress progress;
        const auto verified = store::verifyFolder(request.folder, progress, beside->against);
        LIKENESS_TRY(verified);
        return Answer{verify::sentences(*verified), verify::toJson(request.folder, *verified),
                      verified->isSound()};
    }
    const auto states = verify::checkRemembered(*beside->workstation, beside->against);
    const bool allFound =
        std::none_of(states.begin(), states.end(), [](const auto &state) { return state.isWrong(); });
    return Answer{verify::sentences(*beside->workstation, states),
                  verify::toJson(request.workstation, *beside->workstation, states),
                  allFound && beside->workstation->isSound()};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("likeness-verify"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));

    const QString value = QStringLiteral("value");
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({{{QStringLiteral("h"), QStringLiteral("help")}, {}},
                       {QStringLiteral("version"), {}},
                       {QStringLiteral("json"), {}},
                       {QStringLiteral("log"), {}, value},
                       {QStringLiteral("workstation"), {}, value},
                       {QStringLiteral("agency"), {}, value},
                       {QStringLiteral("report"), {}, value},
                       {QStringLiteral("head"), {}, value}});
    const bool parsed = parser.parse(QCoreApplication::arguments());
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        print(stdout, verify::helpText(QCoreApplication::applicationName()));
        return allSound;
    }
    if (parsed && parser.isSet(QStringLiteral("version"))) {
        print(stdout, QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return allSound;
    }
    const QStringList folders = parser.positionalArguments();
    verify::Request request{folders.value(0),
                            parser.value(QStringLiteral("log")),
                            parser.value(QStringLiteral("workstation")),
                            parser.value(QStringLiteral("agency")),
                            parser.value(QStringLiteral("report")),
                            std::nullopt};
    bool understood = parsed && folders.size() <= 1 && (folders.isEmpty() || request.log.isEmpty()) &&
                      !(request.folder + request.log + request.workstation).isEmpty();
    // What would not be looked at is not taken: nobody should believe that it was.
    understood = understood && (request.report.isEmpty() || !request.folder.isEmpty());
    if (parser.isSet(QStringLiteral("head"))) {
        const auto head = audit::headFromPrint(parser.value(QStringLiteral("head")));
        understood = understood && head && !(request.folder + request.log).isEmpty();
        if (head)
            request.head = *head;
    }
    if (!understood) {
        print(stderr, verify::helpText(QCoreApplication::applicationName()));
        return notChecked;
    }

    const bool json = parser.isSet(QStringLiteral("json"));
    const auto result = answer(request);
    if (!result) {
        const QString subject = folders.isEmpty() ? request.log + request.workstation : request.folder;
        if (json)
            print(stdout, QString::fromUtf8(base::canonicalJson(verify::toJson(subject, result.error()))));
        print(stderr, verify::sentence(result.error()));
        return notChecked;
    }
    if (json)
        print(stdout, QString::fromUtf8(base::canonicalJson(result->json)));
    else
        print(stdout, result->sentences.join(u'\n'));
    return result->isSound ? allSound : somethingWrong;
}
