// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/composition.h"
#include "app/hallprogram.h"

#include <optional>

/// Where this client belongs: from the command line, the environment (YICHUANG_…) and the configuration file, the
/// first that says something wins.
struct Settings
{
    QString folder;
    QUrl backOffice;
    QByteArray calendarKey;
    QByteArray recoveryKey;
    QString passphrase; ///< for machines without a keyring; empty: use the keyring
    QString windowCode;
    QString hall;
    QString scanner;
    QString reader;
    QString readerLibrary;
    QString photoLibrary;
    QString camera;
    bool expectsDisplay = false;
    bool aloud = false;
    QString watchFolder;
    QString updates; ///< off, offer, night or always
    QByteArray updateKey;
    QString updateFolder;
    QString sheetPrinter;
    QString slipPrinter;
    QString templates = QStringLiteral(":/papers");
    QString language; ///< empty: as chosen in the program
    std::optional<widgets::ThemeChoice> theme;

    bool hallDisplay = false; ///< this is the screen of a hall
    QString displayAccount;
    QString displayPassword; ///< never from the command line, where every program can read it

    bool check = false; ///< only look whether everything is ready
    bool json = false;
    bool training = false;
    QString walkthrough; ///< folder for its pictures and papers; empty: none
    QString script;      ///< which walkthrough
    QString backOfficeProgram;
    QString backOfficeDatabase;
    QUrl connectThrough; ///< training only: reach the back office through a proxy
    quint16 port = 0;    ///< of the training back office
    QSize size{1366, 768};

    static Settings fromArguments(const QStringList& arguments);
    /// Fails with what was written wrongly.
    [[nodiscard]] core::Result<ClientOptions> clientOptions() const;
    [[nodiscard]] HallOptions hallOptions() const;
};
