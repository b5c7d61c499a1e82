// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/optionspane.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/overridesitem.h>
#include <app/editor/paneloptions.h>
#include <app/editor/placeitem.h>
#include <dashboard/model.h>
#include <pipeline/standardoptions.h>
#include <widgets/controls/field.h>
#include <widgets/form/mappingentries.h>
#include <widgets/form/optionform.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kManyOverrides = 12; // more are folded until they are asked for

QHash<QString, QString> groupIcons()
{
    return {{u"Panel"_s, u"panel"_s},
            {u"Size and place"_s, u"dashboard"_s},
            {u"Tooltip"_s, u"info"_s},
            {u"Legend"_s, u"logs"_s},
            {u"Axis"_s, u"unit"_s},
            {u"Graph styles"_s, u"timeseries"_s},
            {u"Standard options"_s, u"settings"_s},
            {u"Thresholds"_s, u"threshold"_s},
            {u"Value mappings"_s, u"mapping"_s},
            {u"Data links"_s, u"link"_s},
            {u"Overrides"_s, u"override"_s},
            {u"Panel links"_s, u"link"_s},
            {u"Table"_s, u"table"_s},
            {u"Text"_s, u"text"_s},
            {u"Colour"_s, u"palette"_s},
            {u"Colours"_s, u"palette"_s},
            {u"Hide"_s, u"eye-off"_s},
            {u"Cells"_s, u"heatmap"_s},
            {u"Cell"_s, u"table"_s},
            {u"Column"_s, u"table"_s},
            {u"Repeat"_s, u"duplicate"_s},
            {u"Stat styles"_s, u"stat"_s},
            {u"Gauge"_s, u"gauge"_s},
            {u"Bar gauge"_s, u"bargauge"_s}};
}

// Where the panel's and the type's own defaults stand in, a row's default is that of the type.
QList<OptionRow> withDefaults(QList<OptionRow> rows, const Json &defaults)
{
    for (OptionRow &row : rows)
        if (const Json standard = defaults.get(row.key); !standard.isNull())
            row.defaultValue = standard;
    return rows;
}

QList<OptionRow> standardRows(const PanelType &type)
{
    if (!type.asksData)
        return {};
    QList<OptionRow> rows;
    for (const OptionRow &row : standardFieldOptions())
        if (type.standardFields.isEmpty() || type.standardFields.contains(row.key))
            rows.append(row);
    return withDefaults(rows, type.fieldDefaults);
}

bool isList(const OptionRow &row)
{
    using Kind = OptionRow::Kind;
    return row.kind == Kind::Thresholds || row.kind == Kind::Mappings || row.kind == Kind::DataLinks || row.kind == Kind::PanelLinks
        || row.kind == Kind::SortKeys;
}

qsizetype itemsOf(const OptionRow &row, const Json &value)
{
    if (row.kind == OptionRow::Kind::Mappings)
        return mappingEntries(value).size();
    return row.kind == OptionRow::Kind::Thresholds ? value[u"steps"].size() : value.size();
}

QString historyText(const OptionRow &row)
{
    const QString group = optionText(row.group), label = optionLabel(row);
    const bool clear = group.isEmpty() || label.contains(group, Qt::CaseInsensitive) || QLatin1String(row.group) == "Panel"_L1;
    if (isList(row) && !group.isEmpty())
        return group; // whatever its only row is called
    return clear ? label : OptionsPane::tr("%1: %2", "group of options, option").arg(group, label);
}

} // namespace

OptionsPane::OptionsPane(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search options"), this))
    , m_changed(new TextButton(tr("Changed"), TextButton::Kind::Secondary, u"filter"_s, this))
    , m_form(new OptionForm)
{
    setObjectName(u"optionsPane"_s);
    m_search->setObjectName(u"options.search"_s);
    m_changed->setObjectName(u"options.changed"_s);
    m_changed->setCheckable(true);
    m_form->setIcons(groupIcons());
    m_form->setClosedAtFirst({u"Size and place"_s, u"Tooltip"_s, u"Axis"_s, u"Hide"_s, u"Text size"_s, u"Value mappings"_s, u"Data links"_s,
                              u"Panel links"_s, u"Repeat"_s});
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::window, space::unit, space::window, space::unit);
    head->setSpacing(space::unit);
    head->addWidget(m_search, 1);
    head->addWidget(m_changed);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"options.scroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // rows do not jump when groups fold
    scroll->setWidget(m_form);
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    connect(m_search, &QLineEdit::textChanged, m_form, &OptionForm::setSearch);
    connect(m_search, &QLineEdit::returnPressed, m_form, &OptionForm::focusFirst);
    connect(m_changed, &QAbstractButton::toggled, this, [this](bool on) {
        m_changed->setActive(on);
        m_form->setChangedOnly(on);
    });
    connect(m_form, &OptionForm::changedCountChanged, this, [this](int count) {
        m_changed->setText(count > 0 ? tr("Changed %1").arg(count) : tr("Changed"));
        m_changed->updateGeometry();
    });
    connect(m_form, &OptionForm::edited, this, &OptionsPane::take);
}

void OptionsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// The text of a panel that shows one, else the first option.
void OptionsPane::focusContent()
{
    if (auto *text = m_form->findChild<QWidget *>(m_content); text && text->isVisible())
        return text->setFocus(Qt::TabFocusReason);
    m_form->focusFirst();
}

void OptionsPane::setPanel(const PanelPtr &panel, const PanelType &type, const FormContext &context)
{
    // New data come often; the options are the same then.
    if (panel == m_shown && context == m_context && m_builtFor.endsWith(u' ' + type.id))
        return;
    m_shown = panel;
    m_context = context;
    m_panel = panel->raw;
    const QString builtFor = panel->elementId() + u' ' + panel->type + u' ' + type.id;
    if (builtFor != m_builtFor) {
        m_builtFor = builtFor;
        build(type);
    }
    m_form->setContext(context);
    m_form->setRoot(m_panel);
}

void OptionsPane::setPlace(const GridRect &place)
{
    m_placed = place;
    if (m_place)
        m_place->setPlace(place);
}

void OptionsPane::build(const PanelType &type)
{
    m_form->clear();
    m_place = nullptr;
    m_fieldDefaults = type.fieldDefaults;
    m_content.clear();
    for (const OptionRow &row : type.options)
        if (row.kind == OptionRow::Kind::MultilineText && m_content.isEmpty())
            m_content = "option:options."_L1 + row.key;
    m_form->addSection({{}, titleOptions(), false});
    m_form->addSection({{}, panelOptions()});
    m_place = new PlaceItem(m_form);
    m_place->setPlace(m_placed);
    m_form->addItem(QString::fromLatin1(QT_TRANSLATE_NOOP("Options", "Size and place")), m_place);
    connect(m_place, &PlaceItem::edited, this, &OptionsPane::placeEdited);
    m_form->addSection({u"options"_s, type.options});
    m_form->addSection({u"fieldConfig.defaults.custom"_s, type.fieldOptions});
    const QList<OptionRow> standard = standardRows(type);
    m_form->addSection({u"fieldConfig.defaults"_s, standard});
    if (!standard.isEmpty()) {
        auto *overrides = new OverridesItem(overrideProperties(standard, type.fieldOptions), m_form);
        m_form->addItem(u"Overrides"_s, overrides);
        connect(overrides, &OverridesItem::edited, this, &OptionsPane::edited);
        if (m_panel.get(u"fieldConfig.overrides").size() > kManyOverrides)
            m_form->group(u"Overrides"_s)->setOpen(false);
    }
    m_form->addSection({{}, repeatOptions()});
    m_form->addSection({{}, panelLinkOptions()});
}

// Objects of the type that stand in for missing ones go as wholes: a member of one that is set alone would hide the others.
PanelEdit OptionsPane::setting(const QString &path, const Json &value, const QString &text) const
{
    const QString place = u"fieldConfig.defaults."_s;
    if (path.startsWith(place)) {
        const QString rest = path.mid(place.size()), top = rest.section(u'.', 0, 0);
        if (top != rest && m_panel.get(place + top).isNull() && m_fieldDefaults[top].isObject())
            return PanelEdit::set(place + top, m_fieldDefaults.with(rest, value)[top], text);
    }
    return PanelEdit::set(path, value, text);
}

void OptionsPane::take(const FormRow *row, const Json &value)
{
    QString text = historyText(row->row());
    if (value.isNull())
        return reset(row, text);
    if (isList(row->row())) {
        const Json before = m_panel.get(row->path());
        const qsizetype was = itemsOf(row->row(), before.isNull() ? row->row().defaultValue : before), is = itemsOf(row->row(), value);
        if (is != was)
            text = is > was ? tr("%1: add").arg(text) : tr("%1: remove").arg(text);
    }
    emit edited(setting(row->path(), value, text));
}

// An object that would be left empty goes, too, up to those that every panel has.
void OptionsPane::reset(const FormRow *row, const QString &text)
{
    static const QStringList stays{u"options"_s, u"fieldConfig"_s, u"fieldConfig.defaults"_s, u"fieldConfig.defaults.custom"_s};
    QString path = row->path();
    for (qsizetype dot = path.lastIndexOf(u'.'); dot > 0; dot = path.lastIndexOf(u'.')) {
        const QString parent = path.left(dot);
        if (stays.contains(parent) || m_panel.get(parent).size() != 1)
            break;
        path = parent;
    }
    emit edited(PanelEdit::remove(path, tr("Reset %1").arg(text)));
}
