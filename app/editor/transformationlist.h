// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/editor/transformationcard.h>
#include <core/offload.h>
#include <functional>

class EmptyState;
class ReorderColumn;
class TextButton;

// The transformations of a panel: added, reordered, disabled, removed, filled in. Does not scroll by itself: it goes into a scroll area.
class TransformationList : public QWidget
{
    Q_OBJECT

public:
    explicit TransformationList(QWidget *parent = nullptr);
    // list: "transformations" of the panel; raw: what the queries answered (DashboardSession::rawData). Names to choose from are worked
    // out behind, from the frames before each step.
    void setTransformations(const Json &list, const Frames &raw);
    void setInterpolation(const std::function<QString(const QString &)> &interpolate); // of $variables; called in setTransformations
    int count() const; // for a tab

public slots:
    void openChooser(QWidget *anchor = nullptr); // null: under the button at its foot

signals:
    void edited(const PanelEdit &edit);

private:
    void rebuild(const QStringList &ids);
    void work();
    void takeFocus();
    void add(const QString &id);
    void move(int from, int to);
    TransformationCard *card(int index) const;

    Json m_list = Json::array();
    Frames m_raw;
    QStringList m_ids;
    std::function<QString(const QString &)> m_interpolate;
    QList<StepReport> m_reports;
    int m_focusIndex = -1; // the card that takes the focus when the list comes back
    bool m_focusForm = false;
    ReorderColumn *m_column;
    EmptyState *m_empty;
    TextButton *m_add;
    Offload m_offload;
};
