// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <core/frame.h>
#include <widgets/form/optioncontrol.h>

class ChooseButton;
class Grip;
class IconButton;
class PlainLabel;
class TransformationForm;
class QVBoxLayout;

// What is known of a step from the last data.
struct StepReport {
    FormContext before; // fields and queries that it sees
    QString result; // "3 fields, 12 rows"
    QStringList frames; // what comes out, a line each
    QList<Notice> notices;

    bool operator==(const StepReport &other) const
    {
        return before.fieldNames == other.before.fieldNames && before.refIds == other.before.refIds && result == other.result
            && frames == other.frames && notices == other.notices;
    }
};

// One transformation of a panel: what it is, its options, what came of it.
class TransformationCard : public QWidget
{
    Q_OBJECT

public:
    TransformationCard(const QString &id, qsizetype index, QWidget *parent = nullptr);
    const QString &id() const { return m_id; }
    void setStep(const Json &step); // an item of "transformations"
    const Json &step() const { return m_step; }
    void setReport(const StepReport &report);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    Grip *grip() const { return m_grip; }
    void focusForm();

signals:
    void edited(const PanelEdit &edit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override; // folds

private:
    void makeHead(QVBoxLayout *layout);
    void showState();
    void tell(const QString &key, const Json &value, const QString &text); // below the step; null takes away
    void chooseQuery(const QString &refId);

    QString m_id;
    qsizetype m_index;
    QString m_name;
    Json m_step;
    StepReport m_report;
    bool m_folded = false;
    bool m_showsFrames = false;
    Grip *m_grip;
    IconButton *m_fold;
    PlainLabel *m_title;
    PlainLabel *m_result;
    ChooseButton *m_query;
    IconButton *m_frames;
    IconButton *m_eye;
    QWidget *m_body;
    TransformationForm *m_form = nullptr;
    PlainLabel *m_notices;
    PlainLabel *m_output;
};
