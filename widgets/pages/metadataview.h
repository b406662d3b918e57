// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"
#include "widgets/models/metadatamodel.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QVBoxLayout;

namespace likeness::pages
{

class FactList;

/// What an evidence file says about itself: groups with plain names above, the keys and values as they were
/// found below, to be filtered and copied. Nothing of it is checked, and the view says so.
class MetadataView : public QWidget
{
    Q_OBJECT
public:
    explicit MetadataView(QWidget *parent = nullptr);

    /// Nothing: the view is empty.
    void setItem(const std::optional<model::EvidenceItem> &item);
    void focusFilter(); ///< gives the filter the keyboard

private:
    QWidget *makeReadable();
    QWidget *makeRaw();
    void showItem();
    void showGroups();
    void filter(const QString &text);
    void copy();

    struct Group {
        QLabel *heading;
        FactList *facts;
    };

    std::optional<model::EvidenceItem> m_item;
    models::MetadataModel *m_model = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
    QVBoxLayout *m_groupLayout = nullptr;
    QList<Group> m_groups;
    QLabel *m_claims = nullptr;
    QWidget *m_raw = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    QAction *m_copyAction = nullptr;
};

} // namespace likeness::pages
