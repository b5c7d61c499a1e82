// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <panels/paneltype.h>
#include <widgets/form/optioncontrol.h>

class FormRow;
class OptionForm;
class OverridesItem;
class PlaceItem;
class SearchField;
class TextButton;

// Every option of a panel: its own, those of its type, the standard ones, thresholds, mappings, links, overrides. Shows the panel that it
// is given and says what a person makes of it; knows no document.
class OptionsPane : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsPane(QWidget *parent = nullptr);
    // Shown again after each edit, and whenever the document changed: focus and cursor stay.
    void setPanel(const PanelPtr &panel, const PanelType &type, const FormContext &context);
    void setPlace(const GridRect &place); // as the panel is laid out now
    OptionForm *form() const { return m_form; }
    void focusSearch();
    void focusContent(); // the text of a panel that shows one, else the first option

signals:
    void edited(const PanelEdit &edit);
    void placeEdited(const GridRect &place); // others are to make room

private:
    void build(const PanelType &type);
    void take(const FormRow *row, const Json &value);
    void reset(const FormRow *row, const QString &text);
    PanelEdit setting(const QString &path, const Json &value, const QString &text) const;

    PanelPtr m_shown;
    FormContext m_context;
    Json m_panel;
    Json m_fieldDefaults;
    QString m_content; // name of the control of the text that the type shows
    QString m_builtFor; // element and type
    SearchField *m_search;
    TextButton *m_changed;
    OptionForm *m_form;
    PlaceItem *m_place = nullptr;
    GridRect m_placed;
};
