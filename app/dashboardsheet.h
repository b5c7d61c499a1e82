// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/app.h>
#include <widgets/vector/vectorpicture.h>

class DashboardSession;
class DashboardView;
class LoadWatch;

// A whole dashboard as one widget, for pictures: title and time range above the panels, nothing to click. A session of its own, gone
// with it.
class DashboardSheet : public QWidget
{
    Q_OBJECT

public:
    DashboardSheet(App &app, const Document &document);
    ~DashboardSheet() override;

    DashboardSession &session() { return *m_session; } // ranges and variables are set before open()
    DashboardView &view() { return *m_view; }
    LoadWatch &watch() { return *m_watch; } // from open() on

    bool choosePanel(const QString &panelId); // that panel alone; false: there is none
    void open(int width, int height = 0); // px; height 0: as high as it has to be. Then asks for the data; never on a screen

    QList<QRect> items() const; // what no page may cut, in this widget
    QString title() const;
    // "svg", "pdf", else "png". scale: of PNG and SVG, and of a PDF of a single page.
    QByteArray picture(const QString &format, PdfSetup::Page page, double scale);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::unique_ptr<DashboardSession> m_session;
    DashboardView *m_view;
    LoadWatch *m_watch = nullptr;
    bool m_onePanel = false;
};
