// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTranslator>

// As long as it is installed, every text of the program is 40 % longer: shows what is clipped before the first translation comes.
class PseudoLocale : public QTranslator
{
public:
    PseudoLocale(); // installs itself
    ~PseudoLocale() override;
    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
    static bool made(const QString &text); // else it is data
};
