// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablepager.h>

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/field.h>

TablePager::TablePager(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, this))
    , m_back(new IconButton(QStringLiteral("chevron-left"), tr("Previous page"), TextButton::Kind::Ghost, this))
    , m_on(new IconButton(QStringLiteral("chevron-right"), tr("Next page"), TextButton::Kind::Ghost, this))
{
    m_back->setObjectName(QStringLiteral("previousPage"));
    m_on->setObjectName(QStringLiteral("nextPage"));
    m_text->setObjectName(QStringLiteral("pageText"));
    for (IconButton *button : {m_back, m_on})
        button->setControlSize(ControlSize::Small);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 6, 2);
    layout->setSpacing(2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_on);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_back, &QAbstractButton::clicked, this, [this] { emit moved(-1); });
    connect(m_on, &QAbstractButton::clicked, this, [this] { emit moved(1); });
    hide();
}

QSize TablePager::sizeHint() const
{
    return QSize(100, 28);
}

void TablePager::setPlace(int first, int shown, int total)
{
    const QLocale locale(QLocale::English);
    m_text->setText(total == 0
                        ? tr("No rows")
                        : tr("%1 – %2 of %3").arg(locale.toString(first + 1), locale.toString(first + shown), locale.toString(total)));
    m_back->setEnabled(first > 0);
    m_on->setEnabled(first + shown < total);
}

void TablePager::setHasButtons(bool has)
{
    m_back->setVisible(has);
    m_on->setVisible(has);
}
