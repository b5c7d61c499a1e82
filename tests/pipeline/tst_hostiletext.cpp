// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldmatcher.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/valuemapping.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// Patterns and templates come from files that anybody may have written. Each of these would run for years if nothing bounded it: the test
// ends, or it does not.
class TstHostileText : public QObject
{
    Q_OBJECT

private slots:
    void patternsEnd_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("nested repeats") << u"/^(a+)+$/"_s;
        QTest::newRow("nested stars") << u"/^((a*)*)*$/"_s;
        QTest::newRow("alternatives") << u"/^(a|aa|a?)+$/"_s;
        QTest::newRow("many groups") << u"/^(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)c$/"_s;
        QTest::newRow("back reference") << u"/^(a+)+\\1\\1c$/"_s;
        QTest::newRow("broken") << u"/(((/"_s;
        QTest::newRow("too long") << u"/"_s + QString(100'000, u'a') + u"?/"_s;
    }
    void patternsEnd()
    {
        QFETCH(QString, pattern);
        const QString subject = QString(3000, u'a') + u'!';
        QVERIFY(!regexMatches(regexFromText(pattern), subject));
        ValueMapping mapping;
        mapping.kind = ValueMapping::Kind::Regex;
        mapping.match = pattern;
        QVERIFY(!findMapping({mapping}, MappedInput::ofText(subject)));
    }

    void longSubjectsNeverMatch()
    {
        QVERIFY(regexMatches(regexFromText(u"/a/"_s), QString(kMaxRegexSubject, u'a')));
        QVERIFY(!regexMatches(regexFromText(u"/a/"_s), QString(kMaxRegexSubject + 1, u'a')));
        ValueMapping mapping;
        mapping.kind = ValueMapping::Kind::Regex;
        mapping.match = u"/a/"_s;
        QVERIFY(!findMapping({mapping}, MappedInput::ofText(QString(kMaxRegexSubject + 1, u'a'))));
    }

    void wholeTextUnlessSlashed()
    {
        QVERIFY(!regexMatches(regexFromText(u"a"_s), u"abc"_s));
        QVERIFY(regexMatches(regexFromText(u"/a/"_s), u"abc"_s));
        QVERIFY(regexMatches(regexFromText(u"/B/i"_s), u"abc"_s));
    }

    void matchersInMatchersEnd()
    {
        Json matcher = Json::object({{u"id"_s, Json(u"alwaysMatch"_s)}});
        for (int i = 0; i < 400; ++i)
            matcher = Json::object({{u"id"_s, Json(u"invertMatch"_s)}, {u"options"_s, matcher}});
        const Field field{u"x"_s, {}, Column::numbers({1}), {}, {}};
        Frame frame;
        frame.fields = {field};
        fieldMatcher(matcher)(field, frame, {frame});
    }

    void valueMatcherComparesAsNamed_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<bool>("fits");
        QTest::newRow("gte") << QByteArray(R"({"reducer":"max","op":"gte","value":3})") << true;
        QTest::newRow("gt") << QByteArray(R"({"reducer":"max","op":"gt","value":3})") << false;
        QTest::newRow("lte") << QByteArray(R"({"reducer":"min","op":"lte","value":1})") << true;
        QTest::newRow("lt") << QByteArray(R"({"reducer":"min","op":"lt","value":1})") << false;
        QTest::newRow("eq") << QByteArray(R"({"reducer":"count","op":"eq","value":3})") << true;
        QTest::newRow("neq") << QByteArray(R"({"reducer":"count","op":"neq","value":3})") << false;
        QTest::newRow("value as text") << QByteArray(R"({"reducer":"max","op":"gte","value":"3"})") << true;
        QTest::newRow("no value") << QByteArray(R"({"reducer":"max","op":"gte"})") << false;
        QTest::newRow("all zero") << QByteArray(R"({"reducer":"allIsZero","op":"gte","value":0})") << false;
        QTest::newRow("another spelling") << QByteArray(R"({"reducer":"max","op":">=","value":3})") << false;
        QTest::newRow("no reducer") << QByteArray("{}") << false;
    }
    void valueMatcherComparesAsNamed()
    {
        QFETCH(QByteArray, options);
        QFETCH(bool, fits);
        const Field field{u"x"_s, {}, Column::numbers({1, 2, 3}), {}, {}};
        Frame frame;
        frame.fields = {field};
        const Json matcher = Json::object({{u"id"_s, Json(u"byValue"_s)}, {u"options"_s, *Json::parse(options)}});
        QCOMPARE(fieldMatcher(matcher)(field, frame, {frame}), fits);
    }

    void templatesEnd()
    {
        Field field{u"x"_s, {{u"a"_s, u"${__field.labels.a}${__field.labels.a}"_s}}, Column::numbers({1}), {}, {}};
        Frame frame;
        frame.fields = {field};
        FieldConfigSource source;
        source.defaults.displayName = u"${__field.labels.a}"_s;
        const Frames out = applyFieldConfig({frame}, source);
        QCOMPARE(out[0].fields[0].state.displayName, field.labels.value(u"a"_s)); // a label's text is no template
        source.defaults.displayName = u"${__"_s.repeated(20'000);
        QCOMPARE(applyFieldConfig({frame}, source)[0].fields[0].state.displayName, source.defaults.displayName);
    }
};

ADD_TEST(TstHostileText)
#include "tst_hostiletext.moc"
