// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/annotation.h>
#include <dashboard/annotationrunner.h>

// The annotations of a dashboard: which are on, and what each of them runs. Those whose definition stays keep their events.
class AnnotationSet : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        Annotation definition;
        bool enabled = false;
        std::unique_ptr<AnnotationRunner> runner;

        bool isRunning() const { return runner->isRunning(); }
    };

    explicit AnnotationSet(RequestHub &hub, QObject *parent = nullptr) : QObject(parent), m_hub(hub) { }
    ~AnnotationSet() override;

    void setDefinitions(const QList<Annotation> &definitions);
    const std::vector<Entry> &entries() const { return m_entries; }
    bool setEnabled(const QString &name, bool on); // false: it was so, or there is none
    void force(); // each asks anew when it runs next
    void cancel();
    void leave();

    int running() const;
    AnnotationLayers layersFor(int panelId) const;

signals:
    void changed(); // events or errors
    void progress();

private:
    RequestHub &m_hub;
    std::vector<Entry> m_entries;
};
