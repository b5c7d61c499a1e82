// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/report.h>
#include <app/compatibility/vocabulary.h>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <tests/app/compatibility/memberprobes.h>
#include <tests/app/compatibility/pipelineprobes.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QString kindOf(const QByteArray &json)
{
    const QChar first = QLatin1Char(json.at(0));
    if (first == u't' || first == u'f')
        return u"bool"_s;
    return first == u'"' ? u"text"_s : first == u'{' ? u"object"_s : first == u'[' ? u"list"_s : first == u'n' ? u"null"_s : u"number"_s;
}

// A value of each kind but the one that stands there. A text that could be meant so ("4" for 4) is tried in tst_tolerance.
QByteArrayList wrongValues(const QByteArray &right)
{
    QByteArrayList all;
    for (const char *wrong : {"\"odd\"", "7.5", "true", R"({"odd":[7]})", R"([{"odd":7}])"})
        if (kindOf(wrong) != kindOf(right))
            all.append(wrong);
    return all;
}

// How the same could be written in the kind that stands there: 7.5 for a text is "7.5", for a truth is true.
QByteArrayList rightlyWritten(const QByteArray &wrong, const QByteArray &right)
{
    const QByteArray text = kindOf(wrong) == "text"_L1 ? wrong : '"' + wrong + '"';
    QByteArrayList all;
    if (kindOf(wrong) != "object"_L1 && kindOf(wrong) != "list"_L1)
        for (const QByteArray &each : {text, QByteArray("true"), '[' + text + ']'})
            if (kindOf(each) == kindOf(right))
                all.append(each);
    return all;
}

// Members that may be of several kinds.
bool isRightToo(const QString &pointer, const QByteArray &value)
{
    static const QList<std::pair<QRegularExpression, QString>> all{
        {QRegularExpression(u"/spanNulls$"_s), u"bool"_s},
        {QRegularExpression(u"/insertNulls$"_s), u"number"_s},
        {QRegularExpression(u"^/time/"_s), u"number"_s},
        {QRegularExpression(u"/binary/left$"_s), u"text"_s},
        {QRegularExpression(u"/binary/right$"_s), u"text number"_s},
        {QRegularExpression(u"/list/1/query$"_s), u"text"_s},
        {QRegularExpression(u"/datasource$"_s), u"text"_s},
        {QRegularExpression(u"/yAxis/m(in|ax)$"_s), u"number"_s},
        {QRegularExpression(u"/config/options/value$"_s), u"text bool"_s},
        {QRegularExpression(u"/matcher/options/value$"_s), u"text"_s},
        {QRegularExpression(u"/binary/right/fixed$"_s), u"number"_s},
        {QRegularExpression(u"/matcher/options/names$"_s), u"text"_s},
        {QRegularExpression(u"/overrides/1/matcher/options$"_s), u"text"_s},
    };
    return std::any_of(all.begin(), all.end(),
                       [&](const auto &each) { return pointer.contains(each.first) && each.second.contains(kindOf(value)); });
}

QString pictureOf(const PanelRegistry &registry, const Panel &panel)
{
    const PanelType *type = registry.find(panel.type);
    if (!type)
        return {};
    const SampleSource sample = optionSample(panel.type);
    PanelData data = samplePicture(sample).data;
    Frames frames = sample.frames;
    if (!frames.isEmpty() && frames[0].fields.size() > 1)
        frames[0].fields[1].name = u"a"_s; // for the overrides
    data.frames = applyFieldConfig(frames, readFieldConfigSource(panel.fieldConfig, type->fieldDefaults));
    const std::unique_ptr<PanelWidget> widget(type->create(nullptr));
    PanelContext context;
    context.range = data.range;
    widget->setAttribute(Qt::WA_DontShowOnScreen);
    widget->resize(420, 240);
    widget->setContext(context);
    widget->setOptions(panel.options);
    widget->setData(data);
    widget->show();
    QCoreApplication::sendPostedEvents();
    const QImage image = widget->grab().toImage();
    return QString::number(qHashBits(image.constBits(), size_t(image.sizeInBytes())), 16);
}

QString dumpConfig(const FieldConfig &config)
{
    QStringList parts{config.displayName, config.description, config.unit, config.noValue, config.color.mode, config.color.fixedColor};
    for (const std::optional<double> &each : {config.min, config.max})
        parts << (each ? QString::number(*each) : u"-"_s);
    for (const DataLink &link : config.links)
        parts << link.title << link.url << QString::number(link.targetBlank) << QString::number(link.oneClick);
    for (const ValueMapping &each : config.mappings)
        parts << each.match << each.text.value_or(u"-"_s) << each.color << each.icon << QString::number(each.index)
              << QString::number(each.from.value_or(-9)) << QString::number(each.to.value_or(-9));
    for (const Threshold &step : config.thresholds.value_or(Thresholds()).steps)
        parts << step.color << QString::number(step.value);
    return parts.join(u'|');
}

// All that the session makes of it, and the pictures of the panels in that part of the file.
QString observed(const Document &document, const PanelRegistry &registry, const QString &part)
{
    World world(document.text());
    world.session->start();
    world.showAll();
    for (int quiet = 0, i = 0; quiet < 3 && i < 5000; ++i) { // workers make pictures of answers behind
        const int answered = world.source->answerValues(World::labels()) + world.source->answerQueries(1);
        quiet = answered > 0 || world.session->isLoading() ? 0 : quiet + 1;
        QTest::qWait(1);
    }
    const Dashboard &dashboard = world.session->dashboard();
    QStringList lines{dashboard.title,
                      dashboard.description,
                      dashboard.tags.join(u','),
                      dashboard.timezone,
                      dashboard.refreshIntervals.join(u','),
                      dashboard.nowDelay,
                      QString::number(dashboard.editable) + QString::number(dashboard.graphTooltip),
                      world.session->refreshInterval(),
                      world.session->rawRange().from,
                      world.session->rawRange().to};
    for (const DashboardQuickRange &range : dashboard.quickRanges)
        lines << range.display << range.range.from << range.range.to;
    for (const FakeSource::Query &query : world.source->queries)
        lines << query.request.refId + query.request.text + QString::number(int(query.request.kind))
                + QString::number(query.request.range.fromMs) + QString::number(query.request.stepMs);
    for (const FakeSource::Values &query : world.source->valueQueries)
        lines << query.request.label + query.request.selector;
    for (const PanelPtr &panel : dashboard.panels)
        if (panel->pointer.startsWith(part))
            lines << pictureOf(registry, *panel);
    for (const PanelInstance &each : world.session->instances()) {
        for (const Frame &frame : world.session->data(each.id).frames)
            for (const Field &field : frame.fields)
                lines << dumpConfig(field.config);
        lines << dumpFrames(world.session->data(each.id).frames);
    }
    QStringList ofPanels = probes::ofPanels(world);
    ofPanels.removeIf([](const QString &line) { return line.startsWith(u'{'); }); // options as they are written
    return (lines + ofPanels + probes::ofBar(world)).join(u'\n');
}

} // namespace

// Each value of a file, in turn, as one of each other kind: either nothing comes of it, or a line of the report says so. No panel goes.
class TstWrongTypes : public QObject
{
    Q_OBJECT

    PanelRegistry m_registry = PanelRegistry::standard();
    Vocabulary m_words{m_registry};

    bool isTold(const FileReport &report, const QStringList &before, const QString &pointer) const
    {
        return std::any_of(report.ignored.begin(), report.ignored.end(), [&](const ReportLine &line) {
            const bool isThere = line.pointer.startsWith(pointer) || pointer.startsWith(line.pointer + u'/');
            return isThere && !before.contains(line.pointer + line.why);
        });
    }

private slots:
    void eachValue()
    {
        const Document whole = *Document::open(QStringLiteral(TEST_DATA_DIR "/dashboards/all-kinds.json"));
        const bool isThorough = qEnvironmentVariableIsSet("PROMONTORY_THOROUGH"); // else every second kind
        QHash<QString, QString> right; // by the part that is looked at
        QStringList before;
        for (const ReportLine &line : reportOf(whole, m_registry, m_words).ignored)
            before.append(line.pointer + line.why);
        const std::vector<JsonIndex::Node> &nodes = whole.index().nodes();
        QStringList silent;
        for (int node = 1; node < int(nodes.size()); ++node) {
            const QString pointer = whole.index().pointer(whole.text(), node);
            const QString part = pointer.section(u'/', 0, 2);
            if (!right.contains(part)) {
                right.insert(part, observed(whole, m_registry, part));
                QCOMPARE(observed(whole, m_registry, part), right.value(part)); // the same each time
            }
            const ByteSpan span = nodes[size_t(node)].value;
            const QByteArray value = whole.text().mid(span.begin, span.size());
            const QByteArrayList all = wrongValues(value);
            for (qsizetype i = isThorough ? 0 : node % 2; i < all.size(); i += isThorough ? 1 : 2) {
                const QByteArray &wrong = all[i];
                const Document made = *whole.edited({{span.begin, value, wrong}});
                const FileReport report = reportOf(made, m_registry, m_words);
                QVERIFY2(report.errors.isEmpty(), qPrintable(pointer));
                if (isTold(report, before, pointer) || isRightToo(pointer, wrong))
                    continue;
                const QString seen = observed(made, m_registry, part);
                const QByteArrayList other = rightlyWritten(wrong, value);
                const auto isTheSame = [&](const QByteArray &text) {
                    return observed(*whole.edited({{span.begin, value, text}}), m_registry, part) == seen;
                };
                if (seen != right.value(part) && std::none_of(other.begin(), other.end(), isTheSame))
                    silent.append(pointer + u" = "_s + QString::fromUtf8(wrong));
            }
        }
        QVERIFY2(silent.isEmpty(), qPrintable(u'\n' + silent.join(u'\n')));
    }
};

ADD_TEST(TstWrongTypes)
#include "tst_wrongtypes.moc"
