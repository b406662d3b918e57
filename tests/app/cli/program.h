// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace likeness::tests
{

struct JsonAnswer {
    int code = -1;
    QJsonObject json;
};

/// Runs likeness-cli --json in training, with a workstation of its own in `folder`, to its end.
inline JsonAnswer runCli(const QString &folder, const QStringList &arguments)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LIKENESS_WORKSTATION", folder + "/workstation");
    environment.insert("LIKENESS_AGENCY", folder + "/no agency");
    program.setProcessEnvironment(environment);
    program.start(LIKENESS_BIN_DIR "/likeness-cli", QStringList{"--json"} + arguments);
    if (!program.waitForFinished(300'000))
        qFatal("likeness-cli does not end");
    return {program.exitCode(), QJsonDocument::fromJson(program.readAllStandardOutput()).object()};
}

} // namespace likeness::tests
