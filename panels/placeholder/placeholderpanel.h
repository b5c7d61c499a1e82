// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/paneltype.h>
#include <panels/panelwidget.h>

class EmptyState;
class FrameTable;

// Stands in for a panel type that the program does not know: says so, and shows the data as a table on request.
class PlaceholderPanel : public PanelWidget
{
    Q_OBJECT

public:
    explicit PlaceholderPanel(QWidget *parent = nullptr);

    void setTypeId(const QString &id); // of the type that is not known
    void setOptions(const Json &options) override;
    void setData(const PanelData &data) override;
    void setContext(const PanelContext &context) override;
    Frames table() const override { return m_frames; }

private:
    void showTable();
    void say();

    QString m_typeId;
    Frames m_frames;
    EmptyState *m_state;
    FrameTable *m_table = nullptr; // made on request
};

PanelType placeholderPanel();
