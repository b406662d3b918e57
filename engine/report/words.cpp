// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/words.h"

#include <cmath>

namespace likeness::report
{

namespace
{

QString oneLine(QString words)
{
    return words.replace(u'\n', QStringLiteral("[U+000A]"));
}

QString percent(double relative)
{
    return QString::number(relative * 100, 'f', 1);
}

} // namespace

QString Words::operator()(const char *source, const QStringList &values) const
{
    const QString pattern = m_texts(source);
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (number >= 1 && number <= values.size()) {
            out += oneLine(values[number - 1]);
            ++i;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

QString Words::value(const QString &words) const
{
    return words.trimmed().isEmpty() ? m_texts(QT_TRANSLATE_NOOP("report", "Not recorded.")) : oneLine(words);
}

QString Words::time(const QDateTime &time) const
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd, HH:mm:ss") + QStringLiteral(" UTC")
                          : value({});
}

QString Words::count(qint64 number) const
{
    QString digits = QString::number(number);
    for (qsizetype i = digits.size() - 3; i > (number < 0 ? 1 : 0); i -= 3)
        digits.insert(i, QChar(QChar::Nbsp));
    return digits;
}

QString Words::distance(double distance) const
{
    return QString::number(distance, 'f', 3);
}

QString Words::place(const model::RelativeRect &box) const
{
    return (*this)(QT_TRANSLATE_NOOP("report", "left %1 %, top %2 %, width %3 %, height %4 % of the picture"),
                   {percent(box.x), percent(box.y), percent(box.width), percent(box.height)});
}

QString Words::eyes(const model::EyePoints &eyes) const
{
    return (*this)(
        QT_TRANSLATE_NOOP("report", "left eye at %1 %, %2 %; right eye at %3 %, %4 % of the picture"),
        {percent(eyes.left.x), percent(eyes.left.y), percent(eyes.right.x), percent(eyes.right.y)});
}

QString Words::conclusion(model::Conclusion conclusion) const
{
    switch (conclusion) {
    case model::Conclusion::SupportSameSource:
        return m_texts(QT_TRANSLATE_NOOP("report", "Support for same source"));
    case model::Conclusion::Inconclusive:
        return m_texts(QT_TRANSLATE_NOOP("report", "Inconclusive"));
    case model::Conclusion::SupportDifferentSource:
        return m_texts(QT_TRANSLATE_NOOP("report", "Support for different source"));
    case model::Conclusion::NotSuitable:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Not suitable for comparison"));
}

QString Words::grade(model::FaceQuality::Grade grade) const
{
    switch (grade) {
    case model::FaceQuality::Grade::Suitable:
        return m_texts(QT_TRANSLATE_NOOP("report", "Suitable."));
    case model::FaceQuality::Grade::Limited:
        return m_texts(QT_TRANSLATE_NOOP("report", "Limited."));
    case model::FaceQuality::Grade::Unsuitable:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Unsuitable."));
}

QString Words::alignment(model::Alignment alignment) const
{
    return alignment == model::Alignment::ByHand
               ? m_texts(QT_TRANSLATE_NOOP("report", "By hand: a person placed the points on the eyes."))
               : m_texts(
                     QT_TRANSLATE_NOOP("report", "Automatic: the program placed the points on the face."));
}

QString Words::reason(const base::Error &error) const
{
    using base::ErrorCode;
    switch (error.code) {
    case ErrorCode::EvidenceChanged:
        return m_texts(QT_TRANSLATE_NOOP(
            "report", "The file changed since it was added: its SHA-256 differs. It was not opened."));
    case ErrorCode::DerivationDiffers:
        return m_texts(QT_TRANSLATE_NOOP(
            "report", "The edits no longer give the picture that is on record. It was not opened."));
    case ErrorCode::EvidenceMissing:
        return m_texts(QT_TRANSLATE_NOOP("report", "The file is no longer where the record says it is."));
    case ErrorCode::NotFound:
        return m_texts(QT_TRANSLATE_NOOP("report", "The gallery or the picture was not at hand."));
    case ErrorCode::FileUnreadable:
        return m_texts(QT_TRANSLATE_NOOP("report", "The file could not be read."));
    case ErrorCode::FileDamaged:
        return m_texts(QT_TRANSLATE_NOOP("report", "The file is damaged."));
    case ErrorCode::FormatUnsupported:
        return m_texts(QT_TRANSLATE_NOOP("report", "The file is of a kind that is not read."));
    case ErrorCode::TooLarge:
        return m_texts(QT_TRANSLATE_NOOP("report", "The file is over the size limit."));
    case ErrorCode::NotAllowed:
        return m_texts(QT_TRANSLATE_NOOP("report", "A rule does not allow this picture to be shown."));
    case ErrorCode::ModelMissing:
    case ErrorCode::ModelWrong:
    case ErrorCode::EngineFailed:
        return m_texts(QT_TRANSLATE_NOOP(
            "report", "The face engine could not make this picture again from the evidence."));
    default:
        return m_texts(QT_TRANSLATE_NOOP("report", "The picture could not be prepared."));
    }
}

} // namespace likeness::report
