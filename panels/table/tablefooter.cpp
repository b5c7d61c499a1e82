// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablefooter.h>

#include <QtWidgets/QTableView>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

TableFooter::TableFooter(const QTableView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void TableFooter::setTexts(const QStringList &texts, const QList<TableColumn> &columns, const Theme &theme)
{
    m_texts = texts;
    m_columns = columns;
    m_theme = &theme;
    setVisible(!texts.isEmpty());
    update();
}

QSize TableFooter::sizeHint() const
{
    return QSize(100, 30);
}

void TableFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    horizontalLine(painter, 0, width(), 0, m_theme->border.medium);
    const int shift = m_view->viewport()->x();
    for (int i = 0; i < m_texts.size(); ++i) {
        const QRectF cell(m_view->columnViewportPosition(i) + shift + 12, 1, m_view->columnWidth(i) - 24, height() - 1);
        const QFont font = themeFont(12, 600);
        if (m_columns[i].numeric && DigitText(m_texts[i], font).width() <= cell.width())
            drawDigits(painter, cell, m_texts[i], font, m_theme->text.secondary, m_columns[i].alignment | Qt::AlignVCenter);
        else
            drawLine(painter, cell, m_texts[i], font, m_theme->text.secondary, m_columns[i].alignment | Qt::AlignVCenter);
    }
}
