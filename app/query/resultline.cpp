// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/resultline.h>

#include <core/duration.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

ResultText resultText(const QList<TargetReport> &reports, const QLocale &locale)
{
    if (reports.isEmpty())
        return {};
    QueryStats sum;
    qint64 stepMs = 0;
    bool running = false;
    std::optional<qsizetype> exemplars;
    for (const TargetReport &report : reports) {
        if (report.exemplars) { // beside the query: its result is told without waiting for them
            if (!report.error && !report.running)
                exemplars = report.stats.samples;
            continue;
        }
        if (report.error)
            return {u"error"_s, PlainLabel::Tone::Bad, report.error->what, {}};
        running |= report.running;
        sum.bytes += report.stats.bytes;
        sum.series = std::max(sum.series, report.stats.series); // range and instant have the same
        sum.samples += report.stats.samples;
        sum.networkMs = std::max(sum.networkMs, report.stats.networkMs + report.stats.decodeMs);
        stepMs = std::max(stepMs, report.stepMs);
    }
    if (running)
        return {u"loading"_s, PlainLabel::Tone::Secondary, ResultLine::tr("Running…"), {}};
    ResultText text;
    text.details = {locale.formattedDataSize(sum.bytes, 1, QLocale::DataSizeIecFormat),
                    ResultLine::tr("%1 ms").arg(locale.toString(qRound64(sum.networkMs)))};
    if (stepMs > 0)
        text.details.append(ResultLine::tr("Step %1").arg(stepText(stepMs)));
    if (exemplars)
        text.details.append(ResultLine::tr("%n exemplars", nullptr, int(*exemplars)));
    if (sum.series == 0) {
        text.icon = u"info"_s;
        text.headline = ResultLine::tr("No series");
        return text;
    }
    text.icon = u"check"_s;
    text.tone = PlainLabel::Tone::Good;
    text.headline = ResultLine::tr("%n series", nullptr, int(sum.series));
    text.details.prepend(ResultLine::tr("%1 points").arg(locale.toString(qlonglong(sum.samples))));
    return text;
}

ResultLine::ResultLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"result"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ResultLine::setResult(const ResultText &result)
{
    if (m_result == result)
        return;
    m_result = result;
    setAccessibleName((QStringList{result.headline} + result.details).join(u", "_s));
    setToolTip(result.tone == PlainLabel::Tone::Bad ? plainToolTip(result.headline) : QString());
    updateGeometry();
    update();
}

QSize ResultLine::sizeHint() const
{
    return QSize(200, 20);
}

void ResultLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    const QColor color = toneColor(theme, m_result.tone);
    const QFont font = themeFont(TextStyle::Label);
    qreal x = 1;
    if (!m_result.icon.isEmpty()) {
        drawIcon(painter, m_result.icon, color, QPointF(x, (height() - 14) / 2.0), 14);
        x += 20;
    }
    x += drawLine(painter, QRectF(x, 0, width() - x, height()), oneLine(m_result.headline), font, color) + space::group;
    for (const QString &detail : m_result.details) {
        const qreal wide = textWidth(font, detail);
        if (x + wide > width())
            return;
        drawLine(painter, QRectF(x, 0, wide + 1, height()), detail, font, theme.text.secondary);
        x += wide + space::group;
    }
}
