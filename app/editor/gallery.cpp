// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/gallery.h>

#include <QtGui/QClipboard>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/app.h>
#include <app/editor/editorcontext.h>
#include <app/editor/gallerycard.h>
#include <app/editor/galleryside.h>
#include <app/editor/sampledata.h>
#include <dashboard/panelclipboard.h>
#include <widgets/controls/keycaps.h>
#include <widgets/controls/linktext.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 1132;
constexpr int kTallest = 796;
constexpr int kLowest = 690; // what the right side takes
constexpr int kAcross = 4; // cards, in a window that is wide enough
constexpr int kGap = 12; // between cards
constexpr int kNarrowestCard = 180;
constexpr int kMostFits = 4;

// As high as its cards, within what a window has.
QSize boxSize(const PanelRegistry &registry)
{
    constexpr int kHeadAndFoot = 108;
    constexpr int kCard = 158;
    const int cards = int(registry.types().size()) + 1; // and the clipboard; the row is among the types
    const int rows = std::max(3, (cards + kAcross - 1) / kAcross);
    return {kWidth, std::clamp(kHeadAndFoot + 2 * space::group + rows * (kCard + kGap) - kGap, kLowest, kTallest)};
}

// The title of the panel that the clipboard holds, "" = untitled; nothing when it holds none.
std::optional<QString> clipboardPanel()
{
    const QString text = QApplication::clipboard()->text().trimmed();
    if (!text.startsWith(u'{') && !text.startsWith(u'['))
        return {};
    const std::vector<Json> panels = panelsIn(text.toUtf8()).value_or(std::vector<Json>());
    if (panels.empty() || !std::all_of(panels.begin(), panels.end(), [](const Json &each) { return each[u"type"].isString(); }))
        return {};
    return panels.size() > 1 ? GallerySheet::tr("%1 panels").arg(panels.size()) : panels[0][u"title"].toString();
}

} // namespace

GallerySheet::GallerySheet(App &app, DashboardSession &session, QWidget *anyInWindow)
    : Sheet(anyInWindow, boxSize(app.panels()))
    , m_app(app)
    , m_session(session)
    , m_data(new GalleryData(app, session, this))
{
    setObjectName(u"gallery"_s);
    makeHead();
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    makeCards();
    m_side = new GallerySide(box());
    auto *side = new QScrollArea(box());
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setWidget(m_side);
    side->setFixedWidth(m_side->width());
    side->setFocusPolicy(Qt::NoFocus);
    side->viewport()->setAutoFillBackground(false);
    m_side->setAutoFillBackground(false);
    body->addWidget(m_scroll, 1);
    body->addWidget(side);
    contentLayout()->addLayout(body, 1);
    makeFoot();
    m_side->setSources(sourceOptions(session, app.sources()), {});
    QStringList names;
    for (const VariableState &variable : session.variables())
        names.append(variable.definition.name);
    m_side->setVariables(names);
    const auto tellQuery = [this] {
        setClosesOutside(m_side->expr().trimmed().isEmpty()); // what is typed is not lost by a click beside it
        m_data->setQuery(m_side->expr(), sourceJson(m_side->source(), m_app.sources()));
    };
    connect(m_side, &GallerySide::queryEdited, this, tellQuery);
    connect(m_side, &GallerySide::runRequested, this, [this, tellQuery] {
        tellQuery();
        m_data->run();
    });
    connect(m_side, &GallerySide::fitChosen, this, [this](const QString &id) {
        m_byHand = true;
        for (GalleryCard *card : std::as_const(m_cards))
            if (card->id() == id)
                choose(card);
    });
    connect(m_data, &GalleryData::changed, this, &GallerySheet::draw);
    choose(m_cards.first());
    draw();
    m_search->setFocus();
}

void GallerySheet::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, space::unit, space::window, space::unit);
    head->setSpacing(space::group);
    head->addWidget(new PlainLabel(tr("Add panel"), TextStyle::Title, PlainLabel::Tone::Primary, box()));
    m_search = new SearchField(tr("Search panel types"), box());
    m_search->setObjectName(u"gallerySearch"_s);
    m_search->setAccessibleName(tr("Search panel types"));
    m_search->setMaximumWidth(320);
    m_search->installEventFilter(this);
    head->addWidget(m_search, 1);
    head->addStretch(1);
    auto *close = new IconButton(u"close"_s, tr("Close"), TextButton::Kind::Ghost, box());
    close->setObjectName(u"galleryClose"_s);
    head->addWidget(close);
    contentLayout()->addLayout(head);
    contentLayout()->addWidget(new Separator(Qt::Horizontal, box()));
    connect(close, &IconButton::clicked, this, &Sheet::close);
    connect(m_search, &QLineEdit::textChanged, this, &GallerySheet::filter);
}

void GallerySheet::makeCards()
{
    m_ground = new QWidget;
    m_scroll = new QScrollArea(box());
    m_scroll->setObjectName(u"galleryCards"_s);
    m_scroll->setAccessibleName(tr("Panel types"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_ground->setAutoFillBackground(false);
    m_scroll->setMinimumSize(2 * kNarrowestCard + 3 * kGap + space::unit, 180);
    m_scroll->setFocusPolicy(Qt::TabFocus);
    m_scroll->installEventFilter(this);
    m_ground->installEventFilter(this);
    for (const PanelType &type : m_app.panels().types())
        if (type.id != u"row")
            addCard(new GalleryCard(type, m_ground));
    addCard(new GalleryCard(u"row"_s, u"row"_s, tr("Row"), tr("A heading that folds panels"), m_ground));
    const std::optional<QString> held = clipboardPanel();
    auto *paste = new GalleryCard(u"clipboard"_s, u"paste"_s, tr("From clipboard"),
                                  !held                 ? tr("It holds no panel")
                                      : held->isEmpty() ? tr("An untitled panel")
                                                        : *held,
                                  m_ground);
    paste->setEnabled(held.has_value());
    addCard(paste);
    m_nothing = new PlainLabel(tr("No type of panel is called so"), TextStyle::Body, PlainLabel::Tone::Secondary, m_ground);
    m_nothing->hide();
}

void GallerySheet::addCard(GalleryCard *card)
{
    m_cards.append(card);
    connect(card, &QAbstractButton::clicked, this, [this, card] {
        m_byHand = true;
        choose(card);
    });
    card->installEventFilter(this);
}

void GallerySheet::makeFoot()
{
    contentLayout()->addWidget(new Separator(Qt::Horizontal, box()));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 10, space::group, 10);
    foot->setSpacing(space::unit);
    foot->addWidget(new KeyHints({{{u"↑"_s, u"↓"_s, u"←"_s, u"→"_s}, tr("choose")}, {{tr("Enter")}, tr("add and edit")}}, box()));
    foot->addStretch(1);
    auto *cancel = new TextButton(tr("Cancel"), TextButton::Kind::Secondary, {}, box());
    cancel->setObjectName(u"galleryCancel"_s);
    cancel->setControlSize(ControlSize::Large);
    m_add = new TextButton({}, TextButton::Kind::Primary, u"add"_s, box());
    m_add->setObjectName(u"galleryAdd"_s);
    m_add->setControlSize(ControlSize::Large);
    foot->addWidget(cancel);
    foot->addWidget(m_add);
    contentLayout()->addLayout(foot);
    connect(cancel, &TextButton::clicked, this, &Sheet::close);
    connect(m_add, &TextButton::clicked, this, &GallerySheet::add);
}

QList<GalleryCard *> GallerySheet::shownCards() const
{
    QList<GalleryCard *> shown;
    for (GalleryCard *card : m_cards)
        if (!card->isHidden())
            shown.append(card);
    return shown;
}

void GallerySheet::placeCards()
{
    const int room = m_scroll->viewport()->width() - space::group - space::scrollBar;
    const int columns = std::max(1, (room + kGap) / (kNarrowestCard + kGap));
    const int width = (room - (columns - 1) * kGap) / columns;
    const QList<GalleryCard *> shown = shownCards();
    int bottom = space::group;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QSize size(width, shown[i]->sizeHint().height());
        const QPoint at(space::group + int(i % columns) * (width + kGap), space::group + int(i / columns) * (size.height() + kGap));
        shown[i]->setGeometry(QRect(at, size));
        bottom = at.y() + size.height() + space::group;
    }
    m_nothing->setGeometry(space::group, space::group, room, 24);
    m_ground->setMinimumHeight(bottom);
}

void GallerySheet::filter(const QString &words)
{
    for (GalleryCard *card : std::as_const(m_cards))
        card->setVisible(card->matches(words));
    const QList<GalleryCard *> shown = shownCards();
    m_nothing->setVisible(shown.isEmpty());
    placeCards();
    if (!shown.contains(m_chosen))
        choose(shown.value(0));
}

void GallerySheet::choose(GalleryCard *card)
{
    if (m_chosen)
        m_chosen->setChosen(false);
    m_chosen = card;
    m_add->setEnabled(card && card->isEnabled());
    m_add->setText(!card ? tr("Add") : card->id() == u"clipboard" ? tr("Paste") : tr("Add %1").arg(card->text()));
    if (!card)
        return;
    card->setChosen(true);
    m_scroll->ensureWidgetVisible(card, 0, kGap);
    m_scroll->setAccessibleDescription(card->text());
    for (QWidget *row : m_side->findChildren<QWidget *>(QRegularExpression(u"^fit\\."_s)))
        row->update();
}

void GallerySheet::walk(int columns, int rows)
{
    const QList<GalleryCard *> shown = shownCards();
    if (shown.isEmpty())
        return;
    int across = 1;
    while (across < shown.size() && shown[across]->y() == shown.first()->y())
        ++across;
    const qsizetype to = shown.indexOf(m_chosen) + columns + rows * across;
    m_byHand = true;
    choose(shown[std::clamp<qsizetype>(to, 0, shown.size() - 1)]);
}

void GallerySheet::add()
{
    if (!m_chosen || !m_chosen->isEnabled())
        return;
    const QString id = m_chosen->id();
    const NewPanel wanted{id, m_side->expr().trimmed(), sourceJson(m_side->source(), m_app.sources()), m_side->columns()};
    const bool inView = m_side->inView();
    close();
    if (id == u"row")
        emit rowChosen();
    else if (id == u"clipboard")
        emit pasteChosen();
    else if (const PanelType *type = m_app.panels().find(id))
        emit panelChosen(newPanelJson(*type, wanted), inView);
}

PanelContext GallerySheet::contextFor(const PanelData &data) const
{
    PanelContext context;
    context.theme = &currentTheme(this);
    context.zone = m_session.zone();
    context.range = data.range;
    context.interpolate = [session = &m_session](const QString &text) { return session->interpolate(text); };
    return context;
}

void GallerySheet::drawCard(GalleryCard &card)
{
    const PanelData *data = m_data->dataFor(card.id());
    const SamplePicture sample = samplePicture(card.id());
    const PanelType *type = m_app.panels().find(card.id());
    if (!type || !type->asksData || !m_data->hasQuery())
        return card.setData(sample.data, sample.options, contextFor(sample.data));
    if (!data || data->state == PanelData::State::NotStarted || (data->state == PanelData::State::Loading && data->frames.isEmpty()))
        return; // the picture before stays until there is another
    if (data->frames.isEmpty())
        return card.setMessage(data->error ? tr("Error") : tr("No data"));
    card.setData(*data, sample.options, contextFor(*data));
}

// Pictures, result line, and what fits.
void GallerySheet::draw()
{
    for (GalleryCard *card : std::as_const(m_cards))
        drawCard(*card);
    QList<GalleryFit> fits;
    if (m_data->hasQuery()) {
        for (const PanelType &type : m_app.panels().types())
            if (const PanelData *data = m_data->dataFor(type.id); data && type.suggest && !data->frames.isEmpty())
                if (const double score = type.suggest(*data); score > 0)
                    fits.append({&type, score});
        std::stable_sort(fits.begin(), fits.end(), [](const GalleryFit &a, const GalleryFit &b) { return a.score > b.score; });
        fits = fits.mid(0, kMostFits);
    }
    if (!fits.isEmpty() && !m_byHand)
        for (GalleryCard *card : std::as_const(m_cards))
            if (card->id() == fits.first().type->id)
                choose(card);
    m_side->setResult(m_data->hasQuery() ? resultText(m_data->report()) : ResultText());
    m_side->setFits(fits, m_chosen ? m_chosen->id() : QString());
}

void GallerySheet::changeEvent(QEvent *event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &GallerySheet::draw, Qt::QueuedConnection); // not while the style goes through all widgets
}

void GallerySheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return add();
    Sheet::keyPressEvent(event);
}

// The arrows and Enter choose while one types what to look for.
bool GallerySheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ground && event->type() == QEvent::Resize)
        placeCards();
    if (event->type() == QEvent::MouseButtonDblClick && qobject_cast<GalleryCard *>(watched)) {
        add();
        return true;
    }
    const bool walks = watched == m_search || watched == m_scroll || qobject_cast<GalleryCard *>(watched);
    if (event->type() != QEvent::KeyPress || !walks)
        return Sheet::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool sideways = watched != m_search || m_search->text().isEmpty();
    if (key == Qt::Key_Down || key == Qt::Key_Up)
        walk(0, key == Qt::Key_Down ? 1 : -1);
    else if (sideways && (key == Qt::Key_Left || key == Qt::Key_Right))
        walk(key == Qt::Key_Right ? 1 : -1, 0);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        add();
    else
        return Sheet::eventFilter(watched, event);
    return true;
}
