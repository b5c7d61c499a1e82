// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/panelqueryoptions.h>

#include <QtWidgets/QGridLayout>
#include <widgets/controls/field.h>
#include <widgets/form/optioncontrol.h>

using namespace Qt::StringLiterals;
using O = PanelQueryOptions;

namespace {

constexpr int kControl = 168; // px wide

} // namespace

const OptionSchema<PanelQueryOptions> &panelQuerySchema()
{
    static const OptionSchema<PanelQueryOptions> schema = [] {
        OptionSchema<PanelQueryOptions> made;
        const char *group = QT_TRANSLATE_NOOP("Options", "Query options");
        made.integer(u"maxDataPoints"_s, &O::maxDataPoints, QT_TRANSLATE_NOOP("Options", "Max data points"))
            .in(group)
            .range(1, 100'000)
            .help(QT_TRANSLATE_NOOP("Options", "Points of a series at most; as many as the panel is wide when empty"));
        made.text(u"interval"_s, &O::interval, QT_TRANSLATE_NOOP("Options", "Min interval"))
            .in(group)
            .help(QT_TRANSLATE_NOOP("Options", "The least step of all queries: 15s, 1m, $interval"));
        made.text(u"timeFrom"_s, &O::timeFrom, QT_TRANSLATE_NOOP("Options", "Relative time"))
            .in(group)
            .help(QT_TRANSLATE_NOOP("Options", "A range of its own that ends now: 1h, now/d"));
        made.text(u"timeShift"_s, &O::timeShift, QT_TRANSLATE_NOOP("Options", "Time shift"))
            .in(group)
            .help(QT_TRANSLATE_NOOP("Options", "How far back the range is moved: 1h, 1d, 1w"));
        made.boolean(u"hideTimeOverride"_s, &O::hideTimeOverride, QT_TRANSLATE_NOOP("Options", "Hide time info"))
            .in(group)
            .help(QT_TRANSLATE_NOOP("Options", "Do not tell relative time and shift in the panel's head"));
        return made;
    }();
    return schema;
}

PanelQueryOptionsPopup::PanelQueryOptionsPopup(const Json &panel, QWidget *parent) : Popup(parent)
{
    setObjectName(u"queryOptionsPopup"_s);
    setPadding(space::window);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(space::unit);
    int line = 0;
    for (const OptionRow &row : panelQuerySchema().rows()) {
        auto *label = new PlainLabel(optionText(row.label), TextStyle::Label, PlainLabel::Tone::Secondary, this);
        label->setToolTip(plainToolTip(optionText(row.help)));
        OptionControl *control = OptionControl::make(row, u"option:"_s + row.key, this);
        control->setFixedWidth(kControl);
        control->setToolTip(plainToolTip(optionText(row.help)));
        control->setValue(panel[row.key]);
        grid->addWidget(label, line, 0);
        grid->addWidget(control, line++, 1);
        connect(control, &OptionControl::edited, this, [this, key = row.key, label = optionText(row.label)](const Json &value) {
            emit edited(value.isNull() ? PanelEdit::remove(key, label) : PanelEdit::set(key, value, label));
        });
    }
    contentLayout()->addLayout(grid);
}
