// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

void addOwnFonts()
{
    const QDir fonts(QCoreApplication::applicationDirPath() + u"/fonts"_s);
    const QStringList names = fonts.entryList({u"*.otf"_s, u"*.ttf"_s}, QDir::Files);
    for (const QString& name : names)
        QFontDatabase::addApplicationFont(fonts.filePath(name));
    const QString rare = qEnvironmentVariable("YICHUANG_RARE_FONTS") + u"/yichuang-rare.ttf"_s;
    if (qEnvironmentVariableIsSet("YICHUANG_RARE_FONTS") && QFile::exists(rare))
        QFontDatabase::addApplicationFont(rare);
}
