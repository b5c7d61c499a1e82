// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/paneloptions.h>
#include <app/paneledit.h>
#include <widgets/form/formitem.h>

class OverrideBox;
class QVBoxLayout;
class TextButton;

// The overrides of a panel: each with its matcher and the properties that it sets. Later ones win.
class OverridesItem : public FormItem
{
    Q_OBJECT

public:
    OverridesItem(const QList<OverrideProperty> &properties, QWidget *parent);
    void setRoot(const Json &root) override;
    void setContext(const FormContext &context) override;
    void prepare() override;
    int changedCount() const override { return int(m_overrides.size()); }
    bool matches(const QString &words) const override;

signals:
    void edited(const PanelEdit &edit);

private:
    void sync();
    void openAddMenu();
    void addOverride(const QString &matcherId);

    QList<OverrideProperty> m_properties;
    FormContext m_context;
    std::vector<Json> m_overrides;
    QList<OverrideBox *> m_boxes;
    TextButton *m_add = nullptr;
    QVBoxLayout *m_layout = nullptr;
};
