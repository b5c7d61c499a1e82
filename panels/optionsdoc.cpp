// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/optionsdoc.h>

#include <pipeline/transform/transformation.h>

namespace {

QString cell(QString text)
{
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString code(const QString &text)
{
    return text.isEmpty() ? QString() : QLatin1Char('`') + cell(text) + QLatin1Char('`');
}

QString kindName(OptionRow::Kind kind)
{
    switch (kind) {
    case OptionRow::Kind::Bool:
        return QStringLiteral("true or false");
    case OptionRow::Kind::Integer:
        return QStringLiteral("whole number");
    case OptionRow::Kind::Number:
        return QStringLiteral("number");
    case OptionRow::Kind::Text:
    case OptionRow::Kind::MultilineText:
        return QStringLiteral("text");
    case OptionRow::Kind::Choice:
        return {};
    case OptionRow::Kind::Numbers:
        return QStringLiteral("list of numbers");
    case OptionRow::Kind::Gap:
        return QStringLiteral("length of time in ms");
    case OptionRow::Kind::SortKeys:
        return QStringLiteral("list of `displayName`, `desc`");
    case OptionRow::Kind::Texts:
        return QStringLiteral("texts");
    case OptionRow::Kind::Color:
        return QStringLiteral("colour");
    case OptionRow::Kind::Unit:
        return QStringLiteral("unit");
    case OptionRow::Kind::FieldName:
        return QStringLiteral("name of a field");
    case OptionRow::Kind::Reducers:
        return QStringLiteral("calculations");
    case OptionRow::Kind::Variable:
        return QStringLiteral("name of a variable");
    case OptionRow::Kind::FieldColor:
        return QStringLiteral("`mode`, `fixedColor`, `seriesBy`");
    case OptionRow::Kind::Thresholds:
        return QStringLiteral("`mode`, `steps`");
    case OptionRow::Kind::Mappings:
        return QStringLiteral("mappings");
    case OptionRow::Kind::DataLinks:
    case OptionRow::Kind::PanelLinks:
        return QStringLiteral("links");
    case OptionRow::Kind::Json:
        return QStringLiteral("JSON");
    }
    return {};
}

QString values(const OptionRow &row)
{
    QStringList choices;
    for (const OptionChoice &choice : row.choices)
        choices.append(row.kind == OptionRow::Kind::Gap && choice.value == QLatin1String("ms") ? kindName(row.kind) : code(choice.value));
    QString text = choices.isEmpty() ? kindName(row.kind) : choices.join(QLatin1String(", "));
    if (row.min && row.max)
        text += QStringLiteral(", %1 to %2").arg(*row.min).arg(*row.max);
    if (!row.suffix.isEmpty())
        text += QLatin1Char(' ') + row.suffix;
    return text;
}

QString table(const QString &heading, const QList<OptionRow> &rows)
{
    if (rows.isEmpty())
        return {};
    QString text = heading + QStringLiteral("\n\n| Key | Meaning | Values | Default |\n|---|---|---|---|\n");
    for (const OptionRow &row : rows) {
        QString meaning = QString::fromUtf8(row.group);
        meaning = (meaning.isEmpty() ? QString() : meaning + QStringLiteral(": ")) + QString::fromUtf8(row.label);
        if (row.help && *row.help)
            meaning += QStringLiteral(". ") + QString::fromUtf8(row.help);
        const QString standard = row.defaultValue.isNull() ? QString() : code(QString::fromUtf8(row.defaultValue.dump()));
        text += QStringLiteral("| %1 | %2 | %3 | %4 |\n").arg(code(row.key), cell(meaning), cell(values(row)), standard);
    }
    return text + QLatin1Char('\n');
}

} // namespace

QByteArray optionsMarkdown(const PanelRegistry &registry)
{
    QString text = QStringLiteral("# Options of the panel types\n\n"
                                  "Generated from the schemas in `panels/`; do not edit. `PROMONTORY_WRITE_DOCS=1 build/bin/test_panels "
                                  "tst_optionsdoc` writes it anew. Keys not listed here stay in the file as they are and change nothing in "
                                  "the picture.\n\n");
    for (const PanelType &type : registry.types()) {
        text += QStringLiteral("## %1 (`%2`)\n\n%3.\n\n").arg(QString::fromUtf8(type.name), type.id, QString::fromUtf8(type.description));
        text += table(QStringLiteral("Below `options`:"), type.options);
        text += table(QStringLiteral("Below `fieldConfig.defaults.custom`, and as `custom.…` in overrides:"), type.fieldOptions);
    }
    text += QStringLiteral(
        "## Transformations\n\nItems of `transformations`, applied in order; `disabled` and `filter` (`byRefId`, `byName`) are "
        "honoured. The options lie below `options`.\n\n");
    for (const Transformation &each : transformations()) {
        const QString ids = (QStringList(each.id) + each.aliases).join(QLatin1String("`, `"));
        text += QStringLiteral("### %1 (`%2`)\n\n%3.\n\n").arg(QString::fromUtf8(each.name), ids, QString::fromUtf8(each.description));
        text += table(QStringLiteral("Options:"), each.rows);
    }
    while (text.endsWith(QLatin1String("\n\n")))
        text.chop(1);
    return text.toUtf8();
}
