// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablefilter.h>

#include <cmath>

using namespace Qt::StringLiterals;
using Op = ColumnFilter::Op;

namespace {

std::optional<Op> opOf(QStringView sign)
{
    static const std::pair<QStringView, Op> all[]{{u"==", Op::Equal},  {u"=", Op::Equal},   {u"!=", Op::NotEqual}, {u"<", Op::Less},
                                                  {u"<=", Op::AtMost}, {u">", Op::Greater}, {u">=", Op::AtLeast}};
    for (const auto &[text, op] : all) {
        if (text == sign)
            return op;
    }
    return {};
}

} // namespace

CellTest::CellTest(const ColumnFilter &filter) : m_chosen(filter.chosen)
{
    if (filter.operand.isEmpty())
        return;
    if (filter.op == Op::Contains) {
        const QRegularExpression pattern(filter.operand, QRegularExpression::CaseInsensitiveOption);
        if (pattern.isValid())
            m_pattern = pattern;
        else
            m_contains = filter.operand;
    } else if (filter.op == Op::Expression) {
        readExpression(filter.operand);
    } else {
        m_any = {{step(filter.op, filter.operand)}};
    }
}

CellTest::Step CellTest::step(Op op, const QString &operand)
{
    QString text = operand.trimmed();
    if (text.size() >= 2 && text.front() == text.back() && (text.front() == u'"' || text.front() == u'\''))
        return {op, text.mid(1, text.size() - 2), {}};
    bool ok = false;
    const double number = text.toDouble(&ok);
    return {op, text, ok ? std::optional(number) : std::nullopt};
}

void CellTest::readExpression(const QString &source)
{
    static const QRegularExpression comparison(u"^\\s*\\$\\s*(==|!=|<=|>=|=|<|>)\\s*(.+?)\\s*$"_s);
    QList<QList<Step>> any;
    for (const QString &part : source.split(u"||"_s)) {
        QList<Step> all;
        for (const QString &each : part.split(u"&&"_s)) {
            const auto match = comparison.match(each);
            if (!match.hasMatch())
                return;
            all.append(step(*opOf(match.capturedView(1)), match.captured(2)));
        }
        any.append(all);
    }
    m_any = any;
}

bool CellTest::Step::passes(const QString &cell, double numeric) const
{
    const bool byNumber = number && !std::isnan(numeric);
    const int order = byNumber ? (numeric < *number ? -1 : numeric > *number ? 1 : 0) : cell.compare(text, Qt::CaseInsensitive);
    switch (op) {
    case Op::Equal:
        return order == 0;
    case Op::NotEqual:
        return order != 0;
    case Op::Less:
        return order < 0;
    case Op::AtMost:
        return order <= 0;
    case Op::Greater:
        return order > 0;
    case Op::AtLeast:
        return order >= 0;
    case Op::Contains:
    case Op::Expression:
        break;
    }
    return true;
}

bool CellTest::passes(const QString &text, double numeric) const
{
    if (m_chosen && !m_chosen->contains(text))
        return false;
    if (m_pattern && !m_pattern->match(text).hasMatch())
        return false;
    if (!m_contains.isEmpty() && !text.contains(m_contains, Qt::CaseInsensitive))
        return false;
    const auto passed = [&](const QList<Step> &all) {
        return std::all_of(all.begin(), all.end(), [&](const Step &each) { return each.passes(text, numeric); });
    };
    return m_any.isEmpty() || std::any_of(m_any.begin(), m_any.end(), passed);
}
