// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/qualitytext.h"
#include "widgets/words/ruletext.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace likeness;
using base::ErrorCode;
using policy::Rule;

namespace
{

QString sourceText(const char *file)
{
    QFile source(QStringLiteral(LIKENESS_SOURCE_DIR "/") + QLatin1String(file));
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorHasItsSentence();
    void refusalsNameTheirRules();
    void everyRuleHasItsSentence();
    void everyVerbHasWords();
    void qualityLines();
    void fixedSentences();
};

void WordsTest::everyErrorHasItsSentence()
{
    QSet<QString> seen;
    for (int code = int(ErrorCode::InvalidArgument); code <= int(ErrorCode::WriteFailed); ++code) {
        const QString sentence = words::sentence({ErrorCode(code), "the %1 thing", "low-level detail"});
        QVERIFY(sentence.contains("the %1 thing"));
        QVERIFY(sentence.endsWith('.'));
        QVERIFY2(sentence.count(". ") >= 1, qPrintable(sentence)); // what happened, and what is kept or to do
        QVERIFY(!sentence.contains("low-level"));
        seen.insert(sentence);
    }
    QCOMPARE(seen.size(), int(ErrorCode::WriteFailed) + 1);
}

void WordsTest::refusalsNameTheirRules()
{
    const QString both = words::sentence({ErrorCode::NotAllowed, "folder", "offence-missing,no-gallery"});
    QVERIFY(both.contains(words::sentence(Rule::OffenceMissing)));
    QVERIFY(both.contains(words::sentence(Rule::NoGallery)));
    QVERIFY(words::sentence({ErrorCode::NotAllowed, "folder", "no-such-rule"}).contains("folder"));
}

void WordsTest::everyRuleHasItsSentence()
{
    QSet<QString> seen;
    for (int rule = int(Rule::CaseNumberMissing); rule <= int(Rule::CaseworkCase); ++rule) {
        const QString sentence = words::sentence(Rule(rule));
        QVERIFY(sentence.endsWith('.'));
        seen.insert(sentence);
    }
    QCOMPARE(seen.size(), int(Rule::CaseworkCase) + 1);
}

void WordsTest::everyVerbHasWords()
{
    static const QRegularExpression verb(QStringLiteral("QStringLiteral\\(\"([a-z-]+)\"\\)"));
    const QString verbs =
        sourceText("engine/audit/verbs.h").section("namespace likeness::audit::details", 0, 0);
    auto found = verb.globalMatch(verbs);
    int count = 0;
    for (; found.hasNext(); ++count) {
        const QString name = found.next().captured(1);
        QVERIFY2(words::actDone(name) != name, qPrintable(name));
    }
    QVERIFY(count > 25);
    QCOMPARE(words::actDone("something-new"), "something-new");
    for (const QString &kind : QStringList{"intake", "enrolment", "search"})
        QVERIFY(words::operationKind(kind) != kind);
    // Of all that engine/face/quality.cpp can name; the roll alone holds nothing back.
    for (const QString &reason :
         QStringList{"eye-distance", "yaw", "pitch", "focus", "under-exposure", "over-exposure", "contrast",
                     "eyes-visible", "mouth-visible", "compression", "plausibility"}) {
        QVERIFY(words::qualityReason(reason) != reason);
        QVERIFY(words::qualityComponent(reason) != reason);
    }
    QVERIFY(words::qualityComponent("roll") != "roll");
    QCOMPARE(words::qualityReason("something-new"), "something-new");
}

void WordsTest::qualityLines()
{
    using Grade = model::FaceQuality::Grade;
    model::FaceQuality quality;
    QVERIFY(words::qualityLines(quality).isEmpty());
    quality.components = {{"eye-distance", 41.4, Grade::Limited},    {"yaw", -31.6, Grade::Unsuitable},
                          {"pitch", 0.2, Grade::Suitable},           {"over-exposure", 0.034, Grade::Suitable},
                          {"compression", 1.026, Grade::Suitable}};
    QCOMPARE(words::qualityLines(quality),
             QStringList({"Inter-eye distance: 41 px, limited", "Head pose, yaw: 32° to the left, unsuitable",
                          "Head pose, pitch: 0°, suitable", "Over-exposure, share in white: 3.4%, suitable",
                          "Compression, blocks: 1.03, suitable"}));
    QVERIFY(words::qualityNote().contains("do not conform"));
}

void WordsTest::fixedSentences()
{
    QCOMPARE(words::leadOnly(),
             "INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST");
    // The report says the very same.
    QVERIFY(sourceText("engine/report/reporttexts.h").contains('"' + words::leadOnly() + '"'));
    QVERIFY(sourceText("engine/report/reporttexts.h").contains('"' + words::training() + '"'));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
