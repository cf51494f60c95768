// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"
#include "app/desk/services.h"

#include <QImage>
#include <QObject>

namespace desk {

/// Small pictures of the pages on screen, and the pages themselves when somebody asks. Lives on the UI thread; files are
/// read and decoded elsewhere.
class PageShelf : public QObject
{
    Q_OBJECT

public:
    static constexpr int ThumbnailHeight = 120;

    explicit PageShelf(Services& services) : m_services(services) {}

    [[nodiscard]] QImage thumbnail(const QString& sha256) const { return m_thumbnails.value(sha256); }
    /// A page that is on disk; its row may still be on its way to the store.
    void put(const QString& sha256, const QImage& thumbnail, const QString& file);
    void clear();
    /// Reads all pages of a draft; answered by `changed` as they come.
    void load(const core::IntakeDraft& draft);
    /// The bytes of a page.
    QFuture<core::Result<QByteArray>> bytes(const QString& caseId, const QString& sha256);

Q_SIGNALS:
    void changed();

private:
    Services& m_services;
    QHash<QString, QImage> m_thumbnails;
    QHash<QString, QString> m_files; ///< of pages that came during this visit
};

} // namespace desk
