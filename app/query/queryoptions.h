// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/json.h>

class IconButton;
class LineEdit;
class OptionPopup;
class PickButton;
class PlainLabel;
class Switch;

// What the series are called: "Auto", "Verbose", or a template that is typed.
class LegendField : public QWidget
{
    Q_OBJECT

public:
    explicit LegendField(QWidget *parent = nullptr);
    void finishTyping(); // says what is typed
    void setFormat(const QString &format); // says nothing
    QSize sizeHint() const override;

signals:
    void chosen(const QString &format);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(const QString &format);
    void openChoices();

    QString m_format;
    bool m_known = false; // setFormat() was called
    LineEdit *m_edit;
    IconButton *m_arrow;
    OptionPopup *m_popup = nullptr;
};

// The options of one query, label and control each, in one line where there is room and else in several.
class QueryOptions : public QWidget
{
    Q_OBJECT

public:
    explicit QueryOptions(QWidget *parent = nullptr);
    void setTarget(const Json &target); // says nothing
    void finishTyping(); // says what is typed

    QSize sizeHint() const override; // in one line
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void membersEdited(const Json &members, const QString &what); // of the target; null takes a member out

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int place(int width, bool apply) const;
    void addControl(const QString &label, const QString &help, QWidget *control);
    void takeStep();

    struct Item {
        PlainLabel *label;
        QWidget *control;
        bool shown = true;
    };
    QList<Item> m_items;
    Json m_target;
    LegendField *m_legend;
    LineEdit *m_step;
    PickButton *m_type;
    PickButton *m_format;
    Switch *m_exemplars;
};
