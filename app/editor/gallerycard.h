// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <panels/paneltype.h>
#include <panels/panelwidget.h>

// One thing that can be added: a picture drawn by the panel itself, an icon and two lines. Without a type: icon and words alone.
class GalleryCard : public QAbstractButton
{
    Q_OBJECT

public:
    GalleryCard(const PanelType &type, QWidget *parent);
    GalleryCard(const QString &id, const QString &icon, const QString &name, const QString &description, QWidget *parent);

    const QString &id() const { return m_id; }
    const QString &description() const { return m_description; }
    bool matches(const QString &words) const; // name or description has them
    void setData(const PanelData &data, const Json &options, const PanelContext &context);
    void setMessage(const QString &text); // over the picture: why there is none; empty = the picture
    void setChosen(bool chosen);
    bool isChosen() const { return m_chosen; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect pictureRect() const;

    QString m_id;
    QString m_icon;
    QString m_description;
    QString m_message;
    PanelWidget *m_picture = nullptr;
    bool m_chosen = false;
};
