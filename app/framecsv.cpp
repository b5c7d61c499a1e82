// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/framecsv.h>

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(QString text)
{
    static const QString formulaStarts = u"=+-@\t\r"_s;
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text.toUtf8();
}

QByteArray cell(const Field &field, qsizetype row, bool raw)
{
    if (field.values.isNull(row))
        return {};
    const double number = field.values.number(row);
    switch (field.values.type()) {
    case Column::Type::Text:
        return quoted(field.values.text(row));
    case Column::Type::Bool:
        return number != 0 ? "true" : "false";
    case Column::Type::Time:
        return raw ? QByteArray::number(number, 'f', 0)
                   : QDateTime::fromMSecsSinceEpoch(qint64(number), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    case Column::Type::Number:
        break;
    }
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "+Inf" : "-Inf";
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void append(QByteArray &csv, const Frame &frame, bool raw)
{
    for (qsizetype i = 0; i < frame.fields.size(); ++i) {
        const Field &field = frame.fields[i];
        csv += (i > 0 ? "," : "") + quoted(field.state.displayName.isEmpty() ? field.name : field.state.displayName);
    }
    csv += "\r\n";
    for (qsizetype row = 0; row < frame.rowCount(); ++row) {
        for (qsizetype i = 0; i < frame.fields.size(); ++i)
            csv += (i > 0 ? "," : "") + cell(frame.fields[i], row, raw);
        csv += "\r\n";
    }
}

} // namespace

QByteArray framesToCsv(const Frames &frames, bool raw)
{
    QByteArray csv;
    for (const Frame &frame : frames) {
        if (!csv.isEmpty())
            csv += "\r\n";
        append(csv, frame, raw);
    }
    return csv;
}
