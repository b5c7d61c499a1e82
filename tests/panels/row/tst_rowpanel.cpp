// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/panelwidget.h>
#include <panels/row/rowpanel.h>
#include <tests/support/testmain.h>

class TstRowPanel : public QObject
{
    Q_OBJECT

private slots:
    void asksNothingAndShowsNothing()
    {
        const PanelType type = rowPanel();
        QCOMPARE(type.id, QStringLiteral("row"));
        QVERIFY(!type.asksData);
        const std::unique_ptr<PanelWidget> widget(type.create(nullptr));
        QVERIFY(widget->table().isEmpty());
    }
};

ADD_TEST(TstRowPanel)
#include "tst_rowpanel.moc"
