// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagehands.h"
#include "richboard.h"
#include "stubwindow.h"
#include <QtGui/QAccessible>
#include <app/actions.h>
#include <app/editor/gallerycard.h>
#include <app/explore/explorepage.h>
#include <app/library.h>
#include <app/paneledits.h>
#include <app/settings/settingshost.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/controls/sheet.h>

using namespace Qt::StringLiterals;

// Every page and dialog by Tab alone: what a person can use there is reached and has a name, and the way round ends where it began.
class TstFocusWalk : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QStringList m_faults;
    QStringList m_panels;

    MainWindow &window() { return m_desk->window; }
    DashboardPage &page() { return *window().currentDashboard(); }

    static void settle()
    {
        for (int pass = 0; pass < 4; ++pass) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
        }
    }
    static QString nameOf(const QWidget *widget)
    {
        QStringList path;
        for (const QWidget *each = widget; each && path.size() < 3; each = each->parentWidget())
            if (!each->objectName().isEmpty())
                path.prepend(each->objectName());
        return u"%1 in %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), path.join(u" > "_s));
    }
    // What Tab passes by: parts of a control that the arrows walk among, and handles whose work is done by keys on what they are of.
    static bool isPart(const QWidget *widget)
    {
        if (qobject_cast<const QHeaderView *>(widget)
            || QStringList{u"panel.handle"_s, u"panel.editing"_s, u"paletteList"_s}.contains(widget->objectName()))
            return true;
        for (const QWidget *each = widget; each; each = each->parentWidget())
            if (qobject_cast<const GalleryCard *>(each)
                || (each != widget && (qobject_cast<const SegmentedControl *>(each) || qobject_cast<const DockTabs *>(each))))
                return true;
        return false;
    }
    static bool isControl(const QWidget *widget)
    {
        if (widget->focusPolicy() & Qt::TabFocus)
            return true;
        if (const auto *line = qobject_cast<const QLineEdit *>(widget); line && line->isReadOnly())
            return false;
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
    }
    static bool isSeen(const QWidget *widget)
    {
        QRect seen = widget->rect();
        for (const QWidget *each = widget; each && !each->isWindow(); each = each->parentWidget())
            seen = seen.translated(each->pos()) & each->parentWidget()->rect();
        return widget->isVisible() && !seen.isEmpty();
    }
    static bool inSight(const QWidget *widget, const QWidget *within)
    {
        return within->isAncestorOf(widget) && widget->isVisibleTo(within) && widget->isEnabled() && widget->width() > 0;
    }
    void walk(const QString &scene, QWidget *within)
    {
        settle();
        QSet<const QWidget *> met;
        const QWidget *first = nullptr;
        constexpr int kMost = 1000;
        int steps = 0;
        for (; steps < kMost; ++steps) {
            QWidget *from = QApplication::focusWidget();
            QTest::keyClick(from ? from : within, Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            if (!now || now == from) {
                m_faults.append(scene + u" | Tab stays in "_s + (now ? nameOf(now) : u"nothing"_s));
                return;
            }
            if (now == first)
                break;
            first = first ? first : now;
            met.insert(now);
            if (!isSeen(now))
                m_faults.append(scene + u" | not to be seen with the focus: "_s + nameOf(now));
        }
        if (steps == kMost)
            m_faults.append(scene + u" | Tab never comes round, but goes on at "_s + nameOf(QApplication::focusWidget()));
        for (const QWidget *each : within->findChildren<QWidget *>()) {
            if (!inSight(each, within) || !isControl(each))
                continue;
            bool reached = met.contains(each) || isPart(each);
            for (const QWidget *proxy = each; proxy && !reached; proxy = proxy->focusProxy())
                reached = met.contains(proxy);
            if (!reached)
                m_faults.append(scene + u" | not reached: "_s + nameOf(each));
            if (isPart(each))
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each));
            if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
                m_faults.append(scene + u" | without a name: "_s + nameOf(each));
        }
    }
    void walkPage(const QString &scene) { walk(scene, &window()); }
    void walkSheet(const QString &scene)
    {
        settle();
        Sheet *sheet = Sheet::topOf(&window());
        QVERIFY2(sheet, qPrintable(scene));
        walk(scene, sheet);
        sheet->close();
        settle();
    }
    void walkPopup(const QString &scene)
    {
        settle();
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY2(popup, qPrintable(scene));
        walk(scene, popup);
        popup->close();
        settle();
        QApplication::setActiveWindow(&window());
    }
    void finish()
    {
        m_faults.removeDuplicates();
        for (const QString &each : std::as_const(m_faults))
            qInfo().noquote() << each;
        QVERIFY(m_faults.isEmpty());
    }

private slots:
    void initTestCase()
    {
        m_home = std::make_unique<OwnHome>();
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); },
                                              QSize(1600, 1000));
        const QString path = m_home->folder.filePath(u"board.json"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(richBoard(m_desk->app.panels()));
        out.close();
        QVERIFY(m_desk->open(path));
        for (const PanelType &type : m_desk->app.panels().types())
            if (type.id != u"row")
                m_panels.append(u"panel-%1"_s.arg(m_panels.size() + 1));
        m_desk->app.library().setStarred(path, u"Board"_s, true);
        m_desk->app.library().addFolder(m_home->folder.path());
    }
    void init()
    {
        m_faults.clear();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        if (QWidget *focus = QApplication::focusWidget())
            focus->clearFocus();
    }
    void cleanupTestCase()
    {
        page().editor().discard();
        m_desk.reset();
    }

    void home()
    {
        window().showHome();
        walkPage(u"home"_s);
        window().showDashboards();
        finish();
    }

    void dashboard()
    {
        page().edits().addRow();
        gui::key(window(), Qt::Key_Return);
        walkPage(u"dashboard"_s);
        page().openTimePicker();
        walkPopup(u"time"_s);
        window().openPalette();
        walkSheet(u"palette"_s);
        window().openHelp();
        walkSheet(u"help"_s);
        page().openGallery();
        walkSheet(u"gallery"_s);
        for (const QString &each : {u"data"_s, u"query"_s, u"json"_s}) {
            page().inspect(m_panels.first(), each);
            settle();
            QWidget *inspect = gui::find(window(), u"inspect"_s);
            walk(u"inspect-"_s + each, inspect);
            inspect->close();
            settle();
            QApplication::setActiveWindow(&window());
        }
        window().close();
        walkSheet(u"close"_s);
        finish();
    }

    void editor()
    {
        for (const QString &each : std::as_const(m_panels)) {
            page().editPanel(each);
            settle();
            pagehands::openGroups(window());
            walkPage(u"editor-"_s + page().editor().document().dashboard()->panel(each)->type);
        }
        page().editPanel(m_panels.first());
        for (const QString &each : {u"queries"_s, u"transformations"_s, u"json"_s}) {
            pagehands::openTab(window(), u"queryTabs"_s, each);
            walkPage(u"editor-"_s + each);
        }
        page().closeEditor();
        finish();
    }

    void settings()
    {
        for (const QString &each : {u"general"_s, u"variables"_s, u"annotations"_s, u"links"_s, u"json"_s, u"report"_s}) {
            page().settings().open(each);
            walkPage(u"settings-"_s + each);
        }
        for (const VariableType &type : variableTypes()) {
            page().settings().showVariable(u"of_"_s + type.id);
            walkPage(u"variable-"_s + type.id);
        }
        page().settings().close();
        finish();
    }

    void otherPages()
    {
        window().showSources();
        walkPage(u"sources"_s);
        gui::click(window(), u"sourceAdd"_s);
        walkPage(u"sources-add"_s);
        window().showExplore();
        for (const QString &each : {u"history"_s, u"metrics"_s, u"labels"_s}) {
            window().currentExplore()->showDock(true);
            pagehands::openTab(window(), u"exploreTabs"_s, each);
            walkPage(u"explore-"_s + each);
        }
        window().currentExplore()->split();
        walkPage(u"explore-split"_s);
        window().showDashboards();
        finish();
    }
};

ADD_TEST(TstFocusWalk)
#include "tst_focuswalk.moc"
