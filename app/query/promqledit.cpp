// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqledit.h>

#include <QtWidgets/QVBoxLayout>
#include <app/query/metricindex.h>
#include <app/query/promqlproblem.h>
#include <app/query/promqltext.h>
#include <datasource/promql/parser.h>
#include <datasource/promql/printer.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kPauseMs = 600; // typing is over after so long
constexpr qsizetype kMaxChecked = 100'000;
} // namespace

PromqlEdit::PromqlEdit(QWidget *parent) : QWidget(parent), m_text(new PromqlText(this)), m_problem(new PromqlProblem(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    setFocusProxy(m_text);
    m_text->setAccessibleName(tr("Query"));
    m_text->setObjectName(u"promql.text"_s);
    m_problem->setObjectName(u"promql.problem"_s);
    connect(this, &QObject::objectNameChanged, this, [this](const QString &name) {
        m_text->setObjectName(name + ".text"_L1);
        m_problem->setObjectName(name + ".problem"_L1);
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PromqlEdit::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PromqlEdit::textChanged);
    connect(m_text, &PromqlText::runRequested, this, [this] {
        check();
        emit runRequested();
    });
    connect(m_text, &PromqlText::fixRequested, this, &PromqlEdit::fix);
    connect(m_problem, &PromqlProblem::fixRequested, this, &PromqlEdit::fix);
    connect(m_text, &PromqlText::formatRequested, this, &PromqlEdit::formatText);
    connect(m_text, &PromqlText::left, this, [this] {
        check();
        emit editingFinished();
    });
}

// The field loses the focus while it goes, when there is nobody left to tell.
PromqlEdit::~PromqlEdit()
{
    m_text->disconnect(this);
}

void PromqlEdit::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_isSetting = true;
    m_text->setContent(text);
    m_isSetting = false;
}

QString PromqlEdit::text() const
{
    return m_text->toPlainText();
}

// While one types nothing is called wrong: a half word always is.
void PromqlEdit::textChanged()
{
    if (m_known == text()) // new colours are no new text
        return;
    m_known = text();
    m_serverError.clear();
    if (m_isSetting) {
        check();
        return;
    }
    showProblems({});
    m_pause.start();
    emit edited(text());
}

void PromqlEdit::check()
{
    m_pause.stop();
    const QString text = this->text();
    showProblems(text.size() > kMaxChecked ? QList<promql::Problem>() : m_text->grammar().problems(text));
}

void PromqlEdit::showProblems(const QList<promql::Problem> &problems)
{
    m_text->setProblems(problems);
    const QString before = m_problem->text();
    if (problems.isEmpty()) {
        m_problem->setProblem(m_serverError);
    } else {
        const promql::Problem &first = problems.first();
        m_problem->setProblem(first.text, first.fix ? first.fix->label : QString());
    }
    const bool isWrong = !m_problem->text().isEmpty();
    if (m_text->property("invalid").toBool() != isWrong) {
        m_text->setProperty("invalid", isWrong); // read by the style
        m_text->update();
    }
    if (m_problem->text() != before)
        emit problemChanged(m_problem->text());
}

void PromqlEdit::fix()
{
    const QList<promql::Problem> problems = m_text->grammar().problems(text());
    if (problems.isEmpty() || !problems.first().fix)
        return;
    const promql::Problem::Fix fix = *problems.first().fix;
    m_text->replace(fix.span, fix.text);
    check();
    m_text->setFocus();
}

void PromqlEdit::formatText()
{
    const QString before = text();
    const std::optional<QString> formatted = promql::format(promql::parse(before));
    if (!formatted || *formatted == before)
        return;
    m_text->replace({0, before.size()}, *formatted);
    check();
}

void PromqlEdit::setServerError(const QString &text)
{
    if (m_serverError == text)
        return;
    m_serverError = text;
    if (!m_pause.isActive())
        check();
}

QString PromqlEdit::problem() const
{
    return m_problem->text();
}

void PromqlEdit::setGrammar(const QueryGrammar &grammar)
{
    m_text->setGrammar(grammar);
    check();
}

void PromqlEdit::setFinishedByEnter(bool finished)
{
    m_text->setFinishedByEnter(finished);
}

void PromqlEdit::setPlaceholder(const QString &text)
{
    m_text->setHint(text);
}

void PromqlEdit::setVariables(const QStringList &names)
{
    m_text->completer()->setVariables(names);
}

void PromqlEdit::setIndex(std::shared_ptr<MetricIndex> index)
{
    m_text->completer()->setIndex(std::move(index));
}
