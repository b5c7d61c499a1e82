// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/optioncontrol.h>

#include <QtGui/QIntValidator>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <pipeline/reduce.h>
#include <pipeline/units.h>
#include <widgets/controls/field.h>
#include <widgets/controls/multiselectpopup.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/controls/toggle.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/colorpicker.h>

using namespace Qt::StringLiterals;

void OptionControl::setValue(const Json &value)
{
    if (m_shown && m_value == value)
        return;
    m_shown = true;
    m_value = value;
    show(value);
}

void OptionControl::tell(const Json &value)
{
    if (m_value == value)
        return;
    m_value = value;
    emit edited(value);
}

void OptionControl::setInner(QWidget *widget)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(widget);
    setFocusProxy(widget);
}

namespace {

QString optionText(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

// As a person reads it: texts bare, anything else as JSON.
QString shownText(const Json &value)
{
    return value.isString() ? value.toString() : value.isNull() ? QString() : QString::fromUtf8(value.dump());
}

class BoolControl : public OptionControl
{
public:
    BoolControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_default(row.defaultValue.toBool())
    {
        m_switch = new Switch({}, this);
        m_switch->setObjectName(name);
        m_switch->setAccessibleName(optionText(row.label));
        m_switch->setCheckable(true);
        setInner(m_switch);
        static_cast<QHBoxLayout *>(layout())->addStretch(1);
        connect(m_switch, &Switch::clicked, this, [this](bool on) { tell(on); });
    }

protected:
    void show(const Json &value) override { m_switch->setChecked(value.toBool(m_default)); }

private:
    Switch *m_switch;
    bool m_default;
};

// Typed; Up and Down step. Out of range or no number: marked, and not told.
class NumberControl : public OptionControl
{
public:
    NumberControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_row(row)
    {
        m_edit = new LineEdit(this);
        m_edit->setObjectName(name);
        m_edit->setAccessibleName(optionText(row.label));
        m_edit->setUnit(row.suffix);
        m_edit->setPlaceholderText(row.defaultValue.isNull() ? tr("auto") : shownText(row.defaultValue));
        m_edit->installEventFilter(this);
        setInner(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, &NumberControl::take);
    }

protected:
    void show(const Json &value) override
    {
        if (m_edit->hasFocus() && m_edit->text().trimmed() == shownText(value))
            return;
        m_edit->setText(shownText(value));
        m_edit->setInvalid(!value.isNull() && !value.isNumber());
    }
    bool eventFilter(QObject *watched, QEvent *event) override
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

private:
    void take(const QString &text)
    {
        if (text.trimmed().isEmpty()) {
            m_edit->setInvalid(false);
            return tell({});
        }
        bool ok = false;
        const double number = text.trimmed().toDouble(&ok);
        ok = ok && (m_row.kind != OptionRow::Kind::Integer || number == std::floor(number)) && number >= m_row.min.value_or(number)
            && number <= m_row.max.value_or(number);
        m_edit->setInvalid(!ok);
        m_edit->setToolTip(ok ? QString() : plainToolTip(rangeText()));
        if (ok)
            tell(m_row.kind == OptionRow::Kind::Integer ? Json(qint64(number)) : Json(number));
    }
    QString rangeText() const
    {
        if (m_row.min && m_row.max)
            return tr("A number from %1 to %2").arg(*m_row.min).arg(*m_row.max);
        return m_row.min ? tr("A number from %1 on").arg(*m_row.min) : tr("A number");
    }
    void step(int by)
    {
        double number = value().isNumber() ? value().toDouble() : m_row.defaultValue.toDouble();
        const double span = m_row.min && m_row.max ? *m_row.max - *m_row.min : 100;
        number += by * (m_row.kind == OptionRow::Kind::Number && span <= 2 ? 0.1 : 1);
        number = std::clamp(number, m_row.min.value_or(number), m_row.max.value_or(number));
        m_edit->setText(QString::number(number));
        take(m_edit->text());
    }

    OptionRow m_row;
    LineEdit *m_edit;
};

class TextControl : public OptionControl
{
public:
    TextControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent)
    {
        m_edit = new LineEdit(this);
        m_edit->setObjectName(name);
        m_edit->setAccessibleName(optionText(row.label));
        m_edit->setPlaceholderText(shownText(row.defaultValue));
        m_edit->setUnit(row.suffix);
        setInner(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) { tell(text.isEmpty() ? Json() : Json(text)); });
    }

protected:
    void show(const Json &value) override
    {
        if (m_edit->text() != shownText(value))
            m_edit->setText(shownText(value));
    }

private:
    LineEdit *m_edit;
};

// Several texts, separated by commas.
class TextsControl : public OptionControl
{
public:
    TextsControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent)
    {
        m_edit = new LineEdit(this);
        m_edit->setObjectName(name);
        m_edit->setAccessibleName(optionText(row.label));
        m_edit->setPlaceholderText(tr("one, two"));
        setInner(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
            QStringList items;
            for (const QString &item : text.split(u','))
                if (!item.trimmed().isEmpty())
                    items.append(item.trimmed());
            tell(items.isEmpty() ? Json() : Json::strings(items));
        });
    }

protected:
    void show(const Json &value) override
    {
        if (!m_edit->hasFocus())
            m_edit->setText(value.toStrings().join(u", "_s));
    }

private:
    LineEdit *m_edit;
};

// Lines of text, or JSON with its error in place.
class LinesControl : public OptionControl
{
public:
    LinesControl(const OptionRow &row, const QString &name, QWidget *parent)
        : OptionControl(parent)
        , m_json(row.kind == OptionRow::Kind::Json)
    {
        m_edit = new QPlainTextEdit(this);
        m_edit->setObjectName(name);
        m_edit->setAccessibleName(optionText(row.label));
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(96);
        m_edit->setFont(themeFont(m_json ? TextStyle::Code : TextStyle::Body));
        setInner(m_edit);
        connect(m_edit, &QPlainTextEdit::textChanged, this, &LinesControl::take);
    }

protected:
    void show(const Json &value) override
    {
        const QString text = m_json ? (value.isNull() ? QString() : QString::fromUtf8(value.dump(2))) : shownText(value);
        if (m_edit->hasFocus() || m_edit->toPlainText() == text)
            return;
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(text);
    }

private:
    void take()
    {
        const QString text = m_edit->toPlainText();
        if (!m_json || text.trimmed().isEmpty())
            return tell(text.isEmpty() ? Json() : Json(text));
        const Result<Json> json = Json::parse(text.toUtf8());
        m_edit->setToolTip(json ? QString() : plainToolTip(json.error().what));
        if (json)
            tell(*json);
    }

    QPlainTextEdit *m_edit;
    bool m_json;
};

// Up to three short ones side by side, else a list.
class ChoiceControl : public OptionControl
{
public:
    ChoiceControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_row(row)
    {
        qsizetype letters = 0;
        for (const OptionChoice &choice : row.choices)
            letters += optionText(choice.label).size();
        if (row.choices.size() <= 3 && letters <= 20) {
            m_segments = new SegmentedControl(this);
            QList<Segment> segments;
            for (const OptionChoice &choice : row.choices)
                segments.append({choice.value, optionText(choice.label)});
            m_segments->setSegments(segments);
            m_segments->setStretched(true);
            m_segments->setObjectName(name);
            m_segments->setAccessibleName(optionText(row.label));
            setInner(m_segments);
            connect(m_segments, &SegmentedControl::currentChanged, this, [this](const QString &value) { tell(value); });
            return;
        }
        m_button = new ChooseButton(this);
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        QList<Option> options;
        for (const OptionChoice &choice : row.choices)
            options.append({choice.value, optionText(choice.label)});
        m_button->setOptions(options);
        setInner(m_button);
        connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value); });
    }

protected:
    void show(const Json &value) override
    {
        const QString shown = value.isNull() ? m_row.defaultValue.toString() : shownText(value);
        if (m_segments)
            m_segments->setCurrent(shown);
        else
            m_button->setCurrent(shown);
    }

private:
    OptionRow m_row;
    SegmentedControl *m_segments = nullptr;
    ChooseButton *m_button = nullptr;
};

// A unit out of the list, or any text as one.
class UnitControl : public OptionControl
{
public:
    UnitControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setPlaceholder(tr("none"));
        m_button->setCustom(tr("“%1” after the number"));
        QList<Option> options{{QString(), tr("none")}};
        for (const UnitInfo &unit : units())
            options.append({unit.id, unit.name, unit.category});
        m_button->setOptions(options);
        setInner(m_button);
        connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value.isEmpty() ? Json() : Json(value)); });
    }

protected:
    void show(const Json &value) override { m_button->setCurrent(shownText(value)); }

private:
    ChooseButton *m_button;
};

class FieldNameControl : public OptionControl
{
public:
    FieldNameControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setPlaceholder(tr("none"));
        m_button->setCustom(tr("“%1”"));
        setInner(m_button);
        connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value.isEmpty() ? Json() : Json(value)); });
    }
    void setContext(const FormContext &context) override
    {
        QList<Option> options{{QString(), tr("none")}};
        for (const QString &field : context.fieldNames)
            options.append({field, field});
        m_button->setOptions(options);
    }

protected:
    void show(const Json &value) override { m_button->setCurrent(shownText(value)); }

private:
    ChooseButton *m_button;
};

class ReducersControl : public OptionControl
{
public:
    ReducersControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setPlaceholder(tr("none"));
        m_button->setMultiple(true);
        QList<Option> options;
        for (const ReducerInfo &info : reducers())
            options.append({info.id, info.name});
        m_button->setOptions(options);
        setInner(m_button);
        connect(m_button, &ChooseButton::severalChosen, this,
                [this](const QStringList &values) { tell(values.isEmpty() ? Json() : Json::strings(values)); });
    }

protected:
    void show(const Json &value) override { m_button->setSeveral(value.toStrings()); }

private:
    ChooseButton *m_button;
};

class ColorControl : public OptionControl
{
public:
    ColorControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ColorButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setTextVisible(true);
        setInner(m_button);
        connect(m_button, &ColorButton::colorChosen, this, [this](const QString &color) { tell(color); });
    }

protected:
    void show(const Json &value) override { m_button->setColor(shownText(value)); }

private:
    ColorButton *m_button;
};

} // namespace

OptionControl *OptionControl::make(const OptionRow &row, const QString &name, QWidget *parent)
{
    switch (row.kind) {
    case OptionRow::Kind::Bool:
        return new BoolControl(row, name, parent);
    case OptionRow::Kind::Integer:
    case OptionRow::Kind::Number:
        return new NumberControl(row, name, parent);
    case OptionRow::Kind::Text:
        return new TextControl(row, name, parent);
    case OptionRow::Kind::Texts:
        return new TextsControl(row, name, parent);
    case OptionRow::Kind::MultilineText:
    case OptionRow::Kind::Json:
        return new LinesControl(row, name, parent);
    case OptionRow::Kind::Choice:
        return new ChoiceControl(row, name, parent);
    case OptionRow::Kind::Unit:
        return new UnitControl(row, name, parent);
    case OptionRow::Kind::FieldName:
        return new FieldNameControl(row, name, parent);
    case OptionRow::Kind::Reducers:
        return new ReducersControl(row, name, parent);
    case OptionRow::Kind::Color:
        return new ColorControl(row, name, parent);
    }
    return new TextControl(row, name, parent);
}
