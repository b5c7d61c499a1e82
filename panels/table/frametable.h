// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/panelwidget.h>
#include <panels/table/tablemodel.h>

class QComboBox;
class QLabel;
class NoDataView;
class SearchField;
class TableBody;
class TableDelegate;
class TableFooter;
class TableHeader;
class TablePager;

// Frames as a table: one at a time, chosen in a picker below when there are several. Sorting by a click on the head (Shift or Ctrl adds a
// column), search, filters of columns, pages, copying the selection, links in cells.
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
    void columnResized(const QString &column, int widthPx); // by the person

private:
    void connectParts();
    void showFrame();
    void fillPicker();
    void applyTheme();
    void applySortOption();
    void fit(); // widths, heights and the page to the room that there is
    void applyWidths();
    void turnPages(int pages);
    void updateFooter();
    void sortClicked(int column);
    void openFilter(int column);
    void setFilter(const TableFilter &filter);
    void widthDragged(int column);

    TableOptions m_options;
    Frames m_frames;
    PanelContext m_context;
    TableModel *m_model;
    TableDelegate *m_delegate;
    SearchField *m_search;
    TableBody *m_view;
    TableHeader *m_header;
    QLabel *m_noMatch; // over the empty rows
    NoDataView *m_empty;
    TableFooter *m_footer;
    TablePager *m_pager;
    QComboBox *m_picker;
    QStringList m_pickerNames;
    QHash<QString, int> m_dragged; // widths by column name, until the file has them
    int m_shown = 0;
    bool m_placing = false;
    bool m_sortByHand = false;
};
