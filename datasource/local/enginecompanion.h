// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <core/result.h>
#include <datasource/local/engineconfig.h>
#include <functional>

// Where the engine keeps things, and the tools it found.
struct EnginePlaces {
    QString folder; // the data folder, 0700, locked by us
    QString storage; // the server's time series inside it
    QString promtool;
};

// Something that lives and dies with the engine, such as the sample: called by the instance that owns the data folder only.
class EngineCompanion
{
public:
    virtual ~EngineCompanion() = default;

    // Before the server starts (not before a restart after a crash); nobody else touches the storage until done is called, once,
    // from the event loop. A failure becomes a notice, the server starts all the same.
    virtual void prepare(const EnginePlaces &places, std::function<void(Result<>)> done) = 0;
    virtual ServerConfig serverConfig(const EnginePlaces &places) const = 0; // is added to the engine's own
    virtual void serverReady() = 0;
    virtual void beat(qint64 nowMs) = 0; // while the server is ready
    virtual void ended() = 0; // the engine was stopped, or gave up
};
