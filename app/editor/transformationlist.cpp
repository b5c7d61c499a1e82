// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/transformationlist.h>

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/reordercolumn.h>
#include <app/editor/stepreports.h>
#include <app/editor/transformationchooser.h>
#include <pipeline/transform/transformation.h>
#include <widgets/controls/emptystate.h>

using namespace Qt::StringLiterals;

namespace {
QString translated(const char *text)
{
    return QCoreApplication::translate("Transformations", text);
}
} // namespace

TransformationList::TransformationList(QWidget *parent)
    : QWidget(parent)
    , m_column(new ReorderColumn(space::unit, this))
    , m_empty(new EmptyState(EmptyState::Size::Small, this))
    , m_add(new TextButton(tr("Add transformation"), TextButton::Kind::Ghost, u"add"_s, this))
{
    setObjectName(u"transformations"_s);
    m_add->setObjectName(u"addTransformation"_s);
    m_empty->setMinimumHeight(160);
    m_empty->setIcon(u"transform"_s);
    m_empty->setTitle(tr("No transformations"));
    m_empty->setText(tr("They join, filter, rename and calculate what the queries answered, before it is drawn."));
    TextButton *first = m_empty->addAction(tr("Add transformation"), u"add"_s);
    first->setObjectName(u"addFirstTransformation"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(m_column);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addWidget(m_empty, 1);
    layout->addStretch(0);
    m_column->takeKeys();
    connect(m_column, &ReorderColumn::moved, this, &TransformationList::move);
    connect(m_add, &QAbstractButton::clicked, this, [this] { openChooser(); });
    connect(first, &QAbstractButton::clicked, this, [this, first] { openChooser(first); });
    rebuild({});
}

int TransformationList::count() const
{
    return int(m_list.size());
}

TransformationCard *TransformationList::card(int index) const
{
    return static_cast<TransformationCard *>(m_column->rows()[index]);
}

void TransformationList::setInterpolation(const std::function<QString(const QString &)> &interpolate)
{
    m_interpolate = interpolate;
}

void TransformationList::setTransformations(const Json &list, const Frames &raw)
{
    const bool same = m_list == list;
    m_list = list.isArray() ? list : Json::array();
    m_raw = raw;
    QStringList ids;
    for (const Json &step : m_list.items())
        ids.append(step[u"id"].toString());
    if (ids != m_ids)
        rebuild(ids);
    if (!same) {
        for (int i = 0; i < m_ids.size(); ++i)
            card(i)->setStep(m_list.at(i));
    }
    // Behind the closing of the chooser, which gives the focus back to its button.
    if (m_focusIndex >= 0)
        QMetaObject::invokeMethod(this, &TransformationList::takeFocus, Qt::QueuedConnection);
    work();
}

void TransformationList::takeFocus()
{
    const int index = std::exchange(m_focusIndex, -1);
    const bool form = std::exchange(m_focusForm, false);
    if (index < 0 || index >= m_ids.size())
        return;
    if (form)
        card(index)->focusForm();
    else
        card(index)->grip()->setFocus(Qt::OtherFocusReason);
}

// Cards whose steps are the same ones keep their fold.
void TransformationList::rebuild(const QStringList &ids)
{
    std::vector<std::pair<Json, bool>> folds;
    for (int i = 0; i < m_ids.size(); ++i)
        folds.emplace_back(card(i)->step(), card(i)->isFolded());
    m_column->clear();
    m_ids = ids;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        auto *each = new TransformationCard(ids[i], i, m_column);
        each->setStep(m_list.at(i));
        const auto known = std::find_if(folds.begin(), folds.end(), [&](const auto &fold) { return fold.first == m_list.at(i); });
        each->setFolded(known != folds.end() && known->second);
        if (i < m_reports.size())
            each->setReport(m_reports[i]);
        m_column->addRow(each, each->grip());
        connect(each, &TransformationCard::edited, this, &TransformationList::edited);
    }
    m_column->setVisible(!ids.isEmpty());
    m_add->setVisible(!ids.isEmpty());
    m_empty->setVisible(ids.isEmpty());
}

void TransformationList::work()
{
    const Json list = m_interpolate ? interpolatedTransformations(m_list, m_interpolate) : m_list;
    m_offload.start(
        this, [list, raw = m_raw](std::stop_token stop) { return stepReports(list, raw, stop); },
        [this](const QList<StepReport> &reports) {
            m_reports = reports;
            for (int i = 0; i < m_ids.size() && i < reports.size(); ++i)
                card(i)->setReport(reports[i]);
        });
}

void TransformationList::openChooser(QWidget *anchor)
{
    auto *popup = new TransformationChooser(this);
    connect(popup, &TransformationChooser::chosen, this, &TransformationList::add);
    connect(popup, &Popup::closed, popup, &QObject::deleteLater);
    popup->popupUnder(anchor ? anchor : m_ids.isEmpty() ? static_cast<QWidget *>(m_empty) : m_add);
}

void TransformationList::add(const QString &id)
{
    const Transformation *known = findTransformation(id);
    if (!known)
        return;
    m_focusIndex = int(m_ids.size());
    m_focusForm = true;
    const Json step = Json::object({{u"id"_s, Json(id)}, {u"options"_s, Json::object()}});
    emit edited(PanelEdit::addItem(u"transformations"_s, m_ids.size(), step, tr("Add %1").arg(translated(known->name))));
}

void TransformationList::move(int from, int to)
{
    m_focusIndex = to;
    m_focusForm = false;
    const Transformation *known = findTransformation(m_ids[from]);
    emit edited(PanelEdit::moveItem(u"transformations"_s, from, to, tr("Move %1").arg(known ? translated(known->name) : m_ids[from])));
}
