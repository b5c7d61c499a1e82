// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/home/homepage.h>

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <app/home/dashboardcard.h>
#include <app/home/foldertree.h>
#include <dashboard/dashboardplace.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keycaps.h>
#include <widgets/controls/linktext.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 40, kSection = 28;
constexpr int kCardWidth = 260, kCardGap = 12; // least width of a card
constexpr int kThumbnailWidth = 640; // px
constexpr int kWide = 1080; // below it the folders give way
constexpr int kMostStarred = 12, kMostRecent = 24;

// A panel-like surface around rows.
class Surface : public QWidget
{
public:
    explicit Surface(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
    {
        m_layout->setContentsMargins(1, 1, 1, 1);
        m_layout->setSpacing(0);
    }
    QVBoxLayout *rows() const { return m_layout; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        roundedBox(painter, rect(), theme.bg.panel, theme.border.weak, space::radiusSurface);
    }

private:
    QVBoxLayout *m_layout;
};

QString greeting()
{
    const int hour = QTime::currentTime().hour();
    const auto tr = [](const char *text) { return QCoreApplication::translate("Home", text); };
    return hour < 5 ? tr("Good night") : hour < 12 ? tr("Good morning") : hour < 18 ? tr("Good afternoon") : tr("Good evening");
}

// Later, because one of the widgets may have asked for it.
void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater();
        delete item;
    }
}

PlainLabel *hint(const QString &text, QWidget *parent)
{
    auto *label = new PlainLabel(text, TextStyle::Body, PlainLabel::Tone::Secondary, parent);
    label->setWrapped(true);
    return label;
}

} // namespace

HomePage::HomePage(Library &library, QWidget *parent) : QWidget(parent), m_library(library), m_folders(new FolderTree(library, this))
{
    setObjectName(u"home"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"homeScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls into view
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page = new QWidget;
    m_page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // never wider than the view
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(kMargin, kMargin - 8, kMargin - 8, kMargin);
    page->setSpacing(kSection);
    page->addWidget(makeHead());
    page->addWidget(makeSearchRow());

    auto *recentHead = new QHBoxLayout;
    recentHead->addWidget(new PlainLabel(tr("Recent"), TextStyle::Title, PlainLabel::Tone::Primary, this), 1);
    auto *all = new LinkText(tr("Show all"), this);
    all->setObjectName(u"recentAll"_s);
    connect(all, &LinkText::clicked, this, [this, all] {
        m_all = !m_all;
        all->setText(m_all ? tr("Show fewer") : tr("Show all"));
        fillRecent();
    });
    recentHead->addWidget(all);
    m_recent = new QWidget(this);
    auto *cards = new QGridLayout(m_recent);
    cards->setContentsMargins({});
    cards->setSpacing(kCardGap);
    m_recentEmpty = hint(tr("Dashboards that you open appear here."), this);
    auto *recent = new QVBoxLayout;
    recent->setSpacing(space::window);
    recent->addLayout(recentHead);
    recent->addWidget(m_recentEmpty);
    recent->addWidget(m_recent);
    page->addLayout(recent);

    m_starred = new Surface(this);
    m_starredEmpty = hint(tr("A star beside a dashboard's title keeps it here."), this);
    auto *starred = new QVBoxLayout;
    starred->setSpacing(space::window);
    starred->addWidget(new PlainLabel(tr("Starred"), TextStyle::Title, PlainLabel::Tone::Primary, this));
    starred->addWidget(m_starredEmpty);
    starred->addWidget(m_starred);
    starred->addStretch(1);

    auto *sampleBox = new Surface(this);
    auto *sampleRow = new QHBoxLayout;
    sampleRow->setContentsMargins(15, 14, 15, 14);
    auto *sampleTexts = new QVBoxLayout;
    sampleTexts->setSpacing(2);
    sampleTexts->addWidget(new PlainLabel(tr("Python application"), TextStyle::BodyStrong, PlainLabel::Tone::Primary, this));
    auto *about = new PlainLabel(tr("Requests, latency and errors of a small web service, in a window of its own"), TextStyle::Caption,
                                 PlainLabel::Tone::Secondary, this);
    about->setWrapped(true);
    sampleTexts->addWidget(about);
    sampleRow->addLayout(sampleTexts, 1);
    auto *sample = new TextButton(tr("Open"), TextButton::Kind::Secondary, {}, this);
    sample->setObjectName(u"homeSample"_s);
    sample->setAccessibleName(tr("Open the sample"));
    connect(sample, &TextButton::clicked, this, &HomePage::sampleRequested);
    sampleRow->addWidget(sample);
    sampleBox->rows()->addLayout(sampleRow);
    auto *samples = new QVBoxLayout;
    samples->setSpacing(space::window);
    samples->addWidget(new PlainLabel(tr("Sample"), TextStyle::Title, PlainLabel::Tone::Primary, this));
    samples->addWidget(sampleBox);
    samples->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(kCardGap);
    columns->addLayout(starred, 1);
    columns->addLayout(samples, 1);
    page->addLayout(columns);
    page->addStretch(1);

    scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_folders);
    connect(m_folders, &FolderTree::openRequested, this, &HomePage::openRequested);
    connect(m_folders, &FolderTree::scanned, this, &HomePage::showSummary);
    connect(&m_library, &Library::changed, this, [this] {
        if (isVisible())
            fill();
    });
}

QWidget *HomePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *mark = new QLabel(head);
    mark->setPixmap(applicationIcon().pixmap(36, 36));
    m_greeting = new PlainLabel(greeting(), TextStyle::Display, PlainLabel::Tone::Primary, head);
    m_summary = new PlainLabel({}, TextStyle::Body, PlainLabel::Tone::Secondary, head);
    m_summary->setObjectName(u"homeSummary"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_greeting);
    texts->addWidget(m_summary);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(14);
    layout->addWidget(mark);
    layout->addLayout(texts, 1);
    return head;
}

QWidget *HomePage::makeSearchRow()
{
    auto *row = new QWidget(this);
    auto *search = new TextButton(tr("Search dashboards, panels and commands"), TextButton::Kind::Secondary, u"search"_s, row);
    search->setObjectName(u"homeSearch"_s);
    search->setControlSize(ControlSize::Large);
    search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    search->setMinimumWidth(space::controlLarge);
    connect(search, &TextButton::clicked, this, &HomePage::searchRequested);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(search);
    m_keys = new KeyHints({}, row);
    layout->addWidget(m_keys);
    layout->addStretch(1);
    const auto add = [&](const QString &name, const QString &text, const QString &icon, TextButton::Kind kind, void (HomePage::*signal)()) {
        auto *button = new TextButton(text, kind, icon, row);
        button->setObjectName(name);
        button->setControlSize(ControlSize::Large);
        connect(button, &TextButton::clicked, this, signal);
        layout->addWidget(button);
    };
    add(u"homeOpen"_s, tr("Open file…"), u"file"_s, TextButton::Kind::Secondary, &HomePage::openFileRequested);
    add(u"homeImport"_s, tr("Import…"), u"import"_s, TextButton::Kind::Secondary, &HomePage::importRequested);
    add(u"homeNew"_s, tr("New dashboard"), u"add"_s, TextButton::Kind::Primary, &HomePage::newRequested);
    return row;
}

void HomePage::setSearchKeys(const QStringList &keys)
{
    m_keys->setHints(keys.isEmpty() ? QList<KeyHint>() : QList<KeyHint>{{keys, {}}});
}

void HomePage::setUnsaved(const QStringList &paths)
{
    if (m_unsaved == paths)
        return;
    m_unsaved = paths;
    if (isVisible())
        fillRecent();
}

void HomePage::setEngineText(const QString &text)
{
    m_engineText = text;
    showSummary();
}

void HomePage::showEvent(QShowEvent *)
{
    m_greeting->setText(greeting());
    fill();
}

void HomePage::fill()
{
    fillRecent();
    fillStarred();
    m_folders->scan();
    showSummary();
}

void HomePage::keepThumbnail(const QString &path, const QImage &image)
{
    m_thumbnails.start(
        this,
        [path, image](const std::stop_token &) {
            const QImage small = image.scaledToWidth(kThumbnailWidth, Qt::SmoothTransformation);
            Library::saveThumbnail(path, small);
            return small;
        },
        [this, path](const QImage &small) {
            for (const QString &form : {u"card:"_s, u"row:"_s})
                for (DashboardCard *card : findChildren<DashboardCard *>(form + path))
                    card->setThumbnail(small);
        });
}

void HomePage::showSummary()
{
    QStringList parts;
    if (const int count = m_folders->dashboards(); count > 0)
        parts.append(tr("%1 in %2")
                         .arg(count == 1 ? tr("1 dashboard") : tr("%1 dashboards").arg(count),
                              m_folders->roots().size() == 1 ? tr("1 folder") : tr("%1 folders").arg(m_folders->roots().size())));
    if (!m_engineText.isEmpty())
        parts.append(m_engineText);
    m_summary->setText(parts.isEmpty() ? tr("Open a dashboard, or build one") : parts.join(u" · "_s));
}

int HomePage::cardColumns() const
{
    const int folders = width() >= kWide ? m_folders->width() : 0;
    return std::max(1, (width() - folders - 2 * kMargin + kCardGap) / (kCardWidth + kCardGap));
}

DashboardCard *HomePage::makeCard(const KnownDashboard &known, int form)
{
    DashboardEntry entry{known, Library::thumbnail(known.path), {}, m_unsaved.contains(known.path)};
    entry.detail = agoText(known.openedMs, QDateTime::currentMSecsSinceEpoch());
    if (entry.unsaved)
        entry.detail = tr("unsaved changes");
    else if (!QFileInfo::exists(DashboardPlace::of(known.path).file))
        entry.detail = tr("not found");
    auto *card = new DashboardCard(entry, DashboardCard::Form(form), this);
    connect(card, &DashboardCard::clicked, this, [this, path = known.path] { emit openRequested(path); });
    connect(card, &DashboardCard::starToggled, this,
            [this, known](bool starred) { m_library.setStarred(known.path, known.title, starred); });
    return card;
}

void HomePage::fillRecent()
{
    auto *grid = static_cast<QGridLayout *>(m_recent->layout());
    clear(*grid);
    m_columns = cardColumns();
    const QList<KnownDashboard> recent = m_library.recent();
    const qsizetype most = m_all ? kMostRecent : m_columns;
    for (qsizetype i = 0; i < std::min(most, recent.size()); ++i)
        grid->addWidget(makeCard(recent[i], int(DashboardCard::Form::Card)), int(i / m_columns), int(i % m_columns));
    for (int column = 0; column < std::max(m_columns, grid->columnCount()); ++column)
        grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    m_recent->setVisible(!recent.isEmpty());
    m_recentEmpty->setVisible(recent.isEmpty());
    findChild<LinkText *>(u"recentAll"_s)->setVisible(m_all || recent.size() > m_columns);
}

void HomePage::fillStarred()
{
    QVBoxLayout *rows = static_cast<Surface *>(m_starred)->rows();
    clear(*rows);
    const QList<KnownDashboard> starred = m_library.starred().mid(0, kMostStarred);
    for (const KnownDashboard &known : starred) {
        if (rows->count() > 0)
            rows->addWidget(new Separator(Qt::Horizontal, m_starred));
        rows->addWidget(makeCard(known, int(DashboardCard::Form::Row)));
    }
    m_starred->setVisible(!starred.isEmpty());
    m_starredEmpty->setVisible(starred.isEmpty());
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_folders->setVisible(width() >= kWide);
    m_keys->setVisible(width() >= kWide);
    if (isVisible() && cardColumns() != m_columns)
        fillRecent();
}
