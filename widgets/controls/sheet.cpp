// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/sheet.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

constexpr int kRing = 3;
constexpr int kMargin = 24; // to the window's edges

class SheetBox : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        roundedBox(painter, rect(), theme.bg.halo, {}, space::radiusSurface + kRing);
        roundedBox(painter, rect().adjusted(kRing, kRing, -kRing, -kRing), theme.bg.raised, theme.border.medium, space::radiusSurface);
    }
    void mousePressEvent(QMouseEvent *) override { } // a click on the box is not one outside
};

} // namespace

Sheet::Sheet(QWidget *anyInWindow, const QSize &boxSize)
    : QWidget(anyInWindow->window())
    , m_boxSize(boxSize)
    , m_box(new SheetBox(this))
    , m_layout(new QVBoxLayout(m_box))
    , m_focusBefore(QApplication::focusWidget())
{
    m_layout->setContentsMargins(kRing + 1, kRing + 1, kRing + 1, kRing + 1);
    m_layout->setSpacing(0);
    setFocusPolicy(Qt::StrongFocus);
    parentWidget()->installEventFilter(this);
    hide();
}

Sheet *Sheet::topOf(const QWidget *window)
{
    Sheet *top = nullptr; // children are in the order of stacking
    for (Sheet *each : window->findChildren<Sheet *>(QString(), Qt::FindDirectChildrenOnly))
        if (each->isVisible())
            top = each;
    return top;
}

void Sheet::open()
{
    setGeometry(parentWidget()->rect());
    place();
    show();
    raise();
    if (!isAncestorOf(QApplication::focusWidget()))
        setFocus();
}

void Sheet::close()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
    emit closed();
    deleteLater();
}

void Sheet::setTop(int px)
{
    m_top = px;
    place();
}

void Sheet::setHeightFollowsContent(bool follows)
{
    m_followsContent = follows;
    place();
}

void Sheet::place()
{
    QSize size = m_boxSize;
    if (m_followsContent)
        size.setHeight(std::min(
            size.height(), m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(size.width()) : m_layout->sizeHint().height()));
    size = size.boundedTo(rect().size() - QSize(2 * kMargin, std::max(m_top, kMargin) + kMargin));
    size = size.expandedTo(m_layout->minimumSize());
    const int top = m_top >= 0 ? m_top : std::max(0, (height() - size.height()) / 2);
    m_box->setGeometry(std::max(0, (width() - size.width()) / 2), top, size.width(), size.height());
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme(this).bg.scrim);
}

void Sheet::mousePressEvent(QMouseEvent *)
{
    if (m_closesOutside)
        close();
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        place();
    }
    if (watched == parentWidget() && event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget *from = QApplication::focusWidget();
    QWidget *each = from ? from : this;
    do {
        each = next ? each->nextInFocusChain() : each->previousInFocusChain();
        if (isAncestorOf(each) && each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus)) {
            each->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (each != from && each != this);
    return true;
}
