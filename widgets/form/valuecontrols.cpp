// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/valuecontrols.h>

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <cmath>
#include <functional>
#include <widgets/controls/field.h>
#include <widgets/controls/toggle.h>
#include <widgets/form/slider.h>
#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

namespace {

constexpr double kSliderSpan = 100; // ranges up to it are slid over
constexpr int kNumberWidth = 58, kMostLines = 10;

LineEdit *editFor(const OptionRow &row, const QString &name, QWidget *parent)
{
    auto *edit = new LineEdit(parent, ControlSize::Small);
    edit->setObjectName(name);
    edit->setAccessibleName(optionLabel(row));
    edit->setAccessibleDescription(optionText(row.help));
    edit->setUnit(row.suffix);
    edit->setTypesIntoDocument();
    return edit;
}

QStringList itemsOf(const QString &text)
{
    QStringList items;
    for (const QString &item : text.split(u','))
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    return items;
}

// Null of no number at all; nothing where something else stands between the commas.
std::optional<Json> numbersOf(const QString &text)
{
    std::vector<Json> numbers;
    for (const QString &item : itemsOf(text)) {
        bool ok = false;
        const double number = item.toDouble(&ok);
        if (!ok || !std::isfinite(number))
            return std::nullopt;
        const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
        numbers.push_back(whole ? Json(qint64(number)) : Json(number));
    }
    return numbers.empty() ? Json() : Json::array(numbers);
}

} // namespace

// The text stands where it stands in fields of one line.
class LinesEdit : public QPlainTextEdit
{
public:
    explicit LinesEdit(QWidget *parent) : QPlainTextEdit(parent) { setViewportMargins(5, 0, 2, 0); }
    std::function<void()> onWidth; // lines are wrapped anew, of which the document tells nobody

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QPlainTextEdit::resizeEvent(event);
        if (onWidth && event->oldSize().width() != event->size().width())
            onWidth();
    }
};

BoolControl::BoolControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_switch(new Switch({}, this))
    , m_default(row.defaultValue.toBool())
{
    m_switch->setObjectName(name);
    m_switch->setAccessibleName(optionLabel(row));
    m_switch->setAccessibleDescription(optionText(row.help));
    setInner(m_switch);
    static_cast<QHBoxLayout *>(layout())->addStretch(1);
    connect(m_switch, &Switch::clicked, this, [this](bool on) { tell(on); });
}

void BoolControl::show(const Json &value)
{
    m_switch->setChecked(value.toBool(m_default));
}

bool NumberControl::hasSlider(const OptionRow &row)
{
    return row.min && row.max && *row.max - *row.min <= kSliderSpan && row.defaultValue.isNumber();
}

NumberControl::NumberControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_row(row)
    , m_edit(editFor(row, name, this))
{
    m_edit->setPlaceholderText(row.defaultValue.isNull() ? tr("auto") : shownValue(row.defaultValue));
    m_edit->installEventFilter(this);
    setInner(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &NumberControl::take);
    connect(m_edit, &QLineEdit::editingFinished, this, &NumberControl::leave);
    if (!hasSlider(row))
        return;
    m_slider = new Slider(this);
    m_slider->setObjectName(name + ".slider"_L1);
    m_slider->setAccessibleName(optionLabel(row));
    m_slider->setRange(*row.min, *row.max, stepSize());
    m_edit->setFixedWidth(row.suffix.isEmpty() ? kNumberWidth - 14 : kNumberWidth);
    static_cast<QHBoxLayout *>(layout())->insertWidget(0, m_slider, 1);
    connect(m_slider, &Slider::moved, this, [this](double number) {
        m_edit->setText(QString::number(number));
        takeNumber(number);
    });
}

void NumberControl::show(const Json &value)
{
    if (m_slider)
        m_slider->setValue(value.isNumber() ? value.toDouble() : m_row.defaultValue.toDouble());
    bool ok = false;
    const double typed = m_edit->text().trimmed().toDouble(&ok);
    if (m_edit->hasFocus() && ok && value.isNumber() && typed == value.toDouble())
        return; // "1." on the way to "1.5"
    m_edit->setText(shownValue(value));
    m_edit->setInvalid(!value.isNull() && !value.isNumber());
}

bool NumberControl::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return OptionControl::eventFilter(watched, event);
}

void NumberControl::take(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_edit->setInvalid(false);
        return tell({});
    }
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok);
    ok = ok && std::isfinite(number) && (m_row.kind != OptionRow::Kind::Integer || number == std::floor(number))
        && number >= m_row.min.value_or(number) && number <= m_row.max.value_or(number);
    m_edit->setInvalid(!ok);
    m_edit->setToolTip(ok ? QString() : plainToolTip(rangeText()));
    if (ok)
        takeNumber(number);
}

// What was no number is not kept.
void NumberControl::leave()
{
    if (!m_edit->isInvalid() || m_edit->text() == shownValue(value()))
        return;
    m_edit->setText(shownValue(value()));
    m_edit->setInvalid(false);
    m_edit->setToolTip({});
}

void NumberControl::takeNumber(double number)
{
    if (m_slider)
        m_slider->setValue(number);
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    tell(whole ? Json(qint64(number)) : Json(number));
}

QString NumberControl::rangeText() const
{
    const QString kind = m_row.kind == OptionRow::Kind::Integer ? tr("A whole number") : tr("A number");
    if (m_row.min && m_row.max)
        return tr("%1 from %2 to %3").arg(kind).arg(*m_row.min).arg(*m_row.max);
    return m_row.min ? tr("%1 from %2 on").arg(kind).arg(*m_row.min) : kind;
}

double NumberControl::stepSize() const
{
    const double span = m_row.min && m_row.max ? *m_row.max - *m_row.min : 100;
    if (m_row.kind == OptionRow::Kind::Integer)
        return 1;
    return span <= 2 ? 0.05 : span <= 10 ? 0.5 : 1;
}

void NumberControl::step(int by)
{
    double number = value().isNumber() ? value().toDouble() : m_row.defaultValue.toDouble();
    number = std::clamp(number + by * stepSize(), m_row.min.value_or(-1e300), m_row.max.value_or(1e300));
    m_edit->setText(QString::number(std::round(number * 1e6) / 1e6));
    take(m_edit->text());
}

TextControl::TextControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_edit(editFor(row, name, this))
{
    m_edit->setPlaceholderText(shownValue(row.defaultValue));
    setInner(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) { tell(text.isEmpty() ? Json() : Json(text)); });
}

void TextControl::show(const Json &value)
{
    if (m_edit->text() == shownValue(value))
        return;
    m_edit->setText(shownValue(value));
    if (!m_edit->hasFocus())
        m_edit->setCursorPosition(0); // a long text shows its beginning
}

TextsControl::TextsControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_edit(editFor(row, name, this))
{
    const QStringList usual = row.defaultValue.toStrings();
    m_edit->setPlaceholderText(usual.isEmpty() ? tr("one, two") : usual.join(u", "_s));
    setInner(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        const QStringList items = itemsOf(text);
        tell(items.isEmpty() ? Json() : Json::strings(items));
    });
}

void TextsControl::show(const Json &value)
{
    if (itemsOf(m_edit->text()) != value.toStrings())
        m_edit->setText(value.toStrings().join(u", "_s));
}

NumbersControl::NumbersControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_edit(editFor(row, name, this))
{
    m_edit->setPlaceholderText(tr("10, 5"));
    setInner(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &NumbersControl::take);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_edit->isInvalid())
            show(value());
    });
}

void NumbersControl::show(const Json &value)
{
    QStringList texts;
    for (const Json &each : value.items())
        texts.append(shownValue(each));
    if (m_edit->isInvalid() || numbersOf(m_edit->text()) != std::optional(value))
        m_edit->setText(texts.join(u", "_s));
    m_edit->setInvalid(false);
    m_edit->setToolTip({});
}

void NumbersControl::take(const QString &text)
{
    const std::optional<Json> numbers = numbersOf(text);
    m_edit->setInvalid(!numbers);
    m_edit->setToolTip(numbers ? QString() : plainToolTip(tr("Numbers with commas between them, such as 10, 5")));
    if (numbers)
        tell(*numbers);
}

LinesControl::LinesControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_edit(new LinesEdit(this))
    , m_error(new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Bad, this))
    , m_json(row.kind == OptionRow::Kind::Json)
{
    m_edit->setObjectName(name);
    m_edit->setAccessibleName(optionLabel(row));
    m_edit->setAccessibleDescription(optionText(row.help));
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(m_json ? themeFont(TextStyle::Code) : themeFont(12, 400));
    m_edit->document()->setDocumentMargin(3);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setPlaceholderText(shownValue(row.defaultValue));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    m_error->setWrapped(true);
    m_error->hide();
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LinesControl::take);
    m_edit->onWidth = [this] { fit(); };
    fit();
}

void LinesControl::show(const Json &value)
{
    const QString text
        = m_json ? (value.isNull() ? QString() : QString::fromUtf8(value.dump(value.size() > 0 ? 2 : -1))) : shownValue(value);
    const bool said = m_edit->hasFocus() && (!m_json || Json::parse(m_edit->toPlainText().toUtf8()).value_or(Json()) == value);
    if (m_edit->toPlainText() == text || (said && m_json))
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(text);
    m_error->hide();
    fit();
}

void LinesControl::take()
{
    fit();
    const QString text = m_edit->toPlainText();
    m_error->hide();
    if (!m_json || text.trimmed().isEmpty())
        return tell(text.isEmpty() ? Json() : Json(text));
    const Result<Json> json = Json::parse(text.toUtf8());
    if (json)
        return tell(*json);
    m_error->setText(json.error().what);
    m_error->show();
}

void LinesControl::fit()
{
    int lines = 0;
    const QTextDocument &text = *m_edit->document();
    for (QTextBlock block = text.begin(); block.isValid() && lines <= kMostLines; block = block.next()) {
        text.documentLayout()->blockBoundingRect(block); // lays the block out, which else waits for the first painting
        lines += std::max(1, block.layout()->lineCount());
    }
    m_edit->setVerticalScrollBarPolicy(lines > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int line = m_edit->fontMetrics().lineSpacing();
    m_edit->setFixedHeight(std::max(space::controlSmall, std::clamp(lines, 1, kMostLines) * line + 8));
}
