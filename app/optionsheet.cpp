// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/optionsheet.h>

#include <QtGui/QPainter>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 4;
constexpr QSize kTile(308, 170);
constexpr int kCaption = 18;
constexpr int kGap = 8;
constexpr int kHeading = 28;
constexpr int kWidth = kColumns * (kTile.width() + kGap) + kGap;

} // namespace

OptionSheet::OptionSheet(const PanelType &type, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_typeId(type.id)
    , m_title(QCoreApplication::translate("Panels", type.name))
    , m_theme(theme)
{
    setObjectName(u"optionSheet."_s + type.id);
    int y = kGap;
    m_headings.append({QRect(kGap, y, kWidth - 2 * kGap, kHeading), m_title});
    y += kHeading;
    QList<OptionTile> group;
    const QList<OptionTile> tiles = optionTiles(type);
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        group.append(tiles[i]);
        if (i + 1 < tiles.size() && tiles[i + 1].group == tiles[i].group)
            continue;
        addHeading(tiles[i].group, y);
        place(type, group, y);
        group.clear();
    }
    if (const QStringList keys = optionsOfTheMouse(type); !keys.isEmpty()) {
        m_foot = tr("Seen under the mouse: %1").arg(keys.join(u", "_s));
        m_footLine = QRect(kGap, y, kWidth - 2 * kGap, kHeading);
        y += kHeading;
    }
    resize(kWidth, y + kGap);
}

void OptionSheet::addHeading(const QString &text, int &y)
{
    m_headings.append({QRect(kGap, y, kWidth - 2 * kGap, kHeading), QCoreApplication::translate("Options", text.toUtf8().constData())});
    y += kHeading;
}

void OptionSheet::place(const PanelType &type, const QList<OptionTile> &tiles, int &y)
{
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        const int row = int(i) / kColumns;
        const QPoint at(kGap + int(i) % kColumns * (kTile.width() + kGap), y + row * (kTile.height() + kCaption + kGap));
        PanelWidget *panel = type.create(this);
        PanelContext context;
        context.theme = &m_theme;
        context.range = tiles[i].data.range;
        panel->setGeometry(QRect(at, kTile).adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2));
        panel->setContext(context);
        panel->setOptions(tiles[i].options);
        panel->setData(tiles[i].data);
        m_panels.append(panel);
        m_tiles.append({QRect(at, kTile), tiles[i].caption});
    }
    y += (int(tiles.size()) + kColumns - 1) / kColumns * (kTile.height() + kCaption + kGap);
}

QList<QRect> OptionSheet::items() const
{
    QList<QRect> items;
    for (const Tile &tile : m_tiles)
        items.append(tile.box.adjusted(0, 0, 0, kCaption));
    return items;
}

void OptionSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.bg.window);
    for (qsizetype i = 0; i < m_headings.size(); ++i)
        drawLine(painter, m_headings[i].line, m_headings[i].text, themeFont(i == 0 ? TextStyle::Title : TextStyle::LabelStrong),
                 m_theme.text.primary);
    for (const Tile &tile : m_tiles) {
        roundedBox(painter, tile.box, m_theme.bg.panel, m_theme.border.weak, space::radiusControl);
        drawLine(painter, QRectF(tile.box.left() + 2, tile.box.bottom() + 1, tile.box.width() - 4, kCaption), tile.caption,
                 themeFont(TextStyle::Axis), m_theme.text.secondary, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    }
    drawLine(painter, m_footLine, m_foot, themeFont(TextStyle::Axis), m_theme.text.secondary);
}

OptionGallery::OptionGallery(const PanelRegistry &registry, const Theme &theme)
{
    setAttribute(Qt::WA_DontShowOnScreen);
    int y = 0;
    for (const PanelType &type : registry.types()) {
        if (type.options.isEmpty() && type.fieldOptions.isEmpty())
            continue;
        auto *sheet = new OptionSheet(type, theme, this);
        sheet->move(0, y);
        y += sheet->height();
        m_sheets.append(sheet);
    }
    resize(kWidth, y);
}

QList<QRect> OptionGallery::items() const
{
    QList<QRect> items;
    for (const OptionSheet *sheet : m_sheets)
        for (const QRect &item : sheet->items())
            items.append(item.translated(sheet->pos()));
    return items;
}
