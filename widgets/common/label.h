// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>

namespace widgets {

/// A label with one of the style sheet's roles: muted, small, strong, title, figure, ticket, fault, step.
QLabel* newLabel(const char* role, QWidget* parent, const QString& text = {});
/// A small coloured word; tones: ok, warn, danger, accent, plain, key.
QLabel* newTag(const char* tone, QWidget* parent, const QString& text = {});
/// Changes a property that the style sheet looks at.
void restyle(QWidget* widget, const char* property, const QVariant& value);
/// Sets text and hides the label when there is none.
void setTextOrHide(QLabel* label, const QString& text);

} // namespace widgets
