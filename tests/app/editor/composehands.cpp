// SPDX-License-Identifier: GPL-3.0-or-later
#include "composehands.h"

#include <tests/support/gui.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/segmentedcontrol.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

void fail(const QString &what)
{
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
}

QString number(const Json &value)
{
    return value.isNull() ? QString() : QString::number(value.toDouble(), 'g', 12);
}

// Where the keyboard's events go.
QWidget *focus(QWidget &window)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    QWidget *focused = QApplication::focusWidget();
    return focused ? focused : &window;
}

} // namespace

QWidget *Hands::reach(const QString &name)
{
    QWidget *widget = QTest::currentTestFailed() ? nullptr : gui::find(m_window, name);
    for (QWidget *each = widget ? widget->parentWidget() : nullptr; each; each = each->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(each))
            wheelTo(*area, *widget);
    return widget;
}

void Hands::wheelTo(QAbstractScrollArea &area, const QWidget &widget)
{
    QWidget *ground = area.viewport();
    for (int turns = 0; turns < 200; ++turns) {
        QCoreApplication::processEvents();
        const int top = widget.mapTo(ground, QPoint()).y();
        const bool above = top < 0;
        if (!above && (top + widget.height() <= ground->height() || top <= 40))
            return;
        const QPointF at = ground->rect().center();
        QWheelEvent event(at, ground->mapToGlobal(at), {}, QPoint(0, above ? 120 : -120), Qt::NoButton, {}, Qt::NoScrollPhase, false);
        const int before = top;
        QApplication::sendEvent(ground, &event);
        if (widget.mapTo(ground, QPoint()).y() == before)
            return; // as far as it goes
    }
}

void Hands::click(const QString &name)
{
    if (QWidget *widget = reach(name))
        clickOn(widget, widget->rect().center());
}

void Hands::clickOn(QWidget *widget, const QPoint &at)
{
    if (!widget || QTest::currentTestFailed())
        return;
    const QPoint inWindow = widget->mapTo(widget->window(), at);
    QWidget *hit = widget->window()->childAt(inWindow);
    if (hit && !widget->isEnabled())
        return fail("not to be clicked now: "_L1 + widget->objectName());
    if (hit != widget && !widget->isAncestorOf(hit))
        return fail("%1 is covered by %2"_L1.arg(widget->objectName(), hit ? hit->objectName() : u"nothing"_s));
    QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(widget->window(), inWindow));
    QCoreApplication::processEvents();
}

void Hands::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (!QTest::currentTestFailed())
        QTest::keyClick(focus(m_window), key, modifiers);
    QCoreApplication::processEvents();
}

void Hands::keys(const QString &text)
{
    for (const QChar each : text) {
        if (QTest::currentTestFailed())
            return;
        if (each == u'\n')
            QTest::keyClick(focus(m_window), Qt::Key_Return);
        else
            QTest::keyClick(focus(m_window), each.toLatin1());
    }
    QCoreApplication::processEvents();
}

void Hands::type(const QString &name, const QString &text)
{
    QWidget *widget = reach(name);
    if (!widget)
        return;
    clickOn(widget, QPoint(std::min(20, widget->width() / 2), widget->height() / 2));
    const QWidget *focused = focus(m_window);
    if (focused != widget && !widget->isAncestorOf(focused))
        return fail("a click does not give the focus to "_L1 + name);
    key(Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        key(Qt::Key_Delete);
    keys(text);
}

void Hands::clickRow(const QString &list, const QString &value)
{
    auto *view = qobject_cast<QListView *>(gui::find(m_window, list));
    auto *model = view ? qobject_cast<OptionModel *>(view->model()) : nullptr;
    const int row = model ? model->rowOf(value) : -1;
    if (row < 0)
        return fail("not in the list: "_L1 + value);
    const QPoint at = view->visualRect(model->index(row)).center();
    if (!view->viewport()->rect().contains(at))
        return fail("not in view: "_L1 + value);
    clickOn(view->viewport(), at);
}

void Hands::pick(const QString &value)
{
    auto *list = qobject_cast<QListView *>(gui::find(m_window, u"optionPopup.list"_s));
    auto *model = list ? qobject_cast<OptionModel *>(list->model()) : nullptr;
    if (!model)
        return;
    const auto *search = list->window()->findChild<QWidget *>(u"optionPopup.search"_s);
    if (search && search->isVisible()) {
        QString words = value;
        for (const Option &option : model->options())
            if (option.value == value)
                words = option.text;
        keys(words);
    }
    clickRow(u"optionPopup.list"_s, value);
}

void Hands::drag(QWidget *widget, const QPoint &from, const QPoint &by)
{
    if (!widget || QTest::currentTestFailed())
        return;
    const QPoint origin = widget->mapToGlobal(QPoint()); // it moves under the mouse
    const auto move = [&](const QPoint &at) {
        QMouseEvent event(QEvent::MouseMove, at, origin + at, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &event);
    };
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    move(from + by / 3); // a drag begins when the mouse has moved some way
    move(from + by);
    QTest::mouseRelease(widget, Qt::LeftButton, {}, from + by);
    QCoreApplication::processEvents();
}

void Hands::choose(const QString &name, const QString &value)
{
    QWidget *control = reach(name);
    if (qobject_cast<SegmentedControl *>(control)) {
        QWidget *segment = control->findChild<QWidget *>("segment."_L1 + value);
        return segment ? clickOn(segment, segment->rect().center()) : fail("no choice "_L1 + value);
    }
    click(name);
    pick(value);
}

void Hands::color(const QString &name, const QString &value)
{
    click(name);
    type(u"colorText"_s, value);
    key(Qt::Key_Return);
}

// One after the other: the file keeps the order in which they were chosen.
void Hands::reducers(const QString &name, const QStringList &from, const QStringList &to)
{
    QStringList toggled = from;
    toggled.removeIf([&](const QString &each) { return to.contains(each); });
    for (const QString &each : to)
        if (!from.contains(each))
            toggled.append(each);
    for (const QString &each : std::as_const(toggled)) {
        click(name);
        auto *list = qobject_cast<QListView *>(gui::find(m_window, u"multiSelect.list"_s));
        auto *model = list ? qobject_cast<OptionModel *>(list->model()) : nullptr;
        if (!model)
            return;
        for (const Option &option : model->options())
            if (option.value == each)
                keys(option.text.section(u' ', 0, 0));
        clickRow(u"multiSelect.list"_s, each);
        key(Qt::Key_Return);
    }
}

void Hands::fieldColor(const QString &name, const Json &from, const Json &to)
{
    if (from[u"mode"] != to[u"mode"])
        choose(name + ".mode"_L1, to[u"mode"].toString());
    if (from[u"fixedColor"] != to[u"fixedColor"])
        color(name + ".fixedColor"_L1, to[u"fixedColor"].toString());
}

void Hands::thresholds(const QString &name, const Json &from, const Json &to)
{
    if (from[u"mode"].toString(u"absolute"_s) != to[u"mode"].toString(u"absolute"_s))
        choose(name + ".mode"_L1, to[u"mode"].toString());
    const std::vector<Json> before = from[u"steps"].items(), wanted = to[u"steps"].items();
    const auto part = [&](size_t index, const char *what) { return u"%1.%2.%3"_s.arg(name).arg(index).arg(QLatin1String(what)); };
    for (size_t count = before.size(); count > wanted.size(); --count)
        click(part(count - 1, "remove"));
    for (size_t i = 0; i < wanted.size(); ++i) {
        const Json was = i < before.size() ? before[i] : Json();
        if (i >= before.size() && i > 0)
            click(name + ".add"_L1);
        if (i > 0 && was[u"value"] != wanted[i][u"value"]) {
            type(part(i, "value"), number(wanted[i][u"value"]));
            key(Qt::Key_Return);
        }
        if (was[u"color"] != wanted[i][u"color"])
            color(part(i, "color"), wanted[i][u"color"].toString());
    }
}

void Hands::sortKeys(const QString &name, const Json &from, const Json &to)
{
    for (qsizetype i = 0; i < to.size(); ++i) {
        const QString key = u"%1.%2."_s.arg(name).arg(i);
        if (i >= from.size())
            click(name + ".add"_L1);
        click(key + "column"_L1);
        pick(to.at(i)[u"displayName"].toString());
        choose(key + "direction"_L1, to.at(i)[u"desc"].toBool() ? u"desc"_s : u"asc"_s);
    }
}

void Hands::set(const OptionRow &row, const QString &name, const Json &from, const Json &to)
{
    switch (row.kind) {
    case Kind::Bool:
        if (QWidget *widget = reach(name))
            clickOn(widget, QPoint(8, widget->height() / 2));
        return;
    case Kind::Integer:
    case Kind::Number:
        type(name, number(to));
        return key(Qt::Key_Tab);
    case Kind::Text:
    case Kind::MultilineText:
        type(name, to.toString());
        return key(Qt::Key_Tab);
    case Kind::Texts:
        type(name, to.toStrings().join(u", "_s));
        return key(Qt::Key_Tab);
    case Kind::Json:
        type(name, QString::fromUtf8(to.dump()));
        return key(Qt::Key_Tab);
    case Kind::Choice:
        return choose(name, to.isNumber() ? QString::number(to.toInt()) : to.toString());
    case Kind::Unit:
    case Kind::FieldName:
    case Kind::Variable:
        click(name);
        return pick(to.toString());
    case Kind::Reducers:
        return reducers(name, from.toStrings(), to.toStrings());
    case Kind::Color:
        return color(name, to.toString());
    case Kind::FieldColor:
        return fieldColor(name, from, to);
    case Kind::Thresholds:
        return thresholds(name, from, to);
    case Kind::SortKeys:
        return sortKeys(name, from, to);
    default:
        return fail("these hands have not learnt "_L1 + name);
    }
}
