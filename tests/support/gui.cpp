// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/gui.h>

namespace gui {

QWidget *find(QWidget &window, const QString &name)
{
    QWidget *found = nullptr;
    const auto look = [&] {
        QList<QWidget *> places{&window};
        places += QApplication::topLevelWidgets(); // popups and menus
        for (QWidget *place : std::as_const(places)) {
            if (place->objectName() == name && place->isVisible())
                return place;
            for (QWidget *each : place->findChildren<QWidget *>(name))
                if (each->isVisible())
                    return each;
        }
        return static_cast<QWidget *>(nullptr);
    };
    if (!QTest::qWaitFor([&] { return (found = look()) != nullptr; }, 5000))
        QTest::qFail(qPrintable(QStringLiteral("no visible widget \"%1\"").arg(name)), __FILE__, __LINE__);
    return found;
}

void click(QWidget &window, const QString &name, const QPoint &at, Qt::MouseButton button)
{
    if (QWidget *widget = find(window, name))
        QTest::mouseClick(widget, button, {}, at);
}

void type(QWidget &window, const QString &name, const QString &text)
{
    QWidget *widget = find(window, name);
    if (!widget)
        return;
    QTest::mouseClick(widget, Qt::LeftButton);
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
}

void key(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window, key, modifiers);
}

void keys(QWidget &window, const QString &text)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClicks(focus ? focus : &window, text);
}

void picture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("PROMONTORY_PICTURES");
    if (folder.isEmpty())
        return;
    const QPointer<QWidget> alive(&window);
    QTest::qWait(100); // layouts and polishing
    if (!alive)
        return;
    QDir().mkpath(folder);
    window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace gui
