// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/casefile.h"

namespace likeness::model
{

QString conclusionName(Conclusion conclusion)
{
    switch (conclusion) {
    case Conclusion::SupportSameSource: return QStringLiteral("support-same-source");
    case Conclusion::Inconclusive: return QStringLiteral("inconclusive");
    case Conclusion::SupportDifferentSource: return QStringLiteral("support-different-source");
    case Conclusion::NotSuitable: break;
    }
    return QStringLiteral("not-suitable");
}

std::optional<Conclusion> conclusionFromName(const QString &name)
{
    for (const auto conclusion : {Conclusion::SupportSameSource, Conclusion::Inconclusive,
                                  Conclusion::SupportDifferentSource, Conclusion::NotSuitable})
        if (conclusionName(conclusion) == name)
            return conclusion;
    return std::nullopt;
}

} // namespace likeness::model
