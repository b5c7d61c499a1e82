// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QFile>
#include <panels/optionsdoc.h>
#include <tests/support/testmain.h>

class TstOptionsDoc : public QObject
{
    Q_OBJECT

private slots:
    // The tables are generated: the file in docs/ is what the schemas say.
    void fileIsUpToDate()
    {
        const QByteArray wanted = optionsMarkdown(PanelRegistry::standard());
        QFile file(QStringLiteral(SOURCE_DIR "/docs/dashboard-json.md"));
        if (qEnvironmentVariableIsSet("PROMONTORY_WRITE_DOCS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(wanted);
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), QString::fromUtf8(wanted));
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
