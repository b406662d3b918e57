// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/journeys/examinationbench.h"

#include "engine/imaging/bmp.h"
#include "engine/imaging/imaging.h"
#include "tests/engine/casework/fixture.h"
#include "tests/support/testdata.h"
#include "widgets/common/emptystate.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

namespace likeness::tests
{

using pages::Step;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

void must(bool done, const char *what)
{
    if (!done)
        qFatal("%s", what);
}

void writePicture(const QString &path, const base::Picture &picture)
{
    QFile file(path);
    must(file.open(QIODevice::WriteOnly) && file.write(imaging::toBmp(picture)) > 0, "no room for pictures");
}

/// Everybody of the sample photographs, each cut out as a picture of one person; without the photo() of A.
QStringList portraitsIn(const QString &folder)
{
    QFile file(dataDirectory() + QStringLiteral("/sample_faces.json"));
    must(file.open(QIODevice::ReadOnly), "the list of the sample's faces is not there");
    QStringList paths;
    for (const auto &each : QJsonDocument::fromJson(file.readAll())[QStringLiteral("faces")].toArray()) {
        const auto box = each[QStringLiteral("box")].toArray();
        const QString photo = each[QStringLiteral("photo")].toString();
        const QString person = each[QStringLiteral("person")].toString();
        if (person == u'A' && photo == QStringLiteral("sample1.jpg"))
            continue;
        const int w = box[2].toInt(), h = box[3].toInt();
        const QRect part(box[0].toInt() - w / 2, box[1].toInt() - h / 2, 2 * w, 2 * h);
        paths << folder + QStringLiteral("/kestrel%1_0001.bmp").arg(person.toLower());
        writePicture(paths.last(), samplePart(qPrintable(photo), part.intersected(QRect(0, 0, 1920, 1280))));
    }
    return paths;
}

} // namespace

ExaminationBench::ExaminationBench()
{
    const QString pictures = folder(QStringLiteral("pictures"));
    must(QDir().mkpath(pictures), "no room for pictures");
    writePicture(photo(), redHairInSample1());
    const auto gallery =
        casework::GallerySession::create(workspace().sharedWorkstation(), folder(QStringLiteral("gallery")),
                                         QStringLiteral("Booking photographs"));
    must(gallery.has_value(), "the gallery cannot be made");
    casework::GallerySession::EnrolmentPlan plan;
    plan.paths = portraitsIn(pictures);
    base::Progress progress;
    const auto report = (*gallery)->enrol(plan, {}, progress);
    must(report && report->count(model::EnrolOutcome::Enrolled) >= 20, "twenty persons cannot be enrolled");
    workspace().openGallery(folder(QStringLiteral("gallery")));
    must(settle() && foundAgency() && signIn(QStringLiteral("eve")), "the agency cannot be made");

    using model::Role;
    const auto add = [this](const char *name, const char *fullName, model::Roles roles, int days = 365) {
        const model::Account account{QString::fromLatin1(name),
                                     QString::fromLatin1(fullName),
                                     roles,
                                     QDate::currentDate().addDays(days),
                                     {}};
        must(workspace().workstation().addAccount(account, password).has_value(), name);
    };
    add("quillon", "Quillon Harrow", Role::Detective | Role::Examiner);
    add("marlowe", "Marlowe Penn", Role::Verifier | Role::Examiner);
    add("sedgwick", "Sedgwick Low", Role::Verifier | Role::Examiner);
    add("thornby", "Thornby Vale", Role::Supervisor);
    add("reader", "Reader Moss", Role::Auditor);
    add("oldham", "Oldham Ray", Role::Detective | Role::Examiner, -1);
    must(signOut(), "signing out");
}

QString ExaminationBench::emptyState(Step step)
{
    const auto *empty = page(step)->findChild<common::EmptyState *>();
    return empty->isVisible() ? empty->sentence() : QString();
}

QString ExaminationBench::greyMain(Step front)
{
    const auto *main = page(front)->mainButton();
    return step() == front && main->isVisible() && !main->isEnabled() ? main->accessibleDescription()
                                                                      : QString();
}

QString ExaminationBench::messageBar()
{
    QString said;
    const auto *bar = window().findChild<QWidget *>(QStringLiteral("messageBar"));
    for (const auto *label : bar->findChildren<QLabel *>())
        if (label->isVisible())
            said += label->text() + u' ';
    return said;
}

bool ExaminationBench::pressMain()
{
    const auto *main = page(step())->mainButton();
    press(Qt::Key_Return, Qt::ControlModifier);
    return QTest::qWaitFor([main] { return !main->isDown(); }); // a key presses a button visibly
}

bool ExaminationBench::fillCase(const model::CaseDetails &details)
{
    child<QLineEdit>(Step::Case, "caseNumber")->setFocus();
    const std::pair<const char *, QString> fields[] = {{"caseNumber", details.number},
                                                       {"caseOffence", details.offence},
                                                       {"casePurpose", details.purpose},
                                                       {"caseRequester", details.requester}};
    for (const auto &[name, text] : fields) {
        if (QApplication::focusWidget()->objectName() != QLatin1String(name))
            return false;
        retype(text);
        press(Qt::Key_Tab);
    }
    return true;
}

bool ExaminationBench::openCase(const QString &folder)
{
    prompts().folder = folder;
    press(Qt::Key_O, Qt::ControlModifier);
    return settle() && workspace().hasCase() && !workspace().isReadOnly();
}

bool ExaminationBench::answerAll(pages::ChoiceList *list, Qt::Key key)
{
    if (!QTest::qWaitFor([list] { return list->hasFocus(); }, patienceMs))
        return false;
    press(Qt::Key_Home);
    for (int i = 0; i < list->rows().size(); ++i)
        press(key);
    return true;
}

void press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : QApplication::activeWindow(), Qt::Key(key), modifiers);
}

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void retype(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    type(text);
}

} // namespace likeness::tests
