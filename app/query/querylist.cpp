// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/querylist.h>

#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/query/metricindex.h>
#include <app/query/queryrow.h>
#include <app/query/targetoptions.h>
#include <widgets/controls/button.h>
#include <widgets/controls/taborder.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

// A line of the accent, over the rows.
class DropMark : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), currentTheme(this).accent.main); }
};

} // namespace

QueryList::QueryList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new TextButton(tr("Add query"), TextButton::Kind::Ghost, u"add"_s, this))
    , m_mark(new DropMark(this))
{
    setObjectName(u"queries"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::unit);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_layout->addStretch(1);
    m_add->setObjectName(u"addQuery"_s);
    m_mark->hide();
    connect(m_add, &TextButton::clicked, this, &QueryList::addQuery);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (!now) // also told while the list itself goes
            return;
        for (QueryRow *row : std::as_const(m_rows))
            if (row->isAncestorOf(now))
                m_last = row;
    });
}

QueryRow *QueryList::makeRow()
{
    auto *row = new QueryRow(this);
    row->setContext(m_context);
    connect(row, &QueryRow::edited, this, &QueryList::edited);
    connect(row, &QueryRow::textTyped, this, &QueryList::textTyped);
    connect(row, &QueryRow::runRequested, this, [this] {
        commit();
        emit runRequested();
    });
    connect(row, &QueryRow::duplicateRequested, this, [this, row] { duplicate(row); });
    connect(row, &QueryRow::moveRequested, this, [this, row](int by) { moveRow(m_rows.indexOf(row), m_rows.indexOf(row) + by); });
    connect(row, &QueryRow::dragMoved, this, [this, row](const QPoint &global) { dragTo(row, global); });
    connect(row, &QueryRow::dragReleased, this, [this, row](bool dropped) { drop(row, dropped); });
    return row;
}

// Rows belong to names, so that a moved or duplicated query takes its row, focus and typing along; what is left over is matched by place.
void QueryList::setTargets(const QList<Json> &targets)
{
    QList<QueryRow *> before = std::exchange(m_rows, {});
    m_rows.resize(targets.size());
    const auto take = [&](qsizetype at, qsizetype from) { m_rows[at] = before.takeAt(from); };
    for (qsizetype i = 0; i < targets.size(); ++i)
        for (qsizetype k = 0; k < before.size() && !m_rows[i]; ++k)
            if (before[k]->refId() == targets[i][u"refId"].toString())
                take(i, k);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (!m_rows[i] && !before.isEmpty() && before.size() >= targets.size() - i)
            take(i, 0);
        if (!m_rows[i])
            m_rows[i] = makeRow();
    }
    qDeleteAll(before);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        QStringList others;
        for (qsizetype k = 0; k < targets.size(); ++k)
            if (k != i)
                others.append(targets[k][u"refId"].toString());
        m_rows[i]->setTarget(targets[i], i);
        m_rows[i]->setTaken(others);
        m_rows[i]->setAlone(targets.size() == 1);
        if (m_layout->indexOf(m_rows[i]) != int(i))
            m_layout->insertWidget(int(i), m_rows[i]);
        m_rows[i]->show();
    }
    chainTabs();
    setReports(m_reports);
    focusNew();
}

// The Tab key walks the rows as they lie, however they were made.
void QueryList::chainTabs()
{
    QList<QWidget *> stops;
    for (const QueryRow *row : std::as_const(m_rows))
        stops += row->tabStops();
    ::chainTabs(stops + QList<QWidget *>{m_add});
}

void QueryList::setReports(const QList<TargetReport> &reports)
{
    m_reports = reports;
    for (QueryRow *row : std::as_const(m_rows)) {
        QList<TargetReport> own;
        for (const TargetReport &report : reports)
            if (report.refId == row->refId())
                own.append(report);
        row->setReports(own);
    }
}

void QueryList::setContext(const QueryContext &context)
{
    m_context = context;
    for (QueryRow *row : std::as_const(m_rows))
        row->setContext(context);
}

void QueryList::setAddVisible(bool visible)
{
    m_add->setVisible(visible);
}

void QueryList::commit()
{
    const QList<QueryRow *> rows = m_rows; // an edit may come back as other rows
    for (QueryRow *row : rows)
        if (m_rows.contains(row))
            row->commit();
}

bool QueryList::isTyped() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const QueryRow *row) { return row->isTyped(); });
}

QList<Json> QueryList::typedTargets() const
{
    QList<Json> targets;
    for (const QueryRow *row : m_rows)
        targets.append(row->typedTarget());
    return targets;
}

void QueryList::typeTexts(const QStringList &texts)
{
    for (qsizetype i = 0; i < std::min(texts.size(), m_rows.size()); ++i)
        if (!texts[i].isEmpty())
            m_rows[i]->replaceText(texts[i]);
}

QStringList QueryList::refIds() const
{
    QStringList names;
    for (const QueryRow *row : m_rows)
        names.append(row->refId());
    return names;
}

void QueryList::addQuery()
{
    commit();
    m_focusOn = nextRefId(refIds());
    Json target = newTarget(m_focusOn);
    if (m_context.isMixed() && !m_context.panelSourceUid.isEmpty())
        target = target.with(u"datasource", Json::object({{u"uid"_s, Json(m_context.panelSourceUid)}}));
    if (m_context.newAsksBoth)
        target = target.with(u"instant", Json(true));
    emit edited(PanelEdit::addItem(u"targets"_s, m_rows.size(), target, tr("Add query %1").arg(m_focusOn)));
}

void QueryList::duplicate(QueryRow *row)
{
    commit();
    const QString name = row->refId();
    m_focusOn = nextRefId(refIds());
    emit edited(PanelEdit::addItem(u"targets"_s, m_rows.indexOf(row) + 1, row->target().with(u"refId", Json(m_focusOn)),
                                   tr("Duplicate query %1").arg(name)));
}

QueryRow *QueryList::currentRow() const
{
    return m_last && m_rows.contains(m_last) ? m_last.data() : m_rows.isEmpty() ? nullptr : m_rows.last();
}

void QueryList::insertMetric(const QString &name)
{
    QueryRow *row = currentRow();
    if (!row)
        return;
    const QString now = row->text();
    row->replaceText(now.trimmed().isEmpty() ? name : now + (now.endsWith(u' ') ? u""_s : u" "_s) + name);
    row->focusText();
}

QString QueryList::currentText() const
{
    const QueryRow *row = currentRow();
    return row ? row->text() : QString();
}

void QueryList::replaceCurrentText(const QString &text, const QString &what)
{
    QueryRow *row = currentRow();
    if (!row)
        return;
    row->commit();
    const Json members = Json::object({{queryTextKey(row->target()), Json(text)}});
    emit edited(PanelEdit::setMembers(u"targets.%1"_s.arg(m_rows.indexOf(row)), members, what));
}

void QueryList::moveRow(qsizetype from, qsizetype to)
{
    if (from < 0 || to < 0 || to >= m_rows.size() || from == to)
        return;
    commit();
    emit edited(PanelEdit::moveItem(u"targets"_s, from, to, tr("Move query %1").arg(m_rows[from]->refId())));
    show(m_rows[to]);
}

void QueryList::focusNew()
{
    const QString name = m_focusOn;
    for (QueryRow *row : std::as_const(m_rows)) {
        if (name.isEmpty() || row->refId() != name)
            continue;
        m_focusOn.clear();
        row->focusText();
        show(row);
    }
}

void QueryList::show(QueryRow *row)
{
    for (QWidget *parent = parentWidget(); parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            QMetaObject::invokeMethod(
                row, [area, row] { area->ensureWidgetVisible(row, 0, space::unit); }, Qt::QueuedConnection);
}

void QueryList::dragTo(QueryRow *row, const QPoint &global)
{
    const int y = mapFromGlobal(global).y();
    qsizetype at = 0;
    while (at < m_rows.size() && y > m_rows[at]->geometry().center().y())
        ++at;
    const qsizetype from = m_rows.indexOf(row);
    m_dropAt = at > from ? at - 1 : at;
    const int edge = at < m_rows.size() ? m_rows[at]->y() - space::half : m_rows.last()->geometry().bottom() + space::half;
    row->setDragged(true);
    m_mark->setGeometry(0, std::max(0, edge - 1), width(), 2);
    m_mark->setVisible(m_dropAt != from);
    m_mark->raise();
}

void QueryList::drop(QueryRow *row, bool dropped)
{
    row->setDragged(false);
    m_mark->hide();
    const qsizetype to = std::exchange(m_dropAt, -1);
    if (dropped)
        moveRow(m_rows.indexOf(row), to);
}
