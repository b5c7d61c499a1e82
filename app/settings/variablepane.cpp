// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variablepane.h>

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/linktext.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRows = 9; // of the list before it scrolls
constexpr qsizetype kMostPlaces = 8;

} // namespace

VariablePane::VariablePane(QWidget *parent)
    : QWidget(parent)
    , m_count(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_error(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Bad))
    , m_model(new OptionModel(this))
    , m_view(new OptionView(m_model, OptionView::Mark::None))
    , m_relations(new QWidget)
    , m_lines(new QVBoxLayout(m_relations))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::group);
    layout->addWidget(makeValues());
    m_lines->setContentsMargins({});
    m_lines->setSpacing(space::half);
    layout->addWidget(m_relations);
    m_progress = new ProgressLine(m_card, Qt::TopEdge, 2);
}

QWidget *VariablePane::makeValues()
{
    m_count->setObjectName(u"variable.count"_s);
    m_error->setObjectName(u"variable.error"_s);
    m_view->setObjectName(u"variable.values"_s);
    m_view->setAccessibleName(tr("Values"));
    m_error->setWrapped(true);
    m_card = new QWidget;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::window, space::unit, space::window, space::half);
    head->addWidget(new PlainLabel(tr("Preview"), TextStyle::LabelStrong));
    head->addStretch(1);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(1, 1, 1, 5);
    layout->setSpacing(0);
    layout->addLayout(head);
    auto *error = new QVBoxLayout;
    error->setContentsMargins(space::window, 0, space::window, 0);
    error->addWidget(m_error);
    layout->addLayout(error);
    layout->addWidget(m_view);
    return m_card;
}

void VariablePane::showValues(const VariableSet::State *state)
{
    m_card->setVisible(state);
    if (!state)
        return;
    m_progress->setRunning(state->loading);
    QList<Option> options;
    if (!state->error)
        for (const VariableOption &option : state->options)
            options.append(
                {option.value, option.text.isEmpty() ? option.value : option.text, option.text == option.value ? QString() : option.value});
    if (options != m_model->options())
        m_model->setOptions(options);
    m_view->setCurrentIndex({}); // nothing is chosen here
    m_view->setVisible(!options.isEmpty());
    m_view->setFixedHeight(int(std::min<qsizetype>(options.size(), kMostRows)) * m_view->rowHeight());
    QString error;
    if (state->error)
        error = QStringList{state->error->what, state->error->where, state->error->hint}.join(u' ').simplified();
    else if (options.isEmpty() && !state->loading)
        error = tr("It offers no values.");
    m_error->setText(error);
    m_error->setTone(state->error ? PlainLabel::Tone::Bad : PlainLabel::Tone::Secondary);
    m_error->setVisible(!error.isEmpty());
    m_count->setText(state->loading            ? tr("Asking…")
                         : state->error        ? QString()
                         : options.size() == 1 ? tr("1 value")
                                               : tr("%1 values").arg(options.size()));
    updateGeometry();
    update();
}

void VariablePane::addNames(const QString &heading, const QStringList &names, const QString &none, bool active)
{
    m_lines->addWidget(new PlainLabel(heading, TextStyle::LabelStrong));
    if (names.isEmpty())
        m_lines->addWidget(new PlainLabel(none, TextStyle::Label, PlainLabel::Tone::Secondary));
    for (const QString &name : names.mid(0, kMostPlaces)) {
        if (!active) {
            m_lines->addWidget(new PlainLabel(name, TextStyle::Label));
            continue;
        }
        auto *link = new LinkText(name, m_relations, u"variable"_s);
        link->setObjectName(u"variable.go."_s + name);
        connect(link, &LinkText::clicked, this, [this, name] { emit variableActivated(name); });
        m_lines->addWidget(link, 0, Qt::AlignLeft);
    }
    if (names.size() > kMostPlaces)
        m_lines->addWidget(
            new PlainLabel(tr("and %1 more").arg(names.size() - kMostPlaces), TextStyle::Label, PlainLabel::Tone::Secondary));
    m_lines->addSpacing(space::unit);
}

void VariablePane::showRelations(const Relations &relations)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (!relations.circle.isEmpty()) {
        auto *circle = new PlainLabel(tr("These wait for each other and get no values: %1").arg(relations.circle.join(u" → "_s)),
                                      TextStyle::Label, PlainLabel::Tone::Bad);
        circle->setObjectName(u"variable.circle"_s);
        circle->setWrapped(true);
        m_lines->addWidget(circle);
        m_lines->addSpacing(space::unit);
    }
    addNames(tr("Depends on"), relations.dependsOn, tr("No other variable"), true);
    addNames(tr("Variables that depend on it"), relations.usedBy, tr("None"), true);
    addNames(tr("Used in"), relations.places, tr("No panel and no link"), false);
}

void VariablePane::paintEvent(QPaintEvent *)
{
    if (m_card->isHidden())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    roundedBox(painter, m_card->geometry(), theme.bg.panel, theme.border.medium, space::radiusSurface);
}
