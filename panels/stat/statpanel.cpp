// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/stat/statpanel.h>

#include <panels/singlevaluepanel.h>
#include <panels/sparkline.h>
#include <panels/stat/statview.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

namespace {

double alignedX(const QRectF &rect, double width, Qt::Alignment alignment)
{
    return alignment & Qt::AlignLeft ? rect.left() : rect.center().x() - width / 2;
}

class StatPanel : public SingleValuePanel
{
public:
    using SingleValuePanel::SingleValuePanel;

    void setOptions(const Json &json) override
    {
        m_options = statSchema().read(json);
        optionsChanged();
    }

protected:
    const SingleValueOptions &options() const override { return m_options; }
    int itemAt(const QPointF &at) const override { return m_view.itemAt(at); }
    QRectF itemRect(int item) const override { return m_view.items[item].rect; }

    QSizeF layoutItems(const QList<FieldDisplay> &values, const QSizeF &room) override
    {
        m_view = layoutStat(values, m_options, room, *context().theme);
        return m_view.content();
    }

    void paintItems(QPainter &painter, const QRectF &visible) const override
    {
        for (const StatItem &item : m_view.items) {
            if (item.rect.intersects(visible))
                paintItem(painter, item);
        }
        for (const QLineF &line : m_view.separators) {
            if (line.dx() == 0)
                verticalLine(painter, line.x1(), line.y1(), line.y2(), context().theme->border.weak);
            else
                horizontalLine(painter, line.x1(), line.x2(), line.y1(), context().theme->border.weak);
        }
    }

private:
    void paintItem(QPainter &painter, const StatItem &item) const
    {
        if (!item.background.isEmpty())
            paintBackground(painter, item);
        if (!item.spark.empty())
            paintSparkline(painter, item.spark, item.sparkRect, item.sparkColor, item.rect.width() < 200 ? 1.25 : 1.5, item.sparkFill);
        if (!item.name.isEmpty())
            drawLine(painter, item.nameRect, item.name, themeFont(m_view.namePx, 500), item.nameColor,
                     (item.nameRect.right() < item.valueRect.left() ? Qt::AlignLeft : m_view.alignment) | Qt::AlignVCenter);
        if (item.valuePx > 0)
            paintValue(painter, item);
        if (!item.percent.isEmpty())
            drawDigits(painter, item.percentRect, item.percent, themeFont(m_view.percentPx, 500), item.percentColor,
                       (isBeside(item) ? Qt::AlignRight : m_view.alignment) | Qt::AlignVCenter);
    }

    // The number stands at the right, beside its name.
    static bool isBeside(const StatItem &item) { return !item.nameRect.isEmpty() && item.nameRect.right() < item.valueRect.left(); }

    void paintBackground(QPainter &painter, const StatItem &item) const
    {
        QLinearGradient gradient(item.background.topLeft(), item.background.bottomRight());
        gradient.setColorAt(0, item.backgroundFrom);
        gradient.setColorAt(1, item.backgroundTo);
        painter.setPen(Qt::NoPen);
        painter.setBrush(gradient);
        painter.drawRoundedRect(item.background, space::radiusControl, space::radiusControl);
    }

    void paintValue(QPainter &painter, const StatItem &item) const
    {
        const BigNumber number(item.number, item.unit, item.valuePx, item.unitFirst);
        if (!item.isPresent || (!item.isNumber && number.width() > item.valueRect.width())) {
            const QFont font = themeFont(item.valuePx, item.isPresent ? 600 : 500);
            const QRectF line = item.valueRect.adjusted(0, -item.valuePx, 0, item.valuePx);
            drawLine(painter, line, item.number, font, item.valueColor, m_view.alignment | Qt::AlignVCenter);
            return;
        }
        const double x
            = isBeside(item) ? item.valueRect.right() - number.width() : alignedX(item.valueRect, number.width(), m_view.alignment);
        number.draw(painter, QPointF(x, item.valueRect.bottom()), item.valueColor);
    }

    StatOptions m_options;
    StatView m_view;
};

} // namespace

PanelType statPanel()
{
    PanelType type;
    type.id = QStringLiteral("stat");
    type.name = QT_TRANSLATE_NOOP("Panels", "Stat");
    type.description = QT_TRANSLATE_NOOP("Panels", "Big values, with a sparkline");
    type.icon = QStringLiteral("stat");
    type.options = statSchema().rows();
    type.fieldDefaults = singleValueFieldDefaults();
    type.create = [](QWidget *parent) -> PanelWidget * { return new StatPanel(parent); };
    type.suggest = suggestSingleValue;
    return type;
}
