// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/cellinspector.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>
#include <panels/table/tablecells.h>
#include <widgets/controls/field.h>

CellInspector::CellInspector(const QString &column, const QString &text, QWidget *anyInWindow) : Sheet(anyInWindow, QSize(560, 420))
{
    setObjectName(QStringLiteral("cellInspector"));
    const QString shown = inspectedText(text);
    auto *view = new QPlainTextEdit(shown, this);
    view->setObjectName(QStringLiteral("inspectedText"));
    view->setReadOnly(true);
    view->setFont(themeFont(TextStyle::Code));
    auto *copy = new TextButton(QCoreApplication::translate("Panels", "Copy"), TextButton::Kind::Secondary, QStringLiteral("copy"), this);
    copy->setObjectName(QStringLiteral("copyCell"));
    auto *done = new IconButton(QStringLiteral("close"), QCoreApplication::translate("Panels", "Close"), TextButton::Kind::Ghost, this);
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(oneLine(column, 200), TextStyle::Heading, PlainLabel::Tone::Primary, this), 1);
    head->addWidget(copy);
    head->addWidget(done);
    contentLayout()->setContentsMargins(16, 12, 16, 16);
    contentLayout()->setSpacing(12);
    contentLayout()->addLayout(head);
    contentLayout()->addWidget(view, 1);
    connect(copy, &QAbstractButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    connect(done, &QAbstractButton::clicked, this, &Sheet::close);
    view->setFocus();
}
