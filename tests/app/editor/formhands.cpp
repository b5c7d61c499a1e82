// SPDX-License-Identifier: GPL-3.0-or-later
#include "formhands.h"

#include <tests/support/gui.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace hands {

namespace {

using Kind = OptionRow::Kind;

void number(QWidget &window, const OptionRow &row, const QString &name)
{
    auto *edit = qobject_cast<QLineEdit *>(gui::find(window, name));
    if (!edit)
        return;
    const double min = row.min.value_or(-1000), max = row.max.value_or(1000);
    const bool whole = row.kind == Kind::Integer;
    for (const double each : {whole ? std::floor((min + max) / 2) : (min + max) / 2, min, max}) {
        if (QString::number(each) == edit->text() || row.defaultValue == Json(each))
            continue;
        return gui::type(window, name, QString::number(each));
    }
}

void lines(QWidget &window, const QString &name, const QString &text)
{
    QWidget *edit = gui::find(window, name);
    if (!edit)
        return;
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, text);
}

void color(QWidget &window, const QString &name)
{
    gui::click(window, name);
    if (QWidget *palette = gui::find(window, u"colorPalette"_s)) {
        QTest::keyClick(palette, Qt::Key_Down);
        QTest::keyClick(palette, Qt::Key_Space);
    }
}

void reducers(QWidget &window, const QString &name)
{
    if (QWidget *button = gui::find(window, name))
        QTest::keyClick(button, Qt::Key_Down);
    if (QWidget *search = gui::find(window, u"multiSelect.search"_s)) {
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Space);
        QTest::keyClick(search, Qt::Key_Return);
    }
}

void fieldColor(QWidget &window, const QString &name)
{
    gui::click(window, name + ".mode"_L1);
    pick(window, u"continuous-blues"_s);
    gui::click(window, name + ".seriesBy"_L1, QPoint(4, 4)); // the first part: Last, which it is
    if (QWidget *by = gui::find(window, name + ".seriesBy"_L1))
        QTest::keyClick(by, Qt::Key_Right);
    gui::click(window, name + ".mode"_L1);
    pick(window, u"fixed"_s);
    color(window, name + ".fixedColor"_L1);
}

void thresholds(QWidget &window, const QString &name)
{
    gui::click(window, name + ".add"_L1);
    gui::click(window, name + ".add"_L1);
    const QWidget *control = gui::find(window, name + ".add"_L1)->parentWidget();
    const int last = int(control->findChildren<QLineEdit *>().size()) - 1;
    const QString step = u"%1.%2."_s.arg(name).arg(last);
    gui::type(window, step + "value"_L1, u"-12.5"_s);
    QTest::keyClick(gui::find(window, step + "value"_L1), Qt::Key_Return); // finds its place
    QCoreApplication::processEvents();
    color(window, name + ".1.color"_L1);
    gui::click(window, step + "remove"_L1);
    QCoreApplication::processEvents();
    if (QWidget *mode = gui::find(window, name + ".mode"_L1))
        QTest::keyClick(mode, Qt::Key_Right);
}

void mappings(QWidget &window, const QString &name)
{
    const std::pair<const char *, const char *> kinds[] = {{"value", "match"}, {"range", "to"}, {"regex", "match"}, {"special", ""}};
    int index = 0;
    for (const auto &[kind, part] : kinds) {
        gui::click(window, name + ".add"_L1);
        menuItem(QLatin1String(kind));
        const QString item = u"%1.%2."_s.arg(name).arg(index++);
        if (*part)
            gui::type(window, item + QLatin1String(part), u"77"_s);
        else {
            gui::click(window, item + "match"_L1);
            pick(window, u"nan"_s);
        }
        gui::type(window, item + "text"_L1, u"shown"_s);
        color(window, item + "color"_L1);
    }
    gui::click(window, name + ".3.menu"_L1);
    menuItem(u"up"_s);
    gui::click(window, name + ".0.menu"_L1);
    menuItem(u"down"_s);
}

void links(QWidget &window, const QString &name, bool ofData)
{
    for (int i = 0; i < 2; ++i) {
        const QString item = u"%1.%2."_s.arg(name).arg(i);
        gui::click(window, name + ".add"_L1);
        gui::type(window, item + "title"_L1, u"Runbook"_s);
        gui::type(window, item + "url"_L1, u"https://example.org/"_s);
        gui::click(window, item + "targetBlank"_L1);
        if (ofData)
            gui::click(window, item + "oneClick"_L1);
    }
    gui::click(window, name + ".0.menu"_L1);
    menuItem(u"remove"_s);
}

// Each choice, and a length of time in words.
void gap(QWidget &window, const OptionRow &row, const QString &name)
{
    for (const OptionChoice &choice : row.choices)
        choose(window, row, name, choice.value);
    gui::type(window, name + ".limit"_L1, u"1h30m"_s);
}

void sortKeys(QWidget &window, const QString &name)
{
    for (int i = 0; i < 3; ++i)
        gui::click(window, name + ".add"_L1);
    if (QWidget *way = gui::find(window, name + ".1.direction"_L1))
        QTest::keyClick(way, Qt::Key_Right);
    gui::click(window, name + ".2.column"_L1);
    pickTyped(window, u"zone/7"_s);
    gui::click(window, name + ".2.menu"_L1);
    menuItem(u"up"_s);
    gui::click(window, name + ".0.menu"_L1);
    menuItem(u"remove"_s);
}

} // namespace

void menuItem(const QString &id)
{
    QMenu *open = nullptr;
    const bool came = QTest::qWaitFor([&] {
        open = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        return open != nullptr;
    });
    if (!came)
        return QTest::qFail("no menu", __FILE__, __LINE__);
    for (QAction *action : open->actions()) {
        if (action->objectName() != "menu."_L1 + id)
            continue;
        open->setActiveAction(action);
        QTest::keyClick(open, Qt::Key_Return);
        QCoreApplication::processEvents();
        return;
    }
    QTest::qFail(qPrintable("no item "_L1 + id), __FILE__, __LINE__);
}

void pick(QWidget &window, const QString &value)
{
    auto *list = qobject_cast<QListView *>(gui::find(window, u"optionPopup.list"_s));
    auto *model = list ? qobject_cast<OptionModel *>(list->model()) : nullptr;
    const int row = model ? model->rowOf(value) : -1;
    if (row < 0)
        return QTest::qFail(qPrintable("not in the list: "_L1 + value), __FILE__, __LINE__);
    list->scrollTo(model->index(row));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(model->index(row)).center());
    QCoreApplication::processEvents();
}

void pickTyped(QWidget &window, const QString &text)
{
    if (QWidget *search = gui::find(window, u"optionPopup.search"_s)) {
        QTest::keyClicks(search, text);
        QTest::keyClick(search, Qt::Key_Return);
    }
}

void choose(QWidget &window, const OptionRow &, const QString &name, const QString &value)
{
    QWidget *control = gui::find(window, name);
    if (qobject_cast<SegmentedControl *>(control)) {
        QTest::mouseClick(control->findChild<QWidget *>("segment."_L1 + value), Qt::LeftButton);
    } else if (control) {
        QTest::keyClick(control, Qt::Key_Return);
        pick(window, value);
    }
}

void change(QWidget &window, const OptionRow &row, const QString &name)
{
    switch (row.kind) {
    case Kind::Bool:
        return gui::click(window, name, QPoint(8, 12));
    case Kind::Integer:
    case Kind::Number:
        return number(window, row, name);
    case Kind::Text:
    case Kind::Texts:
        return gui::type(window, name, u"4200, 17"_s);
    case Kind::MultilineText:
        return lines(window, name, u"# Heading"_s);
    case Kind::Json:
        return lines(window, name, u"[7,9]"_s);
    case Kind::Choice:
        return choose(window, row, name, row.choices.last().value);
    case Kind::Unit:
    case Kind::FieldName:
    case Kind::Variable:
        gui::click(window, name);
        return pickTyped(window, u"zone/7"_s);
    case Kind::Reducers:
        return reducers(window, name);
    case Kind::Color:
        return color(window, name);
    case Kind::FieldColor:
        return fieldColor(window, name);
    case Kind::Thresholds:
        return thresholds(window, name);
    case Kind::Mappings:
        return mappings(window, name);
    case Kind::DataLinks:
    case Kind::PanelLinks:
        return links(window, name, row.kind == Kind::DataLinks);
    case Kind::Numbers:
        return gui::type(window, name, u"12, 2.5"_s);
    case Kind::Gap:
        return gap(window, row, name);
    case Kind::SortKeys:
        return sortKeys(window, name);
    }
}

} // namespace hands
