// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/jsonedit.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>
#include <app/jsontextedit.h>
#include <core/jsonscan.h>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kCheckMs = 200; // after the last key

// QTextDocument ends a paragraph at these; in a JSON string they may stand, and as escapes they mean the same.
QString shown(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    for (const char16_t separator : {u'\u2028', u'\u2029', u'\ufdd0', u'\ufdd1'})
        text.replace(QChar(separator), u"\\u%1"_s.arg(int(separator), 4, 16, QChar(u'0')));
    return text;
}

qsizetype byteOf(const QByteArray &text, const QString &where)
{
    if (where.isEmpty() || where.startsWith(u'/')) {
        const Result<JsonIndex> index = JsonIndex::scan(text);
        const int node = index ? index->find(text, where) : -1;
        if (node < 0)
            return -1;
        const JsonIndex::Node &found = index->nodes()[size_t(node)];
        return found.key.size() > 0 ? found.key.begin : found.value.begin;
    }
    bool ok = false;
    const qsizetype byte = where.section(u"byte "_s, 1).toLongLong(&ok);
    return ok ? std::min(byte, text.size()) : -1;
}

} // namespace

JsonEdit::JsonEdit(QWidget *parent) : QWidget(parent), m_edit(new JsonTextEdit(this))
{
    setObjectName(u"jsonEdit"_s);
    m_edit->setObjectName(u"jsonEdit.text"_s);
    m_edit->setAccessibleName(tr("JSON"));
    m_edit->installEventFilter(this);
    m_message = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this);
    m_message->setObjectName(u"jsonEdit.message"_s);
    m_goTo = new TextButton(tr("Show"), TextButton::Kind::Ghost, {}, this);
    m_goTo->setObjectName(u"jsonEdit.goTo"_s);
    m_goTo->setAccessibleName(tr("Show the place of the error"));
    m_revert = new TextButton(tr("Revert"), TextButton::Kind::Secondary, u"reset"_s, this);
    m_revert->setObjectName(u"jsonEdit.revert"_s);
    m_apply = new TextButton(tr("Apply"), TextButton::Kind::Primary, u"check"_s, this);
    m_apply->setObjectName(u"jsonEdit.apply"_s);
    m_apply->setToolTip(plainToolTip(tr("Apply (Ctrl+Enter)")));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::window, space::unit, space::window, space::unit);
    bar->setSpacing(space::unit);
    bar->addWidget(m_message, 1);
    bar->addWidget(m_goTo);
    bar->addWidget(m_revert);
    bar->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_edit, 1);
    layout->addLayout(bar);
    m_check.setSingleShot(true);
    m_check.setInterval(kCheckMs);
    connect(&m_check, &QTimer::timeout, this, &JsonEdit::check);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_check.start();
        showState();
    });
    connect(m_edit, &JsonTextEdit::applyRequested, this, &JsonEdit::apply);
    connect(m_goTo, &TextButton::clicked, m_edit, &JsonTextEdit::goToMark);
    connect(m_revert, &TextButton::clicked, this, &JsonEdit::revert);
    connect(m_apply, &TextButton::clicked, this, &JsonEdit::apply);
    setFocusProxy(m_edit);
    showState();
}

QByteArray JsonEdit::text() const
{
    QByteArray text = m_edit->rawText().toUtf8();
    if (m_crlf)
        text.replace("\n", "\r\n");
    return text;
}

bool JsonEdit::isChanged() const
{
    return text() != m_base;
}

void JsonEdit::setJson(const QByteArray &json)
{
    const QByteArray now = text();
    const bool takes = now == m_base || now == m_applied;
    m_applied.clear();
    const bool same = json == now;
    m_crlf = json.contains("\r\n");
    const QString text = shown(QString::fromUtf8(json));
    const QByteArray before = std::exchange(m_base, text.toUtf8());
    if (m_crlf)
        m_base.replace("\n", "\r\n");
    m_stale = !takes && (m_stale || m_base != before);
    if (takes && !same) {
        const int scroll = m_edit->verticalScrollBar()->value();
        const int position = m_edit->textCursor().position();
        m_edit->setPlainText(text);
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(std::min(position, int(text.size())));
        m_edit->setTextCursor(cursor);
        m_edit->verticalScrollBar()->setValue(scroll);
    }
    check();
}

void JsonEdit::showOther(const QByteArray &json, const QByteArray &draft)
{
    m_applied = text(); // so that it gives way
    setJson(json);
    if (draft.isNull())
        return;
    m_edit->setPlainText(shown(QString::fromUtf8(draft)));
    m_stale = isChanged();
    check();
}

void JsonEdit::finishTyping()
{
    check();
    if (m_valid && !m_stale && isChanged())
        apply();
}

void JsonEdit::revert()
{
    m_applied = text(); // so that it gives way
    setJson(m_base);
}

void JsonEdit::apply()
{
    check();
    if (!m_valid)
        return m_edit->goToMark();
    if (!isChanged())
        return;
    m_applied = text();
    emit applied(m_applied);
}

// The syntax alone; what the values mean is for the one who applies them.
void JsonEdit::check()
{
    m_check.stop();
    const QByteArray text = m_edit->rawText().toUtf8();
    const Result<JsonIndex> index = JsonIndex::scan(text);
    m_valid = index.has_value();
    if (index) {
        m_edit->setMark(-1, 0, {});
        showState();
    } else {
        showError(index.error());
    }
}

void JsonEdit::showError(const Error &error)
{
    m_applied.clear();
    const QByteArray text = m_edit->rawText().toUtf8();
    const qsizetype byte = byteOf(text, error.where);
    const QString message = error.hint.isEmpty() ? error.what : error.what + u". "_s + error.hint;
    if (byte < 0)
        return tell(message, -1, 0);
    const int line = lineOfByte(text, byte) - 1;
    const qsizetype start = byte > 0 ? text.lastIndexOf('\n', byte - 1) + 1 : 0;
    tell(message, line, int(QString::fromUtf8(text.mid(start, byte - start)).size()));
}

void JsonEdit::tell(const QString &message, int line, int column)
{
    m_edit->setMark(line, column, message);
    m_message->setTone(PlainLabel::Tone::Bad);
    m_message->setText(line < 0 ? message : tr("Line %1: %2").arg(line + 1).arg(message));
    m_goTo->setVisible(line >= 0);
    m_apply->setEnabled(isChanged() && m_valid);
    m_revert->setEnabled(isChanged());
}

void JsonEdit::showState()
{
    const bool changed = isChanged();
    m_apply->setEnabled(changed && m_valid);
    m_revert->setEnabled(changed);
    if (!m_valid)
        return;
    m_goTo->hide();
    m_message->setTone(PlainLabel::Tone::Secondary);
    m_message->setText(!changed      ? tr("%1 lines").arg(m_edit->blockCount())
                           : m_stale ? tr("Changed, not applied (Ctrl+Enter). It became another meanwhile; Revert shows how it is now")
                                     : tr("Changed, not applied (Ctrl+Enter)"));
}

// The window has its own meaning for these keys where no text is edited.
bool JsonEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & Qt::ControlModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter))
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}
