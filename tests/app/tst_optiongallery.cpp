// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QScrollBar>
#include <app/optionsheet.h>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <tests/support/paintedtexts.h>
#include <tests/support/testmain.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

const QList<int> kWidths{150, 200, 260, 340, 450, 620, 900, 1200, 1600};
constexpr int kLeastPx = 11;
constexpr double kLeastContrast = 4.5;
constexpr double kLeastContrastOfLarge = 3; // as WCAG has it: from 24 px, or 18.66 px bold

bool isLarge(const PaintedText &text)
{
    return text.pixelSize >= 24 || (text.pixelSize >= 19 && text.weight >= 600);
}

// What lies beyond the edge can be brought in.
bool scrolls(const QWidget &panel)
{
    const QList<QScrollBar *> bars = panel.findChildren<QScrollBar *>();
    return std::any_of(bars.begin(), bars.end(), [](const QScrollBar *bar) { return bar->maximum() > bar->minimum(); });
}

// What is wrong with the texts of a panel, each in a line.
QStringList faultsOf(const QList<PaintedText> &texts, const Theme &theme, const QRect &room, bool scrolls)
{
    QStringList faults;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const PaintedText &text = texts[i];
        if (text.cut && scrolls)
            continue;
        const QString name = u"“%1” "_s.arg(text.text.left(24));
        if (text.pixelSize < kLeastPx)
            faults.append(name + u"has %1 px"_s.arg(text.pixelSize));
        if (text.color != theme.text.disabled && text.contrast() < (isLarge(text) ? kLeastContrastOfLarge : kLeastContrast))
            faults.append(
                name + u"has a contrast of %1 (%2 on %3)"_s.arg(text.contrast(), 0, 'f', 2).arg(text.color.name(), text.ground.name()));
        if (text.cut || (!scrolls && !QRectF(room).adjusted(-1, -1, 1, 1).contains(text.ink)))
            faults.append(name + u"is cut"_s);
        for (qsizetype k = i + 1; k < texts.size(); ++k) {
            const QRectF both = text.ink & texts[k].ink;
            if (both.width() > 1 && both.height() > 1)
                faults.append(name + u"lies over “%1”"_s.arg(texts[k].text.left(24)));
        }
    }
    return faults;
}

// In the 256 colours that most pixels have: a quarter of the bytes.
QImage withFewColors(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    QList<QRgb> colors = counts.keys();
    std::sort(colors.begin(), colors.end(), [&](QRgb a, QRgb b) { return std::pair(counts[a], a) > std::pair(counts[b], b); });
    QList<QRgb> table = colors.mid(0, 32); // the grounds, which lie close to each other
    for (const int closest : {10, 4, 0}) { // far from each other first
        for (const QRgb color : std::as_const(colors)) {
            const auto isNear = [&](QRgb other) {
                return std::abs(qRed(color) - qRed(other)) <= closest && std::abs(qGreen(color) - qGreen(other)) <= closest
                    && std::abs(qBlue(color) - qBlue(other)) <= closest;
            };
            if (table.size() < 256 && std::none_of(table.begin(), table.end(), isNear))
                table.append(color);
        }
    }
    return image.convertToFormat(QImage::Format_Indexed8, table, Qt::ThresholdDither | Qt::AvoidDither);
}

struct Differences {
    double mean = 0; // of a channel, 0 … 255
    double many = 0; // share of pixels that differ much
};

Differences differences(const QImage &a, const QImage &b)
{
    Differences found;
    qint64 sum = 0;
    qint64 many = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto *rowA = reinterpret_cast<const QRgb *>(a.constScanLine(y));
        const auto *rowB = reinterpret_cast<const QRgb *>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x) {
            const int difference = std::max({std::abs(qRed(rowA[x]) - qRed(rowB[x])), std::abs(qGreen(rowA[x]) - qGreen(rowB[x])),
                                             std::abs(qBlue(rowA[x]) - qBlue(rowB[x]))});
            sum += difference;
            many += difference > 40;
        }
    }
    const double pixels = double(a.width()) * a.height();
    found.mean = double(sum) / pixels;
    found.many = double(many) / pixels;
    return found;
}

} // namespace

// Every panel type with every option: as pictures that are kept, and measured at many widths.
class TstOptionGallery : public QObject
{
    Q_OBJECT

    PanelRegistry m_registry = PanelRegistry::standard();

    static QImage picture(OptionSheet &sheet, int ratio)
    {
        QImage image(sheet.size() * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        sheet.render(&image);
        return image;
    }

private slots:
    void cleanup() { applyTheme(*qApp, Theme::dark()); }

    void everyOptionHasAPicture()
    {
        for (const PanelType &type : m_registry.types()) {
            QStringList captions;
            for (const OptionTile &tile : optionTiles(type))
                captions.append(tile.caption);
            const QStringList mouse = optionsOfTheMouse(type);
            for (const auto &[rows, before] : {std::pair(type.options, u""_s), std::pair(type.fieldOptions, u"custom."_s)}) {
                for (const OptionRow &row : rows) {
                    const QString start = before + row.key + u" = "_s;
                    const auto shows = [&](const QString &caption) { return caption.startsWith(start); };
                    const auto count = std::count_if(captions.begin(), captions.end(), shows);
                    QVERIFY2(count > 0 || mouse.contains(row.key), qPrintable(type.id + u' ' + row.key));
                    if (row.kind == OptionRow::Kind::Choice && !mouse.contains(row.key))
                        QVERIFY2(count >= row.choices.size() - 1, qPrintable(type.id + u' ' + row.key));
                }
            }
        }
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("light");
        QTest::addColumn<int>("ratio");
        for (const PanelType &type : m_registry.types()) {
            if (type.options.isEmpty() && type.fieldOptions.isEmpty())
                continue;
            for (const bool light : {false, true})
                for (const int ratio : {1, 2})
                    QTest::addRow("%s-%s@%dx", qPrintable(type.id), light ? "light" : "dark", ratio) << type.id << light << ratio;
        }
    }

    void pictures()
    {
        QFETCH(QString, type);
        QFETCH(bool, light);
        QFETCH(int, ratio);
        const Theme &theme = light ? Theme::light() : Theme::dark();
        applyTheme(*qApp, theme);
        OptionSheet sheet(*m_registry.find(type), theme);
        sheet.setAttribute(Qt::WA_DontShowOnScreen);
        sheet.show();
        QCoreApplication::sendPostedEvents();
        for (const PanelWidget *panel : sheet.panels())
            QVERIFY(!panel->isBusy());
        const QImage drawn = picture(sheet, ratio);
        const QString path = u"%1/gallery/%2.png"_s.arg(QStringLiteral(TEST_DATA_DIR), QString::fromLatin1(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("PROMONTORY_WRITE_GALLERY")) {
            QDir().mkpath(QFileInfo(path).path());
            QVERIFY(withFewColors(drawn).save(path, "PNG", 0));
            return;
        }
        const QImage kept = QImage(path).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!kept.isNull(), "PROMONTORY_WRITE_GALLERY=1 build/bin/test_app tst_optiongallery writes the pictures");
        QCOMPARE(drawn.size(), kept.size());
        const Differences found = differences(drawn, kept);
        if (found.mean > 2.5 || found.many > 0.002) {
            const QString now = QDir::temp().filePath(u"promontory-gallery-"_s + QFileInfo(path).fileName());
            drawn.save(now);
            QFAIL(qPrintable(u"mean %1, share %2; what was drawn: %3"_s.arg(found.mean).arg(found.many).arg(now)));
        }
    }

    void texts_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("light");
        for (const PanelType &type : m_registry.types())
            for (const bool light : {false, true})
                QTest::addRow("%s-%s", qPrintable(type.id), light ? "light" : "dark") << type.id << light;
    }

    // Nothing too small, too weak, on top of each other or cut, from the narrowest panel to the widest.
    void texts()
    {
        QFETCH(QString, type);
        QFETCH(bool, light);
        const Theme &theme = light ? Theme::light() : Theme::dark();
        applyTheme(*qApp, theme);
        const PanelType &panelType = *m_registry.find(type);
        QMap<QString, QString> faults; // what, and where first
        int seen = 0;
        for (const OptionTile &tile : optionTiles(panelType)) {
            const std::unique_ptr<PanelWidget> panel(panelType.create(nullptr));
            PanelContext context;
            context.theme = &theme;
            context.range = tile.data.range;
            panel->setAttribute(Qt::WA_DontShowOnScreen);
            panel->setContext(context);
            panel->setOptions(tile.options);
            panel->setData(tile.data);
            panel->show();
            for (const int width : kWidths) {
                panel->resize(width, std::clamp(width * 9 / 16, 88, 468));
                QCoreApplication::sendPostedEvents();
                const QList<PaintedText> texts = paintedTexts(*panel, theme.bg.panel);
                seen += int(texts.size());
                for (const QString &fault : faultsOf(texts, theme, panel->rect(), scrolls(*panel)))
                    if (!faults.contains(tile.caption + u": "_s + fault))
                        faults.insert(tile.caption + u": "_s + fault, u"at %1 px"_s.arg(width));
            }
        }
        QStringList lines;
        for (auto it = faults.cbegin(); it != faults.cend(); ++it)
            lines.append(it.key() + u' ' + it.value());
        QVERIFY(panelType.options.isEmpty() || seen > 0);
        for (const QString &line : lines)
            qWarning("%s", qPrintable(line));
        QCOMPARE(lines.size(), 0);
    }
};

ADD_TEST(TstOptionGallery)
#include "tst_optiongallery.moc"
