// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/placeitem.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLeft = 20, kRight = 40; // as the rows of the form, whose last column is the way back
constexpr int kLowest = 100'000, kHighest = 1000; // cells
} // namespace

PlaceItem::PlaceItem(QWidget *parent)
    : FormItem(parent)
    , m_parts{{&GridRect::x, u"x"_s, tr("Left")},
              {&GridRect::y, u"y"_s, tr("Top")},
              {&GridRect::w, u"w"_s, tr("Width")},
              {&GridRect::h, u"h"_s, tr("Height")}}
{
    setObjectName(u"place"_s);
}

void PlaceItem::setPlace(const GridRect &place)
{
    if (place == m_place)
        return; // what is half typed stays
    m_place = place;
    for (const Part &part : std::as_const(m_parts))
        if (part.edit)
            show(part);
}

void PlaceItem::prepare()
{
    if (layout())
        return;
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kLeft, 4, kRight, 4);
    grid->setHorizontalSpacing(space::unit);
    grid->setVerticalSpacing(space::half);
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        Part &part = m_parts[i];
        part.edit = new LineEdit(this, ControlSize::Small);
        part.edit->setObjectName(u"option:gridPos."_s + part.name);
        part.edit->setAccessibleName(part.label);
        part.edit->installEventFilter(this);
        part.edit->setUnit(part.name == u"x" || part.name == u"w" ? tr("of %1").arg(kGridColumns) : QString());
        const int row = int(i) / 2, column = int(i) % 2 * 2;
        grid->addWidget(new PlainLabel(part.label, TextStyle::Label, PlainLabel::Tone::Secondary, this), row, column);
        grid->addWidget(part.edit, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
        connect(part.edit, &QLineEdit::textEdited, this, [this, i] { check(m_parts[i]); });
        connect(part.edit, &QLineEdit::editingFinished, this, [this, i] {
            const Part &part = m_parts[i];
            const std::optional<int> cells = typed(part);
            cells ? take(part, *cells) : show(part);
        });
    }
    auto *help = new PlainLabel(tr("In cells of the grid; other panels make room."), TextStyle::Caption, PlainLabel::Tone::Secondary, this);
    help->setWrapped(true);
    grid->addWidget(help, 2, 0, 1, 4);
    for (const Part &part : std::as_const(m_parts))
        show(part);
}

void PlaceItem::show(const Part &part)
{
    part.edit->setText(QString::number(m_place.*part.member));
    check(part);
}

void PlaceItem::check(const Part &part)
{
    const bool fine = typed(part).has_value();
    const int least = part.member == &GridRect::x || part.member == &GridRect::y ? 0 : 1;
    part.edit->setInvalid(!fine);
    part.edit->setToolTip(fine ? QString() : plainToolTip(tr("A whole number from %1 to %2").arg(least).arg(most(part))));
}

int PlaceItem::most(const Part &part) const
{
    if (part.member == &GridRect::x)
        return kGridColumns - m_place.w;
    if (part.member == &GridRect::w)
        return kGridColumns - m_place.x;
    return part.member == &GridRect::y ? kLowest : kHighest;
}

std::optional<int> PlaceItem::typed(const Part &part) const
{
    bool whole = false;
    const int cells = part.edit->text().trimmed().toInt(&whole);
    const int least = part.member == &GridRect::x || part.member == &GridRect::y ? 0 : 1;
    return whole && cells >= least && cells <= most(part) ? std::optional(cells) : std::nullopt;
}

void PlaceItem::take(const Part &part, int cells)
{
    GridRect next = m_place;
    next.*part.member = cells;
    if (next != m_place)
        emit edited(next);
    show(part);
}

bool PlaceItem::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return FormItem::eventFilter(watched, event);
    for (const Part &part : std::as_const(m_parts)) {
        if (part.edit != watched)
            continue;
        part.edit->setText(QString::number(typed(part).value_or(m_place.*part.member) + (key == Qt::Key_Up ? 1 : -1)));
        const std::optional<int> cells = typed(part);
        cells ? take(part, *cells) : show(part);
    }
    return true;
}

bool PlaceItem::matches(const QString &words) const
{
    QString text = u"gridPos"_s;
    for (const Part &part : m_parts)
        text += u' ' + part.label + u' ' + part.name;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}
