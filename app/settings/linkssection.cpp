// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/linkssection.h>

#include <app/dashboardpage.h>
#include <app/settings/settingsform.h>
#include <dashboard/settingsediting.h>
#include <widgets/controls/emptystate.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

// forType: "link" or "dashboards".
SettingsRow &only(SettingsRow &row, const QString &forType)
{
    row.row.visible = [forType](const Json &link) { return link[u"type"].toString(u"link"_s) == forType; };
    return row;
}

QList<SettingsRow> linkRows()
{
    SettingsRows rows;
    rows.add(u"type"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Leads to"), u"link"_s).row.choices
        = {{u"link"_s, QT_TRANSLATE_NOOP("Options", "Address")}, {u"dashboards"_s, QT_TRANSLATE_NOOP("Options", "Dashboards")}};
    rows.add(u"title"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Title"));
    SettingsRow &url = only(rows.add(u"url"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Address")), u"link"_s);
    url.code = true;
    url.row.help = QT_TRANSLATE_NOOP("Options", "http or https; variables such as $instance stand for their values.");
    only(rows.add(u"tags"_s, Kind::Texts, QT_TRANSLATE_NOOP("Options", "With all of these tags")), u"dashboards"_s).row.help
        = QT_TRANSLATE_NOOP("Options", "Of the dashboards that were opened or starred here. Empty: all of them.");
    only(rows.narrow(u"tooltip"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Tooltip")), u"link"_s);
    only(rows.narrow(u"icon"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Icon"), u"external link"_s), u"link"_s).row.choices
        = {{u"external link"_s, QT_TRANSLATE_NOOP("Options", "Link")}, {u"dashboard"_s, QT_TRANSLATE_NOOP("Options", "Dashboard")},
           {u"question"_s, QT_TRANSLATE_NOOP("Options", "Question")},  {u"info"_s, QT_TRANSLATE_NOOP("Options", "Information")},
           {u"bolt"_s, QT_TRANSLATE_NOOP("Options", "Bolt")},          {u"doc"_s, QT_TRANSLATE_NOOP("Options", "Document")},
           {u"cloud"_s, QT_TRANSLATE_NOOP("Options", "Cloud")}};
    rows.narrow(u"placement"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Place")).row.choices
        = {{QString(), QT_TRANSLATE_NOOP("Options", "The bar")}, {u"inControlsMenu"_s, QT_TRANSLATE_NOOP("Options", "The controls menu")}};
    only(rows.add(u"asDropdown"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "One menu instead of a link each"), false), u"dashboards"_s);
    rows.add(u"keepTime"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Take the time range along"), false);
    rows.add(u"includeVars"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Take the variable values along"), false);
    rows.add(u"targetBlank"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "In Grafana: open a new browser tab"), false).row.help
        = QT_TRANSLATE_NOOP("Options", "Here addresses always open in the browser, and dashboards in a tab of their own.");
    return rows.rows();
}

QString linkPath(int index)
{
    return u"links.%1"_s.arg(index);
}

} // namespace

LinksSection::LinksSection(DashboardPage &page, QWidget *parent)
    : SectionFrame(u"links"_s, tr("Add"), parent)
    , m_page(page)
    , m_form(new SettingsForm(u"link"_s))
{
    list()->setAccessibleName(tr("Links"));
    m_form->setRows(linkRows());
    setContent(m_form, nullptr);
    emptyState()->setIcon(u"link"_s);
    emptyState()->setTitle(tr("No links yet"));
    emptyState()->setText(tr("Links stand at the right end of the bar above the panels: a runbook, or dashboards that belong together."));
    TextButton *first = emptyState()->addAction(tr("Add a link"), u"add"_s, TextButton::Kind::Primary);
    first->setObjectName(u"links.addFirst"_s);
    connect(first, &TextButton::clicked, this, &LinksSection::add);
    connect(addButton(), &TextButton::clicked, this, &LinksSection::add);
    connect(m_form, &SettingsForm::edited, this, &LinksSection::edit);
    connect(list(), &SettingsList::chosen, this, [this](const QString &id) { choose(id.toInt()); });
    connect(list(), &SettingsList::moveRequested, this, &LinksSection::move);
    connect(list(), &SettingsList::removeRequested, this, [this](const QString &id) { remove(id.toInt()); });
    connect(list(), &SettingsList::duplicateRequested, this, [this](const QString &id) { duplicate(id.toInt()); });
    connect(this, &SectionFrame::removeRequested, this, [this] { remove(m_index); });
    connect(this, &SectionFrame::duplicateRequested, this, [this] { duplicate(m_index); });
}

qsizetype LinksSection::size() const
{
    const Document &document = m_page.editor().document();
    return document.valueAt(document.root() + "/links"_L1).size();
}

void LinksSection::choose(int index)
{
    finishTyping();
    m_index = index;
    showDocument();
}

void LinksSection::finishTyping()
{
    m_form->finishTyping();
}

void LinksSection::showDocument()
{
    const Document &document = m_page.editor().document();
    const std::vector<Json> links = document.valueAt(document.root() + "/links"_L1).items();
    m_index = std::clamp(m_index, 0, std::max(0, int(links.size()) - 1));
    QList<SettingsList::Entry> entries;
    for (size_t i = 0; i < links.size(); ++i) {
        const Json &link = links[i];
        const bool byTag = link[u"type"].toString() == u"dashboards";
        SettingsList::Entry entry;
        entry.id = QString::number(i);
        entry.title = link[u"title"].toString();
        entry.detail = byTag ? tr("Dashboards: %1").arg(link[u"tags"].toStrings().join(u", "_s)) : link[u"url"].toString();
        if (entry.title.isEmpty())
            entry.title = byTag ? tr("Dashboards") : entry.detail.isEmpty() ? tr("A link without a title") : entry.detail;
        entries.append(entry);
    }
    list()->setEntries(entries, QString::number(m_index));
    setCountText(entries.size() == 1 ? tr("1 link") : tr("%1 links").arg(entries.size()));
    if (links.empty())
        return setHead({}, {});
    setHead(entries[m_index].title, tr("Link %1 of %2").arg(m_index + 1).arg(entries.size()));
    m_form->setJson(links[size_t(m_index)]);
}

void LinksSection::edit(const QString &key, const Json &value, const QString &label)
{
    const Document &document = m_page.editor().document();
    const QString path = linkPath(m_index) + u'.' + key;
    const QString text = tr("Link %1: %2").arg(QString::number(m_index + 1), label);
    m_page.apply(value.isNull() ? removeDashboardValue(document, path, text) : setDashboardValue(document, path, value, text));
}

void LinksSection::add()
{
    finishTyping();
    const Json link = Json::object({{u"type"_s, u"link"_s}, {u"title"_s, tr("New link")}, {u"url"_s, QString()}});
    const int before = std::exchange(m_index, int(size()));
    if (!m_page.apply(addDashboardItem(m_page.editor().document(), u"links"_s, m_index, link, tr("Add a link")))) {
        m_index = before;
        return;
    }
    if (auto *title = m_form->findChild<LineEdit *>(u"link:title"_s)) {
        title->setFocus(Qt::OtherFocusReason);
        title->selectAll();
    }
}

void LinksSection::move(int from, int to)
{
    finishTyping();
    const int before = std::exchange(m_index, to);
    if (!m_page.apply(moveDashboardItem(m_page.editor().document(), u"links"_s, from, to, tr("Move a link"))))
        m_index = before;
}

void LinksSection::duplicate(int index)
{
    finishTyping();
    const Document &document = m_page.editor().document();
    const Json link = document.valueAt(document.root() + "/links/"_L1 + QString::number(index));
    const int before = std::exchange(m_index, index + 1);
    if (!m_page.apply(addDashboardItem(document, u"links"_s, index + 1, link, tr("Duplicate a link"))))
        m_index = before;
}

void LinksSection::remove(int index)
{
    m_page.apply(removeDashboardValue(m_page.editor().document(), linkPath(index), tr("Remove a link")));
}
