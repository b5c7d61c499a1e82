// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/comparesheet.h>

#include <QtGui/QTextBlock>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>
#include <core/linediff.h>
#include <widgets/controls/button.h>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 5000;
constexpr int kMostColumns = 400;

void fill(QPlainTextEdit &view, const QList<DiffLine> &lines, const Theme &theme)
{
    QTextCursor cursor(view.document());
    const auto put = [&](const QString &text, const QColor &ground, const QColor &color) {
        QTextBlockFormat block;
        if (ground.isValid())
            block.setBackground(ground);
        QTextCharFormat format;
        format.setForeground(color);
        cursor.setBlockFormat(block);
        cursor.insertText(text, format);
        cursor.insertBlock();
    };
    for (const DiffLine &line : lines.mid(0, kMostLines)) {
        const QString text = QString::fromUtf8(line.text).left(kMostColumns);
        if (line.kind == DiffLine::Kind::Removed)
            put(u"− "_s + text, theme.bad.soft, theme.bad.text);
        else if (line.kind == DiffLine::Kind::Added)
            put(u"+ "_s + text, theme.good.soft, theme.good.text);
        else
            put(line.kind == DiffLine::Kind::Gap ? u"  …"_s : u"  "_s + text, {}, theme.text.secondary);
    }
    if (lines.size() > kMostLines)
        put(CompareSheet::tr("%1 lines more").arg(lines.size() - kMostLines), {}, theme.text.secondary);
    view.moveCursor(QTextCursor::Start);
}

} // namespace

CompareSheet::CompareSheet(const QByteArray &theirs, const QByteArray &mine, QWidget *window) : Sheet(window, {980, 760})
{
    setObjectName(u"compareSheet"_s);
    const Theme &theme = currentTheme(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::section, space::group, space::group, space::unit);
    head->setSpacing(space::group);
    head->addWidget(new PlainLabel(tr("The file and your edits"), TextStyle::Title, PlainLabel::Tone::Primary, this));
    head->addWidget(new PlainLabel(tr("− in the file now"), TextStyle::Label, PlainLabel::Tone::Bad, this));
    head->addWidget(new PlainLabel(tr("+ here"), TextStyle::Label, PlainLabel::Tone::Good, this));
    head->addStretch(1);
    auto *close = new IconButton(u"close"_s, tr("Close"), TextButton::Kind::Ghost, this);
    close->setObjectName(u"compareClose"_s);
    connect(close, &IconButton::clicked, this, &Sheet::close);
    head->addWidget(close);
    contentLayout()->addLayout(head);
    auto *view = new QPlainTextEdit(this);
    view->setObjectName(u"compareText"_s);
    view->setAccessibleName(tr("Differences"));
    view->setReadOnly(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(themeFont(TextStyle::Code));
    view->setFrameShape(QFrame::NoFrame);
    fill(*view, lineDiff(theirs, mine), theme);
    contentLayout()->addWidget(view, 1);
    view->setFocus();
}
