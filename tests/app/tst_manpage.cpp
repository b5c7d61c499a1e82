// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/commandline.h>
#include <tests/support/generateddoc.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QString escaped(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    text.replace(QChar(0x2026), u"\\[u2026]"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

// "-o, --output FILE" with what is typed in bold and what is chosen in italics.
QString term(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u' ')) {
        const bool isOption = word.startsWith(u'-');
        const bool comma = word.endsWith(u',');
        words.append((isOption ? u"\\fB"_s : u"\\fI"_s) + escaped(comma ? word.chopped(1) : word) + u"\\fR"_s + (comma ? u","_s : u""_s));
    }
    return words.join(u' ');
}

// The help as a manual page: its paragraphs, with the lines of options as a list. The help says what there is, once.
QString manPage(const QString &help)
{
    static const QRegularExpression option(u"^  (-.*?)  +(\\S.*)$"_s);
    QString page = u".\\\" Written from the text of --help: PROMONTORY_WRITE_DOCS=1 build/bin/test_app tst_manpage\n"
                   ".TH PROMONTORY 1 \"\" \"promontory " PROMONTORY_VERSION "\"\n.SH NAME\n"_s;
    const QStringList lines = help.split(u'\n');
    page += u"promontory \\- dashboards over Prometheus\n.SH SYNOPSIS\n"_s;
    for (const QString &line : lines)
        if (line.startsWith(u"promontory "))
            page += u".B "_s + escaped(line) + u"\n.br\n"_s;
    page += u".SH DESCRIPTION\n"_s;
    bool inOptions = false;
    for (const QString &line : lines.mid(1)) {
        const auto match = option.match(line);
        if (match.hasMatch()) {
            page += (inOptions ? u""_s : u".SH OPTIONS\n"_s) + u".TP\n"_s + term(match.captured(1)) + u'\n' + escaped(match.captured(2))
                + u'\n';
            inOptions = true;
        } else if (line.startsWith(u"promontory ")) {
            page += u".PP\n.B "_s + escaped(line) + u"\n.br\n"_s;
        } else if (line.endsWith(u" only:")) {
            page += u".SS Of "_s + line.chopped(6) + u'\n';
        } else if (line.contains(u" ends with ")) {
            page += (page.contains(u".SH EXIT STATUS"_s) ? u".PP\n"_s : u".SH EXIT STATUS\n"_s) + escaped(line) + u'\n';
        } else if (!line.isEmpty()) {
            page += escaped(line.trimmed()) + u'\n';
        }
    }
    page += u".SH FILES\n.TP\n.I $XDG_CONFIG_HOME/promontory\nsources and settings; secrets lie in the keyring\n"
            ".TP\n.I $XDG_STATE_HOME/promontory\nthe history of edits that are not saved yet\n"
            ".TP\n.I $XDG_DATA_HOME/promontory\nwhat the Prometheus that Promontory runs has stored\n"
            ".SH SEE ALSO\n.BR prometheus (1)\n"_s;
    return page;
}

} // namespace

class TstManPage : public QObject
{
    Q_OBJECT

    QString m_path = QStringLiteral(SOURCE_DIR "/packaging/promontory.1");

private slots:
    void agreesWithTheHelp()
    {
        const QString wanted = manPage(commandLineHelp());
        checkGenerated(m_path, wanted.toUtf8());
    }

    // Every option that the help names is one that is understood, and the other way round it is told in the page.
    void optionsAreReal()
    {
        static const QRegularExpression name(u"^  (?:-\\w, )?--([a-z]+)"_s, QRegularExpression::MultilineOption);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        int options = 0;
        for (auto it = name.globalMatch(commandLineHelp()); it.hasNext(); ++options) {
            const QString option = it.next().captured(1);
            QVERIFY2(page.contains(u"\\fB\\-\\-"_s + option), qPrintable(option));
            const auto knows = [&](const QString &command) {
                const auto line = parseCommandLine({command, u"--"_s + option});
                return line || !line.error().what.contains(u"Unknown option"_s);
            };
            QVERIFY2(knows(u"render"_s) || knows(u"check"_s), qPrintable(option));
        }
        QVERIFY(options >= 15);
    }

    void manReadsIt()
    {
        if (QStandardPaths::findExecutable(u"groff"_s).isEmpty())
            QSKIP("groff is not installed");
        QProcess groff;
        groff.start(u"groff"_s, {u"-man"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s, m_path});
        QVERIFY(groff.waitForFinished());
        QCOMPARE(QString::fromUtf8(groff.readAllStandardError()), QString());
    }
};

ADD_TEST(TstManPage)
#include "tst_manpage.moc"
