// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/queryrow.h>

#include <QtGui/QShortcut>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>
#include <app/query/metricindex.h>
#include <app/query/pickbutton.h>
#include <app/query/promqledit.h>
#include <app/query/queryoptions.h>
#include <app/query/queryrowhead.h>
#include <app/query/resultline.h>
#include <app/query/targetoptions.h>
#include <pipeline/color.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kPauseMs = 700; // of typing
constexpr int kMostJsonLines = 8;
const auto kPanelSource = u"panel"_s;
} // namespace

QueryRow::QueryRow(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::unit, space::half, space::unit, space::half);
    layout->setSpacing(0);
    makeHead();
    layout->addLayout(m_head);
    makeBody();
    layout->addWidget(m_bodyBox);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_context.runsWhileTyping)
            give(!m_text->problem().isEmpty());
    });
    for (const auto &[key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { emit moveRequested(by); });
    }
}

// A field that goes loses the focus; nobody is to hear of that any more.
QueryRow::~QueryRow()
{
    m_text->disconnect(this);
}

void QueryRow::makeHead()
{
    m_handle = new DragHandle(this);
    m_fold = new IconButton(u"chevron-down"_s, tr("Fold"), TextButton::Kind::Ghost, this);
    m_fold->setObjectName(u"fold"_s);
    m_fold->setControlSize(ControlSize::Small);
    m_name = new RefIdField(this);
    m_source = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this);
    m_source->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_pickSource = new PickButton(tr("Source of the query"), this);
    m_pickSource->setObjectName(u"source"_s);
    m_options = new QueryOptions(this);
    m_head = new QHBoxLayout;
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(space::half);
    m_head->addWidget(m_handle);
    m_head->addWidget(m_fold);
    m_head->addSpacing(space::half);
    m_head->addWidget(m_name);
    m_head->addWidget(m_pickSource);
    m_head->addSpacing(space::half);
    m_head->addWidget(m_source, 1);
    m_head->addWidget(m_options, 0);
    m_head->addSpacing(space::unit);
    makeTools(m_head);
    connect(m_handle, &DragHandle::moved, this, &QueryRow::dragMoved);
    connect(m_handle, &DragHandle::released, this, &QueryRow::dragReleased);
    connect(m_fold, &IconButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(m_name, &RefIdField::renamed, this, [this](const QString &refId) {
        emit edited(PanelEdit::set(path() + u".refId"_s, Json(refId), tr("Rename query %1 to %2").arg(m_refId, refId)));
    });
    connect(m_pickSource, &PickButton::chosen, this, &QueryRow::takeSource);
    connect(m_options, &QueryOptions::membersEdited, this, &QueryRow::setMembers);
}

void QueryRow::makeTools(QHBoxLayout *head)
{
    const auto add = [&](const QString &name, const QString &icon, const QString &toolTip) {
        auto *button = new IconButton(icon, toolTip, TextButton::Kind::Ghost, this);
        button->setObjectName(name);
        button->setControlSize(ControlSize::Small);
        head->addWidget(button);
        m_tools.append(button);
        return button;
    };
    m_eye = add(u"hide"_s, u"eye"_s, tr("Hide this query"));
    connect(m_eye, &IconButton::clicked, this, [this] {
        const bool hidden = m_target[u"hide"].toBool();
        setMembers(Json::object({{u"hide"_s, Json(!hidden)}}), hidden ? tr("shown") : tr("hidden"));
    });
    connect(add(u"duplicate"_s, u"duplicate"_s, tr("Duplicate this query")), &IconButton::clicked, this, &QueryRow::duplicateRequested);
    connect(add(u"remove"_s, u"delete"_s, tr("Remove this query")), &IconButton::clicked, this,
            [this] { emit edited(PanelEdit::removeItem(u"targets"_s, m_index, tr("Remove query %1").arg(m_refId))); });
}

void QueryRow::makeBody()
{
    m_bodyBox = new QWidget(this);
    m_body = new QVBoxLayout(m_bodyBox);
    m_body->setContentsMargins(0, space::half, 0, space::half);
    m_body->setSpacing(space::half);
    m_text = new PromqlEdit(m_bodyBox);
    m_text->setAccessibleName(tr("Query"));
    m_text->setPlaceholder(tr("Write PromQL: a metric, or rate(metric[$__rate_interval])"));
    m_json = new QPlainTextEdit(m_bodyBox);
    m_json->setObjectName(u"json"_s);
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setFont(themeFont(TextStyle::Code));
    m_json->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_json->hide();
    m_result = new ResultLine(m_bodyBox);
    m_body->addWidget(m_text);
    m_body->addWidget(m_json);
    m_body->addWidget(m_result);
    connect(m_text, &PromqlEdit::edited, this, &QueryRow::typed);
    connect(m_text, &PromqlEdit::editingFinished, this, [this] {
        if (m_context.runsWhileTyping)
            commit();
    });
    connect(m_text, &PromqlEdit::runRequested, this, [this] {
        commit();
        emit runRequested();
    });
    connect(m_text, &PromqlEdit::problemChanged, this, &QueryRow::showResult);
}

QString QueryRow::path() const
{
    return u"targets.%1"_s.arg(m_index);
}

void QueryRow::typed()
{
    m_typed = m_text->text() != m_given;
    m_pause.start();
    showResult();
    emit textTyped();
}

void QueryRow::commit()
{
    give(false);
    m_options->finishTyping();
}

void QueryRow::give(bool isDraft)
{
    m_pause.stop();
    if (!m_known || (m_text->text() == m_given && (!m_isDraft || isDraft)))
        return;
    m_given = m_text->text();
    m_isDraft = isDraft;
    m_typed = false;
    PanelEdit edit = PanelEdit::set(path() + u'.' + queryTextKey(m_target), Json(m_given), tr("Query %1").arg(m_refId));
    edit.isDraft = isDraft;
    emit edited(edit);
    showResult();
}

QString QueryRow::text() const
{
    return m_known ? m_text->text() : QString();
}

Json QueryRow::typedTarget() const
{
    return m_known ? m_target.with(queryTextKey(m_target), m_text->text()) : m_target;
}

void QueryRow::replaceText(const QString &text)
{
    m_text->setText(text);
    typed();
}

void QueryRow::setMembers(const Json &members, const QString &what)
{
    give(false);
    emit edited(PanelEdit::setMembers(path(), members, tr("Query %1: %2").arg(m_refId, what.toLower())));
}

void QueryRow::setTarget(const Json &target, qsizetype index)
{
    m_index = index;
    const QString text = queryTextOf(target);
    const bool other = text != m_given || m_target.isNull();
    m_target = target;
    m_refId = target[u"refId"].toString(QString(QChar(u'A' + ushort(std::min<qsizetype>(index, 25)))));
    if (other) {
        m_given = text;
        m_isDraft = false;
        m_typed = false;
        m_pause.stop();
        m_text->setText(text);
    }
    setObjectName(u"query."_s + m_refId);
    m_text->setObjectName(u"text."_s + m_refId);
    showTarget();
}

void QueryRow::setContext(const QueryContext &context)
{
    m_context = context;
    m_text->setVariables(context.variables);
    showTarget();
}

void QueryRow::showTarget()
{
    m_known = isPromqlTarget(m_target, m_context.panelSource);
    const bool hidden = m_target[u"hide"].toBool();
    const Theme &theme = currentTheme(this);
    m_name->setName(m_refId, hidden ? theme.border.strong : toQColor(paletteColor(int(m_index), theme.brightness)));
    m_eye->setIconName(hidden ? u"eye-off"_s : u"eye"_s);
    m_eye->setToolTipText(hidden ? tr("Show this query") : tr("Hide this query"));
    m_eye->setActive(hidden);
    m_options->setTarget(m_target);
    m_options->setVisible(m_known && (!m_folded || !m_optionsBelow));
    m_text->setVisible(m_known);
    m_json->setVisible(!m_known);
    if (!m_known) {
        const QString json = QString::fromUtf8(m_target.dump(2));
        if (m_json->toPlainText() != json)
            m_json->setPlainText(json);
        const int lines = std::min(kMostJsonLines, int(json.count(u'\n')) + 1);
        m_json->setFixedHeight(m_json->fontMetrics().lineSpacing() * lines + 2 * space::unit + space::scrollBar);
        m_json->setAccessibleName(tr("Query %1 as JSON").arg(m_refId));
    }
    showSource();
    showResult();
    placeOptions();
}

QString QueryRow::sourceUid() const
{
    const QString own = m_target.get(u"datasource.uid").toString();
    const bool follows = own.isEmpty() || !(m_context.isMixed() || m_context.panelSource.uid.isEmpty());
    return follows ? m_context.panelSourceUid : own;
}

void QueryRow::showSource()
{
    m_pickSource->setVisible(m_context.isMixed() && m_known);
    QList<Option> options;
    QString name = sourceUid() == m_context.panelSourceUid ? m_context.panelSourceName : sourceUid();
    if (!m_known && m_target.get(u"datasource.type").isString())
        name = oneLine(m_target.get(u"datasource.type").toString(), 60);
    for (const QuerySource &source : m_context.sources) {
        options.append({source.uid, source.name, {}, u"source"_s});
        if (source.uid == sourceUid() || source.name == sourceUid())
            name = source.name;
    }
    m_pickSource->setOptions(options);
    m_pickSource->setCurrent(sourceUid());
    if (m_folded)
        m_source->setText(m_text->text().simplified());
    else
        m_source->setText(m_pickSource->isHidden() ? name : QString());
    m_source->setFontStyle(m_folded ? TextStyle::Code : TextStyle::Label);
    m_text->setIndex(m_context.index ? m_context.index(sourceUid()) : nullptr);
}

void QueryRow::takeSource(const QString &uid)
{
    const auto it
        = std::find_if(m_context.sources.begin(), m_context.sources.end(), [&](const QuerySource &source) { return source.uid == uid; });
    if (it == m_context.sources.end())
        return;
    const Json ref = Json::object({{u"type"_s, Json(it->type)}, {u"uid"_s, Json(it->uid)}});
    setMembers(Json::object({{u"datasource"_s, ref}}), tr("Source"));
}

void QueryRow::setReports(const QList<TargetReport> &reports)
{
    m_reports = reports;
    QString error;
    for (const TargetReport &report : reports)
        if (report.error && !report.exemplars && report.error->kind == Error::Kind::Query
            && error.isEmpty()) // others are no fault of the text
            error = report.error->what;
    if (!m_typed)
        m_text->setServerError(error);
    showResult();
}

void QueryRow::showResult()
{
    ResultText text;
    if (!m_known) {
        const QString type = m_target.get(u"datasource.type").toString();
        text = {u"info"_s,
                PlainLabel::Tone::Secondary,
                type.isEmpty() ? tr("A query of another kind; it is kept as it is.")
                               : tr("A query for %1; it is kept as it is.").arg(oneLine(type, 60)),
                {}};
    } else if (m_target[u"hide"].toBool()) {
        text = {u"eye-off"_s, PlainLabel::Tone::Secondary, tr("Hidden; not asked"), {}};
    } else if (m_typed) {
        text.headline = m_context.runsWhileTyping ? tr("Typing…") : tr("Changed; Shift+Enter runs it");
    } else if (m_text->text().trimmed().isEmpty()) {
        text.headline = tr("Nothing to ask yet");
    } else {
        text = resultText(m_reports);
        if (text == ResultText())
            text.headline = tr("Not run yet");
    }
    m_result->setResult(text);
    m_result->setVisible(m_text->problem().isEmpty() || !m_known);
}

void QueryRow::setTaken(const QStringList &refIds)
{
    m_name->setTaken(refIds);
}

void QueryRow::setAlone(bool alone)
{
    m_handle->setVisible(!alone);
}

void QueryRow::focusText()
{
    setFolded(false);
    m_text->setFocus(Qt::OtherFocusReason);
}

void QueryRow::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    m_bodyBox->setVisible(!folded);
    m_fold->setIconName(folded ? u"chevron-right"_s : u"chevron-down"_s);
    m_fold->setToolTipText(folded ? tr("Unfold") : tr("Fold"));
    showTarget();
}
