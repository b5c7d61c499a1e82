// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2variableshape.h>

#include <QtCore/QCoreApplication>
#include <dashboard/v2/v2settings.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Errors", text);
}

bool isValue(const Json &value)
{
    return value.isString() || value.isNumber() || value.isBool() || value.isNull();
}

class Check
{
public:
    Check(const Json &variable, const QString &pointer, const std::function<void(const QString &, const QString &)> &note)
        : m_type(classicVariableType(variable[u"kind"].toString()))
        , m_spec(variable[u"spec"])
        , m_at(pointer + "/spec"_L1)
        , m_note(note)
    {
    }

    void run()
    {
        for (const auto &[key, names] : v2VariableNames())
            name(key, names);
        name(u"regexApplyTo"_s, {u"value"_s, u"text"_s});
        for (const QString &key : {u"enabledValue"_s, u"disabledValue"_s, u"pluginId"_s, u"staticOptionsOrder"_s, u"valuesFormat"_s})
            text(m_spec, key, m_at);
        if (m_type != "query"_L1)
            text(m_spec, u"query"_s, m_at);
        for (const QString &key : {u"current"_s, u"defaultValue"_s})
            option(m_spec[key], m_at + u'/' + key, true);
        for (const QString &key : {u"options"_s, u"staticOptions"_s})
            objects(key, [this](const Json &item, const QString &at) { option(item, at, false); });
        for (const QString &key : {u"filters"_s, u"baseFilters"_s})
            objects(key, [this](const Json &item, const QString &at) {
                for (const QString &member : {u"key"_s, u"operator"_s, u"value"_s})
                    text(item, member, at);
                if (!item[u"values"].isNull() && !isListOfValues(item[u"values"]))
                    m_note(at + "/values"_L1, tr("expected a list of texts"));
            });
    }

private:
    static bool isListOfValues(const Json &value)
    {
        const std::vector<Json> items = value.items();
        return value.isArray() && std::all_of(items.begin(), items.end(), isValue);
    }

    void text(const Json &object, const QString &key, const QString &at) const
    {
        if (const Json value = object[key]; !value.isNull() && !value.isString() && !value.isNumber())
            m_note(at + u'/' + key, tr("expected a text"));
    }

    void name(const QString &key, const QStringList &names) const
    {
        if (const Json value = m_spec[key]; value.isString() && !names.contains(value.toString()))
            m_note(m_at + u'/' + key, tr("“%1” is not known").arg(value.toString().left(80)));
    }

    void option(const Json &option, const QString &at, bool isText) const
    {
        if (option.isNull() || (isText && option.isString()))
            return;
        if (!option.isObject())
            return m_note(at, tr("expected an object"));
        for (const QString &key : {u"text"_s, u"value"_s})
            if (const Json value = option[key]; !isValue(value) && !isListOfValues(value))
                m_note(at + u'/' + key, tr("expected a text or a list of texts"));
        if (const Json selected = option[u"selected"]; !selected.isNull() && !selected.isBool())
            m_note(at + "/selected"_L1, tr("expected true or false"));
    }

    template <class Visit>
    void objects(const QString &key, Visit visit) const
    {
        const Json list = m_spec[key];
        const QString at = m_at + u'/' + key;
        if (!list.isNull() && !list.isArray())
            return m_note(at, tr("expected a list"));
        const std::vector<Json> items = list.items();
        for (size_t i = 0; i < items.size(); ++i) {
            const QString inside = at + u'/' + QString::number(i);
            if (items[i].isObject())
                visit(items[i], inside);
            else
                m_note(inside, tr("expected an object"));
        }
    }

    QString m_type;
    Json m_spec;
    QString m_at;
    const std::function<void(const QString &, const QString &)> &m_note;
};

} // namespace

void checkV2Variable(const Json &variable, const QString &pointer, const std::function<void(const QString &at, const QString &why)> &note)
{
    if (variable[u"spec"].isObject())
        Check(variable, pointer, note).run();
}
