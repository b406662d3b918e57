// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts with random roles try random acts in a random order; what the rules allow is done. Whatever they
// do, what the rules are for holds. The walk keeps its own book of who saw and signed what, and asks the
// book.
#include "examinationcase.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace examinationcase;

namespace
{

const std::vector<Conclusion> scale{Conclusion::SupportSameSource, Conclusion::Inconclusive,
                                    Conclusion::SupportDifferentSource, Conclusion::NotSuitable};
constexpr int faces = 3; // p0, p1, p2 show three; p3 shows p0's again

QString faceOf(const QString &probe)
{
    return probe == "p3" ? "p0" : probe;
}

class Walk
{
public:
    explicit Walk(quint32 seed) : m_random(seed)
    {
        m_contents.file.training = false;
        for (int i = 0; i <= faces; ++i) {
            const double x = 0.1 + 0.25 * (i % faces);
            m_contents.probes.push_back(probe(QStringLiteral("p%1").arg(i), "picture-1", {x, 0.2, 0.2, 0.2}));
        }
        const std::vector<model::Roles> usual{Role::Detective | Role::Examiner,
                                              Role::Examiner | Role::Verifier,
                                              Role::Verifier,
                                              Role::Supervisor,
                                              Role::Detective,
                                              {}};
        for (int i = 0; i < 6; ++i) {
            model::Roles roles = usual[i];
            for (const model::Role role : model::allRoles())
                if (below(5) == 0)
                    roles |= role;
            m_actors.push_back(account(QStringLiteral("account-%1").arg(i), roles));
        }
    }

    void step()
    {
        const model::Actor actor = m_actors[below(int(m_actors.size()))];
        switch (below(9)) {
        case 0:
            return search(actor);
        case 1:
            return analyse(actor);
        case 2:
            // Seldom, or nobody is left who could verify.
            return below(3) ? void() : openList(actor, anyOf(m_contents.searches));
        case 3:
        case 4:
            return sign(actor);
        case 5:
            return askForVerification(actor);
        case 6:
            return takeOrGiveBack(actor);
        case 7:
            return verify(actor);
        default:
            return adjudicate(actor);
        }
    }

    /// What must hold at any time; the first thing that does not, or nothing.
    QString broken() const
    {
        std::map<std::pair<QString, QString>, std::optional<Conclusion>> outcomes;
        for (const model::Search &search : m_contents.searches)
            for (const model::Candidate &candidate : search.candidates) {
                const auto now = policy::standing(m_contents, search.id, candidate.portrait);
                if (now.outcome && !isFounded(now))
                    return "an outcome without two accounts or a third";
                if (now.isLead() && now.outcome != Conclusion::SupportSameSource)
                    return "a lead of something else";
                const auto pair = std::pair(faceOf(search.probe.value()), candidate.portrait.value());
                if (const auto known = outcomes.find(pair);
                    known != outcomes.end() && known->second != now.outcome)
                    return "one pair of pictures with two outcomes";
                outcomes[pair] = now.outcome;
            }
        for (const model::Actor &actor : m_actors)
            if (const QString seen = seenTooMuch(actor); !seen.isEmpty())
                return seen;
        return m_broken;
    }

    std::map<QString, int> done;

private:
    int below(int count) { return int(m_random.bounded(count)); }
    template <class List>
    typename List::value_type *anyOf(List &list)
    {
        return list.empty() ? nullptr : &list[below(int(list.size()))];
    }

    /// By two signatures of different accounts that say the same, or by somebody who gave neither.
    bool isFounded(const policy::Standing &now) const
    {
        if (!now.first || !now.verification || now.first->actor == now.verification->actor)
            return false;
        if (now.adjudication)
            return now.adjudication->actor != now.first->actor &&
                   now.adjudication->actor != now.verification->actor &&
                   now.adjudication->conclusion == now.outcome;
        for (const model::LineupPortrait &shown : now.request->lineup)
            if (shown.portrait == now.request->candidate)
                return now.verification->part(shown.label)->conclusion == now.outcome &&
                       now.first->conclusion == now.outcome;
        return false;
    }

    QString seenTooMuch(const model::Actor &actor) const
    {
        const model::CaseContents visible = policy::visibleTo(m_contents, actor);
        for (const model::Search &search : visible.searches)
            if (!search.candidates.empty() && !m_opened.count({actor.name, search.id.value()}))
                return "a list that was not opened";
        for (const model::Examination &examination : visible.examinations)
            if (!m_opened.count({actor.name, examination.search.value()}))
                return "an examination of a list that was not opened";
        for (const model::VerificationRequest &request : m_contents.verificationRequests) {
            if (!policy::holds(m_contents, request, actor.name))
                continue;
            for (const model::Search &search : visible.searches)
                if (!search.candidates.empty() &&
                    faceOf(search.probe.value()) == faceOf(request.probe.value()))
                    return "a list of the face that is being verified";
            for (const auto &analysis : visible.analyses)
                if (faceOf(analysis.probe.value()) == faceOf(request.probe.value()))
                    return "the analysis of the face that is being verified";
        }
        return {};
    }

    void search(const model::Actor &actor)
    {
        if (m_contents.searches.size() > 7 ||
            !policy::unmetRoleRules(policy::Deed::Search, actor, today).empty())
            return;
        const QString probe = QStringLiteral("p%1").arg(below(faces + 1));
        const QString id = QStringLiteral("s%1").arg(m_contents.searches.size());
        // Lists of different faces share persons now and then; those of one face always.
        const int first = 1 + 4 * (faceOf(probe).mid(1).toInt() % 3);
        model::Search made = ::search(id, probe, actor.name, first, 4 + below(2));
        m_contents.searches.push_back(made);
        m_workedOn.insert({actor.name, faceOf(probe)});
        ++done["search"];
    }

    void analyse(const model::Actor &actor)
    {
        model::Analysis made = analysis(anyOf(m_contents.probes)->id.value(), actor.name);
        if (below(2))
            made.limitations = "Dark";
        if (below(2))
            made.reason = "Looked again";
        const auto unmet =
            policy::unmetAnalysisRules(made, policy::analysisOf(m_contents, made.probe), policy::Profile());
        if (!unmet.empty() || !policy::unmetRoleRules(policy::Deed::Analyse, actor, today).empty())
            return;
        m_contents.analyses.push_back(made);
        m_workedOn.insert({actor.name, faceOf(made.probe.value())});
        ++done["analysis"];
    }

    void openList(const model::Actor &actor, const model::Search *search)
    {
        if (!search || !policy::unmetListRules(m_contents, *search, actor, today).empty())
            return;
        if (!policy::analysisOf(m_contents, search->probe))
            m_broken = "a list opened before the analysis";
        m_contents.listViews.push_back({search->id, actor.name, at(4)});
        m_opened.insert({actor.name, search->id.value()});
        ++done["list"];
    }

    void sign(const model::Actor &actor)
    {
        const model::Search *search = anyOf(m_contents.searches);
        if (!search)
            return;
        // Conclusions are mostly about the first few, and often the same, so that people meet.
        const int candidate = below(2);
        const model::PortraitId portrait = search->candidates[candidate].portrait;
        const Conclusion conclusion = scale[below(3) ? 0 : below(4)];
        if (!policy::unmetSigningRules(m_contents, *search, portrait, filledIn(conclusion), actor, today)
                 .empty())
            return;
        if (!m_opened.count({actor.name, search->id.value()}))
            m_broken = "examined without the list";
        model::Examination made =
            examination(search->id.value(), portrait.value().section('-', 1).toInt(), actor.name, conclusion);
        made.id = model::ExaminationId::create();
        m_contents.examinations.push_back(made);
        m_workedOn.insert({actor.name, faceOf(search->probe.value())});
        ++done["examination"];
    }

    void askForVerification(const model::Actor &actor)
    {
        const model::Examination *first = anyOf(m_contents.examinations);
        if (!first)
            return;
        const model::Search &search = *policy::searchOf(m_contents, first->search);
        if (!policy::unmetVerificationRequestRules(m_contents, search, first->portrait, actor, today).empty())
            return;
        model::VerificationRequest made;
        made.id = model::VerificationId::create();
        made.examination = first->id;
        made.search = search.id;
        made.probe = search.probe;
        made.candidate = first->portrait;
        made.actor = actor.name;
        for (int i = 0; i < 4; ++i)
            made.lineup.push_back({QString(QChar('A' + i)), search.candidates[i].portrait,
                                   search.candidates[i].portraitSha256});
        const auto pair = std::pair(faceOf(search.probe.value()), made.candidate.value());
        if (!m_asked.insert(pair).second)
            m_broken = "one pair of pictures verified twice";
        m_contents.verificationRequests.push_back(made);
        m_workedOn.insert({actor.name, faceOf(search.probe.value())});
        ++done["request"];
    }

    void takeOrGiveBack(const model::Actor &actor)
    {
        const model::VerificationRequest *request = anyOf(m_contents.verificationRequests);
        if (!request)
            return;
        if (policy::holds(m_contents, *request, actor.name)) {
            if (below(3) == 0)
                m_contents.verificationsTaken.push_back({request->id, actor.name, at(7), true});
            return;
        }
        if (!policy::unmetVerifyRules(m_contents, *request, actor, today).empty())
            return;
        m_contents.verificationsTaken.push_back({request->id, actor.name, at(7), false});
        ++done["taken"];
    }

    void verify(const model::Actor &actor)
    {
        const model::VerificationRequest *request = policy::heldBy(m_contents, actor);
        if (!request)
            return;
        const model::VerificationResult made = result(*request, actor.name, scale[below(3) ? 0 : below(4)]);
        if (!policy::unmetVerifyRules(m_contents, *request, actor, today).empty() ||
            !policy::unmetVerificationSigningRules(*request, made).empty())
            return;
        const QString face = faceOf(request->probe.value());
        if (m_workedOn.count({actor.name, face}))
            m_broken = "verified by somebody who worked on the face";
        for (const model::Search &search : m_contents.searches)
            if (faceOf(search.probe.value()) == face && m_opened.count({actor.name, search.id.value()}))
                m_broken = "verified by somebody who opened a list of the face";
        m_contents.verificationResults.push_back(made);
        ++done["verification"];
    }

    void adjudicate(const model::Actor &actor)
    {
        for (const policy::Dispute &dispute : policy::disputes(m_contents, actor, today)) {
            const auto &all = m_contents.verificationRequests;
            const auto &request = *std::find_if(all.begin(), all.end(),
                                                [&](const auto &each) { return each.id == dispute.id; });
            const auto unmet = [&] {
                return policy::unmetAdjudicationRules(m_contents, request, "The ears decide it", actor,
                                                      today);
            };
            if (!m_opened.count({actor.name, request.search.value()}) && unmet().empty())
                m_broken = "settled unseen";
            openList(actor, policy::searchOf(m_contents, dispute.search));
            if (!unmet().empty())
                continue; // its list is closed: not analysed, or the face is being verified
            m_contents.adjudications.push_back(adjudication(request, actor.name, scale[below(4)]));
            ++done["adjudication"];
        }
    }

    QRandomGenerator m_random;
    model::CaseContents m_contents;
    std::vector<model::Actor> m_actors;
    // The walk's own book.
    std::set<std::pair<QString, QString>> m_opened;   ///< account, search
    std::set<std::pair<QString, QString>> m_workedOn; ///< account, face
    std::set<std::pair<QString, QString>> m_asked;    ///< face, portrait
    QString m_broken;
};

} // namespace

class ExaminationWalkTest : public QObject
{
    Q_OBJECT

private slots:
    void whateverTheyTry();
};

void ExaminationWalkTest::whateverTheyTry()
{
    std::map<QString, int> done;
    for (quint32 seed = 1; seed <= 50; ++seed) {
        Walk walk(seed);
        for (int step = 0; step < 500; ++step) {
            walk.step();
            const QString broken = walk.broken();
            QVERIFY2(broken.isEmpty(),
                     qPrintable(QStringLiteral("case %1, step %2: %3").arg(seed).arg(step).arg(broken)));
        }
        for (const auto &[what, count] : walk.done)
            done[what] += count;
    }
    QStringList counts;
    for (const auto &[what, count] : done)
        counts += QStringLiteral("%1 %2").arg(count).arg(what);
    qInfo().noquote() << counts.join(", ");
    // The walk got everywhere.
    for (const auto &[what, least] : std::map<QString, int>{{"search", 300},
                                                            {"analysis", 200},
                                                            {"list", 200},
                                                            {"examination", 150},
                                                            {"request", 80},
                                                            {"taken", 40},
                                                            {"verification", 30},
                                                            {"adjudication", 10}})
        QVERIFY2(done[what] >= least, qPrintable(QStringLiteral("%1: %2").arg(what).arg(done[what])));
}

QTEST_GUILESS_MAIN(ExaminationWalkTest)
#include "tst_examinationwalk.moc"
