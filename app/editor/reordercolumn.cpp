// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/reordercolumn.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kGripWidth = 16;
constexpr int kMark = 2;

class DropLine : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), currentTheme(this).accent.main); }
};
} // namespace

Grip::Grip(const QString &accessibleName, QWidget *parent) : QWidget(parent), m_escape([this] { finish(false); })
{
    setAccessibleName(accessibleName);
    setToolTip(plainToolTip(tr("Drag to move, or Alt+Up and Alt+Down")));
    setCursor(Qt::OpenHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
}

QSize Grip::sizeHint() const
{
    return {kGripWidth, space::control};
}

void Grip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    const QColor color = m_dragging || hasFocus() ? theme.accent.text : underMouse() ? theme.text.primary : theme.text.disabled;
    drawIcon(painter, u"drag-handle"_s, color, QPointF((width() - space::iconSmall) / 2.0, (height() - space::iconSmall) / 2.0),
             space::iconSmall);
    if (hasFocus())
        roundedBox(painter, QRectF(rect()).adjusted(0, 4, 0, -4), QColor(), theme.border.focus, space::radiusControl);
}

void Grip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_down = true;
    m_pressed = event->pos();
    setFocus(Qt::MouseFocusReason);
}

void Grip::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_down)
        return;
    if (!m_dragging && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    m_escape.begin();
    setCursor(Qt::ClosedHandCursor);
    update();
    emit dragged(event->globalPosition().toPoint());
}

void Grip::mouseReleaseEvent(QMouseEvent *)
{
    finish(true);
}

void Grip::finish(bool counts)
{
    const bool was = std::exchange(m_dragging, false);
    m_down = false;
    m_escape.end();
    setCursor(Qt::OpenHandCursor);
    update();
    if (was)
        emit dropped(counts);
}

void Grip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        emit moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void Grip::enterEvent(QEnterEvent *)
{
    update();
}

void Grip::leaveEvent(QEvent *)
{
    update();
}

ReorderColumn::ReorderColumn(int spacing, QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_mark(new DropLine(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(spacing);
    m_mark->hide();
}

void ReorderColumn::addRow(QWidget *row, Grip *grip)
{
    m_rows.append(row);
    m_layout->addWidget(row);
    connect(grip, &Grip::dragged, this, [this, row](const QPoint &global) { drag(rowOf(row), global); });
    connect(grip, &Grip::dropped, this, [this, row](bool counts) { drop(rowOf(row), counts); });
    connect(grip, &Grip::moveRequested, this, [this, row](int by) { move(rowOf(row), by); });
}

void ReorderColumn::clear()
{
    for (QWidget *row : std::exchange(m_rows, {})) {
        row->hide();
        m_layout->removeWidget(row);
        row->setParent(nullptr); // nobody finds it any more
        row->deleteLater();
    }
    m_mark->hide();
}

int ReorderColumn::rowOf(const QWidget *inside) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row] == inside || m_rows[row]->isAncestorOf(inside))
            return row;
    }
    return -1;
}

void ReorderColumn::takeKeys()
{
    // Shortcuts, because buttons eat the arrow keys.
    for (const int by : {-1, 1}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::AltModifier | (by < 0 ? Qt::Key_Up : Qt::Key_Down)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { moveFocused(by); });
    }
}

void ReorderColumn::moveFocused(int by)
{
    for (QWidget *up = QApplication::focusWidget(); up; up = up->parentWidget()) {
        auto *column = qobject_cast<ReorderColumn *>(up);
        if (!column)
            continue;
        return column->move(column->rowOf(QApplication::focusWidget()), by);
    }
}

int ReorderColumn::gapAt(int y) const
{
    int gap = 0;
    while (gap < m_rows.size() && y > m_rows[gap]->geometry().center().y())
        ++gap;
    return gap;
}

void ReorderColumn::drag(int row, const QPoint &global)
{
    const QPoint at = mapFromGlobal(global);
    m_gap = row < 0 ? row : gapAt(at.y());
    if (m_gap == row || m_gap == row + 1) // where it is already
        m_gap = -1;
    m_mark->setVisible(m_gap >= 0);
    if (m_gap >= 0) {
        const int y = m_gap < m_rows.size() ? m_rows[m_gap]->y() - (m_layout->spacing() + kMark) / 2 : m_rows.last()->geometry().bottom();
        m_mark->setGeometry(0, std::clamp(y, 0, height() - kMark), width(), kMark);
        m_mark->raise();
    }
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            return area->ensureVisible(0, area->widget()->mapFromGlobal(global).y(), 0, space::control);
    }
}

void ReorderColumn::drop(int row, bool counts)
{
    m_mark->hide();
    const int gap = std::exchange(m_gap, -1);
    if (counts && gap >= 0 && row >= 0)
        emit moved(row, gap > row ? gap - 1 : gap);
}

void ReorderColumn::move(int row, int by)
{
    if (row >= 0 && row + by >= 0 && row + by < m_rows.size())
        emit moved(row, row + by);
}
