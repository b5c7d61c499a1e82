// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugepanel.h>

#include <panels/gauge/gaugeview.h>
#include <panels/singlevaluepanel.h>
#include <panels/sparkline.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

namespace {

constexpr int kUnitPx = 9;

void paintArc(QPainter &painter, const QPointF &center, double radius, double width, const GaugeArc &arc, Qt::PenCapStyle cap = Qt::FlatCap)
{
    const QRectF box(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
    const double from = -qRadiansToDegrees(arc.from); // Qt turns the other way
    QPainterPath path;
    path.arcMoveTo(box, from);
    path.arcTo(box, from, -qRadiansToDegrees(arc.to - arc.from));
    QPen pen(arc.color, width);
    pen.setCapStyle(cap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void paintDot(QPainter &painter, const GaugeDot &dot)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(dot.color);
    painter.drawEllipse(dot.center, dot.radius, dot.radius);
}

// A light that fades to its rim.
void paintGlow(QPainter &painter, const GaugeDot &dot, double strength)
{
    QRadialGradient light(dot.center, dot.radius);
    QColor color = dot.color;
    color.setAlphaF(float(strength));
    light.setColorAt(0, color);
    color.setAlphaF(float(strength) * 0.3f);
    light.setColorAt(0.5, color);
    color.setAlphaF(0);
    light.setColorAt(1, color);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawEllipse(dot.center, dot.radius, dot.radius);
}

void paintBarGlow(QPainter &painter, const GaugeItem &item)
{
    GaugeArc light = *item.value;
    light.color.setAlphaF(0.06f);
    for (const double width : {1.2, 1.4, 1.6, 1.8, 2.0, 2.2})
        paintArc(painter, item.center, item.ringRadius, item.ringWidth * width, light, Qt::RoundCap);
}

void paintRing(QPainter &painter, const GaugeItem &item)
{
    for (qsizetype i = 0; i < item.pieces.size(); ++i) {
        paintArc(painter, item.center, item.ringRadius, item.ringWidth, item.pieces[i]);
        for (const GaugeDot &cap : i == 0 ? item.trackCaps : QList<GaugeDot>())
            paintDot(painter, cap);
    }
    for (const GaugeDot &cap : item.caps)
        paintDot(painter, cap);
}

class GaugePanel : public SingleValuePanel
{
public:
    using SingleValuePanel::SingleValuePanel;

    void setOptions(const Json &json) override
    {
        m_options = gaugeSchema().read(json);
        optionsChanged();
    }

protected:
    const SingleValueOptions &options() const override { return m_options; }
    int itemAt(const QPointF &at) const override { return m_view.itemAt(at); }
    QRectF itemRect(int item) const override { return m_view.items[item].rect; }

    QSizeF layoutItems(const QList<FieldDisplay> &values, const QSizeF &room) override
    {
        m_view = layoutGauge(values, m_options, room, *context().theme);
        return m_view.content();
    }

    void paintItems(QPainter &painter, const QRectF &visible) const override
    {
        for (const GaugeItem &item : m_view.items) {
            if (item.rect.intersects(visible))
                paintItem(painter, item);
        }
    }

private:
    void paintItem(QPainter &painter, const GaugeItem &item) const
    {
        if (item.glowRadius > 0)
            paintGlow(painter, {item.center, item.glowRadius, item.value->color}, 0.30);
        if (item.barGlows)
            paintBarGlow(painter, item);
        for (const GaugeArc &arc : item.band)
            paintArc(painter, item.center, item.bandRadius, item.bandWidth, arc);
        paintRing(painter, item);
        if (item.marker && item.markerGlows)
            paintGlow(painter, *item.marker, 0.85);
        else if (item.marker)
            paintDot(painter, *item.marker);
        if (!item.spark.empty())
            paintSparkline(painter, item.spark, item.sparkRect, item.value ? item.value->color : item.valueColor, 1.25, 0.25);
        paintValue(painter, item);
        const QFont axis = themeFont(TextStyle::Axis);
        for (const QList<GaugeLabel> &labels : {item.ends, item.thresholds}) {
            for (const GaugeLabel &label : labels)
                drawDigits(painter, QRectF(label.center - QPointF(60, 8), QSizeF(120, 16)), label.text, axis,
                           item.barGlows ? context().theme->text.primary : context().theme->chart.axisText, Qt::AlignCenter);
        }
        if (!item.name.isEmpty())
            drawLine(painter, item.nameRect, item.name, themeFont(m_view.namePx, 400), context().theme->text.secondary, Qt::AlignCenter);
    }

    void paintValue(QPainter &painter, const GaugeItem &item) const
    {
        if (item.text.isNumber) {
            const QPointF lift(0, item.unitBelow.isEmpty() ? 0 : 4);
            BigNumber(item.text.number, item.text.unit, item.valuePx, item.text.unitFirst)
                .drawCentered(painter, item.textCenter - lift, item.valueColor);
            const QRectF below(item.rect.left(), item.textCenter.y() + item.valuePx * 0.5 - 3, item.rect.width(), 12);
            drawLine(painter, below, item.unitBelow, themeFont(kUnitPx, 500), context().theme->text.secondary, Qt::AlignCenter);
            return;
        }
        const double width = (item.ringRadius - item.ringWidth / 2) * 1.7;
        const QRectF line(item.textCenter.x() - width / 2, item.textCenter.y() - item.valuePx, width, 2 * item.valuePx);
        drawLine(painter, line, item.text.number, themeFont(item.valuePx, item.text.isPresent ? 600 : 500), item.valueColor,
                 Qt::AlignCenter);
    }

    GaugeOptions m_options;
    GaugeView m_view;
};

} // namespace

PanelType gaugePanel()
{
    PanelType type;
    type.id = QStringLiteral("gauge");
    type.name = QT_TRANSLATE_NOOP("Panels", "Gauge");
    type.description = QT_TRANSLATE_NOOP("Panels", "Values on an arc, with thresholds");
    type.icon = QStringLiteral("gauge");
    type.options = gaugeSchema().rows();
    type.fieldDefaults = singleValueFieldDefaults();
    type.create = [](QWidget *parent) -> PanelWidget * { return new GaugePanel(parent); };
    type.suggest = [](const PanelData &data) { return suggestSingleValue(data) * 0.9; };
    return type;
}
