// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/jsontextedit.h>

#include <QtGui/QPainter>
#include <QtGui/QSyntaxHighlighter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

class JsonGutter : public QWidget
{
public:
    explicit JsonGutter(JsonTextEdit *edit) : QWidget(edit), m_edit(edit) { }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_edit->paintGutter(painter, event->rect());
    }

private:
    JsonTextEdit *m_edit;
};

// JSON strings end on their line, so each line is coloured by itself; only those that are seen are, a big file opens as fast as a small
// one. What is coloured holds user data; the state would spread to the next line.
class JsonHighlighter : public QSyntaxHighlighter
{
public:
    explicit JsonHighlighter(JsonTextEdit *edit) : QSyntaxHighlighter(edit->document()), m_edit(edit) { }
    static bool isDone(const QTextBlock &block) { return block.userData(); }

    void highlightNow(const QTextBlock &block)
    {
        m_force = true;
        rehighlightBlock(block);
        m_force = false;
    }

protected:
    void highlightBlock(const QString &text) override
    {
        if (!m_force && !isDone(currentBlock()))
            return;
        setCurrentBlockUserData(new QTextBlockUserData);
        color(text);
    }

private:
    void color(const QString &text);
    void colorString(const QString &text, int from, int to);
    static int endOfString(const QString &text, int from)
    {
        int i = from + 1;
        while (i < text.size() && text[i] != u'"')
            i += text[i] == u'\\' ? 2 : 1;
        return int(std::min<qsizetype>(i + 1, text.size()));
    }

    JsonTextEdit *m_edit;
    bool m_force = false;
};

void JsonHighlighter::color(const QString &text)
{
    const auto &syntax = currentTheme(m_edit).syntax;
    constexpr int kMostChars = 20'000; // of a line; more is not read by a person
    const int size = int(std::min<qsizetype>(text.size(), kMostChars));
    for (int i = 0; i < size;) {
        const QChar c = text[i];
        const int from = i;
        if (c == u'"') {
            i = endOfString(text, i);
            colorString(text, from, i);
        } else if (c.isDigit() || c == u'-') {
            while (i < size && (text[i].isLetterOrNumber() || u"+-."_s.contains(text[i])))
                ++i;
            setFormat(from, i - from, syntax.number);
        } else if (c.isLetter()) {
            while (i < size && text[i].isLetter())
                ++i;
            setFormat(from, i - from, syntax.keyword);
        } else {
            ++i;
            if (!c.isSpace())
                setFormat(from, 1, syntax.operator_);
        }
    }
}

// A key, or a value with its variables.
void JsonHighlighter::colorString(const QString &text, int from, int to)
{
    const auto &syntax = currentTheme(m_edit).syntax;
    int next = to;
    while (next < text.size() && text[next].isSpace())
        ++next;
    const bool key = next < text.size() && text[next] == u':';
    setFormat(from, to - from, key ? syntax.label : syntax.string);
    for (int i = from; !key && i < to - 1; ++i) {
        if (text[i] != u'$')
            continue;
        int end = i + 1;
        if (text[end] == u'{')
            end = int(text.indexOf(u'}', end)) + 1;
        else
            while (end < to && (text[end].isLetterOrNumber() || text[end] == u'_'))
                ++end;
        if (end > i + 1 && end < to)
            setFormat(i, end - i, syntax.variable);
    }
}

JsonTextEdit::JsonTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new JsonGutter(this))
    , m_highlighter(new JsonHighlighter(this))
{
    setFont(themeFont(TextStyle::Code));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonTextEdit::placeGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &JsonTextEdit::showLines);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
        highlightVisible();
    });
    placeGutter();
    showLines();
}

QString JsonTextEdit::rawText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

void JsonTextEdit::setMark(int line, int column, const QString &message)
{
    if (line == m_markLine && column == m_markColumn && message == m_markText)
        return;
    m_markLine = line;
    m_markColumn = column;
    m_markText = oneLine(message);
    showLines();
    viewport()->update();
    m_gutter->update();
}

void JsonTextEdit::goToMark()
{
    const QTextBlock block = document()->findBlockByNumber(m_markLine);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(m_markColumn, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

void JsonTextEdit::showLines()
{
    const Theme &theme = currentTheme(this);
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](const QTextCursor &cursor, const QColor &ground) -> QTextEdit::ExtraSelection & {
        QTextEdit::ExtraSelection mark;
        mark.cursor = cursor;
        mark.cursor.clearSelection();
        mark.format.setBackground(ground);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
        return marks.last();
    };
    if (!isReadOnly())
        add(textCursor(), theme.bg.hover);
    if (const QTextBlock block = document()->findBlockByNumber(m_markLine); m_markLine >= 0 && block.isValid()) {
        add(QTextCursor(block), theme.bad.soft);
        QTextEdit::ExtraSelection wave;
        wave.cursor = QTextCursor(block);
        wave.cursor.setPosition(block.position() + std::clamp(m_markColumn, 0, std::max(0, block.length() - 2)));
        wave.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(theme.syntax.errorWave);
        marks.append(wave);
    }
    setExtraSelections(marks);
}

void JsonTextEdit::highlightVisible()
{
    QTextBlock block = firstVisibleBlock();
    qreal y = contentOffset().y();
    while (block.isValid() && y < viewport()->height()) {
        y += blockBoundingRect(block).height();
        if (!JsonHighlighter::isDone(block))
            m_highlighter->highlightNow(block);
        block = block.next();
    }
}

int JsonTextEdit::gutterWidth() const
{
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    return digits * fontMetrics().horizontalAdvance(u'0') + 2 * space::unit + space::half;
}

void JsonTextEdit::placeGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void JsonTextEdit::paintGutter(QPainter &painter, const QRect &rect)
{
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect, theme.bg.input);
    QTextBlock block = firstVisibleBlock();
    qreal y = contentOffset().y();
    const int current = textCursor().blockNumber();
    while (block.isValid() && y <= rect.bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const int line = block.blockNumber();
        const bool marked = line == m_markLine;
        if (marked)
            painter.fillRect(QRectF(0, y, m_gutter->width(), height), theme.bad.soft);
        const QColor color = marked ? theme.bad.text : line == current ? theme.text.primary : theme.text.disabled;
        drawLine(painter, QRectF(0, y, m_gutter->width() - space::unit - space::half, height), QString::number(line + 1), font(), color,
                 Qt::AlignRight | Qt::AlignVCenter);
        y += height;
        block = block.next();
    }
}

void JsonTextEdit::paintMessage(QPainter &painter)
{
    const QTextBlock block = document()->findBlockByNumber(m_markLine);
    if (m_markLine < 0 || m_markText.isEmpty() || !block.isValid() || !block.isVisible())
        return;
    const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
    if (!line.intersects(QRectF(viewport()->rect())))
        return;
    const qreal end = line.left() + textWidth(font(), block.text()) + document()->documentMargin() + 3 * space::unit;
    const QRectF rest(end, line.top(), viewport()->width() - end - space::unit, line.height());
    if (rest.width() > 60)
        drawLine(painter, rest, m_markText, themeFont(TextStyle::Label), currentTheme(this).bad.text);
}

void JsonTextEdit::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintMessage(painter);
}

void JsonTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    highlightVisible();
}

void JsonTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::StyleChange || !m_highlighter)
        return;
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next())
        block.setUserData(nullptr);
    highlightVisible();
    showLines();
}

void JsonTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier)
        return emit applyRequested();
    if (!enter || isReadOnly())
        return QPlainTextEdit::keyPressEvent(event);
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    QString indent;
    for (const QChar c : before) {
        if (c != u' ' && c != u'\t')
            break;
        indent += c;
    }
    const QString trimmed = before.trimmed();
    if (trimmed.endsWith(u'{') || trimmed.endsWith(u'['))
        indent += indent.startsWith(u'\t') ? u"\t"_s : u"  "_s;
    cursor.insertText(u'\n' + indent);
    setTextCursor(cursor);
    ensureCursorVisible();
}
