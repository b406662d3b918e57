// SPDX-License-Identifier: GPL-3.0-or-later
// The banner says what a kernel does not guard, and is silent where everything is guarded.
#include "tests/gui/models/workplace.h"
#include "widgets/window/statebanner.h"

using namespace likeness;

namespace
{

/// The real decoder on a kernel that gives less.
class LessConfined : public media::MediaDecoder
{
public:
    LessConfined(std::shared_ptr<MediaDecoder> real, media::Confinement confinement)
        : m_real(std::move(real)), m_confinement(confinement)
    {
    }
    base::Result<Kind> kind(QFile &file, const QString &subject, base::Progress &progress) const override
    {
        return m_real->kind(file, subject, progress);
    }
    base::Result<model::Still> decode(QFile &file, const QString &subject,
                                      base::Progress &progress) const override
    {
        return m_real->decode(file, subject, progress);
    }
    base::Result<qint64> pixels(QFile &file, const QString &subject, base::Progress &progress) const override
    {
        return m_real->pixels(file, subject, progress);
    }
    base::Result<std::unique_ptr<media::Video>> openVideo(QFile &file, const QString &subject,
                                                          base::Progress &progress) const override
    {
        return m_real->openVideo(file, subject, progress);
    }
    media::Confinement confinement() const override { return m_confinement; }

private:
    std::shared_ptr<MediaDecoder> m_real;
    media::Confinement m_confinement;
};

} // namespace

class TestStateBanner : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatIsMissing_data()
    {
        QTest::addColumn<media::Confinement>("confinement");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("all is there") << media::Confinement{true, true, true, true} << QStringList();
        QTest::newRow("no Landlock") << media::Confinement{true, true, false, true} << QStringList{"Landlock"};
        QTest::newRow("no seccomp") << media::Confinement{true, false, true, true} << QStringList{"seccomp"};
        QTest::newRow("nothing") << media::Confinement{}
                                 << QStringList{"privileges", "seccomp", "Landlock", "memory"};
    }
    void saysWhatIsMissing()
    {
        QFETCH(media::Confinement, confinement);
        QFETCH(QStringList, words);
        QTemporaryDir folder;
        casework::Workstation::Means means;
        means.clock = std::make_shared<base::SystemClock>();
        means.decoder =
            std::make_shared<LessConfined>(media::makeProcessDecoder().value(), confinement);
        means.actor = {"examiner", "desk", true, {}, {}, {}, {}};
        means.record =
            store::WorkstationStore::open(folder.filePath("workstation"), means.actor, *means.clock).value();
        jobs::JobRunner runner;
        models::Workspace workspace(std::make_shared<casework::Workstation>(std::move(means)), runner);
        window::StateBanner banner(workspace);
        QTRY_VERIFY_WITH_TIMEOUT(runner.isIdle(), tests::patienceMs);
        QCOMPARE(banner.sentences().isEmpty(), words.isEmpty());
        QCOMPARE(banner.isHidden(), words.isEmpty());
        for (const QString &word : words)
            QVERIFY2(banner.sentences().join(' ').contains(word), qPrintable(word));
    }

    void thisMachineGuardsWhole()
    {
        tests::Workplace place;
        window::StateBanner banner(*place.workspace);
        QVERIFY(place.settle());
        QVERIFY2(banner.sentences().isEmpty(), qPrintable(banner.sentences().join(' ')));
    }
};

QTEST_MAIN(TestStateBanner)
#include "tst_statebanner.moc"
