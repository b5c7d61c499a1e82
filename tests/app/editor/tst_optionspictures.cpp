// SPDX-License-Identifier: GPL-3.0-or-later
#include "panestage.h"
#include <tests/support/gui.h>
#include <tests/support/pseudolocale.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/formitem.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray rich()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/panels/options.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void openAll(PaneStage &stage, bool open)
{
    for (FormGroup *group : stage.pane.form()->groups()) {
        if (group->isOpen() != open)
            QTest::mouseClick(group->findChild<QWidget *>("groupHead:"_L1 + group->id()), Qt::LeftButton);
    }
    QCoreApplication::processEvents();
}

// The whole form, without its scroll bar.
void pictureOfAll(PaneStage &stage, const QString &name)
{
    openAll(stage, true);
    stage.pane.resize(344, 600);
    QTest::qWait(20);
    stage.pane.resize(344, stage.pane.form()->sizeHint().height() + 60);
    gui::picture(stage.pane, name);
}

} // namespace

// Widgets that are too narrow for their texts are found by measuring; the pictures are for people (PROMONTORY_PICTURES).
class TstOptionsPictures : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { applyTheme(*qApp, Theme::dark()); }

    void pictures()
    {
        for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
            applyTheme(*qApp, *theme);
            const QString name = theme->isDark() ? u"options-dark"_s : u"options-light"_s;
            PaneStage stage(rich());
            stage.pane.resize(344, 1000);
            gui::picture(stage.pane, name);
            pictureOfAll(stage, name + "-all"_L1);
        }
        applyTheme(*qApp, Theme::dark());
        const PanelRegistry registry = PanelRegistry::standard();
        for (const PanelType &type : registry.types()) {
            if (type.id == "row"_L1)
                continue;
            PaneStage stage(
                "{\"id\": 1, \"type\": \"" + type.id.toUtf8()
                + "\", \"title\": \"T\", \"options\": {\"sortBy\": [{\"displayName\": \"/api/orders\", \"desc\": true}, "
                  "{\"displayName\": \"A column with a long name that is cut\", \"desc\": false}], \"legend\": {\"showLegend\": true}}}");
            pictureOfAll(stage, u"options-type-"_s + type.id);
        }
    }

    void longerTexts()
    {
        applyTheme(*qApp, Theme::dark());
        const PseudoLocale longer;
        PaneStage stage(rich());
        pictureOfAll(stage, u"options-pseudo"_s);
        for (QWidget *each : stage.pane.form()->findChildren<QWidget *>()) {
            if (!each->isVisible())
                continue;
            const QRect inForm(each->mapTo(stage.pane.form(), QPoint()), each->size());
            QVERIFY2(inForm.right() < stage.pane.form()->width(), qPrintable(each->objectName()));
            QVERIFY2(each->width() >= each->minimumSizeHint().width() || qobject_cast<PlainLabel *>(each)
                         || qobject_cast<TextButton *>(each),
                     qPrintable(each->objectName() + QString::fromLatin1(each->metaObject()->className())));
        }
    }

    void nothingOverlaps()
    {
        PaneStage stage(rich());
        pictureOfAll(stage, u"options-overlap"_s);
        QList<std::pair<QWidget *, QRect>> stops;
        for (QWidget *each : stage.pane.form()->findChildren<QWidget *>())
            if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus || qobject_cast<PlainLabel *>(each)) && !each->focusProxy())
                stops.append({each, QRect(each->mapTo(stage.pane.form(), QPoint()), each->size())});
        for (const auto &[a, place] : std::as_const(stops))
            for (const auto &[b, other] : std::as_const(stops))
                QVERIFY2(a == b || a->isAncestorOf(b) || b->isAncestorOf(a) || !place.intersects(other),
                         qPrintable(a->objectName() + a->accessibleName() + " over "_L1 + b->objectName() + b->accessibleName()));
    }

    void lowWindow()
    {
        applyTheme(*qApp, Theme::dark());
        PaneStage stage(rich());
        stage.pane.resize(344, 600);
        gui::picture(stage.pane, u"options-low"_s);
        QVERIFY(stage.pane.minimumSizeHint().height() <= 400);
        QVERIFY(stage.pane.minimumSizeHint().width() <= 344);
    }
};

ADD_TEST(TstOptionsPictures)
#include "tst_optionspictures.moc"
