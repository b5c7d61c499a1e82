// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QUrl>
#include <functional>

class QWidget;

// Links that come from dashboards: http and https only, the target shown, and the first visit to a host confirmed in this session.
class ExternalLinks : public QObject
{
    Q_OBJECT

public:
    explicit ExternalLinks(QWidget *window);
    // What opens an allowed address; the desktop's browser unless a test says otherwise.
    void setOpener(std::function<void(const QUrl &)> opener) { m_opener = std::move(opener); }

    void open(const QUrl &url);

private:
    void confirm(const QUrl &url);
    void refuse(const QUrl &url);

    QWidget *m_window;
    QSet<QString> m_allowedHosts;
    std::function<void(const QUrl &)> m_opener;
};
