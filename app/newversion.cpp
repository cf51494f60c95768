// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/newversion.h"

#include <QFile>

NewVersion::NewVersion(Plan plan) : m_plan(std::move(plan)) {}

void NewVersion::choose(const QString& installer, const core::Release& release)
{
    m_installer = installer;
    m_release = release;
}

void NewVersion::reportStarted()
{
    const QString mark = qEnvironmentVariable("YICHUANG_TRIAL");
    if (mark.isEmpty())
        return;
    qunsetenv("YICHUANG_TRIAL");
    QFile(mark).open(QIODevice::WriteOnly);
}
