// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablefooter.h>

#include <QtWidgets/QTableView>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

namespace {
constexpr int kLine = 24;
}

TableFooter::TableFooter(const QTableView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void TableFooter::setLines(const QList<QStringList> &lines, const QList<TableColumn> &columns, const Theme &theme)
{
    const bool grows = lines.size() != m_lines.size();
    m_lines = lines;
    m_columns = columns;
    m_theme = &theme;
    setVisible(!lines.isEmpty());
    if (grows)
        updateGeometry();
    update();
}

QSize TableFooter::sizeHint() const
{
    return QSize(100, int(m_lines.size()) * kLine + 6);
}

void TableFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    horizontalLine(painter, 0, width(), 0, m_theme->border.medium);
    const int shift = m_view->viewport()->x();
    const QFont font = themeFont(12, 600);
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        for (int i = 0; i < m_columns.size(); ++i) {
            const QString &text = m_lines[line][i];
            const QRectF cell(m_view->columnViewportPosition(i) + shift + 12, 3 + line * kLine, m_view->columnWidth(i) - 24, kLine);
            const Qt::Alignment alignment = m_columns[i].alignment | Qt::AlignVCenter;
            if (m_columns[i].numeric && DigitText(text, font).width() <= cell.width())
                drawDigits(painter, cell, text, font, m_theme->text.secondary, alignment);
            else
                drawLine(painter, cell, text, font, m_theme->text.secondary, alignment);
        }
    }
}
