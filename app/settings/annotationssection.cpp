// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/annotationssection.h>

#include <app/dashboardpage.h>
#include <app/query/metricindexes.h>
#include <app/settings/annotationcontrols.h>
#include <app/settings/settingsform.h>
#include <app/settings/variablesources.h>
#include <dashboard/settingsediting.h>
#include <dashboard/v2/v2twin.h>
#include <widgets/controls/emptystate.h>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

const QString kList = u"annotations.list"_s;

bool isQuery(const Json &shown)
{
    return shown[u"asked"].toBool();
}

SettingsRow &ofQuery(SettingsRow &row)
{
    row.row.visible = isQuery;
    return row;
}

// Members of the form are those of the file, but for "expr" and "step", which have two places there, and "panels", the filter's way.
QList<SettingsRow> annotationRows()
{
    SettingsRows rows;
    rows.add(u"name"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Name"));
    ofQuery(rows.narrow(u"datasource.uid"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Data source")));
    ofQuery(rows.narrow(u"iconColor"_s, Kind::Color, QT_TRANSLATE_NOOP("Options", "Colour")));
    ofQuery(rows.add(u"expr"_s, Kind::Json, QT_TRANSLATE_NOOP("Options", "Query"))).row.help
        = QT_TRANSLATE_NOOP("Options", "A value above 0 is an event; values of one series in a row are one region.");
    SettingsRow &step = ofQuery(rows.narrow(u"step"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Min step")));
    step.row.help = QT_TRANSLATE_NOOP("Options", "30s, 1m, $interval; events further apart are not one region.");
    ofQuery(rows.narrow(u"useValueForTime"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "The value is the time of the event"), false))
        .row.help
        = QT_TRANSLATE_NOOP("Options", "In milliseconds since 1970.");
    rows.group(QT_TRANSLATE_NOOP("Options", "What is said of an event"));
    SettingsRow &title = ofQuery(rows.narrow(u"titleFormat"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Title")));
    title.row.help = QT_TRANSLATE_NOOP("Options", "{{label}} stands for its value. Empty: the name of the annotation.");
    ofQuery(rows.narrow(u"tagKeys"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Tags"))).row.help
        = QT_TRANSLATE_NOOP("Options", "Labels with commas between them.");
    ofQuery(rows.add(u"textFormat"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Text")));
    rows.group(QT_TRANSLATE_NOOP("Options", "Where and when"));
    rows.add(u"enable"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "On when the dashboard opens"), false);
    rows.add(u"hide"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "No switch in the bar"), false);
    rows.narrow(u"placement"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Place of the switch")).row.choices
        = {{QString(), QT_TRANSLATE_NOOP("Options", "The bar")}, {u"inControlsMenu"_s, QT_TRANSLATE_NOOP("Options", "The controls menu")}};
    SettingsRow &mode = ofQuery(rows.narrow(u"panels"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Shown on"), u"all"_s));
    mode.row.choices = {{u"all"_s, QT_TRANSLATE_NOOP("Options", "All panels")},
                        {u"only"_s, QT_TRANSLATE_NOOP("Options", "Some panels")},
                        {u"except"_s, QT_TRANSLATE_NOOP("Options", "All but some")}};
    SettingsRow &ids = rows.narrow(u"filter.ids"_s, Kind::Json, QT_TRANSLATE_NOOP("Options", "Panels"));
    ids.row.visible = [](const Json &shown) { return isQuery(shown) && shown[u"panels"].toString() != u"all"; };
    return rows.rows();
}

// Of the dashboard's own object: "annotations.list.2". What the reader left out counts in the file.
QString pathOf(const Annotation &annotation)
{
    return kList + u'.' + annotation.pointer.section(u'/', -1);
}

Json newAnnotation(const QString &name, const SourceRef &source)
{
    Json made = Json::object({{u"name"_s, name}, {u"enable"_s, true}, {u"hide"_s, false}, {u"iconColor"_s, u"blue"_s}});
    if (!source.uid.isEmpty())
        made = made.with(u"datasource", Json::object({{u"type"_s, source.type}, {u"uid"_s, source.uid}}));
    return made.with(u"target", Json::object({{u"expr"_s, QString()}, {u"refId"_s, u"Anno"_s}}));
}

QString kindText(const Annotation &annotation)
{
    if (annotation.builtIn)
        return AnnotationsSection::tr("Grafana's own, out of its database: there is nothing to ask here");
    if (!annotation.foreign.isEmpty())
        return AnnotationsSection::tr("Of a source of kind “%1”, which is not asked here").arg(oneLine(annotation.foreign, 60));
    return oneLine(annotation.expr, 200);
}

} // namespace

AnnotationsSection::AnnotationsSection(DashboardPage &page, SourceRegistry &sources, MetricIndexes &indexes, QWidget *parent)
    : SectionFrame(u"annotations"_s, tr("Add"), parent)
    , m_page(page)
    , m_sources(sources)
    , m_indexes(indexes)
    , m_form(new SettingsForm(u"annotation"_s))
{
    list()->setAccessibleName(tr("Annotations"));
    makeForm();
    setContent(m_form, nullptr);
    emptyState()->setIcon(u"pin"_s);
    emptyState()->setTitle(tr("No annotations yet"));
    emptyState()->setText(tr("An annotation marks events on the time axis of panels: deployments, restarts, alerts that fired."));
    TextButton *first = emptyState()->addAction(tr("Add an annotation"), u"add"_s, TextButton::Kind::Primary);
    first->setObjectName(u"annotations.addFirst"_s);
    connect(first, &TextButton::clicked, this, &AnnotationsSection::add);
    connect(addButton(), &TextButton::clicked, this, &AnnotationsSection::add);
    connect(m_form, &SettingsForm::edited, this, &AnnotationsSection::edit);
    connect(list(), &SettingsList::chosen, this, [this](const QString &id) { choose(id.toInt()); });
    connect(list(), &SettingsList::moveRequested, this, &AnnotationsSection::move);
    connect(list(), &SettingsList::removeRequested, this, [this](const QString &id) { remove(id.toInt()); });
    connect(list(), &SettingsList::duplicateRequested, this, [this](const QString &id) { duplicate(id.toInt()); });
    connect(this, &SectionFrame::removeRequested, this, [this] { remove(m_index); });
    connect(this, &SectionFrame::duplicateRequested, this, [this] { duplicate(m_index); });
    connect(&page.session(), &DashboardSession::annotationsChanged, this, [this] {
        if (isVisible())
            showFound();
    });
}

void AnnotationsSection::makeForm()
{
    m_source = new ChooseControl(u"annotation:datasource.uid"_s, tr("Data source"));
    m_query = new QueryControl(u"annotation:expr"_s);
    m_panels = new PanelsControl(u"annotation:filter.ids"_s, tr("Panels"));
    m_form->setRows(annotationRows(), {{u"datasource.uid"_s, m_source}, {u"expr"_s, m_query}, {u"filter.ids"_s, m_panels}});
    m_form->setCheck([](const QString &key, const Json &value) {
        return key == u"name" && value.toString().trimmed().isEmpty() ? tr("An annotation needs a name.") : QString();
    });
}

const QList<Annotation> &AnnotationsSection::annotations() const
{
    return m_page.editor().document().dashboard()->annotations;
}

void AnnotationsSection::choose(const QString &name)
{
    for (int i = 0; i < annotations().size(); ++i)
        if (annotations()[i].name == name)
            return choose(i);
}

void AnnotationsSection::choose(int index)
{
    finishTyping();
    m_index = index;
    showDocument();
}

void AnnotationsSection::finishTyping()
{
    m_query->finishTyping();
    m_form->finishTyping();
}

void AnnotationsSection::showDocument()
{
    const QList<Annotation> &all = annotations();
    m_index = std::clamp(m_index, 0, std::max(0, int(all.size()) - 1));
    QList<SettingsList::Entry> entries;
    for (int i = 0; i < all.size(); ++i) {
        SettingsList::Entry entry;
        entry.id = QString::number(i);
        entry.title = all[i].name.isEmpty() ? tr("An annotation without a name") : oneLine(all[i].name, 200);
        entry.detail = kindText(all[i]);
        entry.count = all[i].enabled ? QString() : tr("off");
        entries.append(entry);
    }
    list()->setEntries(entries, QString::number(m_index));
    setCountText(entries.size() == 1 ? tr("1 annotation") : tr("%1 annotations").arg(entries.size()));
    if (all.isEmpty())
        return setHead({}, {});
    showFound();
    showForm(all[m_index]);
}

void AnnotationsSection::showFound()
{
    const QList<AnnotationState> states = m_page.session().annotations();
    if (m_index >= states.size())
        return;
    const AnnotationState &state = states[m_index];
    QString found = kindText(state.definition);
    if (state.definition.isAsked() && !state.enabled)
        found = tr("Off: nothing is asked");
    else if (state.error && state.enabled)
        found = QStringList{state.error->what, state.error->where}.join(u' ').trimmed();
    else if (state.definition.isAsked())
        found = state.loading   ? tr("Asking…")
            : state.events == 1 ? tr("1 event in the time range")
                                : tr("%1 events in the time range").arg(state.events);
    else if (found.isEmpty())
        found = tr("Without a query nothing is asked");
    setHead(state.definition.name.isEmpty() ? tr("An annotation without a name") : oneLine(state.definition.name, 200), found);
}

void AnnotationsSection::showForm(const Annotation &annotation)
{
    Variable asker; // no variable: nothing to leave out of the offered ones
    m_source->setOptions(variableSources(asker, m_page.session().dashboard().variables, m_sources));
    QStringList names;
    for (const Variable &each : m_page.session().dashboard().variables)
        names.append(each.name);
    SourceRef asked = annotation.datasource;
    asked.uid = m_page.session().interpolate(asked.uid, {}, u"raw"_s);
    m_query->setCompletion(m_indexes.of(m_sources.find(asked).entry.uid), names);
    QList<Option> panels;
    for (const PanelPtr &panel : m_page.session().dashboard().panels)
        panels.append(
            {QString::number(panel->id), panel->title.isEmpty() ? tr("Panel %1").arg(panel->id) : oneLine(panel->title, 80), panel->type});
    m_panels->setPanels(panels);
    const Json raw = annotationJson(m_page.editor().document(), annotation.pointer);
    const QString mode = annotation.exclude ? u"except"_s : raw[u"filter"].isObject() && !raw[u"filter"].isNull() ? u"only"_s : u"all"_s;
    const bool all = !annotation.isFiltered && mode != u"only";
    m_form->setJson(raw.with(u"expr", annotation.expr)
                        .with(u"step", annotation.step)
                        .with(u"panels", all ? u"all"_s : mode)
                        .with(u"enable", annotation.enabled)
                        .with(u"datasource", Json::object({{u"uid"_s, annotation.datasource.uid}}))
                        .with(u"asked", !annotation.builtIn && annotation.foreign.isEmpty()),
                    annotation.name);
}

void AnnotationsSection::edit(const QString &key, const Json &value, const QString &label)
{
    if (m_index >= annotations().size())
        return;
    if (key == u"panels" || key == u"filter.ids")
        return editFilter(key, value);
    const Document &document = m_page.editor().document();
    const Json raw = annotationJson(document, annotations()[m_index].pointer);
    const bool inTarget = raw[u"target"].isObject();
    QString path = key;
    Json stored = value;
    if (key == u"expr" || key == u"step")
        path = !inTarget ? key : key == u"expr" ? u"target.expr"_s : u"target.interval"_s;
    if (key == u"datasource.uid") {
        const SourceEntry entry = m_sources.find({{}, value.toString()}).entry;
        path = u"datasource"_s;
        if (!value.isNull())
            stored = Json::object({{u"type"_s, entry.type.isEmpty() ? u"prometheus"_s : entry.type}, {u"uid"_s, value}});
    }
    const QString text = tr("Annotation %1: %2").arg(oneLine(annotations()[m_index].name, 60), label);
    const QString full = pathOf(annotations()[m_index]) + u'.' + path;
    m_page.apply(stored.isNull() ? removeDashboardValue(document, full, text) : setDashboardValue(document, full, stored, text));
}

void AnnotationsSection::editFilter(const QString &key, const Json &value)
{
    const Document &document = m_page.editor().document();
    const Json before = annotationJson(document, annotations()[m_index].pointer)[u"filter"];
    const QString path = pathOf(annotations()[m_index]) + u".filter"_s;
    const QString text = tr("Panels of annotation %1").arg(oneLine(annotations()[m_index].name, 60));
    if (key == u"panels" && value.toString(u"all"_s) == u"all") {
        if (before.isObject())
            m_page.apply(removeDashboardValue(document, path, text));
        return;
    }
    Json filter = before.isObject() ? before : Json::object({{u"exclude"_s, false}, {u"ids"_s, Json::array()}});
    filter = key == u"panels" ? filter.with(u"exclude", value.toString() == u"except")
                              : filter.with(u"ids", value.isNull() ? Json::array() : value);
    m_page.apply(setDashboardValue(document, path, filter, text));
}

void AnnotationsSection::add()
{
    finishTyping();
    QStringList names;
    for (const Annotation &each : annotations())
        names.append(each.name);
    QString name = tr("New annotation");
    for (int i = 2; names.contains(name); ++i)
        name = tr("New annotation %1").arg(i);
    const SourceEntry source = m_sources.find({}).entry;
    const Json made = newAnnotation(name, {source.type, source.uid});
    const int before = std::exchange(m_index, int(annotations().size()));
    if (!m_page.apply(addDashboardItem(m_page.editor().document(), kList, m_index, made, tr("Add an annotation")))) {
        m_index = before;
        return;
    }
    if (auto *edit = m_form->findChild<LineEdit *>(u"annotation:name"_s)) {
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
    }
}

void AnnotationsSection::move(int from, int to)
{
    finishTyping();
    const int before = std::exchange(m_index, to);
    if (!m_page.apply(moveDashboardItem(m_page.editor().document(), kList, from, to, tr("Move an annotation"))))
        m_index = before;
}

void AnnotationsSection::duplicate(int index)
{
    finishTyping();
    const Document &document = m_page.editor().document();
    const Json copy = annotationJson(document, annotations()[index].pointer);
    const int before = std::exchange(m_index, index + 1);
    if (!m_page.apply(addDashboardItem(document, kList, index + 1, copy.with(u"name", tr("%1 copy").arg(annotations()[index].name)),
                                       tr("Duplicate an annotation"))))
        m_index = before;
}

void AnnotationsSection::remove(int index)
{
    m_page.apply(removeDashboardValue(m_page.editor().document(), pathOf(annotations()[index]), tr("Remove an annotation")));
}
