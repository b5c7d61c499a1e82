// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardsheet.h>

#include <QtCore/QBuffer>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>
#include <app/dashboardview.h>
#include <app/inputvalues.h>
#include <app/loadwatch.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/timepickerpopup.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

DashboardSheet::DashboardSheet(App &app, const Document &document)
{
    setAttribute(Qt::WA_DontShowOnScreen);
    SessionSetup setup;
    setup.traits = app.traits();
    setup.inputs = app.inputsFor(document).values;
    m_session = std::make_unique<DashboardSession>(document, app.sources(), setup);
    m_session->setRefreshInterval({});
    m_view = new DashboardView(*m_session, app.panels(), this);
    m_view->setInteractive(false);
}

DashboardSheet::~DashboardSheet()
{
    delete m_view; // before the session that it reads
}

bool DashboardSheet::choosePanel(const QString &panelId)
{
    QString id;
    for (const PanelInstance &instance : m_session->instances())
        if (id.isEmpty() && QString::number(instance.panel->id) == panelId)
            id = instance.id;
    m_session->bringForward(id);
    m_view->viewPanel(id);
    m_onePanel = !m_view->viewedPanel().isEmpty();
    return m_onePanel;
}

void DashboardSheet::open(int width, int height)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    if (!m_onePanel) {
        auto *toolbar = new Toolbar(title(), this);
        toolbar->setLineBelow(true);
        toolbar->addRight(new PlainLabel(rangeText(m_session->rawRange(), m_session->view().zone()), TextStyle::Label,
                                         PlainLabel::Tone::Secondary, toolbar));
        layout->addWidget(toolbar);
    }
    layout->addWidget(m_view, 1);
    const auto fit = [this, width, height] {
        const int needed = m_onePanel ? width / 2 : space::toolbar + DashboardGrid::heightOf(m_view->pageLines());
        resize(width, std::clamp(height > 0 ? height : needed, 50, 30'000));
    };
    fit();
    connect(m_session.get(), &DashboardSession::layoutChanged, this, fit); // what repeats stands more or fewer times
    m_watch = new LoadWatch(*m_session, *m_view, this);
    show();
    m_session->start();
}

QList<QRect> DashboardSheet::items() const
{
    QList<QRect> rects;
    for (const QString &id : m_view->grid().visibleItems()) {
        const QWidget *item = m_view->grid().item(id);
        rects.append(QRect(item->mapTo(this, QPoint()), item->size()));
    }
    return rects;
}

QString DashboardSheet::title() const
{
    return m_session->interpolate(m_session->dashboard().title);
}

QByteArray DashboardSheet::picture(const QString &format, PdfSetup::Page page, double scale)
{
    if (format == u"svg")
        return toSvg(*this, title(), scale);
    if (format == u"pdf") {
        const PdfSetup setup{page, title(), title() + u" · "_s + rangeText(m_session->rawRange(), m_session->view().zone()), scale};
        return toPdf(*this, setup, pagesOf(size(), items(), pdfPageHeight(page, width())));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImage image(size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(currentTheme(this).bg.window);
    render(&image);
    image.save(&buffer, "PNG");
    return bytes;
}

void DashboardSheet::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme(this).bg.window);
}
