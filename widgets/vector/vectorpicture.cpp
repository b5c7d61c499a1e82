// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/vector/vectorpicture.h>

#include <QtCore/QBuffer>
#include <QtGui/QPageLayout>
#include <QtGui/QPdfWriter>
#include <QtSvg/QSvgGenerator>
#include <QtWidgets/QWidget>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>
#include <widgets/vector/clippeddevice.h>

namespace {

constexpr double kMarginMm = 10;
constexpr double kFooterMm = 6; // below the picture, for the line with the page's number
constexpr int kPdfDotsPerInch = 1200;
constexpr double kPixelsPerInch = 96;
constexpr double kMmPerInch = 25.4;

QPageSize sizeOf(PdfSetup::Page page)
{
    return QPageSize(page == PdfSetup::Page::A3 ? QPageSize::A3 : page == PdfSetup::Page::Letter ? QPageSize::Letter : QPageSize::A4);
}

// The room for the picture, in mm.
QSizeF roomOf(PdfSetup::Page page)
{
    const QSizeF portrait = sizeOf(page).size(QPageSize::Millimeter);
    return {portrait.height() - 2 * kMarginMm, portrait.width() - 2 * kMarginMm - kFooterMm};
}

void paintPart(QPainter &target, QWidget &widget, const QRect &part)
{
    ClippedDevice device(target, part.size());
    QPainter painter(&device);
    widget.render(&painter, {}, part, QWidget::DrawWindowBackground | QWidget::DrawChildren);
}

class Pdf
{
public:
    Pdf(QWidget &widget, const PdfSetup &setup) : m_widget(widget), m_setup(setup), m_buffer(&m_bytes), m_writer(&m_buffer)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer.setTitle(setup.title);
        m_writer.setCreator(QStringLiteral("Promontory"));
        m_writer.setResolution(kPdfDotsPerInch);
    }

    QByteArray single()
    {
        const double scale = m_setup.scale;
        const QSizeF points = QSizeF(m_widget.size()) * scale * 72 / kPixelsPerInch;
        m_writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch), QPageLayout::Portrait, {}));
        start();
        m_painter.scale(kPdfDotsPerInch / kPixelsPerInch * scale, kPdfDotsPerInch / kPixelsPerInch * scale);
        paintPart(m_painter, m_widget, m_widget.rect());
        return finish();
    }

    QByteArray paged(const QList<QRect> &pages)
    {
        m_writer.setPageLayout(QPageLayout(sizeOf(m_setup.page), QPageLayout::Landscape, {}));
        start();
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                m_writer.newPage();
            paintPage(pages[i], int(i) + 1, int(pages.size()));
        }
        return finish();
    }

private:
    void start()
    {
        m_painter.begin(&m_writer);
        m_painter.setRenderHint(QPainter::LosslessImageRendering);
    }
    QByteArray finish()
    {
        m_painter.end();
        m_buffer.close();
        return m_bytes;
    }

    void paintPage(const QRect &part, int number, int count)
    {
        const Theme &theme = currentTheme(&m_widget);
        const double mm = kPdfDotsPerInch / kMmPerInch;
        const QSizeF room = roomOf(m_setup.page) * mm;
        m_painter.resetTransform();
        m_painter.fillRect(QRect(0, 0, m_writer.width(), m_writer.height()), theme.bg.window);
        const double scale = std::min(room.width() / m_widget.width(), room.height() / part.height());
        const double left = kMarginMm * mm + (room.width() - part.width() * scale) / 2;
        m_painter.translate(left, kMarginMm * mm);
        m_painter.scale(scale, scale);
        m_painter.save();
        paintPart(m_painter, m_widget, part);
        m_painter.restore();

        m_painter.resetTransform();
        m_painter.scale(kPdfDotsPerInch / kPixelsPerInch, kPdfDotsPerInch / kPixelsPerInch);
        const double px = kPixelsPerInch / kMmPerInch;
        const QRectF line(kMarginMm * px, (kMarginMm + roomOf(m_setup.page).height() + 1) * px, roomOf(m_setup.page).width() * px,
                          (kFooterMm - 1) * px);
        const QFont font = themeFont(TextStyle::Axis);
        const QString page = QStringLiteral("%1 / %2").arg(number).arg(count);
        const double width = drawLine(m_painter, line, page, font, theme.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
        drawLine(m_painter, line.adjusted(0, 0, -width - space::unit, 0), m_setup.footer, font, theme.text.secondary);
    }

    QWidget &m_widget;
    const PdfSetup &m_setup;
    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
};

} // namespace

QByteArray toSvg(QWidget &widget, const QString &title, double scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title.toHtmlEscaped()); // it writes what it is given
    generator.setDescription(QStringLiteral("Promontory"));
    generator.setResolution(int(kPixelsPerInch));
    generator.setSize((QSizeF(widget.size()) * scale).toSize());
    generator.setViewBox(widget.rect());
    QPainter painter(&generator);
    paintPart(painter, widget, widget.rect());
    painter.end();
    return bytes;
}

int pdfPageHeight(PdfSetup::Page page, int width)
{
    const QSizeF room = roomOf(page);
    return int(width * room.height() / room.width());
}

QByteArray toPdf(QWidget &widget, const PdfSetup &setup, const QList<QRect> &pages)
{
    Pdf pdf(widget, setup);
    return setup.page == PdfSetup::Page::Single ? pdf.single() : pdf.paged(pages);
}

QList<QRect> pagesOf(const QSize &sheet, QList<QRect> items, int pageHeight)
{
    std::sort(items.begin(), items.end(), [](const QRect &a, const QRect &b) { return a.top() < b.top(); });
    // Where no item is cut: the middle of each gap between what lies above and what lies below.
    QList<int> cuts;
    int reached = 0;
    for (const QRect &item : std::as_const(items)) {
        if (item.top() >= reached && reached > 0)
            cuts.append((reached + item.top()) / 2);
        reached = std::max(reached, item.bottom() + 1);
    }
    cuts.append(sheet.height());
    QList<QRect> pages;
    int top = 0;
    for (qsizetype i = 0; i < cuts.size(); ++i) {
        const bool isLast = i + 1 == cuts.size();
        if (!isLast && cuts[i + 1] - top <= pageHeight)
            continue;
        pages.append(QRect(0, top, sheet.width(), cuts[i] - top));
        top = cuts[i];
    }
    return pages;
}
