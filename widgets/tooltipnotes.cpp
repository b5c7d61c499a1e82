// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/tooltipnotes.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <algorithm>
#include <cmath>
#include <widgets/theme/paint.h>
#include <widgets/theme/theme.h>

namespace {
constexpr double kIndent = 20;
constexpr double kGap = 8; // over and under each
constexpr double kBetween = 2;
constexpr int kTitleLines = 3;
constexpr int kTextLines = 8;
constexpr qsizetype kMostText = 2000;
constexpr double kTagHeight = 18;
constexpr double kTagPad = 6;
constexpr double kTagGap = 4;
constexpr double kMostTag = 180;
constexpr double kMostWidth = 280; // longer texts wrap: the chart stays in sight
constexpr int kTagRows = 2;

QFont titleFont()
{
    return themeFont(12, QFont::DemiBold);
}

// Lines of a text of data: what is no character becomes a space, what does not fit ends in an ellipsis.
QStringList wrapped(const QString &source, const QFont &font, double width, int most)
{
    QStringList lines;
    const QFontMetricsF metrics(font);
    for (const QString &paragraph : source.left(kMostText).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString text = oneLine(paragraph, kMostText);
        QTextLayout layout(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            const bool last = lines.size() + 1 == most;
            lines.append(last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width)
                              : text.mid(line.textStart(), line.textLength()));
            if (last)
                return lines;
        }
        layout.endLayout();
    }
    return lines;
}

// Walks one note downwards; paints when there is a painter.
class NoteLayout
{
public:
    NoteLayout(QPainter *painter, const Theme *theme, double x, double y, double width)
        : m_painter(painter)
        , m_theme(theme)
        , m_x(x)
        , m_y(y)
        , m_width(width)
    {
    }

    double run(const TooltipNote &note)
    {
        m_y += kGap;
        const double top = m_y;
        lines(wrapped(note.title, titleFont(), m_width, kTitleLines), titleFont(), false);
        lines(wrapped(note.caption, themeFont(TextStyle::Caption), m_width, 2), themeFont(TextStyle::Caption), true);
        if (!note.text.trimmed().isEmpty()) {
            m_y += kBetween;
            lines(wrapped(note.text, themeFont(TextStyle::Label), m_width, kTextLines), themeFont(TextStyle::Label), false);
        }
        tags(note.tags);
        if (m_painter) {
            m_painter->setPen(Qt::NoPen);
            m_painter->setBrush(note.color.isValid() ? note.color : m_theme->chart.annotation);
            m_painter->drawRoundedRect(QRectF(m_x - kIndent, top + 2, 3, m_y - top - 4), 1.5, 1.5);
        }
        return m_y + kGap;
    }

private:
    void lines(const QStringList &lines, const QFont &font, bool weak)
    {
        const double height = std::ceil(QFontMetricsF(font).height()) + 1;
        for (const QString &line : lines) {
            if (m_painter)
                drawLine(*m_painter, QRectF(m_x, m_y, m_width, height), line, font, weak ? m_theme->text.secondary : m_theme->text.primary);
            m_y += height;
        }
    }

    void tags(const QStringList &tags)
    {
        if (tags.isEmpty())
            return;
        m_y += kGap / 2;
        const QFont font = themeFont(TextStyle::Caption);
        double x = 0;
        int row = 0;
        for (const QString &tag : tags) {
            const QString text
                = QFontMetricsF(font).elidedText(oneLine(tag, 100), Qt::ElideRight, std::min(kMostTag, m_width - 2 * kTagPad));
            const double width = std::ceil(textWidth(font, text)) + 2 * kTagPad;
            if (x > 0 && x + width > m_width) {
                if (++row == kTagRows)
                    break;
                x = 0;
                m_y += kTagHeight + kTagGap;
            }
            if (m_painter) {
                const QRectF box(m_x + x, m_y, width, kTagHeight);
                roundedBox(*m_painter, box, m_theme->bg.hover, m_theme->border.weak, space::radiusControl);
                drawLine(*m_painter, box.adjusted(kTagPad, 0, -kTagPad + 1, 0), text, font, m_theme->text.primary);
            }
            x += width + kTagGap;
        }
        m_y += kTagHeight;
    }

    QPainter *m_painter;
    const Theme *m_theme;
    double m_x;
    double m_y;
    double m_width;
};
} // namespace

double notesWidth(const QList<TooltipNote> &notes)
{
    double width = 0;
    for (const TooltipNote &note : notes) {
        width = std::max(width, textWidth(titleFont(), oneLine(note.title, 200)));
        width = std::max(width, textWidth(themeFont(TextStyle::Caption), oneLine(note.caption, 200)));
        for (const QString &line : note.text.left(kMostText).split(QLatin1Char('\n')))
            width = std::max(width, textWidth(themeFont(TextStyle::Label), oneLine(line, 200)));
        double tags = 0;
        for (const QString &tag : note.tags)
            tags += std::min(kMostTag, textWidth(themeFont(TextStyle::Caption), oneLine(tag, 100))) + 2 * kTagPad + kTagGap;
        width = std::max(width, tags);
    }
    return notes.isEmpty() ? 0 : std::min(kMostWidth, std::ceil(width) + 1 + kIndent);
}

double notesHeight(const QList<TooltipNote> &notes, double width)
{
    double y = 0;
    for (const TooltipNote &note : notes)
        y = NoteLayout(nullptr, nullptr, 0, y, std::max(20.0, width - kIndent)).run(note);
    return y;
}

void paintNotes(QPainter &painter, const Theme &theme, const QRectF &rect, const QList<TooltipNote> &notes)
{
    double y = rect.top();
    for (const TooltipNote &note : notes)
        y = NoteLayout(&painter, &theme, rect.left() + kIndent, y, std::max(20.0, rect.width() - kIndent)).run(note);
}
