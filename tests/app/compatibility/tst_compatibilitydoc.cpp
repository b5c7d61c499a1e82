// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/compatibilitydoc.h>
#include <dashboard/interpolate.h>
#include <panels/registry.h>
#include <tests/support/generateddoc.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstCompatibilityDoc : public QObject
{
    Q_OBJECT

    PanelRegistry m_registry = PanelRegistry::standard();
    Vocabulary m_words{m_registry};

private slots:
    void fileIsUpToDate()
    {
        const QByteArray wanted = compatibilityMarkdown(m_words, m_registry);
        checkGenerated(QStringLiteral(SOURCE_DIR "/docs/compatibility.md"), wanted);
    }

    // Every word that is honoured or waits stands in it.
    void everyWordIsTold()
    {
        const QString text = QString::fromUtf8(compatibilityMarkdown(m_words, m_registry));
        for (const QString &scope : m_words.scopes()) {
            const Vocabulary::Scope &words = m_words.scope(scope);
            for (auto it = words.cbegin(); it != words.cend(); ++it)
                if (it->fate != FormatMember::Fate::Kept)
                    QVERIFY2(text.contains(u'`' + it.key() + u'`'), qPrintable(scope + u' ' + it.key()));
        }
    }

    // What it says of accounts is so.
    void accountsPrintNothing()
    {
        const QString text = QString::fromUtf8(compatibilityMarkdown(m_words, m_registry));
        auto it = QRegularExpression(u"`(\\$(__|\\{__)(user|org)[^`]*)`"_s).globalMatch(text);
        int told = 0;
        for (; it.hasNext(); ++told) {
            const QString reference = it.next().captured(1);
            QCOMPARE(interpolateText(reference, [](const QString &name) { return accountVariable(name); }), QString());
        }
        QCOMPARE(told, 7);
    }

    // Each key once in its scope, and what waits says what is done instead.
    void tableIsWhole()
    {
        QSet<QString> seen;
        for (const FormatMember &member : formatMembers()) {
            const QString word = QString::fromLatin1(member.scope) + u' ' + QString::fromLatin1(member.key);
            QVERIFY2(!seen.contains(word), qPrintable(word));
            seen.insert(word);
            QCOMPARE(*member.instead != 0, member.fate == FormatMember::Fate::Later);
            for (const QString &value : QString::fromLatin1(member.harmless).split(u'|', Qt::SkipEmptyParts))
                QVERIFY2(Json::parse(value.toUtf8()), qPrintable(word));
        }
    }
};

ADD_TEST(TstCompatibilityDoc)
#include "tst_compatibilitydoc.moc"
