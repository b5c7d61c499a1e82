// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/form/linkscontrol.h>
#include <widgets/form/mappingscontrol.h>
#include <widgets/form/sortkeyscontrol.h>
#include <widgets/form/thresholdscontrol.h>

using namespace Qt::StringLiterals;

// Controls that hold rows: an edit makes the rows anew, and the person goes on where they were.
class TstListControls : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    OptionControl *m_control = nullptr;
    QLineEdit *m_next = nullptr;
    Json m_told;

    template <class Control>
    void make(OptionRow::Kind kind, const char *value)
    {
        OptionRow row;
        row.kind = kind;
        m_window = std::make_unique<QWidget>();
        m_control = new Control(row, u"it"_s, m_window.get());
        m_next = new QLineEdit(m_window.get());
        m_next->setObjectName(u"next"_s);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_control);
        layout->addWidget(m_next);
        connect(m_control, &OptionControl::edited, this, [this](const Json &json) { m_told = json; });
        m_control->setValue(*Json::parse(value));
        m_window->resize(320, 600);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    QString focus() const { return m_window->focusWidget() ? m_window->focusWidget()->objectName() : QString(); }
    QLineEdit *edit(const QString &name) { return qobject_cast<QLineEdit *>(gui::find(*m_window, name)); }
    void choose(const QString &menu, const QString &item)
    {
        gui::find(*m_window, menu)->setFocus();
        gui::click(*m_window, menu);
        QMenu *open = nullptr;
        QTRY_VERIFY((open = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
        for (QAction *action : open->actions())
            if (action->objectName() == "menu."_L1 + item)
                open->setActiveAction(action);
        QTest::keyClick(open, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    static constexpr const char *kSteps = R"({"mode": "absolute", "steps": [{"color": "green", "value": null},
        {"color": "yellow", "value": 10}, {"color": "orange", "value": 20}, {"color": "red", "value": 30}]})";
    static constexpr const char *kMappings
        = R"([{"type": "value", "options": {"1": {"text": "one", "index": 0}, "2": {"text": "two", "index": 1}}},
        {"type": "range", "options": {"from": 3, "to": 4, "result": {"text": "some", "index": 2}}}])";

private slots:
    void cleanup() { m_window.reset(); }

    // A step that finds another place is followed there, whether one goes on by Enter, by Tab or by the mouse.
    void thresholdsAreFollowed()
    {
        make<ThresholdsControl>(OptionRow::Kind::Thresholds, kSteps);
        edit(u"it.1.value"_s)->setFocus();
        gui::type(*m_window, u"it.1.value"_s, u"25"_s);
        gui::key(*m_window, Qt::Key_Return);
        QTRY_COMPARE(edit(u"it.1.value"_s)->text(), u"20"_s);
        QCOMPARE(focus(), u"it.2.value"_s);
        QCOMPARE(edit(u"it.2.value"_s)->text(), u"25"_s);
        QCOMPARE(edit(u"it.2.value"_s)->cursorPosition(), 2);
        gui::type(*m_window, u"it.2.value"_s, u"35"_s);
        gui::key(*m_window, Qt::Key_Tab);
        QTRY_COMPARE(edit(u"it.3.value"_s)->text(), u"35"_s);
        QCOMPARE(focus(), u"it.3.remove"_s); // of the same step
        gui::type(*m_window, u"it.3.value"_s, u"5"_s);
        gui::click(*m_window, u"next"_s);
        QTRY_COMPARE(edit(u"it.1.value"_s)->text(), u"5"_s);
        QCOMPARE(focus(), u"next"_s);
        QCOMPARE(m_told.get(u"steps.1.color").toString(), u"yellow"_s);
    }

    void aThresholdThatGoesLeavesTheFocus()
    {
        make<ThresholdsControl>(OptionRow::Kind::Thresholds, kSteps);
        for (const auto &[gone, then] : {std::pair(u"it.2.remove"_s, u"it.2.value"_s), std::pair(u"it.2.remove"_s, u"it.1.value"_s),
                                         std::pair(u"it.1.remove"_s, u"it.add"_s)}) {
            gui::find(*m_window, gone)->setFocus();
            gui::key(*m_window, Qt::Key_Space);
            QTRY_COMPARE(focus(), then);
        }
        // The way back of it all: what had the focus has it again.
        make<ThresholdsControl>(OptionRow::Kind::Thresholds, kSteps);
        gui::type(*m_window, u"it.1.value"_s, u"11"_s);
        m_control->setValue(
            *Json::parse(R"({"mode": "absolute", "steps": [{"color": "green", "value": null}, {"color": "red", "value": 30}]})"));
        QCOMPARE(focus(), u"it.1.value"_s);
        QCOMPARE(edit(u"it.1.value"_s)->text(), u"30"_s);
    }

    void halfANumberIsNotKept()
    {
        make<ThresholdsControl>(OptionRow::Kind::Thresholds, kSteps);
        gui::type(*m_window, u"it.1.value"_s, u"1e"_s);
        QVERIFY(static_cast<LineEdit *>(edit(u"it.1.value"_s))->isInvalid());
        gui::click(*m_window, u"next"_s);
        QTRY_COMPARE(edit(u"it.1.value"_s)->text(), u"1"_s); // what was a number on the way
        QVERIFY(!static_cast<LineEdit *>(edit(u"it.1.value"_s))->isInvalid());
        QCOMPARE(m_told.get(u"steps.1.value"), Json(1));
    }

    void mappingsAreFollowed()
    {
        make<MappingsControl>(OptionRow::Kind::Mappings, kMappings);
        choose(u"it.0.menu"_s, u"down"_s);
        QTRY_COMPARE(edit(u"it.1.match"_s)->text(), u"1"_s);
        QCOMPARE(focus(), u"it.1.menu"_s);
        choose(u"it.1.menu"_s, u"remove"_s);
        QTRY_COMPARE(focus(), u"it.1.menu"_s); // of the one that came up
        choose(u"it.1.menu"_s, u"remove"_s);
        QTRY_COMPARE(focus(), u"it.0.menu"_s);
        choose(u"it.0.menu"_s, u"remove"_s);
        QTRY_COMPARE(focus(), u"it.add"_s);
        QCOMPARE(m_told, Json::array());
    }

    void linksAreFollowed()
    {
        make<LinksControl>(OptionRow::Kind::DataLinks, R"([{"title": "a", "url": ""}, {"title": "b", "url": ""}])");
        choose(u"it.0.menu"_s, u"down"_s);
        QTRY_COMPARE(edit(u"it.1.title"_s)->text(), u"a"_s);
        QCOMPARE(focus(), u"it.1.menu"_s);
        choose(u"it.1.menu"_s, u"remove"_s);
        QTRY_COMPARE(focus(), u"it.0.menu"_s);
        gui::type(*m_window, u"it.0.title"_s, u"bcd"_s);
        QTest::keyClick(edit(u"it.0.title"_s), Qt::Key_Left);
        m_control->setValue(*Json::parse(R"([{"title": "bcd", "url": "/d/x"}])")); // undone elsewhere
        QCOMPARE(focus(), u"it.0.title"_s);
        QCOMPARE(edit(u"it.0.title"_s)->cursorPosition(), 2);
        choose(u"it.0.menu"_s, u"remove"_s);
        QTRY_COMPARE(focus(), u"it.add"_s);
    }

    void sortKeysAreFollowed()
    {
        make<SortKeysControl>(OptionRow::Kind::SortKeys, R"([{"displayName": "a", "desc": true}, {"displayName": "b", "desc": false}])");
        choose(u"it.1.menu"_s, u"up"_s);
        QTRY_COMPARE(m_told.at(0)[u"displayName"].toString(), u"b"_s);
        QCOMPARE(focus(), u"it.0.menu"_s);
        choose(u"it.0.menu"_s, u"remove"_s);
        QTRY_COMPARE(m_told.size(), qsizetype(1));
        QCOMPARE(focus(), u"it.0.menu"_s);
    }
};

ADD_TEST(TstListControls)
#include "tst_listcontrols.moc"
