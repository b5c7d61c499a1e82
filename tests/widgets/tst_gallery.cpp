// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include <QtCore/QDir>
#include <tests/support/testmain.h>

// Draws every control in both themes at three ratios into BUILD/gallery, and checks that each picture holds the theme's colours.
class TstGallery : public QObject
{
    Q_OBJECT

private slots:
    void pictures_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<double>("ratio");
        for (bool isDark : {true, false}) {
            for (double ratio : {1.0, 1.5, 2.0})
                QTest::addRow("%s %.1f", isDark ? "dark" : "light", ratio) << isDark << ratio;
        }
    }

    void pictures()
    {
        QFETCH(bool, isDark);
        QFETCH(double, ratio);
        const Theme &theme = isDark ? Theme::dark() : Theme::light();
        const QDir folder(QStringLiteral(BINARY_DIR "/gallery"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        const std::pair<const char *, QImage> all[] = {{"window", gallery::window(theme, ratio)},
                                                       {"controls", gallery::controls(theme, ratio)},
                                                       {"popups", gallery::popups(theme, ratio)}};
        for (const auto &[name, image] : all) {
            QVERIFY(image.save(folder.filePath(QStringLiteral("%1-%2@%3x.png")
                                                   .arg(QLatin1String(name), isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                                                   .arg(ratio))));
            int accent = 0;
            for (int y = 0; y < image.height(); y += 1) {
                for (int x = 0; x < image.width(); x += 1)
                    accent += image.pixelColor(x, y) == theme.accent.main;
            }
            QVERIFY2(accent > 100, name);
        }
    }
};

ADD_TEST(TstGallery)
#include "tst_gallery.moc"
