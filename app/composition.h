// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/camerachoice.h"
#include "app/desk/services.h"
#include "app/desk/updatedesk.h"
#include "app/readerchoice.h"
#include "app/scannerchoice.h"
#include "widgets/shell/mainwindow.h"

#include <QThread>

#include <memory>

/// What one client is built from.
struct ClientOptions
{
    QUrl backOffice;
    QByteArray calendarKey;
    QString templates = QStringLiteral(":/papers");
    QString language = QStringLiteral("zh_CN");
    QString windowCode;
    QString hall; ///< the only hall this machine is for; empty: any
    ScannerMaker scanner = noScanner();
    bool aloud = false;          ///< numbers are called by a voice
    bool expectsDisplay = false; ///< a second screen belongs to this window
    bool expectsCamera = false;  ///< so does a document camera
    /// New versions of this program.
    struct Updates
    {
        core::UpdatePolicy policy = core::UpdatePolicy::Off;
        syncing::UpdateFeed::Plan feed;
        QString refused; ///< one that was just tried in vain
    } updates;
    QString exports;                 ///< where what a supervisor saves goes; empty: where this person's documents are
    QString watchFolder;             ///< files that appear there are taken in; empty: none
    CameraMaker camera = noCamera(); ///< the document camera
    KnownScanners knownScanners;     ///< from earlier runs
    TransportMaker reader = noReader();
    QString photoLibrary; ///< a maker's library that decodes card photos; may be missing
    std::shared_ptr<print::PaperOutput> output;
};

/// The client put together: the only place that names concrete classes and connects them.
class Client
{
public:
    Client(const ClientOptions& options, std::shared_ptr<store::Store> store, widgets::Theme& theme);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    [[nodiscard]] widgets::MainWindow& window() { return *m_window; }
    [[nodiscard]] widgets::MainWindow::Desks desks();
    /// For a check without a window.
    void startDevices();
    /// Shows the window and picks up what the last run left.
    void start();

private:
    class Parts;
    void keepSettings();
    void resumeWithCatalogue(const desk::Unfinished& found);

    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<widgets::MainWindow> m_window;
};
