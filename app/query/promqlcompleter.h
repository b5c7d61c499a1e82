// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <app/query/completion.h>

class CompletionPopup;
class PromqlText;
class QKeyEvent;

// Opens, narrows and closes the completion of one query field, and writes what was chosen. Asks the index behind: what is not here yet
// appears when it comes.
class PromqlCompleter : public QObject
{
    Q_OBJECT

public:
    explicit PromqlCompleter(PromqlText *text);

    void setIndex(std::shared_ptr<MetricIndex> index);
    void setVariables(const QStringList &names) { m_variables = names; }
    bool takesKey(const QKeyEvent *event) const;
    void pressKey(const QKeyEvent *event);
    void open(); // with all there is, also where nothing is typed yet
    void follow(); // after a keystroke: narrows, opens where it helps, closes
    void close();
    bool isOpen() const;
    std::function<MetricInfo(const QString &)> metricInfo() const; // empty without an index

private:
    void refresh(bool isAsked, bool keepsCurrent = false);
    CompletionSources sourcesFor(const CompletionContext &context) const;
    void insert(const CompletionItem &item);
    void peek(); // at the metric of the current row; at none while the list is closed
    QRect anchor(const CompletionContext &context) const;

    PromqlText *m_text;
    CompletionPopup *m_popup = nullptr; // made when first needed
    std::shared_ptr<MetricIndex> m_index;
    QStringList m_variables;
    CompletionContext m_context;
    bool m_isWaiting = false; // for the index
    bool m_wasAsked = false; // by the person
    bool m_wasWalked = false; // with the arrows
    bool m_isInserting = false;
};
