// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sourcespage.h>

#include <QtCore/QUuid>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/sourceform.h>
#include <app/sourcelistdelegate.h>
#include <app/sourceresult.h>
#include <widgets/controls/button.h>
#include <widgets/controls/field.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kListWidth = 384;
constexpr int kFormWidth = 520;
constexpr int kResultWidth = 544;

// What the list lies on: the ground of a side, with the line to the detail.
class SourceSide : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = currentTheme(this);
        painter.fillRect(rect(), theme.bg.toolbar);
        verticalLine(painter, width() - 1, 0, height(), theme.border.weak);
    }
};

TextButton *button(const QString &text, TextButton::Kind kind, const QString &icon, const QString &objectName)
{
    auto *result = new TextButton(text, kind, icon);
    result->setControlSize(ControlSize::Large);
    result->setObjectName(objectName);
    return result;
}
} // namespace

SourcesPage::SourcesPage(SourceManager &manager, QWidget *parent)
    : QWidget(parent)
    , m_manager(manager)
    , m_list(new QListWidget)
    , m_title(new PlainLabel({}, TextStyle::Title))
    , m_subtitle(new PlainLabel({}, TextStyle::Body, PlainLabel::Tone::Secondary))
    , m_form(new SourceForm)
    , m_result(new SourceResult)
    , m_note(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_save(button(tr("Save"), TextButton::Kind::Primary, u"save"_s, u"sourceSave"_s))
    , m_test(button(tr("Test"), TextButton::Kind::Secondary, u"play"_s, u"sourceTest"_s))
    , m_revert(button(tr("Revert"), TextButton::Kind::Ghost, {}, u"sourceRevert"_s))
    , m_remove(button(tr("Remove"), TextButton::Kind::Ghost, u"delete"_s, u"sourceRemove"_s))
    , m_makeDefault(button(tr("Use as default"), TextButton::Kind::Secondary, u"check"_s, u"sourceMakeDefault"_s))
{
    setObjectName(u"sourcesPage"_s);
    auto *toolbar = new Toolbar(tr("Data sources"));
    auto *addButton = new TextButton(tr("Add source"), TextButton::Kind::Primary, u"add"_s);
    addButton->setObjectName(u"sourceAdd"_s);
    toolbar->addRight(addButton);
    toolbar->setLineBelow(true);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(makeList());
    body->addWidget(makeDetail(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(toolbar);
    layout->addLayout(body, 1);

    connect(addButton, &QAbstractButton::clicked, this, &SourcesPage::add);
    connect(m_form, &SourceForm::edited, this, &SourcesPage::updateButtons);
    connect(m_list, &QListWidget::currentRowChanged, this, &SourcesPage::showCurrent);
    connect(&manager, &SourceManager::changed, this, &SourcesPage::refreshList);
    connect(&manager.registry(), &SourceRegistry::changed, this, &SourcesPage::refreshList);
    connect(&manager.secrets(), &SecretStore::keepingChanged, this, &SourcesPage::updateButtons);
    m_uid = manager.registry().defaultUid();
    refreshList();
    showSource(m_uid);
}

SourcesPage::~SourcesPage() = default;

QWidget *SourcesPage::makeList()
{
    auto *side = new SourceSide;
    m_list->setObjectName(u"sourceList"_s);
    m_list->setAccessibleName(tr("Sources"));
    side->setFixedWidth(kListWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new SourceListDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, space::unit, 1, 0);
    layout->addWidget(m_list);
    return side;
}

QWidget *SourcesPage::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, space::window, 0, 0);
    layout->setSpacing(space::unit);
    for (QWidget *widget : {m_save, m_test, m_revert, m_makeDefault})
        layout->addWidget(widget);
    layout->addStretch(1);
    connect(m_save, &QAbstractButton::clicked, this, &SourcesPage::save);
    connect(m_test, &QAbstractButton::clicked, this, &SourcesPage::test);
    connect(m_revert, &QAbstractButton::clicked, this, [this] {
        m_drafts.remove(m_uid);
        showSource(m_uid);
    });
    connect(m_makeDefault, &QAbstractButton::clicked, this, [this] {
        const Result<> stored = m_manager.setDefault(m_uid);
        m_note->setText(stored ? tr("This is the default now") : stored.error().what);
        showSource(m_uid);
    });
    connect(m_remove, &QAbstractButton::clicked, this, &SourcesPage::askRemove);
    return row;
}

QWidget *SourcesPage::makeDetail()
{
    m_remove->setDanger(true);
    m_note->setObjectName(u"sourceNote"_s);
    m_title->setObjectName(u"sourceTitle"_s);
    m_note->setWrapped(true);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(space::half);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *head = new QHBoxLayout;
    head->addLayout(titles, 1);
    head->addWidget(m_remove, 0, Qt::AlignTop);

    auto *left = new QVBoxLayout;
    left->addWidget(m_form);
    left->addWidget(makeButtons());
    left->addWidget(m_note);
    left->addStretch(1);
    m_form->setMaximumWidth(kFormWidth);
    m_form->setMinimumWidth(320);
    m_result->setMaximumWidth(kResultWidth);
    auto *right = new QVBoxLayout;
    right->addWidget(m_result);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(32, space::section, 32, space::section);
    layout->setSpacing(20);
    layout->addLayout(head);
    layout->addLayout(columns, 1);
    auto *scroll = new QScrollArea;
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls into view
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    return scroll;
}

void SourcesPage::refreshList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto addItem = [this](const QString &uid, const QString &name) {
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(SourceListDelegate::UidRole, uid);
        item->setData(SourceListDelegate::DefaultRole, m_manager.isDefault(uid));
        if (uid == m_uid)
            m_list->setCurrentItem(item);
    };
    for (const SourceEntry &entry : m_manager.registry().entries()) {
        if (!m_manager.find(entry.uid))
            addItem(entry.uid, entry.name);
    }
    for (const SourceSettings &settings : m_manager.sources())
        addItem(settings.uid, settings.name);
    if (m_isAdding) // else a list that the focus comes to takes its first one, and what was typed would be gone
        addItem({}, tr("New source"));
    showDrafts();
}

void SourcesPage::showDrafts()
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString uid = item->data(SourceListDelegate::UidRole).toString();
        const SourceSettings *settings = m_manager.find(uid);
        QString detail = settings ? settings->config.url.toString(QUrl::RemoveUserInfo) : tr("Run or given by the program");
        if (uid.isEmpty())
            detail = tr("Not saved yet");
        else if (m_drafts.contains(uid))
            detail = tr("Changes are not saved yet");
        item->setData(SourceListDelegate::AddressRole, detail);
    }
}

void SourcesPage::keepDraft()
{
    if (m_form->isVisibleTo(this) && m_form->isModified())
        m_drafts[m_uid] = m_form->draft();
    else
        m_drafts.remove(m_uid);
    showDrafts();
}

QStringList SourcesPage::unsaved()
{
    keepDraft();
    QStringList names;
    for (const SourceDraft &draft : std::as_const(m_drafts))
        names.append(draft.settings.name.isEmpty() ? tr("New source") : draft.settings.name);
    return names;
}

void SourcesPage::showCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    keepDraft();
    showSource(item->data(SourceListDelegate::UidRole).toString());
}

void SourcesPage::showSource(const QString &uid)
{
    m_uid = uid;
    m_testing = Pending();
    const SourceSettings *settings = m_manager.find(uid);
    const SourceRegistry::Found found = m_manager.registry().find({{}, uid});
    const bool isForeign = !uid.isEmpty() && !settings && found.entry.uid == uid;
    m_form->setVisible(!isForeign);
    m_test->parentWidget()->layout()->setContentsMargins(0, isForeign ? 0 : space::window, 0, 0);
    m_save->setVisible(!isForeign);
    m_revert->setVisible(!isForeign);
    m_remove->setVisible(settings || (uid.isEmpty() && m_isAdding));
    m_remove->setText(settings ? tr("Remove") : tr("Discard"));
    m_makeDefault->setVisible(isForeign && !m_manager.isDefault(uid));
    const QString name = settings ? settings->name : isForeign ? found.entry.name : tr("New source");
    m_title->setText(name);
    m_subtitle->setText(isForeign ? tr("Set up by the program itself; nothing to edit") : tr("Prometheus compatible"));
    m_form->show(settings ? *settings : SourceSettings{}, !uid.isEmpty() && m_manager.isDefault(uid));
    if (const auto draft = m_drafts.constFind(uid); draft != m_drafts.constEnd())
        m_form->restore(*draft);
    m_result->clear();
    m_note->setText({});
    updateButtons();
}

void SourcesPage::updateButtons()
{
    const bool isModified = m_form->isModified();
    m_save->setEnabled(isModified);
    m_revert->setEnabled(isModified);
    const auto keeping = m_manager.secrets().keeping();
    m_form->setKeepingNote(keeping == SecretStore::Keeping::SessionOnly
                               ? tr("No keyring on this desktop: kept for this session only, never in a file.")
                               : tr("Kept in the system keyring, never in a file."));
}

void SourcesPage::test()
{
    const auto done = [this](const Result<SourceHealth> &health) {
        if (health)
            m_result->showHealth(*health);
        else
            m_result->showError(health.error());
    };
    const SourceRegistry::Found found = m_manager.registry().find({{}, m_uid});
    if (!m_form->isVisibleTo(this)) {
        m_result->showTesting(found.entry.name);
        m_testing = found.entry.source ? found.entry.source->check(done) : Pending();
        return;
    }
    if (!m_form->validate())
        return;
    const SourceSettings settings = m_form->settings();
    m_result->showTesting(settings.config.url.toString(QUrl::RemoveUserInfo));
    m_testing = m_manager.test(settings, m_form->secret(), done);
    updateButtons();
}

void SourcesPage::save()
{
    if (!m_form->validate())
        return;
    SourceSettings settings = m_form->settings();
    // A sign-in in the address moves to its fields: the address is stored in a file, the password is not.
    QByteArray secret = m_form->secret();
    if (!settings.config.url.userInfo().isEmpty()) {
        settings.config.auth = PrometheusConfig::Auth::Basic;
        settings.config.user = settings.config.url.userName(QUrl::FullyDecoded);
        secret = settings.config.url.password(QUrl::FullyDecoded).toUtf8();
        settings.config.url.setUserInfo({});
    }
    const bool wantsDefault = m_form->wantsDefault();
    m_drafts.remove(m_uid);
    if (settings.uid.isEmpty())
        settings.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_uid = settings.uid;
    m_isAdding = false;
    Result<QString> saved = m_manager.save(settings, secret);
    if (wantsDefault && !m_manager.isDefault(m_uid)) {
        if (const Result<> chosen = m_manager.setDefault(m_uid); !chosen)
            saved = tl::unexpected(chosen.error());
    }
    showSource(m_uid);
    m_note->setText(saved ? tr("Saved") : saved.error().what + u' ' + saved.error().hint);
    refreshList();
    m_testing = m_manager.test(settings, secret, [this](const Result<SourceHealth> &health) {
        if (health)
            m_result->showHealth(*health);
        else
            m_result->showError(health.error());
    });
}

void SourcesPage::askRemove()
{
    const SourceSettings *settings = m_manager.find(m_uid);
    if (!settings && !m_form->isModified())
        return removeCurrent();
    const QString title = settings ? tr("Remove the source “%1”?").arg(settings->name) : tr("Discard the new source?");
    auto *question
        = new QuestionSheet(this, title,
                            settings ? tr("Its address and its secret are forgotten. Dashboards that ask it ask the default source then.")
                                     : tr("What was typed is gone."));
    question->setObjectName(u"sourceRemoveQuestion"_s);
    question->addAnswer(u"cancel"_s, tr("Keep"));
    question->addAnswer(u"remove"_s, settings ? tr("Remove") : tr("Discard"), TextButton::Kind::Primary)->setDanger(true);
    connect(question, &QuestionSheet::answered, this, [this](const QString &answer) {
        if (answer == "remove"_L1)
            removeCurrent();
    });
    question->open();
}

void SourcesPage::removeCurrent()
{
    const bool isNew = m_uid.isEmpty();
    m_drafts.remove(m_uid);
    const Result<> removed = isNew ? Result<>() : m_manager.remove(m_uid);
    m_uid = m_manager.registry().defaultUid();
    m_isAdding = false;
    refreshList();
    showSource(m_uid);
    m_note->setText(!removed ? removed.error().what : isNew ? QString() : tr("Removed"));
}

void SourcesPage::add()
{
    keepDraft();
    m_uid.clear();
    m_isAdding = true;
    refreshList();
    showSource({});
    if (QWidget *name = m_form->findChild<QWidget *>(u"sourceName"_s))
        name->setFocus(Qt::OtherFocusReason);
}
