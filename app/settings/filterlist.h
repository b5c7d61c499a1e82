// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/json.h>

class QVBoxLayout;

// The filters of an ad hoc variable: label, operator, value; add and remove.
class FilterList : public QWidget
{
    Q_OBJECT

public:
    explicit FilterList(QWidget *parent = nullptr);
    void setFilters(const Json &filters); // the array of the file

signals:
    void edited(const Json &filters, const QString &text);

private:
    void addRow(qsizetype at);
    void replace(qsizetype at, const Json &filter);
    void setValue(qsizetype at, const QString &text);
    void setOperator(qsizetype at, const QString &op);
    void rebuild();

    Json m_filters = Json::array();
    QVBoxLayout *m_rows;
};
