// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace likeness::models
{

/// What became of each file of an intake or an enrolment, in order; grows while the work runs.
class OutcomeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FileColumn, OutcomeColumn, ColumnCount };
    struct Row {
        QString file;
        QString outcome; ///< a phrase or a sentence for people
        QString detail;  ///< for the tooltip; may be empty
        bool isProblem = false;
    };

    explicit OutcomeModel(QObject *parent = nullptr);

    void clear();
    void append(const std::vector<Row> &rows);
    int problemCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace likeness::models
