// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/keys/keytip.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QTextDocumentFragment>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QWidget>
#include <app/actions.h>
#include <widgets/theme/paint.h>

namespace {

class KeyTip : public QObject
{
public:
    KeyTip(QWidget &widget, const QString &actionId) : QObject(&widget), m_widget(widget), m_action(actionId)
    {
        widget.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const Actions *actions = event->type() == QEvent::ToolTip ? Actions::of(&m_widget) : nullptr;
        const QString keys = actions ? actions->keyText(m_action) : QString();
        if (keys.isEmpty())
            return false;
        const QString tip = m_widget.toolTip();
        QString text = Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
        text += (text.isEmpty() ? QString() : QStringLiteral("  ")) + keys;
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text), &m_widget);
        return true;
    }

private:
    QWidget &m_widget;
    QString m_action;
};

} // namespace

void showKeysInToolTip(QWidget &widget, const QString &actionId)
{
    new KeyTip(widget, actionId);
}
