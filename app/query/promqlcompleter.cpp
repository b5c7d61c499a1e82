// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqlcompleter.h>

#include <QtGui/QKeyEvent>
#include <app/query/completionpopup.h>
#include <app/query/promqltext.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = CompletionContext::Kind;

// Where a list helps before anything is typed.
bool opensEmpty(Kind kind)
{
    return kind == Kind::LabelName || kind == Kind::LabelValue || kind == Kind::Grouping || kind == Kind::Range || kind == Kind::Duration
        || kind == Kind::Variable;
}

} // namespace

PromqlCompleter::PromqlCompleter(PromqlText *text) : QObject(text), m_text(text) { }

void PromqlCompleter::setIndex(std::shared_ptr<MetricIndex> index)
{
    if (m_index == index)
        return;
    if (m_index) {
        disconnect(m_index.get(), nullptr, this, nullptr);
        disconnect(&m_index->peeks(), nullptr, this, nullptr);
    }
    m_index = std::move(index);
    if (m_index)
        connect(&m_index->peeks(), &MetricPeeks::arrived, this, &PromqlCompleter::peek);
    if (m_index)
        connect(m_index.get(), &MetricIndex::changed, this, [this] {
            if (m_isWaiting || isOpen())
                refresh(m_wasAsked, m_wasWalked);
        });
}

bool PromqlCompleter::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

// Enter makes a line where the list came by itself and would not plainly finish the word.
bool PromqlCompleter::takesKey(const QKeyEvent *event) const
{
    if (!m_popup || !m_popup->takesKey(event))
        return false;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const CompletionItem *item = m_popup->current();
    if (!isEnter || m_wasAsked || m_wasWalked || !item)
        return true;
    return item->text.startsWith(m_context.typed, Qt::CaseInsensitive) && item->insert != m_context.typed;
}

void PromqlCompleter::pressKey(const QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    m_wasWalked = true;
    m_popup->pressKey(event);
}

void PromqlCompleter::open()
{
    refresh(true);
}

void PromqlCompleter::follow()
{
    if (!m_isInserting)
        refresh(isOpen() && m_wasAsked);
}

void PromqlCompleter::close()
{
    m_isWaiting = false;
    m_wasAsked = false;
    if (isOpen())
        m_popup->hide();
}

std::function<MetricInfo(const QString &)> PromqlCompleter::metricInfo() const
{
    if (!m_index)
        return {};
    return [index = m_index](const QString &name) { return index->info(name); };
}

CompletionSources PromqlCompleter::sourcesFor(const CompletionContext &context) const
{
    CompletionSources sources;
    sources.variables = m_variables;
    if (!m_index)
        return sources;
    if (context.kind == Kind::Expression || context.kind == Kind::MetricName) {
        sources.metrics = m_index->metrics();
        sources.info = metricInfo();
        if (context.orLabel)
            sources.labelNames = m_index->labelNames({});
    } else if (context.kind == Kind::LabelName || context.kind == Kind::Grouping) {
        sources.labelNames = m_index->labelNames(context.selector);
    } else if (context.kind == Kind::LabelValue) {
        sources.labelValues = m_index->labelValues(context.selector, context.label);
    }
    return sources;
}

void PromqlCompleter::refresh(bool isAsked, bool keepsCurrent)
{
    m_wasAsked = isAsked;
    m_wasWalked = keepsCurrent;
    m_context = m_text->textCursor().hasSelection() ? CompletionContext()
                                                    : m_text->grammar().context(m_text->toPlainText(), m_text->textCursor().position());
    if (!m_text->hasFocus() || m_context.kind == Kind::Nothing || (!isAsked && m_context.typed.isEmpty() && !opensEmpty(m_context.kind)))
        return close();
    const QList<CompletionItem> items = complete(m_context, sourcesFor(m_context));
    m_isWaiting = m_index && m_index->isLoading();
    // A word that is typed to its end needs no list.
    const bool isWhole = items.size() == 1 && items.first().text == m_context.typed;
    if (items.isEmpty() || (isWhole && !isAsked)) {
        if (isOpen())
            m_popup->hide();
        return;
    }
    if (!m_popup) {
        m_popup = new CompletionPopup(m_text);
        connect(m_popup, &CompletionPopup::chosen, this, &PromqlCompleter::insert);
        connect(m_popup, &CompletionPopup::currentChanged, this, &PromqlCompleter::peek);
        connect(m_popup, &CompletionPopup::closed, this, &PromqlCompleter::peek);
    }
    m_popup->setItems(items, keepsCurrent);
    m_popup->showAt(anchor(m_context));
    peek();
}

void PromqlCompleter::peek()
{
    if (!m_index || !m_popup)
        return;
    const CompletionItem *item = isOpen() ? m_popup->current() : nullptr;
    const bool isMetric = item && item->kind == CompletionItem::Kind::Metric;
    m_index->peeks().want(isMetric ? item->text : QString(), isMetric ? item->detail : QString());
    if (isMetric)
        m_popup->setPeek(m_index->peeks().known(item->text));
}

// Where the typed word begins, so that the popup stands still while one types.
QRect PromqlCompleter::anchor(const CompletionContext &context) const
{
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(int(std::min<qsizetype>(context.replace.from, cursor.position())));
    QRect rect = m_text->cursorRect(cursor);
    const QRect now = m_text->cursorRect();
    if (rect.top() != now.top())
        rect = now;
    return QRect(m_text->viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

void PromqlCompleter::insert(const CompletionItem &item)
{
    const CompletionContext context = m_context;
    close();
    QTextCursor cursor = m_text->textCursor();
    m_isInserting = true;
    cursor.beginEditBlock();
    cursor.setPosition(int(context.replace.from));
    cursor.setPosition(int(context.replace.to), QTextCursor::KeepAnchor);
    cursor.insertText(item.insert);
    cursor.setPosition(cursor.position() - item.cursorBack);
    cursor.endEditBlock();
    m_text->setTextCursor(cursor);
    m_isInserting = false;
    // The next list, of values behind a label and of labels in by ().
    const bool leadsOn = item.kind == CompletionItem::Kind::Label || item.kind == CompletionItem::Kind::Keyword;
    if (leadsOn && item.cursorBack > 0)
        follow();
}
