// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/transformationchooser.h>

#include <QtWidgets/QVBoxLayout>
#include <pipeline/transform/transformation.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 600;
constexpr int kRows = 12;

QString translated(const char *text)
{
    return QCoreApplication::translate("Transformations", text);
}
} // namespace

TransformationChooser::TransformationChooser(QWidget *parent)
    : Popup(parent)
    , m_model(new OptionModel(this))
    , m_view(new OptionView(m_model, OptionView::Mark::None, this))
    , m_search(new SearchField(tr("Search transformations"), this))
{
    setObjectName(u"transformationChooser"_s);
    m_search->setObjectName(u"transformationSearch"_s);
    m_search->setAccessibleName(tr("Search transformations"));
    m_view->setObjectName(u"transformationChoices"_s);
    m_view->setAccessibleName(tr("Transformations"));
    for (const Transformation &each : transformations())
        m_all.append({each.id, translated(each.name), translated(each.description)});
    m_view->setFixedWidth(std::min(kWidth, parent->window()->width() - 4 * space::unit));
    m_view->setFixedHeight(kRows * m_view->rowHeight());
    setPadding(space::unit);
    contentLayout()->setSpacing(space::half);
    contentLayout()->addWidget(m_search);
    contentLayout()->addWidget(m_view);
    m_view->takeKeysOf(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &TransformationChooser::filter);
    connect(m_view, &QAbstractItemView::activated, this, &TransformationChooser::choose);
    filter({});
}

void TransformationChooser::showEvent(QShowEvent *event)
{
    Popup::showEvent(event);
    m_search->setFocus(Qt::PopupFocusReason);
}

void TransformationChooser::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QList<Option> found;
    for (const Option &option : m_all) {
        const QString all = option.text + u' ' + option.detail + u' ' + option.value;
        if (std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            found.append(option);
    }
    m_model->setOptions(found);
    if (!found.isEmpty())
        m_view->setCurrentIndex(m_model->index(0, 0));
}

void TransformationChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = m_model->option(index.row()).value;
    close();
    emit chosen(id);
}
