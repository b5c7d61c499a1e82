// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugepanel.h>

#include <panels/bargauge/bargaugeview.h>
#include <panels/singlevaluepanel.h>
#include <widgets/legend.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

namespace {

class BarGaugePanel : public SingleValuePanel
{
public:
    explicit BarGaugePanel(QWidget *parent) : SingleValuePanel(parent), m_legend(new LegendView(this))
    {
        m_legend->hide();
        connect(m_legend, &LegendView::columnClicked, this, [this](int column) {
            const bool same = m_sort && m_sort->first == column;
            m_sort = std::pair(column, !same || !m_sort->second);
            optionsChanged();
        });
    }

    void setOptions(const Json &json) override
    {
        m_options = barGaugeSchema().read(json);
        m_sort.reset();
        optionsChanged();
    }

protected:
    const SingleValueOptions &options() const override { return m_options; }
    int itemAt(const QPointF &at) const override { return m_view.itemAt(at); }
    QRectF itemRect(int item) const override { return m_view.items[item].rect; }
    QSize itemsRoom() const override { return m_room; }

    void arrange() override
    {
        LegendModel legend = barGaugeLegend(values(), m_options.legend, context().theme->brightness, context().zone);
        if (m_sort) {
            legend.sortColumn = m_sort->first;
            legend.sortDescending = m_sort->second;
            sortLegend(legend);
        }
        const LegendPlace placed = placeLegend(legend, size(), m_options.legend.widthPx(width()));
        m_room = placed.shown ? placed.plot.size() : size();
        m_legend->setVisible(placed.shown);
        if (!placed.shown)
            return;
        m_legend->setTheme(context().theme);
        m_legend->setGeometry(placed.legend);
        m_legend->setModel(legendForSize(legend, size()), placed.right);
    }

    QSizeF layoutItems(const QList<FieldDisplay> &values, const QSizeF &room) override
    {
        m_view = layoutBarGauge(values, m_options, room, *context().theme);
        return m_view.content();
    }

    void paintItems(QPainter &painter, const QRectF &visible) const override
    {
        for (const BarItem &item : m_view.items) {
            if (item.rect.intersects(visible))
                paintItem(painter, item);
        }
    }

private:
    void paintItem(QPainter &painter, const BarItem &item) const
    {
        const Theme &theme = *context().theme;
        painter.setPen(Qt::NoPen);
        if (!item.track.isEmpty()) {
            painter.setBrush(theme.bg.track);
            painter.drawRoundedRect(item.track, item.radius, item.radius);
        }
        for (const BarPiece &piece : item.pieces)
            paintPiece(painter, item, piece);
        QColor notch = theme.bg.panel;
        notch.setAlphaF(0.75f);
        for (const QLineF &line : item.notches)
            paintMark(painter, line, notch);
        if (item.zero)
            paintMark(painter, *item.zero, theme.border.strong);
        if (!item.name.isEmpty())
            drawLine(painter, item.nameRect, item.name, themeFont(m_view.namePx, 400),
                     m_view.vertical ? theme.text.secondary : theme.text.primary, item.nameAlignment | Qt::AlignVCenter);
        paintValue(painter, item);
    }

    void paintPiece(QPainter &painter, const BarItem &item, const BarPiece &piece) const
    {
        const QRectF &rect = piece.rect;
        QLinearGradient gradient
            = m_view.vertical ? QLinearGradient(rect.bottomLeft(), rect.topLeft()) : QLinearGradient(rect.topLeft(), rect.topRight());
        gradient.setColorAt(0, piece.from);
        gradient.setColorAt(1, piece.to);
        painter.setPen(Qt::NoPen);
        painter.setBrush(piece.from == piece.to ? QBrush(piece.to) : QBrush(gradient));
        const double radius = std::min({item.radius, rect.width() / 2, rect.height() / 2});
        painter.drawRoundedRect(rect, radius, radius);
    }

    static void paintMark(QPainter &painter, const QLineF &line, const QColor &color)
    {
        if (line.dx() == 0)
            verticalLine(painter, line.x1(), line.y1(), line.y2(), color);
        else
            horizontalLine(painter, line.x1(), line.x2(), line.y1(), color);
    }

    void paintValue(QPainter &painter, const BarItem &item) const
    {
        if (item.valueRect.isEmpty())
            return;
        const ValueText &text = item.text;
        const QFont font = themeFont(m_view.valuePx, 600);
        QString line = text.number;
        if (!text.unit.isEmpty())
            line = text.unitFirst ? text.unit + text.number : text.unit == u'%' ? text.number + text.unit : text.number + u' ' + text.unit;
        if (text.isNumber)
            drawDigits(painter, item.valueRect, line, font, item.valueColor, item.valueAlignment | Qt::AlignVCenter);
        else
            drawLine(painter, item.valueRect, line, font, item.valueColor, item.valueAlignment | Qt::AlignVCenter);
    }

    BarGaugeOptions m_options;
    BarGaugeView m_view;
    LegendView *m_legend;
    QSize m_room;
    std::optional<std::pair<int, bool>> m_sort; // column and whether descending, by a click; absent: the file's
};

} // namespace

PanelType bargaugePanel()
{
    PanelType type;
    type.id = QStringLiteral("bargauge");
    type.name = QT_TRANSLATE_NOOP("Panels", "Bar gauge");
    type.description = QT_TRANSLATE_NOOP("Panels", "Values as bars, with thresholds");
    type.icon = QStringLiteral("bargauge");
    type.options = barGaugeSchema().rows();
    type.fieldDefaults = singleValueFieldDefaults();
    type.create = [](QWidget *parent) -> PanelWidget * { return new BarGaugePanel(parent); };
    type.suggest = [](const PanelData &data) { return suggestSingleValue(data) * 0.8; };
    return type;
}
