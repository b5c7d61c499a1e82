// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/query/resultline.h>
#include <panels/registry.h>
#include <widgets/controls/optionlist.h>

class PickButton;
class PromqlEdit;
class QVBoxLayout;
class SegmentedControl;

// A type, and how well it would show the data.
struct GalleryFit {
    const PanelType *type = nullptr;
    double score = 0;
};

// The right side of the gallery: the query that the pictures draw, which types fit it, where the panel goes.
class GallerySide : public QWidget
{
    Q_OBJECT

public:
    explicit GallerySide(QWidget *parent = nullptr);
    void setSources(const QList<Option> &sources, const QString &current);
    void setVariables(const QStringList &names);
    void setResult(const ResultText &result);
    void setFits(const QList<GalleryFit> &fits, const QString &chosenType);
    QString source() const; // "" = the default
    QString expr() const;
    int columns() const; // of the width
    bool inView() const;

signals:
    void queryEdited();
    void runRequested();
    void fitChosen(const QString &typeId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addHeading(const QString &text, const QString &detail = {});

    QVBoxLayout *m_layout;
    PickButton *m_source;
    PromqlEdit *m_query;
    ResultLine *m_result;
    QWidget *m_fits;
    SegmentedControl *m_width;
    SegmentedControl *m_place;
};
