// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <panels/panelwidget.h>
#include <panels/table/tablemodel.h>

class QComboBox;
class QTableView;
class TableDelegate;
class TableFooter;
class TableHeader;

// Frames as a table: one at a time, chosen in a picker below when there are several. Sorting by a click on the head (Shift or Ctrl adds a
// column), copying the selection, links in cells.
class FrameTable : public QWidget
{
    Q_OBJECT

public:
    explicit FrameTable(QWidget *parent = nullptr);

    void setOptions(const TableOptions &options);
    void setFrames(const Frames &frames);
    void setContext(const PanelContext &context);
    const TableModel &model() const { return *m_model; }
    int shownFrame() const { return m_shown; }

signals:
    void linkActivated(const QUrl &url);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFrame();
    void fillPicker();
    void applyTheme();
    void applySortOption();
    void applyWidths();
    void updateFooter();
    void sortClicked(int column);
    void cellClicked(const QModelIndex &index);
    void copySelection() const;

    TableOptions m_options;
    Frames m_frames;
    PanelContext m_context;
    TableModel *m_model;
    QTableView *m_view;
    TableHeader *m_header;
    TableDelegate *m_delegate;
    TableFooter *m_footer;
    QComboBox *m_picker;
    QLabel *m_empty;
    QHash<QString, int> m_dragged; // widths by column name, for as long as the panel lives
    int m_shown = 0;
    bool m_placing = false;
    bool m_sortByHand = false;
};
