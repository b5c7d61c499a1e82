// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/render.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTimer>
#include <QtGui/QImageWriter>
#include <app/dashboardsheet.h>
#include <app/dashboardview.h>
#include <app/loadwatch.h>
#include <app/localengineservice.h>
#include <app/optionsheet.h>
#include <cstdio>
#include <dashboard/savefile.h>
#include <pipeline/displayprocessor.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

void print(FILE *stream, const QString &line)
{
    std::fprintf(stream, "%s\n", qUtf8Printable(line));
    std::fflush(stream);
}

void print(const Error &error)
{
    QString text = error.what;
    for (const QString &part : {error.where, error.hint})
        if (!part.isEmpty())
            text += u"; "_s + part;
    print(stderr, u"promontory: "_s + text);
}

// The last value of each of the first few numeric fields.
QString someValues(const Frames &frames, const Theme &theme)
{
    constexpr int most = 3;
    QStringList texts;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (!field.isNumeric() || frame.rowCount() == 0 || texts.size() >= most)
                continue;
            const QString name = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
            texts << name.left(60) + u' '
                    + DisplayProcessor(field, theme.brightness).number(field.values.number(frame.rowCount() - 1)).joined();
        }
    }
    return texts.join(u", "_s);
}

// What can be written as a picture of pixels is what Qt knows.
Result<> writePixels(QWidget &widget, const QString &path)
{
    QImageWriter writer(path);
    if (!writer.write(widget.grab().toImage()))
        return fail(Error::Kind::Io, Render::tr("the picture was not written: %1").arg(writer.errorString()), path);
    return {};
}

} // namespace

QString panelLine(const DashboardSession &session, const DashboardView &view, const QString &instanceId)
{
    const PanelInstance &instance = *session.instance(instanceId);
    QString line = u"%1  %2  %3: "_s.arg(QString::number(instance.panel->id), instance.panel->type,
                                         session.interpolate(instance.panel->title, instanceId).simplified().left(80));
    const PanelData &data = session.data(instanceId);
    if (data.error)
        return line + Render::tr("failed: %1").arg(data.error->what);
    if (!view.asks(instanceId))
        return line + Render::tr("drawn");
    const Frames &frames = data.frames;
    qsizetype rows = 0;
    qsizetype numbers = 0;
    for (const Frame &frame : frames) {
        rows += frame.rowCount();
        for (const Field &field : frame.fields)
            numbers += field.isNumeric();
    }
    if (rows == 0)
        return line + Render::tr("no data");
    return line + Render::tr("%1 rows, %2 columns of numbers; %3").arg(rows).arg(numbers).arg(someValues(frames, currentTheme(&view)));
}

Render::Render(App &app) : m_app(app) { }
Render::~Render() = default;

void Render::start()
{
    const CommandLine &line = m_app.commandLine();
    if (line.gallery)
        return drawGallery();
    Result<QString> path = line.demo ? m_app.demoFile() : Result<QString>(line.files.first());
    const Result<Document> document = path ? m_app.openDocument(*path) : tl::unexpected(path.error());
    if (!document) {
        print(document.error());
        return end(3);
    }
    m_app.startEngine();
    show(*document);
}

void Render::drawGallery()
{
    const CommandLine &line = m_app.commandLine();
    OptionGallery gallery(m_app.panels(), line.theme == u"light" ? Theme::light() : Theme::dark());
    gallery.show();
    QCoreApplication::sendPostedEvents(); // layouts
    QList<std::pair<QString, Result<>>> written;
    const QString format = line.format();
    const QFileInfo output(line.output);
    if (output.isDir() || format.isEmpty()) {
        const QDir folder(line.output);
        folder.mkpath(u"."_s);
        for (OptionSheet *sheet : gallery.sheets()) {
            const QString path = folder.filePath(sheet->typeId() + u".png"_s);
            written.append({path, writePixels(*sheet, path)});
        }
    } else if (format == u"svg") {
        written.append({line.output, saveFile(line.output, toSvg(gallery, tr("Options of the panel types"), line.scale))});
    } else if (format == u"pdf") {
        const PdfSetup setup{line.page, tr("Options of the panel types"), tr("Options of the panel types"), line.scale};
        const QList<QRect> pages = pagesOf(gallery.size(), gallery.items(), pdfPageHeight(line.page, gallery.width()));
        written.append({line.output, saveFile(line.output, toPdf(gallery, setup, pages))});
    } else {
        written.append({line.output, writePixels(gallery, line.output)});
    }
    for (const auto &[path, done] : written) {
        if (!done) {
            print(done.error());
            return end(3);
        }
        print(stdout, QFileInfo(path).absoluteFilePath());
    }
    end(0);
}

void Render::show(const Document &document)
{
    const CommandLine &line = m_app.commandLine();
    m_sheet = std::make_unique<DashboardSheet>(m_app, document);
    DashboardSession &session = m_sheet->session();
    if (line.from || line.to)
        session.setTimeRange({line.from.value_or(session.rawRange().from), line.to.value_or(u"now"_s)});
    for (const auto &[name, values] : line.variables)
        session.setVariable(name, values);
    if (line.panel && !m_sheet->choosePanel(*line.panel)) {
        print({Error::Kind::Config, tr("no panel has the id %1").arg(*line.panel), document.path()});
        return end(2);
    }
    session.setTabsAsRows(line.format() == u"pdf"); // paper has room for all
    m_sheet->open(line.size.width(), line.size.height());
    connect(&m_sheet->watch(), &LoadWatch::firstData, this, [this] { m_timing.firstDataMs = msSinceProcessStart(); });
    connect(&m_sheet->watch(), &LoadWatch::done, this, &Render::draw);
    m_timing.windowMs = msSinceProcessStart();
}

Result<> Render::write()
{
    const CommandLine &line = m_app.commandLine();
    const QString format = line.format();
    if (format == u"svg" || format == u"pdf")
        return saveFile(line.output, m_sheet->picture(format, line.page, line.scale));
    return writePixels(*m_sheet, line.output);
}

void Render::draw()
{
    const Result<> written = write();
    m_timing.paintedMs = msSinceProcessStart();
    m_timing.panels = int(m_sheet->view().grid().visibleItems().size());
    m_timing.failed = m_sheet->watch().failed();
    if (!written) {
        print(written.error());
        return end(3);
    }
    tell();
    const LocalEngineService *local = m_app.localEngine();
    const bool engineFailed = local && local->engine().state() != LocalEngine::State::Ready && m_app.commandLine().source.isEmpty();
    const bool unreachable = m_sheet->watch().isUnreachable() || (engineFailed && !m_timing.failed.isEmpty());
    const int exitCode = unreachable ? 4 : m_timing.failed.isEmpty() ? 0 : 1;
    if (!m_app.commandLine().timing)
        return end(exitCode);
    QTimer::singleShot(1'000, this, [this, exitCode] {
        m_timing.measureMemory();
        print(stdout, QString::fromUtf8(m_timing.line()));
        end(exitCode);
    });
}

void Render::tell()
{
    for (const QString &id : m_sheet->view().grid().visibleItems())
        if (m_sheet->session().instance(id))
            print(stdout, panelLine(m_sheet->session(), m_sheet->view(), id));
    if (const int count = m_sheet->session().leftOutRepeats(); count > 0)
        print(stderr, u"promontory: "_s + leftOutText(count));
    print(stdout, QFileInfo(m_app.commandLine().output).absoluteFilePath());
}

void Render::end(int exitCode)
{
    QTimer::singleShot(0, this, [this, exitCode] { emit finished(exitCode); });
}
