// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <core/json.h>
#include <functional>
#include <optional>

// Options are declared once: a struct whose member initialisers are the defaults, plus one row here an option. From the rows
// come reading, the editor form, the documentation table and the list of what an import honours.
//
//   OptionSchema<StatOptions> schema;
//   schema.choice("colorMode", [](auto &o) -> auto & { return o.colorMode; }, QT_TRANSLATE_NOOP("Options", "Colour"),
//                 {{StatOptions::ColorMode::None, "none", QT_TRANSLATE_NOOP("Options", "None")}, …}).in("Stat styles");
//
// The accessor is a generic lambda or a pointer to member; a default the member's own type cannot say is optional<T>.

struct OptionChoice {
    QString value; // as written in the file
    const char *label; // translated in context "Options"
};

struct OptionRow {
    enum class Kind {
        Bool,
        Integer,
        Number,
        Text,
        MultilineText,
        Choice,
        Texts,
        Numbers,
        Color, // a name of the palette, or CSS
        Unit,
        FieldName,
        Variable, // a name
        Reducers,
        Json,
        FieldColor, // the objects and lists of fieldConfig.defaults
        Thresholds,
        Mappings,
        DataLinks,
        PanelLinks, // of a panel itself
        Gap, // false, true or a number of ms; the choices name them: "false", "true", "ms"
        SortKeys // columns that sort a table
    };

    QString key; // dotted JSON path below the object that is read
    Kind kind = Kind::Text;
    const char *label = "";
    const char *help = "";
    const char *group = ""; // heading in the form
    std::optional<double> min;
    std::optional<double> max;
    QString suffix; // "px", "%"
    QList<OptionChoice> choices;
    Json defaultValue;
    std::function<bool(const Json &options)> visible; // given the object that is read; empty = always
};

// A value in the file that could not be used; the default stands in.
struct OptionProblem {
    QString key; // dotted, as in OptionRow
    QString why;

    bool operator==(const OptionProblem &) const = default;
};

template <class T>
struct EnumChoice {
    T value;
    const char *text; // as written in the file
    const char *label;
};

namespace optionschema {
// Each returns false, and leaves out alone, when the JSON has another type.
bool read(const Json &json, bool &out);
bool read(const Json &json, int &out);
bool read(const Json &json, double &out);
bool read(const Json &json, QString &out);
bool read(const Json &json, QStringList &out);
inline bool read(const Json &json, Json &out)
{
    out = json;
    return true;
}
template <class T>
bool read(const Json &json, std::optional<T> &out)
{
    T value{};
    if (!read(json, value))
        return false;
    out = value;
    return true;
}

inline Json write(bool value)
{
    return Json(value);
}
inline Json write(int value)
{
    return Json(value);
}
inline Json write(double value)
{
    return Json(value);
}
inline Json write(const QString &value)
{
    return Json(value);
}
inline Json write(const QStringList &value)
{
    return Json::strings(value);
}
inline Json write(const Json &value)
{
    return value;
}
template <class T>
Json write(const std::optional<T> &value)
{
    return value ? write(*value) : Json();
}

QString outOfRange(const OptionRow &row, const Json &value); // empty = fine
QString wrongType(const OptionRow &row, const Json &value);
} // namespace optionschema

// Chained after a row to say more of it.
class RowRef
{
public:
    explicit RowRef(OptionRow &row) : m_row(row) { }
    RowRef &in(const char *group)
    {
        m_row.group = group;
        return *this;
    }
    RowRef &help(const char *text)
    {
        m_row.help = text;
        return *this;
    }
    RowRef &range(double min, double max)
    {
        m_row.min = min;
        m_row.max = max;
        return *this;
    }
    RowRef &suffix(const QString &text)
    {
        m_row.suffix = text;
        return *this;
    }
    RowRef &as(OptionRow::Kind kind)
    {
        m_row.kind = kind;
        return *this;
    }
    RowRef &among(const QList<OptionChoice> &choices)
    {
        m_row.choices = choices;
        return *this;
    }
    RowRef &visibleWhen(std::function<bool(const Json &)> test)
    {
        m_row.visible = std::move(test);
        return *this;
    }

private:
    OptionRow &m_row;
};

template <class Options>
class OptionSchema
{
public:
    template <class Access>
    RowRef boolean(const QString &key, Access access, const char *label)
    {
        return plain<bool>(key, access, label, OptionRow::Kind::Bool);
    }
    template <class Access>
    RowRef integer(const QString &key, Access access, const char *label)
    {
        return plain<int>(key, access, label, OptionRow::Kind::Integer);
    }
    template <class Access>
    RowRef number(const QString &key, Access access, const char *label)
    {
        return plain<double>(key, access, label, OptionRow::Kind::Number);
    }
    template <class Access>
    RowRef text(const QString &key, Access access, const char *label)
    {
        return plain<QString>(key, access, label, OptionRow::Kind::Text);
    }
    template <class Access>
    RowRef texts(const QString &key, Access access, const char *label)
    {
        return plain<QStringList>(key, access, label, OptionRow::Kind::Texts);
    }
    template <class Access>
    RowRef json(const QString &key, Access access, const char *label)
    {
        return plain<Json>(key, access, label, OptionRow::Kind::Json);
    }

    // An unknown text is reported and the default used; the file keeps the text.
    template <class Access, class Enum = std::decay_t<std::invoke_result_t<Access, Options &>>>
    RowRef choice(const QString &key, Access access, const char *label, std::vector<EnumChoice<Enum>> choices)
    {
        OptionRow row = start(key, label, OptionRow::Kind::Choice);
        const Options defaults{};
        for (const auto &each : choices) {
            row.choices.append({QString::fromLatin1(each.text), each.label});
            if (each.value == std::invoke(access, defaults))
                row.defaultValue = Json(QString::fromLatin1(each.text));
        }
        return add(std::move(row), [access, choices](const OptionRow &, const Json &value, Options &out) -> QString {
            for (const auto &each : choices) {
                if (value.toString() == QLatin1String(each.text)) {
                    std::invoke(access, out) = each.value;
                    return {};
                }
            }
            return QStringLiteral("unknown choice %1").arg(QString::fromUtf8(value.dump()));
        });
    }

    const QList<OptionRow> &rows() const { return m_rows; }

    // Options out of the JSON object; problems are appended where the list is given.
    Options read(const Json &json, QList<OptionProblem> *problems = nullptr) const
    {
        Options options{};
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const Json value = json.get(m_rows[i].key);
            if (value.isNull())
                continue;
            const QString why = m_readers[size_t(i)](m_rows[i], value, options);
            if (!why.isEmpty() && problems)
                problems->append({m_rows[i].key, why});
        }
        return options;
    }

private:
    using Reader = std::function<QString(const OptionRow &, const Json &, Options &)>;

    static OptionRow start(const QString &key, const char *label, OptionRow::Kind kind)
    {
        OptionRow row;
        row.key = key;
        row.label = label;
        row.kind = kind;
        return row;
    }

    RowRef add(OptionRow row, Reader reader)
    {
        m_rows.append(std::move(row));
        m_readers.push_back(std::move(reader));
        return RowRef(m_rows.last());
    }

    template <class Value, class Access>
    RowRef plain(const QString &key, Access access, const char *label, OptionRow::Kind kind)
    {
        OptionRow row = start(key, label, kind);
        const Options defaults{};
        row.defaultValue = optionschema::write(std::invoke(access, defaults));
        return add(std::move(row), [access](const OptionRow &row, const Json &value, Options &out) -> QString {
            if (QString why = optionschema::outOfRange(row, value); !why.isEmpty())
                return why;
            return optionschema::read(value, std::invoke(access, out)) ? QString() : optionschema::wrongType(row, value);
        });
    }

    QList<OptionRow> m_rows;
    std::vector<Reader> m_readers;
};
