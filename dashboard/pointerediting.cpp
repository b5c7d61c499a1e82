// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/pointerediting.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <dashboard/editsupport.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Pointer", text);
}

Result<> checkPointer(const QString &pointer)
{
    static const QRegularExpression form(u"^(/([^~/]|~[01])*)*$"_s);
    if (form.match(pointer).hasMatch())
        return {};
    return fail(Error::Kind::Config, tr("“%1” is no JSON pointer").arg(pointer), {},
                tr("A pointer looks like /panels/0/title; ~ in a key is written ~0, / is ~1."));
}

Result<> checkValue(const QByteArray &json)
{
    if (const Result<Json> value = Json::parse(json); !value)
        return fail(Error::Kind::Config, tr("the value is no JSON: %1").arg(value.error().what), {},
                    tr("Texts stand in quotes: '\"a text\"'."));
    return {};
}

// The items of the pointer that are there must be lists or objects that can hold the next one.
Result<> checkPlace(const Document &document, const QString &pointer)
{
    QString at;
    for (const QString &token : pointer.split(u'/').mid(1)) {
        const int node = document.index().find(document.text(), at);
        const char kind = node < 0 ? 'n' : document.index().nodes()[size_t(node)].kind;
        if (kind == 'n')
            return {};
        if (kind != '{' && kind != '[')
            return fail(Error::Kind::Config, tr("%1 is neither an object nor a list: it holds nothing below it").arg(at));
        const int size = document.index().nodes()[size_t(node)].children;
        at += u'/' + token;
        if (kind == '[' && token != u'-' && token != QString::number(size) && document.index().find(document.text(), at) < 0)
            return fail(Error::Kind::Config, tr("there is no %1: the list holds %2").arg(at).arg(size), {},
                        tr("/- at its end adds an item."));
    }
    return {};
}

} // namespace

Result<Command> setAtPointer(const Document &document, const QString &pointer, const QByteArray &json)
{
    for (const Result<> &checked : {checkPointer(pointer), checkValue(json), checkPlace(document, pointer)})
        if (!checked)
            return tl::unexpected<Error>(checked.error());
    JsonText text = document.toEdit();
    text.setWritten(pointer, json);
    return commandOf(text, tr("Set %1").arg(pointer.isEmpty() ? u"/"_s : pointer));
}
