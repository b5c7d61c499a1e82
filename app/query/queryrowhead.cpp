// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/queryrowhead.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kSwatch = 10; // px
constexpr int kSwatchSpace = 16;
constexpr int kEditWidth = 96;
} // namespace

DragHandle::DragHandle(QWidget *parent) : QWidget(parent), m_escape([this] { finish(false); })
{
    setObjectName(u"drag"_s);
    setAccessibleName(tr("Drag to reorder"));
    setToolTip(tr("Drag to reorder (Alt+Up, Alt+Down)"));
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DragHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawIcon(painter, u"drag-handle"_s, currentTheme(this).text.secondary, QPointF((width() - 14) / 2.0, (height() - 14) / 2.0), 14);
}

void DragHandle::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton;
    m_from = event->globalPosition().toPoint();
}

void DragHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const QPoint at = event->globalPosition().toPoint();
    if (!m_dragging && (at - m_from).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!std::exchange(m_dragging, true)) {
        setCursor(Qt::ClosedHandCursor);
        m_escape.begin();
    }
    emit moved(at);
}

void DragHandle::mouseReleaseEvent(QMouseEvent *)
{
    finish(true);
}

void DragHandle::finish(bool dropped)
{
    m_pressed = false;
    if (!std::exchange(m_dragging, false))
        return;
    m_escape.end();
    setCursor(Qt::OpenHandCursor);
    emit released(dropped);
}

RefIdField::RefIdField(QWidget *parent)
    : QWidget(parent)
    , m_button(new TextButton({}, TextButton::Kind::Ghost, {}, this))
    , m_edit(new LineEdit(this, ControlSize::Small))
{
    m_button->setObjectName(u"refId"_s);
    m_button->setControlSize(ControlSize::Small);
    m_button->setMaximumTextWidth(140);
    m_edit->setObjectName(u"refIdEdit"_s);
    m_edit->setAccessibleName(tr("Name of the query"));
    m_edit->hide();
    m_edit->installEventFilter(this);
    m_button->installEventFilter(this);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_button, &TextButton::clicked, this, &RefIdField::rename);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_edit->setInvalid(!problemOf(text).isEmpty());
        m_edit->setToolTip(plainToolTip(problemOf(text)));
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { finish(true); });
}

void RefIdField::setName(const QString &refId, const QColor &color)
{
    m_refId = refId;
    m_color = color;
    m_button->setText(oneLine(refId, 60));
    m_button->setAccessibleName(tr("Query %1, rename").arg(refId));
    m_button->setToolTip(plainToolTip(tr("Rename %1 (F2)").arg(oneLine(refId, 60))));
    updateGeometry();
    update();
}

void RefIdField::setTaken(const QStringList &refIds)
{
    m_taken = refIds;
}

QString RefIdField::problemOf(const QString &name) const
{
    if (name.trimmed().isEmpty())
        return tr("A query needs a name");
    return m_taken.contains(name.trimmed()) ? tr("Another query is called %1").arg(oneLine(name.trimmed(), 60)) : QString();
}

void RefIdField::rename()
{
    m_edit->setText(m_refId);
    m_edit->selectAll();
    m_button->hide();
    m_edit->show();
    m_edit->setFocus();
    updateGeometry();
}

void RefIdField::finish(bool take)
{
    if (m_edit->isHidden())
        return;
    const QString name = m_edit->text().trimmed();
    const bool hadFocus = m_edit->hasFocus();
    m_edit->hide();
    m_button->show();
    if (hadFocus)
        m_button->setFocus();
    updateGeometry();
    if (take && name != m_refId && problemOf(name).isEmpty())
        emit renamed(name);
}

bool RefIdField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool press = event->type() == QEvent::KeyPress;
    if (watched == m_edit && key == Qt::Key_Escape) {
        if (press)
            finish(false);
        event->accept();
        return true;
    }
    if (watched == m_button && key == Qt::Key_F2 && press) {
        rename();
        return true;
    }
    return false;
}

QSize RefIdField::sizeHint() const
{
    const int text = m_edit->isHidden() ? m_button->sizeHint().width() - space::half : kEditWidth;
    return QSize(kSwatchSpace + text, space::controlSmall);
}

void RefIdField::resizeEvent(QResizeEvent *)
{
    m_button->setGeometry(kSwatchSpace - space::half, 0, width() - kSwatchSpace + space::half, height());
    m_edit->setGeometry(kSwatchSpace, 0, width() - kSwatchSpace, height());
}

void RefIdField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    roundedBox(painter, QRectF(1, (height() - kSwatch) / 2.0, kSwatch, kSwatch), m_color, {}, 2);
}
