// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/vocabulary.h>
#include <app/optiontiles.h>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <tests/app/compatibility/memberprobes.h>
#include <tests/app/compatibility/pipelineprobes.h>
#include <tests/support/testmain.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

const QList<QSize> kSizes{{420, 240}, {760, 420}, {240, 150}};

QImage picture(const PanelType &type, const Json &options, const PanelData &data, const QSize &size)
{
    const std::unique_ptr<PanelWidget> panel(type.create(nullptr));
    PanelContext context;
    context.range = data.range;
    panel->setAttribute(Qt::WA_DontShowOnScreen);
    panel->resize(size);
    panel->setContext(context);
    panel->setOptions(options);
    panel->setData(data);
    panel->show();
    QCoreApplication::sendPostedEvents();
    return panel->grab().toImage();
}

bool changesThePicture(const PanelType &type, const OptionTile &tile)
{
    return std::any_of(kSizes.begin(), kSizes.end(), [&](const QSize &size) {
        return picture(type, tile.options, tile.data, size) != picture(type, tile.optionsWithout, tile.dataWithout, size);
    });
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Keys that hold something in the options of transformations, anywhere in a golden table: "transformation:id key".
void collect(const Json &options, const QString &prefix, QSet<QString> &found)
{
    const QStringList keys = options.keys();
    for (const QString &key : keys) {
        if (saysNothing(options[key]))
            continue;
        found.insert(prefix + key);
        if (options[key].isObject())
            collect(options[key], prefix + key + u'.', found);
    }
}

void collectSteps(const Json &json, QSet<QString> &found)
{
    if (json.isObject() && json[u"id"].isString() && json[u"options"].isObject())
        collect(json[u"options"], u"transformation:"_s + json[u"id"].toString() + u' ', found);
    for (const Json &item : json.items())
        collectSteps(item, found);
}

} // namespace

// Nothing is said to be honoured by hand: each honoured word of the format changes the picture of its panel type, or is in a golden table
// of transformations, or a test names it: witnesses.tsv says which.
class TstHonoured : public QObject
{
    Q_OBJECT

    PanelRegistry m_registry = PanelRegistry::standard();
    Vocabulary m_words{m_registry};
    QHash<QString, QStringList> m_witnesses; // by "scope key": file, word

    QString witness(const QString &word) const
    {
        const QStringList line = m_witnesses.value(word);
        if (line.isEmpty())
            return u"nothing names it: tests/app/compatibility/witnesses.tsv"_s;
        const QString name = line.size() > 1 && !line[1].isEmpty() ? line[1] : word.section(u' ', 1).section(u'.', -1);
        const QString text = read(QStringLiteral(SOURCE_DIR "/") + line[0]);
        const QRegularExpression whole(u"(?<![A-Za-z0-9_])"_s + QRegularExpression::escape(name) + u"(?![A-Za-z0-9_])"_s);
        return text.contains(whole) ? QString() : line[0] + u" does not name "_s + name;
    }

    QStringList honoured(const QString &scope) const
    {
        QStringList keys;
        const Vocabulary::Scope &words = m_words.scope(scope);
        for (auto it = words.cbegin(); it != words.cend(); ++it)
            if (it->fate == FormatMember::Fate::Honoured)
                keys.append(it.key());
        return keys;
    }

    static QSet<QString> allProbed()
    {
        QSet<QString> words;
        for (const MemberProbe &probe : probes::all())
            words.insert(probe.word());
        for (const StepProbe &probe : stepProbes())
            words.insert(u"transformation:"_s + QString::fromLatin1(probe.id) + u' ' + QString::fromLatin1(probe.key));
        for (const PictureProbe &probe : pictureProbes())
            words.insert(QString::fromLatin1(probe.scope) + u' ' + QString::fromLatin1(probe.key));
        return words;
    }

    static void complain(const QStringList &faults)
    {
        for (const QString &fault : faults)
            qWarning("%s", qPrintable(fault));
        QCOMPARE(faults.size(), 0);
    }

private slots:
    void initTestCase()
    {
        const QStringList lines
            = read(QStringLiteral(SOURCE_DIR "/tests/app/compatibility/witnesses.tsv")).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const QStringList parts = line.split(u'\t');
            QVERIFY2(parts.size() >= 3 || line.startsWith(u'#'), qPrintable(line));
            if (!line.startsWith(u'#'))
                m_witnesses.insert(parts[0] + u' ' + parts[1], parts.mid(2));
        }
    }

    void options_data()
    {
        QTest::addColumn<QString>("type");
        for (const PanelType &type : m_registry.types())
            if (!type.options.isEmpty())
                QTest::newRow(qPrintable(type.id)) << type.id;
    }

    void options()
    {
        QFETCH(QString, type);
        const PanelType &panelType = *m_registry.find(type);
        QSet<QString> seen; // "custom.lineWidth", which change the picture
        for (const OptionTile &tile : optionTiles(panelType)) {
            const QString key = tile.caption.section(u" = "_s, 0, 0);
            if (!key.isEmpty() && !seen.contains(key) && changesThePicture(panelType, tile))
                seen.insert(key);
        }
        const QSet<QString> probed = allProbed();
        QStringList faults;
        for (const auto &[scope, before] : {std::pair(u"options:"_s, u""_s), std::pair(u"custom:"_s, u"custom."_s)})
            for (const QString &key : honoured(scope + type))
                if (!seen.contains(before + key) && !probed.contains(scope + type + u' ' + key))
                    if (const QString fault = witness(scope + type + u' ' + key); !fault.isEmpty())
                        faults.append(scope + type + u'\t' + key + u"\t"_s + fault);
        complain(faults);
    }

    // Of fields: in the picture of some type.
    void fields()
    {
        QSet<QString> seen;
        for (const PanelType &type : m_registry.types())
            for (const OptionTile &tile : optionTiles(type)) {
                const QString key = tile.caption.section(u" = "_s, 0, 0).section(u'.', 0, 0);
                if (m_words.find(u"field"_s, key) && !seen.contains(key) && changesThePicture(type, tile))
                    seen.insert(key);
            }
        QStringList faults;
        for (const QString &key : honoured(u"field"_s))
            if (!seen.contains(key) && !allProbed().contains(u"field "_s + key))
                if (const QString fault = witness(u"field "_s + key); !fault.isEmpty())
                    faults.append(u"field\t"_s + key + u'\t' + fault);
        complain(faults);
    }

    void everythingElse()
    {
        QSet<QString> inGoldens;
        collectSteps(*Json::parse(read(QStringLiteral(TEST_DATA_DIR "/goldens/transforms.open.json")).toUtf8()), inGoldens);
        QVERIFY(inGoldens.size() > 30);
        const QSet<QString> probed = allProbed();
        QStringList faults;
        for (const QString &scope : m_words.scopes()) {
            if (scope.startsWith("options:"_L1) || scope.startsWith("custom:"_L1) || scope == "field"_L1)
                continue;
            for (const QString &key : honoured(scope))
                if (const QString word = scope + u' ' + key; !inGoldens.contains(word) && !probed.contains(word))
                    if (const QString fault = witness(word); !fault.isEmpty())
                        faults.append(scope + u'\t' + key + u'\t' + fault);
        }
        complain(faults);
    }

    void members_data()
    {
        QTest::addColumn<int>("index");
        const QList<MemberProbe> all = probes::all();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].word())) << i;
    }

    // A dashboard with the member is not the same as one without.
    void members()
    {
        QFETCH(int, index);
        const MemberProbe probe = probes::all()[index];
        QVERIFY2(Json::parse(probe.text(true)) && Json::parse(probe.text(false)), probe.text(true).constData());
        const Vocabulary::Word *word = m_words.find(probe.scope, probe.key);
        QVERIFY2(word, qPrintable(probe.word()));
        if (word->fate != FormatMember::Fate::Honoured)
            QSKIP("it is not said to be honoured");
        QVERIFY(probes::observed(probe.text(true)) != probes::observed(probe.text(false)));
    }

    void steps_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < stepProbes().size(); ++i)
            QTest::addRow("%s %s", stepProbes()[i].id, stepProbes()[i].key) << i;
    }

    void steps()
    {
        QFETCH(int, index);
        const StepProbe &probe = stepProbes()[index];
        QVERIFY(m_words.find(u"transformation:"_s + QString::fromLatin1(probe.id), QString::fromLatin1(probe.key)));
        QVERIFY2(stepped(probe, true) != stepped(probe, false), qPrintable(stepped(probe, true)));
    }

    void rangeOfEachField()
    {
        const auto ranged = [](bool own) {
            const Json config = Json::object({{u"defaults"_s, Json::object({{u"fieldMinMax"_s, own}})}});
            return dumpFrames(applyFieldConfig(probeFrames(), readFieldConfigSource(config)));
        };
        QVERIFY(ranged(true) != ranged(false));
    }

    void pictures_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < pictureProbes().size(); ++i)
            QTest::addRow("%s %s", pictureProbes()[i].scope, pictureProbes()[i].key) << i;
    }

    void pictures()
    {
        QFETCH(int, index);
        const PictureProbe &probe = pictureProbes()[index];
        const QString scope = QString::fromLatin1(probe.scope);
        const PanelType &type = *m_registry.find(scope.contains(u':') ? scope.section(u':', 1) : u"stat"_s);
        SampleSource sample = optionSample(type.id);
        const Json sampleOptions = sample.options.isObject() ? sample.options : Json::object();
        const Json sampleDefaults = sample.fieldDefaults;
        if (scope == "field"_L1) // of a value that is not there
            for (Field &field : sample.frames[0].fields)
                if (field.isNumeric())
                    field.values = Column::numbers(std::vector<double>(size_t(field.values.size()), Column::missing()));
        const auto shown = [&](const char *options, const char *defaults, const QSize &size) {
            Json all = sampleOptions;
            const Json own = *Json::parse(options);
            for (const QString &key : own.keys())
                all = all.with(key, own[key]);
            sample.fieldDefaults = sampleDefaults;
            const Json fields = *Json::parse(defaults);
            for (const QString &key : fields.keys())
                if (key != "overrides"_L1)
                    sample.fieldDefaults = sample.fieldDefaults.with(key, fields[key]);
            sample.typeDefaults = type.fieldDefaults;
            PanelData data = samplePicture(sample).data;
            const FieldConfigSource source = readFieldConfigSource(
                Json::object({{u"defaults"_s, sample.fieldDefaults}, {u"overrides"_s, fields[u"overrides"]}}), type.fieldDefaults);
            if (fields.contains(u"overrides"))
                data.frames = applyFieldConfig(sample.frames, source);
            return picture(type, all, data, size);
        };
        const bool differs = std::any_of(kSizes.begin(), kSizes.end(), [&](const QSize &size) {
            return shown(probe.options, probe.defaults, size) != shown(probe.optionsWithout, probe.defaultsWithout, size);
        });
        QVERIFY(differs);
    }

    // A witness of something that is not honoured is an old one.
    void noWitnessIsLeftOver()
    {
        for (auto it = m_witnesses.cbegin(); it != m_witnesses.cend(); ++it) {
            const Vocabulary::Word *word = m_words.find(it.key().section(u' ', 0, 0), it.key().section(u' ', 1));
            QVERIFY2(word && word->fate == FormatMember::Fate::Honoured, qPrintable(it.key()));
        }
    }
};

ADD_TEST(TstHonoured)
#include "tst_honoured.moc"
