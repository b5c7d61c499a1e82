// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqltext.h>

#include <QtCore/QMimeData>
#include <QtGui/QTextBlock>
#include <QtWidgets/QToolTip>
#include <app/query/bracketpairs.h>
#include <app/query/hoverhelp.h>
#include <app/query/promqlhighlighter.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

constexpr int kMaxLines = 10, kPaddingY = 6, kPaddingX = 8;

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

PromqlText::PromqlText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completer(new PromqlCompleter(this))
    , m_highlighter(new PromqlHighlighter(this, document()))
    , m_grammar(&promqlGrammar())
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
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PromqlText::mark);
    fit();
}

void PromqlText::setGrammar(const QueryGrammar &grammar)
{
    if (m_grammar == &grammar)
        return;
    m_grammar = &grammar;
    m_completer->close();
    m_highlighter->setParts(grammar.parts);
}

void PromqlText::setContent(const QString &text)
{
    if (text == toPlainText())
        return;
    m_completer->close();
    setPlainText(text);
}

void PromqlText::setProblems(const QList<promql::Problem> &problems)
{
    if (m_problems == problems)
        return;
    m_problems = problems;
    mark();
}

void PromqlText::replace(promql::Span span, const QString &text)
{
    const qsizetype last = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(int(std::clamp<qsizetype>(span.from, 0, last)));
    cursor.setPosition(int(std::clamp<qsizetype>(span.to, 0, last)), QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

// Waves under what is wrong, a ground under the bracket at the cursor and its partner.
void PromqlText::mark()
{
    const Theme &theme = currentTheme(this);
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](qsizetype from, qsizetype to, const QTextCharFormat &format) {
        QTextEdit::ExtraSelection mark{textCursor(), format};
        const qsizetype last = document()->characterCount() - 1;
        mark.cursor.setPosition(int(std::clamp<qsizetype>(from, 0, last)));
        mark.cursor.setPosition(int(std::clamp<qsizetype>(to, 0, last)), QTextCursor::KeepAnchor);
        marks.append(mark);
    };
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.setUnderlineColor(theme.syntax.errorWave);
    for (const promql::Problem &problem : std::as_const(m_problems))
        add(problem.span.isEmpty() ? problem.span.from - 1 : problem.span.from, problem.span.to, wave);
    if (hasFocus()) {
        QTextCharFormat pair;
        pair.setBackground(theme.bg.pressed);
        if (const auto brackets = bracketsAt(toPlainText(), textCursor().position())) {
            add(brackets->first, brackets->first + 1, pair);
            add(brackets->second, brackets->second + 1, pair);
        }
    }
    setExtraSelections(marks);
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

void PromqlText::setHint(const QString &text)
{
    m_hint = text;
    showHint();
}

// A hint that wraps would be cut below: the field is as high as what is typed.
void PromqlText::showHint()
{
    const int room = viewport()->width() - 2 * int(document()->documentMargin());
    setPlaceholderText(fontMetrics().elidedText(m_hint, Qt::ElideRight, room));
}

void PromqlText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    fit();
    showHint();
}

void PromqlText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_highlighter) {
        m_highlighter->rehighlight();
        mark();
    }
}

// Keys that the window has other uses for.
bool PromqlText::takesOverride(const QKeyEvent *event) const
{
    const bool runs = isEnter(event) && event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    const bool opens = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    const bool formats = event->key() == Qt::Key_F && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    return runs || opens || formats || m_completer->takesKey(event);
}

bool PromqlText::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        QPainter p(this);
        roundedBox(p, rect(), currentTheme(this).bg.input, {}, space::radiusControl);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (takesOverride(key)) {
            event->accept();
            return true;
        }
        // Ctrl+Z with nothing of its own to undo is the document's.
        if ((key->matches(QKeySequence::Undo) && !document()->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

bool PromqlText::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = toolTipAt(help->pos());
    QToolTip::showText(help->globalPos(), text.isEmpty() ? QString() : plainToolTip(text), viewport());
    return true;
}

// What is wrong there, else what the word is.
QString PromqlText::toolTipAt(const QPoint &at) const
{
    QTextCursor cursor = cursorForPosition(at);
    const QRect left = cursorRect(cursor);
    if (at.x() < left.left() && !cursor.atBlockStart()) // the nearest gap may lie behind the character
        cursor.movePosition(QTextCursor::Left);
    if (cursor.atBlockEnd() || !left.adjusted(-40, 0, 40, 0).contains(at))
        return {};
    const int position = cursor.position();
    for (const promql::Problem &problem : m_problems)
        if (position >= problem.span.from && position < problem.span.to)
            return problem.text;
    return hoverHelp(toPlainText(), position, m_completer->metricInfo());
}

// Tab belongs to the completion while it is open.
bool PromqlText::focusNextPrevChild(bool next)
{
    return m_completer->isOpen() && next ? false : QPlainTextEdit::focusNextPrevChild(next);
}

bool PromqlText::command(QKeyEvent *event)
{
    if (m_completer->takesKey(event)) {
        m_completer->pressKey(event);
        return true;
    }
    if (isEnter(event) && (m_isFinishedByEnter || event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))
        && !(event->modifiers() & Qt::AltModifier)) {
        m_completer->close();
        emit runRequested();
        return true;
    }
    if (isEnter(event) && event->modifiers() & Qt::AltModifier) {
        emit fixRequested();
        return true;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        m_completer->open();
        return true;
    }
    if (event->key() == Qt::Key_F && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        emit formatRequested();
        return true;
    }
    return false;
}

void PromqlText::keyPressEvent(QKeyEvent *event)
{
    if (command(event))
        return;
    const QString before = toPlainText();
    const int at = textCursor().position();
    const bool isPair
        = (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier && erasePair()) || typePair(event->text());
    if (!isPair)
        QPlainTextEdit::keyPressEvent(event);
    const bool isTyping = !event->text().isEmpty() && event->text()[0].isPrint() && !(event->modifiers() & Qt::ControlModifier);
    const bool isErasing = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    if (before != toPlainText() && (isTyping || (isErasing && m_completer->isOpen())))
        m_completer->follow();
    else if (before != toPlainText() || textCursor().position() != at)
        m_completer->close();
}

void PromqlText::inputMethodEvent(QInputMethodEvent *event)
{
    QPlainTextEdit::inputMethodEvent(event);
    if (!event->commitString().isEmpty())
        m_completer->follow();
}

bool PromqlText::isInString() const
{
    return isInsideString(toPlainText(), textCursor().position());
}

// An opening bracket or quote brings its partner, or wraps what is selected; a closing one that is there already is stepped over.
bool PromqlText::typePair(const QString &typed)
{
    if (typed.size() != 1)
        return false;
    const QChar c = typed[0], next = characterAt(textCursor().selectionEnd());
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() && (isClosing(c) || isQuoteMark(c)) && next == c) {
        cursor.movePosition(QTextCursor::Right);
        setTextCursor(cursor);
        return true;
    }
    const QChar partner = partnerOf(c);
    if (partner.isNull())
        return false;
    const QString selected = cursor.selectedText();
    const bool isRoom = next.isNull() || next.isSpace() || isClosing(next) || next == u',';
    if (selected.isEmpty() && (!isRoom || isInString()))
        return false;
    cursor.insertText(c + selected + partner);
    cursor.setPosition(cursor.position() - 1);
    setTextCursor(cursor);
    return true;
}

bool PromqlText::erasePair()
{
    QTextCursor cursor = textCursor();
    const int at = cursor.position();
    if (cursor.hasSelection() || at == 0 || partnerOf(characterAt(at - 1)).isNull() || partnerOf(characterAt(at - 1)) != characterAt(at))
        return false;
    cursor.setPosition(at - 1);
    cursor.setPosition(at + 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    setTextCursor(cursor);
    return true;
}

void PromqlText::insertFromMimeData(const QMimeData *source)
{
    m_completer->close();
    if (source->hasText())
        insertPlainText(source->text());
}

void PromqlText::mousePressEvent(QMouseEvent *event)
{
    m_completer->close();
    QPlainTextEdit::mousePressEvent(event);
}

void PromqlText::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    mark();
    update(); // the border
}

void PromqlText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_completer->close();
    mark();
    update();
    if (event->reason() != Qt::PopupFocusReason)
        emit left();
}
