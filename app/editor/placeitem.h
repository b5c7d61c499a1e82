// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/layout.h>
#include <widgets/form/formitem.h>

class LineEdit;

// Where the panel lies and how large it is, in cells of the grid. A number counts when it is finished: Enter, another field, Up or Down.
// What lies in the way makes room as under the mouse, so the place that comes back may be another one.
class PlaceItem : public FormItem
{
    Q_OBJECT

public:
    explicit PlaceItem(QWidget *parent);
    void setPlace(const GridRect &place);

    void setRoot(const Json &) override { }
    void setContext(const FormContext &) override { }
    void prepare() override;
    int changedCount() const override { return 0; }
    bool matches(const QString &words) const override;

signals:
    void edited(const GridRect &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part {
        int GridRect::*member;
        QString name; // of the file's key
        QString label;
        LineEdit *edit = nullptr;
    };
    void show(const Part &part);
    void check(const Part &part);
    void take(const Part &part, int cells);
    std::optional<int> typed(const Part &part) const; // within the range
    int most(const Part &part) const;

    GridRect m_place;
    QList<Part> m_parts;
};
