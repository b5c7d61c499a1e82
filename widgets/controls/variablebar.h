// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>
#include <widgets/controls/multiselectpopup.h>

// label op values; several values with "=|" and "!=|" only.
struct LabelFilterItem {
    QString label;
    QString op;
    QStringList values;

    QString text() const; // as a person reads it: "job in a, b"
    bool operator==(const LabelFilterItem &) const = default;
};

struct VariableItem {
    enum class Kind { Select, Multi, Text, Constant, Filters, Switch }; // Switch: "true" or "false"
    struct Choice {
        QString text;
        QString value;
        bool operator==(const Choice &) const = default;
    };

    QString name;
    QString label; // empty = no label shown
    Kind kind = Kind::Select;
    QList<Choice> options; // without All
    QStringList values; // what is chosen; {"$__all"} = All
    QStringList texts; // as shown, same order
    bool offerAll = false;
    bool allowCustom = false; // values that are not offered may be typed
    bool noneAllowed = false; // Multi: nothing chosen is a choice
    QList<LabelFilterItem> filters = {}; // Filters: the options are labels
    bool hidden = false;
    bool inMenu = false; // in the menu of controls, not in the bar
    bool loading = false;
    QString error = {};
    QString description = {};
    QString editText = {}; // of the way to its settings; empty = "Edit variable"
    bool hasSettings = true;

    bool operator==(const VariableItem &) const = default;
};

struct BarLink {
    QString text;
    QString icon = QStringLiteral("link");
    QUrl url = {};
    QString toolTip = {};
    bool isMenu = false; // of the items
    bool inMenu = false; // as of VariableItem
    bool isFile = false; // a dashboard that is known here; else an address of the file's own
    QList<BarLink> items = {};

    bool operator==(const BarLink &other) const;
};

// Variables of a dashboard with their controls, links at the right, and a menu of those that shall not take room; wraps to more rows when
// narrow. Controls keep their state (focus, open popup) when only other items change.
class VariableBar : public QWidget
{
    Q_OBJECT

public:
    explicit VariableBar(QWidget *parent = nullptr);
    void setInset(); // without a ground and margins of its own, in lines of the panels' grid; no way to settings
    int lines(int width) const; // of controls
    void setItems(const QList<VariableItem> &items);
    void setLinks(const QList<BarLink> &links);
    void setFilterValues(const QString &name, const QString &label, const QStringList &values); // the answer to filterValuesWanted
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }
    QSize sizeHint() const override;

signals:
    void changed(const QString &name, const QStringList &values);
    void filtersChanged(const QString &name, const QList<LabelFilterItem> &filters);
    void filterValuesWanted(const QString &name, const QString &label);
    void editRequested(const QString &name); // the variable itself, not its value
    void linkActivated(const BarLink &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    using Controls = QList<class VariableControl *>;
    using Links = QList<class LinkButton *>;

    Controls updated(Controls old, const QList<VariableItem> &items, bool inMenu, QWidget *parent);
    Links made(const QList<BarLink> &links, bool inMenu, QWidget *parent);
    void fillMenu();
    void openMenu(const BarLink &link, QWidget *button);
    QList<QWidget *> atTheRight() const;
    int place(int width, bool apply) const;

    bool m_isInset = false;
    Controls m_controls;
    Links m_links;
    class IconButton *m_menuButton;
    class ControlsMenu *m_menu;
    Controls m_menuControls;
    Links m_menuLinks;
    QList<BarLink> m_linkInfos;
};
