// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtCore/QString>

class QWidget;

// Widgets as vector pictures: what is on the screen, with text as text and lines as lines. The widget is laid out as if it were shown.

// scale: size of the picture, of the widget's.
QByteArray toSvg(QWidget &widget, const QString &title, double scale = 1);

struct PdfSetup {
    enum class Page { A4, A3, Letter, Single };

    Page page = Page::A4; // landscape; Single: one page as large as the widget
    QString title;
    QString footer; // beside the page's number; not on Single
    double scale = 1; // of Single
};
// Room of a page for a picture that is `width` wide: its height, in pixels of the widget.
int pdfPageHeight(PdfSetup::Page page, int width);
// pages: parts of the widget; one that is higher than the page is made smaller. Not looked at for Single.
QByteArray toPdf(QWidget &widget, const PdfSetup &setup, const QList<QRect> &pages);

// Where a sheet with such items is cut into pages of a height: never through an item. Items of a page that are higher than it stay
// together. Covers the sheet from top to bottom.
QList<QRect> pagesOf(const QSize &sheet, QList<QRect> items, int pageHeight);
