// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variablequeryform.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QVBoxLayout>
#include <app/query/promqledit.h>
#include <app/query/querygrammar.h>
#include <dashboard/variablequery.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

using Kind = VariableQueryParts::Kind;

VariableQueryForm::VariableQueryForm(QWidget *parent)
    : QWidget(parent)
    , m_source(new ChooseButton)
    , m_kind(new ChooseButton)
    , m_label(new LineEdit)
    , m_query(new PromqlEdit)
    , m_regex(new LineEdit)
{
    auto *text = new QWidget;
    auto *either = new QVBoxLayout(text);
    either->setContentsMargins({});
    either->addWidget(m_query);
    either->addWidget(m_regex);
    m_sourceField = new FormField(tr("Data source"), m_source);
    m_kindField = new FormField(tr("Ask for"), m_kind);
    m_labelField = new FormField(tr("Label"), m_label);
    m_textField = new FormField(tr("Query"), text);
    m_source->setObjectName(u"variable.source"_s);
    m_source->setIconName(u"source"_s);
    m_source->setCustom(tr("“%1”"));
    m_kind->setObjectName(u"variable.kind"_s);
    m_label->setObjectName(u"variable.label"_s);
    m_query->setObjectName(u"variable.query"_s);
    m_query->setFinishedByEnter(true);
    m_regex->setObjectName(u"variable.pattern"_s);
    m_label->setMonospace(true);
    m_regex->setMonospace(true);
    m_label->setPlaceholderText(u"instance"_s);
    m_kind->setOptions({{u"1"_s, tr("Values of a label"), u"label_values"_s},
                        {u"0"_s, tr("Names of labels"), u"label_names"_s},
                        {u"2"_s, tr("Names of metrics"), u"metrics"_s},
                        {u"3"_s, tr("Result of a query"), u"query_result"_s},
                        {u"4"_s, tr("Series"), tr("a selector")},
                        {u"5"_s, tr("As text"), tr("any of these")}});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::window);
    for (QWidget *field : {m_sourceField, m_kindField, m_labelField, m_textField})
        layout->addWidget(field);
    connect(m_source, &ChooseButton::chosen, this, &VariableQueryForm::sourceChosen);
    connect(m_kind, &ChooseButton::chosen, this, [this](const QString &kind) {
        const QString whole = queryText(m_parts);
        m_asText = kind == u"5";
        const VariableQueryParts read = m_asText ? VariableQueryParts{Kind::Text, {}, whole} : queryParts(whole);
        m_parts = int(read.kind) == kind.toInt() ? read : VariableQueryParts{Kind(kind.toInt()), {}, {}};
        showKind();
        emit drafted();
    });
    for (LineEdit *edit : {m_label, m_regex}) {
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textEdited, this, &VariableQueryForm::take);
    }
    connect(m_query, &PromqlEdit::edited, this, &VariableQueryForm::take);
    connect(m_query, &PromqlEdit::runRequested, this, &VariableQueryForm::finishTyping);
    connect(m_query, &PromqlEdit::editingFinished, this, &VariableQueryForm::finishTyping);
}

// A field that goes loses the focus; nobody is to hear of that any more.
VariableQueryForm::~VariableQueryForm()
{
    m_query->disconnect(this);
}

void VariableQueryForm::show(const Variable &variable, const QList<Option> &sources)
{
    m_source->setOptions(sources);
    m_source->setCurrent(variable.datasource.uid);
    const VariableQueryParts stored = queryParts(variableQueryText(variable.query));
    if (variable.pointer == m_name && stored == m_stored)
        return;
    const bool other = variable.pointer != m_name;
    m_name = variable.pointer;
    m_stored = m_parts = stored;
    m_asText = stored.kind == Kind::Text || (m_asText && !other);
    if (m_asText)
        m_parts = {Kind::Text, {}, variableQueryText(variable.query)};
    showKind();
}

void VariableQueryForm::setQueryVisible(bool visible)
{
    m_kindField->setVisible(visible);
    m_textField->setVisible(visible);
    m_labelField->setVisible(visible && m_parts.kind == Kind::LabelValues);
}

void VariableQueryForm::showKind()
{
    struct Words {
        QString label, placeholder, help;
    };
    const QList<Words> words{
        {tr("Names that match (regex)"), u".*"_s, tr("Empty: all labels")},
        {tr("Of series that match"), u"up{job=\"web\"}"_s, tr("Empty: all series")},
        {tr("Names that match (regex)"), u"http_.*"_s, {}},
        {tr("Query"), u"topk(5, sum by (job) (rate(http_requests_total[5m])))"_s,
         tr("Each series is one text, with its value and time; cut out what is wanted with the regex below.")},
        {tr("Selector"), u"up{job=\"web\"}"_s, tr("Each series is one text; cut out what is wanted with the regex below.")},
        {tr("Query"), u"label_values(up, instance)"_s, {}},
    };
    const Words &shown = words[int(m_parts.kind)];
    m_kind->setCurrent(QString::number(int(m_parts.kind)));
    m_labelField->setVisible(m_parts.kind == Kind::LabelValues && !m_kindField->isHidden());
    m_textField->setLabel(shown.label);
    m_textField->setHelp(shown.help);
    m_query->setVisible(!isRegex());
    m_regex->setVisible(isRegex());
    m_query->setPlaceholder(shown.placeholder);
    m_regex->setPlaceholderText(shown.placeholder);
    m_query->setGrammar(m_parts.kind == Kind::Text ? variableGrammar() : promqlGrammar());
    if (m_label->text() != m_parts.label)
        m_label->setText(m_parts.label);
    m_query->setText(isRegex() ? QString() : m_parts.text);
    if (m_regex->text() != m_parts.text)
        m_regex->setText(m_parts.text);
}

bool VariableQueryForm::isRegex() const
{
    return m_parts.kind == Kind::LabelNames || m_parts.kind == Kind::Metrics;
}

void VariableQueryForm::setCompletion(std::shared_ptr<MetricIndex> index, const QStringList &variables)
{
    m_query->setIndex(std::move(index));
    m_query->setVariables(variables);
}

void VariableQueryForm::take()
{
    m_parts.label = m_label->text();
    m_parts.text = isRegex() ? m_regex->text() : m_query->text();
    emit drafted();
}

void VariableQueryForm::finishTyping()
{
    const VariableQueryParts now = m_asText ? queryParts(m_parts.text) : m_parts;
    const bool same = queryText(now) == queryText(m_stored);
    const bool empty = m_parts.text.isEmpty() && m_parts.label.isEmpty();
    if (!same && !(empty && queryText(m_stored).isEmpty()))
        emit queryFinished(now);
}

bool VariableQueryForm::eventFilter(QObject *watched, QEvent *event)
{
    const bool enter = event->type() == QEvent::KeyPress
        && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return || static_cast<QKeyEvent *>(event)->key() == Qt::Key_Enter);
    if (enter || event->type() == QEvent::FocusOut)
        finishTyping();
    return QWidget::eventFilter(watched, event);
}
