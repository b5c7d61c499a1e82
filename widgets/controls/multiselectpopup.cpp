// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/multiselectpopup.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/keycaps.h>
#include <widgets/controls/linktext.h>
#include <widgets/controls/toggle.h>

namespace {
constexpr int kWidth = 302;
constexpr int kMaxRows = 10;
} // namespace

QString MultiSelectPopup::allValue()
{
    return QStringLiteral("$__all");
}

MultiSelectPopup::MultiSelectPopup(QWidget *parent)
    : Popup(parent)
    , m_model(new OptionModel(this))
    , m_view(new OptionView(m_model, OptionView::Mark::Boxes, this))
    , m_search(new SearchField(tr("Search values"), this))
    , m_counts(new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, this))
    , m_all(new CheckBox(tr("All"), {}, this))
    , m_allRow(new QWidget(this))
    , m_allDetail(new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, this))
{
    setObjectName(QStringLiteral("multiSelect"));
    m_search->setObjectName(QStringLiteral("multiSelect.search"));
    m_view->setObjectName(QStringLiteral("multiSelect.list"));
    m_all->setObjectName(QStringLiteral("multiSelect.all"));
    m_all->setFont(themeFont(TextStyle::LabelStrong));
    setPadding(8);
    auto *allLayout = new QHBoxLayout(m_allRow);
    allLayout->setContentsMargins(10, 2, 10, 2);
    allLayout->addWidget(m_all, 1);
    allLayout->addWidget(m_allDetail);
    contentLayout()->addWidget(m_search);
    contentLayout()->addWidget(countRow());
    contentLayout()->addWidget(m_allRow);
    contentLayout()->addSpacing(4);
    contentLayout()->addWidget(new Separator(Qt::Horizontal, this));
    contentLayout()->addSpacing(4);
    contentLayout()->addWidget(m_view);
    contentLayout()->addSpacing(4);
    contentLayout()->addWidget(new Separator(Qt::Horizontal, this));
    auto *hints = new KeyHints(
        {{{tr("Space")}, tr("toggle")}, {{tr("Ctrl"), QStringLiteral("A")}, tr("all shown")}, {{tr("Enter")}, tr("done")}}, this);
    hints->setContentsMargins(0, 0, 0, 0);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 0);
    foot->addWidget(hints);
    contentLayout()->addLayout(foot);
    m_view->takeKeysOf(m_search);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &MultiSelectPopup::offerTyped);
    connect(m_search, &QLineEdit::textChanged, m_model, &OptionModel::setFilter);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_walked = false;
        showCounts();
    });
    connect(m_view, &QListView::clicked, this, &MultiSelectPopup::toggle);
    connect(m_all, &QCheckBox::clicked, this, [this](bool on) {
        m_isAll = on;
        m_model->setChosen({});
        showCounts();
    });
}

QWidget *MultiSelectPopup::countRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 4, 8, 2);
    layout->setSpacing(8);
    layout->addWidget(m_counts, 1);
    const auto link = [&](const QString &id, const QString &text, auto action) {
        auto *button = new LinkText(text, row, {}, TextStyle::Caption);
        button->setObjectName(QStringLiteral("multiSelect.") + id);
        layout->addWidget(button);
        connect(button, &LinkText::clicked, this, action);
    };
    link(QStringLiteral("everything"), tr("All", "choose every value shown"), [this] { chooseShown(true); });
    link(QStringLiteral("none"), tr("None", "choose no value"), [this] { chooseShown(false); });
    link(QStringLiteral("invert"), tr("Invert"), [this] { invertShown(); });
    return row;
}

void MultiSelectPopup::setOptions(const QList<Option> &options, bool offerAll, const QString &allDetail)
{
    m_options = options;
    m_model->setOptions(options);
    m_offerAll = offerAll;
    m_allRow->setVisible(offerAll);
    m_allDetail->setText(allDetail);
    fit();
    showCounts();
}

void MultiSelectPopup::setChosen(const QStringList &values)
{
    m_isAll = values.contains(allValue());
    m_model->setChosen(values);
    offerTyped({});
    m_model->setChosen(m_isAll ? QStringList() : values);
    m_before = chosen();
    showCounts();
}

// Values of the person's own stay in the list while they are chosen.
void MultiSelectPopup::offerTyped(const QString &text)
{
    if (m_custom.isEmpty())
        return;
    const QStringList chosen = m_model->chosen();
    QList<Option> options = m_options;
    QSet<QString> known;
    for (const Option &each : m_options)
        known.insert(each.value);
    for (const QString &value : chosen)
        if (!known.contains(value) && value != allValue())
            options.append({value, value});
    const QString typed = text.trimmed();
    if (!typed.isEmpty() && !known.contains(typed) && !chosen.contains(typed))
        options.append({typed, m_custom.arg(typed)});
    if (options == m_model->options())
        return;
    m_model->setOptions(options);
    m_model->setChosen(chosen);
    fit();
}

QStringList MultiSelectPopup::chosen() const
{
    return m_isAll ? QStringList{allValue()} : m_model->chosen();
}

void MultiSelectPopup::fit()
{
    m_view->setMinimumWidth(std::clamp(m_view->widthForContents(460), kWidth, 460));
    m_view->setFixedHeight(std::clamp(int(m_model->options().size()), 1, kMaxRows) * m_view->rowHeight());
}

void MultiSelectPopup::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_isAll = false;
    m_model->toggle(index.row());
    showCounts();
}

void MultiSelectPopup::chooseShown(bool on)
{
    m_isAll = false;
    QStringList values = m_model->chosen();
    QSet<QString> have(values.begin(), values.end());
    QSet<QString> shown;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString value = m_model->option(row).value;
        shown.insert(value);
        if (on && !have.contains(value))
            values.append(value);
    }
    if (!on)
        values.removeIf([&shown](const QString &value) { return shown.contains(value); });
    m_model->setChosen(values);
    showCounts();
}

void MultiSelectPopup::invertShown()
{
    m_isAll = false;
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_model->toggle(row);
    showCounts();
}

void MultiSelectPopup::showCounts()
{
    m_all->setChecked(m_isAll);
    const qsizetype total = m_model->options().size();
    const QString chosenText = m_isAll ? tr("All of %1 chosen").arg(total) : tr("%1 of %2 chosen").arg(m_model->chosen().size()).arg(total);
    const bool filtered = !m_model->filter().isEmpty();
    m_counts->setText(filtered ? tr("%1 · %2 shown").arg(chosenText).arg(m_model->rowCount()) : chosenText);
}

void MultiSelectPopup::showEvent(QShowEvent *event)
{
    Popup::showEvent(event);
    m_cancelled = false;
    m_before = chosen();
    m_search->clear();
    m_walked = false;
    m_search->setFocus(Qt::PopupFocusReason);
    m_view->setCurrentIndex(m_model->index(0));
}

void MultiSelectPopup::hideEvent(QHideEvent *event)
{
    Popup::hideEvent(event);
    if (event->spontaneous())
        return;
    // Nothing chosen means All where that is offered; else no change, unless it may be so.
    QStringList values = chosen();
    if (values.isEmpty() && m_offerAll)
        values = {allValue()};
    if (!m_cancelled && (m_noneAllowed || !values.isEmpty()) && values != m_before)
        emit committed(values);
}

bool MultiSelectPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown)
            m_walked = true;
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            close();
            return true;
        }
        const bool ctrlA = key->matches(QKeySequence::SelectAll) && m_search->selectedText() == m_search->text();
        if ((key->key() == Qt::Key_Space && !continuesSearch(*key)) || ctrlA) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    return Popup::eventFilter(watched, event);
}

// A space that is part of some value belongs to the search; after a walk through the list, and with Ctrl, it always toggles.
bool MultiSelectPopup::continuesSearch(const QKeyEvent &space) const
{
    if (m_walked || space.modifiers() & Qt::ControlModifier || m_search->text().isEmpty())
        return false;
    const int at = m_search->hasSelectedText() ? m_search->selectionStart() : m_search->cursorPosition();
    const QString longer = m_search->text().left(at) + u' ';
    const QList<Option> &options = m_model->options();
    return std::any_of(options.begin(), options.end(),
                       [&](const Option &option) { return option.text.contains(longer, Qt::CaseInsensitive); });
}

void MultiSelectPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        toggle(m_view->currentIndex());
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else if (event->matches(QKeySequence::SelectAll))
        chooseShown(true);
    else if (event->key() == Qt::Key_Escape) {
        m_cancelled = true;
        close();
    } else
        Popup::keyPressEvent(event);
}
