// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/transformationcard.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/reordercolumn.h>
#include <app/editor/transformationform.h>
#include <pipeline/transform/transformation.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
QString translated(const char *text)
{
    return QCoreApplication::translate("Transformations", text);
}

PlainLabel::Tone toneOf(const QList<Notice> &notices)
{
    const auto isBad = [](const Notice &notice) { return notice.severity == Notice::Severity::Error; };
    const auto isInfo = [](const Notice &notice) { return notice.severity == Notice::Severity::Info; };
    if (std::any_of(notices.begin(), notices.end(), isBad))
        return PlainLabel::Tone::Bad;
    return std::all_of(notices.begin(), notices.end(), isInfo) ? PlainLabel::Tone::Secondary : PlainLabel::Tone::Warning;
}
} // namespace

TransformationCard::TransformationCard(const QString &id, qsizetype index, QWidget *parent) : QWidget(parent), m_id(id), m_index(index)
{
    const Transformation *known = findTransformation(id);
    m_name = known ? translated(known->name) : id;
    const QString prefix = u"transformation.%1."_s.arg(index);
    setObjectName(prefix.chopped(1));
    setAccessibleName(m_name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::half, space::half, space::unit, space::half);
    layout->setSpacing(space::half);
    makeHead(layout);
    m_body = new QWidget(this);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(space::section + space::unit, 0, 0, space::half);
    body->setSpacing(space::unit);
    if (known) {
        m_form = TransformationForm::make(*known, prefix, m_body);
        body->addWidget(m_form);
        connect(m_form, &TransformationForm::edited, this, [this](const QString &key, const Json &value, const QString &label) {
            tell(u"options."_s + key, value, u"%1: %2"_s.arg(m_name, label));
        });
    } else {
        auto *text = new PlainLabel(tr("“%1” is not known here. It stays in the file; the picture is drawn without it.").arg(id.left(60)),
                                    TextStyle::Body, PlainLabel::Tone::Warning, m_body);
        text->setWrapped(true);
        body->addWidget(text);
    }
    m_output = new PlainLabel({}, TextStyle::Code, PlainLabel::Tone::Secondary, m_body);
    m_output->setObjectName(prefix + u"output"_s);
    m_output->setWrapped(true);
    body->addWidget(m_output);
    layout->addWidget(m_body);
    m_notices = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Warning, this);
    m_notices->setObjectName(prefix + u"notices"_s);
    m_notices->setWrapped(true);
    auto *notices = new QHBoxLayout;
    notices->setContentsMargins(space::section + space::unit, 0, 0, 0);
    notices->addWidget(m_notices);
    layout->addLayout(notices);
    showState();
}

void TransformationCard::makeHead(QVBoxLayout *layout)
{
    const QString prefix = u"transformation.%1."_s.arg(m_index);
    m_grip = new Grip(tr("Move %1").arg(m_name), this);
    m_grip->setObjectName(prefix + u"grip"_s);
    m_fold = new IconButton(u"chevron-down"_s, tr("Fold"), TextButton::Kind::Ghost, this);
    m_fold->setObjectName(prefix + u"fold"_s);
    m_title = new PlainLabel(m_name, TextStyle::BodyStrong, PlainLabel::Tone::Primary, this);
    m_result = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this);
    m_result->setObjectName(prefix + u"result"_s);
    m_query = new ChooseButton(this);
    m_query->setObjectName(prefix + u"filter"_s);
    m_query->setAccessibleName(tr("Queries that %1 sees").arg(m_name));
    m_query->setFixedWidth(120);
    m_frames = new IconButton(u"table"_s, tr("What comes out"), TextButton::Kind::Ghost, this);
    m_frames->setObjectName(prefix + u"frames"_s);
    m_eye = new IconButton(u"eye"_s, tr("Disable"), TextButton::Kind::Ghost, this);
    m_eye->setObjectName(prefix + u"disable"_s);
    auto *remove = new IconButton(u"delete"_s, tr("Remove %1").arg(m_name), TextButton::Kind::Ghost, this);
    remove->setObjectName(prefix + u"remove"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::half);
    head->addWidget(m_grip);
    head->addWidget(m_fold);
    head->addWidget(m_title);
    head->addSpacing(space::half);
    head->addWidget(m_result, 1);
    for (QWidget *each : std::initializer_list<QWidget *>{m_query, m_frames, m_eye, remove})
        head->addWidget(each);
    layout->addLayout(head);
    connect(m_fold, &QAbstractButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(m_query, &ChooseButton::chosen, this, &TransformationCard::chooseQuery);
    connect(m_frames, &QAbstractButton::clicked, this, [this] {
        m_showsFrames = !m_showsFrames;
        if (m_showsFrames)
            m_folded = false;
        showState();
    });
    connect(m_eye, &QAbstractButton::clicked, this, [this] {
        const bool disabled = m_step[u"disabled"].toBool();
        tell(u"disabled"_s, disabled ? Json() : Json(true), disabled ? tr("Enable %1").arg(m_name) : tr("Disable %1").arg(m_name));
    });
    connect(remove, &QAbstractButton::clicked, this,
            [this] { emit edited(PanelEdit::removeItem(u"transformations"_s, m_index, tr("Remove %1").arg(m_name))); });
}

void TransformationCard::setStep(const Json &step)
{
    m_step = step;
    if (m_form)
        m_form->setOptions(step[u"options"]);
    showState();
}

void TransformationCard::setReport(const StepReport &report)
{
    if (m_report == report)
        return;
    m_report = report;
    if (m_form)
        m_form->setContext(report.before);
    showState();
}

void TransformationCard::setFolded(bool folded)
{
    m_folded = folded;
    showState();
}

void TransformationCard::focusForm()
{
    if (m_form)
        m_form->setFocus();
    for (QWidget *next = m_form ? m_form->nextInFocusChain() : nullptr; next && m_form->isAncestorOf(next);
         next = next->nextInFocusChain()) {
        if (next->isVisible() && (next->focusPolicy() & Qt::TabFocus) && !qobject_cast<Grip *>(next))
            return next->setFocus(Qt::TabFocusReason);
    }
    m_fold->setFocus(Qt::TabFocusReason);
}

void TransformationCard::showState()
{
    const bool disabled = m_step[u"disabled"].toBool();
    m_body->setVisible(!m_folded);
    m_fold->setIconName(m_folded ? u"chevron-right"_s : u"chevron-down"_s);
    m_fold->setToolTipText(m_folded ? tr("Unfold %1").arg(m_name) : tr("Fold %1").arg(m_name));
    m_title->setTone(disabled ? PlainLabel::Tone::Disabled : PlainLabel::Tone::Primary);
    m_eye->setIconName(disabled ? u"eye-off"_s : u"eye"_s);
    m_eye->setToolTipText(disabled ? tr("Enable %1").arg(m_name) : tr("Disable %1").arg(m_name));
    m_result->setText(disabled ? tr("disabled") : m_report.result);
    m_frames->setActive(m_showsFrames);
    m_output->setVisible(m_showsFrames && !disabled);
    m_output->setText(m_report.frames.join(u'\n'));
    const QString filter = m_step[u"filter"][u"options"].toString();
    m_query->setVisible(!filter.isEmpty() || m_report.before.refIds.size() > 1);
    QList<Option> queries{{QString(), tr("All queries")}};
    for (const QString &refId : m_report.before.refIds)
        queries.append({refId, tr("Query %1").arg(refId)});
    m_query->setOptions(queries);
    m_query->setCurrent(filter);
    QStringList notices;
    for (const Notice &notice : m_report.notices)
        notices.append(notice.text);
    m_notices->setVisible(!notices.isEmpty() && !disabled && (m_form || m_folded)); // of an unknown one the body says it
    m_notices->setText(notices.join(u'\n'));
    m_notices->setTone(toneOf(m_report.notices));
    update();
}

void TransformationCard::tell(const QString &key, const Json &value, const QString &text)
{
    const QString path = u"transformations.%1.%2"_s.arg(m_index).arg(key);
    emit edited(value.isNull() ? PanelEdit::remove(path, text) : PanelEdit::set(path, value, text));
}

void TransformationCard::chooseQuery(const QString &refId)
{
    const Json filter = Json::object({{u"id"_s, Json(u"byRefId"_s)}, {u"options"_s, Json(refId)}});
    tell(u"filter"_s, refId.isEmpty() ? Json() : filter, tr("%1: queries").arg(m_name));
}

void TransformationCard::mouseDoubleClickEvent(QMouseEvent *)
{
    setFolded(!m_folded);
}

void TransformationCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    roundedBox(painter, snapped(painter, QRectF(rect())), theme.bg.panel, theme.border.weak, space::radiusSurface);
}
