// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/optionlist.h>

#include <QtWidgets/QVBoxLayout>

namespace {
constexpr int kSearchFrom = 9; // options
constexpr int kMaxRows = 12;
} // namespace

OptionPopup::OptionPopup(QWidget *parent)
    : Popup(parent)
    , m_model(new OptionModel(this))
    , m_view(new OptionView(m_model, OptionView::Mark::CheckRight, this))
    , m_search(new SearchField(tr("Search"), this))
{
    setObjectName(QStringLiteral("optionPopup"));
    m_search->setObjectName(QStringLiteral("optionPopup.search"));
    m_view->setObjectName(QStringLiteral("optionPopup.list"));
    contentLayout()->addWidget(m_search);
    contentLayout()->addSpacing(0);
    contentLayout()->addWidget(m_view);
    m_view->takeKeysOf(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &OptionPopup::search);
    connect(m_view, &QListView::activated, this, &OptionPopup::choose);
}

void OptionPopup::setOptions(const QList<Option> &options, const QString &current)
{
    m_search->clear();
    m_options = m_clear.isEmpty() ? options : QList<Option>{{QString(), m_clear}} + options;
    m_model->setOptions(m_options);
    m_model->setChosen({current});
    m_search->setVisible(options.size() >= kSearchFrom + 2 || !m_custom.isEmpty());
    setPadding(m_search->isVisibleTo(this) ? 8 : 4);
    contentLayout()->setSpacing(m_search->isVisibleTo(this) ? 4 : 0);
    fit();
}

void OptionPopup::search(const QString &text)
{
    const QString custom = text.trimmed();
    const bool known = std::any_of(m_options.begin(), m_options.end(), [&](const Option &each) { return each.value == custom; });
    if (!m_custom.isEmpty() && !custom.isEmpty() && !known)
        m_model->setOptions(m_options + QList<Option>{{custom, m_custom.arg(custom)}});
    else if (!m_custom.isEmpty())
        m_model->setOptions(m_options);
    m_model->setFilter(text);
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
}

void OptionPopup::setRowHeight(int px)
{
    m_view->setRowHeight(px);
    fit();
}

void OptionPopup::fit()
{
    m_view->setMinimumWidth(std::max(m_minimumWidth, m_view->widthForContents(420)));
    m_view->setFixedHeight(std::clamp(int(m_model->options().size()), 1, kMaxRows) * m_view->rowHeight());
}

void OptionPopup::showEvent(QShowEvent *event)
{
    Popup::showEvent(event);
    const QStringList chosen = m_model->chosen();
    const int row = chosen.isEmpty() ? -1 : m_model->rowOf(chosen.first());
    m_view->setCurrentIndex(m_model->index(std::max(row, 0)));
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
    (m_search->isVisibleTo(this) ? static_cast<QWidget *>(m_search) : m_view)->setFocus(Qt::PopupFocusReason);
}

void OptionPopup::choose(const QModelIndex &index)
{
    const QString value = index.data(OptionModel::ValueRole).toString();
    m_model->setChosen({value});
    close();
    emit chosen(value);
}
