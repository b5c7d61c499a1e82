// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqledit.h>

#include <QtWidgets/QVBoxLayout>
#include <app/query/metricindex.h>
#include <app/query/promqlproblem.h>
#include <app/query/promqltext.h>

using namespace Qt::StringLiterals;

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
    connect(this, &QObject::objectNameChanged, this, [this](const QString &name) { m_text->setObjectName(name + ".text"_L1); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        setServerError({});
        if (!m_isSetting)
            emit edited(text());
    });
    connect(m_text, &PromqlText::runRequested, this, &PromqlEdit::runRequested);
    connect(m_text, &PromqlText::left, this, &PromqlEdit::editingFinished);
}

void PromqlEdit::setText(const QString &text)
{
    m_isSetting = true;
    m_text->setContent(text);
    m_isSetting = false;
}

QString PromqlEdit::text() const
{
    return m_text->toPlainText();
}

void PromqlEdit::setServerError(const QString &text)
{
    if (text == m_problem->text())
        return;
    m_problem->setText(text);
    emit problemChanged(m_problem->text());
}

QString PromqlEdit::problem() const
{
    return m_problem->text();
}

void PromqlEdit::setPlaceholder(const QString &text)
{
    m_text->setPlaceholderText(text);
}

void PromqlEdit::setVariables(const QStringList &) { }

void PromqlEdit::setIndex(std::shared_ptr<MetricIndex>) { }
