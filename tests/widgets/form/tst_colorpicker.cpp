// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/colorpicker.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

class TstColorPicker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }

    void paletteByKeys()
    {
        ColorButton button;
        button.setColor(u"green"_s);
        button.show();
        QSignalSpy spy(&button, &ColorButton::colorChosen);
        QTest::keyClick(&button, Qt::Key_Return);
        QWidget *palette = gui::find(button, u"colorPalette"_s);
        QVERIFY(palette);
        QCOMPARE(palette->accessibleDescription(), u"green"_s);
        QTest::keyClick(palette, Qt::Key_Right); // semi-dark
        QTest::keyClick(palette, Qt::Key_Right); // dark
        QTest::keyClick(palette, Qt::Key_Right); // stays there
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(palette, Qt::Key_Down); // yellow, blue, orange, red
        gui::picture(*palette->window(), u"colorpopup"_s);
        QTest::keyClick(palette, Qt::Key_Space);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).toString(), u"dark-red"_s);
        QCOMPARE(button.color(), u"dark-red"_s);
    }

    void anyColourByText()
    {
        ColorButton button;
        button.setClearable(u"None"_s);
        button.setColor(u"green"_s);
        button.show();
        QSignalSpy spy(&button, &ColorButton::colorChosen);
        QTest::mouseClick(&button, Qt::LeftButton);
        auto *edit = qobject_cast<LineEdit *>(gui::find(button, u"colorText"_s));
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, u"#12345"_s);
        QVERIFY(edit->isInvalid());
        QTest::keyClick(edit, Qt::Key_Return); // not a colour: nothing
        QCOMPARE(spy.count(), 0);
        QTest::keyClicks(edit, u"6"_s);
        QVERIFY(!edit->isInvalid());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(button.color(), u"#123456"_s);
        QTest::mouseClick(&button, Qt::LeftButton);
        gui::click(button, u"colorReset"_s);
        QCOMPARE(spy.at(1).at(0).toString(), QString());
    }

    void severalKeepTheirOrder()
    {
        ChooseButton button;
        button.setMultiple(true);
        button.setOptions({{u"min"_s, u"Min"_s}, {u"max"_s, u"Max"_s}, {u"mean"_s, u"Mean"_s}});
        button.setSeveral({u"mean"_s, u"old"_s});
        button.resize(180, 28);
        button.show();
        QSignalSpy spy(&button, &ChooseButton::severalChosen);
        QTest::keyClick(&button, Qt::Key_Down);
        QWidget *search = gui::find(button, u"multiSelect.search"_s);
        QVERIFY(search);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Space); // max
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(button.several(), QStringList({u"mean"_s, u"old"_s, u"max"_s}));
        QTest::keyClick(&button, Qt::Key_Backspace);
        QTest::keyClick(&button, Qt::Key_Backspace);
        QTest::keyClick(&button, Qt::Key_Backspace);
        QVERIFY(button.several().isEmpty());
        QCOMPARE(spy.count(), 4);
    }

    void anyTextMayBeChosen()
    {
        ChooseButton button;
        button.setCustom(u"“%1” after the number"_s);
        button.setOptions({{u"s"_s, u"seconds (s)"_s}, {u"short"_s, u"short"_s}});
        button.setCurrent(u"cores"_s);
        QCOMPARE(button.text(), u"cores"_s);
        button.show();
        QSignalSpy spy(&button, &ChooseButton::chosen);
        QTest::mouseClick(&button, Qt::LeftButton);
        QWidget *search = gui::find(button, u"optionPopup.search"_s);
        QVERIFY(search);
        QTest::keyClicks(search, u"items/h"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(button.current(), u"items/h"_s);
    }
};

ADD_TEST(TstColorPicker)
#include "tst_colorpicker.moc"
