// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include <map>

namespace likeness::cli
{

/// Galleries by their id, among those named and those that this workstation opened lately.
class KnownGalleries
{
public:
    KnownGalleries(Context &context, QStringList folders) : m_context(context), m_folders(std::move(folders))
    {
        if (const auto desk = context.workstation())
            if (const auto recent = (*desk)->record().recent(store::WorkstationStore::Kind::Gallery))
                for (const auto &gallery : *recent)
                    m_folders += gallery.folder;
        m_folders.removeDuplicates();
    }

    std::shared_ptr<casework::GallerySession> find(const model::GalleryId &id)
    {
        if (const auto known = m_open.find(id); known != m_open.end())
            return known->second;
        while (!m_folders.isEmpty()) {
            const auto gallery = m_context.openGallery(m_folders.takeFirst(), store::AccessWanted::Read);
            if (!gallery)
                continue; // its portraits are then listed as missing
            m_open.emplace((*gallery)->gallery().id, *gallery);
            if ((*gallery)->gallery().id == id)
                return *gallery;
        }
        return nullptr;
    }

private:
    Context &m_context;
    QStringList m_folders;
    std::map<model::GalleryId, std::shared_ptr<casework::GallerySession>> m_open;
};

} // namespace likeness::cli
