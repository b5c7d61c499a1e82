// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqltext.h>

#include <QtGui/QTextBlock>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kMaxLines = 10, kPaddingY = 6, kPaddingX = 6;
}

PromqlText::PromqlText(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setFont(themeFont(TextStyle::Code));
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setViewportMargins(kPaddingX, kPaddingY, kPaddingX, kPaddingY);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_Hover);
    connect(this, &QPlainTextEdit::textChanged, this, &PromqlText::fit);
    fit();
}

void PromqlText::setContent(const QString &text)
{
    if (text != toPlainText())
        setPlainText(text);
}

int PromqlText::lineHeight() const
{
    return qCeil(QFontMetricsF(font()).lineSpacing());
}

int PromqlText::lineCount() const
{
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines < kMaxLines; block = block.next()) {
        blockBoundingRect(block); // lays the block out
        lines += std::max(1, block.layout()->lineCount());
    }
    return std::clamp(lines, 1, kMaxLines);
}

QSize PromqlText::sizeHint() const
{
    return QSize(320, lineCount() * lineHeight() + 2 * (kPaddingY + frameWidth()));
}

QSize PromqlText::minimumSizeHint() const
{
    return QSize(120, sizeHint().height());
}

void PromqlText::fit()
{
    const int height = sizeHint().height();
    setVerticalScrollBarPolicy(lineCount() < kMaxLines ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void PromqlText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

// Ctrl+Z with nothing of its own to undo is the document's.
bool PromqlText::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        QPainter p(this);
        roundedBox(p, rect(), currentTheme(this).bg.input, {}, space::radiusControl);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !document()->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void PromqlText::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) {
        emit runRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PromqlText::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update(); // the border
}

void PromqlText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
    if (event->reason() != Qt::PopupFocusReason)
        emit left();
}
