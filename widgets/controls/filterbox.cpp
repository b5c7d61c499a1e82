// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/filterbox.h>

#include <QtCore/QPointer>
#include <QtGui/QResizeEvent>
#include <widgets/controls/button.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/pill.h>
#include <widgets/controls/taborder.h>

namespace {
constexpr int kGap = 4;
constexpr int kMostOptions = 100'000;

bool isOneOf(const QString &op)
{
    return op == QLatin1String("=|") || op == QLatin1String("!=|");
}

bool isRegex(const QString &op)
{
    return op == QLatin1String("=~") || op == QLatin1String("!~");
}
} // namespace

QString LabelFilterItem::text() const
{
    const QString sign = op == QLatin1String("=|") ? QStringLiteral("in") : op == QLatin1String("!=|") ? QStringLiteral("not in") : op;
    return label + u' ' + sign + u' ' + values.join(QStringLiteral(", "));
}

FilterBox::FilterBox(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_rest(new TextButton({}, TextButton::Kind::Secondary, {}, this))
    , m_add(new TextButton(tr("Filter"), TextButton::Kind::Secondary, QStringLiteral("add"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_rest->setObjectName(QStringLiteral("variable.%1.rest").arg(name));
    m_add->setObjectName(QStringLiteral("variable.%1.add").arg(name));
    m_add->setAccessibleName(tr("Add a filter"));
    m_rest->hide();
    connect(m_add, &TextButton::clicked, this, [this] { edit(-1); });
    connect(m_rest, &TextButton::clicked, this, &FilterBox::openRest);
}

void FilterBox::setFilters(const QList<LabelFilterItem> &filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    rebuild();
}

void FilterBox::rebuild()
{
    for (Chip *old : std::as_const(m_chips)) {
        old->hide();
        old->setObjectName({});
        old->deleteLater();
    }
    m_chips.clear();
    for (int i = 0; i < int(m_filters.size()); ++i) {
        auto *chip = new Chip(m_filters[i].text(), true, this);
        chip->setObjectName(QStringLiteral("variable.%1.filter.%2").arg(m_name).arg(i));
        chip->setToolTip(plainToolTip(m_filters[i].text()));
        chip->setFocusPolicy(Qt::TabFocus);
        connect(chip, &Chip::clicked, this, [this, i] { edit(i); });
        connect(chip, &Chip::removeRequested, this, [this, i] { remove(i); });
        m_chips.append(chip);
    }
    chainTabs(QList<QWidget *>(m_chips.begin(), m_chips.end()) + QList<QWidget *>{m_rest, m_add});
    updateGeometry();
    place();
}

QSize FilterBox::sizeHint() const
{
    int width = m_add->sizeHint().width();
    for (const Chip *chip : m_chips)
        width += chip->sizeHint().width() + kGap;
    return QSize(width, space::control);
}

// Chips from the left as long as they have room beside the buttons.
void FilterBox::place()
{
    const int addWidth = m_add->sizeHint().width();
    m_rest->setText(QStringLiteral("+%1").arg(m_chips.size()));
    const int restWidth = m_rest->sizeHint().width() + kGap;
    const bool all = sizeHint().width() <= width();
    int x = 0;
    m_shown = 0;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        Chip *chip = m_chips[i];
        const QSize size = chip->sizeHint();
        const bool fits = m_shown == i && (all || x + size.width() + kGap + restWidth + addWidth <= width());
        chip->setVisible(fits);
        if (!fits)
            continue;
        chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + kGap;
        ++m_shown;
    }
    const int hidden = int(m_chips.size()) - m_shown;
    m_rest->setVisible(hidden > 0);
    if (hidden > 0) {
        m_rest->setText(QStringLiteral("+%1").arg(hidden));
        m_rest->setAccessibleName(tr("%n more filters", nullptr, hidden));
        m_rest->setGeometry(x, (height() - space::control) / 2, restWidth - kGap, space::control);
        x += restWidth;
    }
    m_add->setGeometry(x, (height() - space::control) / 2, addWidth, space::control);
}

void FilterBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void FilterBox::remove(int at)
{
    QList<LabelFilterItem> filters = m_filters;
    filters.removeAt(at);
    m_add->setFocus(Qt::OtherFocusReason);
    setFilters(filters);
    emit changed(filters);
}

void FilterBox::openRest()
{
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = m_shown; i < int(m_filters.size()); ++i)
        connect(menu->addData(QStringLiteral("filter"), m_filters[i].text()), &QAction::triggered, this, [this, i] { edit(i); });
    menu->popup(m_rest->mapToGlobal(QPoint(0, m_rest->height() + 4)));
}

OptionPopup *FilterBox::popup(const QString &part)
{
    auto *made = new OptionPopup(this);
    made->setObjectName(QStringLiteral("variable.%1.%2").arg(m_name, part));
    connect(made, &Popup::closed, made, &QObject::deleteLater);
    return made;
}

void FilterBox::edit(int at)
{
    m_at = at;
    m_edited = at < 0 ? LabelFilterItem{{}, QStringLiteral("="), {}} : m_filters.value(at);
    if (at < 0)
        chooseLabel();
    else
        chooseOperator();
}

void FilterBox::chooseLabel()
{
    OptionPopup *labels = popup(QStringLiteral("labels"));
    labels->setCustom(tr("Use “%1”"));
    QList<Option> options;
    for (const QString &label : m_labels.mid(0, kMostOptions))
        options.append({label, label});
    labels->setOptions(options, {});
    connect(labels, &OptionPopup::chosen, this, [this](const QString &label) {
        m_edited.label = label;
        chooseOperator();
    });
    labels->popupUnder(m_add);
}

void FilterBox::chooseOperator()
{
    OptionPopup *operators = popup(QStringLiteral("operators"));
    operators->setOptions({{QStringLiteral("="), QStringLiteral("="), tr("Equals")},
                           {QStringLiteral("!="), QStringLiteral("!="), tr("Not equal")},
                           {QStringLiteral("=|"), QStringLiteral("in"), tr("One of")},
                           {QStringLiteral("!=|"), QStringLiteral("not in"), tr("None of")},
                           {QStringLiteral("=~"), QStringLiteral("=~"), tr("Matches regex")},
                           {QStringLiteral("!~"), QStringLiteral("!~"), tr("Does not match regex")}},
                          m_edited.op);
    connect(operators, &OptionPopup::chosen, this, [this](const QString &op) {
        m_edited.op = op;
        chooseValue();
    });
    operators->popupUnder(m_at < 0 || m_at >= m_shown ? static_cast<QWidget *>(m_add) : m_chips[m_at]);
}

void FilterBox::chooseValue()
{
    m_values.clear();
    QWidget *under = m_at < 0 || m_at >= m_shown ? static_cast<QWidget *>(m_add) : m_chips[m_at];
    if (isOneOf(m_edited.op)) {
        if (!m_several) {
            m_several = new MultiSelectPopup(this);
            m_several->setObjectName(QStringLiteral("variable.%1.values").arg(m_name));
            connect(m_several, &MultiSelectPopup::committed, this, [this](const QStringList &values) {
                m_edited.values = values;
                finish();
            });
        }
        showValues();
        m_several->popupUnder(under);
    } else {
        m_one = popup(QStringLiteral("value"));
        m_one->setCustom(isRegex(m_edited.op) ? tr("Match “%1”") : tr("Use “%1”"));
        connect(m_one, &OptionPopup::chosen, this, [this](const QString &value) {
            m_edited.values = QStringList{value};
            finish();
        });
        connect(m_one, &Popup::closed, this, [this] { m_one = nullptr; });
        showValues();
        m_one->popupUnder(under);
    }
    emit valuesWanted(m_edited.label);
}

// Values that the filter has already stay offered until the source says which there are.
void FilterBox::showValues()
{
    QStringList values = m_values;
    for (const QString &value : m_edited.values)
        if (!values.contains(value))
            values.append(value);
    QList<Option> options;
    for (const QString &value : values.mid(0, kMostOptions))
        options.append({value, value});
    if (m_one) {
        m_one->setOptions(options, m_edited.values.value(0));
    } else if (m_several) {
        m_several->setOptions(options, false);
        m_several->setChosen(m_edited.values);
    }
}

void FilterBox::setValues(const QString &label, const QStringList &values)
{
    if (label != m_edited.label || (!m_one && !(m_several && m_several->isVisible())))
        return;
    const auto *search = m_one ? m_one->findChild<QLineEdit *>(QStringLiteral("optionPopup.search")) : nullptr;
    const QString typed = search ? search->text() : QString();
    m_values = values;
    showValues();
    if (!typed.isEmpty())
        m_one->findChild<QLineEdit *>(QStringLiteral("optionPopup.search"))->setText(typed);
}

void FilterBox::finish()
{
    if (m_edited.label.isEmpty() || m_edited.values.isEmpty())
        return;
    QList<LabelFilterItem> filters = m_filters;
    if (m_at < 0)
        filters.append(m_edited);
    else
        filters[m_at] = m_edited;
    if (filters == m_filters)
        return;
    setFilters(filters);
    emit changed(filters);
}
