// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/sourcesettings.h>

class CheckBox;
class ExemplarLinksEdit;
class FormField;
class LineEdit;
class PlainLabel;
class SecretField;
class SegmentedControl;
class QComboBox;

// What is typed into the form of a source and not saved.
struct SourceDraft {
    SourceSettings settings;
    QString url; // as typed
    QByteArray secret;
    bool wantsDefault = false;
};

// The fields of one source. Knows nothing of files or servers.
class SourceForm : public QWidget
{
    Q_OBJECT

public:
    explicit SourceForm(QWidget *parent = nullptr);

    void show(const SourceSettings &settings, bool isDefault);
    SourceSettings settings() const; // config.secret empty
    QByteArray secret() const; // empty: not typed
    bool wantsDefault() const;
    bool isModified() const;
    SourceDraft draft() const;
    void restore(const SourceDraft &draft); // over what show() showed
    // Marks what is wrong; true: may be tested and saved.
    bool validate();
    void setKeepingNote(const QString &note); // where secrets are kept

signals:
    void edited();

private:
    void fill(const SourceDraft &draft);
    void makeFields();
    QWidget *makeTriple();
    void showSignIn(const QString &auth);

    SourceSettings m_shown;
    bool m_shownDefault = false;
    LineEdit *m_name;
    LineEdit *m_url;
    SegmentedControl *m_auth;
    LineEdit *m_user;
    LineEdit *m_header;
    SecretField *m_secret;
    PlainLabel *m_keeping;
    LineEdit *m_scrape;
    LineEdit *m_timeout;
    QComboBox *m_method;
    LineEdit *m_extra;
    ExemplarLinksEdit *m_traces;
    CheckBox *m_verify;
    CheckBox *m_default;
    FormField *m_nameField;
    FormField *m_urlField;
};
