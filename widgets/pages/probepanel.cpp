// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/probepanel.h"

#include "engine/imaging/imaging.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/words/edittext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/qualitytext.h"

#include <QLabel>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

ProbePanel::ProbePanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace)
{
    m_crop = new PictureLabel({224, 224}, this);
    m_crop->setAccessibleName(tr("The probe in the evidence"));
    m_chip = new PictureLabel({72, 72}, this);
    m_chip->setToolTip(tr("The aligned face as the engine reads it."));
    m_facts = new FactList(this);
    m_reasons = caution({}, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx + gridPx / 2);
    layout->addWidget(heading(tr("Probe"), this));
    layout->addWidget(m_crop);
    layout->addWidget(m_chip);
    layout->addWidget(m_facts);
    layout->addWidget(m_reasons);
    layout->addStretch(1);
    setFixedWidth(224);

    connect(&workspace, &models::Workspace::selectionChanged, this, &ProbePanel::update);
    connect(&workspace, &models::Workspace::contentsChanged, this, &ProbePanel::update);
    connect(&workspace.thumbnails(), &models::ThumbnailCache::loaded, this, [this](const QString &key) {
        if (key.startsWith(QStringLiteral("probe/")))
            update();
    });
    update();
}

void ProbePanel::update()
{
    const auto *probe = m_workspace.chosenProbe();
    m_chip->setVisible(probe);
    m_reasons->setVisible(probe && !probe->quality.reasons.isEmpty());
    if (!probe) {
        m_crop->setImage({});
        m_facts->setFacts({});
        return;
    }
    m_crop->setImage(crop(*probe));
    m_chip->setImage(chip(*probe));
    const auto *evidence = m_workspace.evidence(probe->evidence);
    const auto *made = probe->derivation ? m_workspace.derivation(*probe->derivation) : nullptr;
    m_facts->setFacts(
        {{tr("From"), evidence ? evidence->fileName : QString()},
         {tr("Frame"), probe->frame ? QString::number(*probe->frame) : QString()},
         {tr("Edited"), made ? words::phrase(made->edits) : QString()},
         {tr("Eye to eye"), tr("%1 px").arg(qRound(probe->quality.eyeDistancePx))},
         {tr("Quality"), words::phrase(probe->quality.grade)},
         {tr("Eyes"),
          probe->alignment == model::Alignment::ByHand ? tr("placed by hand") : tr("found by the engine")}});
    QStringList reasons;
    for (const auto &reason : probe->quality.reasons)
        reasons << words::qualityReason(reason) + QLatin1Char('.');
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    // A dozen lines: the panel has no room for them beside the pictures.
    QStringList measures = words::qualityLines(probe->quality);
    if (!measures.isEmpty())
        measures << QString() << words::qualityNote();
    m_facts->setToolTip(measures.join(QLatin1Char('\n')));
    m_reasons->setToolTip(m_facts->toolTip());
}

QImage ProbePanel::crop(const model::Probe &probe) const
{
    return m_workspace.thumbnails().image(
        QStringLiteral("probe/crop/") + probe.id.value(),
        [file = m_workspace.file(), probe](base::Progress &progress) -> base::Result<base::Picture> {
            const auto picture = file->openPicture(probe.source(), progress);
            if (!picture)
                return tl::unexpected(picture.error());
            return imaging::crop(*picture, imaging::grown(probe.box, 0.35));
        });
}

QImage ProbePanel::chip(const model::Probe &probe) const
{
    return m_workspace.thumbnails().image(
        QStringLiteral("probe/chip/") + probe.id.value(),
        [file = m_workspace.file(), probe](base::Progress &progress) -> base::Result<base::Picture> {
            const auto picture = file->openPicture(probe.source(), progress);
            if (!picture)
                return tl::unexpected(picture.error());
            auto chip = file->chipOf(probe, *picture);
            if (!chip)
                return tl::unexpected(chip.error());
            return chip->picture;
        });
}

} // namespace likeness::pages
