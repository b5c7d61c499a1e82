// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/exemplarlinksedit.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/field.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLabelWidth = 132;

bool leadsSomewhere(const QString &address)
{
    const QUrl url(QString(address).replace("${__value.raw}"_L1, "x"_L1));
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

QString help()
{
    return ExemplarLinksEdit::tr(
        "${__value.raw} in the address stands for the label's value. The browser opens it when you follow the link.");
}

} // namespace

ExemplarLinksEdit::ExemplarLinksEdit(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
    , m_note(new PlainLabel(help(), TextStyle::Label, PlainLabel::Tone::Secondary, this))
{
    m_note->setWrapped(true);
    m_note->setObjectName(u"sourceTraceNote"_s);
    auto *add = new TextButton(tr("Add link"), TextButton::Kind::Ghost, u"add"_s, this);
    add->setObjectName(u"sourceTraceAdd"_s);
    add->setAccessibleName(tr("Add a link for a label of exemplars"));
    m_list->setSpacing(space::unit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addLayout(m_list);
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addWidget(m_note);
    connect(add, &QAbstractButton::clicked, this, [this] {
        addRow({m_rows.isEmpty() ? u"trace_id"_s : QString(), {}, {}});
        m_rows.last().url->setFocus(Qt::OtherFocusReason);
        emit edited();
    });
}

void ExemplarLinksEdit::addRow(const ExemplarLink &link)
{
    const QString number = QString::number(m_rows.size());
    Row row{new QWidget(this), new LineEdit(nullptr, ControlSize::Large), new LineEdit(nullptr, ControlSize::Large), link.title};
    row.label->setObjectName(u"sourceTraceLabel."_s + number);
    row.label->setAccessibleName(tr("Label of the exemplars"));
    row.label->setPlaceholderText(tr("Label"));
    row.label->setText(link.label);
    row.label->setFixedWidth(kLabelWidth);
    row.url->setObjectName(u"sourceTraceUrl."_s + number);
    row.url->setAccessibleName(tr("Address that it leads to"));
    row.url->setPlaceholderText(u"https://host/trace/${__value.raw}"_s);
    row.url->setText(link.url);
    row.url->setCursorPosition(0);
    for (LineEdit *edit : {row.label, row.url})
        edit->setMonospace(true);
    auto *remove = new IconButton(u"delete"_s, tr("Remove this link"), TextButton::Kind::Ghost, row.box);
    remove->setObjectName(u"sourceTraceRemove."_s + number);
    auto *layout = new QHBoxLayout(row.box);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(row.label);
    layout->addWidget(row.url, 1);
    layout->addWidget(remove);
    m_list->addWidget(row.box);
    m_rows.append(row);
    for (const LineEdit *edit : {row.label, row.url})
        connect(edit, &QLineEdit::textEdited, this, &ExemplarLinksEdit::edited);
    connect(remove, &QAbstractButton::clicked, this, [this, box = row.box] { removeRow(box); });
}

void ExemplarLinksEdit::removeRow(QWidget *box)
{
    m_rows.removeIf([box](const Row &row) { return row.box == box; });
    box->hide();
    box->deleteLater();
    emit edited();
}

void ExemplarLinksEdit::setLinks(const QList<ExemplarLink> &links)
{
    for (const Row &row : std::exchange(m_rows, {}))
        delete row.box;
    for (const ExemplarLink &link : links)
        addRow(link);
    m_note->setText(help());
    m_note->setTone(PlainLabel::Tone::Secondary);
}

QList<ExemplarLink> ExemplarLinksEdit::links() const
{
    QList<ExemplarLink> links;
    for (const Row &row : m_rows) {
        const ExemplarLink link{row.label->text().trimmed(), row.url->text().trimmed(), row.title};
        if (!link.label.isEmpty() && !link.url.isEmpty())
            links.append(link);
    }
    return links;
}

bool ExemplarLinksEdit::validate()
{
    bool fine = true;
    for (const Row &row : std::as_const(m_rows)) {
        const bool empty = row.url->text().trimmed().isEmpty();
        const bool good = empty || leadsSomewhere(row.url->text().trimmed());
        row.url->setInvalid(!good);
        row.label->setInvalid(!empty && row.label->text().trimmed().isEmpty());
        fine = fine && good && !row.label->isInvalid();
    }
    m_note->setText(fine ? help() : tr("Write a label and an address like https://host/trace/${__value.raw}"));
    m_note->setTone(fine ? PlainLabel::Tone::Secondary : PlainLabel::Tone::Bad);
    return fine;
}
