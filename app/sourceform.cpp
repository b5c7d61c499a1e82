// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sourceform.h>

#include <app/exemplarlinksedit.h>

#include <QtGui/QIntValidator>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/controls/toggle.h>

using namespace Qt::StringLiterals;

namespace {
QStringList authValues()
{
    return {u"none"_s, u"basic"_s, u"bearer"_s, u"header"_s};
}

LineEdit *lineEdit(const QString &objectName)
{
    auto *edit = new LineEdit(nullptr, ControlSize::Large);
    edit->setObjectName(objectName);
    return edit;
}

// "host:9090" is what people type.
QUrl urlOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    return QUrl(trimmed.isEmpty() || trimmed.contains("://"_L1) ? trimmed : "http://"_L1 + trimmed);
}
} // namespace

SourceForm::SourceForm(QWidget *parent)
    : QWidget(parent)
    , m_name(lineEdit(u"sourceName"_s))
    , m_url(lineEdit(u"sourceUrl"_s))
    , m_auth(new SegmentedControl(nullptr, ControlSize::Large))
    , m_user(lineEdit(u"sourceUser"_s))
    , m_header(lineEdit(u"sourceHeader"_s))
    , m_secret(new SecretField(nullptr, ControlSize::Large))
    , m_keeping(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_scrape(lineEdit(u"sourceScrapeInterval"_s))
    , m_timeout(lineEdit(u"sourceTimeout"_s))
    , m_method(new QComboBox)
    , m_extra(lineEdit(u"sourceExtraParameters"_s))
    , m_traces(new ExemplarLinksEdit)
    , m_verify(new CheckBox(tr("Check the server certificate")))
    , m_default(new CheckBox(tr("Use as default")))
    , m_nameField(new FormField(tr("Name"), m_name))
    , m_urlField(new FormField(tr("Address"), m_url))
{
    m_secret->setObjectName(u"sourceSecret"_s);
    m_auth->setObjectName(u"sourceAuth"_s);
    m_method->setObjectName(u"sourceMethod"_s);
    m_verify->setObjectName(u"sourceVerifyCertificate"_s);
    m_default->setObjectName(u"sourceDefault"_s);
    m_keeping->setObjectName(u"sourceKeeping"_s);
    makeFields();
    for (LineEdit *edit : {m_name, m_url, m_user, m_header, static_cast<LineEdit *>(m_secret), m_scrape, m_timeout, m_extra})
        connect(edit, &QLineEdit::textEdited, this, &SourceForm::edited);
    connect(m_auth, &SegmentedControl::currentChanged, this, [this](const QString &auth) {
        showSignIn(auth);
        emit edited();
    });
    connect(m_traces, &ExemplarLinksEdit::edited, this, &SourceForm::edited);
    connect(m_method, &QComboBox::activated, this, &SourceForm::edited);
    connect(m_verify, &QCheckBox::clicked, this, &SourceForm::edited);
    connect(m_default, &QCheckBox::clicked, this, &SourceForm::edited);
}

QWidget *SourceForm::makeTriple()
{
    for (LineEdit *edit : {m_scrape, m_timeout}) {
        edit->setUnit(u"s"_s);
        edit->setValidator(new QIntValidator(1, 86'400, edit));
    }
    m_method->addItems({u"POST"_s, u"GET"_s});
    m_method->setMinimumHeight(space::controlLarge);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::window);
    layout->addWidget(new FormField(tr("Scrape interval"), m_scrape), 1);
    layout->addWidget(new FormField(tr("Time limit"), m_timeout), 1);
    layout->addWidget(new FormField(tr("Method"), m_method), 1);
    return row;
}

void SourceForm::makeFields()
{
    m_auth->setSegments({{u"none"_s, tr("None")}, {u"basic"_s, tr("Basic")}, {u"bearer"_s, tr("Bearer")}, {u"header"_s, tr("Header")}});
    const QStringList names{u"sourceAuthNone"_s, u"sourceAuthBasic"_s, u"sourceAuthBearer"_s, u"sourceAuthHeader"_s};
    const QList<TextButton *> buttons = m_auth->findChildren<TextButton *>();
    for (qsizetype i = 0; i < std::min(names.size(), buttons.size()); ++i)
        buttons.at(i)->setObjectName(names.at(i));
    m_auth->setStretched(true);
    m_url->setMonospace(true);
    m_extra->setMonospace(true);
    m_url->setPlaceholderText(u"http://host:9090"_s);
    m_user->setPlaceholderText(tr("User"));
    m_header->setPlaceholderText(tr("Header name, like X-Scope-OrgID"));
    m_extra->setPlaceholderText(u"name=value&name=value"_s);
    m_urlField->setHelp(tr("The part before /api/v1. Promontory speaks to no other host."));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::window);
    layout->addWidget(m_nameField);
    layout->addWidget(m_urlField);
    auto *signIn = new QVBoxLayout;
    signIn->setSpacing(space::unit);
    signIn->addWidget(new FormField(tr("Sign in"), m_auth));
    for (QWidget *widget : {static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_secret),
                            static_cast<QWidget *>(m_keeping)})
        signIn->addWidget(widget);
    layout->addLayout(signIn);
    layout->addWidget(makeTriple());
    layout->addWidget(new FormField(tr("Extra query parameters"), m_extra));
    layout->addWidget(new FormField(tr("Links of exemplars"), m_traces));
    layout->addWidget(m_verify);
    layout->addWidget(m_default);
}

void SourceForm::showSignIn(const QString &auth)
{
    m_user->setVisible(auth == "basic"_L1);
    m_header->setVisible(auth == "header"_L1);
    m_secret->setVisible(auth != "none"_L1);
    m_keeping->setVisible(auth != "none"_L1);
    const bool isKept = !m_shown.uid.isEmpty() && m_shown.config.auth != PrometheusConfig::Auth::None;
    const QString kind = auth == "basic"_L1 ? tr("Password") : auth == "bearer"_L1 ? tr("Token") : tr("Value");
    m_secret->setPlaceholderText(isKept ? tr("%1 (unchanged)").arg(kind) : kind);
}

void SourceForm::show(const SourceSettings &settings, bool isDefault)
{
    m_shown = settings;
    m_shownDefault = isDefault;
    m_default->setEnabled(!isDefault);
    fill({settings, settings.config.url.toString(), {}, isDefault});
}

void SourceForm::fill(const SourceDraft &draft)
{
    const PrometheusConfig &config = draft.settings.config;
    m_name->setText(draft.settings.name);
    m_url->setText(draft.url);
    m_auth->setCurrent(authValues().at(int(config.auth)));
    m_user->setText(config.user);
    m_header->setText(QString::fromUtf8(config.headerName));
    m_secret->setText(QString::fromUtf8(draft.secret));
    m_scrape->setText(QString::number(std::max<qint64>(1, config.scrapeIntervalMs / 1000)));
    m_timeout->setText(QString::number(std::max<qint64>(1, config.timeoutMs / 1000)));
    m_method->setCurrentText(config.method);
    m_extra->setText(extraParametersText(config));
    m_traces->setLinks(config.exemplarLinks);
    m_verify->setChecked(config.verifyCertificate);
    m_default->setChecked(draft.wantsDefault);
    m_nameField->setError({});
    m_urlField->setError({});
    showSignIn(m_auth->current());
}

SourceDraft SourceForm::draft() const
{
    return {settings(), m_url->text(), secret(), wantsDefault()};
}

void SourceForm::restore(const SourceDraft &draft)
{
    fill(draft);
}

SourceSettings SourceForm::settings() const
{
    SourceSettings result = m_shown;
    PrometheusConfig &config = result.config;
    result.name = m_name->text().trimmed();
    config.url = urlOf(m_url->text());
    config.auth = PrometheusConfig::Auth(std::max<qsizetype>(0, authValues().indexOf(m_auth->current())));
    config.user = m_user->text();
    config.headerName = m_header->text().trimmed().toUtf8();
    const auto seconds = [](const LineEdit *edit, qint64 unchangedMs) {
        const qint64 typed = edit->text().toLongLong();
        return typed < 1 || typed == unchangedMs / 1000 ? unchangedMs : typed * 1000;
    };
    config.scrapeIntervalMs = seconds(m_scrape, config.scrapeIntervalMs);
    config.timeoutMs = seconds(m_timeout, config.timeoutMs);
    config.method = m_method->currentText();
    config.extraParameters = extraParametersFromText(m_extra->text());
    config.exemplarLinks = m_traces->links();
    config.verifyCertificate = m_verify->isChecked();
    return result;
}

QByteArray SourceForm::secret() const
{
    return m_secret->text().toUtf8();
}

bool SourceForm::wantsDefault() const
{
    return m_default->isChecked();
}

bool SourceForm::isModified() const
{
    return settings() != m_shown || m_url->text() != m_shown.config.url.toString() || !secret().isEmpty()
        || wantsDefault() != m_shownDefault;
}

bool SourceForm::validate()
{
    const QUrl url = settings().config.url;
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    const bool isServer = url.isValid() && isHttp && !url.host().isEmpty();
    m_urlField->setError(isServer ? QString() : tr("Write it like http://host:9090"));
    const bool hasName = !m_name->text().trimmed().isEmpty();
    if (!hasName && isServer)
        m_name->setText(url.host() + (url.port() > 0 ? u':' + QString::number(url.port()) : QString()));
    return m_traces->validate() && isServer;
}

void SourceForm::setKeepingNote(const QString &note)
{
    m_keeping->setText(note);
}
