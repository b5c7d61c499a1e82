// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLineEdit>
#include <widgets/controls/button.h>

class QLabel;

// A line edit in style: leading icon, unit at the right, invalid border. The focus border is drawn by the style.
class LineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEdit(QWidget *parent = nullptr, ControlSize size = ControlSize::Medium);
    void setLeadingIcon(const QString &name);
    void setUnit(const QString &unit);
    void setInvalid(bool invalid);
    bool isInvalid() const { return m_invalid; }
    void setTypesIntoDocument() { m_typesIntoDocument = true; } // Ctrl+Z is the document's, where each key is an edit
    void setMonospace(bool mono);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    virtual int trailingSpace() const;
    void updateMargins();

private:
    QString m_icon;
    QString m_unit;
    ControlSize m_size;
    bool m_invalid = false;
    bool m_typesIntoDocument = false;
};

// Search icon, a clear button; Escape clears first and is passed on when there is nothing to clear.
class SearchField : public LineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr, ControlSize size = ControlSize::Medium);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    int trailingSpace() const override;

private:
    IconButton *m_clear;
};

// A password: dots, and an eye that shows them.
class SecretField : public LineEdit
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr, ControlSize size = ControlSize::Medium);

protected:
    void resizeEvent(QResizeEvent *event) override;
    int trailingSpace() const override;

private:
    IconButton *m_eye;
};

// Text that is always plain, in a style of the type scale and a colour that follows the theme.
class PlainLabel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    enum class Tone { Primary, Secondary, Disabled, Accent, Good, Warning, Bad, Info };

    explicit PlainLabel(const QString &text, TextStyle style = TextStyle::Body, Tone tone = Tone::Primary, QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const { return m_text; }
    void setTone(Tone tone);
    void setWrapped(bool wrapped); // else one elided line
    void setAlignment(Qt::Alignment alignment);
    void setFontStyle(TextStyle style);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_wrapped; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_text;
    QFont m_font;
    int m_lineHeight;
    Tone m_tone;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    bool m_wrapped = false;
};

// The colour of a tone in a theme.
QColor toneColor(const Theme &theme, PlainLabel::Tone tone);

// Label above, control, help or error below.
class FormField : public QWidget
{
    Q_OBJECT

public:
    FormField(const QString &label, QWidget *control, QWidget *parent = nullptr);
    void setLabel(const QString &text);
    void setHelp(const QString &text);
    void setError(const QString &text); // empty = fine

private:
    void showNote();

    PlainLabel *m_label;
    PlainLabel *m_note;
    QWidget *m_control;
    QString m_help;
    QString m_error;
};
