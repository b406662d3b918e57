// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/examinationtext.h"

#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace likeness;
using model::Conclusion;
using State = policy::Standing::State;

namespace
{

const std::vector<Conclusion> conclusions{Conclusion::SupportSameSource, Conclusion::Inconclusive,
                                          Conclusion::SupportDifferentSource, Conclusion::NotSuitable};

/// The texts of a source file, cut where they are broken over lines.
QString textsOf(const char *file)
{
    QFile source(QStringLiteral(LIKENESS_SOURCE_DIR "/") + QLatin1String(file));
    if (!source.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression broken(QStringLiteral("\"\\s*\n\\s*\""));
    return QString::fromUtf8(source.readAll()).remove(broken);
}

} // namespace

class ExaminationTextTest : public QObject
{
    Q_OBJECT

private slots:
    void everyValueHasItsWords();
    void everyComponentSaysWhatToLookAt();
    void conclusionsHaveTheirFixedSentences();
    void theReportSaysTheSame();
    void standings();
    void differences();
    void noForbiddenWord();
};

void ExaminationTextTest::everyValueHasItsWords()
{
    QSet<QString> seen;
    int asked = 0;
    const auto ask = [&](const QString &words) {
        QVERIFY(!words.isEmpty());
        QVERIFY2(!words.endsWith('.'), qPrintable(words));
        seen.insert(words);
        ++asked;
    };
    for (const model::Role role : model::allRoles())
        ask(words::phrase(role));
    for (const model::Component component : model::allComponents())
        ask(words::phrase(component));
    for (const model::ProbeKind kind : model::allProbeKinds())
        ask(words::phrase(kind));
    for (const auto visibility :
         {model::Visibility::Visible, model::Visibility::PartlyVisible, model::Visibility::NotVisible})
        ask(words::phrase(visibility));
    for (const auto finding : {model::Finding::Similar, model::Finding::Different, model::Finding::NotUsable})
        ask(words::phrase(finding));
    for (int kind = int(model::Mark::Kind::Point); kind <= int(model::Mark::Kind::Text); ++kind)
        ask(words::phrase(model::Mark::Kind(kind)));
    for (int state = int(State::NotExamined); state <= int(State::Adjudicated); ++state)
        ask(words::phrase(State(state)));
    QCOMPARE(seen.size(), asked);
    QCOMPARE(words::phrase(model::Role::Examiner | model::Role::Detective), "detective, examiner");
}

void ExaminationTextTest::everyComponentSaysWhatToLookAt()
{
    QSet<QString> seen;
    for (const model::Component component : model::allComponents()) {
        const QString help = words::whatToLookAt(component);
        QVERIFY2(help.endsWith('.') && help.size() > 20, qPrintable(help));
        seen.insert(help);
    }
    QCOMPARE(seen.size(), int(model::allComponents().size()));
}

void ExaminationTextTest::conclusionsHaveTheirFixedSentences()
{
    QSet<QString> seen;
    for (const Conclusion conclusion : conclusions) {
        QVERIFY(words::sentence(conclusion).endsWith('.'));
        seen.insert(words::sentence(conclusion));
    }
    QCOMPARE(seen.size(), int(conclusions.size()));
    QVERIFY(words::sentence(Conclusion::SupportSameSource).contains("does not say that they do"));
}

void ExaminationTextTest::theReportSaysTheSame()
{
    const QString report = textsOf("engine/report/examinationwords.cpp");
    for (const Conclusion conclusion : conclusions)
        QVERIFY2(report.contains('"' + words::sentence(conclusion) + '"'),
                 qPrintable(words::sentence(conclusion)));
    for (const model::Component component : model::allComponents())
        QVERIFY2(report.contains('"' + words::phrase(component) + '"'), qPrintable(words::phrase(component)));
}

void ExaminationTextTest::standings()
{
    QSet<QString> seen;
    for (int state = int(State::NotExamined); state <= int(State::Adjudicated); ++state) {
        policy::Standing standing;
        standing.state = State(state);
        const bool settled = standing.state == State::Agreed || standing.state == State::Adjudicated;
        if (settled)
            standing.outcome = Conclusion::SupportSameSource;
        const QString sentence = words::sentence(standing);
        // The lead sentence stands with every outcome, and with nothing before.
        QCOMPARE(sentence.endsWith(words::leadOnly()), settled);
        QCOMPARE(sentence.contains(words::phrase(Conclusion::SupportSameSource)), settled);
        seen.insert(sentence);
    }
    QCOMPARE(seen.size(), int(State::Adjudicated) + 1);
}

void ExaminationTextTest::differences()
{
    QCOMPARE(
        words::phrase(model::AnalysisDifference{"ears", "not-visible", "partly-visible: left, 1% of %2"}),
        "Ears: partly visible: left, 1% of %2, before: not visible");
    QCOMPARE(words::phrase(model::AnalysisDifference{"kind", "photograph", "video-frame"}),
             "What the picture is: A frame of a video, before: A photograph");
    QCOMPARE(words::phrase(model::AnalysisDifference{"suitability", "suitable", "limited"}),
             "Suitability: Limited, before: Suitable");
    QCOMPARE(words::phrase(model::AnalysisDifference{"limitations", "", "Dark"}),
             "Limitations: Dark, before: nothing");
}

void ExaminationTextTest::noForbiddenWord()
{
    static const QRegularExpression text(QStringLiteral("(?:\\btr|QT_TRANSLATE_NOOP)\\([^;{}]*?\\)[;.,}]"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression forbidden(
        QStringLiteral("\\b(match(es|ed|ing)?|hits?|suspects?|similarity)\\b|% similar"),
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY(forbidden.match("Two hits.").hasMatch());
    int texts = 0;
    for (const char *file : {"widgets/words/errortext.cpp", "widgets/words/ruletext.cpp",
                             "widgets/words/nametext.cpp", "widgets/words/examinationtext.cpp"})
        for (auto found = text.globalMatch(textsOf(file)); found.hasNext(); ++texts) {
            const QString words = found.next().captured();
            QVERIFY2(!forbidden.match(words).hasMatch(), qPrintable(words));
        }
    QVERIFY2(texts > 200, qPrintable(QString::number(texts)));
}

QTEST_GUILESS_MAIN(ExaminationTextTest)
#include "tst_examinationtext.moc"
