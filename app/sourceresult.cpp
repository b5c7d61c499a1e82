// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sourceresult.h>

#include <QtGui/QPainter>
#include <widgets/controls/pill.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kHead = 44;
constexpr int kRow = 36;
constexpr int kNameWidth = 110;
} // namespace

SourceResult::SourceResult(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sourceResult"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

void SourceResult::set(State state, const QString &head, const QString &note, const QList<Row> &rows)
{
    m_state = state;
    m_head = head;
    m_note = note;
    m_rows = rows;
    QStringList texts{head, note};
    for (const Row &row : rows)
        texts.append(row.name + QStringLiteral(": ") + row.text);
    setAccessibleName(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void SourceResult::clear()
{
    set(State::Nothing, tr("Not tested yet"), {}, {{tr("Test"), tr("Asks the server for its name and a number")}});
}

void SourceResult::showTesting(const QString &where)
{
    set(State::Testing, tr("Testing…"), {}, {{tr("Address"), where}});
}

void SourceResult::showHealth(const SourceHealth &health)
{
    const QString latency
        = tr("%1 ms").arg(health.latencyMs < 10 ? QString::number(health.latencyMs, 'f', 1) : QString::number(qRound(health.latencyMs)));
    set(State::Works, tr("Works"), latency,
        {{tr("Engine"), health.engine},
         {tr("Version"), health.version.isEmpty() ? tr("not told by this server") : health.version},
         {tr("Latency"), tr("%1 for a small query").arg(latency)}});
}

void SourceResult::showError(const Error &error)
{
    QList<Row> rows{{tr("What"), error.what}};
    if (!error.where.isEmpty())
        rows.append({tr("Where"), error.where});
    if (!error.hint.isEmpty())
        rows.append({tr("Try"), error.hint});
    set(State::Failed, tr("Does not work"), {}, rows);
}

QSize SourceResult::sizeHint() const
{
    return {420, kHead + std::max(1, int(m_rows.size())) * (kRow + kRow / 2)};
}

void SourceResult::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    const Tint tint = m_state == State::Works ? Tint::Good : m_state == State::Failed ? Tint::Bad : Tint::Neutral;
    const TintColors colors = tintColors(theme, tint);
    const QRectF box = QRectF(rect()).adjusted(0, 0, 0, 0);
    roundedBox(painter, box, theme.bg.panel, colors.border, space::radiusSurface);
    const QRectF head(box.x() + 1, box.y() + 1, box.width() - 2, kHead - 1);
    roundedBox(painter, head, colors.soft, {}, space::radiusSurface - 1);
    const QString icon = m_state == State::Works ? QStringLiteral("check")
        : m_state == State::Failed               ? QStringLiteral("error")
        : m_state == State::Testing              ? QStringLiteral("loading")
                                                 : QStringLiteral("info");
    drawIcon(painter, icon, colors.text, {head.x() + 15, head.center().y() - 8}, space::iconSmall);
    drawLine(painter, head.adjusted(40, 0, -96, 0), m_head, themeFont(TextStyle::BodyStrong), colors.text);
    drawLine(painter, head.adjusted(40, 0, -16, 0), m_note, themeFont(TextStyle::Label), colors.text, Qt::AlignRight | Qt::AlignVCenter);
    const qreal height = m_rows.isEmpty() ? 0 : (box.height() - kHead) / double(m_rows.size());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QRectF row(box.x() + 16, box.y() + kHead + double(i) * height, box.width() - 32, height);
        horizontalLine(painter, box.x() + 1, box.right() - 1, row.y(), theme.border.weak);
        drawLine(painter, QRectF(row.x(), row.y(), kNameWidth, height), m_rows.at(i).name, themeFont(TextStyle::LabelStrong),
                 theme.text.primary);
        painter.setFont(themeFont(TextStyle::Label));
        painter.setPen(theme.text.secondary);
        painter.drawText(row.adjusted(kNameWidth, 4, 0, -4), Qt::AlignVCenter | Qt::TextWordWrap, m_rows.at(i).text.left(600));
    }
}
