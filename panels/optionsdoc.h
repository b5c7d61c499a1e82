// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/registry.h>

// docs/dashboard-json.md: every option of every panel type as tables, from the schemas.
QByteArray optionsMarkdown(const PanelRegistry &registry);
