// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <dashboard/model.h>
#include <panels/registry.h>
#include <widgets/form/optioncontrol.h>

class ChooseButton;
class OptionsPane;

// The dock at the right of the panel editor: which type of panel, and its options.
class OptionsDock : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsDock(const PanelRegistry &registry, QWidget *parent = nullptr);
    void setPanel(const PanelPtr &panel, const FormContext &context, const GridRect &place);
    void focusContent(); // where one begins with a new panel

signals:
    void edited(const PanelEdit &edit);
    void placeEdited(const GridRect &place);
    void typeChosen(const QString &typeId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTypes(const QString &current);

    const PanelRegistry &m_registry;
    ChooseButton *m_type;
    OptionsPane *m_pane;
};
