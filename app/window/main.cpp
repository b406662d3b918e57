// SPDX-License-Identifier: GPL-3.0-or-later
// likeness: reads the arguments, puts the parts together, opens the window.
#include "app/window/caseworkplayer.h"
#include "app/window/sampleplayer.h"
#include "app/window/screenshots.h"
#include "app/window/translators.h"
#include "widgets/common/theme.h"
#include "widgets/words/errortext.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <csignal>

using namespace likeness;

namespace
{

struct Program {
    Q_DECLARE_TR_FUNCTIONS(Program)
};

enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

const QString caseOption = QStringLiteral("case");
const QString sampleOption = QStringLiteral("sample-case");
const QString playOption = QStringLiteral("play-sample");
const QString screenshotsOption = QStringLiteral("screenshots");
const QString languageOption = QStringLiteral("language");
// Which of its further runs a process is that takes screenshots
constexpr char screenshotsRun[] = "LIKENESS_SCREENSHOTS_RUN";
const QString scaledRun = QStringLiteral("scaled");
const QString pseudoRun = QStringLiteral("pseudo");

void readArguments(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setApplicationDescription(
        Program::tr("Facial comparison that gives leads, never identifications."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({caseOption, Program::tr("Opens the case in this folder."), Program::tr("folder")});
    parser.addOption({sampleOption, Program::tr("Opens the sample case, a training exercise.")});
    parser.addOption(
        {playOption,
         Program::tr("Plays the sample case without a display, from the first start to the report, "
                     "and prints where the report and a picture of every page are."),
         Program::tr("folder")});
    parser.addOption({screenshotsOption,
                      Program::tr("Takes pictures of every page and its empty state, light and dark, in two "
                                  "sizes, and prints where they are."),
                      Program::tr("folder")});
    parser.addOption({languageOption, Program::tr("The language of the window, for this time: en or pseudo."),
                      Program::tr("name")});
    parser.process(arguments);
}

/// Asked for before there is an application, because the platform is chosen with it.
bool isHeadless(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument.startsWith("--play-sample") || argument.startsWith("--screenshots"))
            return true;
    }
    return false;
}

/// A first start, whatever was done on this computer before.
void useFreshFolders(const QTemporaryDir &folder)
{
    const auto use = [&](const char *variable, const char *name) {
        if (!qEnvironmentVariableIsSet(variable))
            qputenv(variable, QFile::encodeName(folder.filePath(QLatin1String(name))));
    };
    use("LIKENESS_SAMPLE_DIR", "sample");
    use("LIKENESS_WORKSTATION", "workstation");
    use("LIKENESS_SETTINGS", "settings.ini");
    use("LIKENESS_AGENCY", "agency");
}

/// The parts of a running program, in the order in which they need each other.
struct Parts {
    explicit Parts(std::shared_ptr<const casework::Workstation> workstation)
        : workspace(std::move(workstation), runner), window(workspace, settings)
    {
    }
    settings::SettingsState settings;
    jobs::JobRunner runner;
    models::Workspace workspace;
    window::MainWindow window;
};

/// Plays once, taking pictures. False with a line on standard error.
bool playOnce(const std::shared_ptr<const casework::Workstation> &workstation, const QDir &folder,
              const QList<app::Screenshots::Sort> &sorts, const QString &suffix, bool withEmptyPages)
{
    Parts parts(workstation);
    app::Screenshots screenshots(parts.window, folder, sorts, suffix);
    app::SamplePlayer *current = nullptr;
    app::SamplePlayer player(parts.window, parts.workspace, [&](const QString &name) {
        screenshots.take(name, [&] { current->settle(); });
    });
    current = &player;
    parts.window.show();
    player.settle();
    if (withEmptyPages)
        player.showEmptyPages();
    const QString report = folder.absoluteFilePath(suffix + QStringLiteral("report.pdf"));
    QFile::remove(report);
    QFile::remove(folder.absoluteFilePath(suffix + QStringLiteral("report.json")));
    bool played = player.play(report);
    if (played && withEmptyPages) {
        // Beside the sample case: the workstation's folders are thrown away with it.
        app::CaseworkPlayer casework(parts.window, parts.workspace, player, [&](const QString &name) {
            screenshots.take(name, [&] { player.settle(); });
        });
        played = casework.play(qEnvironmentVariable("LIKENESS_SAMPLE_DIR") + QStringLiteral("/casework"));
        if (!played)
            QTextStream(stderr) << casework.problem() << Qt::endl;
    }
    if (played)
        QTextStream(stdout) << report << Qt::endl;
    else
        QTextStream(stderr)
            << Program::tr("The sample case could not be played to its end: %1").arg(player.problem())
            << Qt::endl;
    if (!screenshots.isAllWritten())
        QTextStream(stderr)
            << Program::tr("Not every picture could be written to %1.").arg(folder.absolutePath())
            << Qt::endl;
    return played && screenshots.isAllWritten();
}

int playSample(const std::shared_ptr<const casework::Workstation> &workstation, const QDir &folder)
{
    return playOnce(workstation, folder,
                    {{QSize(1366, 768),
                      common::colors().dark ? common::Appearance::Dark : common::Appearance::Light}},
                    {}, false)
               ? Done
               : Failed;
}

/// Takes the pictures of another run: the scale and the first start of a program are had once.
bool runAgain(const QDir &folder, const QString &run, const QStringList &arguments)
{
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(screenshotsRun), run);
    if (run == scaledRun)
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    for (const char *variable :
         {"LIKENESS_SAMPLE_DIR", "LIKENESS_WORKSTATION", "LIKENESS_SETTINGS", "LIKENESS_AGENCY"})
        environment.remove(QLatin1String(variable));
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::ForwardedChannels);
    again.start(QCoreApplication::applicationFilePath(),
                QStringList{QStringLiteral("--screenshots"), folder.absolutePath()} + arguments);
    return again.waitForFinished(-1) && again.exitStatus() == QProcess::NormalExit &&
           again.exitCode() == Done;
}

int takeScreenshots(const std::shared_ptr<const casework::Workstation> &workstation, const QDir &folder)
{
    using common::Appearance;
    constexpr QSize small(1366, 768), large(3840, 2160);
    const auto bothThemes = [](QSize size) {
        return QList<app::Screenshots::Sort>{{size, Appearance::Light}, {size, Appearance::Dark}};
    };
    const QString run = qEnvironmentVariable(screenshotsRun);
    if (run == scaledRun)
        return playOnce(workstation, folder, bothThemes(large), {}, true) ? Done : Failed;
    if (run == pseudoRun)
        return playOnce(workstation, folder, bothThemes(small), QStringLiteral("pseudo-"), true) ? Done
                                                                                                 : Failed;
    return playOnce(workstation, folder, bothThemes(small) + bothThemes(large), {}, true) &&
                   runAgain(folder, pseudoRun, {QStringLiteral("--language"), QStringLiteral("pseudo")}) &&
                   runAgain(folder, scaledRun, {})
               ? Done
               : Failed;
}

int openWindow(const std::shared_ptr<const casework::Workstation> &workstation,
               const QCommandLineParser &parser)
{
    Parts parts(workstation);
    parts.window.show();
    parts.workspace.openRecentGalleries();
    if (parser.isSet(caseOption))
        parts.workspace.openCase(QDir(parser.value(caseOption)).absolutePath());
    else if (parser.isSet(sampleOption))
        parts.workspace.openSampleCase();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // A file that grows over a limit gives an error, as a full disk does, and does not end the program.
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("Likeness"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("likeness"));
    const bool headless = isHeadless(argc, argv);
    if (headless && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    const QApplication application(argc, argv);
    const QTemporaryDir fresh;
    if (headless)
        useFreshFolders(fresh);
    common::Appearance appearance;
    QString language;
    {
        const settings::SettingsState settings;
        appearance = settings.appearance();
        language = settings.language();
    }
    app::installLanguage(language);
    QCommandLineParser parser;
    readArguments(parser, QCoreApplication::arguments());
    if (!parser.positionalArguments().isEmpty()) {
        QTextStream(stderr) << parser.helpText();
        return Usage;
    }
    if (parser.isSet(languageOption))
        app::installLanguage(parser.value(languageOption));
    common::applyAppearance(appearance);

    const auto workstation = casework::Workstation::ofThisMachine();
    if (!workstation) {
        const QString sentence = words::sentence(workstation.error());
        QTextStream(stderr) << sentence << Qt::endl;
        if (!headless)
            QMessageBox::critical(nullptr, QStringLiteral("Likeness"), sentence);
        return Failed;
    }
    if (parser.isSet(playOption))
        return playSample(*workstation, QDir(parser.value(playOption)));
    if (parser.isSet(screenshotsOption))
        return takeScreenshots(*workstation, QDir(parser.value(screenshotsOption)));
    return openWindow(*workstation, parser);
}
