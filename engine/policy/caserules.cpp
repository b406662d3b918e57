// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/caserules.h"

#include "engine/policy/accountrules.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace likeness::policy
{

namespace
{

constexpr int fewestLetters = 3;

const std::array<std::pair<Rule, const char *>, 46> names{{
    {Rule::CaseNumberMissing, "case-number-missing"},
    {Rule::OffenceMissing, "offence-missing"},
    {Rule::PurposeMissing, "purpose-missing"},
    {Rule::RequesterMissing, "requester-missing"},
    {Rule::CaseNumberPlaceholder, "case-number-placeholder"},
    {Rule::OffencePlaceholder, "offence-placeholder"},
    {Rule::PurposePlaceholder, "purpose-placeholder"},
    {Rule::RequesterPlaceholder, "requester-placeholder"},
    {Rule::ReadOnly, "read-only"},
    {Rule::NoProbe, "no-probe"},
    {Rule::ProbeUnsuitable, "probe-unsuitable"},
    {Rule::NoGallery, "no-gallery"},
    {Rule::GalleryEmpty, "gallery-empty"},
    {Rule::EngineMissing, "engine-missing"},
    {Rule::LimitOutOfRange, "limit-out-of-range"},
    {Rule::ReasonMissing, "reason-missing"},
    {Rule::NoSearch, "no-search"},
    {Rule::RoleMissing, "role-missing"},
    {Rule::TrainingExpired, "training-expired"},
    {Rule::AccountDisabled, "account-disabled"},
    {Rule::LastSupervisor, "last-supervisor"},
    {Rule::OffenceNotAllowed, "offence-not-allowed"},
    {Rule::PurposeRefused, "purpose-refused"},
    {Rule::ProbeKindRefused, "probe-kind-refused"},
    {Rule::LimitOverProfile, "limit-over-profile"},
    {Rule::ProfileUnusable, "profile-unusable"},
    {Rule::OverrideNotAllowed, "override-not-allowed"},
    {Rule::AnalysisMissing, "analysis-missing"},
    {Rule::ComponentsBlank, "components-blank"},
    {Rule::NothingChanged, "nothing-changed"},
    {Rule::ListNotOpened, "list-not-opened"},
    {Rule::ConclusionMissing, "conclusion-missing"},
    {Rule::ExaminationMissing, "examination-missing"},
    {Rule::VerificationTaken, "verification-taken"},
    {Rule::LineupTooShort, "lineup-too-short"},
    {Rule::AlreadyVerified, "already-verified"},
    {Rule::OwnExamination, "own-examination"},
    {Rule::NotBlind, "not-blind"},
    {Rule::TakenByOther, "taken-by-other"},
    {Rule::NoDisagreement, "no-disagreement"},
    {Rule::TookPart, "took-part"},
    {Rule::LeadOpen, "lead-open"},
    {Rule::CandidateFolded, "candidate-folded"},
    {Rule::WeakerNotAllowed, "weaker-not-allowed"},
    {Rule::TrainingCase, "training-case"},
    {Rule::CaseworkCase, "casework-case"},
}};

/// Letters and digits only, so that "N/A", "n.a." and " na " are one word.
QString bare(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC).toCaseFolded())
        if (c.isLetterOrNumber() || c.isSurrogate())
            result += c;
    return result;
}

int letterCount(const QString &text)
{
    int letters = 0;
    for (const char32_t c : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (!QChar::isLetter(c))
            continue;
        switch (QChar::script(c)) {
        case QChar::Script_Han:
        case QChar::Script_Hangul:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            letters += 2;
            break;
        default:
            letters += 1;
        }
    }
    return letters;
}

/// Fingers run along a row, or along the alphabet.
bool isKeyboardRow(const QString &word)
{
    static const QStringList rows{"qwertyuiop", "qwertzuiop", "azertyuiop",
                                  "asdfghjkl",  "zxcvbnm",    "yxcvbnm",
                                  "1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz"};
    return word.size() >= 3 &&
           std::any_of(rows.begin(), rows.end(), [&](const QString &row) { return row.startsWith(word); });
}

void checkField(const QString &text, bool required, bool wantsLetters, Rule missing, Rule placeholder,
                std::vector<Rule> &unmet)
{
    if (text.trimmed().isEmpty()) {
        if (required)
            unmet.push_back(missing);
    } else if (isPlaceholder(text) || (wantsLetters && letterCount(text) < fewestLetters))
        unmet.push_back(placeholder);
}

/// The words of a text without case, accents and invisible characters, each with a space before and after:
/// whole words are found in it by their own spaced form.
QString spaced(const QString &text)
{
    QString result(u' ');
    for (const char32_t c : text.normalized(QString::NormalizationForm_KD).toCaseFolded().toStdU32String()) {
        const auto category = QChar::category(c);
        if (QChar::isLetterOrNumber(c))
            result += QString::fromUcs4(&c, 1);
        else if (!QChar::isMark(c) && category != QChar::Other_Format && !result.endsWith(u' '))
            result += u' ';
    }
    return result.endsWith(u' ') ? result : result + u' ';
}

/// The rules of the profile about what a case is for.
void checkMatter(const model::CaseDetails &details, const Profile &profile, std::vector<Rule> &unmet)
{
    const QString offence = spaced(details.offence);
    const bool filledIn = !offence.trimmed().isEmpty();
    if (filledIn && !profile.offences.isEmpty() &&
        std::none_of(profile.offences.begin(), profile.offences.end(),
                     [&](const QString &allowed) { return spaced(allowed) == offence; }))
        unmet.push_back(Rule::OffenceNotAllowed);

    const QString purpose = spaced(details.purpose);
    const auto givesAway = [&](const QString &refused) {
        const QString word = spaced(refused);
        return !word.trimmed().isEmpty() && (purpose.contains(word) || offence.contains(word));
    };
    if (std::any_of(profile.refusedPurposes.begin(), profile.refusedPurposes.end(), [&](const auto &refused) {
            return std::any_of(refused.words.begin(), refused.words.end(), givesAway);
        }))
        unmet.push_back(Rule::PurposeRefused);
}

} // namespace

QString ruleName(Rule rule)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &n) { return n.first == rule; });
    return found == names.end() ? QString() : QString::fromLatin1(found->second);
}

std::optional<Rule> ruleFromName(const QString &name)
{
    for (const auto &[rule, text] : names)
        if (name == QLatin1String(text))
            return rule;
    return std::nullopt;
}

QString ruleNames(const std::vector<Rule> &rules)
{
    QStringList list;
    for (const Rule rule : rules)
        list += ruleName(rule);
    return list.join(u',');
}

std::vector<Rule> unmetCaseRules(const model::CaseDetails &details, const Profile &profile)
{
    const auto required = [&](const char *field) {
        return profile.requiredFields.contains(QLatin1String(field));
    };
    std::vector<Rule> unmet;
    checkField(details.number, required("number"), false, Rule::CaseNumberMissing,
               Rule::CaseNumberPlaceholder, unmet);
    checkField(details.offence, true, true, Rule::OffenceMissing, Rule::OffencePlaceholder, unmet);
    checkField(details.purpose, true, true, Rule::PurposeMissing, Rule::PurposePlaceholder, unmet);
    checkField(details.requester, required("requester"), true, Rule::RequesterMissing,
               Rule::RequesterPlaceholder, unmet);
    checkMatter(details, profile, unmet);
    return unmet;
}

std::vector<Rule> unmetCaseRules(const model::CaseDetails &details)
{
    Profile anything;
    anything.requiredFields = QStringList{"number", "offence", "purpose", "requester"};
    return unmetCaseRules(details, anything);
}

std::vector<Rule> unmetSearchRules(const SearchGateInput &input)
{
    using Grade = model::FaceQuality::Grade;
    std::vector<Rule> unmet = unmetRoleRules(Deed::Search, input.actor, input.today);
    if (input.readOnly)
        unmet.push_back(Rule::ReadOnly);
    if (input.details)
        checkMatter(*input.details, input.profile, unmet);
    if (!input.engineReady)
        unmet.push_back(Rule::EngineMissing);
    const Grade lowest = std::min(input.profile.lowestGrade, Grade::Limited);
    if (!input.probeQuality)
        unmet.push_back(Rule::NoProbe);
    else if (input.probeQuality->grade > lowest && !input.probeOverridden)
        unmet.push_back(Rule::ProbeUnsuitable);
    const auto &refused = input.profile.refusedKinds;
    if (std::find(refused.begin(), refused.end(), input.probeKind) != refused.end())
        unmet.push_back(Rule::ProbeKindRefused);
    if (!input.galleryChosen)
        unmet.push_back(Rule::NoGallery);
    else if (input.galleryTemplates < 1)
        unmet.push_back(Rule::GalleryEmpty);
    if (input.limit < 1 || input.limit > model::SearchSettings::maximumLimit)
        unmet.push_back(Rule::LimitOutOfRange);
    else if (input.limit > input.profile.maximumLimit)
        unmet.push_back(Rule::LimitOverProfile);
    return unmet;
}

std::vector<Rule> unmetSetAsideRules(const QString &reason)
{
    if (isPlaceholder(reason))
        return {Rule::ReasonMissing};
    return {};
}

bool isPlaceholder(const QString &text)
{
    static const QSet<QString> words{
        "test",          "tests",        "testing",    "tester",  "tbd",        "tba",       "tbc",
        "todo",          "na",           "none",       "nil",     "null",       "unknown",   "notknown",
        "notapplicable", "notavailable", "nonegiven",  "empty",   "blank",      "nothing",   "something",
        "anything",      "whatever",     "foo",        "bar",     "baz",        "foobar",    "blah",
        "blahblah",      "dummy",        "sample",     "example", "fake",       "temp",      "tmp",
        "placeholder",   "lorem",        "loremipsum", "string",  "text",       "name",      "offence",
        "offense",       "purpose",      "requester",  "number",  "casenumber", "reason",    "tobedetermined",
        "tobeadvised",   "undefined",    "qwertz",     "yolo",    "hello",      "helloworld"};

    const QString word = bare(text);
    if (word.isEmpty() || word.count(word.front()) == word.size() || isKeyboardRow(word))
        return true;
    QString stem = word; // "test 2" says no more than "test"
    while (!stem.isEmpty() && stem.back().isDigit())
        stem.chop(1);
    return words.contains(stem) || (stem.size() < word.size() && isKeyboardRow(stem));
}

} // namespace likeness::policy
