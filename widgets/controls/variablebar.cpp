// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/taborder.h>
#include <widgets/controls/variablebar.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/button.h>
#include <widgets/controls/controlsmenu.h>
#include <widgets/controls/linktext.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/toggle.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kRow = 34; // a row and the space below it
constexpr int kGap = 16;
constexpr int kMargin = 12;
constexpr int kMostOptions = 100000;
} // namespace

VariableControl::VariableControl(const VariableItem &item, QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this))
{
    setObjectName(QStringLiteral("variable.") + item.name);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    if (item.kind == VariableItem::Kind::Text) {
        m_edit = new LineEdit(this);
        m_edit->setFixedWidth(140);
        m_edit->setObjectName(QStringLiteral("variable.%1.value").arg(item.name));
        layout->addWidget(m_edit);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            if (m_item.values != QStringList{m_edit->text()})
                emit changed(m_item.name, {m_edit->text()});
        });
    } else if (item.kind == VariableItem::Kind::Filters) {
        m_filters = new FilterBox(item.name, this);
        m_label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // chips give way, not the name
        layout->addWidget(m_filters, 1);
        connect(m_filters, &FilterBox::changed, this,
                [this](const QList<LabelFilterItem> &filters) { emit filtersChanged(m_item.name, filters); });
        connect(m_filters, &FilterBox::valuesWanted, this, [this](const QString &label) { emit filterValuesWanted(m_item.name, label); });
    } else if (item.kind == VariableItem::Kind::Switch) {
        m_item.name = item.name;
        makeSwitch();
    } else {
        m_box = new ValueBox(this);
        m_box->setObjectName(QStringLiteral("variable.%1.value").arg(item.name));
        layout->addWidget(m_box);
        connect(m_box, &QAbstractButton::clicked, this, &VariableControl::open);
        connect(m_box, &ValueBox::removed, this, &VariableControl::removeValue);
    }
    show(item);
}

void VariableControl::makeSwitch()
{
    m_switch = new Switch({}, this);
    m_switch->setObjectName(QStringLiteral("variable.%1.value").arg(m_item.name));
    layout()->addWidget(m_switch);
    connect(m_switch, &QAbstractButton::clicked, this,
            [this](bool on) { emit changed(m_item.name, {on ? QStringLiteral("true") : QStringLiteral("false")}); });
}

void VariableControl::setItem(const VariableItem &item)
{
    if (item == m_item)
        return;
    show(item);
    if (m_several && m_several->isVisible())
        return; // the person is choosing; new options come with the next opening
}

void VariableControl::show(const VariableItem &item)
{
    m_item = item;
    m_label->setText(item.label);
    m_label->setVisible(!item.label.isEmpty());
    m_label->setToolTip(plainToolTip(item.description));
    if (m_filters) {
        QStringList labels;
        for (const VariableItem::Choice &choice : item.options)
            labels.append(choice.value);
        m_filters->setLabels(labels);
        m_filters->setFilters(item.filters);
        m_filters->setAccessibleName(item.label.isEmpty() ? item.name : item.label);
    } else if (m_switch) {
        const QString tip = item.error.isEmpty() ? item.description : item.error;
        m_switch->setChecked(item.values.value(0) == QLatin1String("true"));
        m_switch->setAccessibleName(item.label.isEmpty() ? item.name : item.label);
        m_switch->setAccessibleDescription(tip);
        for (QWidget *each : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_switch)})
            each->setToolTip(plainToolTip(tip));
        m_label->setTone(item.error.isEmpty() ? PlainLabel::Tone::Secondary : PlainLabel::Tone::Bad);
    } else if (m_edit) {
        const QString text = item.values.value(0);
        if (m_edit->text() != text && !m_edit->hasFocus())
            m_edit->setText(text);
        m_edit->setInvalid(!item.error.isEmpty());
        m_edit->setAccessibleName(item.label.isEmpty() ? item.name : item.label);
    } else {
        m_box->setItem(item);
    }
}

int VariableControl::labelWidth() const
{
    return m_label->isHidden() ? 0 : m_label->sizeHint().width();
}

void VariableControl::setLabelWidth(int px)
{
    m_label->setFixedWidth(px);
    if (auto *row = qobject_cast<QHBoxLayout *>(layout()); m_box)
        m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else if (m_edit)
        m_edit->setMaximumWidth(QWIDGETSIZE_MAX);
    else if (m_switch && row->itemAt(row->count() - 1)->widget())
        row->addStretch(1);
}

void VariableControl::open()
{
    m_box->setOpen(true);
    if (m_item.kind == VariableItem::Kind::Multi)
        openSeveral();
    else
        openOne();
}

void VariableControl::openOne()
{
    if (!m_one) {
        m_one = new OptionPopup(this);
        addFooter(m_one);
        connect(m_one, &OptionPopup::chosen, this, [this](const QString &value) {
            if (m_item.values != QStringList{value})
                emit changed(m_item.name, {value});
        });
        connect(m_one, &Popup::closed, this, [this] { m_box->setOpen(false); });
    }
    QList<Option> options;
    if (m_item.offerAll)
        options.append({MultiSelectPopup::allValue(), tr("All")});
    for (const VariableItem::Choice &choice : m_item.options.mid(0, kMostOptions))
        options.append({choice.value, choice.text});
    m_one->setCustom(m_item.allowCustom ? tr("Use “%1”") : QString());
    m_one->setMinimumListWidth(m_box->width() - 10);
    m_one->setOptions(options, m_item.values.value(0));
    m_one->popupUnder(m_box);
}

void VariableControl::openSeveral()
{
    if (!m_several) {
        m_several = new MultiSelectPopup(this);
        addFooter(m_several);
        connect(m_several, &MultiSelectPopup::committed, this, [this](const QStringList &values) { emit changed(m_item.name, values); });
        connect(m_several, &Popup::closed, this, [this] { m_box->setOpen(false); });
    }
    QList<Option> options;
    for (const VariableItem::Choice &choice : m_item.options.mid(0, kMostOptions))
        options.append({choice.value, choice.text});
    m_several->setCustom(m_item.allowCustom ? tr("Use “%1”") : QString());
    m_several->setNoneAllowed(m_item.noneAllowed);
    m_several->setOptions(options, m_item.offerAll);
    m_several->setChosen(m_item.values);
    m_several->popupUnder(m_box);
}

// The way to what the variable is, from where its values are.
void VariableControl::addFooter(Popup *popup)
{
    auto *edit = new LinkText(editText(), popup, QStringLiteral("edit"));
    edit->setObjectName(QStringLiteral("variable.%1.edit").arg(m_item.name));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(edit);
    row->addStretch(1);
    popup->contentLayout()->addLayout(row);
    connect(edit, &LinkText::clicked, this, [this, popup] {
        popup->close();
        emit editRequested(m_item.name);
    });
}

void VariableControl::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->add(QStringLiteral("variable.edit"), QStringLiteral("edit"), editText()), &QAction::triggered, this,
            [this] { emit editRequested(m_item.name); });
    menu->popup(event->globalPos());
}

void VariableControl::removeValue(const QString &value)
{
    QStringList values = m_item.values;
    values.removeAll(value);
    emit changed(m_item.name, values);
}

class LinkButton : public LinkText
{
public:
    LinkButton(const BarLink &link, QWidget *parent) : LinkText(link.text, parent, link.icon)
    {
        const QString target = link.isFile || link.isMenu ? QString() : link.url.toDisplayString();
        setToolTip(plainToolTip(QStringList{link.toolTip, target}.join(QLatin1Char('\n')).trimmed()));
    }
};

bool BarLink::operator==(const BarLink &other) const
{
    return text == other.text && icon == other.icon && url == other.url && toolTip == other.toolTip && isMenu == other.isMenu
        && inMenu == other.inMenu && isFile == other.isFile && items == other.items;
}

VariableBar::VariableBar(QWidget *parent)
    : QWidget(parent)
    , m_menuButton(new IconButton(QStringLiteral("more"), tr("Controls"), TextButton::Kind::Ghost, this))
    , m_menu(new ControlsMenu(this))
{
    setObjectName(QStringLiteral("variableBar"));
    setAccessibleName(tr("Variables"));
    m_menuButton->setObjectName(QStringLiteral("controlsMenuButton"));
    m_menuButton->hide();
    connect(m_menuButton, &QAbstractButton::clicked, this, [this] { m_menu->openUnder(m_menuButton); });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

VariableBar::Controls VariableBar::updated(Controls old, const QList<VariableItem> &items, bool inMenu, QWidget *parent)
{
    Controls next;
    for (const VariableItem &item : items) {
        if (item.hidden || item.inMenu != inMenu)
            continue;
        const auto same = std::find_if(old.begin(), old.end(), [&](const VariableControl *each) {
            return each->item().name == item.name && each->item().kind == item.kind;
        });
        if (same != old.end()) {
            (*same)->setItem(item);
            next.append(*same);
            old.erase(same);
            continue;
        }
        auto *control = new VariableControl(item, parent);
        connect(control, &VariableControl::changed, this, &VariableBar::changed);
        connect(control, &VariableControl::filtersChanged, this, &VariableBar::filtersChanged);
        connect(control, &VariableControl::filterValuesWanted, this, &VariableBar::filterValuesWanted);
        connect(control, &VariableControl::editRequested, this, [this](const QString &name) {
            m_menu->close();
            emit editRequested(name);
        });
        control->QWidget::show();
        next.append(control);
    }
    for (VariableControl *gone : std::as_const(old)) {
        gone->hide();
        gone->deleteLater(); // its popup may be the sender of this change
    }
    return next;
}

void VariableBar::setItems(const QList<VariableItem> &items)
{
    m_controls = updated(m_controls, items, false, this);
    const Controls before = m_menuControls;
    m_menuControls = updated(m_menuControls, items, true, m_menu->body());
    QList<QWidget *> stops;
    for (VariableControl *control : std::as_const(m_controls))
        stops += control->findChildren<QWidget *>();
    chainTabs(stops);
    if (m_menuControls != before)
        fillMenu();
    updateGeometry();
    place(width(), true);
}

VariableBar::Links VariableBar::made(const QList<BarLink> &links, bool inMenu, QWidget *parent)
{
    Links buttons;
    for (const BarLink &link : links) {
        if (link.inMenu != inMenu)
            continue;
        auto *button = new LinkButton(link, parent);
        button->setObjectName(QStringLiteral("link.") + link.text);
        connect(button, &LinkText::clicked, this, [this, link, button] {
            if (link.isMenu)
                return openMenu(link, button);
            m_menu->close();
            emit linkActivated(link);
        });
        button->show();
        buttons.append(button);
    }
    return buttons;
}

void VariableBar::setLinks(const QList<BarLink> &links)
{
    if (links == m_linkInfos)
        return;
    m_linkInfos = links;
    for (LinkButton *old : m_links + m_menuLinks) {
        old->hide();
        old->deleteLater();
    }
    m_links = made(links, false, this);
    m_menuLinks = made(links, true, m_menu->body());
    fillMenu();
    updateGeometry();
    place(width(), true);
}

void VariableBar::fillMenu()
{
    QList<QWidget *> links;
    for (LinkButton *link : std::as_const(m_menuLinks))
        links.append(link);
    m_menu->setContent(m_menuControls, links);
    m_menuButton->setVisible(!m_menuControls.isEmpty() || !links.isEmpty());
    if (m_menuButton->isHidden())
        m_menu->close();
}

void VariableBar::setFilterValues(const QString &name, const QString &label, const QStringList &values)
{
    for (VariableControl *control : m_controls + m_menuControls)
        if (control->filters() && control->item().name == name)
            control->filters()->setValues(label, values);
}

void VariableBar::openMenu(const BarLink &link, QWidget *button)
{
    auto *menu = new Menu(this);
    menu->setObjectName(QStringLiteral("linkMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const BarLink &item : link.items)
        connect(menu->addData(item.icon, item.text), &QAction::triggered, this, [this, item] {
            m_menu->close();
            emit linkActivated(item);
        });
    if (link.items.isEmpty())
        menu->addData({}, tr("No dashboard with this tag is known yet"))->setEnabled(false);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
}

QList<QWidget *> VariableBar::atTheRight() const
{
    QList<QWidget *> all;
    for (LinkButton *link : m_links)
        all.append(link);
    if (!m_menuButton->isHidden())
        all.append(m_menuButton);
    return all;
}

// Rows from the left; the links take the right end of the last row, or a row of their own.
int VariableBar::place(int width, bool apply) const
{
    int x = kMargin;
    int y = 0;
    const auto next = [&](const QSize &size) {
        if (x > kMargin && x + size.width() > width - kMargin) {
            x = kMargin;
            y += kRow;
        }
        const QRect rect(x, y + (kRow - size.height()) / 2, std::min(size.width(), width - 2 * kMargin), size.height());
        x += size.width() + kGap;
        return rect;
    };
    for (VariableControl *control : m_controls) {
        const QRect rect = next(control->sizeHint());
        if (apply)
            control->setGeometry(rect);
    }
    const QList<QWidget *> right = atTheRight();
    int wide = 0;
    for (const QWidget *each : right)
        wide += each->sizeHint().width() + kGap;
    if (!right.isEmpty()) {
        const bool fits = x + wide - kGap <= width - kMargin;
        if (!fits && x > kMargin)
            y += kRow;
        x = std::max(kMargin, width - kMargin - wide + kGap);
        for (QWidget *each : right) {
            const QRect rect = next(each->sizeHint());
            if (apply)
                each->setGeometry(rect);
        }
    }
    return m_controls.isEmpty() && right.isEmpty() ? 0 : y + space::variableBar;
}

int VariableBar::heightForWidth(int width) const
{
    return place(width, false);
}

QSize VariableBar::sizeHint() const
{
    return QSize(400, heightForWidth(std::max(width(), 400)));
}

void VariableBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.toolbar);
    horizontalLine(p, 0, width(), height() - 1, t.border.weak);
}

void VariableBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
    if (heightForWidth(width()) != height())
        updateGeometry(); // a layout that gave both at once knew only the old width
}

bool VariableBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {
        place(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}
