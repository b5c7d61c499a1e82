// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/inspectdialog.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <app/framecsv.h>
#include <app/frametablemodel.h>
#include <app/savecsv.h>
#include <datasource/prometheus/questions.h>
#include <pipeline/fieldpipeline.h>
#include <widgets/controls/field.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/controls/toggle.h>

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *readOnlyText(const QString &name, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(name);
    edit->setReadOnly(true);
    edit->setFont(themeFont(TextStyle::Code));
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    return edit;
}

QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString reportText(const TargetReport &report)
{
    QueryRequest request;
    request.text = report.text;
    request.adHocFilters = report.adHocFilters;
    request.groupBy = report.groupBy;
    QStringList lines;
    const QString what = report.exemplars ? InspectDialog::tr("%1, exemplars").arg(report.refId) : report.refId;
    lines << u"# %1  ·  %2"_s.arg(what, report.sourceName) << applied(request).text << QString();
    if (report.exemplars)
        lines << InspectDialog::tr("  from %1 to %2").arg(timeText(report.range.fromMs), timeText(report.range.toMs));
    else if (report.stepMs > 0)
        lines << InspectDialog::tr("  from %1 to %2, step %3 s")
                     .arg(timeText(report.range.fromMs), timeText(report.range.toMs))
                     .arg(double(report.stepMs) / 1000);
    else
        lines << InspectDialog::tr("  at %1").arg(timeText(report.range.toMs));
    if (report.running)
        lines << InspectDialog::tr("  still running");
    else if (report.error)
        lines << InspectDialog::tr("  failed: %1").arg(report.error->what);
    else
        lines << InspectDialog::tr("  %1 series, %2 samples, %3 bytes, %4 ms network, %5 ms decoding")
                     .arg(report.stats.series)
                     .arg(report.stats.samples)
                     .arg(report.stats.bytes)
                     .arg(report.stats.networkMs, 0, 'f', 1)
                     .arg(report.stats.decodeMs, 0, 'f', 1);
    return lines.join(u'\n');
}

// In place of what is there; what is selected and scrolled stays.
void showText(QPlainTextEdit &edit, const QString &text)
{
    if (edit.toPlainText() == text)
        return;
    const int anchor = edit.textCursor().anchor(), at = edit.textCursor().position();
    const int across = edit.horizontalScrollBar()->value(), down = edit.verticalScrollBar()->value();
    edit.setPlainText(text);
    QTextCursor cursor(edit.document());
    cursor.setPosition(std::min(anchor, int(text.size())));
    cursor.setPosition(std::min(at, int(text.size())), QTextCursor::KeepAnchor);
    edit.setTextCursor(cursor);
    edit.horizontalScrollBar()->setValue(across);
    edit.verticalScrollBar()->setValue(down);
}

} // namespace

InspectDialog::InspectDialog(DashboardSession &session, const QString &instanceId, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_instanceId(instanceId)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"inspect"_s);
    resize(900, 600);
    m_tabs = new SegmentedControl(this);
    m_tabs->setObjectName(u"inspectTabs"_s);
    m_tabs->setAccessibleName(tr("What to see"));
    m_tabs->setSegments(
        {{u"data"_s, tr("Data"), u"table"_s}, {u"query"_s, tr("Query"), u"query"_s}, {u"json"_s, tr("Panel JSON"), u"code"_s}});
    m_query = readOnlyText(u"inspectQuery"_s, this);
    m_query->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_query->setAccessibleName(tr("Query"));
    m_json = readOnlyText(u"inspectJson"_s, this);
    m_json->setAccessibleName(tr("Panel JSON"));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(dataPage());
    m_pages->addWidget(m_query);
    m_pages->addWidget(m_json);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::group, space::group, space::group, space::group);
    layout->setSpacing(space::window);
    layout->addWidget(m_tabs, 0, Qt::AlignLeft);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &SegmentedControl::currentChanged, this, &InspectDialog::showTab);
    connect(&m_session, &DashboardSession::panelDataChanged, this, [this](const QString &id) {
        if (id == m_instanceId)
            fill();
    });
    connect(&m_session, &DashboardSession::layoutChanged, this, [this] {
        if (!m_session.instance(m_instanceId))
            close();
    });
    showTab(u"data"_s);
    fill();
}

QWidget *InspectDialog::dataPage()
{
    auto *page = new QWidget(this);
    m_kind = new SegmentedControl(page);
    m_kind->setObjectName(u"inspectKind"_s);
    m_kind->setAccessibleName(tr("Numbers"));
    m_kind->setSegments({{u"formatted"_s, tr("As shown")}, {u"raw"_s, tr("Raw numbers")}});
    m_kind->setCurrent(u"formatted"_s);
    m_before = new Switch(tr("Before transformations"), page);
    m_before->setObjectName(u"inspectBefore"_s);
    m_before->setCheckable(true);
    m_summary = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, page);
    auto *copy = new TextButton(tr("Copy CSV"), TextButton::Kind::Secondary, u"copy"_s, page);
    copy->setObjectName(u"inspectCopy"_s);
    auto *save = new TextButton(tr("Save CSV…"), TextButton::Kind::Secondary, u"download"_s, page);
    save->setObjectName(u"inspectSave"_s);
    m_model = new FrameTableModel(page);
    m_table = new QTableView(page);
    m_table->setObjectName(u"inspectTable"_s);
    m_table->setAccessibleName(tr("Data"));
    m_table->setTabKeyNavigation(false); // Tab leaves it; the arrows walk
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(space::control);
    m_table->horizontalHeader()->setDefaultSectionSize(180);
    m_table->horizontalHeader()->setStretchLastSection(true);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_kind);
    bar->addWidget(m_before);
    bar->addWidget(m_summary, 1);
    bar->addWidget(copy);
    bar->addWidget(save);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(m_kind, &SegmentedControl::currentChanged, this, &InspectDialog::fillData);
    connect(m_before, &Switch::toggled, this, &InspectDialog::fill);
    connect(copy, &TextButton::clicked, this, &InspectDialog::copyCsv);
    connect(save, &TextButton::clicked, this, &InspectDialog::saveCsv);
    return page;
}

void InspectDialog::showTab(const QString &tab)
{
    m_tabs->setCurrent(tab);
    m_pages->setCurrentIndex(tab == u"query" ? 1 : tab == u"json" ? 2 : 0);
}

// Answers know no field config: they get the names that a legend would show.
void InspectDialog::readFrames(const PanelInstance &instance)
{
    const bool transforms = instance.panel->transformations.size() > 0;
    m_before->setVisible(transforms);
    if (transforms && m_before->isChecked())
        m_frames = applyFieldConfig(m_session.rawData(m_instanceId).frames, {});
    else
        m_frames = m_session.data(m_instanceId).frames;
}

void InspectDialog::fill()
{
    const PanelInstance *instance = m_session.instance(m_instanceId);
    if (!instance)
        return;
    setWindowTitle(tr("Inspect: %1").arg(m_session.interpolate(instance->panel->title, m_instanceId)));
    showText(*m_json, QString::fromUtf8(instance->panel->raw.dump(2)));
    readFrames(*instance);
    fillData();
    fillQuery();
}

void InspectDialog::fillData()
{
    const Frames &all = frames();
    m_model->setFrame(all.isEmpty() ? Frame{} : all.first(), m_session.zone(), m_kind->current() == u"formatted");
    qsizetype rows = 0;
    for (const Frame &frame : all)
        rows += frame.rowCount();
    m_summary->setText(all.size() > 1 ? tr("%1 rows in %2 results; the first is shown, CSV holds all").arg(rows).arg(all.size())
                                      : tr("%1 rows").arg(rows));
}

void InspectDialog::fillQuery()
{
    QStringList texts;
    for (const TargetReport &report : m_session.explain(m_instanceId))
        texts << reportText(report);
    showText(*m_query, texts.isEmpty() ? tr("This panel asks nothing.") : texts.join(u"\n\n"_s));
}

QByteArray InspectDialog::csv() const
{
    return framesToCsv(frames(), m_kind->current() == u"raw");
}

void InspectDialog::copyCsv() const
{
    QApplication::clipboard()->setText(QString::fromUtf8(csv()));
}

void InspectDialog::saveCsv()
{
    ::saveCsv(csv(), this);
}
