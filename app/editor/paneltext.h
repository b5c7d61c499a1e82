// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

// The JSON of a panel as it lies in its file, made fit to be read by itself: without the file's indentation, or with lines where the file
// has none. What was edited goes back in the file's manner, tokens as they are spelled.
class PanelText
{
public:
    explicit PanelText(const QByteArray &inFile);

    const QByteArray &shown() const { return m_shown; }
    QByteArray stored(const QByteArray &edited) const;

private:
    QByteArray m_shown;
    QByteArray m_indent; // of the panel's lines in the file
    bool m_oneLine = false;
};
