// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/mappingscontrol.h>

#include <QtCore/QRegularExpression>
#include <QtWidgets/QBoxLayout>
#include <cmath>
#include <pipeline/valuemapping.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/colorpicker.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = ValueMapping::Kind;

constexpr qsizetype kMostBoxes = 200;

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Value:
        return MappingsControl::tr("Value");
    case Kind::Range:
        return MappingsControl::tr("Range");
    case Kind::Regex:
        return MappingsControl::tr("Pattern");
    case Kind::Special:
        return MappingsControl::tr("Special");
    }
    return {};
}

QList<Option> specialOptions()
{
    return {{u"null"_s, MappingsControl::tr("Null")},
            {u"nan"_s, MappingsControl::tr("NaN")},
            {u"null+nan"_s, MappingsControl::tr("Null or NaN")},
            {u"true"_s, MappingsControl::tr("True")},
            {u"false"_s, MappingsControl::tr("False")},
            {u"empty"_s, MappingsControl::tr("Empty text")}};
}

} // namespace

MappingsControl::MappingsControl(const OptionRow &, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_name(name)
    , m_add(addButton(tr("Add mapping"), name + ".add"_L1, this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    m_add->setArrow(true);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    connect(m_add, &QAbstractButton::clicked, this, &MappingsControl::openAddMenu);
}

void MappingsControl::show(const Json &value)
{
    const QList<MappingEntry> next = mappingEntries(value);
    if (m_rows && next == m_entries)
        return;
    m_entries = next;
    rebuild();
}

void MappingsControl::rebuild()
{
    const KeptFocus kept(this, m_add);
    retire(m_rows);
    m_rows = new QWidget(this);
    auto *layout = new QVBoxLayout(m_rows);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    for (qsizetype i = 0; i < std::min(m_entries.size(), kMostBoxes); ++i)
        layout->addWidget(box(i));
    if (m_entries.size() > kMostBoxes)
        layout->addWidget(new PlainLabel(tr("%1 more in the JSON of the panel").arg(m_entries.size() - kMostBoxes), TextStyle::Label,
                                         PlainLabel::Tone::Secondary, m_rows));
    m_layout->insertWidget(0, m_rows);
}

QWidget *MappingsControl::box(qsizetype index)
{
    const MappingEntry &entry = m_entries[index];
    const QString name = m_name + u'.' + QString::number(index);
    auto *box = new ItemBox(m_rows);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::half);
    auto *kind = new PlainLabel(kindText(entry.kind), TextStyle::Label, PlainLabel::Tone::Secondary, box);
    kind->setMinimumWidth(52);
    head->addWidget(kind);
    addMatch(index, head, box);
    auto *menu = new ItemMenuButton(name + ".menu"_L1, tr("Mapping %1").arg(index + 1), box);
    menu->setPlace(index, m_entries.size());
    head->addWidget(menu);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::half);
    auto *shows = new PlainLabel(tr("shows"), TextStyle::Label, PlainLabel::Tone::Secondary, box);
    shows->setMinimumWidth(52);
    foot->addWidget(shows);
    LineEdit *text = edit(index, u"text"_s, tr("Text"), shownValue(entry.result[u"text"]), box);
    text->setPlaceholderText(tr("the value itself"));
    foot->addWidget(text, 1);
    auto *color = new ColorButton(box);
    color->setObjectName(name + ".color"_L1);
    color->setAccessibleName(tr("Colour"));
    color->setClearable(tr("None"));
    color->setColor(entry.result[u"color"].toString());
    foot->addWidget(color);
    box->contentLayout()->addLayout(head);
    box->contentLayout()->addLayout(foot);
    connect(text, &QLineEdit::textEdited, this, [this, index](const QString &typed) { setResult(index, u"text"_s, typed); });
    connect(color, &ColorButton::colorChosen, this, [this, index](const QString &chosen) { setResult(index, u"color"_s, chosen); });
    connect(menu, &ItemMenuButton::moveRequested, this, [this, index](int by) {
        m_entries.move(index, index + by);
        tellEntries(true);
        focusMenu(index + by);
    });
    connect(menu, &ItemMenuButton::removeRequested, this, [this, index] {
        m_entries.removeAt(index);
        tellEntries(true);
        focusMenu(std::min(index, m_entries.size() - 1));
    });
    return box;
}

LineEdit *MappingsControl::edit(qsizetype index, const QString &part, const QString &label, const QString &text, QWidget *owner)
{
    auto *edit = new LineEdit(owner, ControlSize::Small);
    edit->setObjectName(u"%1.%2.%3"_s.arg(m_name).arg(index).arg(part));
    edit->setAccessibleName(label);
    edit->setTypesIntoDocument();
    edit->setText(text);
    return edit;
}

void MappingsControl::addMatch(qsizetype index, QBoxLayout *line, QWidget *owner)
{
    const MappingEntry &entry = m_entries[index];
    if (entry.kind == Kind::Special) {
        auto *button = new ChooseButton(owner);
        button->setObjectName(u"%1.%2.match"_s.arg(m_name).arg(index));
        button->setAccessibleName(tr("Special value"));
        button->setOptions(specialOptions());
        button->setCurrent(entry.match);
        line->addWidget(button, 1);
        connect(button, &ChooseButton::chosen, this, [this, index](const QString &match) {
            m_entries[index].match = match;
            tellEntries(false);
        });
        return;
    }
    if (entry.kind != Kind::Range) {
        LineEdit *match = edit(index, u"match"_s, entry.kind == Kind::Regex ? tr("Pattern") : tr("Value"), entry.match, owner);
        match->setPlaceholderText(entry.kind == Kind::Regex ? u"/^5../"_s : tr("text or number"));
        line->addWidget(match, 1);
        connect(match, &QLineEdit::textEdited, this, [this, index, match] { setMatch(index, match); });
        return;
    }
    for (const bool from : {true, false}) {
        LineEdit *bound
            = edit(index, from ? u"from"_s : u"to"_s, from ? tr("From") : tr("To"), shownValue(from ? entry.from : entry.to), owner);
        bound->setPlaceholderText(from ? tr("from") : tr("to"));
        line->addWidget(bound, 1);
        connect(bound, &QLineEdit::textEdited, this, [this, index, bound, from] { setBound(index, bound, from); });
    }
}

void MappingsControl::openAddMenu()
{
    auto *menu = new Menu(m_add);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<Kind, const char *> kinds[]
        = {{Kind::Value, "value"}, {Kind::Range, "range"}, {Kind::Regex, "regex"}, {Kind::Special, "special"}};
    for (const auto &[kind, id] : kinds)
        connect(
            menu->add(QLatin1String(id), {}, kindText(kind)), &QAction::triggered, this, [this, kind = kind] { addEntry(kind); },
            Qt::QueuedConnection);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
}

void MappingsControl::addEntry(Kind kind)
{
    MappingEntry entry;
    entry.kind = kind;
    entry.match = kind == Kind::Special ? u"null"_s : kind == Kind::Regex ? u".*"_s : QString();
    if (kind == Kind::Range) {
        entry.from = 0;
        entry.to = 1;
    }
    // Two lines with the same value would be one in the file.
    for (int i = 0; kind == Kind::Value
         && (i == 0
             || std::any_of(m_entries.begin(), m_entries.end(),
                            [&](const MappingEntry &each) { return each.kind == Kind::Value && each.match == entry.match; }));
         ++i)
        entry.match = QString::number(i);
    m_entries.append(entry);
    tellEntries(true);
    const QString name = u"%1.%2."_s.arg(m_name).arg(m_entries.size() - 1);
    for (const QString &part : {u"match"_s, u"from"_s})
        if (auto *edit = findChild<LineEdit *>(name + part)) {
            edit->setFocus(Qt::TabFocusReason);
            edit->selectAll(); // what is typed stands in place of what it begins with
        }
}

void MappingsControl::focusMenu(qsizetype index)
{
    if (auto *menu = findChild<QWidget *>(u"%1.%2.menu"_s.arg(m_name).arg(index)))
        menu->setFocus(Qt::OtherFocusReason);
}

void MappingsControl::tellEntries(bool placesChanged)
{
    if (placesChanged)
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            m_entries[i].result = m_entries[i].result.with(u"index", int(i));
    const Json next = mappingsOf(m_entries, value());
    m_entries = mappingEntries(next);
    if (placesChanged)
        rebuild();
    tell(next);
}

void MappingsControl::setMatch(qsizetype index, LineEdit *edit)
{
    const QString match = edit->text();
    bool fine = true;
    if (m_entries[index].kind == Kind::Regex)
        fine = regexFromText(match).isValid() && !match.isEmpty();
    else
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            fine &= i == index || m_entries[i].kind != Kind::Value || m_entries[i].match != match;
    edit->setInvalid(!fine);
    edit->setToolTip(fine                                       ? QString()
                         : m_entries[index].kind == Kind::Regex ? plainToolTip(tr("Not a pattern"))
                                                                : plainToolTip(tr("Another line has this value")));
    if (!fine)
        return;
    m_entries[index].match = match;
    tellEntries(false);
}

void MappingsControl::setBound(qsizetype index, LineEdit *edit, bool from)
{
    const QString text = edit->text().trimmed();
    bool ok = text.isEmpty();
    const double number = ok ? 0 : text.toDouble(&ok);
    edit->setInvalid(!ok);
    if (!ok)
        return;
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    (from ? m_entries[index].from : m_entries[index].to) = text.isEmpty() ? Json() : whole ? Json(qint64(number)) : Json(number);
    tellEntries(false);
}

void MappingsControl::setResult(qsizetype index, const QString &member, const QString &text)
{
    Json &result = m_entries[index].result;
    result = text.isEmpty() ? result.without(member) : result.with(member, text);
    tellEntries(false);
}
