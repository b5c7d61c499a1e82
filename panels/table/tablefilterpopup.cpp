// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablefilterpopup.h>

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <widgets/controls/field.h>

using Op = ColumnFilter::Op;

TableFilterPopup::TableFilterPopup(const ColumnFilter &filter, const QStringList &texts, QWidget *parent)
    : Popup(parent)
    , m_op(new QComboBox(this))
    , m_operand(new LineEdit(this))
    , m_values(new QListWidget(this))
{
    setObjectName(QStringLiteral("columnFilter"));
    m_op->setObjectName(QStringLiteral("filterOperator"));
    m_operand->setObjectName(QStringLiteral("filterOperand"));
    m_values->setObjectName(QStringLiteral("filterValues"));
    for (const auto &[op, text] : {std::pair(Op::Contains, tr("Contains")), std::pair(Op::Expression, tr("Expression")),
                                   std::pair(Op::Equal, QStringLiteral("=")), std::pair(Op::NotEqual, QStringLiteral("!=")),
                                   std::pair(Op::Less, QStringLiteral("<")), std::pair(Op::AtMost, QStringLiteral("<=")),
                                   std::pair(Op::Greater, QStringLiteral(">")), std::pair(Op::AtLeast, QStringLiteral(">="))})
        m_op->addItem(text, int(op));
    m_op->setCurrentIndex(m_op->findData(int(filter.op)));
    m_op->setAccessibleName(tr("Comparison"));
    m_operand->setText(filter.operand);
    m_operand->setAccessibleName(tr("Compared with"));
    m_operand->setPlaceholderText(filter.op == Op::Expression ? QStringLiteral("$ >= 10 && $ < 20") : tr("Value"));
    fill(texts, filter);
    auto *comparison = new QHBoxLayout;
    comparison->setSpacing(6);
    comparison->addWidget(m_op);
    comparison->addWidget(m_operand, 1);
    contentLayout()->setSpacing(6);
    contentLayout()->addLayout(comparison);
    contentLayout()->addWidget(m_values);
    m_values->setVisible(!texts.isEmpty());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    contentLayout()->addLayout(buttons);
    const auto addButton = [&](const QString &name, const QString &text) {
        auto *button = new TextButton(text, TextButton::Kind::Ghost, {}, this);
        button->setObjectName(name);
        button->setControlSize(ControlSize::Small);
        buttons->addWidget(button);
        return button;
    };
    if (!texts.isEmpty()) {
        connect(addButton(QStringLiteral("tickAll"), tr("All")), &QAbstractButton::clicked, this, [this] { tickAll(true); });
        connect(addButton(QStringLiteral("tickNone"), tr("None")), &QAbstractButton::clicked, this, [this] { tickAll(false); });
    }
    buttons->addStretch(1);
    auto *clear = addButton(QStringLiteral("clearFilter"), tr("Clear filter"));
    setFixedWidth(264);
    connect(m_op, &QComboBox::activated, this, [this] {
        m_operand->setPlaceholderText(m_op->currentData().toInt() == int(Op::Expression) ? QStringLiteral("$ >= 10 && $ < 20")
                                                                                         : tr("Value"));
        tell();
    });
    connect(m_operand, &QLineEdit::textEdited, this, &TableFilterPopup::tell);
    connect(m_values, &QListWidget::itemChanged, this, &TableFilterPopup::tell);
    connect(clear, &QAbstractButton::clicked, this, [this] {
        m_operand->clear();
        tickAll(true);
    });
    m_operand->setFocus();
}

void TableFilterPopup::fill(const QStringList &texts, const ColumnFilter &filter)
{
    m_filling = true;
    m_values->clear();
    for (const QString &text : texts) {
        auto *item = new QListWidgetItem(text.isEmpty() ? tr("(empty)") : oneLine(text, 200), m_values);
        item->setData(Qt::UserRole, text);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(!filter.chosen || filter.chosen->contains(text) ? Qt::Checked : Qt::Unchecked);
    }
    m_values->setFixedHeight(std::clamp(int(texts.size()), 2, 8) * 24 + 4);
    m_filling = false;
}

void TableFilterPopup::tickAll(bool ticked)
{
    m_filling = true;
    for (int i = 0; i < m_values->count(); ++i)
        m_values->item(i)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    m_filling = false;
    tell();
}

void TableFilterPopup::tell()
{
    if (m_filling)
        return;
    ColumnFilter filter{Op(m_op->currentData().toInt()), m_operand->text(), {}};
    QSet<QString> chosen;
    for (int i = 0; i < m_values->count(); ++i) {
        if (m_values->item(i)->checkState() == Qt::Checked)
            chosen.insert(m_values->item(i)->data(Qt::UserRole).toString());
    }
    if (int(chosen.size()) < m_values->count())
        filter.chosen = chosen;
    emit filterChanged(filter);
}
