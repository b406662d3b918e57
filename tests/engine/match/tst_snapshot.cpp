// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/snapshot.h"
#include "engine/match/templatematrix.h"
#include "tests/engine/match/randomgallery.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace likeness;

namespace {

QString hashOf(std::vector<model::EnrolledTemplate> rows, const QString &engine = "engine")
{
    return match::snapshotHash(match::TemplateMatrix(std::move(rows)), engine);
}

} // namespace

class SnapshotTest : public QObject
{
    Q_OBJECT

private slots:
    void doesNotDependOnRowOrder();
    void changesWithEveryField();
    void isTheDocumentedForm();
};

void SnapshotTest::doesNotDependOnRowOrder()
{
    auto rows = tests::randomGallery(20, 2, 1);
    const QString before = hashOf(rows);
    std::reverse(rows.begin(), rows.end());
    QCOMPARE(hashOf(rows), before);
}

void SnapshotTest::changesWithEveryField()
{
    const auto rows = tests::randomGallery(3, 2, 1);
    QSet<QString> hashes{hashOf(rows), hashOf(rows, "another engine"), hashOf({})};
    auto changed = rows;
    changed[1].portrait = model::PortraitId(changed[1].portrait.value() + "0");
    hashes.insert(hashOf(changed));
    changed = rows;
    changed[1].person = changed[2].person;
    hashes.insert(hashOf(changed));
    changed = rows;
    changed[1].portraitSha256 += "0";
    hashes.insert(hashOf(changed));
    changed = rows;
    changed[1].values[127] += 1e-6f;
    hashes.insert(hashOf(changed));
    changed = rows;
    changed.pop_back();
    hashes.insert(hashOf(changed));
    QCOMPARE(hashes.size(), 8);
}

void SnapshotTest::isTheDocumentedForm()
{
    model::EnrolledTemplate row{model::PortraitId("p"), model::PersonId("qq"), "shown, not hashed", "s", {}, {}};
    row.values[0] = 1;
    QByteArray bytes;
    bytes += QByteArray("\x01\0\0\0e\x01\0\0\0p\x02\0\0\0qq\x01\0\0\0s\0\x02\0\0", 25);
    bytes += QByteArray("\0\0\x80\x3f", 4) + QByteArray(127 * 4, 0);
    QCOMPARE(hashOf({row}, "e"),
             QString(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
}

QTEST_GUILESS_MAIN(SnapshotTest)
#include "tst_snapshot.moc"
