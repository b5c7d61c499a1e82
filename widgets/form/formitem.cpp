// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/formitem.h>

#include <QtWidgets/QBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLeft = 20, kLabel = 119, kMarkWidth = 2, kRight = 4;
}

FormRow::FormRow(const OptionRow &row, const QString &section, QWidget *parent)
    : FormItem(parent)
    , m_row(row)
    , m_section(section)
    , m_path(section.isEmpty() ? row.key : section + u'.' + row.key)
{
    setObjectName("row:"_L1 + m_path);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

bool FormRow::isChanged() const
{
    return m_marks && !m_value.isNull() && m_value != m_row.defaultValue;
}

void FormRow::setRoot(const Json &root)
{
    m_owner = m_section.isEmpty() ? root : root.get(m_section);
    m_value = m_owner.get(m_row.key);
    m_wanted = !m_row.visible || m_row.visible(m_owner);
    if (!m_control)
        return;
    m_control->setOwner(m_owner);
    m_control->setValue(m_value);
    if (isChanged() != m_showsChange)
        showState();
}

void FormRow::setContext(const FormContext &context)
{
    m_context = context;
    if (m_control)
        m_control->setContext(context);
}

void FormRow::prepare()
{
    if (m_control)
        return;
    build();
    m_control->setContext(m_context);
    m_control->setOwner(m_owner);
    m_control->setValue(m_value);
    showState();
}

void FormRow::build()
{
    const QString help = optionText(m_row.help);
    m_control = OptionControl::make(m_row, "option:"_L1 + m_path, this);
    m_label = new PlainLabel(optionLabel(m_row), TextStyle::Label, PlainLabel::Tone::Secondary, this);
    m_label->setWrapped(true);
    m_reset = new IconButton(u"reset"_s, tr("Reset %1").arg(optionLabel(m_row)), TextButton::Kind::Ghost, this);
    m_reset->setObjectName("reset:"_L1 + m_path);
    m_reset->setControlSize(ControlSize::Small);
    QSizePolicy keeps = m_reset->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keeps);
    setToolTip(plainToolTip(help));
    auto *line = new QHBoxLayout;
    line->setSpacing(space::half);
    if (OptionControl::isWide(m_row.kind)) {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(kLeft, 3, kRight, 5);
        column->setSpacing(2);
        line->addWidget(m_label, 1);
        line->addWidget(m_reset);
        column->addLayout(line);
        auto *indent = new QHBoxLayout;
        indent->setContentsMargins(0, 0, 8, 0);
        indent->addWidget(m_control);
        column->addLayout(indent);
    } else {
        line->setContentsMargins(kLeft, 4, kRight, 4);
        m_label->setFixedWidth(kLabel);
        line->addWidget(m_label);
        line->addWidget(m_control, 1, Qt::AlignVCenter);
        line->addWidget(m_reset, 0, Qt::AlignTop);
        setLayout(line);
    }
    connect(m_control, &OptionControl::edited, this, [this](const Json &value) { emit edited(this, value); });
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        if (m_reset->hasFocus())
            m_control->setFocus(Qt::OtherFocusReason);
        emit edited(this, {});
    });
}

void FormRow::showState()
{
    const bool changed = isChanged();
    m_showsChange = changed;
    m_label->setFontStyle(changed ? TextStyle::LabelStrong : TextStyle::Label);
    m_label->setTone(changed ? PlainLabel::Tone::Primary : PlainLabel::Tone::Secondary);
    m_reset->setVisible(changed);
    update();
}

bool FormRow::matches(const QString &words) const
{
    const QString text = optionLabel(m_row) + u' ' + optionText(m_row.help) + u' ' + optionText(m_row.group) + u' ' + m_path;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

void FormRow::paintEvent(QPaintEvent *)
{
    if (!isChanged())
        return;
    QPainter painter(this);
    const double height = std::min(16.0, double(this->height()));
    const double top = m_label ? m_label->geometry().center().y() + 1 - height / 2 : 0;
    painter.fillRect(snapped(painter, QRectF(0, top, kMarkWidth, height)), currentTheme(this).accent.main);
}
