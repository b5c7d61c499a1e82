// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/gallerydata.h>
#include <app/editor/newpanel.h>
#include <panels/panelwidget.h>
#include <widgets/controls/sheet.h>

class GalleryCard;
class GallerySide;
class PlainLabel;
class QScrollArea;
class SearchField;
class TextButton;

// "Add panel": every panel type with a picture of it, drawn for the query that is typed here or else for made-up data; a row; what the
// clipboard holds. Arrow keys choose, Enter adds.
class GallerySheet : public Sheet
{
    Q_OBJECT

public:
    GallerySheet(App &app, DashboardSession &session, QWidget *anyInWindow);

signals:
    void panelChosen(const Json &panel, bool inView); // inView: where the page is now; else at the end
    void rowChosen();
    void pasteChosen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHead();
    void makeCards();
    void makeFoot();
    void addCard(GalleryCard *card);
    QList<GalleryCard *> shownCards() const;
    void placeCards();
    void filter(const QString &words);
    void choose(GalleryCard *card);
    void walk(int columns, int rows);
    void add();
    void draw();
    void drawCard(GalleryCard &card);
    PanelContext contextFor(const PanelData &data) const;

    App &m_app;
    DashboardSession &m_session;
    GalleryData *m_data;
    SearchField *m_search;
    QScrollArea *m_scroll;
    QWidget *m_ground;
    QList<GalleryCard *> m_cards;
    GalleryCard *m_chosen = nullptr;
    GallerySide *m_side;
    PlainLabel *m_nothing;
    TextButton *m_add;
    bool m_byHand = false; // the person chose: what fits the query no longer does
};
