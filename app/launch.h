// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/composition.h"
#include "app/ownstore.h"

class QApplication;

/// From nothing to a window: key and store are opened off the UI thread, then the client is put together and shown.
class Launch : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        QString folder;   ///< of the store
        QString language; ///< empty: as chosen in the program
        std::optional<widgets::ThemeChoice> theme;
        bool visible = true; ///< false: for a check, the window stays hidden
        ClientOptions client;
    };

    Launch(QApplication& application, Plan plan, std::unique_ptr<store::KeyVault> vault);
    ~Launch() override;

    /// Answers by `shown` or `failed`.
    void begin();
    [[nodiscard]] Client& client() const { return *m_client; }
    /// Loads the words; they have to be there before the first window.
    static void translate(QApplication& application, const QString& language);

Q_SIGNALS:
    void shown();
    /// The words are loaded; fails with `store.in-use` or as vault and store do.
    void failed(const core::Error& error);

private:
    struct Opened;
    static core::Result<Opened> open(const QString& folder, const core::Result<store::SharedKey>& key);
    void show(const core::Result<Opened>& opened);

    QApplication& m_application;
    Plan m_plan;
    std::unique_ptr<store::KeyVault> m_vault;
    std::shared_ptr<QLockFile> m_lock;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<Client> m_client;
};
