// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/credentials.h"
#include "app/store/store.h"

#include <QUrl>

#include <memory>

namespace desk {
class HallDisplayDesk;
}

namespace widgets {
class HallDisplay;
class HallWindow;
class SignInPage;
} // namespace widgets

/// What the screen of a hall is built from.
struct HallOptions
{
    QUrl backOffice;
    QString hall;              ///< the only hall this machine is for; empty: any
    store::OwnAccount account; ///< may be incomplete: somebody signs in once, then it is kept
    QString language = QStringLiteral("zh_CN");
    bool aloud = true;
};

/// `yichuang --display` put together: the screen of a hall and its voice, with no device beside them. Lives on the UI thread.
class HallProgram
{
public:
    HallProgram(const HallOptions& options, std::shared_ptr<store::Store> store);
    ~HallProgram();
    HallProgram(const HallProgram&) = delete;
    HallProgram& operator=(const HallProgram&) = delete;

    /// Signs in; the window is shown by whoever made this.
    void start();
    [[nodiscard]] widgets::HallWindow& window();
    [[nodiscard]] desk::HallDisplayDesk& desk();
    [[nodiscard]] widgets::HallDisplay& display();
    [[nodiscard]] widgets::SignInPage& signInPage();

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};
