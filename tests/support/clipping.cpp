// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipping.h"

#include "pseudolocale.h"

#include <QtWidgets/QtWidgets>

namespace {

constexpr double kLonger = 1.4; // see PseudoLocale

QString nameOf(const QWidget *widget)
{
    QString name;
    for (const QWidget *each = widget; each && name.isEmpty(); each = each->parentWidget())
        if (!each->objectName().isEmpty() && !each->objectName().startsWith(QLatin1String("qt_")))
            name = (each == widget ? QString() : QStringLiteral("in ")) + each->objectName();
    const QString text = widget->property("text").toString();
    return QStringLiteral("%1 %2 “%3”")
        .arg(name, QString::fromLatin1(widget->metaObject()->className()), text.isEmpty() ? widget->accessibleName() : text);
}

bool isViewport(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
    return area && area->viewport() == widget;
}

class Search
{
public:
    QStringList found;

    void look(const QWidget *widget)
    {
        checkText(widget);
        checkSize(widget);
        checkPlace(widget);
        if (const auto *area = qobject_cast<const QScrollArea *>(widget))
            checkArea(area);
        if (widget->layout())
            checkOverlaps(widget);
        for (const QObject *child : widget->children()) {
            const auto *each = qobject_cast<const QWidget *>(child);
            if (each && !each->isWindow() && each->isVisible() && !each->size().isEmpty() && !isToolkits(each))
                look(each);
        }
    }

private:
    static bool isToolkits(const QWidget *widget)
    {
        return qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QHeaderView *>(widget)
            || qobject_cast<const QSplitterHandle *>(widget);
    }
    void report(const QWidget *widget, const QString &what)
    {
        const QString line = nameOf(widget) + QStringLiteral(": ") + what;
        if (!found.contains(line))
            found.append(line);
    }
    static double needed(const QWidget *widget)
    {
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
            const QMargins margins = edit->textMargins();
            return edit->fontMetrics().horizontalAdvance(edit->placeholderText()) + margins.left() + margins.right();
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) // some hints are the same for any text
            return std::min(widget->sizeHint().width(), button->fontMetrics().horizontalAdvance(button->text()) + 40);
        return widget->sizeHint().width();
    }
    void checkText(const QWidget *widget)
    {
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        const QString text = edit ? edit->text().isEmpty() ? edit->placeholderText() : QString() : widget->property("text").toString();
        if (text.isEmpty())
            return;
        if (widget->hasHeightForWidth()) {
            if (widget->height() < widget->heightForWidth(widget->width()))
                report(widget,
                       QStringLiteral("lines need %1 px, have %2").arg(widget->heightForWidth(widget->width())).arg(widget->height()));
            return;
        }
        if (PseudoLocale::made(text) && widget->width() * kLonger < needed(widget))
            report(widget, QStringLiteral("text needs %1 px, has %2").arg(needed(widget)).arg(widget->width()));
    }
    void checkSize(const QWidget *widget)
    {
        QSize least = widget->minimumSizeHint();
        if (const QLayout *layout = widget->layout(); layout && layout->hasHeightForWidth())
            least.setHeight(layout->minimumHeightForWidth(widget->width())); // texts wrap less than where it is narrowest
        if (widget->isWindow() || isViewport(widget))
            return;
        const bool wide = widget->minimumWidth() > 0 || widget->maximumWidth() < QWIDGETSIZE_MAX;
        const bool high = widget->minimumHeight() > 0 || widget->maximumHeight() < QWIDGETSIZE_MAX;
        if (qobject_cast<const QAbstractButton *>(widget))
            least.rwidth() -= 4; // of the space beside its text
        if ((!wide && widget->width() < least.width()) || (!high && widget->height() < least.height()))
            report(
                widget,
                QStringLiteral("%1 x %2, needs %3 x %4").arg(widget->width()).arg(widget->height()).arg(least.width()).arg(least.height()));
    }
    void checkPlace(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        if (widget->isWindow() || !parent || isViewport(parent) || isViewport(widget) || parent->rect().contains(widget->geometry()))
            return;
        const QRect at = widget->geometry();
        report(widget,
               QStringLiteral("%1,%2 %3 x %4 reaches out of %5 (%6 x %7)")
                   .arg(at.x())
                   .arg(at.y())
                   .arg(at.width())
                   .arg(at.height())
                   .arg(nameOf(parent))
                   .arg(parent->width())
                   .arg(parent->height()));
    }
    void checkArea(const QScrollArea *area)
    {
        if (area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
            && area->widget()->width() > area->viewport()->width())
            report(area, QStringLiteral("content is %1 px wide, has %2").arg(area->widget()->width()).arg(area->viewport()->width()));
    }
    static void collect(const QLayout *layout, QList<const QWidget *> &into)
    {
        for (int i = 0; i < layout->count(); ++i) {
            const QLayoutItem *item = layout->itemAt(i);
            if (const QLayout *inner = const_cast<QLayoutItem *>(item)->layout())
                collect(inner, into);
            else if (const QWidget *widget = const_cast<QLayoutItem *>(item)->widget(); widget && widget->isVisible())
                into.append(widget);
        }
    }
    void checkOverlaps(const QWidget *parent)
    {
        if (qobject_cast<const QStackedLayout *>(parent->layout()))
            return;
        QList<const QWidget *> all;
        collect(parent->layout(), all);
        for (qsizetype i = 0; i < all.size(); ++i)
            for (qsizetype j = i + 1; j < all.size(); ++j) {
                const QRect both = all[i]->geometry() & all[j]->geometry();
                if (both.width() > 1 && both.height() > 1) // neighbours may share a border
                    report(all[i], QStringLiteral("lies over ") + nameOf(all[j]));
            }
    }
};

} // namespace

namespace clipping {

QStringList faults(const QWidget &root)
{
    Search search;
    search.look(&root);
    return search.found;
}

QStringList faults()
{
    QStringList all;
    for (const QWidget *window : QApplication::topLevelWidgets())
        if (window->isVisible())
            all += faults(*window);
    return all;
}

} // namespace clipping
