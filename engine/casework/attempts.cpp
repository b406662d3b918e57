// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/attempts.h"

#include "engine/base/clock.h"
#include "engine/casework/agencyfolder.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace likeness::casework::attempts
{

namespace
{

const QString format = QStringLiteral("likeness-attempts-1");
constexpr size_t mostNames = 500; // names are made up for nothing: the oldest go

struct Tried {
    QString name;
    int wrong = 0;
    QDateTime last;
};

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/attempts.json");
}

base::Result<std::vector<Tried>> readAll(const QString &folder)
{
    const QString path = pathIn(folder);
    std::vector<Tried> all;
    if (!QFileInfo::exists(path))
        return all;
    const auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    bool good = object["format"] == format && object["accounts"].isArray();
    for (const QJsonValue &item : object["accounts"].toArray()) {
        all.push_back(
            {item["name"].toString(), item["wrong"].toInt(), base::timeFromText(item["last"].toString())});
        good = good && !all.back().name.isEmpty() && all.back().wrong > 0 && all.back().last.isValid();
    }
    if (!good)
        return base::fail(base::ErrorCode::FileDamaged, path);
    return all;
}

base::Outcome writeAll(const QString &folder, const std::vector<Tried> &all)
{
    QJsonArray accounts;
    for (const Tried &tried : all)
        accounts.append(
            QJsonObject{{"name", tried.name}, {"wrong", tried.wrong}, {"last", base::timeText(tried.last)}});
    return store::replaceFile(
        pathIn(folder), QJsonDocument(QJsonObject{{"format", format}, {"accounts", accounts}}).toJson());
}

auto find(std::vector<Tried> &all, const QString &name)
{
    return std::find_if(all.begin(), all.end(), [&](const Tried &tried) { return tried.name == name; });
}

} // namespace

base::Outcome count(const QString &folder, const QString &name, const policy::Profile &profile,
                    const QDateTime &now)
{
    const LockedFolder lock(folder);
    LIKENESS_TRY(lock.outcome());
    auto all = readAll(folder);
    LIKENESS_TRY(all);
    Tried tried{name, 0, now};
    if (const auto known = find(*all, name); known != all->end()) {
        const QDateTime end = known->last.addSecs(profile.lockMinutes * 60LL);
        const bool full = known->wrong >= profile.wrongPasswords;
        if (full && now < end)
            return base::fail(base::ErrorCode::AccountLocked, name, base::timeText(end));
        tried.wrong = full ? 0 : known->wrong; // the lock is over: from the beginning
        all->erase(known);
    }
    ++tried.wrong;
    all->push_back(tried); // the newest last
    if (all->size() > mostNames)
        all->erase(all->begin());
    return writeAll(folder, *all);
}

base::Outcome forget(const QString &folder, const QString &name)
{
    const LockedFolder lock(folder);
    LIKENESS_TRY(lock.outcome());
    auto all = readAll(folder);
    LIKENESS_TRY(all);
    if (const auto known = find(*all, name); known != all->end())
        all->erase(known);
    return writeAll(folder, *all);
}

} // namespace likeness::casework::attempts
