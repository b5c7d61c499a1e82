// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/optionsdoc.h>
#include <tests/support/generateddoc.h>
#include <tests/support/testmain.h>

class TstOptionsDoc : public QObject
{
    Q_OBJECT

private slots:
    // The tables are generated: the file in docs/ is what the schemas say.
    void fileIsUpToDate()
    {
        const QByteArray wanted = optionsMarkdown(PanelRegistry::standard());
        checkGenerated(QStringLiteral(SOURCE_DIR "/docs/dashboard-json.md"), wanted);
    }

    void everyTypeAndKeyIsListed()
    {
        const QString text = QString::fromUtf8(optionsMarkdown(PanelRegistry::standard()));
        const PanelRegistry registry = PanelRegistry::standard();
        for (const PanelType &type : registry.types()) {
            QVERIFY2(text.contains(QStringLiteral("(`%1`)").arg(type.id)), qPrintable(type.id));
            for (const OptionRow &row : type.options + type.fieldOptions)
                QVERIFY2(text.contains(QStringLiteral("| `%1` |").arg(row.key)), qPrintable(row.key));
        }
    }

    void keysAreUniqueAndLabelled()
    {
        const PanelRegistry registry = PanelRegistry::standard();
        for (const PanelType &type : registry.types()) {
            QSet<QString> keys;
            for (const OptionRow &row : type.options) {
                QVERIFY2(!keys.contains(row.key), qPrintable(type.id + row.key));
                QVERIFY2(row.label && *row.label, qPrintable(row.key));
                keys.insert(row.key);
            }
        }
    }
};

ADD_TEST(TstOptionsDoc)
#include "tst_optionsdoc.moc"
