// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/optiontiles.h>
#include <widgets/theme/theme.h>

class PanelRegistry;
class PanelWidget;

// All options of a panel type as small pictures with captions, in groups. Fixed data and a fixed zone: the same on every machine.
class OptionSheet : public QWidget
{
    Q_OBJECT

public:
    OptionSheet(const PanelType &type, const Theme &theme, QWidget *parent = nullptr);

    const QString &typeId() const { return m_typeId; }
    QList<QRect> items() const; // the pictures, with their captions
    const QList<PanelWidget *> &panels() const { return m_panels; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tile {
        QRect box;
        QString caption;
    };
    struct Heading {
        QRect line;
        QString text;
    };
    void addHeading(const QString &text, int &y);
    void place(const PanelType &type, const QList<OptionTile> &tiles, int &y);

    QString m_typeId;
    QString m_title;
    QString m_foot;
    QRect m_footLine;
    const Theme &m_theme;
    QList<Tile> m_tiles;
    QList<Heading> m_headings;
    QList<PanelWidget *> m_panels;
};

// The sheets of all types that have options, one below the other.
class OptionGallery : public QWidget
{
    Q_OBJECT

public:
    OptionGallery(const PanelRegistry &registry, const Theme &theme);

    const QList<OptionSheet *> &sheets() const { return m_sheets; }
    QList<QRect> items() const;

private:
    QList<OptionSheet *> m_sheets;
};
