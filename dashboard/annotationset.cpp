// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/annotationset.h>

AnnotationSet::~AnnotationSet() = default;

void AnnotationSet::setDefinitions(const QList<Annotation> &definitions)
{
    std::vector<Entry> old = std::move(m_entries);
    m_entries.clear();
    for (const Annotation &definition : definitions) {
        Entry entry{definition, definition.enabled, nullptr};
        const auto known = std::find_if(old.begin(), old.end(),
                                        [&](const Entry &each) { return each.runner && each.definition.name == definition.name; });
        if (known != old.end()) {
            entry.runner = std::move(known->runner);
            if (known->definition.enabled == definition.enabled) // else the file was edited to say so
                entry.enabled = known->enabled;
        } else {
            entry.runner = std::make_unique<AnnotationRunner>(m_hub);
            connect(entry.runner.get(), &AnnotationRunner::changed, this, &AnnotationSet::changed);
            connect(entry.runner.get(), &AnnotationRunner::progress, this, &AnnotationSet::progress);
        }
        m_entries.push_back(std::move(entry));
    }
}

bool AnnotationSet::setEnabled(const QString &name, bool on)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.definition.name == name; });
    if (it == m_entries.end() || std::exchange(it->enabled, on) == on)
        return false;
    if (!on)
        it->runner->leave();
    return true;
}

void AnnotationSet::force()
{
    for (const Entry &entry : m_entries)
        entry.runner->forced = true;
}

void AnnotationSet::cancel()
{
    for (const Entry &entry : m_entries)
        entry.runner->cancel();
}

void AnnotationSet::leave()
{
    for (const Entry &entry : m_entries)
        entry.runner->leave();
}

int AnnotationSet::running() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.isRunning(); }));
}

AnnotationLayers AnnotationSet::layersFor(int panelId) const
{
    AnnotationLayers layers;
    for (const Entry &entry : m_entries)
        if (entry.enabled && entry.definition.isAsked() && entry.definition.isFor(panelId) && !entry.runner->events().isEmpty())
            layers.append({entry.definition.name, entry.definition.color, entry.runner->events()});
    return layers;
}
