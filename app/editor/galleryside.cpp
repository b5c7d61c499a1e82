// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/galleryside.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>
#include <app/query/pickbutton.h>
#include <app/query/promqledit.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 232; // px
constexpr int kFitHeight = 40;

// A line of "fits this query": icon, name, what it shows.
class FitRow : public QAbstractButton
{
public:
    FitRow(const PanelType &type, bool chosen, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(type.icon)
        , m_detail(QCoreApplication::translate("Panels", type.description))
        , m_chosen(chosen)
    {
        setText(QCoreApplication::translate("Panels", type.name));
        setObjectName(u"fit."_s + type.id);
        setAccessibleDescription(m_detail);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(kFitHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        if (m_chosen || underMouse())
            roundedBox(painter, rect(), m_chosen ? theme.bg.selected : theme.bg.hover, {}, space::radiusControl);
        drawIcon(painter, m_icon, m_chosen ? theme.accent.text : theme.text.secondary, QPointF(8, (height() - 16) / 2.0), 16);
        const qreal width = this->width() - 40;
        drawLine(painter, QRectF(32, 3, width, 18), text(), themeFont(12, 500), m_chosen ? theme.accent.text : theme.text.primary);
        drawLine(painter, QRectF(32, 20, width, 16), m_detail, themeFont(TextStyle::Caption), theme.text.secondary);
    }

private:
    QString m_icon;
    QString m_detail;
    bool m_chosen;
};

} // namespace

GallerySide::GallerySide(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_source(new PickButton(tr("Source"), this))
    , m_query(new PromqlEdit(this))
    , m_result(new ResultLine(this))
    , m_fits(new QWidget(this))
    , m_width(new SegmentedControl(this))
    , m_place(new SegmentedControl(this))
{
    setFixedWidth(kWidth);
    m_layout->setContentsMargins(space::group, space::group, space::group, space::group);
    m_layout->setSpacing(space::unit);
    addHeading(tr("Start from data"), tr("The pictures draw this query."));
    m_source->setObjectName(u"gallerySource"_s);
    m_source->setIconName(u"source"_s);
    m_query->setObjectName(u"galleryQuery"_s);
    m_query->setPlaceholder(tr("rate(http_requests_total[5m])"));
    m_layout->addWidget(m_source);
    m_layout->addWidget(m_query);
    m_layout->addWidget(m_result);
    m_layout->addWidget(m_fits);
    auto *fits = new QVBoxLayout(m_fits);
    fits->setContentsMargins({});
    fits->setSpacing(2);
    m_layout->addSpacing(space::unit);
    addHeading(tr("Width"));
    m_width->setObjectName(u"galleryWidth"_s);
    m_width->setAccessibleName(tr("Width"));
    m_width->setSegments({{u"8"_s, tr("Third")}, {u"12"_s, tr("Half")}, {u"24"_s, tr("Full")}});
    m_width->setCurrent(u"12"_s);
    m_width->setStretched(true);
    m_layout->addWidget(m_width);
    m_layout->addSpacing(space::unit);
    addHeading(tr("Place"));
    m_place->setObjectName(u"galleryPlace"_s);
    m_place->setAccessibleName(tr("Place"));
    m_place->setSegments({{u"view"_s, tr("In view"), {}, tr("Where the page is now; others make room")}, {u"end"_s, tr("At the end")}});
    m_place->setCurrent(u"end"_s);
    m_place->setStretched(true);
    m_layout->addWidget(m_place);
    m_layout->addStretch(1);
    m_result->hide();
    m_fits->hide();
    connect(m_source, &PickButton::chosen, this, &GallerySide::queryEdited);
    connect(m_query, &PromqlEdit::edited, this, &GallerySide::queryEdited);
    connect(m_query, &PromqlEdit::runRequested, this, &GallerySide::runRequested);
}

void GallerySide::addHeading(const QString &text, const QString &detail)
{
    m_layout->addWidget(new PlainLabel(text, TextStyle::Heading, PlainLabel::Tone::Primary, this));
    if (detail.isEmpty())
        return;
    auto *words = new PlainLabel(detail, TextStyle::Caption, PlainLabel::Tone::Secondary, this);
    words->setWrapped(true);
    m_layout->addWidget(words);
}

void GallerySide::setSources(const QList<Option> &sources, const QString &current)
{
    m_source->setOptions(sources);
    m_source->setCurrent(current);
}

void GallerySide::setVariables(const QStringList &names)
{
    m_query->setVariables(names);
}

void GallerySide::setResult(const ResultText &result)
{
    m_result->setResult(result);
    m_result->setVisible(!result.headline.isEmpty());
}

void GallerySide::setFits(const QList<GalleryFit> &fits, const QString &chosenType)
{
    qDeleteAll(m_fits->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_fits->setVisible(!fits.isEmpty());
    if (fits.isEmpty())
        return;
    m_fits->layout()->addWidget(new PlainLabel(tr("Fits this query"), TextStyle::Heading, PlainLabel::Tone::Primary, m_fits));
    for (const GalleryFit &fit : fits) {
        auto *row = new FitRow(*fit.type, fit.type->id == chosenType, m_fits);
        connect(
            row, &QAbstractButton::clicked, this, [this, id = fit.type->id] { emit fitChosen(id); }, Qt::QueuedConnection);
        m_fits->layout()->addWidget(row);
    }
}

QString GallerySide::source() const
{
    return m_source->current();
}

QString GallerySide::expr() const
{
    return m_query->text();
}

int GallerySide::columns() const
{
    return m_width->current().toInt();
}

bool GallerySide::inView() const
{
    return m_place->current() == u"view";
}

void GallerySide::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    verticalLine(painter, 0, 0, height(), currentTheme(this).border.weak);
}
