// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtNetwork/QNetworkReply>
#include <datasource/prometheus/prometheussource.h>

// The origin for a person: scheme, host and port; never user or password.
QString originOf(const QUrl &url);
bool isSameOrigin(const QUrl &a, const QUrl &b);

// The bytes do not start like JSON: a proxy's page, a login form, a plain text.
bool isForeignAnswer(const QByteArray &body);
Error foreignAnswerError(const QUrl &url, int status, const QByteArray &body, const QByteArray &contentType);

// An HTTP status other than 200: in the server's own words where the body has them.
Error statusError(const QUrl &url, int status, const QByteArray &body, const QByteArray &contentType);
Error networkError(const QUrl &url, QNetworkReply::NetworkError code, const QString &text);

// Servers repeat what they were sent: takes the secret, plain and as it travels, out of every text.
Error withoutSecrets(Error error, const PrometheusConfig &config);
