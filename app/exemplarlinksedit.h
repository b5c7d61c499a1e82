// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <datasource/prometheus/prometheussource.h>

class IconButton;
class LineEdit;
class PlainLabel;
class QVBoxLayout;

// Where labels of exemplars lead: a row each with the label's name and the address, and a button that adds one.
class ExemplarLinksEdit : public QWidget
{
    Q_OBJECT

public:
    explicit ExemplarLinksEdit(QWidget *parent = nullptr);
    void setLinks(const QList<ExemplarLink> &links);
    QList<ExemplarLink> links() const; // rows that are empty left out
    bool validate(); // marks addresses that lead nowhere; true: all are fine

signals:
    void edited();

private:
    struct Row {
        QWidget *box;
        LineEdit *label;
        LineEdit *url;
        QString title; // of the file, kept
    };
    void addRow(const ExemplarLink &link);
    void removeRow(QWidget *box);

    QList<Row> m_rows;
    QVBoxLayout *m_list;
    PlainLabel *m_note;
};
