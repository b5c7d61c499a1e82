// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/commandline.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <core/datemath.h>

using namespace Qt::StringLiterals;

namespace {

const auto kUsage = u"promontory [FILE…] [--source URL]   or   promontory render FILE|--demo -o OUT.png|.svg|.pdf   or   "
                    "promontory check PATH…   or   promontory upgrade FILE [-o OUT]   or   promontory set FILE POINTER VALUE [-o OUT]; "
                    "see promontory --help"_s;

tl::unexpected<Error> usage(const QString &what)
{
    return fail(Error::Kind::Config, what, {}, kUsage);
}

struct Options {
    QCommandLineOption help{{u"h"_s, u"help"_s}};
    QCommandLineOption version{{u"v"_s, u"version"_s}};
    QCommandLineOption demo{u"demo"_s};
    QCommandLineOption timing{u"timing"_s};
    QCommandLineOption source{u"source"_s, {}, u"URL"_s};
    QCommandLineOption theme{u"theme"_s, {}, u"dark|light"_s};
    QCommandLineOption from{u"from"_s, {}, u"TIME"_s};
    QCommandLineOption to{u"to"_s, {}, u"TIME"_s};
    QCommandLineOption output{{u"o"_s, u"output"_s}, {}, u"FILE"_s};
    QCommandLineOption width{u"width"_s, {}, u"PX"_s};
    QCommandLineOption height{u"height"_s, {}, u"PX"_s};
    QCommandLineOption scale{u"scale"_s, {}, u"FACTOR"_s};
    QCommandLineOption variable{u"var"_s, {}, u"NAME=VALUE"_s};
    QCommandLineOption panel{u"panel"_s, {}, u"ID"_s};
    QCommandLineOption gallery{u"gallery"_s};
    QCommandLineOption page{u"page"_s, {}, u"SIZE"_s};
    QCommandLineOption json{u"json"_s};

    QList<QCommandLineOption> common() const { return {help, version, demo, timing, source, theme, from, to}; }
    QList<QCommandLineOption> render() const { return {output, width, height, scale, variable, panel, page, gallery}; }
};

Result<QUrl> parseSource(const QString &text)
{
    const QUrl url(text.contains(u"://"_s) ? text : u"http://"_s + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return usage(u"--source wants an http or https address, not “%1”"_s.arg(text));
    return url;
}

Result<int> parsePixels(const QString &name, const QString &text, int most)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < 50 || value > most)
        return usage(u"--%1 wants a number of pixels from 50 to %2, not “%3”"_s.arg(name).arg(most).arg(text));
    return value;
}

// Values of one name add up: --var endpoint=/a --var endpoint=/b chooses both.
Result<> addVariable(CommandLine &line, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return usage(u"--var wants NAME=VALUE, not “%1”"_s.arg(text));
    const QString name = text.left(equals);
    const QString value = text.mid(equals + 1);
    for (auto &[each, values] : line.variables) {
        if (each == name) {
            values.append(value);
            return {};
        }
    }
    line.variables.append({name, {value}});
    return {};
}

Result<> readPage(const QString &text, CommandLine &line)
{
    static const QHash<QString, PdfSetup::Page> pages{{u"a4"_s, PdfSetup::Page::A4},
                                                      {u"a3"_s, PdfSetup::Page::A3},
                                                      {u"letter"_s, PdfSetup::Page::Letter},
                                                      {u"single"_s, PdfSetup::Page::Single}};
    if (line.format() != u"pdf")
        return usage(u"--page is for a PDF, not for %1"_s.arg(line.output));
    if (!pages.contains(text))
        return usage(u"--page wants a4, a3, letter or single, not “%1”"_s.arg(text));
    line.page = pages.value(text);
    return {};
}

Result<> readRender(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    line.output = parser.value(options.output);
    if (line.output.isEmpty())
        return usage(u"render wants -o OUT.png"_s);
    line.gallery = parser.isSet(options.gallery);
    if (line.files.size() + (line.demo ? 1 : 0) + (line.gallery ? 1 : 0) != 1)
        return usage(u"render wants one dashboard file, or --demo, or --gallery"_s);
    if (parser.isSet(options.width)) {
        const auto width = parsePixels(u"width"_s, parser.value(options.width), 16'000);
        if (!width)
            return tl::unexpected(width.error());
        line.size.setWidth(*width);
    }
    if (parser.isSet(options.height)) {
        const auto height = parsePixels(u"height"_s, parser.value(options.height), 30'000);
        if (!height)
            return tl::unexpected(height.error());
        line.size.setHeight(*height);
    }
    if (parser.isSet(options.scale)) {
        line.scale = parser.value(options.scale).toDouble();
        if (!(line.scale >= 0.5 && line.scale <= 4))
            return usage(u"--scale wants a factor from 0.5 to 4, not “%1”"_s.arg(parser.value(options.scale)));
    }
    if (parser.isSet(options.panel))
        line.panel = parser.value(options.panel);
    if (parser.isSet(options.page))
        if (auto read = readPage(parser.value(options.page), line); !read)
            return read;
    for (const QString &text : parser.values(options.variable))
        if (auto added = addVariable(line, text); !added)
            return added;
    return {};
}

Result<> readCheck(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    line.json = parser.isSet(options.json);
    if (line.files.isEmpty())
        return usage(u"check wants files or folders"_s);
    return {};
}

Result<> readUpgrade(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    line.output = parser.value(options.output);
    if (line.files.size() != 1)
        return usage(u"upgrade wants one dashboard file"_s);
    return {};
}

Result<> readSet(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    line.output = parser.value(options.output);
    if (line.files.size() != 3)
        return usage(u"set wants a dashboard file, a JSON pointer and a JSON value"_s);
    line.value = line.files.takeLast().trimmed();
    line.pointer = line.files.takeLast();
    return {};
}

// A negative number is a value, not an option; JSON may have a blank before it.
QStringList withNumbersAsValues(QStringList arguments)
{
    for (QString &each : arguments)
        if (each.size() > 1 && each[0] == u'-' && each[1].isDigit())
            each.prepend(u' ');
    return arguments;
}

Result<> readCommon(const QCommandLineParser &parser, const Options &options, CommandLine &line)
{
    line.demo = parser.isSet(options.demo);
    line.timing = parser.isSet(options.timing);
    if (parser.isSet(options.source)) {
        const auto source = parseSource(parser.value(options.source));
        if (!source)
            return tl::unexpected(source.error());
        line.source = *source;
    }
    line.theme = parser.value(options.theme);
    if (!line.theme.isEmpty() && line.theme != u"dark" && line.theme != u"light")
        return usage(u"--theme wants dark or light, not “%1”"_s.arg(line.theme));
    for (const auto &[option, name, end] : {std::tuple(options.from, u"from"_s, &line.from), std::tuple(options.to, u"to"_s, &line.to)}) {
        if (!parser.isSet(option))
            continue;
        *end = parser.value(option);
        if (!resolveTime(**end, {QDateTime::currentMSecsSinceEpoch()}, false))
            return usage(u"--%1 wants a time such as now-6h or 2026-11-22 10:00, not “%2”"_s.arg(name, **end));
    }
    return {};
}

} // namespace

QString CommandLine::format() const
{
    return QFileInfo(output).suffix().toLower();
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    using Mode = CommandLine::Mode;
    using Read = Result<> (*)(const QCommandLineParser &, const Options &, CommandLine &);
    static const QHash<QString, Mode> commands{
        {u"render"_s, Mode::Render}, {u"check"_s, Mode::Check}, {u"upgrade"_s, Mode::Upgrade}, {u"set"_s, Mode::Set}};
    const bool isCommand = commands.contains(arguments.value(0));
    CommandLine line;
    line.mode = commands.value(arguments.value(0), Mode::Window);

    const Options options;
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions(options.common());
    if (line.mode == Mode::Render)
        parser.addOptions(options.render());
    else if (line.mode == Mode::Check)
        parser.addOption(options.json);
    else if (isCommand)
        parser.addOption(options.output);
    const QStringList given = arguments.mid(isCommand ? 1 : 0);
    if (!parser.parse(QStringList{u"promontory"_s} + (line.mode == Mode::Set ? withNumbersAsValues(given) : given)))
        return usage(parser.errorText());
    if (parser.isSet(options.help) || parser.isSet(options.version)) {
        line.mode = parser.isSet(options.help) ? Mode::Help : Mode::Version;
        return line;
    }
    line.files = parser.positionalArguments();
    if (auto read = readCommon(parser, options, line); !read)
        return tl::unexpected(read.error());
    static const QHash<Mode, Read> readers{
        {Mode::Render, readRender}, {Mode::Check, readCheck}, {Mode::Upgrade, readUpgrade}, {Mode::Set, readSet}};
    if (const Read reader = readers.value(line.mode))
        if (auto read = reader(parser, options, line); !read)
            return tl::unexpected(read.error());
    return line;
}

QString commandLineHelp()
{
    return uR"(Promontory: dashboards over Prometheus, on your own desk.

promontory [FILE…] [--source URL] [--demo]
    Opens dashboards in a window. Without a source, they are answered by the default one
    (at first, a Prometheus that Promontory runs itself).

promontory render FILE|--demo -o OUT.png|OUT.svg|OUT.pdf
    Draws a dashboard into a picture; needs no display. Waits for all panels.

promontory check PATH… [--json] [--source URL]
    Says what becomes of dashboards here: panels drawn, placeholders, and each option,
    transformation and variable that is not honoured. Folders are walked for json, yaml, yml.
    With a source its panels are asked, and one without marks counts as not drawn.

promontory upgrade FILE [-o OUT]
    Writes a dashboard of an old form in today's: graph panels, rows, schema versions before 42, v2alpha1.
    What is the same keeps its bytes. Without -o the file itself is written; - prints it.

promontory set FILE POINTER VALUE [-o OUT]
    Changes one value of a dashboard, whatever the form of its file: set up.json /title '"Up"'.
    The pointer is a JSON pointer (/panels/0/title; /- adds to a list), the value is JSON.
    What is missing is added in the file's own style; all else keeps its bytes. -o as above.

A FILE is JSON, or YAML that holds dashboards, as a ConfigMap does; of several in one
file FILE.yaml#NAME says which.

  --source URL        ask this Prometheus
  --demo              the sample: a small Python application, watched
  --from TIME         start of the time range: now-6h, 2026-11-22 10:00, epoch ms
  --to TIME           its end
  --theme dark|light  instead of the desktop's
  --timing            print what it took as one line of JSON; a window then quits
  -h, --help          this text
  -v, --version       the version

render only:
  -o, --output FILE   the picture; its name says the kind: .png, .svg, .pdf
  --width PX          default 1600
  --height PX         default: as high as the dashboard
  --scale FACTOR      pixels a pixel: 2 for sharp screens; of SVG its size
  --var NAME=VALUE    the value of a variable; again for several values
  --panel ID          this panel alone; of one that repeats the first copy:
                      --var says which
  --gallery           instead of a dashboard every panel type with every option,
                      on made-up data; into one picture, or one a type in a folder
  --page SIZE         of a PDF: a4 (landscape, as a3 and letter), a3, letter,
                      or single, one page as large as the dashboard

check only:
  --json              the report as JSON

render ends with 0: all drawn; 1: some panel failed (named; the picture is written);
2: wrong arguments; 3: the file cannot be read; 4: the source cannot be reached.
check ends with 0: all files were read; 1: some file could not be read (named);
2: wrong arguments; 4: the source cannot be reached.
upgrade ends with 0: written, or there was nothing to do; 1: it cannot be written;
2: wrong arguments; 3: the file cannot be read.
set ends with 0: written, or it was so already; 1: it cannot be written;
2: wrong arguments, no JSON, or no such place in the file; 3: the file cannot be read.
)"_s;
}
