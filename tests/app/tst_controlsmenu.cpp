// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/externallinks.h>
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/controlsmenu.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// Variables with "hide": 3, annotations and links with "placement": "inControlsMenu": in a menu at the right of the bar.
class TstControlsMenu : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QList<QUrl> m_opened;

    MainWindow &window() { return m_desk->window; }
    DashboardPage &page() { return *window().currentDashboard(); }
    ControlsMenu *menu() { return window().findChild<ControlsMenu *>(); }

    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    bool open(const QByteArray &members, const QString &theme = u"dark"_s)
    {
        const QString path = m_home->folder.filePath(u"board.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(json(
            "{'title':'T','schemaVersion':42,'time':{'from':'now-1h','to':'now'}," + members
            + "'panels':[{'id':1,'type':'text','gridPos':{'x':0,'y':0,'w':24,'h':4},'options':{'mode':'markdown','content':'of $shy'}}]}"));
        file.close();
        m_desk = std::make_unique<StubWindow>(
            [](const StubRequest &) { return StubAnswer::json(json("{'status':'success','data':{'resultType':'matrix','result':[]}}")); },
            QSize(1100, 620), theme);
        if (!m_desk->open(path))
            return false;
        window().findChild<ExternalLinks *>()->setOpener([this](const QUrl &url) { m_opened.append(url); });
        QApplication::setActiveWindow(&window());
        return true;
    }

    static QByteArray everything()
    {
        return "'templating':{'list':["
               "{'name':'job','type':'custom','query':'api,web','current':{'text':'api','value':'api'}},"
               "{'name':'shy','type':'custom','label':'A shy one','hide':3,'query':'a,b,c','current':{'text':'a','value':'a'}},"
               "{'name':'many','type':'custom','hide':3,'multi':true,'includeAll':true,'query':'red,green,blue','current':{'text':['red','"
               "blue'],'value':['red','blue']}},"
               "{'name':'typed','type':'textbox','label':'A label that is far longer than any "
               "column','hide':3,'query':'x','current':{'text':'x','value':'x'}},"
               "{'name':'gone','type':'custom','hide':2,'query':'a'}]},"
               "'annotations':{'list':[{'name':'Deploys','enable':true,'expr':'x','iconColor':'red','placement':'inControlsMenu'},"
               "{'name':'Restarts','enable':true,'expr':'y','iconColor':'red'}]},"
               "'links':[{'type':'link','title':'Handbook','url':'https://wiki.example/h','placement':'inControlsMenu','icon':'doc'},"
               "{'type':'link','title':'Open link','url':'https://wiki.example/o'},"
               "{'type':'dashboards','title':'Others','tags':['x'],'asDropdown':true,'placement':'inControlsMenu'}],";
    }

private slots:
    void init() { m_home = std::make_unique<OwnHome>(); }
    void cleanup()
    {
        m_desk.reset();
        m_home.reset();
        m_opened.clear();
        applyTheme(*qApp, Theme::dark());
    }

    void onlyWhereThereIsSomething()
    {
        QVERIFY(open("'templating':{'list':[{'name':'job','type':'custom','query':'api,web'}]},"));
        QVERIFY(!window().findChild<QWidget *>(u"controlsMenuButton"_s)->isVisible());
        QVERIFY(open("'links':[{'type':'link','title':'H','url':'https://x.example','placement':'inControlsMenu'}],"));
        QVERIFY(window().findChild<QWidget *>(u"controlsMenuButton"_s)->isVisible());
    }

    void holdsThemAll_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << u"dark"_s;
        QTest::newRow("light") << u"light"_s;
    }
    void holdsThemAll()
    {
        QFETCH(QString, theme);
        QVERIFY(open(everything(), theme));
        auto *bar = window().findChild<VariableBar *>();
        for (const char *inBar : {"variable.job", "variable.annotation:Restarts", "link.Open link"})
            QVERIFY2(gui::find(*bar, QString::fromLatin1(inBar)), inBar);
        QVERIFY(!bar->findChild<QWidget *>(u"variable.shy"_s)->isVisible());
        gui::picture(window(), u"controls-bar-"_s + theme);
        gui::click(window(), u"controlsMenuButton"_s);
        QVERIFY(menu()->isVisible());
        for (const char *inMenu :
             {"variable.shy", "variable.many", "variable.typed", "variable.annotation:Deploys", "link.Handbook", "link.Others"}) {
            const auto *found = menu()->findChild<QWidget *>(QString::fromLatin1(inMenu));
            QVERIFY2(found && found->isVisible(), inMenu);
        }
        QVERIFY(!menu()->findChild<QWidget *>(u"variable.gone"_s));
        gui::picture(*menu(), u"controls-menu-"_s + theme);
    }

    // Opened, walked and answered by keys alone.
    void byKeys()
    {
        QVERIFY(open(everything()));
        auto *button = window().findChild<QWidget *>(u"controlsMenuButton"_s);
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(menu()->isVisible());
        const auto focused = [this] { return menu()->focusWidget() ? menu()->focusWidget()->objectName() : QString(); };
        QCOMPARE(focused(), u"variable.shy.value"_s);
        QStringList walked;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(menu()->focusWidget(), Qt::Key_Tab);
            walked.append(focused());
        }
        QCOMPARE(walked,
                 (QStringList{u"variable.many.value"_s, u"variable.typed.value"_s, u"variable.annotation:Deploys.value"_s,
                              u"link.Handbook"_s, u"link.Others"_s}));
        QTest::keyClick(menu()->focusWidget(), Qt::Key_Backtab);
        QTest::keyClick(menu()->focusWidget(), Qt::Key_Backtab);
        QTest::keyClick(menu()->focusWidget(), Qt::Key_Space); // the switch
        QTRY_VERIFY(!page().session().annotations().at(0).enabled);
        QVERIFY(menu()->isVisible());
        QTest::keyClick(menu(), Qt::Key_Escape);
        QTRY_VERIFY(!menu()->isVisible());
    }

    void valuesAndLinksAct()
    {
        QVERIFY(open(everything()));
        gui::click(window(), u"controlsMenuButton"_s);
        auto *typed = menu()->findChild<QLineEdit *>(u"variable.typed.value"_s);
        QVERIFY(typed);
        typed->setText(u"new"_s);
        emit typed->editingFinished();
        QTRY_COMPARE(page().session().variable(u"typed"_s)->values, QStringList{u"new"_s});
        QVERIFY(menu()->isVisible()); // other answers may follow
        gui::click(*menu(), u"link.Handbook"_s);
        QVERIFY(!menu()->isVisible());
        gui::click(window(), u"answer.open"_s);
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://wiki.example/h"_s)});
    }
};

ADD_TEST(TstControlsMenu)
#include "tst_controlsmenu.moc"
