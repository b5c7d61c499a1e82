// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <tests/widgets/vector/svgshapes.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/theme.h>
#include <widgets/vector/vectorpicture.h>

using namespace Qt::StringLiterals;

namespace {

// Paints what a test wants.
class Canvas : public QWidget
{
public:
    explicit Canvas(std::function<void(QPainter &)> paint, QWidget *parent = nullptr) : QWidget(parent), m_paint(std::move(paint)) { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_paint(painter);
    }

private:
    std::function<void(QPainter &)> m_paint;
};

const QColor kInk(0x12, 0xab, 0xef);

int pageCount(const QByteArray &pdf)
{
    static const QRegularExpression page(u"/Type\\s*/Page[^s]"_s);
    int count = 0;
    for (auto it = page.globalMatch(QString::fromLatin1(pdf)); it.hasNext(); it.next())
        ++count;
    return count;
}

// What pdftotext (poppler-utils) reads from a page.
QString textOf(const QByteArray &pdf, int page)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    file.write(pdf);
    file.flush();
    QProcess process;
    const QString number = QString::number(page);
    process.start(u"pdftotext"_s, {u"-f"_s, number, u"-l"_s, number, file.fileName(), u"-"_s});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

// Widgets as SVG and PDF: cut where the screen cuts, text as text, pages that cut no item.
class TstVectorPicture : public QObject
{
    Q_OBJECT

private slots:
    void childrenAreCut()
    {
        QWidget window;
        window.resize(200, 100);
        Canvas child(
            [](QPainter &painter) {
                painter.fillRect(QRect(-50, -50, 500, 500), kInk);
                painter.setPen(QPen(kInk, 3));
                painter.drawEllipse(QPoint(90, 40), 60, 60);
                painter.drawLine(-40, 10, 400, 20);
            },
            &window);
        child.setGeometry(10, 20, 100, 50);
        const SvgShapes svg = SvgShapes::of(toSvg(window, u"window"_s));
        const QList<SvgShapes::Shape> shapes = svg.coloured(kInk);
        QVERIFY(shapes.size() >= 3);
        for (const SvgShapes::Shape &shape : shapes)
            QVERIFY2(QRectF(9.9, 19.9, 100.2, 50.2).contains(shape.bounds), qPrintable(QDebug::toString(shape.bounds)));
    }

    void clipsOfPaintersAreKept()
    {
        Canvas canvas([](QPainter &painter) {
            painter.save();
            painter.setClipRect(20, 20, 30, 30);
            painter.translate(10, 0);
            painter.setClipRect(0, 0, 25, 25, Qt::IntersectClip); // 20 … 35 by 20 … 25
            painter.fillRect(QRect(-100, -100, 400, 400), kInk);
            painter.restore();
            painter.fillRect(QRect(60, 60, 10, 10), Qt::red);
        });
        canvas.resize(100, 100);
        const SvgShapes svg = SvgShapes::of(toSvg(canvas, u"clips"_s));
        QCOMPARE(svg.coloured(kInk).size(), 1);
        QCOMPARE(svg.coloured(kInk).first().bounds, QRectF(20, 20, 15, 5));
        QCOMPARE(svg.coloured(Qt::red).first().bounds, QRectF(60, 60, 10, 10));
    }

    void textIsText()
    {
        Canvas canvas([](QPainter &painter) {
            drawLine(painter, QRectF(0, 0, 200, 20), u"</text> & <b>"_s, themeFont(TextStyle::Label), kInk);
            drawDigits(painter, QRectF(0, 20, 200, 20), u"1,234.5"_s, themeFont(TextStyle::Label), kInk, Qt::AlignLeft);
            drawIcon(painter, u"info"_s, kInk, QPointF(0, 40), 16);
            painter.setClipRect(0, 60, 200, 20);
            drawLine(painter, QRectF(0, 72, 200, 20), u"below the clip"_s, themeFont(TextStyle::Label), kInk);
        });
        canvas.resize(200, 100);
        const SvgShapes svg = SvgShapes::of(toSvg(canvas, u"texts & <titles>"_s));
        QVERIFY(svg.isWellFormed);
        QCOMPARE(svg.texts, (QStringList{u"</text> & <b>"_s, u"1,234.5"_s}));
        QVERIFY(svg.images.isEmpty()); // the icon is shapes
        QVERIFY(svg.coloured(kInk).size() >= 2);
    }

    void scaleChangesTheSizeOnly()
    {
        Canvas canvas([](QPainter &painter) { painter.fillRect(QRect(0, 0, 10, 10), kInk); });
        canvas.resize(200, 100);
        const QByteArray svg = toSvg(canvas, {}, 2);
        QVERIFY(svg.contains("viewBox=\"0 0 200 100\""));
        QCOMPARE(SvgShapes::of(svg).coloured(kInk).first().bounds, QRectF(0, 0, 10, 10));
        QXmlStreamReader xml(svg);
        xml.readNextStartElement();
        const QString width = xml.attributes().value(u"width"_s).toString();
        QVERIFY2(std::abs(width.chopped(2).toDouble() - 400 * 25.4 / 96) < 0.2, qPrintable(width)); // mm
    }

    void pages_data()
    {
        QTest::addColumn<QList<QRect>>("items");
        QTest::addColumn<QList<QRect>>("pages");
        const auto item = [](int y, int height, int x = 0) { return QRect(x, y, 100, height); };
        QTest::newRow("none") << QList<QRect>() << QList<QRect>{{0, 0, 800, 1000}};
        QTest::newRow("rows") << QList<QRect>{item(10, 200), item(220, 200), item(430, 200), item(640, 200)}
                              << QList<QRect>{{0, 0, 800, 425}, {0, 425, 800, 575}};
        QTest::newRow("beside each other") << QList<QRect>{item(10, 200), item(10, 390, 200), item(220, 180), item(410, 200)}
                                           << QList<QRect>{{0, 0, 800, 405}, {0, 405, 800, 595}};
        QTest::newRow("higher than a page") << QList<QRect>{item(10, 100), item(120, 700), item(830, 100)}
                                            << QList<QRect>{{0, 0, 800, 115}, {0, 115, 800, 710}, {0, 825, 800, 175}};
        QTest::newRow("in any order") << QList<QRect>{item(640, 200), item(10, 200), item(430, 200), item(220, 200)}
                                      << QList<QRect>{{0, 0, 800, 425}, {0, 425, 800, 575}};
    }

    void pages()
    {
        QFETCH(QList<QRect>, items);
        QFETCH(QList<QRect>, pages);
        const QList<QRect> found = pagesOf({800, 1000}, items, 600);
        QCOMPARE(found, pages);
        for (const QRect &item : items)
            QVERIFY(std::any_of(found.begin(), found.end(), [&](const QRect &page) { return page.contains(item); }));
    }

    void pdf()
    {
        QWidget sheet;
        sheet.resize(1000, 1500);
        QList<QRect> items;
        for (int i = 0; i < 3; ++i) {
            auto *item = new Canvas(
                [i](QPainter &painter) {
                    QLinearGradient fade(0, 0, 0, 400);
                    fade.setColorAt(0, QColor(255, 0, 0, 200));
                    fade.setColorAt(1, QColor(255, 0, 0, 10));
                    painter.fillRect(QRect(0, 0, 900, 400), fade);
                    drawLine(painter, QRectF(0, 0, 200, 20), u"Panel %1, 10:0%1"_s.arg(i + 1), themeFont(TextStyle::Label), kInk);
                },
                &sheet);
            item->setGeometry(50, 20 + i * 490, 900, 480);
            items.append(item->geometry());
        }
        PdfSetup setup;
        setup.title = u"Title"_s;
        setup.footer = u"The footer"_s;
        const QList<QRect> parts = pagesOf(sheet.size(), items, pdfPageHeight(setup.page, sheet.width()));
        QCOMPARE(parts.size(), 3);
        const QByteArray pdf = toPdf(sheet, setup, parts);
        QCOMPARE(pageCount(pdf), 3);
        QVERIFY(pdf.contains("MediaBox [0 0 842") && pdf.contains(" 595")); // A4, landscape
        QVERIFY(!pdf.contains("/SMask <<")); // translucent gradients would come out opaque
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        for (int i = 1; i <= 3; ++i) {
            const QString text = textOf(pdf, i).replace(u" / "_s, u"/"_s);
            QVERIFY2(text.contains(u"Panel %1, 10:0%1"_s.arg(i)), qPrintable(text));
            QCOMPARE(text.count(u"Panel"_s), 1);
            QVERIFY2(text.contains(u"The footer"_s) && text.contains(u"%1/3"_s.arg(i)), qPrintable(text));
        }
    }

    void onePageAsLargeAsTheWidget()
    {
        Canvas canvas([](QPainter &painter) { painter.fillRect(QRect(0, 0, 10, 10), kInk); });
        canvas.resize(960, 1920);
        PdfSetup setup;
        setup.page = PdfSetup::Page::Single;
        const QByteArray pdf = toPdf(canvas, setup, {});
        QCOMPARE(pageCount(pdf), 1);
        QVERIFY(pdf.contains("720.000000 1440.00000"));
    }
};

ADD_TEST(TstVectorPicture)
#include "tst_vectorpicture.moc"
