// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/paneltype.h>
#include <panels/panelwidget.h>

class EmptyState;
class FrameTable;
class QPlainTextEdit;

// Stands in for a panel type that the program does not know, or whose queries are for sources of other kinds: says so, shows the queries as
// text, and the data as a table on request.
class PlaceholderPanel : public PanelWidget
{
    Q_OBJECT

public:
    explicit PlaceholderPanel(QWidget *parent = nullptr);

    void setTypeId(const QString &id); // of the type that is not known; empty: the type is known
    void setLibraryPanel(const QString &name); // of a library panel that the file only names
    // What its queries say, and the kinds ("loki") of sources that they are for and that there are none of; no kinds: they are asked.
    void setQueries(const QStringList &kinds, const QStringList &texts);
    void setOptions(const Json &options) override;
    void setData(const PanelData &data) override;
    void setContext(const PanelContext &context) override;
    Frames table() const override { return m_frames; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTable();
    void say();
    void placeQueries();
    void showGround();

    QString m_typeId;
    QString m_library;
    QStringList m_kinds;
    QStringList m_texts;
    Frames m_frames;
    EmptyState *m_state;
    FrameTable *m_table = nullptr; // made on request
    QPlainTextEdit *m_queries = nullptr; // made when there are some
    QWidget *m_box = nullptr; // around them
};

PanelType placeholderPanel();
