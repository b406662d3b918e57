// SPDX-License-Identifier: GPL-3.0-or-later
// The Verify page's ways to and from other workstations.
#include "widgets/common/prompts.h"
#include "widgets/pages/blindpanel.h"
#include "widgets/pages/verifypage.h"

namespace likeness::pages
{

namespace
{

QString packetFilter()
{
    return VerifyPage::tr("Verification packets (*.zip)");
}

} // namespace

void VerifyPage::openPacket()
{
    const QString path = common::prompts().openFile(this, tr("Choose a verification packet"), packetFilter());
    if (path.isEmpty())
        return;
    runner().run<casework::PacketTask>(
        tr("Opening the packet"), QStringLiteral("verify/packet"), this,
        [workstation = workspace().sharedWorkstation(), path](base::Progress &) {
            return casework::openVerificationPacket(*workstation, path);
        },
        [this](base::Result<casework::PacketTask> opened) {
            if (!opened) {
                emit workspace().failed(opened.error());
                return;
            }
            leaveTask();
            m_packet = std::move(*opened);
            m_packetActor = workspace().actor().name;
            m_held = m_packet->id;
            m_pictures = m_packet->pictures;
            m_state.isHolding = true;
            m_state.hasPictures = m_pictures.size() > 1;
            for (size_t i = 1; i < m_pictures.size(); ++i)
                m_state.labels << m_pictures[i].label;
            m_state.current = 0;
            workspace().setPacketOpen(true);
            showPart();
            update();
            m_blind->takeFocus();
        });
}

void VerifyPage::answerPacket()
{
    if (!m_state.maySign() || !m_packet)
        return;
    QString path = common::prompts().saveFile(
        this, tr("Choose where the answer is written"),
        workspace().documentsFolder() + QStringLiteral("/verification-answer.zip"), packetFilter());
    if (path.isEmpty())
        return;
    m_state.isSigning = true;
    update();
    runner().run<void>(
        tr("Signing the answer"), QStringLiteral("verify/packet"), this,
        [workstation = workspace().sharedWorkstation(), task = *m_packet, parts = m_state.parts, path](
            base::Progress &) { return casework::answerVerificationPacket(*workstation, task, parts, path); },
        [this](base::Outcome done) {
            m_state.isSigning = false;
            if (!workspace().check(done))
                return update();
            leaveTask();
            workspace().setPacketOpen(false);
            emit workspace().notice(tr(
                "The answer is signed and written. Give it back to the workstation that sent the packet."));
            follow();
            activated();
        });
}

void VerifyPage::importAnswer()
{
    const QString path = common::prompts().openFile(this, tr("Choose an answer"), packetFilter());
    if (path.isEmpty())
        return;
    workspace().runInCase<void>(
        tr("Taking in the answer"), QStringLiteral("verify/import"), this,
        [path](casework::CaseSession &file, base::Progress &) { return file.importVerification(path); },
        [this](base::Outcome done) {
            if (!workspace().check(done))
                return;
            emit workspace().notice(tr("The answer holds and was taken in."));
            workspace().refresh();
        });
}

void VerifyPage::sendPacket()
{
    if (chosenKind() != Waiting::Sent || chosenId().isEmpty())
        return;
    const QString path = common::prompts().saveFile(
        this, tr("Choose where the packet is written"),
        workspace().documentsFolder() + QStringLiteral("/verification-packet.zip"), packetFilter());
    if (path.isEmpty())
        return;
    workspace().runInCase<void>(
        tr("Writing the packet"), QStringLiteral("verify/send"), this,
        [id = chosenId(), path, finder = galleryFinder()](casework::CaseSession &file,
                                                          base::Progress &progress) {
            return file.exportVerification(id, path, finder, progress);
        },
        [this](base::Outcome done) {
            if (workspace().check(done))
                emit workspace().notice(tr("The packet is written. It holds no score, rank, reference or "
                                           "conclusion."));
        });
}

void VerifyPage::putBack()
{
    if (m_packet) {
        if (!common::prompts().confirm(this, tr("Put the packet away"),
                                       tr("What you filled in for this packet is not kept."), tr("Put away")))
            return;
        leaveTask();
        workspace().setPacketOpen(false);
        follow();
        return activated();
    }
    const auto file = workspace().file();
    saveDraft();
    if (!file || !workspace().check(file->giveBackVerification(m_held)))
        return;
    workspace().refresh();
    activated();
}

} // namespace likeness::pages
