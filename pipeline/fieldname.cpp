// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QRegularExpression>
#include <pipeline/fieldpipeline.h>

using namespace Qt::StringLiterals;

namespace {
const QString kValue = u"Value"_s;
const QString kMetric = u"__name__"_s;

QString quoted(const QString &value)
{
    QString out = value;
    out.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return u'"' + out + u'"';
}

// The one label name that all labelled fields share; empty when there are more.
QString singleLabelName(const Frames &frames)
{
    QString single;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (field.labels.size() > 1)
                return {};
            if (field.labels.isEmpty())
                continue;
            if (!single.isEmpty() && single != field.labels.firstKey())
                return {};
            single = field.labels.firstKey();
        }
    }
    return single;
}

bool frameNamesDiffer(const Frames &frames)
{
    for (qsizetype i = 1; i < frames.size(); ++i) {
        if (frames[i].name != frames[i - 1].name)
            return true;
    }
    return false;
}

QString uniqueName(const Field &field, const Frame &frame)
{
    const auto isHere = [&field](const Field &other) { return &other == &field; };
    const bool isMember = std::any_of(frame.fields.begin(), frame.fields.end(), isHere);
    int alike = 0;
    bool foundSelf = false;
    for (qsizetype i = 0; i < frame.fields.size(); ++i) {
        const Field &other = frame.fields[i];
        if (isHere(other) || (!isMember && !foundSelf && other == field)) {
            foundSelf = true;
            if (field.name.isEmpty())
                return u"Field %1"_s.arg(i + 1);
            if (alike > 0)
                return field.name + u' ' + QString::number(alike + 1);
        } else if (other.name == field.name) {
            ++alike;
            if (foundSelf)
                return field.name + u' ' + QString::number(alike);
        }
    }
    return field.name;
}

// As a series without a name of its own is called: values stand as they are.
QString plainText(const Labels &labels)
{
    QStringList parts;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        parts.append(label.key() + u"=\""_s + label.value() + u'"');
    return parts.isEmpty() ? QString() : u'{' + parts.join(u", ") + u'}';
}

Labels without(Labels labels, const Labels &common)
{
    labels.removeIf([&](const Labels::iterator &label) {
        const auto same = common.find(label.key());
        return same != common.end() && *same == label.value();
    });
    return labels;
}

// common: labels that the text leaves out.
QString displayName(const Field &field, const Frame &frame, const Frames &all, const Labels &common)
{
    if (!field.config.displayName.isEmpty())
        return field.config.displayName;
    if (!field.config.displayNameFromDS.isEmpty())
        return field.config.displayNameFromDS;
    if (field.isTime() && field.labels.isEmpty()) {
        if (field.name.isEmpty())
            return u"Time"_s;
        return frame.kind == Frame::Kind::Table ? uniqueName(field, frame) : field.name; // a join brings several times
    }
    QStringList parts;
    const bool frameNamed = frameNamesDiffer(all) && !frame.name.isEmpty();
    if (frameNamed)
        parts.append(frame.name);
    if (!field.name.isEmpty() && field.name != kValue)
        parts.append(field.name);
    const QString single = field.labels.isEmpty() ? QString() : singleLabelName(all.isEmpty() ? Frames{frame} : all);
    const QString labels = single.isEmpty() ? plainText(without(field.labels, common)) : field.labels.value(single);
    if (!labels.isEmpty())
        parts.append(labels);
    else if (!frameNamed && field.name == kValue && !frame.name.isEmpty())
        parts.append(frame.name);
    const QString name = parts.isEmpty() ? field.name : parts.join(u' ');
    return name == field.name ? uniqueName(field, frame) : name;
}

// What all series of a query have in common; a single one has nothing to compare with.
Labels commonLabels(const Frames &frames, const QString &refId)
{
    Labels common;
    int series = 0;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (frame.refId != refId || !field.isNumeric())
                continue;
            if (series++ == 0)
                common = field.labels;
            common.removeIf([&field](const Labels::iterator &label) { return field.labels.value(label.key()) != label.value(); });
        }
    }
    return series > 1 ? common : Labels();
}
} // namespace

QString labelsText(const Labels &labels, const QString &withoutName)
{
    QStringList parts;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key() != withoutName)
            parts.append(label.key() + u'=' + quoted(label.value()));
    }
    return parts.isEmpty() ? QString() : u'{' + parts.join(u", ") + u'}';
}

QString fieldDisplayName(const Field &field, const Frame &frame, const Frames &all)
{
    return displayName(field, frame, all, {});
}

QString legendName(const Labels &labels, const QString &legendFormat, const QString &expr)
{
    constexpr qsizetype kMaxFormat = 2000;
    if (legendFormat == "__auto"_L1)
        return labels.isEmpty() ? expr : QString();
    QString legend;
    if (legendFormat.isEmpty()) {
        legend = labels.value(kMetric) + labelsText(labels, kMetric);
    } else {
        static const QRegularExpression placeholder(u"\\{\\{\\s*(.+?)\\s*\\}\\}"_s);
        const QString format = legendFormat.left(kMaxFormat);
        qsizetype from = 0;
        for (auto it = placeholder.globalMatch(format); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            legend += format.mid(from, match.capturedStart() - from) + labels.value(match.captured(1).trimmed());
            from = match.capturedEnd();
        }
        legend += format.mid(from);
    }
    return legend == "{}"_L1 || (legend.isEmpty() && legendFormat.isEmpty()) ? expr : legend;
}

void nameSeries(Frame &frame, const QString &legendFormat, const QString &expr)
{
    if (frame.kind == Frame::Kind::HeatmapRows)
        return;
    for (Field &field : frame.fields) {
        if (!field.isNumeric())
            continue;
        field.config.displayNameFromDS = legendName(field.labels, legendFormat, expr);
        if (field.name == kValue && field.labels.contains(kMetric))
            field.name = field.labels.value(kMetric);
    }
}

void nameAutoSeries(Frames &frames, const QString &refId)
{
    const Frames found = frames;
    const Labels common = commonLabels(found, refId);
    for (Frame &frame : frames) {
        if (frame.refId != refId || frame.kind == Frame::Kind::HeatmapRows)
            continue;
        for (Field &field : frame.fields) {
            if (!field.isNumeric() || field.name.isEmpty() || field.labels.value(kMetric) != field.name)
                continue;
            Field plain = field;
            plain.name = kValue;
            field.config.displayNameFromDS = displayName(plain, frame, found, common);
        }
    }
}
